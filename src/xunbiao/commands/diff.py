"""unit, practice → filings beside the 30 practices: what is taken up, what is left, how the figures stand."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Annotated

import typer

from xunbiao.commands import completion
from xunbiao.commands.call import Call, call_of, find_unit, unknown_format
from xunbiao.commands.catalogue import find_practice
from xunbiao.commands.meter import Meter, counted, meter
from xunbiao.commands.naming import name_practices
from xunbiao.commands.options import Force, Output, PageFormat
from xunbiao.commands.revisions import revised_references
from xunbiao.errors import CannotGoOn
from xunbiao.formats import PAGE_FORMATS
from xunbiao.model.campaign import Unit
from xunbiao.model.document import Kind
from xunbiao.model.filing import Filing
from xunbiao.model.page import Page
from xunbiao.model.workspace import Workspace

if TYPE_CHECKING:
    from xunbiao.catalogue import Comparison, Outline


def diff(
    context: typer.Context,
    unit: Annotated[
        str | None,
        typer.Argument(
            metavar="UNIT", autocompletion=completion.units, help="单位编号、全称或别名｜A unit's id, name or alias"
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
    format: PageFormat = "text",
    output: Output = None,
    force: Force = False,
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
    with meter(language("对照单位", "Comparing units")) as advance:
        if unit:
            (own,) = _compare(workspace, [find_unit(workspace, unit)], advance)
            revised = revised_references(workspace, [own.outline])
            named = None if revised is None else revised.get(own.unit.id, ())
            return pages.build_for_unit(own, language, full=full, revised=named)
        if practice:
            wanted = find_practice(workspace.catalogue, practice)
            return pages.build_for_practice(_compare(workspace, _units(workspace), advance), wanted, language)
        if format == "csv":
            return pages.build_as_table(_compare(workspace, _units(workspace), advance), language)
        outlines = _outlines(workspace, _units(workspace), advance)
        revised = revised_references(workspace, outlines)
        return pages.build_for_all(outlines, workspace.catalogue, language, revised=revised)


def _compare(workspace: Workspace, units: Sequence[Unit], advance: Meter) -> "Iterator[Comparison]":
    """One after the other, since all that is to be said of one takes some room."""
    from xunbiao.catalogue import make_adviser

    adviser = make_adviser(workspace.catalogue)
    return (adviser.compare(unit, _filing(workspace, unit)) for unit in counted(units, advance))


def _outlines(workspace: Workspace, units: Sequence[Unit], advance: Meter) -> "list[Outline]":
    """The units parted among processes, in their order."""
    from xunbiao.catalogue import make_adviser
    from xunbiao.check.spreading import spread_over

    adviser = make_adviser(workspace.catalogue)

    def part(number: int, parts: int) -> "list[Outline]":
        advance.shares = parts
        share = counted(units[number::parts], advance)
        return [adviser.compare(unit, _filing(workspace, unit)).outline for unit in share]

    found = spread_over(part, len(units))
    return [found[place % len(found)][place // len(found)] for place in range(len(units))]


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
