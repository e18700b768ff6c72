"""git, folder → Events: all that happened to a campaign, or what happened since a revision."""

import gc
from collections.abc import Callable, Iterator, Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from xunbiao.commands.call import Call
from xunbiao.commands.meter import Meter, counted, meter
from xunbiao.model.document import Kind
from xunbiao.model.history import Event
from xunbiao.model.workspace import Workspace

if TYPE_CHECKING:
    from xunbiao import audit
    from xunbiao.repository import Repository

Result = TypeVar("Result")


def history_of(call: Call, workspace: Workspace, unit: str = "") -> tuple[str, list[Event]]:
    """The commit that was read (HEAD's full id), and what its history tells of the campaign or of one unit."""
    from xunbiao import repository

    opened = repository.open_repository(Path(workspace.files.place))
    return _history(call, opened, workspace, unit)


def _history(call: Call, opened: "Repository", workspace: Workspace, unit: str) -> tuple[str, list[Event]]:
    from xunbiao import audit, repository

    commit = repository.head(opened)
    for note in repository.rewritings(opened):
        call.note(note.zh, note.en, workspace.campaign)

    with meter(call.language(workspace.campaign)("读取版本", "Reading versions")) as advance:

        def versions(ids: Sequence[str], kind: Kind) -> "Iterator[audit.Version]":
            contents = zip(counted(ids, advance), repository.blobs(opened, ids, kind), strict=True)
            return audit.read_versions((raw for _, (_, raw) in contents), kind)

        def spread(work: Callable[[int, int], Result], versions: int) -> list[Result]:
            return _spread(work, versions, advance)

        told = repository.revisions(opened, commit)
        return commit, audit.events(told, versions, workspace.campaign, workspace.roster, unit, spread)


def _spread(work: Callable[[int, int], Result], versions: int, advance: Meter) -> list[Result]:
    """Many versions are parted among processes, as files are when they are checked."""
    from xunbiao.check.spreading import processes_for, spread

    advance.shares = parts = processes_for(versions)
    # Versions are trees, never rings, and looking for rings among so many takes a seventh of the time.
    gc.disable()
    try:
        return spread(lambda part: work(part, parts), parts)
    finally:
        gc.enable()


def events_since(call: Call, workspace: Workspace, rev: str, today: date) -> list[Event]:
    """What a revision does not hold: the events of commits that did not lead to it, then what handing in the folder as
    it is today would make. Raises CannotGoOn for a name of no commit, in a shallow clone, and without a repository."""
    from xunbiao import audit, repository

    opened = repository.open_repository(Path(workspace.files.place))
    known = repository.ancestors(opened, repository.resolve(opened, rev))
    commit, events = _history(call, opened, workspace, "")
    contents = ((key.path, workspace.files.read(key.path)) for key in workspace.files.keys if key.unit)
    present = {path: raw for path, raw in contents if isinstance(raw, bytes)}
    changed = repository.worktree_changes(opened, present.items())
    before = repository.read_files(opened, commit, [path for path in changed if path.startswith("filings/")])
    pending = audit.pending_events(
        {path: audit.read_version(raw) for path, raw in before.items()},
        {path: audit.read_version(present[path]) for path in changed if path in present},
        workspace.campaign,
        today,
    )
    return [*(event for event in events if event.commit.id not in known), *pending]
