"""unit, practice → filings beside the 30 practices: what is taken up, what is left, how the figures stand."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from xunbiao.commands import completion
from xunbiao.commands.call import Call, call_of, find_unit, unknown_format
from xunbiao.commands.catalogue import find_practice
from xunbiao.commands.meter import Meter, counted, meter
from xunbiao.commands.naming import name_practices
from xunbiao.commands.revisions import revised_references
from xunbiao.errors import CannotGoOn
from xunbiao.formats import PAGE_FORMATS
from xunbiao.model.campaign import Unit
from xunbiao.model.document import Kind
from xunbiao.model.filing import Filing
from xunbiao.model.page import Page
from xunbiao.model.workspace import Workspace

if TYPE_CHECKING:
    from xunbiao.catalogue import Comparison


def diff(
    context: typer.Context,
    unit: Annotated[
        str | None,
        typer.Argument(
            metavar="[UNIT]", autocompletion=completion.units, help="单位编号、全称或别名｜A unit's id, name or alias"
        ),
    ] = None,
    everyone: Annotated[bool, typer.Option("--all", "-a", help="全部单位｜All units")] = False,
    practice: Annotated[
        str | None,
        typer.Option(
            "--practice",
            "-p",
            metavar="N",
            autocompletion=completion.practices,
            help="谁参考了这一项｜Who draws upon this one",
        ),
    ] = None,
    full: Annotated[bool, typer.Option("--full", help="全部做法、全部要点｜All practices and elements")] = False,
    format: Annotated[str, typer.Option("--format", "-f", help="text、md、json、csv、html｜the same")] = "text",
    output: Annotated[Path | None, typer.Option("--output", "-o", help="写入文件｜Write to a file")] = None,
    force: Annotated[bool, typer.Option("--force", help="覆盖已有文件｜Overwrite the file")] = False,
    write_refs: Annotated[
        bool,
        typer.Option("--write-refs", help="把举措像是参考的写进申报表｜Name what measures draw upon in the filing"),
    ] = False,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="只看要写什么｜Show it, write nothing")] = False,
    yes: Annotated[bool, typer.Option("--yes", "-y", help="不再询问｜Do not ask")] = False,
) -> None:
    """对照30项典型做法：参考了什么，还能学什么｜Beside the 30 practices: what is taken up, what else there is"""
    call = call_of(context)
    if format not in PAGE_FORMATS:
        raise unknown_format(format, PAGE_FORMATS)
    if [unit is not None, everyone, practice is not None].count(True) != 1:
        raise CannotGoOn(
            "请写一个单位（xunbiao diff 单位），或用 --all 看全部单位，或用 --practice 9 看一项做法，三者只用一个。",
            "Give a unit (xunbiao diff UNIT), or --all for all units, or --practice 9 for one practice: one of them.",
        )
    if write_refs and (unit is None or output is not None or format not in ("text", "json")):
        raise CannotGoOn(
            "--write-refs 一次写一个单位的申报表，格式用 text 或 json，不用 -o。",
            "--write-refs takes one UNIT, the formats text and json, and no -o.",
        )
    workspace = call.workspace()
    if write_refs and unit:
        (comparison,) = _compare(workspace, [find_unit(workspace, unit)], Meter(""))
        name_practices(call, workspace, comparison, format, dry_run=dry_run, yes=yes)
        return
    page = _page(call, workspace, unit, practice, full, format)
    call.show(page, format, output, force=force)


def _page(call: Call, workspace: Workspace, unit: str | None, practice: str | None, full: bool, format: str) -> Page:
    from xunbiao.pages import diff as pages

    language = call.language(workspace.campaign)
    wanted = find_practice(workspace.catalogue, practice) if practice else None
    units = [find_unit(workspace, unit)] if unit else _units(workspace)
    with meter(language("对照单位", "Comparing units")) as advance:
        comparisons = _compare(workspace, units, advance)
    if wanted:
        return pages.build_for_practice(comparisons, wanted, language)
    if format == "csv":
        return pages.build_as_table(comparisons, language)
    revised = revised_references(workspace, comparisons)
    if unit:
        own = None if revised is None else revised.get(comparisons[0].unit.id, ())
        return pages.build_for_unit(comparisons[0], language, full=full, revised=own)
    return pages.build_for_all(comparisons, workspace.catalogue, language, revised=revised)


def _compare(workspace: Workspace, units: Sequence[Unit], advance: Meter) -> "tuple[Comparison, ...]":
    from xunbiao.catalogue import make_adviser

    adviser = make_adviser(workspace.catalogue)
    return tuple(adviser.compare(unit, _filing(workspace, unit)) for unit in counted(units, advance))


def _filing(workspace: Workspace, unit: Unit) -> Filing | None:
    """A unit's filing alone: its reports, five times as much to read, have no say here."""
    from xunbiao.check.reading import Reading, assemble, read_document

    reading = Reading({}, [])
    for key in workspace.keys_of(unit.id):
        if key.kind is Kind.FILING:
            read_document(workspace, key, reading)
    return assemble(workspace, unit.id, reading.documents).filing


def _units(workspace: Workspace) -> list[Unit]:
    """The units that are to file, and those that have filed all the same, in the order of the roster."""
    filed = set(workspace.folders)
    return [unit for unit in workspace.roster if unit.must_file or unit.id in filed]
