"""Change → Commit: who made it, field by field, among all that a merge brought in."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from xunbiao.audit.trails import Step
from xunbiao.audit.versions import Version
from xunbiao.changes import diff
from xunbiao.model.diagnostic import Path
from xunbiao.model.document import Kind
from xunbiao.model.history import Change, ChangeKind, Commit, FileChange


@dataclass(frozen=True, slots=True)
class _Reach:
    """Paths and all that lies around them, so that asking for an overlap costs no more than a path is long."""

    paths: frozenset[Path]
    above: frozenset[Path]

    def overlaps(self, path: Path) -> bool:
        """Whether one of the paths names the same value, lies within it, or holds it."""
        return path in self.above or any(whole in self.paths for whole in _wholes(path))


@dataclass(frozen=True, slots=True)
class Hand:
    """Somebody who had a hand in a document on its way to the main line, and what of it was their own."""

    commit: Commit
    own: Sequence[Change]
    reach: _Reach
    kinds: frozenset[tuple[ChangeKind, Path]]

    def made(self, kind: ChangeKind, path: Path) -> bool:
        """Whether they created (or removed) this very thing or something that holds it."""
        return any((kind, whole) in self.kinds for whole in _wholes(path))


def hands(step: Step, contents: Mapping[str, Version]) -> Sequence[Hand]:
    """Everybody who had a hand in a step, oldest first; nobody where one commit did all of it."""
    if step.sole_author:
        return ()
    own = ((commit, _own_changes(step.key.kind, file, contents)) for commit, file in step.parts)
    return [
        Hand(commit, changes, _reach(changes), frozenset((each.kind, each.path) for each in changes))
        for commit, changes in own
    ]


def author(step: Step, change: Change, involved: Sequence[Hand]) -> Commit:
    """Who made a change: the last that touched the field; of a document or item that came or went, who brought or took
    it; failing all, the merge."""
    if step.sole_author:
        return step.sole_author
    touched = [hand for hand in reversed(involved) if hand.reach.overlaps(change.path)]
    if not change.path or isinstance(change.after or change.before, dict):
        touched = [hand for hand in touched if hand.made(change.kind, change.path)] or touched
    return touched[0].commit if touched else step.revision.commit


def made_in_merging(step: Step, changes: Sequence[Change], involved: Sequence[Hand]) -> list[Change]:
    """What a merge did to something that it brought in itself, which else would drown in that something's creation."""
    if not involved or involved[-1].commit.id != step.revision.commit.id:
        return []
    created = {each.path for each in changes if each.kind is ChangeKind.CREATED}
    own = (each for each in involved[-1].own if each.path)
    return [each for each in own if any(whole in created for whole in _wholes(each.path[:-1]))]


def _own_changes(kind: Kind, file: FileChange, contents: Mapping[str, Version]) -> list[Change]:
    """How a version differs from every version it was made from, as closely as the nearest of them tells it."""
    after = _data(file.after, contents)
    sides = [diff(kind, _data(before, contents), after) for before in (file.before, *file.others)]
    reaches = [_reach(side) for side in sides]
    own = {each.path: each for side in sides for each in side if all(reach.overlaps(each.path) for reach in reaches)}
    above = {whole for path in own for whole in _wholes(path[:-1]) if path}
    return [change for path, change in own.items() if path not in above]


def _data(blob: str | None, contents: Mapping[str, Version]) -> dict[str, Any] | None:
    version = contents.get(blob) if blob else None
    return version if isinstance(version, dict) else None


def _reach(changes: Sequence[Change]) -> _Reach:
    paths = frozenset(each.path for each in changes)
    return _Reach(paths, frozenset(whole for path in paths for whole in _wholes(path)))


def _wholes(path: Path) -> Iterator[Path]:
    """A path and all that holds it, the document included."""
    return (path[:length] for length in range(len(path) + 1))
