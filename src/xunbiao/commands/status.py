"""folder, git → what is due, missing, late and next as of today, for everyone or for one unit."""

from collections.abc import Mapping
from datetime import date
from pathlib import Path
from shlex import quote
from typing import TYPE_CHECKING, Annotated

import typer

from xunbiao.commands import completion
from xunbiao.commands.call import Call, call_of, find_unit, unknown_format
from xunbiao.errors import CannotGoOn
from xunbiao.formats import PAGE_FORMATS
from xunbiao.model.history import WorkState
from xunbiao.model.workspace import Workspace

if TYPE_CHECKING:
    from xunbiao.progress import Ledger
    from xunbiao.repository import Repository


def status(
    context: typer.Context,
    unit: Annotated[
        str | None,
        typer.Argument(
            metavar="UNIT",
            autocompletion=completion.units,
            help="单位编号、全称或别名（默认全部）｜A unit's id or name (all)",
        ),
    ] = None,
    format: Annotated[str, typer.Option("--format", "-f", help="text、md、html、json、csv｜the same")] = "text",
) -> None:
    """今天看：什么到期、谁没报、接下来报什么｜What is due, missing, late and next as of today"""
    from xunbiao.pages import status as page
    from xunbiao.progress import agenda

    call = call_of(context)
    if format not in PAGE_FORMATS:
        raise unknown_format(format, PAGE_FORMATS)
    workspace = call.workspace()
    found = find_unit(workspace, unit) if unit else None
    ledger = _ledger(call, workspace, call.today(workspace.campaign))
    language = call.language(workspace.campaign)
    if found is None:
        call.show(page.build(agenda(workspace.roster, ledger), language), format)
    else:
        owed = agenda(workspace.roster, ledger, found.id)
        call.show(page.build_for_unit(owed, found, _program(call), language), format)


def _program(call: Call) -> str:
    """How the tool must be called to reach the same campaign."""
    return "xunbiao" if call.directory == Path() else f"xunbiao -C {quote(str(call.directory))}"


def _ledger(call: Call, workspace: Workspace, today: date) -> "Ledger":
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
