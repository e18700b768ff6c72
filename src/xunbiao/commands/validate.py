"""paths → all findings of a campaign's files, in the format asked for; exit 1 where there is an error."""

import sys
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from xunbiao.commands import completion
from xunbiao.commands.call import Call, call_of, page_width, unknown_format, use_color
from xunbiao.commands.meter import meter
from xunbiao.commands.options import Force, Output
from xunbiao.errors import CannotGoOn

if TYPE_CHECKING:
    from xunbiao.model.history import Event
    from xunbiao.model.workspace import Workspace

STDIN = Path("-")

# What is said of the place of a file; a document from elsewhere has none.
_OF_FOLDERS = ("XB030", "XB031", "XB032")


def validate(
    context: typer.Context,
    paths: Annotated[
        list[Path] | None,
        typer.Argument(
            metavar="PATH", help="只检查这些文件或文件夹（默认全部；- 为标准输入）｜Only these (all); - is stdin"
        ),
    ] = None,
    format: Annotated[
        str, typer.Option("--format", "-f", metavar="FORMAT", help="text、json、sarif、github、gitlab、junit｜the same")
    ] = "text",
    strict: Annotated[bool, typer.Option("--strict", help="有警告也算不通过｜Warnings count as errors")] = False,
    select: Annotated[
        str,
        typer.Option(
            "--select",
            metavar="CODES",
            autocompletion=completion.codes,
            help="只看这些规则，如 XB2,XB301｜Only these codes, as XB2,XB301",
        ),
    ] = "",
    ignore: Annotated[
        str,
        typer.Option(
            "--ignore", metavar="CODES", autocompletion=completion.codes, help="不看这些规则｜Not these codes"
        ),
    ] = "",
    changed_since: Annotated[
        str | None,
        typer.Option("--changed-since", metavar="REV", help="只检查改动过的｜Only what changed since"),
    ] = None,
    against: Annotated[
        str | None,
        typer.Option(
            "--against", metavar="REV", help="并检查此后的改动：目标降低、时限推迟等｜Judge changes since, too"
        ),
    ] = None,
    output: Output = None,
    force: Force = False,
) -> None:
    """检查所有文件：能否读取、格式、内容、前后一致｜Check every file: readable, well-formed, complete, consistent"""
    from xunbiao import source
    from xunbiao.check import Selection, check
    from xunbiao.formats import DIAGNOSTIC_FORMATS, render_diagnostics
    from xunbiao.model.diagnostic import Severity

    call = call_of(context)
    if format not in DIAGNOSTIC_FORMATS:
        raise unknown_format(format, DIAGNOSTIC_FORMATS)
    workspace = call.workspace()
    handed = None
    if paths == [STDIN]:
        workspace, handed, beside = _handed(workspace)
        selection = Selection(_codes(select), (*_codes(ignore), *beside), wants=lambda path: path == handed)
    else:
        wanted = _wanted(call, workspace, paths or [], changed_since)
        selection = Selection(_codes(select), _codes(ignore), wanted)
    today = call.today(workspace.campaign)
    events = _events(call, workspace, against, today)
    with meter(call.language(workspace.campaign)("检查单位", "Checking units")) as advance:
        checked = check(workspace, today, selection, events=events, advance=advance)
    diagnostics = [replace(each, path=str(STDIN)) for each in checked.diagnostics] if handed else checked.diagnostics

    def lines(path: str) -> list[str]:
        raw = workspace.files.read(handed or path)
        return source.text(raw).split("\n") if isinstance(raw, bytes) else []

    text = render_diagnostics(
        diagnostics,
        format,
        files_read=checked.files_read,
        files_skipped=checked.skipped,
        sources=lines,
        language=call.language(workspace.campaign),
        width=page_width(output),
        color=use_color(output),
    )
    call.put(text, output, force=force)
    failing = {Severity.ERROR, Severity.WARNING} if strict else {Severity.ERROR}
    raise typer.Exit(any(each.severity in failing for each in checked.diagnostics))


def _events(call: Call, workspace: "Workspace", against: str | None, today: date) -> "list[Event] | None":
    """What happened since the revision that changes are to be judged against."""
    if against is None:
        return None
    from xunbiao.commands.past import events_since

    return events_since(call, workspace, against, today)


def _handed(workspace: "Workspace") -> "tuple[Workspace, str, tuple[str, ...]]":
    """The workspace with what comes on standard input in its place, the path of that place, and the codes that are
    beside the point there."""
    from xunbiao.check import NOBODY, key_for, with_document
    from xunbiao.model.document import Kind
    from xunbiao.source import limits

    raw = sys.stdin.buffer.read(limits(Kind.FILING).size + 1)
    key = key_for(workspace, raw)
    beside = (*_OF_FOLDERS, *(["XB033"] if key.unit == NOBODY else []))
    return with_document(workspace, key, raw), key.path, beside


def _codes(text: str) -> tuple[str, ...]:
    return tuple(code.strip().upper() for code in text.replace("，", ",").split(",") if code.strip())


def _wanted(call: Call, workspace: "Workspace", paths: list[Path], changed_since: str | None) -> Callable[[str], bool]:
    """A test for the paths that the user wants to hear about."""
    root = Path(workspace.files.place)
    wanted = [_inside(root, call.directory / path) for path in paths]
    changed = _changed(workspace, changed_since) if changed_since else None

    def wants(path: str) -> bool:
        chosen = not wanted or any(each == "." or path == each or path.startswith(f"{each}/") for each in wanted)
        return chosen and (changed is None or path in changed)

    return wants


def _changed(workspace: "Workspace", rev: str) -> set[str]:
    """The documents that differ from a revision, as they lie in the folder."""
    from xunbiao import repository

    contents = ((key.path, workspace.files.read(key.path)) for key in workspace.files.keys)
    files = ((path, raw) for path, raw in contents if isinstance(raw, bytes))
    return set(repository.changed_since(repository.open_repository(Path(workspace.files.place)), rev, files))


def _inside(root: Path, path: Path) -> str:
    """A path as the campaign names it. Raises CannotGoOn for one that is not there or lies elsewhere."""
    if not path.exists() and not path.is_symlink():
        raise CannotGoOn(f"没有这个文件或文件夹：{path}。", f"No such file or folder: {path}.")
    absolute = path.parent.resolve() / path.name if path.is_symlink() else path.resolve()
    if not absolute.is_relative_to(root):
        raise CannotGoOn(f"{path} 不在活动文件夹 {root} 里。", f"{path} is not in the campaign folder {root}.")
    return absolute.relative_to(root).as_posix()
