"""unit → its filing as the Word form of Annex 2, as pages or as text; --all: every unit; --blank: the empty form;
--public: what is published of the filings."""

import re
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from xunbiao.commands import completion
from xunbiao.commands.call import Call, call_of, find_unit, unknown_format
from xunbiao.commands.meter import Meter, counted, meter
from xunbiao.commands.publicity import publish
from xunbiao.errors import CannotGoOn
from xunbiao.model.campaign import Unit
from xunbiao.model.document import DocumentKey, Kind
from xunbiao.model.workspace import Workspace

if TYPE_CHECKING:
    from xunbiao.forms import Filled

_FORMATS = {"docx": "", "pdf": "", "md": ""}
# What Windows allows in no file name.
_NOT_IN_NAMES = re.compile(r'[\\/:*?"<>|\x00-\x1f]')


def export(
    context: typer.Context,
    unit: Annotated[
        str | None,
        typer.Argument(
            metavar="UNIT", autocompletion=completion.units, help="单位编号、全称或别名｜A unit's id, name or alias"
        ),
    ] = None,
    every: Annotated[bool, typer.Option("--all", help="每个单位一份｜One for every unit")] = False,
    blank: Annotated[bool, typer.Option("--blank", help="空表｜The empty form")] = False,
    public: Annotated[
        bool,
        typer.Option(
            "--public", help="公示表：标杆和目标，不含人名电话｜Benchmarks and goals, without persons or phones"
        ),
    ] = False,
    format: Annotated[
        str,
        typer.Option(
            "--format",
            "-f",
            metavar="FORMAT",
            help="docx、pdf、md；公示表 docx、xlsx、html、md、csv、json、text｜The same",
        ),
    ] = "docx",
    output: Annotated[
        Path | None,
        typer.Option(
            "--output", "-o", metavar="FILE", help="写入的文件；--all 时是文件夹｜The file, or for --all the folder"
        ),
    ] = None,
    force: Annotated[bool, typer.Option("--force", help="覆盖已有文件｜Overwrite files")] = False,
) -> None:
    """导出 Word 申报表（附件2）｜Give out the Word form of Annex 2"""
    if not public and format not in _FORMATS:
        raise unknown_format(format, _FORMATS)
    if every + bool(unit) >= 2 or not (every or unit or blank) or (blank and public):
        raise CannotGoOn(
            "请写一个单位，或者用 --all；空表用 --blank。", "Name one unit, or use --all; --blank is the empty form."
        )
    call = call_of(context)
    workspace = call.workspace()
    one = find_unit(workspace, unit) if unit else None
    if public:
        missing = publish(call, workspace, one, format, output, force=force)
        raise typer.Exit(missing > 0)
    if not every:
        _put(call, workspace, one, _filled(workspace, one, blank=blank), format, output, force=force)
        return
    missing = _put_all(call, workspace, format, output, blank=blank, force=force)
    raise typer.Exit(missing > 0)


def _put_all(call: Call, workspace: Workspace, format: str, folder: Path | None, *, blank: bool, force: bool) -> int:
    """A form for every unit that must file; returns how many have no filing that can be read."""
    folder = folder or Path("申报表")
    missing = 0
    with meter(call.language(workspace.campaign)("写申报表", "Writing forms")) as advance:
        for unit in counted([each for each in workspace.roster if each.must_file], advance):
            try:
                filled = _filled(workspace, unit, blank=blank)
            except CannotGoOn as trouble:
                missing += 1
                advance.clear()
                call.note(trouble.message.zh, trouble.message.en, workspace.campaign)
                continue
            _put(call, workspace, unit, filled, format, folder / _file_name(unit, format), force=force, advance=advance)
    return missing


def _filled(workspace: Workspace, unit: Unit | None, *, blank: bool) -> "Filled":
    """What is to stand on the form. Raises CannotGoOn for a unit without a filing of the right shape."""
    from xunbiao import forms
    from xunbiao.check import dossier

    if blank or unit is None:
        return forms.blank(unit.name if unit else "")
    filing = dossier(workspace, unit.id).filing
    if filing is None:
        path = DocumentKey(Kind.FILING, unit.id).path
        zh = f"{unit.name}没有能读的申报表。请先运行 xunbiao new {unit.id}，或用 xunbiao validate {path} 查错。"
        en = f"{unit.name} has no readable filing: run xunbiao new {unit.id}, or xunbiao validate {path}."
        raise CannotGoOn(zh, en)
    return forms.fill(filing)


def _put(
    call: Call,
    workspace: Workspace,
    unit: Unit | None,
    filled: "Filled",
    format: str,
    output: Path | None,
    *,
    force: bool,
    advance: Meter | None = None,
) -> None:
    from xunbiao import forms, writing
    from xunbiao.pages import form as page

    title = forms.form_title(workspace.campaign)
    if format == "md":
        call.show(
            page.build(title, filled.head, filled.rows, call.language(workspace.campaign)), "md", output, force=force
        )
        return
    path = output or Path(_file_name(unit, format))
    if path.exists() and not force:
        zh = f"{path} 已经存在，没有改动它。要覆盖请加 --force。"
        raise CannotGoOn(zh, f"{path} exists already and was left alone; --force overwrites it.")
    raw = forms.write_docx(filled, workspace.campaign)
    put = writing.replace if force else writing.create
    put(path, forms.write_pdf(raw) if format == "pdf" else raw)
    if advance:
        advance.clear()
    call.note(f"已写入 {path}", f"Wrote {path}", workspace.campaign)


def _file_name(unit: Unit | None, format: str) -> str:
    """As offices name what they mail: the unit's name and 申报表."""
    name = _NOT_IN_NAMES.sub("_", unit.name if unit else "空白")[:80]
    return f"{name}申报表.{format}"
