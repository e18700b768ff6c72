"""unit, quarter → a new document in the unit's folder, its comments teaching how to fill it in."""

from datetime import date
from pathlib import Path
from typing import Annotated

import typer

from xunbiao.commands import completion
from xunbiao.commands.call import call_of, find_unit, parse_quarter
from xunbiao.errors import CannotGoOn
from xunbiao.model.campaign import Unit
from xunbiao.model.document import DocumentKey, Kind
from xunbiao.model.language import Language
from xunbiao.model.workspace import Workspace


def new(
    context: typer.Context,
    unit: Annotated[
        str,
        typer.Argument(
            metavar="UNIT", autocompletion=completion.units, help="单位编号、全称或别名｜A unit's id, name or alias"
        ),
    ],
    quarter: Annotated[
        str | None,
        typer.Option(
            "--quarter",
            "-q",
            metavar="Q",
            autocompletion=completion.quarters,
            help="季度报告，如 2020Q1｜A report, as 2020Q1",
        ),
    ] = None,
    summary: Annotated[bool, typer.Option("--summary", help="总结报告｜The summary report")] = False,
) -> None:
    """新建申报表或报告，文件里有填写说明｜Start a filing or a report; the file explains how to fill it in"""
    from xunbiao import writing

    call = call_of(context)
    workspace = call.workspace()
    language = call.language(workspace.campaign)
    found = find_unit(workspace, unit)
    key = _key(workspace, found, quarter, summary)
    text = _text(workspace, found, key, call.today(workspace.campaign), language)
    path = Path(workspace.files.place) / key.path
    if path.exists() or path.is_symlink():
        zh = f"{key.path} 已经有了，没有改动它。请直接编辑，再运行 xunbiao validate {key.path}。"
        en = f"{key.path} is there already and was left alone: edit it, then run xunbiao validate {key.path}."
        raise CannotGoOn(zh, en)
    writing.create(path, text.encode())
    if quarter and key.kind is Kind.SUMMARY:
        call.note("这个季度由总结报告代替。", "The summary report stands for this quarter.", workspace.campaign)
    for line in _next_steps(found, key, language):
        print(line)


def _key(workspace: Workspace, unit: Unit, quarter: str | None, summary: bool) -> DocumentKey:
    if quarter and summary:
        raise CannotGoOn("--quarter 和 --summary 只能用一个。", "--quarter and --summary exclude each other.")
    if summary:
        return DocumentKey(Kind.SUMMARY, unit.id)
    if quarter:
        return workspace.campaign.report_key(unit.id, parse_quarter(workspace.campaign, quarter))
    return DocumentKey(Kind.FILING, unit.id)


def _text(workspace: Workspace, unit: Unit, key: DocumentKey, today: date, language: Language) -> str:
    from xunbiao.check import dossier
    from xunbiao.scaffold import new_filing, new_report

    if key.kind is Kind.FILING:
        return new_filing(workspace.campaign, unit, language, _suggestions(workspace, unit, language))
    own = dossier(workspace, unit.id)
    if own.filing is None:
        path = DocumentKey(Kind.FILING, unit.id).path
        zh = f"{unit.name}还没有能读的申报表。请先运行 xunbiao new {unit.id}，或用 xunbiao validate {path} 查错。"
        en = f"{unit.name} has no readable filing ({path}) yet: run xunbiao new {unit.id}, or xunbiao validate {path}."
        raise CannotGoOn(zh, en)
    return new_report(workspace.campaign, own, key, today, language)


def _suggestions(workspace: Workspace, unit: Unit, language: Language) -> list[str]:
    """The practices that the unit's duties on the roster point to, a line each with the duty that does."""
    from xunbiao.catalogue import make_adviser

    standings = make_adviser(workspace.catalogue).compare(unit, None).standings if unit.duties else ()
    found = [each for each in standings if each.prompts]
    lines = [
        f"{each.practice.code} {each.practice.title}"
        + language(
            f"（职责：{'、'.join(one.text for one in each.prompts)}）",
            f" (duties: {', '.join(one.text for one in each.prompts)})",
        )
        for each in found
    ]
    lead = language("与本单位职责对口的典型做法，供参考：", "Practices that fit the unit's duties, for reference:")
    return [lead, *lines] if lines else []


def _next_steps(unit: Unit, key: DocumentKey, language: Language) -> tuple[str, ...]:
    return (
        language(
            f"已新建 {key.path}（{unit.name}，{key.phrase.zh}）。",
            f"Created {key.path} ({unit.name}, {key.phrase.en}).",
        ),
        language("接下来：", "Next:"),
        language("  1. 打开它，按里面的说明填写；", "  1. open it and fill it in as it explains;"),
        f"  2. xunbiao validate {key.path}",
        f"  3. xunbiao submit {unit.id}",
    )
