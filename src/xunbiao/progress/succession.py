"""roster, day → who owes what falls due on it, and in which folders it may lie: renamed units keep what they filed."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from xunbiao.model.campaign import Roster, Unit


@dataclass(frozen=True, slots=True)
class Succession:
    """The units that owe, in the order of the roster, and for each the ids of the folders that speak for it: its own,
    then those of its 前身 and successors that owe nothing themselves on that day."""

    expected: tuple[Unit, ...]
    folders: Mapping[str, tuple[str, ...]]

    @property
    def speaking_for(self) -> Mapping[str, tuple[str, ...]]:
        """Folder → the units that owe and for which it speaks."""
        found: dict[str, tuple[str, ...]] = {}
        for unit, folders in self.folders.items():
            for folder in folders:
                found[folder] = (*found.get(folder, ()), unit)
        return found


def succession(roster: Roster, day: date) -> Succession:
    """Who owes what falls due on a day. A unit's line runs over 前身, which may be an id, a 全称 or an alias."""
    expected = tuple(unit for unit in roster if unit.expected_on(day))
    owing = {unit.id for unit in expected}
    lines = _lines(roster)
    folders = {unit.id: (unit.id, *(each for each in lines.get(unit.id, ()) if each not in owing)) for unit in expected}
    return Succession(expected, folders)


def _lines(roster: Roster) -> dict[str, tuple[str, ...]]:
    """Units that are one by renaming or merging: id → all ids of its line, itself included."""
    lines: dict[str, set[str]] = {}
    for unit in roster:
        if unit.formerly:
            former = roster.find(unit.formerly)
            joined = {unit.id, former.id if former else unit.formerly}
            joined = joined.union(*(lines.get(each, set()) for each in joined))
            lines |= dict.fromkeys(joined, joined)
    return {id_: tuple(sorted(line)) for id_, line in lines.items()}
