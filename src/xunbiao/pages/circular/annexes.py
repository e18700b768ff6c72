"""Progress → what is annexed: a row a unit, who is missing or late, which measures are overdue or behind."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from xunbiao.model.language import Language
from xunbiao.model.obligation import State
from xunbiao.model.page import Annex, Block, Cell, Column, Percent, Table
from xunbiao.model.period import iso_day
from xunbiao.model.progress import Progress, UnitProgress
from xunbiao.model.report import BEHIND, DONE
from xunbiao.model.standing import count_statuses
from xunbiao.pages.terms import counted, status


@dataclass(frozen=True, slots=True)
class Attached:
    """An annex: its title, and what stands in it under its mark."""

    title: str
    blocks: Sequence[Block]


def annexes(progress: Progress, language: Language) -> Sequence[Attached]:
    """Those that have something in them, numbered where there is more than one."""
    found = [
        (language("各单位进展情况汇总表", "Unit by unit"), _summary(progress, language)),
        (_late_title(progress, language), _late(progress, language)),
        (_behind_title(progress, language), _behind(progress, language)),
        (language("制度成果清单", "Rules issued"), _institutions(progress, language)),
    ]
    kept = [(title, table) for title, table in found if table.rows]
    return [
        Attached(title, [Annex(title, at if len(kept) > 1 else None), table])
        for at, (title, table) in enumerate(kept, 1)
    ]


def _columns(
    language: Language, *titles: tuple[str, str], wide: Sequence[int] = (), words: Sequence[int] = ()
) -> Sequence[Column]:
    """Titles side by side; all are of figures but those, by their places, of prose and of short words."""
    return [
        Column(language(*title), number=at not in (*wide, *words), wide=at in wide) for at, title in enumerate(titles)
    ]


def _summary(progress: Progress, language: Language) -> Table:
    columns = _columns(
        language,
        ("序号", "No."), ("填报单位", "Unit"), ("报送情况", "Report"), ("举措", "Measures"), ("已完成", "Done"),
        ("欠进度", "Behind"), ("逾期未完成", "Overdue"), ("平均完成率", "Average"),
        ("未量化目标", "Goals without figures"),
        wide=(1,), words=(2,),
    )  # fmt: skip
    rows = [(at, *_unit(each, progress, language)) for at, each in enumerate(progress.units, 1)]
    return Table(columns, [*rows, _total(progress, language)] if rows else [])


def _unit(each: UnitProgress, progress: Progress, language: Language) -> Sequence[Cell]:
    counts = count_statuses(each.measures)
    average = counts.average_completion
    told = each.readable and each.report.is_in
    figures = each.figures
    return (
        each.unit.name,
        _state(each, progress, language),
        counts.total,
        counts.by_status[DONE] if told else None,
        counts.by_status[BEHIND] if told else None,
        len(each.overdue),
        Percent(average / 100 if average is not None else None),
        figures.goals - figures.goals_quantified if figures else None,
    )


def _total(progress: Progress, language: Language) -> Sequence[Cell]:
    counts, turnout = progress.statuses, progress.turnout
    average = counts.average_completion
    return (
        language("合计", "All"),
        language(f"{turnout.expected}个单位", counted(turnout.expected, "unit")),
        language(f"已报{turnout.actual}个", f"{turnout.actual} in"),
        counts.total,
        counts.by_status[DONE],
        counts.by_status[BEHIND],
        sum(len(each.overdue) for each in progress.units),
        Percent(average / 100 if average is not None else None),
        sum(each.goals - each.goals_quantified for each in progress.filings),
    )


def _state(each: UnitProgress, progress: Progress, language: Language) -> str:
    owed = each.report
    if not owed.is_in and not progress.period.due_has_passed:
        return language("未到期", "not due yet")
    if owed.state is State.LATE:
        return language(f"逾期{owed.days_late}天", f"{counted(owed.days_late, 'day')} late")
    return owed.state.phrase.in_(language) if owed.is_in else State.MISSING.phrase.in_(language)


def _late_title(progress: Progress, language: Language) -> str:
    turnout = progress.turnout
    if not turnout.missing or not progress.period.due_has_passed:
        return language("逾期报送单位名单", "Late units")
    if not turnout.late:
        return language("未报送单位名单", "Missing units")
    return language("未报送和逾期报送单位名单", "Missing and late units")


def _late(progress: Progress, language: Language) -> Table:
    columns = _columns(
        language,
        ("序号", "No."), ("单位", "Unit"), ("情况", "State"), ("截止日期", "Due"), ("报送日期", "Arrived"),
        ("逾期天数", "Days late"),
        wide=(1,), words=(2, 3, 4),
    )  # fmt: skip
    owed = [each.report for each in progress.units]
    missing = [each for each in owed if not each.is_in] if progress.period.due_has_passed else []
    late = sorted((each for each in owed if each.state is State.LATE), key=lambda each: -each.days_late)
    rows = [
        (
            at,
            each.unit.name,
            language("逾期报送", "late") if each.is_in else State.MISSING.phrase.in_(language),
            each.due,
            each.delivery.day if each.delivery else None,
            each.days_late,
        )
        for at, each in enumerate((*missing, *late), 1)
    ]
    return Table(columns, rows)


def _behind_title(progress: Progress, language: Language) -> str:
    if not progress.statuses.by_status[BEHIND]:
        return language("逾期未完成举措清单", "Measures overdue")
    if not any(unit.overdue for unit in progress.units):
        return language("欠进度举措清单", "Measures behind schedule")
    return language("逾期未完成和欠进度举措清单", "Measures overdue or behind schedule")


def _behind(progress: Progress, language: Language) -> Table:
    """Without the persons' names, which a circular does not spread."""
    found = [(unit, each) for unit, each in progress.measures if each.days_overdue is not None or each.status == BEHIND]
    found.sort(key=lambda row: -(row[1].days_overdue or 0))
    titles = [("序号", "No."), ("单位", "Unit"), ("举措", "Measure"), ("时限", "Deadline"), ("状态", "Status"),
              ("完成率", "Done")]  # fmt: skip
    with_days = any(each.days_overdue is not None for _, each in found)
    titles += [("逾期天数", "Days overdue")] if with_days else []
    rows: list[Sequence[Cell]] = [
        (
            at,
            unit.unit.name,
            each.text or each.id,
            each.deadline,
            status(each.last_status, language),
            Percent(each.completion / 100 if each.completion is not None else None),
            *([each.days_overdue] if with_days else []),
        )
        for at, (unit, each) in enumerate(found, 1)
    ]
    return Table(_columns(language, *titles, wide=(1, 2), words=(3, 4)), rows)


def _institutions(progress: Progress, language: Language) -> Table:
    columns = _columns(
        language,
        ("序号", "No."), ("单位", "Unit"), ("名称", "Title"), ("文号", "Number"), ("印发日期", "Issued"),
        wide=(1, 2, 3), words=(4,),
    )  # fmt: skip
    return Table(columns, [(at, *row) for at, row in enumerate(_issued(progress), 1)])


def _issued(progress: Progress) -> Iterator[Sequence[Cell]]:
    for unit in progress.units:
        for each in unit.outcome.institutions if unit.outcome else ():
            yield unit.unit.name, each.name or None, each.number or None, iso_day(each.issued) or each.issued or None
