"""unit → its changed documents, validated, in one commit that holds nothing else."""

import sys
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from xunbiao.commands import completion
from xunbiao.commands.call import Call, call_of, find_unit, page_width, use_color
from xunbiao.commands.paper import paper_of
from xunbiao.errors import CannotGoOn
from xunbiao.model.campaign import Unit
from xunbiao.model.diagnostic import Diagnostic, Severity
from xunbiao.model.document import DocumentKey
from xunbiao.model.history import WorkState
from xunbiao.model.language import Language
from xunbiao.model.workspace import Workspace

if TYPE_CHECKING:
    from xunbiao.pages.submission import Draft
    from xunbiao.repository import Pushed, Repository


def submit(
    context: typer.Context,
    unit: Annotated[
        str,
        typer.Argument(
            metavar="UNIT", autocompletion=completion.units, help="单位编号、全称或别名｜A unit's id or name"
        ),
    ],
    dry_run: Annotated[bool, typer.Option("--dry-run", help="只看要报送什么，不提交｜Show it, commit nothing")] = False,
    on_behalf_of: Annotated[
        str, typer.Option("--on-behalf-of", metavar="NAME", help="代录：纸质或邮件来的表是谁报的｜Whose form it is")
    ] = "",
    received: Annotated[
        str, typer.Option("--received", metavar="DATE", help="代录：哪天收到的，以此为报送日期｜When it came in")
    ] = "",
    attachment: Annotated[
        list[Path] | None,
        typer.Option("--attachment", metavar="FILE", help="代录：扫描件，只记摘要｜A scan; its sha256 is kept"),
    ] = None,
    push: Annotated[bool, typer.Option("--push", help="提交后上传到远程｜Push it as well")] = False,
    yes: Annotated[bool, typer.Option("--yes", "-y", help="不再询问｜Do not ask")] = False,
) -> None:
    """检查并提交一个单位的材料，不碰别的文件｜Check and commit one unit's files and nothing else"""
    from xunbiao import repository
    from xunbiao.pages import submission as page

    call = call_of(context)
    workspace = call.workspace()
    language = call.language(workspace.campaign)
    whose = find_unit(workspace, unit)
    paper = paper_of(call, workspace.campaign, on_behalf_of, received, attachment or [])
    opened = repository.open_repository(Path(workspace.files.place))
    drafts, files = _drafts(call, workspace, whose, opened)
    if not drafts:
        call.put(language(f"{whose.name}没有要报送的改动。\n", f"{whose.name} has nothing new to hand in.\n"))
        return
    faults = _faults(call, workspace, whose)
    if any(each.severity is Severity.ERROR for each in faults):
        _refuse(call, workspace, faults, language)
    call.show(page.build(whose, drafts, language, paper.phrases if paper else ()))
    _mention(call, workspace, whose, faults)
    if dry_run:
        call.put(language("\n试运行：没有提交。\n", "\nA dry run: nothing was committed.\n"))
        return
    _confirm(language, yes=yes)
    trailers = [*_trailers(whose, drafts), *(paper.trailers if paper else ())]
    message = _message(whose, drafts, language)
    commit = repository.commit_paths(opened, files, message, trailers, paper.name if paper else "")
    if not push:
        call.put(_done(commit, whose, language))
        return
    call.put(language(f"\n已提交 {commit[:12]}，正在上传。\n", f"\nCommitted {commit[:12]}; pushing.\n"))
    call.put(_pushed(repository.push(opened, commit, files, f"filings/{whose.id}"), whose, language))


def _drafts(
    call: Call, workspace: Workspace, unit: Unit, opened: "Repository"
) -> tuple[list["Draft"], Mapping[str, bytes]]:
    """The unit's documents that differ from what git has, and their bytes as they were when looked at."""
    from xunbiao import repository
    from xunbiao.audit import read_version
    from xunbiao.changes import diff
    from xunbiao.pages.submission import Draft

    read = {key: workspace.files.read(key.path) for key in workspace.keys_of(unit.id)}
    present = {key: raw for key, raw in read.items() if isinstance(raw, bytes)}
    states = repository.worktree_changes(opened, [(key.path, raw) for key, raw in present.items()])
    changed = {key: raw for key, raw in present.items() if key.path in states}
    before = repository.read_files(opened, repository.head(opened), ["xunbiao.yaml", *(key.path for key in changed)])
    if "xunbiao.yaml" not in before:
        raise CannotGoOn(
            "xunbiao.yaml 还没有提交。请先提交活动本身：git add -A && git commit -m 建立活动",
            'xunbiao.yaml is not in git yet. Commit the campaign first: git add -A && git commit -m "Start"',
        )

    def draft(key: DocumentKey, raw: bytes) -> Draft:
        old, new = read_version(before.get(key.path, b"")), read_version(raw)
        changes = diff(key.kind, old, new) if isinstance(old, dict) and isinstance(new, dict) else ()
        return Draft(key, states[key.path], changes)

    for path, state in states.items():
        if state is WorkState.DELETED and path.startswith(f"filings/{unit.id}/"):
            zh = f"{path} 已从文件夹里删除；报送不会撤回它。要恢复请运行 git restore {path}"
            en = f"{path} was deleted here; it is not withdrawn. To restore it: git restore {path}"
            call.note(zh, en, workspace.campaign)
    return [draft(key, raw) for key, raw in changed.items()], {key.path: raw for key, raw in changed.items()}


def _faults(call: Call, workspace: Workspace, unit: Unit) -> tuple[Diagnostic, ...]:
    """What is to be said of the unit's files."""
    from xunbiao.check import Selection, check

    folder = f"filings/{unit.id}/"
    selection = Selection(wants=lambda path: path.startswith(folder))
    return check(workspace, call.today(workspace.campaign), selection).diagnostics


def _refuse(call: Call, workspace: Workspace, faults: tuple[Diagnostic, ...], language: Language) -> None:
    """Show the errors, with their lines, and end with 1: nothing is committed."""
    from xunbiao import source
    from xunbiao.formats import render_diagnostics

    errors = [each for each in faults if each.severity is Severity.ERROR]

    def lines(path: str) -> list[str]:
        raw = workspace.files.read(path)
        return source.parse(raw).text.split("\n") if isinstance(raw, bytes) else []

    call.put(
        render_diagnostics(
            errors,
            "text",
            files_read=len({each.path for each in errors}),
            files_skipped=(),
            sources=lines,
            language=language,
            width=page_width(),
            color=use_color(),
        )
    )
    call.note("有错误，没有提交。改正后请再报送。", "There are errors: nothing was committed.", workspace.campaign)
    raise typer.Exit(1)


def _mention(call: Call, workspace: Workspace, unit: Unit, faults: tuple[Diagnostic, ...]) -> None:
    """Warnings and hints block nothing, but are worth a look first."""
    warnings = sum(each.severity is Severity.WARNING for each in faults)
    if warnings:
        zh = f"另有{warnings}条警告，可用 xunbiao validate filings/{unit.id} 查看。"
        en = f"There are {warnings} warnings; see them with xunbiao validate filings/{unit.id}."
        call.note(zh, en, workspace.campaign)


def _confirm(language: Language, *, yes: bool) -> None:
    """Ask a person; a script is not asked."""
    if not yes and sys.stdin.isatty() and sys.stdout.isatty():
        typer.confirm(language("提交吗？", "Commit?"), default=True, abort=True)


def _message(unit: Unit, drafts: list["Draft"], language: Language) -> str:
    separator = language("、", ", ")
    names = separator.join(each.key.phrase.in_(language) for each in drafts)
    return language(f"报送{names}：{unit.name}", f"Submit {names}: {unit.name}")


def _trailers(unit: Unit, drafts: list["Draft"]) -> list[tuple[str, str]]:
    documents = [("Xunbiao-Document", Path(each.key.path).stem) for each in drafts]
    return [("Xunbiao-Unit", unit.id), *documents]


def _done(commit: str, unit: Unit, language: Language) -> str:
    return language(
        f"\n已提交 {commit[:12]}。接下来：git push 上传，或发起合并请求；到达主线的时间即报送时间。\n"
        f"下一项要报什么：xunbiao status {unit.id}\n",
        f"\nCommitted {commit[:12]}. Next: git push, or open a merge request; it counts from when it reaches the main "
        f"line.\nWhat is due next: xunbiao status {unit.id}\n",
    )


def _pushed(pushed: "Pushed", unit: Unit, language: Language) -> str:
    place = f"{pushed.remote}/{pushed.branch}"
    rebased = language(
        f"远程有其他单位的新提交，已接在它们之后（现为 {pushed.commit[:12]}）。\n",
        f"Other units had pushed meanwhile; the commit now follows theirs ({pushed.commit[:12]}).\n",
    )
    done = language(
        f"已上传到 {place}。下一项要报什么：xunbiao status {unit.id}\n",
        f"Pushed to {place}. What is due next: xunbiao status {unit.id}\n",
    )
    return (rebased if pushed.was_rebased else "") + done
