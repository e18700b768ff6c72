"""Progress → 逾期: whatever is late, missing or put off, one a row, with the kind to filter by."""

from collections.abc import Callable, Iterator, Sequence

from xunbiao.model.language import Language, Phrase
from xunbiao.model.obligation import Obligation, State
from xunbiao.model.page import Cell, Column, Sheet, Table, Tone, Toned
from xunbiao.model.progress import Basis, Progress, UnitProgress
from xunbiao.model.standing import MeasureStanding, Slip
from xunbiao.pages.book.setting import remarks, set_up
from xunbiao.pages.terms import status, term

NAME = Phrase("逾期", "Overdue")
_TITLES = (
    Phrase("序号", "No."),
    Phrase("填报单位", "Unit"),
    Phrase("单位类别", "Class"),
    Phrase("类型", "Kind"),
    Phrase("事项", "What"),
    Phrase("责任人", "Person"),
    Phrase("时限", "Due"),
    Phrase("报送时间", "Arrived"),
    Phrase("天数", "Days"),
    Phrase("情况", "State"),
    Phrase("说明", "Remarks"),
)
_Row = Sequence[Cell]


def sheet(progress: Progress, basis: Basis, language: Language) -> Sheet:
    rows: list[_Row] = [
        *_owed(progress, lambda each: each.report, language),
        *_owed(progress, lambda each: each.filing, language),
        *_measures(progress, language),
        *_slips(progress, language),
    ]
    columns = [
        Column(title.in_(language), number=title.zh == "天数", wide=title.zh in ("填报单位", "事项", "说明"))
        for title in _TITLES
    ]
    day = progress.period.judged_on
    none = language(f"到 {day} 没有逾期、未报和推迟的。", f"Nothing is late, missing or put off as of {day}.")
    numbered = [[number, *row] for number, row in enumerate(rows, 1)]
    return set_up(progress, basis, NAME, language, [Table(columns, numbered, none)])


def _owed(progress: Progress, of: Callable[[UnitProgress], Obligation | None], language: Language) -> Iterator[_Row]:
    """Documents that are missing after they were due, then those that came late, the latest first."""
    found = [(each, owed) for each in progress.units if (owed := of(each)) is not None and owed.days_late > 0]
    for each, owed in sorted(found, key=lambda row: (row[1].is_in, -row[1].days_late)):
        label = owed.key.kind.phrase
        late = owed.state is State.LATE
        kind = Phrase(f"{label.zh}{'逾期' if late else '未报'}", f"{label.en} {'late' if late else 'missing'}")
        yield [
            each.unit.name,
            term(each.unit.category, language) or None,
            Toned(kind.in_(language), Tone.WARN if late else Tone.BAD),
            owed.key.phrase.in_(language),
            None,
            owed.due,
            owed.delivery.day if owed.delivery else None,
            owed.days_late,
            owed.state.phrase.in_(language),
            language("；", "; ").join(remarks(owed, language)) or None,
        ]


def _measures(progress: Progress, language: Language) -> Iterator[_Row]:
    found = [(each, one, one.days_overdue) for each, one in progress.measures if one.days_overdue is not None]
    for each, measure, days in sorted(found, key=lambda row: -row[2]):
        yield [
            each.unit.name,
            term(each.unit.category, language) or None,
            Toned(language("举措逾期", "measure overdue"), Tone.WARN),
            f"{measure.id} {measure.text}".strip(),
            measure.person or None,
            measure.deadline,
            None,
            days,
            _last(measure, progress, language),
            None,
        ]


def _last(measure: MeasureStanding, progress: Progress, language: Language) -> str:
    """The latest status that is known, and from when, if not from this report."""
    known = status(measure.last_status, language)
    return known if measure.last_told in (None, progress.period.quarter) else f"{known} ({measure.last_told})"


def _slips(progress: Progress, language: Language) -> Iterator[_Row]:
    for each in progress.units:
        for slip in each.slips:
            yield [
                each.unit.name,
                term(each.unit.category, language) or None,
                language("时限推迟", "put off"),
                slip.field,
                None,
                slip.steps[-1].after,
                None,
                slip.days,
                language(f"推迟{len(slip.steps)}次", f"put off {len(slip.steps)} times"),
                _reasons(slip, language),
            ]


def _reasons(slip: Slip, language: Language) -> Cell:
    """Each step, and why, as 调整说明 says; a step without a reason is worth a look."""
    none = language("没有说明", "no reason given")
    told = [f"{step.before} → {step.after}: {step.reason or none}" for step in slip.steps]
    return Toned("\n".join(told), Tone.PLAIN if all(step.reason for step in slip.steps) else Tone.WARN)
