"""Progress → plain data: the report for programs (contract §6), every figure and every item."""

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Any

from xunbiao.model.language import Language
from xunbiao.model.obligation import Obligation, State, share
from xunbiao.model.progress import Basis, Progress
from xunbiao.model.standing import FOUR_CUTS, FilingFigures, Pace
from xunbiao.pages.report import entries

VERSION = 1
"""Raised when a field goes or changes its meaning; new fields leave it."""

Json = dict[str, Any]


def record(progress: Progress, basis: Basis, language: Language) -> Json:
    """Rates are shares of 1 and null where there is no whole; 完成率 is 0–100 as in the documents; days are ISO texts.

    Codes, statuses and labels stay in Chinese as in the documents, whatever the language; only messages are in it.
    """
    return {
        "version": VERSION,
        "campaign": progress.campaign_name,
        **_period(progress),
        **_basis(basis),
        "due_changes": [entries.due_change(each) for each in progress.due_changes],
        "total": entries.five_numbers(progress.turnout),
        "classes": [{"class": name, **entries.five_numbers(each)} for name, each in progress.classes.items()],
        **_names([each.report for each in progress.units]),
        "unreadable": [entries.who(each.unit) for each in progress.units if not each.readable],
        "unexpected": [entries.who(unit) for unit in progress.extra],
        "filings": {
            **entries.five_numbers(progress.filing_turnout),
            **_names([each.filing for each in progress.units if each.filing]),
        },
        "measures": _measures(progress),
        "indicators": _indicators(progress),
        **_quality(progress.filings),
        "four_cuts": _cuts(progress),
        "practices": [entries.practice(each) for each in progress.practices],
        "changes": _changes(progress),
        "signals": [entries.signal(each.unit, one, language) for each in progress.units for one in each.signals],
        "units": [entries.unit(each) for each in progress.units],
    }


def _period(progress: Progress) -> Json:
    period = progress.period
    return {
        "quarter": str(period.quarter),
        "document": period.kind.value,
        "due": period.due,
        "today": period.today,
        "judged_on": period.judged_on,
        "has_begun": period.has_begun,
        "is_over": period.is_over,
        "due_has_passed": period.due_has_passed,
        "previous_quarter": str(period.before) if period.before else None,
    }


def _basis(basis: Basis) -> Json:
    return {
        "as_of": basis.commit,
        "as_of_asked": basis.asked,
        "as_of_arrived_at": basis.arrived_at,
        "uncommitted": [{"path": path, "state": state.value} for path, state in basis.uncommitted.items()],
    }


def _names(owed: Sequence[Obligation]) -> Json:
    return {
        "late": [entries.late(each) for each in owed if each.state is State.LATE],
        "missing": [entries.missing(each) for each in owed if not each.is_in],
    }


def _measures(progress: Progress) -> Json:
    found = [(unit.unit, each) for unit, each in progress.measures]
    quarter = progress.period.quarter
    filed = sum(each.measures for each in progress.filings)
    named = sum(each.measures_named for each in progress.filings)
    return {
        **entries.status_counts(progress.statuses),
        "filed": filed,
        "named": named,
        "named_rate": share(named, filed),
        "overdue": [entries.measure(unit, each) for unit, each in found if each.days_overdue is not None],
        "due_this_quarter": [entries.measure(unit, each) for unit, each in found if each.due_in == quarter],
        "due_next_quarter": [entries.measure(unit, each) for unit, each in found if each.due_in == quarter.next],
        "slipped": [entries.slip(each.unit, slip) for each in progress.units for slip in each.slips],
        "items": [entries.measure(unit, each) for unit, each in found],
    }


def _indicators(progress: Progress) -> Json:
    found = [each for _, each in progress.indicators]
    paces = Counter(each.pace for each in found)
    return {
        "total": len(found),
        "with_value": sum(each.value is not None for each in found),
        "reached": sum(each.is_reached for each in found),
        **{pace.value: paces[pace] for pace in Pace},
        "items": [entries.indicator(unit.unit, each) for unit, each in progress.indicators],
    }


def _quality(filings: Iterable[FilingFigures]) -> Json:
    found = list(filings)
    goals, quantified = (sum(each.goals for each in found), sum(each.goals_quantified for each in found))
    answered = Counter(each.questions.answered for each in found)
    return {
        "goals": {"total": goals, "quantified": quantified, "quantified_rate": share(quantified, goals)},
        "four_questions": {str(number): answered[number] for number in range(5)},
    }


def _cuts(progress: Progress) -> Json:
    return {
        dimension: {
            "units": sum(each.cuts[dimension] > 0 for each in progress.filings),
            "goals": sum(each.cuts[dimension] for each in progress.filings),
            "reached": sum(each.is_reached and each.metric.dimension == dimension for _, each in progress.indicators),
        }
        for dimension in FOUR_CUTS
    }


def _changes(progress: Progress) -> Json:
    before = progress.period.before
    compared = [each for each in progress.units if each.changes is not None]
    changes = [(each.unit, change) for each in compared for change in each.changes or ()]
    return {
        "since": str(before) if before else None,
        "units_compared": len(compared),
        "status": [entries.change(unit, each) for unit, each in changes if each.status_changed],
        "completion": [entries.change(unit, each) for unit, each in changes if each.delta],
        "new": [entries.change(unit, each) for unit, each in changes if each.before is None],
        "removed": [entries.change(unit, each) for unit, each in changes if each.after is None],
    }
