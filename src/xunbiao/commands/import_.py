"""Word forms → filings in the campaign folder, with what is to be corrected; exit 1 with a form that cannot be read."""

import sys
from dataclasses import replace
from pathlib import Path
from typing import Annotated

import typer

from xunbiao.commands import completion
from xunbiao.commands.call import Call, call_of, find_unit, page_width, unknown_format, use_color
from xunbiao.commands.intake import files_in, take_in
from xunbiao.commands.meter import counted, meter
from xunbiao.errors import CannotGoOn
from xunbiao.model.form import Imported, Order
from xunbiao.model.page import Page


def import_(
    context: typer.Context,
    files: Annotated[
        list[Path],
        typer.Argument(metavar="FILE", help="申报表 .docx，或装着它们的文件夹｜Forms as .docx, or folders of them"),
    ],
    unit: Annotated[
        str | None,
        typer.Option(
            "--unit",
            metavar="UNIT",
            autocompletion=completion.units,
            help="是哪个单位的（表上没写清时）｜Whose form it is",
        ),
    ] = None,
    dry_run: Annotated[
        bool, typer.Option("--dry-run", help="不写文件，把结果显示出来｜Write nothing; the YAML goes to stdout")
    ] = False,
    update: Annotated[
        bool, typer.Option("--update", help="更新已有的申报表，保留编号和注释｜Bring filings that are there up to date")
    ] = False,
    yes: Annotated[bool, typer.Option("--yes", "-y", help="不再询问｜Do not ask")] = False,
    format: Annotated[str, typer.Option("--format", "-f", metavar="FORMAT", help="text、json｜text, json")] = "text",
) -> None:
    """导入 Word 申报表（附件2）｜Take in the Word form of Annex 2"""
    from xunbiao.pages import importing

    if format not in ("text", "json"):
        raise unknown_format(format, {"text": "", "json": ""})
    call = call_of(context)
    order = _order(call, unit, update=update, dry_run=dry_run)
    paths = list(files_in(files))
    if not paths:
        raise CannotGoOn("没有找到 .docx 文件。", "No .docx file was found.")
    if order.unit is not None and len(paths) > 1:
        raise CannotGoOn("--unit 一次只能导入一个文件。", "--unit takes one file at a time.")
    with meter(order.language("读表", "Reading forms")) as advance:
        results = take_in(order, counted(paths, advance))
    if not dry_run:
        results = _write(call, order, results, ask=format == "text" and not yes)
    page = importing.build(results, order.language, dry_run=dry_run)
    _show(call, page, results, format, dry_run=dry_run)
    raise typer.Exit(any(each.is_refused for each in results))


def _order(call: Call, unit: str | None, *, update: bool, dry_run: bool) -> Order:
    workspace = call.workspace()
    return Order(
        workspace,
        call.today(workspace.campaign),
        call.language(workspace.campaign),
        find_unit(workspace, unit) if unit else None,
        update,
        dry_run,
    )


def _write(call: Call, order: Order, results: list[Imported], *, ask: bool) -> list[Imported]:
    """Puts what is new into the folder; before a filing is changed, the difference is shown, and a person asked."""
    from xunbiao import writing

    root = Path(order.workspace.files.place)
    written = []
    for each in results:
        touches = each.refusal is None and (bool(each.changes) or not each.is_update)
        if touches and each.is_update:
            touches = _agreed(call, order, each, ask=ask)
        if touches:
            put = writing.replace if each.is_update else writing.create
            put(root / each.path, each.raw)
        written.append(replace(each, written=touches))
    return written


def _agreed(call: Call, order: Order, result: Imported, *, ask: bool) -> bool:
    from xunbiao.pages import importing

    if not (ask and sys.stdin.isatty() and sys.stdout.isatty()):
        return True
    call.show(importing.differences(result, order.language))
    return typer.confirm(order.language("改吗？", "Change it?"), default=True)


def _show(call: Call, page: Page, results: list[Imported], format: str, *, dry_run: bool) -> None:
    """The result to stdout; of a dry run as text the YAML alone, and what there is to say of it to stderr."""
    from xunbiao.formats import render

    if format == "json" or not dry_run:
        call.show(page, format)
        return
    documents = [each.text for each in results if each.text]
    call.put("---\n".join(documents))
    sys.stderr.write(render(page, "text", width=page_width(), color=use_color()))
