"""A campaign opened for work: its files, wherever they lie (a folder, a commit), and what its configuration says."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Protocol

from xunbiao.model.campaign import Campaign, Roster
from xunbiao.model.diagnostic import Finding, Skipped
from xunbiao.model.document import DocumentKey, Kind
from xunbiao.model.practice import Catalogue


class Files(Protocol):
    """The files of a campaign. Paths are relative to the campaign folder, with forward slashes."""

    @property
    def place(self) -> str:
        """What to call where they lie: the folder's path, or a commit."""
        ...

    @property
    def keys(self) -> Sequence[DocumentKey]:
        """The documents there are, sorted by path."""
        ...

    @property
    def strays(self) -> Sequence[tuple[str, Finding]]:
        """Paths where something lies that is no document, though it looks like one."""
        ...

    @property
    def skipped(self) -> Sequence[Skipped]:
        """Files that are none of the campaign's business."""
        ...

    def read(self, path: str) -> bytes | Finding:
        """A file's bytes, or why it cannot be read."""
        ...

    def read_all(self, paths: Sequence[str]) -> Iterator[bytes | Finding]:
        """The same of many files, one after the other, which may be much faster."""
        ...


@dataclass(frozen=True, slots=True)
class Workspace:
    """Everything a command needs to know of a campaign.

    `read_catalogue` gives the practices, the same ones each time; to read them first takes longer than the rest of
    the configuration together, and most commands never ask.
    """

    files: Files
    campaign: Campaign
    roster: Roster
    read_catalogue: Callable[[], Catalogue] = field(repr=False, compare=False)
    folders: tuple[str, ...] = field(init=False, repr=False, compare=False)
    """The ids of the units that have documents, sorted."""
    _of_units: Mapping[str, tuple[DocumentKey, ...]] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        of_units: dict[str, list[DocumentKey]] = {}
        for key in self.files.keys:
            if key.kind in _OF_UNITS:
                of_units.setdefault(key.unit, []).append(key)
        object.__setattr__(self, "folders", tuple(sorted(of_units)))
        object.__setattr__(self, "_of_units", {unit: tuple(keys) for unit, keys in of_units.items()})

    @property
    def catalogue(self) -> Catalogue:
        return self.read_catalogue()

    def keys_of(self, unit: str) -> tuple[DocumentKey, ...]:
        """A unit's documents, sorted by path."""
        return self._of_units.get(unit, ())


_OF_UNITS = frozenset({Kind.FILING, Kind.QUARTERLY, Kind.SUMMARY})
