"""unit → its filing with 参考做法 named where the words of a measure draw upon a practice, after a person's yes."""

import sys
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from xunbiao.commands.call import Call
from xunbiao.errors import CannotGoOn
from xunbiao.model.document import DocumentKey, Kind
from xunbiao.model.language import Language
from xunbiao.model.page import Page
from xunbiao.model.workspace import Workspace

if TYPE_CHECKING:
    from xunbiao.catalogue import Comparison


def name_practices(
    call: Call, workspace: Workspace, comparison: "Comparison", format: str, *, dry_run: bool, yes: bool
) -> None:
    """Shows what would be written into the unit's filing and, unless it is a dry run or somebody at a terminal says
    no, writes it. Raises CannotGoOn where the filing cannot be read or changed."""
    from xunbiao import source
    from xunbiao.catalogue import unnamed, write_in
    from xunbiao.pages.diff import build_references

    language = call.language(workspace.campaign)
    path = DocumentKey(Kind.FILING, comparison.unit.id).path
    raw = _raw(workspace, comparison, path)
    references = unnamed(comparison)
    written = write_in(raw, references)
    page = build_references(comparison, references, (source.text(raw), source.text(written)), path, language)
    is_text = format != "json"
    if is_text:
        call.show(page, format)
    writes = bool(references) and not dry_run and (yes or not is_text or _agreed(language))
    if writes:
        _put(workspace, path, raw, written)
    if not is_text:
        call.show(_with_outcome(page, dry_run=dry_run, writes=writes), format)
    elif references:
        call.put(_outcome(path, language, dry_run=dry_run, writes=writes))


def _raw(workspace: Workspace, comparison: "Comparison", path: str) -> bytes:
    raw = workspace.files.read(path)
    if comparison.filing is not None and isinstance(raw, bytes):
        return raw
    unit = comparison.unit
    raise CannotGoOn(
        f"{unit.name}没有能读的申报表（{path}），没有改动任何文件。请用 xunbiao validate {path} 查错。",
        f"{unit.name} has no readable filing ({path}); nothing was changed. See xunbiao validate {path}.",
    )


def _agreed(language: Language) -> bool:
    if not (sys.stdin.isatty() and sys.stdout.isatty()):
        return True
    return typer.confirm(language("写入吗？", "Write it?"), default=True)


def _put(workspace: Workspace, path: str, raw: bytes, written: bytes) -> None:
    """While a person was reading, somebody may have gone on writing."""
    from xunbiao import writing

    if workspace.files.read(path) != raw:
        raise CannotGoOn(
            f"{path} 刚刚被别人改过，没有写入。请再运行一次。",
            f"{path} has just been changed by somebody else; nothing was written. Please run this again.",
        )
    writing.replace(Path(workspace.files.place) / path, written)


def _with_outcome(page: Page, *, dry_run: bool, writes: bool) -> Page:
    return replace(page, record={**page.record, "dry_run": dry_run, "written": writes})


def _outcome(path: str, language: Language, *, dry_run: bool, writes: bool) -> str:
    if dry_run:
        return language("\n试运行：没有改动文件。\n", "\nA dry run: the file was left alone.\n")
    if not writes:
        return language("\n没有改动文件。\n", "\nThe file was left alone.\n")
    return language(
        f"\n已写入 {path}。接着检查：xunbiao validate {path}\n", f"\nWritten: {path}. Next: xunbiao validate {path}\n"
    )
