"""folder, git → what is due, missing, late and next as of today, for everyone or for one unit."""

from pathlib import Path
from shlex import quote
from typing import Annotated

import typer

from xunbiao.commands import completion
from xunbiao.commands.call import Call, call_of, find_unit, unknown_format
from xunbiao.commands.owing import open_ledger
from xunbiao.formats import PAGE_FORMATS


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
    format: Annotated[
        str, typer.Option("--format", "-f", metavar="FORMAT", help="text、md、html、json、csv｜the same")
    ] = "text",
) -> None:
    """今天看：什么到期、谁没报、接下来报什么｜What is due, missing, late and next as of today"""
    from xunbiao.pages import status as page
    from xunbiao.progress import agenda

    call = call_of(context)
    if format not in PAGE_FORMATS:
        raise unknown_format(format, PAGE_FORMATS)
    workspace = call.workspace()
    found = find_unit(workspace, unit) if unit else None
    ledger = open_ledger(call, workspace, call.today(workspace.campaign))
    language = call.language(workspace.campaign)
    if found is None:
        call.show(page.build(agenda(workspace.roster, ledger), language), format)
    else:
        owed = agenda(workspace.roster, ledger, found.id)
        call.show(page.build_for_unit(owed, found, _program(call), language), format)


def _program(call: Call) -> str:
    """How the tool must be called to reach the same campaign."""
    return "xunbiao" if call.directory == Path() else f"xunbiao -C {quote(str(call.directory))}"
