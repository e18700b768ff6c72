"""events → the events that were asked for."""

from dataclasses import dataclass
from datetime import date

from xunbiao.calendar import local_day
from xunbiao.model.campaign import Campaign
from xunbiao.model.diagnostic import Path
from xunbiao.model.history import ChangeKind, Event


@dataclass(frozen=True, slots=True)
class Selection:
    """Which events are asked for: by field or item, by the days between which they arrived, by kind."""

    field: str
    first: date | None
    last: date | None
    kinds: frozenset[ChangeKind]

    def takes(self, event: Event, campaign: Campaign) -> bool:
        """`field` names a stretch of the way to what changed: `目标值`, `M1`, `对标方向.举措`, never part of a word."""
        day = local_day(campaign, event.commit.arrived_at)
        in_time = (self.first is None or self.first <= day) and (self.last is None or day <= self.last)
        return in_time and event.change.kind in self.kinds and self._names(event.change.path)

    def _names(self, path: Path) -> bool:
        wanted = [part for part in self.field.replace("[", ".").replace("]", "").split(".") if part]
        parts = [str(part) for part in path]
        starts = range(len(parts) - len(wanted) + 1)
        return not wanted or any(parts[start : start + len(wanted)] == wanted for start in starts)
