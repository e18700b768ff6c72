"""log → Revisions: what each commit on the main line brought in, and when and by whom each document arrived."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import datetime

from xunbiao.model.history import Arrival, Commit, FileChange, Revision
from xunbiao.repository.log import Entry, read_log
from xunbiao.repository.place import Repository, require_whole_history

DOCUMENTS = ("filings", "units.yaml", "xunbiao.yaml")
"""Whose history is told: what units hand in, and the calendar and roster they are judged by."""


def revisions(repository: Repository, commit: str, paths: tuple[str, ...] = DOCUMENTS) -> Iterator[Revision]:
    """The commits on the first-parent line of `commit` (a full id) that change the campaign, oldest first.

    A change that a merge shares with one of its parents is that parent's; what differs from all of them is the merge's
    own. Raises CannotGoOn in a shallow clone.
    """
    require_whole_history(repository)
    log = {entry.id: entry for entry in read_log(repository, commit, paths)}
    for entry, brought in _landings(log, commit):
        files = entry.first_changes
        if files:
            yield Revision(_commit(entry, entry.committer.at), files, tuple(_parts(entry, brought)))


def commits(repository: Repository, commit: str) -> list[Commit]:
    """All that led to `commit` (a full id), whatever it changed, each with its day of arrival on the main line."""
    require_whole_history(repository)
    log = {entry.id: entry for entry in read_log(repository, commit, DOCUMENTS)}
    return [
        _commit(entry, landing.committer.at)
        for landing, brought in _landings(log, commit)
        for entry in (*brought, landing)
    ]


def _landings(log: Mapping[str, Entry], commit: str) -> Iterator[tuple[Entry, list[Entry]]]:
    """Each commit on the first-parent line, oldest first, with the commits that became reachable by it."""
    order = {id_: position for position, id_ in enumerate(log)}
    line = []
    while commit in log:
        line.append(log[commit])
        commit = log[commit].parents[0] if log[commit].parents else ""
    known: set[str] = set()
    for entry in reversed(line):
        known.add(entry.id)
        brought, waiting = [], list(entry.parents)
        while waiting:
            id_ = waiting.pop()
            if id_ not in known and id_ in log:
                known.add(id_)
                brought.append(log[id_])
                waiting += log[id_].parents
        yield entry, sorted(brought, key=lambda each: order[each.id])


def _parts(landing: Entry, brought: list[Entry]) -> Iterator[Revision]:
    """Who did what within a merge: its commits, and the merge itself where it did something of its own."""
    for entry in (*brought, landing) if len(landing.parents) > 1 else ():
        files = _own_changes(entry)
        if files:
            yield Revision(_commit(entry, landing.committer.at), files)


def _own_changes(entry: Entry) -> tuple[FileChange, ...]:
    """The files in which a commit differs from every one of its parents."""
    if len(entry.parents) < 2:
        return entry.first_changes
    sides = [{change.path: change for change in entry.against.get(parent, ())} for parent in entry.parents]
    return tuple(
        replace(change, others=tuple(side[path].before for side in sides[1:]))
        for path, change in sides[0].items()
        if all(path in side for side in sides)
    )


def _commit(entry: Entry, arrived_at: datetime) -> Commit:
    return Commit(
        id=entry.id,
        parents=entry.parents,
        author=entry.author.name,
        email=entry.author.email,
        authored_at=entry.author.at,
        committed_at=entry.committer.at,
        arrived_at=arrived_at,
        subject=entry.subject,
        trailers=entry.trailers,
    )


def arrivals(repository: Repository, commit: str, formerly: Mapping[str, str] | None = None) -> dict[str, Arrival]:
    """How each document that `commit` (a full id) holds reached the main line, by path; one log, no contents.

    A unit's folder that was renamed keeps its dates: where the same bytes left one folder and entered another in one
    commit, or where `formerly` (id → former id, 前身 on the roster) says so. Raises CannotGoOn in a shallow clone.
    """
    return arrivals_of(revisions(repository, commit, ("filings",)), formerly or {})


def arrivals_of(history: Iterable[Revision], formerly: Mapping[str, str]) -> dict[str, Arrival]:
    """Revisions, oldest first → the arrival of each document that is there in the end."""
    present: dict[str, Arrival] = {}
    gone: dict[str, Arrival] = {}
    for revision in history:
        authors = {change.path: part.commit for part in revision.parts for change in part.files}
        sources = {path: present[old] for path, old in revision.moves(formerly).items() if old in present}
        for change in revision.files:
            path, who = change.path, authors.get(change.path, revision.commit)
            if change.after is None:
                if path in present:
                    gone[path] = present.pop(path)
                continue
            known = sources.get(path) or present.get(path)
            if known is None and (left := gone.get(path) or gone.get(_former_path(path, formerly))):
                known = replace(left, restored=True)
            present[path] = _moved(known, path, who) if known else Arrival(path, who, who)
    return present


def _moved(known: Arrival, path: str, who: Commit) -> Arrival:
    origin = known.moved_from or (known.path if known.path != path else "")
    return replace(known, path=path, last=who, moved_from=origin)


def _former_path(path: str, formerly: Mapping[str, str]) -> str:
    """Where a unit's document lay under the unit's former id; no path at all if it had none."""
    match path.split("/"):
        case ["filings", unit, name] if unit in formerly:
            return f"filings/{formerly[unit]}/{name}"
        case _:
            return ""
