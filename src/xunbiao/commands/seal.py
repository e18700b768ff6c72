"""quarter → its documents in HEAD, checked, in a tag with a digest of each; and a receipt to keep elsewhere."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from xunbiao.commands import completion
from xunbiao.commands.call import Call, call_of, page_width, parse_quarter, unknown_format, use_color
from xunbiao.commands.meter import meter
from xunbiao.commands.options import Force
from xunbiao.errors import CannotGoOn
from xunbiao.model.campaign import Campaign, Phase
from xunbiao.model.diagnostic import Diagnostic, Severity
from xunbiao.model.period import Quarter
from xunbiao.model.workspace import Workspace

if TYPE_CHECKING:
    from xunbiao.model.seal import Seal
    from xunbiao.repository import Repository

_FORMATS = ("text", "json", "md")


@dataclass(frozen=True, slots=True)
class _Draft:
    """A quarter about to be sealed: its documents in a commit, and how many seals it has already."""

    commit: str
    workspace: Workspace
    documents: Mapping[str, str]
    earlier: int


def seal(
    context: typer.Context,
    quarter: Annotated[
        str,
        typer.Option(
            "--quarter", "-q", metavar="Q", autocompletion=completion.quarters, help="季度，如 2020Q1｜As 2020Q1"
        ),
    ],
    despite_errors: Annotated[
        str,
        typer.Option(
            "--despite-errors", metavar="REASON", help="材料有错误也封账，理由记入封账｜Seal with errors; say why"
        ),
    ] = "",
    format: Annotated[
        str, typer.Option("--format", "-f", metavar="FORMAT", help="回执格式：text、json、md｜The receipt's form")
    ] = "text",
    output: Annotated[
        Path | None, typer.Option("--output", "-o", metavar="FILE", help="回执写入文件｜Receipt to a file")
    ] = None,
    force: Force = False,
) -> None:
    """封账：检查一个季度的材料，打上标签，给出回执｜Close a quarter: check it, tag it, give a receipt"""
    from xunbiao import audit, repository
    from xunbiao.pages import seal as page
    from xunbiao.workspace import find_root

    call = call_of(context)
    if format not in _FORMATS:
        raise unknown_format(format, dict.fromkeys(_FORMATS))
    if output and output.exists() and not force:
        raise CannotGoOn(f"{output} 已经存在；要覆盖请加 --force。", f"{output} exists already; --force overwrites it.")
    root = find_root(call.directory)
    opened = repository.open_repository(root)
    repository.require_whole_history(opened)
    draft, wanted = _draft(opened, quarter)
    campaign, language = draft.workspace.campaign, call.language(draft.workspace.campaign)
    _require_closed(campaign, wanted, call.today(campaign))
    _name_uncommitted(call, opened, root, draft, wanted)
    errors = _errors(call, draft)
    if errors and not despite_errors.strip():
        _refuse(call, draft, errors)
    signed = repository.will_sign(opened)
    accepted = despite_errors if errors else ""
    text = audit.write_seal(campaign, wanted, draft.documents, signed=signed, errors_accepted=accepted)
    name = audit.tag_name(wanted, draft.earlier)
    repository.make_tag(opened, name, draft.commit, text)
    made = _made(opened, name)
    missing = [
        unit.name
        for unit in draft.workspace.roster
        if unit.expected_on(_due(campaign, wanted)) and campaign.report_key(unit.id, wanted).path not in draft.documents
    ]
    shown = page.receipt(made, campaign, missing, language, signed=signed, errors=len(errors))
    call.show(shown, format, output, force=force)


def _due(campaign: Campaign, quarter: Quarter) -> date:
    return campaign.due(campaign.report_key("", quarter)) or quarter.last_day


def _draft(opened: "Repository", asked: str) -> tuple[_Draft, Quarter]:
    from xunbiao import audit, repository
    from xunbiao.check import open_workspace
    from xunbiao.check.committed import commit_files
    from xunbiao.workspace import CONFIG, key_of

    commit = repository.head(opened)
    files = commit_files(opened, commit)
    if CONFIG not in files.blobs:
        raise CannotGoOn(f"提交 {commit[:12]} 里没有 {CONFIG}。", f"Commit {commit[:12]} holds no {CONFIG}.")
    workspace = open_workspace(files)
    quarter = parse_quarter(workspace.campaign, asked)
    documents = repository.digests(
        opened, commit, lambda path: audit.belongs(workspace.campaign, quarter, key_of(path))
    )
    if not documents:
        raise CannotGoOn(f"{quarter} 还没有任何材料，无从封账。", f"Nothing has been handed in for {quarter} yet.")
    there = _seals(opened, quarter)
    if there and there[-1].documents == documents:
        zh = f"{quarter} 已经封账（{there[-1].tag}），材料没有变化。可用 xunbiao verify 核对。"
        raise CannotGoOn(zh, f"{quarter} is sealed already ({there[-1].tag}) and unchanged; see xunbiao verify.")
    if there and not any(each.quarter == quarter and each.has_effect for each in workspace.campaign.reopenings):
        zh = f"{quarter} 已经封账（{there[-1].tag}），之后材料又有改动，而 xunbiao.yaml 里没有写全的“重开”。"
        en = f"{quarter} is sealed already ({there[-1].tag}) and changed since; xunbiao.yaml has no whole 重开."
        raise CannotGoOn(f"{zh}请先用 xunbiao verify 查明。", f"{en} See xunbiao verify first.")
    return _Draft(commit, workspace, documents, len(there)), quarter


def _seals(opened: "Repository", quarter: Quarter) -> list["Seal"]:
    """The seals of a quarter, the latest last."""
    from xunbiao import audit, repository
    from xunbiao.model.seal import Seal

    found = (audit.read_seal(each) for each in repository.tags(opened, audit.FOLDER))
    seals = [each for each in found if isinstance(each, Seal) and each.quarter == quarter]
    return sorted(seals, key=lambda each: (len(each.tag), each.tag))


def _made(opened: "Repository", name: str) -> "Seal":
    """The seal as git has it now, read back."""
    from xunbiao import audit, repository
    from xunbiao.model.seal import Seal

    tag = next(each for each in repository.tags(opened, audit.FOLDER) if each.name == name)
    made = audit.read_seal(tag)
    assert isinstance(made, Seal)
    return made


def _require_closed(campaign: Campaign, quarter: Quarter, today: date) -> None:
    from xunbiao.calendar import closes, phase

    now = phase(campaign, quarter, today)
    if now is not Phase.CLOSED:
        last = closes(campaign, quarter)
        raise CannotGoOn(
            f"{quarter} 还不能封账：{now.phrase.zh}，{last}（含宽限）以后才能封。今天是 {today}。",
            f"{quarter} cannot be sealed yet: it is {now.phrase.en} until {last}, grace included; today is {today}.",
        )


def _name_uncommitted(call: Call, opened: "Repository", root: Path, draft: _Draft, quarter: Quarter) -> None:
    """What lies in the folder otherwise than in git is not sealed, and that is said."""
    from xunbiao import audit, repository
    from xunbiao.workspace import folder_files

    campaign, files = draft.workspace.campaign, folder_files(root)
    keys = [key for key in files.keys if audit.belongs(campaign, quarter, key)]
    contents = ((key.path, files.read(key.path)) for key in keys)
    changed = repository.worktree_changes(opened, ((path, raw) for path, raw in contents if isinstance(raw, bytes)))
    for path in sorted(path for path in changed if path in {key.path for key in keys}):
        call.note(f"没有封进去：{path}（未提交）", f"Not sealed, since not in git: {path}", campaign)


def _errors(call: Call, draft: _Draft) -> list[Diagnostic]:
    from xunbiao.check import Selection, check

    selection = Selection(wants=draft.documents.__contains__)
    today, language = call.today(draft.workspace.campaign), call.language(draft.workspace.campaign)
    with meter(language("检查单位", "Checking units")) as advance:
        found = check(draft.workspace, today, selection, advance=advance).diagnostics
    return [each for each in found if each.severity is Severity.ERROR]


def _refuse(call: Call, draft: _Draft, errors: list[Diagnostic]) -> None:
    """Show the errors and end with 1: nothing is sealed."""
    from xunbiao import source
    from xunbiao.formats import render_diagnostics

    campaign, files = draft.workspace.campaign, draft.workspace.files

    def lines(path: str) -> list[str]:
        raw = files.read(path)
        return source.parse(raw).text.split("\n") if isinstance(raw, bytes) else []

    text = render_diagnostics(
        errors, "text", files_read=len(draft.documents), files_skipped=(), sources=lines,
        language=call.language(campaign), width=page_width(), color=use_color(),
    )  # fmt: skip
    call.put(text)
    zh = "有错误，没有封账。请改正；确实改不了的，在 xunbiao.yaml 里豁免，或用 --despite-errors 理由。"
    call.note(zh, "There are errors: nothing was sealed. Mend or waive them, or use --despite-errors REASON.", campaign)
    raise typer.Exit(1)
