"""folder, git → Ledger: which documents are there and when they arrived, for whoever asks what is owed."""

from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from xunbiao.commands.call import Call
from xunbiao.errors import CannotGoOn
from xunbiao.model.history import WorkState
from xunbiao.model.workspace import Workspace

if TYPE_CHECKING:
    from xunbiao.progress import Ledger
    from xunbiao.repository import Repository


def open_ledger(call: Call, workspace: Workspace, today: date) -> "Ledger":
    """What is in the folder, and when it arrived as far as git can say."""
    from xunbiao import audit, repository
    from xunbiao.progress import Ledger

    campaign, root = workspace.campaign, Path(workspace.files.place)
    present = frozenset(key.path for key in workspace.files.keys)
    opened = _repository(call, root)
    if opened is None:
        return Ledger(campaign, today, None, present)
    newest = repository.commit_id(opened, "HEAD")
    if newest is None:
        return Ledger(campaign, today, {}, present, dict.fromkeys(present, WorkState.NEW))
    arrivals = repository.arrivals(opened, newest, audit.former_ids(workspace.roster))
    return Ledger(campaign, today, arrivals, present, _work(opened, workspace))


def _repository(call: Call, root: Path) -> "Repository | None":
    """The repository around the campaign; without one, or without git, files alone are looked at, and that is said."""
    from xunbiao import repository

    if repository.find_top(root) is None:
        return None
    try:
        return repository.open_repository(root)
    except CannotGoOn as trouble:
        call.note(trouble.message.zh, trouble.message.en)
        return None


def _work(opened: "Repository", workspace: Workspace) -> Mapping[str, WorkState]:
    from xunbiao import repository

    contents = ((key.path, workspace.files.read(key.path)) for key in workspace.files.keys)
    readable = ((path, raw) for path, raw in contents if isinstance(raw, bytes))
    return repository.worktree_changes(opened, readable)
