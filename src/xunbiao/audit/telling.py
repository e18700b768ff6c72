"""Trail → Changes: what became of a document from one arrival to the next.

The next version is held against the last that could be read, through deletions and broken versions. What was dropped
is remembered, so that a goal that comes back lower is told as loosened, however many commits lie between.
"""

from collections.abc import Iterator, Mapping
from typing import Any

from xunbiao.audit.authors import author, hands, made_in_merging
from xunbiao.audit.trails import Step, Trail
from xunbiao.audit.versions import LINK, MISSING, Unreadable, Version
from xunbiao.changes import diff, is_blank
from xunbiao.model.diagnostic import Path
from xunbiao.model.document import Kind
from xunbiao.model.history import Change, ChangeKind, Commit, FileChange


def tell(trail: Trail, contents: Mapping[str, Version]) -> Iterator[tuple[Step, Commit, Change]]:
    """A document's life as changes, each with its author."""
    known: dict[str, Any] | None = None
    there = False
    dropped: dict[Path, Any] = {}
    for step in trail.steps:
        version = _version(step.change, contents)
        changes: list[Change] = []
        if version is None:
            changes = [Change((), ChangeKind.REMOVED)] if there else []
        elif isinstance(version, Unreadable):
            changes = [Change((), ChangeKind.UNREADABLE, after=version.reason)]
        else:
            changes = _changes(step, known, version, there, dropped)
            known = version
        there = version is not None
        involved = hands(step, contents) if changes else ()
        for change in changes:
            yield step, author(step, change, involved), change
        for change in made_in_merging(step, changes, involved):
            yield step, step.revision.commit, change


def _version(change: FileChange, contents: Mapping[str, Version]) -> Version | None:
    if change.after is None:
        return LINK if change.link else None
    return contents.get(change.after, MISSING)


def _changes(
    step: Step, known: dict[str, Any] | None, version: dict[str, Any], there: bool, dropped: dict[Path, Any]
) -> list[Change]:
    changes = []
    kind = step.key.kind
    if known is None:
        return [] if kind in (Kind.CAMPAIGN, Kind.UNITS) else [Change((), ChangeKind.CREATED)]
    if not there:
        changes.append(Change((), ChangeKind.CREATED))
    elif step.moved_from:
        changes.append(Change((), ChangeKind.CHANGED, step.moved_from, step.change.path))
    for change in diff(kind, known, version):
        changes.append(change)
        if change.kind is ChangeKind.CREATED:
            changes += _since_dropped(kind, known, version, change.path, dropped)
        elif change.kind is ChangeKind.REMOVED and all(isinstance(part, str) for part in change.path):
            dropped[change.path] = change.before
    return changes


def _since_dropped(
    kind: Kind, known: dict[str, Any], version: dict[str, Any], path: Path, dropped: dict[Path, Any]
) -> list[Change]:
    """How something that came back differs from what it was when it was dropped."""
    returned = sorted((each for each in dropped if each[: len(path)] == path), key=len)
    was = known
    for each in returned:
        was = _with(was, each, dropped.pop(each))
    changes = diff(kind, was, version) if returned else ()
    # That a plain field came back is told; told again is only what moved the goalposts.
    return [
        each
        for each in changes
        if each.path[: len(path)] == path and (each.path != path or each.kind is not ChangeKind.CHANGED)
    ]


def _with(data: dict[str, Any], path: Path, value: Any) -> dict[str, Any]:
    """A copy of data with a value put in at a path where there is none."""
    key = str(path[0])
    inside = data.get(key)
    if len(path) == 1:
        return {**data, key: value} if is_blank(inside) else data
    return {**data, key: _with(inside if isinstance(inside, dict) else {}, path[1:], value)}
