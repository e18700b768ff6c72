"""One thing of a report → plain data: a unit, an arrival, a measure, a figure, a change."""

from decimal import Decimal
from typing import Any

from xunbiao.model.campaign import Unit
from xunbiao.model.language import Language
from xunbiao.model.obligation import Obligation, Turnout
from xunbiao.model.progress import DueChange, PracticeUse, Signal, UnitProgress
from xunbiao.model.standing import (
    FilingFigures,
    IndicatorStanding,
    MeasureChange,
    MeasureStanding,
    Slip,
    StatusCount,
    count_statuses,
)

Json = dict[str, Any]


def who(unit: Unit) -> Json:
    return {"unit": unit.id, "name": unit.name}


def five_numbers(turnout: Turnout) -> Json:
    """The five numbers as the contract names them, and what follows from them."""
    return {
        "expected": turnout.expected,
        "actual": turnout.actual,
        "reporting_rate": turnout.reporting_rate,
        "on_time": turnout.on_time,
        "on_time_rate": turnout.on_time_rate,
        "late_count": turnout.late,
        "missing_count": turnout.missing,
    }


def arrival(owed: Obligation) -> Json:
    """How a document came in, with nulls where it did not; `days_late` of what is missing counts up to today."""
    delivery = owed.delivery
    return {
        "state": owed.state.value,
        "days_late": owed.days_late,
        "arrived_on": delivery.day if delivery else None,
        "arrived_at": delivery.arrived_at if delivery else None,
        "source": delivery.source.value if delivery else None,
        "commit": delivery.commit if delivery else None,
        "changed_on": delivery.changed_on if delivery else None,
        "flags": [flag.value for flag in delivery.flags] if delivery else [],
    }


def late(owed: Obligation) -> Json:
    return {**who(owed.unit), **arrival(owed)}


def missing(owed: Obligation) -> Json:
    return {**who(owed.unit), "due": owed.due, "days_late": owed.days_late}


def due_change(change: DueChange) -> Json:
    return {
        "field": change.field,
        "from": change.before or None,
        "to": change.after or None,
        "arrived_on": change.day,
        "commit": change.commit,
    }


def status_counts(counted: StatusCount) -> Json:
    """Measures by 状态; `by_status` and `unreported` add up to `total`."""
    return {
        "total": counted.total,
        "by_status": dict(counted.by_status),
        "unreported": counted.unreported,
        "average_completion": counted.average_completion,
        "completion_given": len(counted.completions),
    }


def measure(unit: Unit, standing: MeasureStanding) -> Json:
    return {
        **who(unit),
        "id": standing.id,
        "part": standing.part or None,
        "text": standing.text,
        "person": standing.person or None,
        "deadline": standing.deadline,
        "in_filing": standing.in_filing,
        "status": standing.status or None,
        "completion": standing.completion,
        "last_status": standing.last_status or None,
        "last_told": str(standing.last_told) if standing.last_told else None,
        "days_overdue": standing.days_overdue,
    }


def slip(unit: Unit, put_off: Slip) -> Json:
    steps = [
        {
            "arrived_on": step.day,
            "from": step.before,
            "to": step.after,
            "commit": step.commit,
            "reason": step.reason or None,
        }
        for step in put_off.steps
    ]
    return {**who(unit), "field": put_off.field, "times": len(steps), "days": put_off.days, "steps": steps}


def indicator(unit: Unit, standing: IndicatorStanding) -> Json:
    metric = standing.metric
    return {
        **who(unit),
        "id": standing.id,
        "part": standing.part,
        "indicator": metric.name,
        "dimension": metric.dimension or None,
        "measured_in": metric.unit or None,
        "baseline": metric.baseline,
        "value": standing.value,
        "target": metric.target,
        "value_as_of": standing.as_of or None,
        "deadline": standing.deadline,
        "share_of_the_way": standing.share,
        "trail": [{"quarter": str(quarter), "share_of_the_way": share} for quarter, share in standing.trail],
        "straight_line": standing.line,
        "pace": standing.pace.value if standing.pace else None,
        "reached": standing.is_reached,
        "goal_above_baseline": not standing.leads_nowhere,
    }


def practice(use: PracticeUse) -> Json:
    return {
        "practice": use.code,
        "title": use.title or None,
        "units": [unit.id for unit in use.units],
        "measures": [{"unit": unit.id, "measure": measure, "named": code} for unit, measure, code in use.uses],
    }


def change(unit: Unit, changed: MeasureChange) -> Json:
    return {
        **who(unit),
        "id": changed.id,
        "from": _told(changed.before),
        "to": _told(changed.after),
        "completion_delta": changed.delta,
    }


def _told(told: tuple[str, Decimal | None] | None) -> Json | None:
    return {"status": told[0] or None, "completion": told[1]} if told else None


def signal(unit: Unit, found: Signal, language: Language) -> Json:
    return {
        **who(unit),
        "path": found.path,
        "line": found.line,
        "code": found.code,
        "field": found.field,
        "message": found.message.in_(language),
    }


def unit(each: UnitProgress) -> Json:
    """A unit's own row: the five numbers as 1 and 0, so that they add up to the total."""
    figures = each.figures
    return {
        **who(each.unit),
        "class": each.unit.category or None,
        **five_numbers(each.report.turnout),
        **arrival(each.report),
        "readable": each.readable,
        "filing": arrival(each.filing) if each.filing else None,
        "measures": {**status_counts(count_statuses(each.measures)), "overdue": len(each.overdue)},
        "indicators": {"total": len(each.indicators), "reached": sum(one.is_reached for one in each.indicators)},
        "goals": figures.goals if figures else None,
        "goals_quantified": figures.goals_quantified if figures else None,
        "measures_named": figures.measures_named if figures else None,
        "four_questions": _questions(figures) if figures else None,
        "four_cuts": dict(figures.cuts) if figures else None,
        "practices": sorted({code for code, _ in figures.practices}) if figures else None,
        "outcome": _outcome(each),
    }


def _questions(figures: FilingFigures) -> Json:
    questions = figures.questions
    return {
        "answered": questions.answered,
        "strength": questions.strength,
        "gap": questions.gap,
        "means": questions.means,
        "deadline": questions.deadline,
    }


def _outcome(each: UnitProgress) -> Json | None:
    if each.outcome is None:
        return None
    issued = [{"名称": one.name, "文号": one.number, "印发日期": one.issued} for one in each.outcome.institutions]
    return {**{label: list(texts) for label, texts in each.outcome.texts.items()}, "制度成果": issued}
