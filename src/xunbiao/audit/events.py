"""Revisions → Events: who changed what from what to what, when it arrived, and whether that was after the deadline."""

from collections.abc import Callable, Iterable, Sequence

from xunbiao.audit.explanations import entries, reason_for
from xunbiao.audit.telling import tell
from xunbiao.audit.trails import Step, Trail, former_ids, present_id, trails
from xunbiao.audit.versions import Versions
from xunbiao.calendar import arrival_day
from xunbiao.model.campaign import Campaign, Roster
from xunbiao.model.document import Kind
from xunbiao.model.history import Change, Commit, Event, Revision

Told = tuple[int, str, int, Event]
"""An event with what it is ordered by: the arrival, the document's path, its number there."""

Spread = Callable[[Callable[[int, int], list[Told]], int], list[list[Told]]]
"""Work that is given (part, parts), and how many versions there are → what each part gave."""


def events(
    revisions: Iterable[Revision],
    versions: Versions,
    campaign: Campaign,
    roster: Roster,
    unit: str = "",
    spread: Spread | None = None,
) -> list[Event]:
    """All that happened to the campaign's documents, or to one unit's (by its present id), in the order of arrival.

    `revisions` oldest first, as `repository.revisions` yields them. The first version of xunbiao.yaml and units.yaml is
    no event, each change of them is one. Nobody is judged: whether a change was called for, its reader decides.
    `spread` may share the documents among processes, each of which then asks `versions` for itself.
    """
    formerly = former_ids(roster)
    successors = {old: new for new, old in formerly.items()}
    owned = [(present_id(trail.unit, successors), trail) for trail in trails(revisions, versions, formerly)]
    wanted = [each for each in owned if not unit or each[0] in (unit, "")]

    def part(number: int, parts: int) -> list[Told]:
        return _told(wanted[number::parts], versions, campaign)

    found = [told for each in (spread or _alone)(part, sum(len(trail.steps) for _, trail in wanted)) for told in each]
    found.sort(key=lambda each: each[:3])
    return [event for *_, event in found if not unit or event.unit == unit]


def _alone(work: Callable[[int, int], list[Told]], _steps: int) -> list[list[Told]]:
    return [work(0, 1)]


def _told(owned: Sequence[tuple[str, Trail]], versions: Versions, campaign: Campaign) -> list[Told]:
    """The rosters, which may be larger than other documents, then the rest."""
    rosters, others = ([each for each in owned if each[1].is_roster is wanted] for wanted in (True, False))
    told = _told_of(rosters, versions, Kind.UNITS, campaign) if rosters else []
    return told + _told_of(others, versions, Kind.FILING, campaign)


def _told_of(owned: Sequence[tuple[str, Trail]], versions: Versions, kind: Kind, campaign: Campaign) -> list[Told]:
    """Document after document, so that only one document's versions are in memory at a time."""
    needed = [trail.blobs for _, trail in owned]
    stream = versions([blob for blobs in needed for blob in blobs], kind)
    told: list[Told] = []
    for (unit, trail), blobs in zip(owned, needed, strict=True):
        contents = {blob: next(stream) for blob in blobs}
        explained = entries(contents.values())
        for number, (step, commit, change) in enumerate(tell(trail, contents)):
            reason = reason_for(change, explained) if explained else ""
            late = _after_deadline(step, commit, campaign)
            event = Event(commit, _unit(step, change, unit), step.key, change, late, reason)
            told.append((step.order, step.key.path, number, event))
    return told


def _unit(step: Step, change: Change, owner: str) -> str:
    """Whose change it is: a line of the roster belongs to the unit it is about."""
    on_roster = step.key.kind is Kind.UNITS and change.path[:1] == ("单位",) and len(change.path) > 1
    return str(change.path[1]) if on_roster else owner


def _after_deadline(step: Step, commit: Commit, campaign: Campaign) -> bool:
    due = campaign.due(step.key)
    return due is not None and arrival_day(campaign, commit, step.key) > due
