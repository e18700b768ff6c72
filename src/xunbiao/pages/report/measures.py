"""Progress → blocks: how measures stand, what is overdue or due soon, what was put off, what changed."""

from collections import Counter
from collections.abc import Iterator, Sequence
from decimal import Decimal

from xunbiao.model.language import Language
from xunbiao.model.obligation import share
from xunbiao.model.page import Bars, Block, Brief, Cell, Column, Facts, Heading, Paragraph, Percent, Table, Tone, Toned
from xunbiao.model.progress import Progress, UnitProgress
from xunbiao.model.standing import MeasureChange, MeasureStanding, Slip
from xunbiao.pages.terms import UNREPORTED, counted, status, term

_AT_A_GLANCE = 24


def blocks(progress: Progress, language: Language) -> Iterator[Block]:
    yield Heading(language("举措进展", "How measures stand"))
    if not progress.turnout.actual:
        yield Paragraph(language("还没有收到任何报告。", "No report has come in yet."), Tone.FAINT)
    elif not progress.measures:
        yield Paragraph(language("收到的材料里没有举措。", "What has come in holds no measure."), Tone.FAINT)
    else:
        yield from _statuses(progress, language)
    if progress.measures:
        yield from _overdue(progress, language)
        yield from _due_soon(progress, language)
        yield from _slips(progress, language)


def _statuses(progress: Progress, language: Language) -> Iterator[Block]:
    found = progress.statuses
    rows = [(term(name, language), each) for name, each in found.by_status.items()]
    rows += [(UNREPORTED.in_(language), found.unreported)] if found.unreported else []
    yield Bars([(name, each, share(each, found.total) or Decimal(0)) for name, each in rows])
    average = found.average_completion
    pairs: list[tuple[str, Cell]] = [
        (language("举措", "Measures"), found.total),
        (language("平均完成率", "Average completion"), Percent(average / 100 if average is not None else None)),
    ]
    if len(found.completions) < found.total:
        pairs.append((language("填了完成率的", "With a completion rate"), len(found.completions)))
    if unknown := sum(not each.in_filing for _, each in progress.measures):
        pairs.append((language("申报表里没有的", "Not in the filing"), unknown))
    yield Facts(pairs)


def _overdue(progress: Progress, language: Language) -> Iterator[Block]:
    found = [(unit, each, each.days_overdue) for unit, each in progress.measures if each.days_overdue is not None]
    found.sort(key=lambda row: -row[2])
    yield Heading(language(f"逾期未完成的举措（{len(found)}）", f"Overdue measures ({len(found)})"))
    columns = [
        Column(language("单位", "Unit"), wide=True),
        Column(language("举措", "Measure"), wide=True),
        Column(language("责任人", "Person"), wide=True),
        Column(language("时限", "Deadline")),
        Column(language("逾期天数", "Days"), number=True),
        Column(language("状态", "Status")),
    ]
    rows = [
        (unit.unit.name, _named(each), each.person or None, each.deadline, days, _last(each, progress, language))
        for unit, each, days in found
    ]
    day = progress.period.judged_on
    yield Table(columns, rows, empty=language(f"到 {day} 没有逾期未完成的举措。", f"None as of {day}."))


def _named(measure: MeasureStanding | MeasureChange) -> str:
    """Its id and what it says."""
    return f"{measure.id} {measure.text}".strip()


def _brief(measure: MeasureStanding | MeasureChange) -> Brief:
    """The same for a long list."""
    return Brief(_named(measure), len(measure.id) + 1 + _AT_A_GLANCE)


def _last(measure: MeasureStanding, progress: Progress, language: Language) -> str:
    """The latest status that is known, and from when, if not from this report."""
    if measure.last_told in (None, progress.period.quarter):
        return status(measure.last_status, language)
    return f"{status(measure.last_status, language)} ({measure.last_told})"


def _due_soon(progress: Progress, language: Language) -> Iterator[Block]:
    following = progress.period.quarter.next
    found = [(unit, each, each.deadline) for unit, each in progress.measures if each.due_in and each.deadline]
    found.sort(key=lambda row: row[2])
    later = sum(each.due_in == following for _, each, _ in found)
    yield Heading(
        language(
            f"即将到期的举措（{len(found)}，其中{following.phrase.zh} {later}）",
            f"Measures due soon ({len(found)}, of these {later} in {following.phrase.en})",
        )
    )
    columns = [
        Column(language("单位", "Unit"), wide=True),
        Column(language("举措", "Measure"), wide=True),
        Column(language("时限", "Deadline")),
        Column(language("状态", "Status")),
    ]
    rows = [(unit.unit.name, _brief(each), day, _last(each, progress, language)) for unit, each, day in found]
    none = language(f"到{following.phrase.zh}末没有到期的举措。", f"None is due by the end of {following.phrase.en}.")
    yield Table(columns, rows, empty=none)


def _slips(progress: Progress, language: Language) -> Iterator[Block]:
    found = [(unit, slip) for unit in progress.units for slip in unit.slips]
    if not found:
        return
    yield Heading(language(f"推迟过的时限（{len(found)}）", f"Deadlines put off ({len(found)})"))
    columns = [
        Column(language("单位", "Unit"), wide=True),
        Column(language("条目", "Field"), wide=True),
        Column(language("次数", "Times"), number=True),
        Column(language("推迟天数", "Days"), number=True),
        Column(language("现时限", "Deadline now")),
        Column(language("说明", "Reason"), wide=True),
    ]
    rows = [
        (
            unit.unit.name,
            slip.field,
            len(slip.steps),
            slip.days,
            slip.steps[-1].after,
            _reasons(slip, language),
        )
        for unit, slip in found
    ]
    yield Table(columns, rows)


def _reasons(slip: Slip, language: Language) -> Cell:
    """Why, as 调整说明 says; a step without a reason is worth a look."""
    given = [step.reason for step in slip.steps if step.reason]
    silent = len(slip.steps) - len(given)
    missing = [language(f"{silent} 次没有说明", f"{silent} without a reason")] if silent else []
    return Toned(language("；", "; ").join([*given, *missing]), Tone.WARN if silent else Tone.PLAIN)


def change_blocks(progress: Progress, language: Language) -> Iterator[Block]:
    """What became of the measures since the report before."""
    before = progress.period.before
    yield Heading(language("与上季度相比", "Since the quarter before"))
    compared = [each for each in progress.units if each.changes is not None]
    if before is None:
        text = language("这是第一个季度，没有上季度可比。", "This is the first quarter: there is none to compare with.")
        yield Paragraph(text, Tone.FAINT)
    elif not compared:
        text = language(
            f"没有单位两个季度（{before.phrase.zh}和本季度）都报了，无法比较。",
            f"No unit has reported on both this quarter and {before.phrase.en}.",
        )
        yield Paragraph(text, Tone.FAINT)
    else:
        yield from _transitions(progress, compared, language)
        yield from _exceptions(compared, language)


def _transitions(progress: Progress, compared: Sequence[UnitProgress], language: Language) -> Iterator[Block]:
    changes = [change for unit in compared for change in unit.changes or ()]
    moved = Counter(
        (each.before[0], each.after[0]) for each in changes if each.status_changed and each.before and each.after
    )
    before = progress.period.before
    gained = [each.delta for each in changes if each.delta is not None]
    up, down = sum(each > 0 for each in gained), sum(each < 0 for each in gained)
    yield Paragraph(
        language(
            f"与{before.phrase.zh if before else ''}相比，{len(compared)} 个单位可比：状态有变 {moved.total()} 项，"
            f"完成率上升 {up} 项、下降 {down} 项。",
            f"{counted(len(compared), 'unit')} compared with {before.phrase.en if before else ''}: "
            f"{moved.total()} statuses changed; completion rose in {up} measures and fell in {down}.",
        )
    )
    columns = [
        Column(language("上季度状态", "Status before")),
        Column(language("本季度状态", "Status now")),
        Column(language("项数", "Measures"), number=True),
    ]
    rows = [(status(was, language), status(now, language), each) for (was, now), each in moved.most_common()]
    yield Table(columns, rows, empty=language("没有举措的状态变化。", "No status has changed."))


def _exceptions(compared: Sequence[UnitProgress], language: Language) -> Iterator[Block]:
    """Measures that are new, gone, or fell back."""
    found = [(unit, each) for unit in compared for each in unit.changes or () if _is_exception(each)]
    if not found:
        return
    columns = [
        Column(language("单位", "Unit"), wide=True),
        Column(language("举措", "Measure"), wide=True),
        Column(language("上季度", "Before")),
        Column(language("本季度", "Now")),
    ]
    rows = [
        (unit.unit.name, _brief(each), _told(each.before, language), _told(each.after, language))
        for unit, each in found
    ]
    caption = language("新增、减少和完成率下降的举措", "Measures that are new, gone, or fell back")
    yield Table(columns, rows, caption=caption)


def _is_exception(change: MeasureChange) -> bool:
    return change.before is None or change.after is None or (change.delta or 0) < 0


def _told(told: tuple[str, Decimal | None] | None, language: Language) -> Cell:
    if told is None:
        return Toned(language("无", "none"), Tone.WARN)
    return f"{status(told[0], language)} {told[1]}%" if told[1] is not None else status(told[0], language)
