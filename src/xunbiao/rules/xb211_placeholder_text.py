"""填的是“待定”“无”这样的字 / A place holds “to be decided”, “none” or the like

为什么 / Why
    标杆要选定并明确，申报表要认真填写（二（一）、三（二））。“暂无”“待定”“×××”“/”占了格子，等于没有填。
    A benchmark is to be settled and named, the form filled in with care (二（一）, 三（二）). 暂无, 待定, ××× or /
    takes up the place and leaves it as good as blank.

反例 / Bad
    寻标对象:
      横向标杆单位:
        - 名称: 待定

正例 / Good
    寻标对象:
      横向标杆单位:
        - 名称: 国家税务总局某市税务局
          好在哪: 涉税事项一窗受理，窗口满意度99.2%。
"""

from collections.abc import Iterator

from xunbiao.model.diagnostic import Path, Severity
from xunbiao.model.filing import Filing
from xunbiao.rules.cells import head_cells, is_placeholder
from xunbiao.rules.rule import Context, Flag, rule


@rule(
    "XB211",
    "placeholder-text",
    Severity.ERROR,
    on=Filing,
    clause="二（一）",
    rows=("R16", "R32", "R48", "R50", "R51", "R52", "R53", "R54", "R56", "R58", "R60", "R61", "R62"),
    zh="“{text}”等于没有填",
    en="“{text}” leaves the place as good as blank",
    hint_zh="请换成实际内容",
    hint_en="Replace it by what is really meant",
)
def check(filing: Filing, _context: Context) -> Iterator[Flag]:
    for path, text in _places(filing):
        if is_placeholder(text):
            yield path, {"text": text}


def _places(filing: Filing) -> Iterator[tuple[Path, str]]:
    """Where something definite is asked for; dates have rules of their own."""
    yield from ((cell.path, cell.text) for cell in head_cells(filing) if cell.path != ("填报时间",))
    yield from (((*each.path, "名称"), each.name) for each in filing.benchmarks)
    yield from (((*item.path, "内容"), item.text) for item in filing.items)
