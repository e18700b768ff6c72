"""commits → repository: a new repository, and a whole history at once through one `git fast-import`."""

import os
from collections.abc import Iterable, Iterator, Mapping
from datetime import datetime
from pathlib import Path

from xunbiao.errors import CannotGoOn
from xunbiao.model.history import NewCommit, Signature
from xunbiao.repository.place import Repository, commit_id, open_repository
from xunbiao.repository.recipe import Git, find_git

MAIN = "main"

# The same commits must get the same ids everywhere, whatever a person's own settings say.
_SAME_EVERYWHERE = ("init.defaultObjectFormat=sha1", "core.autocrlf=false", "core.eol=lf")


def create(directory: Path) -> Repository:
    """A new repository with the branch main in a folder, which is made if need be; one that is there stays as it is."""
    if not (directory / ".git").exists():
        _make_folder(directory)
        git = Git(find_git(), directory.resolve(), _SAME_EVERYWHERE)
        # No template: what lies in a template folder would become hooks.
        git.ask("init", "--quiet", "--template=")
        git.ask("symbolic-ref", "HEAD", f"refs/heads/{MAIN}")
    return open_repository(directory)


def _make_folder(directory: Path) -> None:
    try:
        directory.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise CannotGoOn(
            f"无法建立文件夹 {directory}：{error.strerror}", f"Cannot make the folder {directory}: {error.strerror}"
        ) from None


def write_commits(repository: Repository, commits: Iterable[NewCommit]) -> str:
    """Make commits, in order, and check out main; returns the id of its last commit.

    A branch starts where main stands when it is first named. A merge takes over what its branch wrote, then writes its
    own files; the branch is then removed, and may be named anew. Equal commits give equal ids everywhere. Paths are
    relative to the campaign folder. Meant for a repository that was made for it: what lies in the work tree under the
    same names is overwritten.
    """
    git = Git(repository.git.program, repository.top, _SAME_EVERYWHERE)
    start = commit_id(repository, f"refs/heads/{MAIN}")
    commits = list(commits)
    stream = b"".join(_stream(commits, repository.prefix, start))
    git.ask("fast-import", "--quiet", "--done", "--date-format=raw", given=stream)
    for branch in {commit.merges for commit in commits} - {""}:
        git.ask("update-ref", "-d", f"refs/heads/{branch}")
    git.ask("symbolic-ref", "HEAD", f"refs/heads/{MAIN}")
    git.ask("read-tree", "--reset", "-u", "HEAD")
    return git.ask("rev-parse", "--verify", "HEAD").decode().strip()


def _stream(commits: Iterable[NewCommit], prefix: str, start: str | None) -> Iterator[bytes]:
    written: dict[str, dict[str, bytes | None]] = {}
    for commit in commits:
        if commit.merges == MAIN:
            raise ValueError("branches merge into main, never main into a branch")
        # fast-import knows of a merge's parents only: what the branch wrote has to be said again.
        files = {**written.pop(commit.merges, {}), **commit.files} if commit.merges else commit.files
        yield f"commit refs/heads/{commit.branch}\n".encode()
        yield _person("author", commit.author) + _person("committer", commit.committer)
        yield _data(commit.message.encode())
        if commit.branch not in written:
            yield _beginning(commit.branch, start, MAIN in written)
        if commit.merges:
            yield f"merge refs/heads/{commit.merges}\n".encode()
        written.setdefault(commit.branch, {}).update(files)
        yield from _files(files, prefix)
        yield b"\n"
    yield b"done\n"


def _beginning(branch: str, start: str | None, main_moved: bool) -> bytes:
    if branch != MAIN and main_moved:
        return f"from refs/heads/{MAIN}\n".encode()
    return f"from {start}\n".encode() if start else b""


def _files(files: Mapping[str, bytes | None], prefix: str) -> Iterator[bytes]:
    for path, content in files.items():
        name = _quoted(prefix + path)
        yield b"D %s\n" % name if content is None else b"M 100644 inline %s\n%s" % (name, _data(content))


def _data(content: bytes) -> bytes:
    return b"data %d\n%s\n" % (len(content), content)


def _person(role: str, who: Signature) -> bytes:
    name, email = ("".join(each for each in text if each not in "<>\n\0") for text in (who.name, who.email))
    return f"{role} {name} <{email}> {_stamp(who.at)}\n".encode()


def _stamp(at: datetime) -> str:
    """Seconds since 1970 and the zone as git writes it. A time without a zone would depend on the machine."""
    offset = at.utcoffset()
    if offset is None:
        raise ValueError("a commit's time needs a time zone")
    minutes = int(offset.total_seconds()) // 60
    sign = "-" if minutes < 0 else "+"
    return f"{int(at.timestamp())} {sign}{abs(minutes) // 60:02d}{abs(minutes) % 60:02d}"


def _quoted(path: str) -> bytes:
    """A path as fast-import reads it: in C's quotes, which are never wrong."""
    escaped = path.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n")
    return os.fsencode(f'"{escaped}"')
