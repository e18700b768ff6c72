"""number → a practice to read; text → the practices it draws upon, and by which words."""

import sys
from collections.abc import Iterator
from itertools import islice
from pathlib import Path
from typing import Annotated

import typer

from xunbiao.commands import completion
from xunbiao.commands.call import Call, call_of, unknown_format
from xunbiao.commands.options import Force, Output, PageFormat
from xunbiao.errors import CannotGoOn
from xunbiao.formats import PAGE_FORMATS
from xunbiao.model.practice import Catalogue, Practice
from xunbiao.model.workspace import Workspace

_MOST_NAMED = 8


def catalogue(
    context: typer.Context,
    number: Annotated[
        str | None,
        typer.Argument(
            metavar="N",
            autocompletion=completion.practices,
            help="序号、编号或名称里的词，如 9、P09｜A number, code or word",
        ),
    ] = None,
    match: Annotated[
        str | None,
        typer.Option(
            "--match", "-m", metavar="TEXT", help="这段话参考了哪项；- 从标准输入读，每行一段｜What a text draws upon"
        ),
    ] = None,
    format: PageFormat = "text",
    output: Output = None,
    force: Force = False,
) -> None:
    """看30项典型做法，或看一段话参考了哪项｜Read the 30 practices, or see which ones a text draws upon"""
    from xunbiao.pages import catalogue as page

    call = call_of(context)
    if format not in PAGE_FORMATS:
        raise unknown_format(format, PAGE_FORMATS)
    if number is not None and match is not None:
        raise CannotGoOn("编号和 --match 只能用一个。", "A number and --match exclude each other.")
    workspace = _workspace(call)
    practices, language = workspace.catalogue, call.language(workspace.campaign)
    if match is not None:
        _match(call, workspace, _texts(match), format, output, force)
    elif number is None:
        call.show(page.overview(practices, language), format, output, force=force)
    else:
        call.show(page.practice(find_practice(practices, number), practices, language), format, output, force=force)


def _match(
    call: Call, workspace: Workspace, texts: Iterator[str], format: str, output: Path | None, force: bool
) -> None:
    """One JSON object a line as the texts come in; the other formats make one page of them."""
    from xunbiao.catalogue import make
    from xunbiao.formats import json_line
    from xunbiao.pages import matching as page

    matcher = make(workspace.catalogue)
    readings = (matcher.read(text) for text in texts)
    if format != "json":
        shown = page.build(list(readings), workspace.catalogue, call.language(workspace.campaign))
        call.show(shown, format, output, force=force)
    elif output is not None:
        call.put("".join(json_line(page.record(each)) for each in readings), output, force=force)
    else:
        for each in readings:
            sys.stdout.write(json_line(page.record(each)))


def _texts(match: str) -> Iterator[str]:
    return (line.rstrip("\r\n") for line in sys.stdin) if match == "-" else iter([match])


def _workspace(call: Call) -> Workspace:
    """The campaign, whose own practices may differ; where there is none, the practices that come with the tool."""
    from xunbiao import check, resources
    from xunbiao.workspace import MemoryFiles

    try:
        return call.workspace()
    except CannotGoOn:
        call.note(
            "没有能读的活动文件夹，用随工具附带的典型做法。",
            "No campaign to read here: these are the practices that come with the tool.",
        )
        names = ("xunbiao.yaml", "units.yaml")
        return check.open_workspace(MemoryFiles("xunbiao", {name: resources.read(name) for name in names}))


def find_practice(practices: Catalogue, asked: str) -> Practice:
    """A practice by its number, code, an element's code, or a word of its title or phrases. Raises CannotGoOn where
    none or several fit."""
    text = asked.strip()
    code = f"P{int(text):02}" if text.isascii() and text.isdigit() and len(text) < 4 else text.upper().partition("-")[0]
    if code in practices.practices:
        return practices.practices[code]
    named = [each for each in practices.practices.values() if text and text in each.title]
    said = [each for each in practices.practices.values() if text in each.phrases]
    found = named or said
    if len(found) == 1:
        return found[0]
    if found:
        names = "、".join(f"{each.code} {each.title}" for each in islice(found, _MOST_NAMED))
        raise CannotGoOn(f"“{asked}”有好几项：{names}。请写编号。", f"“{asked}” fits several: {names}. Give a code.")
    raise CannotGoOn(
        f"没有“{asked}”这一项做法。不带编号运行可以看全部；要看一段话参考了哪项，用 --match。",
        f"No practice “{asked}”. Without a number all are listed; --match tells which ones a text draws upon.",
    )
