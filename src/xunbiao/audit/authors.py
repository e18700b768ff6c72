"""Change → Commit: who made it, field by field, among all that a merge brought in."""

from collections.abc import Mapping, Sequence
from typing import Any

from xunbiao.audit.trails import Step
from xunbiao.audit.versions import Version
from xunbiao.changes import diff
from xunbiao.model.diagnostic import Path
from xunbiao.model.document import Kind
from xunbiao.model.history import Change, ChangeKind, Commit, FileChange

Hands = Sequence[tuple[Commit, Sequence[Change]]]
"""Who had a hand in a document on the way to the main line, and what of it was their own: oldest first."""


def hands(step: Step, contents: Mapping[str, Version]) -> Hands:
    """Everybody who had a hand in a step; nobody where one commit did all of it."""
    if step.sole_author:
        return ()
    return [(commit, _own_changes(step.key.kind, file, contents)) for commit, file in step.parts]


def author(step: Step, change: Change, involved: Hands) -> Commit:
    """Who made a change: the last that touched the field, of something new who created it; failing all, the merge."""
    if step.sole_author:
        return step.sole_author
    latest_first = list(reversed(involved))
    if change.kind in (ChangeKind.CREATED, ChangeKind.REMOVED):
        for commit, own in latest_first:
            if any(each.kind is change.kind and _within(change.path, each.path) for each in own):
                return commit
    for commit, own in latest_first:
        if any(_overlap(change.path, each.path) for each in own):
            return commit
    return step.revision.commit


def made_in_merging(step: Step, changes: Sequence[Change], involved: Hands) -> list[Change]:
    """What a merge did to something that it brought in itself, which else would drown in that something's creation."""
    if not involved or involved[-1][0].id != step.revision.commit.id:
        return []
    created = [each.path for each in changes if each.kind is ChangeKind.CREATED]
    own = involved[-1][1]
    return [each for each in own if any(each.path != path and _within(each.path, path) for path in created)]


def _own_changes(kind: Kind, file: FileChange, contents: Mapping[str, Version]) -> list[Change]:
    """Where a version differs from every version it was made from, as closely as the nearest of them tells it."""
    after = _data(file.after, contents)
    sides = [diff(kind, _data(before, contents), after) for before in (file.before, *file.others)]
    own = {
        change.path: change
        for side in sides
        for change in side
        if all(other is side or any(_overlap(change.path, each.path) for each in other) for other in sides)
    }
    return [own[path] for path in own if not any(each != path and _within(each, path) for each in own)]


def _data(blob: str | None, contents: Mapping[str, Version]) -> dict[str, Any] | None:
    version = contents.get(blob) if blob else None
    return version if isinstance(version, dict) else None


def _within(path: Path, whole: Path) -> bool:
    return path[: len(whole)] == whole


def _overlap(one: Path, other: Path) -> bool:
    """Whether two paths name the same value or one lies within the other."""
    return _within(one, other) or _within(other, one)
