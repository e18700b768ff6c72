"""Progress → 总体情况: the five numbers by class of unit, and two charts."""

from collections.abc import Iterator
from decimal import Decimal

from xunbiao.model.language import Language, Phrase
from xunbiao.model.obligation import share
from xunbiao.model.page import Bars, Block, Column, Heading, Paragraph, Sheet, Table, Tone
from xunbiao.model.progress import Basis, Progress
from xunbiao.model.standing import FOUR_CUTS
from xunbiao.pages.book.setting import set_up
from xunbiao.pages.report.turnout import numbers
from xunbiao.pages.terms import UNREPORTED, term

NAME = Phrase("总体情况", "Overview")
_NUMBERS = (("应报", "Expected"), ("已报", "Reported"), ("上报率", "Rate"), ("按时", "On time"),
            ("按时率", "Rate on time"), ("逾期", "Late"), ("未报", "Missing"))  # fmt: skip


def sheet(progress: Progress, basis: Basis, language: Language) -> Sheet:
    return set_up(progress, basis, NAME, language, _blocks(progress, language))


def _blocks(progress: Progress, language: Language) -> Iterator[Block]:
    if not progress.units:
        yield Paragraph(language("没有应报的单位。", "No unit is expected."), Tone.FAINT)
        return
    classes = [(_class(name, language), each) for name, each in progress.classes.items()]
    yield Heading(language("按单位类别", "By class of unit"))
    columns = [Column(language("单位类别", "Class")), *(Column(language(*each), number=True) for each in _NUMBERS)]
    total = numbers(language("合计", "All"), progress.turnout)
    yield Table(columns, [numbers(*each) for each in classes], total=total)
    if not progress.turnout.actual:
        yield Paragraph(language("还没有收到任何报告。", "No report has come in yet."), Tone.FAINT)
    else:
        yield Heading(language("各类单位上报率", "Reporting rate by class of unit"))
        yield Bars([(name, each.actual, each.reporting_rate or Decimal(0)) for name, each in classes])
        yield from _statuses(progress, language)
    yield from _cuts(progress, language)


def _class(name: str, language: Language) -> str:
    return term(name, language) or language("未分类", "no class")


def _statuses(progress: Progress, language: Language) -> Iterator[Block]:
    yield Heading(language("举措状态分布", "Measures by status"))
    found = progress.statuses
    if not found.total:
        yield Paragraph(language("收到的材料里没有举措。", "What has come in holds no measure."), Tone.FAINT)
        return
    rows = [(term(name, language), each) for name, each in found.by_status.items()]
    rows.append((UNREPORTED.in_(language), found.unreported))
    yield Bars([(name, each, share(each, found.total) or Decimal(0)) for name, each in rows])


def _cuts(progress: Progress, language: Language) -> Iterator[Block]:
    if not progress.filings:
        return
    yield Heading(language("减环节、减材料、减时间、减成本", "Fewer steps, documents, days, costs"))
    titles = (("涉及单位", "Units"), ("目标", "Goals"), ("已达目标值", "Reached"))
    columns = [Column(language("四减", "Cut")), *(Column(language(*title), number=True) for title in titles)]
    rows = [
        (
            language(f"减{cut}", term(cut, language)),
            sum(each.cuts[cut] > 0 for each in progress.filings),
            sum(each.cuts[cut] for each in progress.filings),
            sum(each.is_reached and each.metric.dimension == cut for _, each in progress.indicators),
        )
        for cut in FOUR_CUTS
    ]
    yield Table(columns, rows)
