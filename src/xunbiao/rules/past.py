"""Event → what the rules on history ask and say of it."""

from collections.abc import Mapping

from xunbiao.calendar import local_day
from xunbiao.model.diagnostic import field_name
from xunbiao.model.document import Kind
from xunbiao.model.history import Event
from xunbiao.model.language import Phrase
from xunbiao.rules.rule import Context

LONGEST = 40
"""Characters of an old value in a sentence."""


def is_late_change(event: Event) -> bool:
    """A change to a filing that arrived after filings were due."""
    return event.document.kind is Kind.FILING and event.after_deadline


def told(event: Event, context: Context) -> Mapping[str, object]:
    """The values for a rule's sentence: which field, from what to what, and by whom."""
    change = event.change
    return {
        "field": field_name(change.path),
        "before": short(change.before),
        "after": short(change.after),
        "by": by(event, context),
    }


def by(event: Event, context: Context) -> Phrase:
    """Who did it and when it arrived; what is not in git yet says so."""
    if not event.commit.id:
        return Phrase("尚未提交的改动", "not yet in git")
    day = local_day(context.campaign, event.commit.arrived_at)
    return Phrase(f"{event.commit.author}，{day} 到达", f"{event.commit.author}, arrived on {day}")


def short(value: object) -> str:
    """A plain value as it can be quoted in a sentence; nothing for a list or an entry."""
    text = str(value) if isinstance(value, str | int | float) or hasattr(value, "as_tuple") else ""
    return text if len(text) <= LONGEST else f"{text[:LONGEST]}…"
