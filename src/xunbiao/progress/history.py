"""Revisions, Events → deadlines that slipped and due dates that were moved."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from xunbiao.calendar import local_day
from xunbiao.model.campaign import Campaign
from xunbiao.model.diagnostic import field_name
from xunbiao.model.document import Kind
from xunbiao.model.history import ChangeKind, Event, FileChange, Revision
from xunbiao.model.period import iso_day
from xunbiao.model.progress import DueChange
from xunbiao.model.standing import Slip, SlipStep
from xunbiao.workspace import CONFIG

_DUE_DATES = ("申报截止", "季度截止", "总结截止")


def bearing_on_deadlines(revisions: Sequence[Revision]) -> Iterator[Revision]:
    """The revisions with those files alone that can tell of a moved deadline, so that no more versions need be read:
    the configuration, filings that were changed after they came in, and all of a revision that moves a folder."""
    seen = Counter(file.path for revision in revisions for file in revision.files)
    for revision in revisions:
        if any(_is_filing(file.path) and file.after is None for file in revision.files):
            yield revision
            continue
        parts = tuple(replace(part, files=_telling(part.files, seen)) for part in revision.parts)
        yield replace(revision, files=_telling(revision.files, seen), parts=parts)


def _telling(files: Sequence[FileChange], seen: Mapping[str, int]) -> tuple[FileChange, ...]:
    return tuple(file for file in files if file.path == CONFIG or (_is_filing(file.path) and seen[file.path] > 1))


def _is_filing(path: str) -> bool:
    return path.startswith("filings/") and path.endswith("/filing.yaml")


def slips(campaign: Campaign, events: Iterable[Event]) -> Mapping[str, tuple[Slip, ...]]:
    """The 时限 of filings that were moved to later days, by the id that the unit goes by today."""
    steps: dict[str, dict[str, list[SlipStep]]] = defaultdict(lambda: defaultdict(list))
    for event in events:
        if event.document.kind is Kind.FILING and event.change.kind is ChangeKind.SLIPPED:
            before, after = (iso_day(str(each)) for each in (event.change.before, event.change.after))
            if before and after:
                day = local_day(campaign, event.commit.arrived_at)
                step = SlipStep(day, before, after, event.commit.id, event.explanation)
                steps[event.unit][field_name(event.change.path)].append(step)
    return {unit: tuple(Slip(field, tuple(taken)) for field, taken in fields.items()) for unit, fields in steps.items()}


def due_changes(campaign: Campaign, events: Iterable[Event]) -> tuple[DueChange, ...]:
    """The campaign's own due dates that were set otherwise after the campaign had begun."""
    return tuple(
        DueChange(
            field_name(event.change.path),
            str(event.change.before or ""),
            str(event.change.after or ""),
            local_day(campaign, event.commit.arrived_at),
            event.commit.id,
        )
        for event in events
        if event.document.kind is Kind.CAMPAIGN and event.change.path[:1] and event.change.path[0] in _DUE_DATES
    )
