"""Files → Workspace → Diagnostics: opens a campaign, then checks its source, its schema, its rules."""

from xunbiao.check.engine import Checked, Selection, check, check_keeping
from xunbiao.check.handed import NOBODY, key_for, with_document
from xunbiao.check.opening import open_folder, open_workspace
from xunbiao.check.reading import dossier, dossiers

__all__ = [
    "NOBODY",
    "Checked",
    "Selection",
    "check",
    "check_keeping",
    "dossier",
    "dossiers",
    "key_for",
    "open_folder",
    "open_workspace",
    "with_document",
]
