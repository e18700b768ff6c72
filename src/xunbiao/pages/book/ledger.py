"""Progress → 台账: a row a measure, as offices keep it; what is edited in it can be read back by `import`.

Its titles are Chinese in either language, since they are the labels by which it is read back.
"""

from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal

from xunbiao.model.filing import Item
from xunbiao.model.language import Language, Phrase
from xunbiao.model.ledger import (
    ACCOUNT,
    COMPLETION,
    EVIDENCE,
    ITEM_ID,
    NEXT_STEPS,
    PROBLEMS,
    SHEET,
    STATUS,
    UNIT_ID,
)
from xunbiao.model.page import Block, Cell, Column, Paragraph, Percent, Sheet, Table, Tone
from xunbiao.model.period import Quarter
from xunbiao.model.progress import Basis, Progress, UnitProgress
from xunbiao.model.report import AHEAD, BEHIND, CHANGED, DONE, NOT_STARTED, ON_TRACK
from xunbiao.model.standing import FOUR_CUTS, MeasureStanding
from xunbiao.pages.book.setting import remarks, set_up

STATUS_TONES: Mapping[str, Tone] = {
    NOT_STARTED: Tone.WARN,
    ON_TRACK: Tone.PLAIN,
    AHEAD: Tone.GOOD,
    BEHIND: Tone.BAD,
    DONE: Tone.GOOD,
    CHANGED: Tone.FAINT,
}
_NAME = Phrase(SHEET, SHEET)
_COLUMNS = (
    Column("序号"),
    Column("填报单位", wide=True),
    Column("单位类别"),
    Column("纵向标杆单位"),
    Column("横向标杆单位"),
    Column("对标目标", wide=True),
    Column("现状值", number=True),
    Column("目标值", number=True),
    Column("单位"),
    Column("四减类别"),
    Column("差距", wide=True),
    Column("举措（逐条）", wide=True),
    Column("责任领导"),
    Column("责任人"),
    Column("时限"),
    Column(STATUS, choices=STATUS_TONES),
    Column(COMPLETION, number=True),
    Column(ACCOUNT, wide=True),
    Column(PROBLEMS, wide=True),
    Column(NEXT_STEPS, wide=True),
    Column(EVIDENCE, wide=True),
    Column("报送时间"),
    Column("是否逾期"),
    Column("备注", wide=True),
    Column(UNIT_ID, hidden=True),
    Column(ITEM_ID, hidden=True),
)


def sheet(progress: Progress, basis: Basis, table: Table, language: Language) -> Sheet:
    editable = "、".join((STATUS, COMPLETION, ACCOUNT, PROBLEMS, NEXT_STEPS, EVIDENCE))
    how: list[Block] = [
        Paragraph(
            language(
                f"可以在表里改的列：{editable}；改后运行 xunbiao import 读回，其他列只作展示。",
                f"Columns that may be edited: {editable}; xunbiao import takes the edits back. The others only show.",
            ),
            Tone.FAINT,
        )
    ]
    return set_up(progress, basis, _NAME, language, [*(how if table.rows else []), table])


def table(progress: Progress) -> Table:
    """A row for each measure of the filings, and for those that a report alone names."""
    found = [(each, measure) for each in progress.units for measure in each.measures]
    rows = [_row(number, each, measure, progress.period.quarter) for number, (each, measure) in enumerate(found, 1)]
    return Table(_COLUMNS, rows, empty="还没有收到举措（no measure has come in yet）。")


def _row(number: int, each: UnitProgress, measure: MeasureStanding, quarter: Quarter) -> Sequence[Cell]:
    told = each.background
    goals = [goal for goal in told.goals if goal.part == measure.part]
    return (
        number,
        each.unit.name,
        each.unit.category or None,
        _lines(told.verticals),
        _lines(told.horizontals),
        _lines(_numbered(goals)),
        _figures(goals, "baseline"),
        _figures(goals, "target"),
        _lines(dict.fromkeys(goal.metric.unit for goal in goals if goal.metric and goal.metric.unit)),
        _cuts(goals),
        _lines(_numbered([gap for gap in told.gaps if gap.part == measure.part])),
        measure.text or None,
        told.first_responsible or None,
        measure.person or None,
        measure.deadline or measure.written_deadline or None,
        measure.status or None,
        Percent(measure.completion / 100 if measure.completion is not None else None),
        measure.account or None,
        _lines(told.problems),
        _lines(told.next_steps),
        _lines(measure.evidence),
        each.report.delivery.day if each.report.delivery else None,
        _overdue(each, measure),
        "；".join(_remarks(each, measure, quarter)) or None,
        _folder(each),
        measure.id,
    )


def _lines(texts: Iterable[str]) -> str | None:
    return "\n".join(texts) or None


def _numbered(items: Sequence[Item]) -> list[str]:
    """Several with numbers, one alone without."""
    texts = [item.text for item in items if item.text]
    return [f"{at}.{text}" for at, text in enumerate(texts, 1)] if len(texts) > 1 else texts


def _figures(goals: Sequence[Item], of: str) -> Cell:
    """A goal's figure; where a measure serves several goals, a line for each in their order, — for none."""
    found: list[Decimal | None] = [getattr(goal.metric, of) if goal.metric else None for goal in goals]
    if len(found) < 2:
        return found[0] if found else None
    return "\n".join("—" if each is None else f"{each.normalize():f}" for each in found) if any(found) else None


def _cuts(goals: Sequence[Item]) -> str | None:
    found = {goal.metric.dimension for goal in goals if goal.metric}
    return "\n".join(f"减{cut}" for cut in FOUR_CUTS if cut in found) or None


def _overdue(each: UnitProgress, measure: MeasureStanding) -> str:
    """是 says what is late, the measure or the report, and by how many days."""
    owed = each.report
    found = [f"举措逾期{measure.days_overdue}天"] if measure.days_overdue is not None else []
    if owed.days_late:
        found.append(f"报送逾期{owed.days_late}天" if owed.is_in else f"未报，逾期{owed.days_late}天")
    return f"是（{'；'.join(found)}）" if found else "否"


def _remarks(each: UnitProgress, measure: MeasureStanding, quarter: Quarter) -> Iterable[str]:
    if measure.part == "创标意向":
        yield measure.part
    if not measure.in_filing:
        yield "申报表里没有这一项"
    if measure.deadline and measure.written_deadline not in ("", measure.deadline.isoformat()):
        yield f"时限写的是“{measure.written_deadline}”"
    if measure.reason:
        yield f"理由：{measure.reason}"
    if not measure.status and measure.last_status and measure.last_told:
        yield f"{measure.last_told} 报为{measure.last_status}"
    if measure.due_in:
        yield "本季到期" if measure.due_in == quarter else "下季到期"
    for slip in each.slips:
        if slip.field == f"{measure.part}.举措.{measure.id}.时限":
            yield f"时限推迟{len(slip.steps)}次，共{slip.days}天"
    yield from remarks(each.report, Language.ZH)


def _folder(each: UnitProgress) -> str:
    """Whose folder the report lies in: of a unit that was renamed, it may be that of its former id."""
    path = each.report.delivery.path.split("/") if each.report.delivery else []
    return path[1] if len(path) > 2 else each.unit.id
