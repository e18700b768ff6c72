"""Revisions → Events: who changed what from what to what, when it arrived, and whether that was after the deadline."""

from collections.abc import Iterable, Sequence

from xunbiao.audit.explanations import entries, reason_for
from xunbiao.audit.telling import tell
from xunbiao.audit.trails import Step, Trail, former_ids, present_id, trails
from xunbiao.audit.versions import Versions
from xunbiao.calendar import arrival_day
from xunbiao.model.campaign import Campaign, Roster
from xunbiao.model.document import Kind
from xunbiao.model.history import Change, Commit, Event, Revision


def events(
    revisions: Iterable[Revision], versions: Versions, campaign: Campaign, roster: Roster, unit: str = ""
) -> list[Event]:
    """All that happened to the campaign's documents, or to one unit's (by its present id), in the order of arrival.

    `revisions` oldest first, as `repository.revisions` yields them. The first version of xunbiao.yaml and units.yaml is
    no event, each change of them is one. Nobody is judged: whether a change was called for, its reader decides.
    """
    formerly = former_ids(roster)
    successors = {old: new for new, old in formerly.items()}
    owned = [(present_id(trail.unit, successors), trail) for trail in trails(revisions, versions, formerly)]
    found = _events([each for each in owned if not unit or each[0] in (unit, "")], versions, campaign)
    return [event for event in found if not unit or event.unit == unit]


def _events(owned: Sequence[tuple[str, Trail]], versions: Versions, campaign: Campaign) -> list[Event]:
    """Document after document, so that only one document's versions are in memory at a time."""
    needed = [trail.blobs for _, trail in owned]
    stream = versions([blob for blobs in needed for blob in blobs])
    told: list[tuple[int, str, int, Event]] = []
    for (unit, trail), blobs in zip(owned, needed, strict=True):
        contents = {blob: next(stream) for blob in blobs}
        explained = entries(contents.values())
        for number, (step, commit, change) in enumerate(tell(trail, contents)):
            reason = reason_for(change, explained) if explained else ""
            late = _after_deadline(step, commit, campaign)
            event = Event(commit, _unit(step, change, unit), step.key, change, late, reason)
            told.append((step.order, step.key.path, number, event))
    told.sort(key=lambda each: each[:3])
    return [event for *_, event in told]


def _unit(step: Step, change: Change, owner: str) -> str:
    """Whose change it is: a line of the roster belongs to the unit it is about."""
    on_roster = step.key.kind is Kind.UNITS and change.path[:1] == ("单位",) and len(change.path) > 1
    return str(change.path[1]) if on_roster else owner


def _after_deadline(step: Step, commit: Commit, campaign: Campaign) -> bool:
    due = campaign.due(step.key)
    return due is not None and arrival_day(campaign, commit, step.key) > due
