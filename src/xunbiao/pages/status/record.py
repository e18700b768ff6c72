"""Agenda → plain data: what is owed, for programs."""

from collections.abc import Sequence
from typing import Any

from xunbiao.model.obligation import Agenda, Obligation, count
from xunbiao.pages.report.entries import arrival, five_numbers, who

VERSION = 1
"""Raised when a field goes or changes its meaning; new fields leave it."""

Json = dict[str, Any]


def record(agenda: Agenda) -> Json:
    """What everyone owes, or one unit; numbers that hang on arrivals are null without git."""
    following = agenda.next_due
    return {
        "version": VERSION,
        "campaign": agenda.campaign_name,
        "today": agenda.today,
        "knows_arrivals": agenda.knows_arrivals,
        "documents": [_document(agenda, owed) for owed in agenda.by_document.values()],
        "next": _document(agenda, following) if following else None,
        "obligations": [_obligation(each) for each in agenda.obligations],
    }


def _document(agenda: Agenda, owed: Sequence[Obligation]) -> Json:
    numbers = five_numbers(count(owed))
    if not agenda.knows_arrivals:
        numbers |= dict.fromkeys(("on_time", "on_time_rate", "late_count"))
    return {**_key(owed[0]), **numbers}


def _key(owed: Obligation) -> Json:
    quarter = owed.key.quarter
    return {
        "document": owed.key.kind.value,
        "quarter": str(quarter) if quarter else None,
        "due": owed.due,
        "days_left": owed.days_left,
    }


def _obligation(owed: Obligation) -> Json:
    return {
        **who(owed.unit),
        **_key(owed),
        "path": owed.delivery.path if owed.delivery else owed.key.path,
        **arrival(owed),
        "uncommitted": owed.work.value if owed.work else None,
    }
