"""marks of all units → which units share one: twelve bytes a mark, however many units there are.

Rules across units know a text by a few hashes. First every unit's hashes are collected as bare numbers; only units
that turn out to share one are looked at again, for the places to tell.
"""

from array import array
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

_BUCKETS = 256
_SHIFT = 56


@dataclass(frozen=True, slots=True)
class Marks:
    """The marks of one rule across units: unsigned 64-bit hashes, and the number of the unit that each is of.

    They lie in buckets by their first eight bits, so that the search for equal ones holds one part in memory at a time.
    """

    hashes: "tuple[array[int], ...]" = field(default_factory=lambda: tuple(array("Q") for _ in range(_BUCKETS)))
    units: "tuple[array[int], ...]" = field(default_factory=lambda: tuple(array("I") for _ in range(_BUCKETS)))

    def add(self, unit: int, marks: Iterable[int]) -> None:
        """The marks of one unit, each kept once."""
        for mark in set(marks):
            bucket = mark >> _SHIFT
            self.hashes[bucket].append(mark)
            self.units[bucket].append(unit)


def shared(parts: Sequence[Marks]) -> Mapping[int, Sequence[int]]:
    """The marks that two or more units have, each with the numbers of those units in order; the parts together."""
    found: dict[int, list[int]] = {}
    for bucket in range(_BUCKETS):
        # A unit has a mark once: where all are different no two units share one.
        count = sum(len(part.hashes[bucket]) for part in parts)
        if len({mark for part in parts for mark in part.hashes[bucket]}) == count:
            continue
        first: dict[int, int] = {}
        for part in parts:
            for mark, unit in zip(part.hashes[bucket], part.units[bucket], strict=True):
                if first.setdefault(mark, unit) != unit:
                    found.setdefault(mark, [first[mark]]).append(unit)
    return {mark: sorted(units) for mark, units in found.items()}
