"""what a cell is for → how it looks, in the fonts of Chinese offices; a colour only repeats a word or a sign."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from types import MappingProxyType
from typing import Any

from xunbiao.formats.page_xlsx.values import GENERAL, Held
from xunbiao.model.page import Tone

BODY, HEAVY, DISPLAY = "宋体", "黑体", "方正小标宋简体"
SIZE = 10
_LINE = "#808080"

TONES: Mapping[Tone, Mapping[str, Any]] = MappingProxyType(
    {
        Tone.PLAIN: {},
        Tone.GOOD: {"font_color": "#1E5631", "bg_color": "#E4F1E1"},
        Tone.WARN: {"font_color": "#7F4F00", "bg_color": "#FCE8B2"},
        Tone.BAD: {"font_color": "#8B0000", "bg_color": "#F4B6B0", "bold": True},
        Tone.FAINT: {"font_color": "#595959"},
    }
)
"""From light to dark, the graver the darker, so that a grey print keeps the order."""

SHADES: tuple[Mapping[str, str], ...] = (
    {},
    {"bg_color": "#E7ECF3"},
    {"bg_color": "#B4C3DA"},
    {"bg_color": "#44546A", "font_color": "#FFFFFF"},
)
"""Of a matrix, by shade."""


class Part(StrEnum):
    """What stands in a cell."""

    TITLE = "title"
    HEADING = "heading"
    NOTE = "note"
    HEAD = "head"
    UPRIGHT = "upright"
    SHORT = "short"
    LONG = "long"
    NUMBER = "number"
    SUM = "sum"
    CODE = "code"


SIZES: Mapping[Part, int] = MappingProxyType({Part.TITLE: 16, Part.HEADING: 12})
"""Points of what is not of the usual size."""

_PARTS: Mapping[Part, Mapping[str, Any]] = MappingProxyType(
    {
        Part.TITLE: {"font_name": DISPLAY, "align": "center"},
        Part.HEADING: {"font_name": HEAVY, "align": "left"},
        Part.NOTE: {"align": "left"},
        Part.HEAD: {"font_name": HEAVY, "align": "center", "border": 1, "bg_color": "#DDE3EC"},
        Part.UPRIGHT: {"align": "center", "border": 1, "bg_color": "#DDE3EC", "rotation": 270, "valign": "top"},
        Part.SHORT: {"align": "center", "border": 1},
        Part.LONG: {"align": "left", "border": 1},
        Part.NUMBER: {"align": "right", "border": 1},
        Part.SUM: {"font_name": HEAVY, "align": "center", "border": 1, "top": 2, "bg_color": "#EDEDED"},
        Part.CODE: {"font_name": "Consolas", "align": "left", "text_wrap": False},
    }
)


LINE_HEIGHTS: Mapping[Part, float] = MappingProxyType(
    {**dict.fromkeys(Part, 13.5), Part.TITLE: 26.0, Part.HEADING: 18.0, Part.UPRIGHT: 13.0}
)
"""Points that a line of text takes."""


@dataclass(slots=True)
class Styles:
    """The looks of a workbook, each made once: a workbook may have no more than some thousands."""

    book: Any
    _made: dict[tuple[Any, ...], Any] = field(default_factory=dict)

    def of(self, part: Part, held: Held | None = None, tone: Tone = Tone.PLAIN, shade: int = 0) -> Any:
        """A Format of the workbook."""
        form, quoted, meant = (held.form, held.is_quoted, held.tone) if held else (GENERAL, False, tone)
        key = (part, form, quoted, meant, shade)
        if key not in self._made:
            looks = {"font_name": BODY, "font_size": SIZES.get(part, SIZE), "valign": "vcenter", "text_wrap": True}
            looks |= {**_PARTS[part], **TONES[meant], **SHADES[min(shade, len(SHADES) - 1)], "num_format": form}
            made = self.book.add_format({**looks, **({"border_color": _LINE} if looks.get("border") else {})})
            made.set_quote_prefix(quoted)
            self._made[key] = made
        return self._made[key]

    def conditional(self, tone: Tone) -> Any:
        """For a cell that takes its tone from its word."""
        key = ("conditional", tone)
        if key not in self._made:
            self._made[key] = self.book.add_format(dict(TONES[tone]))
        return self._made[key]
