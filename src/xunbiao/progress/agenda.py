"""Campaign, roster × arrivals, files × today → Agenda: who owes what, by when, and what has become of it."""

from collections.abc import Iterator

from xunbiao.model.campaign import Campaign, Roster
from xunbiao.model.document import DocumentKey, Kind
from xunbiao.model.obligation import Agenda, Obligation
from xunbiao.progress.obligations import Ledger, obligation
from xunbiao.progress.succession import succession


def agenda(roster: Roster, ledger: Ledger, unit: str | None = None) -> Agenda:
    """All that was, is and will be owed, by everyone or by one unit (its id), in the order of the due dates."""
    owed = tuple(each for kind in _documents(ledger.campaign) for each in _owed(roster, ledger, kind, unit))
    return Agenda(ledger.campaign.name, ledger.today, owed, ledger.arrivals is not None)


def _documents(campaign: Campaign) -> list[DocumentKey]:
    """What a campaign asks for, by due date; the unit is left open."""
    keys = [
        DocumentKey(Kind.FILING),
        *(DocumentKey(Kind.QUARTERLY, "", quarter) for quarter in campaign.quarters),
        DocumentKey(Kind.SUMMARY),
    ]
    return sorted(keys, key=lambda key: campaign.due(key) or campaign.last_day)


def _owed(roster: Roster, ledger: Ledger, document: DocumentKey, unit: str | None) -> Iterator[Obligation]:
    due = ledger.campaign.due(document) or ledger.campaign.last_day
    owing = succession(roster, due)
    for each in owing.expected:
        if unit is None or each.id == unit:
            key = DocumentKey(document.kind, each.id, document.quarter)
            yield obligation(ledger, each, key, due, owing.folders[each.id])
