"""Agenda, day → Reminders: what each unit still owes of all that falls due by then."""

from collections import defaultdict
from collections.abc import Callable
from datetime import date

from xunbiao.model.obligation import Agenda, Obligation, Reminder
from xunbiao.model.report import Dossier


def reminders(agenda: Agenda, by: date, dossier: Callable[[str], Dossier]) -> tuple[Reminder, ...]:
    """One for each unit with something that is due by a day and not in, the longest overdue first, then as the roster
    has them. `dossier` gives what a unit (its id) has handed in, and so whom to call."""
    found: dict[str, list[Obligation]] = defaultdict(list)
    for each in agenda.obligations:
        if each.due <= by and not each.is_in:
            found[each.unit.id].append(each)
    made = (Reminder(owed[0].unit, tuple(owed), *_contact(dossier(id_))) for id_, owed in found.items())
    return tuple(sorted(made, key=lambda each: each.owed[0].due))


def _contact(dossier: Dossier) -> tuple[str, str]:
    """联系人 and 联系电话 of the latest document that names somebody."""
    reports = [dossier.reports[quarter] for quarter in sorted(dossier.reports, reverse=True)]
    for each in (dossier.summary, *reports, dossier.filing):
        if each is not None and (each.contact or each.phone):
            return each.contact, each.phone
    return "", ""
