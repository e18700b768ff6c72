"""Dossiers × quarter × arrivals, events → Progress; files × arrivals × today → Agenda. Pure."""

from xunbiao.progress.agenda import agenda
from xunbiao.progress.history import bearing_on_deadlines
from xunbiao.progress.obligations import Ledger
from xunbiao.progress.publicity import public_filing
from xunbiao.progress.quarter import Survey, Taken, fallen_due, period_of, survey
from xunbiao.progress.signals import signal_codes

__all__ = [
    "Ledger",
    "Survey",
    "Taken",
    "agenda",
    "bearing_on_deadlines",
    "fallen_due",
    "period_of",
    "public_filing",
    "signal_codes",
    "survey",
]
