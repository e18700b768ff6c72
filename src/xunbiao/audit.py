"""Revisions → Events: who changed what from what to what, and when it arrived; pure.

An event is told per field and arrival: the state before and after each commit on the main line are compared, so what
was undone within a branch never shows, and each difference goes to the commit that last touched that field on the way.
A document keeps its trail when its unit's folder is renamed, when it is deleted and restored, and when a version in
between cannot be read: the next one is held against the last that could. What was dropped is remembered, so that a
goal that comes back lower is told as loosened, however many commits lie between.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from xunbiao import source
from xunbiao.calendar import local_day
from xunbiao.changes import diff, is_blank, likeness
from xunbiao.model.campaign import Campaign, Roster
from xunbiao.model.diagnostic import Path
from xunbiao.model.document import DocumentKey, Kind
from xunbiao.model.history import Change, ChangeKind, Commit, Event, FileChange, Revision
from xunbiao.model.language import Phrase
from xunbiao.rules import all_rules
from xunbiao.workspace import key_of


@dataclass(frozen=True, slots=True)
class Unreadable:
    """A version of a document that is no data, and why."""

    reason: Phrase


Version = dict[str, Any] | Unreadable
Versions = Callable[[Sequence[str]], Iterator[Version]]
"""Blob ids → their versions, in order: one stream, so that nothing is read or parsed twice."""

TOO_LARGE = Unreadable(Phrase("超过256 KiB", "larger than 256 KiB"))
LINK = Unreadable(Phrase("是符号链接或子模块", "a symbolic link or submodule"))
_MISSING = Unreadable(Phrase("没有内容", "no contents"))

# Two versions in different folders are one document that moved if at least this share of what they say is the same.
_SAME_DOCUMENT = 0.5


def read_version(raw: bytes | None) -> Version:
    """A blob as `repository.blobs` gives it → its data, or why it has none. Never raises."""
    if raw is None:
        return TOO_LARGE
    parsed = source.parse(raw)
    if parsed.data is not None:
        return parsed.data
    finding = next(each for each in reversed(parsed.findings) if each.code not in ("XB005", "XB017"))
    message = all_rules()[finding.code].message.fill(finding.values)
    line = finding.span.line if finding.span else 1
    return Unreadable(Phrase(f"第{line}行：{message.zh}", f"line {line}: {message.en}"))


def former_ids(roster: Roster) -> dict[str, str]:
    """Which unit was which before: id → former id, out of 前身, which may be an id, a 全称 or an alias."""
    former = {unit.id: roster.find(unit.formerly) for unit in roster if unit.formerly}
    return {id_: unit.id if unit else roster.units[id_].formerly for id_, unit in former.items()}


def events(revisions: Iterable[Revision], versions: Versions, campaign: Campaign, roster: Roster) -> list[Event]:
    """All that happened to the campaign's documents, in the order of arrival.

    `revisions` oldest first, as `repository.revisions` yields them. The first version of xunbiao.yaml and units.yaml is
    no event, each change of them is one. Nobody is judged: whether a change was called for, its reader decides.
    """
    formerly = former_ids(roster)
    trails = _trails(revisions, versions, formerly)
    needed = [trail.blobs for trail in trails]
    stream = versions([blob for blobs in needed for blob in blobs])
    successors = {old: new for new, old in formerly.items()}
    told: list[tuple[int, str, int, Event]] = []
    for trail, blobs in zip(trails, needed, strict=True):
        contents = {blob: next(stream) for blob in blobs}
        unit = _today(trail.steps[-1].key.unit, successors)
        for number, (step, commit, change) in enumerate(_tell(trail, contents)):
            event = _event(step, commit, change, unit, campaign)
            told.append((step.order, step.key.path, number, event))
    told.sort(key=lambda each: each[:3])
    return [event for *_, event in told]


def _event(step: "_Step", commit: Commit, change: Change, unit: str, campaign: Campaign) -> Event:
    if step.key.kind is Kind.UNITS and change.path[:1] == ("单位",) and len(change.path) > 1:
        unit = str(change.path[1])
    due = campaign.due(step.key)
    late = due is not None and local_day(campaign, commit.arrived_at) > due
    return Event(commit, unit, step.key, change, late)


def _today(unit: str, successors: Mapping[str, str]) -> str:
    """The id a unit goes by now: the last in its line of successors."""
    seen = {unit}
    while (unit_now := successors.get(unit, unit)) not in seen:
        unit = unit_now
        seen.add(unit)
    return unit


@dataclass(frozen=True, slots=True)
class _Step:
    """What one revision did to one document, and who had a hand in it where the revision is a merge: oldest first."""

    order: int
    revision: Revision
    key: DocumentKey
    change: FileChange
    moved_from: str
    parts: Sequence[tuple[Commit, FileChange]]

    @property
    def sole_author(self) -> Commit | None:
        """Who did all of it; None where versions in between must be looked at."""
        if not self.parts:
            return self.revision.commit
        commit, change = self.parts[-1]
        whole = (change.before, change.after) == (self.change.before, self.change.after) and not any(change.others)
        return commit if len(self.parts) == 1 and whole else None


@dataclass(slots=True)
class _Trail:
    """A document's life, whatever folder it lay in."""

    steps: list[_Step] = field(default_factory=list)

    @property
    def blobs(self) -> list[str]:
        """The versions that must be read to tell it, each once, in the order of their first mention."""
        wanted: dict[str | None, None] = {}
        for step in self.steps:
            wanted[step.change.after] = None
            for _, change in step.parts if step.sole_author is None else ():
                wanted |= dict.fromkeys((change.before, change.after, *change.others))
        return [blob for blob in wanted if blob]


def _trails(revisions: Iterable[Revision], versions: Versions, formerly: Mapping[str, str]) -> list[_Trail]:
    open_: dict[str, _Trail] = {}
    trails = []
    for order, revision in enumerate(revisions):
        moves = revision.moves(formerly)
        moves |= _alike(revision, moves, versions)
        left = set(moves.values())
        moving = {path: open_.pop(old) for path, old in moves.items() if old in open_}
        hands = _hands(revision)
        for change in revision.files:
            key = key_of(change.path)
            if key is None or change.path in left:
                continue
            trail = moving.get(change.path) or open_.get(change.path)
            if trail is None:
                trail = _Trail()
                trails.append(trail)
            open_[change.path] = trail
            moved_from = moves.get(change.path, "")
            parts = hands.get(moved_from, []) + hands.get(change.path, [])
            trail.steps.append(_Step(order, revision, key, change, moved_from, parts))
    return trails


def _hands(revision: Revision) -> dict[str, list[tuple[Commit, FileChange]]]:
    """Who touched which path among the commits that a merge brought in."""
    hands: dict[str, list[tuple[Commit, FileChange]]] = {}
    for part in revision.parts:
        for change in part.files:
            hands.setdefault(change.path, []).append((part.commit, change))
    return hands


def _alike(revision: Revision, moves: Mapping[str, str], versions: Versions) -> dict[str, str]:
    """Further moves: a document that left a folder while another, saying much the same, entered one."""
    lost = [each for each in revision.files if each.before and each.after is None and each.path not in moves.values()]
    won = [each for each in revision.files if each.after and each.before is None and each.path not in moves]
    pairs = [(new, old) for new in won for old in lost if _name(new.path) == _name(old.path)] if lost else []
    ids = dict.fromkeys(blob for new, old in pairs for blob in (new.after, old.before) if blob)
    contents = dict(zip(ids, versions(list(ids)), strict=True)) if ids else {}
    found: dict[str, str] = {}
    for new, old in pairs:
        says, said = contents[new.after or ""], contents[old.before or ""]
        free = new.path not in found and old.path not in found.values()
        if free and isinstance(says, dict) and isinstance(said, dict) and likeness(says, said) >= _SAME_DOCUMENT:
            found[new.path] = old.path
    return found


def _name(path: str) -> str:
    return path.rpartition("/")[2]


def _tell(trail: _Trail, contents: Mapping[str, Version]) -> Iterator[tuple[_Step, Commit, Change]]:
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
        for change in changes:
            yield step, _author(step, change, contents), change


def _version(change: FileChange, contents: Mapping[str, Version]) -> Version | None:
    if change.after is None:
        return LINK if change.link else None
    return contents.get(change.after, _MISSING)


def _changes(
    step: _Step, known: dict[str, Any] | None, version: dict[str, Any], there: bool, dropped: dict[Path, Any]
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
    return [each for each in changes if each.path[: len(path)] == path]


def _with(data: dict[str, Any], path: Path, value: Any) -> dict[str, Any]:
    """A copy of data with a value put in at a path where there is none."""
    key = str(path[0])
    inside = data.get(key)
    if len(path) == 1:
        return {**data, key: value} if is_blank(inside) else data
    return {**data, key: _with(inside if isinstance(inside, dict) else {}, path[1:], value)}


def _author(step: _Step, change: Change, contents: Mapping[str, Version]) -> Commit:
    """Who made a change: of the commits that a merge brought in, the last that touched the field, else the merge."""
    sole = step.sole_author
    if sole is not None:
        return sole
    parts = step.parts
    if change.path == () and change.kind in (ChangeKind.CREATED, ChangeKind.REMOVED):
        made = change.kind is ChangeKind.CREATED
        parts = [part for part in parts if (part[1].before if made else part[1].after) is None] or parts
        return parts[-1][0]
    for commit, file in reversed(parts):
        if any(_overlap(change.path, path) for path in _own_paths(step.key.kind, file, contents)):
            return commit
    return step.revision.commit


def _own_paths(kind: Kind, file: FileChange, contents: Mapping[str, Version]) -> list[Path]:
    """The fields in which a version differs from every version it was made from."""
    first, *others = (
        [change.path for change in diff(kind, _data(before, contents), _data(file.after, contents))]
        for before in (file.before, *file.others)
    )
    return [path for path in first if all(any(_overlap(path, each) for each in other) for other in others)]


def _data(blob: str | None, contents: Mapping[str, Version]) -> dict[str, Any] | None:
    version = contents.get(blob) if blob else None
    return version if isinstance(version, dict) else None


def _overlap(one: Path, other: Path) -> bool:
    """Whether two paths name the same value or one lies within the other."""
    length = min(len(one), len(other))
    return one[:length] == other[:length]
