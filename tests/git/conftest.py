"""Real repositories in temporary folders: their commits have fixed people and dates, and no setting of this machine."""

import os
import subprocess
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from xunbiao import repository
from xunbiao.repository import Repository

from .story import Story

NOON = datetime.fromisoformat("2019-11-18T12:00:00+08:00")


@dataclass(frozen=True)
class Link:
    """A symbolic link in a commit's tree."""

    target: str


Content = bytes | str | Link | None


@dataclass
class History:
    """A repository and what each of its commits holds; commits are made object by object, without a work tree."""

    top: Path
    states: dict[str, dict[str, bytes | Link]] = field(default_factory=dict)
    tip: str = ""
    clock: datetime = NOON

    def git(self, *arguments: str, given: bytes = b"", ok: bool = True, **variables: str) -> str:
        done = subprocess.run(
            ["git", "-C", str(self.top), *arguments], input=given, capture_output=True, env={**os.environ, **variables}
        )
        if ok and done.returncode:
            raise AssertionError(done.stderr.decode("utf-8", "replace"))
        return done.stdout.decode("utf-8", "surrogateescape").strip()

    def commit(
        self,
        files: Mapping[str, Content],
        *,
        author: str = "李某",
        message: str = "报送",
        at: str | datetime | None = None,
        written: str | datetime | None = None,
        parents: list[str] | None = None,
    ) -> str:
        """A commit on top of the tip (or of other parents) that writes files; None deletes. `at` is when it is
        committed, `written` when its author says to have written it."""
        self.clock = _instant(at) if at else self.clock + timedelta(hours=1)
        parents = ([self.tip] if self.tip else []) if parents is None else parents
        state = dict(self.states[parents[0]]) if parents else {}
        for path, content in files.items():
            if content is None:
                del state[path]
            else:
                state[path] = content.encode() if isinstance(content, str) else content
        id_ = self._write(state, parents, author, message, _instant(written) if written else self.clock)
        self.states[id_] = state
        return id_

    def add(self, files: Mapping[str, Content], **how: object) -> str:
        """The same on the main line, which moves on to it."""
        self.tip = self.commit(files, **how)  # type: ignore[arg-type]
        self.git("update-ref", "refs/heads/main", self.tip)
        return self.tip

    def merge(self, *others: str, files: Mapping[str, Content], **how: object) -> str:
        """A merge on the main line; `files` is how its tree differs from that of its first parent."""
        return self.add(files, parents=[self.tip, *others], **how)

    def checkout(self) -> None:
        self.git("reset", "--quiet", "--hard", "main")

    def raw_commit(self, text: bytes) -> str:
        """A commit object with these very bytes, however odd; the main line moves on to it."""
        id_ = self.git("hash-object", "-t", "commit", "-w", "--stdin", "--literally", given=text)
        self.git("update-ref", "refs/heads/main", id_)
        self.tip = id_
        return id_

    def _write(
        self, state: Mapping[str, bytes | Link], parents: list[str], author: str, message: str, written: datetime
    ) -> str:
        marks = self.top / ".git" / "test-marks"
        lines = [b"commit refs/heads/scratch\nmark :1\n"]
        for role, name, at in (("author", author, written), ("committer", "收件人", self.clock)):
            stamp = f"{int(at.timestamp())} {at:%z}"
            lines.append(f"{role} {name} <{name}@example.cn> {stamp}\n".encode())
        lines.append(_data(message.encode()))
        lines += [f"{'merge' if i else 'from'} {each}\n".encode() for i, each in enumerate(parents)]
        lines.append(b"deleteall\n")
        for path, content in state.items():
            mode, raw = ("120000", content.target.encode()) if isinstance(content, Link) else ("100644", content)
            lines.append(f"M {mode} inline {path}\n".encode() + _data(raw))
        if not parents:
            self.git("update-ref", "-d", "refs/heads/scratch")
        self.git("fast-import", "--quiet", "--force", f"--export-marks={marks}", given=b"".join(lines))
        return marks.read_text().split()[1]


def contents_at(opened: Repository, commit: str) -> dict[str, bytes]:
    """The campaign's files in a commit with their bytes."""
    blobs = repository.files_at(opened, commit).files
    return dict(zip(blobs, repository.contents(opened, list(blobs.values())), strict=True))


def _data(raw: bytes) -> bytes:
    return b"data %d\n%s\n" % (len(raw), raw)


def _instant(at: str | datetime) -> datetime:
    return at if isinstance(at, datetime) else datetime.fromisoformat(at if "T" in at else f"{at}T12:00:00+08:00")


@pytest.fixture(autouse=True)
def _isolated(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> None:
    """No settings but those of a test: a home folder of its own, and no GIT_* variables."""
    for name in [name for name in os.environ if name.startswith(("GIT_", "XUNBIAO_"))]:
        monkeypatch.delenv(name)
    monkeypatch.setenv("HOME", str(tmp_path_factory.mktemp("home")))
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path_factory.mktemp("config")))
    monkeypatch.setenv("GIT_CONFIG_NOSYSTEM", "1")
    monkeypatch.delenv("COLUMNS", raising=False)


@pytest.fixture
def history(tmp_path: Path) -> History:
    """An empty repository with the branch main."""
    top = tmp_path / "活动"
    top.mkdir()
    made = History(top)
    made.git("init", "--quiet", "--template=")
    made.git("symbolic-ref", "HEAD", "refs/heads/main")
    return made


@pytest.fixture
def story() -> Story:
    """A history to be written by hand."""
    return Story()
