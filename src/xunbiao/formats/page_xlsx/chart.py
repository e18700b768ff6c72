"""Bars → a chart of the workbook's own, drawn from the cells beside it, so that it follows them."""

from typing import Any

from xunbiao.formats.page_xlsx.styles import BODY, HEAVY

_FONT = {"name": BODY, "size": 9, "color": "#262626"}
_INK = "#44546A"
_UP_TO_ALL = '[>1.001]"";0%'
"""A program may draw the axis on beyond 100%, where there is nothing to be read."""
_SHARE = "[=1]0%;[=0]0%;0.0%"


def chart_of(book: Any, name: str, title: str, first: int, last: int) -> Any:
    """A bar for each row `first`–`last` of the sheet `name`: labels in its first column, shares in its third."""
    chart = book.add_chart({"type": "bar"})
    chart.add_series(
        {
            "categories": [name, first, 0, last, 0],
            "values": [name, first, 2, last, 2],
            "fill": {"color": _INK},
            "gap": 45,
            "data_labels": {"value": True, "num_format": _SHARE, "font": _FONT},
        }
    )
    # A title that starts like a formula would be taken for one.
    chart.set_title(
        {
            "name": f" {title}" if title.startswith("=") else title,
            "name_font": {"name": HEAVY, "size": 12, "bold": False},
            "overlay": False,
        }
    )
    chart.set_legend({"none": True})
    # The first row on top, and the shares below the last.
    chart.set_y_axis(
        {"reverse": True, "crossing": "max", "num_font": _FONT, "line": {"color": "#808080"}, "major_tick_mark": "none"}
    )
    chart.set_x_axis(
        {
            "min": 0,
            "num_format": _UP_TO_ALL,
            "num_font": _FONT,
            "major_gridlines": {"visible": True, "line": {"color": "#D9D9D9", "width": 0.75}},
            "line": {"none": True},
        }
    )
    chart.set_chartarea({"border": {"color": "#BFBFBF"}})
    return chart
