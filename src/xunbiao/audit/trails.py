"""Revisions → Trails: each document's life, whatever folder it lay in."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from xunbiao.audit.versions import Versions
from xunbiao.changes import likeness
from xunbiao.model.campaign import Roster
from xunbiao.model.document import DocumentKey, Kind
from xunbiao.model.history import Commit, FileChange, Revision
from xunbiao.workspace import key_of

# Two versions in different folders are one document that moved if at least this share of what they say is the same.
_SAME_DOCUMENT = 0.5


def former_ids(roster: Roster) -> dict[str, str]:
    """Which unit was which before: id → former id, out of 前身, which may be an id, a 全称 or an alias."""
    former = {unit.id: roster.find(unit.formerly) for unit in roster if unit.formerly}
    return {id_: unit.id if unit else roster.units[id_].formerly for id_, unit in former.items()}


def present_id(unit: str, successors: Mapping[str, str]) -> str:
    """The id a unit goes by now: the last in its line of successors."""
    seen = {unit}
    while (unit_now := successors.get(unit, unit)) not in seen:
        unit = unit_now
        seen.add(unit)
    return unit


@dataclass(frozen=True, slots=True)
class Step:
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
class Trail:
    """A document's life, whatever folder it lay in."""

    steps: list[Step] = field(default_factory=list)

    @property
    def unit(self) -> str:
        """The id of the folder where it lay last; none for xunbiao.yaml and units.yaml."""
        return self.steps[-1].key.unit

    @property
    def is_roster(self) -> bool:
        return self.steps[-1].key.kind is Kind.UNITS

    @property
    def blobs(self) -> list[str]:
        """The versions that must be read to tell it, each once, in the order of their first mention."""
        wanted: dict[str | None, None] = {}
        for step in self.steps:
            wanted[step.change.after] = None
            for _, change in step.parts if step.sole_author is None else ():
                wanted |= dict.fromkeys((change.before, change.after, *change.others))
        return [blob for blob in wanted if blob]


def trails(revisions: Iterable[Revision], versions: Versions, formerly: Mapping[str, str]) -> list[Trail]:
    open_: dict[str, Trail] = {}
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
            trail = moving.get(change.path) or open_.get(change.path) or _left_behind(key, formerly, open_)
            if trail is None:
                trail = Trail()
                trails.append(trail)
            open_[change.path] = trail
            moved_from = moves.get(change.path, "")
            parts = hands.get(moved_from, []) + hands.get(change.path, [])
            trail.steps.append(Step(order, revision, key, change, moved_from, parts))
    return trails


def _left_behind(key: DocumentKey, formerly: Mapping[str, str], open_: dict[str, Trail]) -> Trail | None:
    """The trail of a document that was deleted under its unit's former id, and now comes back under the new one."""
    old = replace(key, unit=formerly[key.unit]).path if key.unit in formerly else ""
    gone = old in open_ and open_[old].steps[-1].change.after is None
    return open_.pop(old) if gone else None


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
    contents = dict(zip(ids, versions(list(ids), Kind.FILING), strict=True)) if ids else {}
    found: dict[str, str] = {}
    for new, old in pairs:
        says, said = contents[new.after or ""], contents[old.before or ""]
        free = new.path not in found and old.path not in found.values()
        if free and isinstance(says, dict) and isinstance(said, dict) and likeness(says, said) >= _SAME_DOCUMENT:
            found[new.path] = old.path
    return found


def _name(path: str) -> str:
    return path.rpartition("/")[2]
