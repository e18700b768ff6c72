"""quarter, commit → the coordinator's report: read out of git, so that only what was handed in counts."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, time
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from xunbiao.commands import completion, reminding
from xunbiao.commands.call import Call, call_of, parse_quarter, unknown_format
from xunbiao.commands.meter import Meter, meter
from xunbiao.errors import CannotGoOn
from xunbiao.formats import OFFICE_FORMATS, PAGE_FORMATS
from xunbiao.model.document import Kind
from xunbiao.model.history import WorkState
from xunbiao.model.period import iso_day
from xunbiao.model.progress import Basis, Period, Progress
from xunbiao.model.workspace import Workspace

if TYPE_CHECKING:
    from xunbiao.repository import Repository


@dataclass(frozen=True, slots=True)
class _Reading:
    """The campaign as a commit (a full id) has it."""

    repository: "Repository"
    commit: str
    workspace: Workspace


def report(
    context: typer.Context,
    quarter: Annotated[
        str | None,
        typer.Option(
            "--quarter",
            "-q",
            metavar="Q",
            autocompletion=completion.quarters,
            help="季度，如 2020Q1（默认最近到期的）｜As 2020Q1",
        ),
    ] = None,
    summary: Annotated[bool, typer.Option("--summary", help="总结报告的情况｜On the summary reports")] = False,
    format: Annotated[
        str,
        typer.Option(
            "--format",
            "-f",
            metavar="FORMAT",
            help="text、md、html、json、csv、xlsx；docx 是通报（GB/T 9704）"
            "｜text, md, html, json, csv, xlsx; docx is the circular to send",
        ),
    ] = "text",
    as_of: Annotated[
        str | None, typer.Option("--as-of", metavar="REV|DATE", help="按这个提交或这天的情况｜As it was then")
    ] = None,
    output: Annotated[
        Path | None, typer.Option("--output", "-o", metavar="FILE", help="写入文件（可覆盖）｜Write to a file")
    ] = None,
    remind: Annotated[
        bool, typer.Option("--remind", help="给没报的单位各写一份催报｜A message to each unit that owes something")
    ] = False,
) -> None:
    """某季度谁报了、谁没报、进展如何｜Who has reported on a quarter, and how matters stand"""
    from xunbiao.pages import book, circular
    from xunbiao.pages import report as page
    from xunbiao.workspace import find_root

    call = call_of(context)
    if format not in {**PAGE_FORMATS, **OFFICE_FORMATS}:
        raise unknown_format(format, {**PAGE_FORMATS, **OFFICE_FORMATS})
    if remind:
        reminding.remind(call, quarter, summary, as_of, format, output)
        return
    root = find_root(call.directory)
    reading = _read(call, root, as_of)
    period = _period(call, reading.workspace, quarter, summary)
    uncommitted = _uncommitted(call, reading, root)
    with meter(call.language(reading.workspace.campaign)("汇总单位", "Counting units")) as advance:
        progress, basis = _progress(reading, period, as_of or "HEAD", uncommitted, advance)
    campaign = reading.workspace.campaign
    language = call.language(campaign)
    if format == "docx":
        blanks = circular.blanks(progress)
        shown = circular.build(progress, campaign, basis, language)
        call.note(blanks.zh, blanks.en, campaign)
    else:
        shown = (book.build if format == "xlsx" else page.build)(progress, basis, language)
    call.show(shown, format, output, force=True)


def _read(call: Call, root: Path, as_of: str | None) -> _Reading:
    from xunbiao import repository
    from xunbiao.check import open_workspace
    from xunbiao.check.committed import commit_files
    from xunbiao.workspace import CONFIG

    opened = repository.open_repository(root)
    for note in repository.rewritings(opened):
        call.note(note.zh, note.en)
    commit = _commit(opened, as_of)
    files = commit_files(opened, commit)
    if CONFIG not in files.blobs:
        zh = f"提交 {commit[:12]} 里没有 {CONFIG}：请先提交活动文件夹（git add -A && git commit -m 建立活动）。"
        raise CannotGoOn(zh, f"Commit {commit[:12]} holds no {CONFIG}: commit the campaign folder first.")
    return _Reading(opened, commit, open_workspace(files))


def _commit(opened: "Repository", as_of: str | None) -> str:
    """The commit to read: HEAD, a name, or what had arrived by the end of a day where the campaign is."""
    from xunbiao import repository
    from xunbiao.check import open_workspace
    from xunbiao.workspace import MemoryFiles

    newest = repository.head(opened)
    if as_of is None:
        return newest
    day = iso_day(as_of)
    if day is None:
        return repository.resolve(opened, as_of)
    settings = repository.read_files(opened, newest, ("xunbiao.yaml", "units.yaml"))
    zone = open_workspace(MemoryFiles(newest[:12], settings)).campaign.zone
    found = repository.last_arrived_by(opened, newest, datetime.combine(day, time.max, zone))
    if found is None:
        raise CannotGoOn(f"到 {day} 为止还没有任何提交。", f"Nothing had been committed by {day}.")
    return found


def _period(call: Call, workspace: Workspace, quarter: str | None, summary: bool) -> Period:
    from xunbiao.progress import fallen_due, period_of

    campaign = workspace.campaign
    today = call.today(campaign)
    if summary:
        if quarter and parse_quarter(campaign, quarter) != campaign.last_quarter:
            zh = f"--summary 就是 {campaign.last_quarter}，不能再用 --quarter {quarter}。"
            raise CannotGoOn(zh, f"--summary is {campaign.last_quarter}: leave out --quarter {quarter}.")
        return period_of(campaign, campaign.last_quarter, today, summary=True)
    if quarter:
        return period_of(campaign, parse_quarter(campaign, quarter), today)
    chosen = fallen_due(campaign, today) or campaign.all_quarters[0]
    call.note(
        f"没有指定季度，按最近到期的 {chosen}（{chosen.phrase.zh}）。",
        f"No quarter was given: this is {chosen}, which fell due last.",
        campaign,
    )
    return period_of(campaign, chosen, today)


def _uncommitted(call: Call, reading: _Reading, root: Path) -> Mapping[str, WorkState]:
    """The documents in the folder that differ from HEAD, named on stderr since they are not counted."""
    from xunbiao import repository
    from xunbiao.workspace import folder_files

    files = folder_files(root)
    contents = ((key.path, files.read(key.path)) for key in files.keys)
    found = repository.worktree_changes(
        reading.repository, ((path, raw) for path, raw in contents if isinstance(raw, bytes))
    )
    for path, state in sorted(found.items()):
        call.note(
            f"没有计入：{path}（{state.phrase.zh}）",
            f"Not counted: {path} ({state.phrase.en})",
            reading.workspace.campaign,
        )
    return dict(sorted(found.items()))


def _progress(
    reading: _Reading, period: Period, asked: str, uncommitted: Mapping[str, WorkState], advance: Meter
) -> tuple[Progress, Basis]:
    from xunbiao import audit, check, progress, repository
    from xunbiao.check.spreading import spread_over

    campaign, roster = reading.workspace.campaign, reading.workspace.roster
    history = list(repository.revisions(reading.repository, reading.commit))

    def versions(ids: Sequence[str], kind: Kind) -> Iterator[audit.Version]:
        return audit.read_versions((raw for _, raw in repository.blobs(reading.repository, ids, kind)), kind)

    arrivals = repository.arrivals_of(history, audit.former_ids(roster))
    telling = progress.bearing_on_deadlines(history)
    events = audit.events(telling, versions, campaign, roster, spread=spread_over)
    arrived_at = history[-1].commit.arrived_at.astimezone(campaign.zone)
    del history, telling
    survey = progress.survey(reading.workspace, period, arrivals, events)
    selection = check.Selection(progress.signal_codes())
    checked, taken = check.check_keeping(reading.workspace, period.today, selection, survey.take, advance=advance)
    found = survey.progress(taken, checked.diagnostics)
    return found, Basis(reading.commit, asked, arrived_at, uncommitted)
