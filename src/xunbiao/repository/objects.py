"""commit → files: their names, contents through one stream, and how the folder differs from a commit."""

import hashlib
import os
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from io import BufferedReader

from xunbiao.model.document import Kind
from xunbiao.model.history import Snapshot, WorkState
from xunbiao.model.language import Phrase
from xunbiao.repository.place import Repository, head, resolve
from xunbiao.repository.trouble import damaged, shallow
from xunbiao.source.guards import limits

MAX_BYTES = limits(Kind.FILING).size
"""A version larger than this is not read: no document of a campaign comes near it."""

_ROSTER = "units.yaml"
CAMPAIGN_PATHS = ("xunbiao.yaml", _ROSTER, "catalogue", "filings")
"""What belongs to a campaign, relative to its folder; nothing else of a repository is ever read."""

TOO_LARGE = Phrase("超过256 KiB，不予读取", "is larger than 256 KiB and was not read")
IS_LINK = Phrase("是符号链接或子模块，不予读取", "is a symbolic link or submodule, which is never followed")


@dataclass(frozen=True, slots=True)
class Entry:
    """A file as a commit's tree names it: campaign-relative path, git's mode, blob id, and, where it was asked for, its
    size in bytes."""

    path: str
    mode: str
    blob: str
    size: int = 0

    @property
    def is_file(self) -> bool:
        return self.mode.startswith("100")

    @property
    def is_too_large(self) -> bool:
        return self.size > (limits(Kind.UNITS).size if self.path == _ROSTER else MAX_BYTES)


def entries(
    repository: Repository, commit: str, paths: Iterable[str] = CAMPAIGN_PATHS, *, sized: bool = False
) -> list[Entry]:
    """The campaign's files in a commit (a full id), sorted by path; `sized` with their sizes, for which git must have
    the objects at hand."""
    wanted = [repository.prefix + path for path in paths]
    if not wanted:
        return []  # git would take no path for every path
    how = ("-r", "-z", "--full-tree", *(["--long"] if sized else []))
    listing = repository.git.ask("ls-tree", *how, commit, "--", *wanted)
    return [_entry(record, repository.prefix) for record in listing.split(b"\0") if record]


def _entry(record: bytes, prefix: str) -> Entry:
    about, _, path = record.partition(b"\t")
    mode, _, blob, *size = about.decode("ascii").split()
    name = path.decode("utf-8", "backslashreplace").removeprefix(prefix)
    return Entry(name, mode, blob, int(size[0]) if size and size[0].isdecimal() else 0)


def files_at(repository: Repository, commit: str) -> Snapshot:
    """The names of the campaign's files in a commit (a full id); links, submodules and large files are told apart."""
    found = entries(repository, commit, sized=True)
    skipped = {each.path: TOO_LARGE if each.is_file else IS_LINK for each in found if not _is_readable(each)}
    return Snapshot(commit, {each.path: each.blob for each in found if _is_readable(each)}, skipped)


def _is_readable(entry: Entry) -> bool:
    return entry.is_file and not entry.is_too_large


def blobs(repository: Repository, ids: Sequence[str], kind: Kind = Kind.FILING) -> Iterator[tuple[str, bytes | None]]:
    """Blob ids → (id, bytes), in order, through one `cat-file --batch`; None for what is larger than documents of that
    kind may be.

    Sizes are asked first, so that nothing large is ever unpacked. Raises CannotGoOn where an object is missing.
    """
    if not ids:
        return
    large = {blob for blob, size in _sizes(repository, ids) if size > limits(kind).size}
    read = contents(repository, [blob for blob in ids if blob not in large])
    for blob in ids:
        yield blob, None if blob in large else next(read)
    next(read, None)  # to its end, where it is seen whether git failed


def contents(repository: Repository, ids: Sequence[str]) -> Iterator[bytes]:
    """Blob ids → bytes, in order, whatever their size: for those that are known to be no larger than they may be."""
    if not ids:
        return
    wanted = (f"{blob}\n".encode() for blob in ids)
    with repository.git.stream("cat-file", "--batch", "--buffer", feed=wanted) as answers:
        for _ in ids:
            yield _content(answers, repository)


def _sizes(repository: Repository, ids: Sequence[str]) -> Iterator[tuple[str, int]]:
    wanted = (f"{blob}\n".encode() for blob in ids)
    with repository.git.stream("cat-file", "--batch-check", "--buffer", feed=wanted) as answers:
        for line in answers:
            name, _, about = line.decode("ascii", "replace").strip().partition(" ")
            kind, _, size = about.partition(" ")
            if kind != "blob":
                raise damaged(repository.top)
            yield name, int(size)


def _content(answers: BufferedReader, repository: Repository) -> bytes:
    """One answer of `cat-file --batch`: `ID blob SIZE`, the bytes, a line feed."""
    about = answers.readline().split()
    raw = answers.read(int(about[2]) + 1) if len(about) == 3 else b""
    if not raw.endswith(b"\n"):
        raise damaged(repository.top)
    return raw[:-1]


def worktree_changes(repository: Repository, files: Iterable[tuple[str, bytes]]) -> dict[str, WorkState]:
    """How the given documents of the folder (path, bytes) differ from HEAD; what is the same is left out.

    A document that HEAD has, and that is neither given nor on disk, is deleted. Their bytes are hashed here: asking
    `git status` would run the repository's filters and monitors.
    """
    return _differing(repository, head(repository), files)


def changed_since(repository: Repository, rev: str, files: Iterable[tuple[str, bytes]]) -> dict[str, WorkState]:
    """How the given documents of the folder differ from where HEAD's history left that of `rev`: what a branch changed.

    Raises CannotGoOn for a `rev` that names no commit, and in a shallow clone that does not reach back that far.
    """
    return _differing(repository, _fork(repository, resolve(repository, rev)), files)


def _fork(repository: Repository, commit: str) -> str:
    answer = repository.git.try_("merge-base", commit, head(repository))
    if answer.code == 0:
        return answer.out.split()[0].decode("ascii")
    if repository.is_shallow:
        raise shallow()
    return commit


def _differing(repository: Repository, commit: str, files: Iterable[tuple[str, bytes]]) -> dict[str, WorkState]:
    committed = {each.path: each for each in entries(repository, commit)}
    identify = _hasher(commit)
    states = {}
    for path, raw in files:
        entry = committed.pop(path, None)
        if entry is None:
            states[path] = WorkState.NEW
        elif entry.blob not in (identify(raw), identify(with_line_feeds(raw))):
            states[path] = WorkState.CHANGED
    gone = (path for path in committed if not os.path.lexists(repository.directory / path))
    return states | dict.fromkeys(gone, WorkState.DELETED)


def with_line_feeds(raw: bytes) -> bytes:
    """A text as it is kept in git: on Windows a checked-out file may end its lines with CR LF."""
    return raw.replace(b"\r\n", b"\n")


def _hasher(commit: str) -> Callable[[bytes], str]:
    """bytes → blob id, in the hash that the repository uses, which shows in the length of its ids."""
    algorithm = "sha256" if len(commit) == 64 else "sha1"

    def identify(raw: bytes) -> str:
        return hashlib.new(algorithm, b"blob %d\0" % len(raw) + raw, usedforsecurity=False).hexdigest()

    return identify


def read_files(repository: Repository, commit: str, paths: Sequence[str]) -> Mapping[str, bytes]:
    """Some of a commit's files by path, those that are there and can be read."""
    found = [each for each in entries(repository, commit, paths, sized=True) if _is_readable(each)]
    read = contents(repository, [each.blob for each in found])
    return {entry.path: raw for entry, raw in zip(found, read, strict=True)}
