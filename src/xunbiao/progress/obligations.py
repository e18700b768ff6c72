"""unit, document × arrivals, files → Obligation: what is owed by when, and what has become of it."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from xunbiao.calendar import arrival_day, local_day, received_day
from xunbiao.model.campaign import Campaign, Unit
from xunbiao.model.document import DocumentKey
from xunbiao.model.history import Arrival, WorkState
from xunbiao.model.obligation import DateSource, Delivery, Flag, Obligation, State


@dataclass(frozen=True, slots=True)
class Ledger:
    """What is known of documents, all by path: how they arrived (None without git), which files are there, and which
    of these differ from git. `today` decides how many days are left."""

    campaign: Campaign
    today: date
    arrivals: Mapping[str, Arrival] | None
    present: Collection[str]
    work: Mapping[str, WorkState] = field(default_factory=dict)


def obligation(ledger: Ledger, unit: Unit, key: DocumentKey, due: date, folders: Sequence[str] = ()) -> Obligation:
    """A document that a unit owes; it may lie in any of `folders`, the first one that has it counts."""
    paths = [DocumentKey(key.kind, folder, key.quarter).path for folder in folders or (unit.id,)]
    days_left = (due - ledger.today).days
    for path in paths:
        arrival = ledger.arrivals.get(path) if ledger.arrivals is not None else None
        if arrival is not None:
            delivery = _delivery(ledger.campaign, arrival, key, due)
            state = State.LATE if delivery.days_late else State.ON_TIME
            return Obligation(unit, key, due, days_left, state, delivery, ledger.work.get(path))
    if any(path in ledger.present for path in paths):
        state = State.PRESENT if ledger.arrivals is None else State.DRAFT
        return Obligation(unit, key, due, days_left, state, work=next(filter(None, map(ledger.work.get, paths)), None))
    return Obligation(unit, key, due, days_left, State.MISSING)


def _delivery(campaign: Campaign, arrival: Arrival, key: DocumentKey, due: date) -> Delivery:
    day = arrival_day(campaign, arrival.first, key)
    changed_on = arrival_day(campaign, arrival.last, key)
    on_paper = day < local_day(campaign, arrival.first.arrived_at) or received_day(arrival.first, key) == day
    # Of a document that was moved, the last commit may be the one that moved it, which is no change.
    is_same = arrival.last.id == arrival.first.id or bool(arrival.moved_from)
    flags = {
        Flag.RESTORED: arrival.restored,
        Flag.MOVED: bool(arrival.moved_from),
        Flag.CHANGED_AFTER_DUE: changed_on > due and not is_same,
    }
    return Delivery(
        path=arrival.path,
        commit=arrival.first.id,
        arrived_at=arrival.first.arrived_at,
        day=day,
        days_late=max(0, (day - due).days),
        changed_on=changed_on,
        source=DateSource.RECEIVED if on_paper else DateSource.GIT,
        flags=tuple(flag for flag, raised in flags.items() if raised),
    )
