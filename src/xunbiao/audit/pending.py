"""documents in git × documents in the folder → Events that handing them in today would make; pure."""

from collections.abc import Mapping
from datetime import date, datetime, time

from xunbiao.audit.explanations import entries, reason_for
from xunbiao.audit.versions import Version
from xunbiao.changes import diff
from xunbiao.model.campaign import Campaign
from xunbiao.model.history import Commit, Event
from xunbiao.workspace import key_of


def pending_events(
    before: Mapping[str, Version], after: Mapping[str, Version], campaign: Campaign, day: date
) -> list[Event]:
    """What changed between two states of the same campaign, both by path; a version that cannot be read tells nothing.

    The events' commit has no id and no author: it is yet to be made.
    """
    at = datetime.combine(day, time(12), campaign.zone)
    commit = Commit("", (), "", "", at, at, at, "")
    found = []
    for path in sorted({*before, *after}):
        key, old, new = key_of(path), before.get(path), after.get(path)
        if key is None or not all(each is None or isinstance(each, dict) for each in (old, new)):
            continue
        due = campaign.due(key)
        explained = entries([new]) if new is not None else []
        for change in diff(key.kind, old, new):  # type: ignore[arg-type]
            late = due is not None and day > due
            found.append(Event(commit, key.unit, key, change, late, reason_for(change, explained)))
    return found
