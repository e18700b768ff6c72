"""git, receipts → whether sealed quarters stand and the history is whole; exit 1 with a breach."""

import json
from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from xunbiao.commands.call import Call, call_of, unknown_format
from xunbiao.commands.options import Force, Output
from xunbiao.errors import CannotGoOn
from xunbiao.formats import PAGE_FORMATS
from xunbiao.model.campaign import Reopening
from xunbiao.model.language import Phrase
from xunbiao.model.period import Quarter
from xunbiao.model.workspace import Workspace

if TYPE_CHECKING:
    from xunbiao.audit import Evidence
    from xunbiao.model.seal import Receipt, Seal, SignatureState, Tag
    from xunbiao.repository import Repository

_MOST_BYTES = 16 * 2**20


def verify(
    context: typer.Context,
    receipt: Annotated[
        list[Path] | None, typer.Option("--receipt", metavar="FILE", help="封账时的回执，可多次｜Receipts of seal")
    ] = None,
    signers: Annotated[
        Path | None, typer.Option("--signers", metavar="FILE", help="认可的 ssh 签名人名单｜Allowed ssh signers")
    ] = None,
    require_signatures: Annotated[
        bool, typer.Option("--require-signatures", help="没有有效签名即为问题｜Each seal needs a good signature")
    ] = False,
    format: Annotated[
        str, typer.Option("--format", "-f", metavar="FORMAT", help="text、md、html、json、csv｜the same")
    ] = "text",
    output: Output = None,
    force: Force = False,
) -> None:
    """核对：封账的季度是否原样、历史是否被改写｜Prove that sealed quarters stand and history is whole"""
    from xunbiao import audit
    from xunbiao.pages import seal as page

    call = call_of(context)
    if format not in PAGE_FORMATS:
        raise unknown_format(format, PAGE_FORMATS)
    receipts = [each for file in receipt or [] for each in _receipts(file)]
    if signers and not signers.is_file():
        raise CannotGoOn(f"没有这个文件：{signers}。", f"No such file: {signers}.")
    evidence = _evidence(call, receipts, signers, required=require_signatures)
    verdict = audit.verify(evidence)
    shown = page.verdict(verdict, evidence.campaign, evidence.roster, call.language(evidence.campaign))
    call.show(shown, format, output, force=force)
    raise typer.Exit(bool(verdict.breaches))


def _receipts(file: Path) -> list["Receipt"]:
    from xunbiao import audit

    try:
        with file.open("rb") as stream:
            text = stream.read(_MOST_BYTES).decode("utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise CannotGoOn(f"读不了回执 {file}。", f"The receipt {file} cannot be read.") from error
    try:
        data = json.loads(text)
    except (ValueError, RecursionError):
        data = None
    found = audit.read_receipts(text, data)
    if not found:
        raise CannotGoOn(f"{file} 不是封账回执。", f"{file} is no receipt of xunbiao seal.")
    return found


def _evidence(call: Call, receipts: Sequence["Receipt"], signers: Path | None, *, required: bool) -> "Evidence":
    from xunbiao import audit, repository
    from xunbiao.workspace import find_root, key_of

    opened = repository.open_repository(find_root(call.directory))
    repository.require_whole_history(opened)
    head = repository.head(opened)
    workspace = _workspace_at(opened, head)
    campaign = workspace.campaign
    tags = {each.name: each for each in repository.tags(opened, audit.FOLDER)}

    @cache
    def ancestors(commit: str) -> frozenset[str]:
        return repository.ancestors(opened, commit)

    @cache
    def documents(commit: str, quarter: Quarter) -> dict[str, str] | None:
        if repository.commit_id(opened, commit) != commit:
            return None
        return repository.digests(opened, commit, lambda path: audit.belongs(campaign, quarter, key_of(path)))

    @cache
    def reopenings(commit: str) -> Sequence[Reopening]:
        try:
            return _workspace_at(opened, commit).campaign.reopenings
        except CannotGoOn:
            return ()

    seals, no_seals = _read_tags(opened, list(tags.values()), signers)
    return audit.Evidence(
        head, campaign, workspace.roster, seals, no_seals, tags, receipts,
        list(repository.revisions(opened, head)), repository.commits(opened, head), repository.rewritings(opened),
        documents, ancestors, reopenings, required,
    )  # fmt: skip


def _workspace_at(opened: "Repository", commit: str) -> Workspace:
    """A commit's settings and roster."""
    from xunbiao import repository
    from xunbiao.check import open_workspace
    from xunbiao.workspace import CONFIG, MemoryFiles

    files = repository.read_files(opened, commit, (CONFIG, "units.yaml"))
    if CONFIG not in files:
        raise CannotGoOn(f"提交 {commit[:12]} 里没有 {CONFIG}。", f"Commit {commit[:12]} holds no {CONFIG}.")
    return open_workspace(MemoryFiles(commit[:12], files))


def _read_tags(
    opened: "Repository", tags: Sequence["Tag"], signers: Path | None
) -> tuple[list[tuple["Seal", "SignatureState"]], list[tuple["Tag", Phrase]]]:
    """The tags that are seals, each with what its signature is worth, and those that are none, each with the reason."""
    from xunbiao import audit, repository
    from xunbiao.model.seal import Seal

    seals: list[tuple[Seal, SignatureState]] = []
    no_seals: list[tuple[Tag, Phrase]] = []
    for tag in tags:
        read = audit.read_seal(tag)
        if isinstance(read, Seal):
            seals.append((read, repository.signature(opened, tag, signers)))
        else:
            no_seals.append((tag, read))
    return seals, no_seals
