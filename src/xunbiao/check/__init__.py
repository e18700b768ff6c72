"""Files → Workspace → Diagnostics: opens a campaign, then checks its source, its schema, its rules."""

from xunbiao.check.engine import Checked, Selection, check, dossier, dossiers
from xunbiao.check.opening import open_folder, open_workspace

__all__ = ["Checked", "Selection", "check", "dossier", "dossiers", "open_folder", "open_workspace"]
