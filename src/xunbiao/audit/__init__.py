"""Revisions → Events: who changed what from what to what, and when it arrived; pure.

An event is told per field and arrival: the state before and after each commit on the main line are compared, so what
was undone within a branch never shows, and each difference goes to the commit that last touched that field on the way.
A document keeps its trail when its unit's folder is renamed, when it is deleted and restored, and when a version in
between cannot be read.
"""

from xunbiao.audit.events import events
from xunbiao.audit.pending import pending_events
from xunbiao.audit.seals import (
    FOLDER,
    belongs,
    read_receipts,
    read_seal,
    tag_name,
    write_seal,
)
from xunbiao.audit.selection import Selection
from xunbiao.audit.trails import former_ids
from xunbiao.audit.verification import Evidence, verify
from xunbiao.audit.versions import Unreadable, Version, Versions, read_version, read_versions

__all__ = [
    "FOLDER",
    "Evidence",
    "Selection",
    "Unreadable",
    "Version",
    "Versions",
    "belongs",
    "events",
    "former_ids",
    "pending_events",
    "read_receipts",
    "read_seal",
    "read_version",
    "read_versions",
    "tag_name",
    "verify",
    "write_seal",
]
