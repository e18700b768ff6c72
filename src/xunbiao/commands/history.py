"""unit, field, days, kinds → who changed what from what to what, and when it arrived, out of git."""

from typing import Annotated

import typer

from xunbiao.commands import completion
from xunbiao.commands.call import call_of, find_unit
from xunbiao.commands.options import Force, Output, PageFormat
from xunbiao.commands.past import history_of
from xunbiao.errors import CannotGoOn
from xunbiao.model.history import ChangeKind


def history(
    context: typer.Context,
    unit: Annotated[
        str | None,
        typer.Argument(
            metavar="UNIT",
            autocompletion=completion.units,
            help="单位编号、全称或别名（默认全部）｜A unit's id or name (all)",
        ),
    ] = None,
    field: Annotated[
        str | None,
        typer.Option("--field", metavar="FIELD", help="只看这个字段或条目，如 目标值、M1｜Only this field or item"),
    ] = None,
    since: Annotated[
        str | None, typer.Option("--since", metavar="DATE", help="这天及以后到达的｜Arrived on this day or later")
    ] = None,
    until: Annotated[
        str | None, typer.Option("--until", metavar="DATE", help="这天及以前到达的｜Arrived on this day or earlier")
    ] = None,
    kind: Annotated[
        str,
        typer.Option("--kind", metavar="KINDS", help="只看这些变动，如 loosened,slipped｜Only these kinds of change"),
    ] = "",
    format: PageFormat = "text",
    output: Output = None,
    force: Force = False,
) -> None:
    """谁在什么时候把什么改成了什么｜Who changed what from what to what, and when"""
    from xunbiao.audit import Selection
    from xunbiao.calendar import parse_day
    from xunbiao.pages import history as page

    call = call_of(context)
    workspace = call.workspace()
    first, last = (parse_day(text) if text else None for text in (since, until))
    wanted = Selection(field or "", first, last, _kinds(kind))
    unit_id = find_unit(workspace, unit).id if unit else ""
    commit, events = history_of(call, workspace, unit_id)
    shown = page.build(
        [each for each in events if wanted.takes(each, workspace.campaign)],
        workspace.campaign,
        workspace.roster,
        call.language(workspace.campaign),
        commit=commit,
        unit=unit_id,
        told=format != "json",
    )
    call.show(shown, format, output, force=force)


def _kinds(text: str) -> frozenset[ChangeKind]:
    """Kinds by name, all where none is given. Raises CannotGoOn for a name that is none."""
    names = {name.strip().lower() for name in text.replace("，", ",").split(",") if name.strip()}
    if unknown := sorted(names - set(ChangeKind)):
        known = "、".join(f"{each}（{each.phrase.zh}）" for each in ChangeKind)
        zh = f"没有“{unknown[0]}”这种变动。可用的有：{known}。"
        raise CannotGoOn(zh, f"No kind of change “{unknown[0]}”. Kinds: {', '.join(ChangeKind)}.")
    return frozenset(ChangeKind(name) for name in names) or frozenset(ChangeKind)
