"""Every command that writes, hurt at every step: whatever was there or should come is whole, and nothing else is."""

import errno
import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Mapping
from contextlib import suppress
from pathlib import Path

import pytest

from xunbiao import resources

from ..calling import call
from .conftest import SCRIPT

WRITING = {
    "new": ("new", "fgw"),
    "output": ("validate", "--format", "json", "-o", "out.json", "--force"),
    "page": ("diff", "--all", "--format", "html", "-o", "out.html"),
    "form": ("export", "scjgj", "-o", "form.docx"),
    "forms": ("export", "--all", "-o", "forms"),
    "import": ("import", "来表.docx"),
    "refs": ("diff", "scjgj", "--write-refs", "--yes"),
    "init": ("init", "另一个"),
    "demo": ("demo", "示例"),
}
"""The commands that write files, by what they write; `submit` and `seal` leave their writing to git."""

EVERY_TIME = ("new", "output", "import", "init")
STEPS = ("fdopen", "fsync", "replace", "link")
PERSON = {"GIT_AUTHOR_NAME": "李某", "GIT_AUTHOR_EMAIL": "li@example.cn"}
PERSON |= {name.replace("AUTHOR", "COMMITTER"): value for name, value in PERSON.items()}
Files = Mapping[str, bytes]


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A campaign with a filing that names no practice yet, a form that came by mail, and an output to be replaced."""
    top = tmp_path_factory.mktemp("made") / "campaign"
    (top / "filings" / "scjgj").mkdir(parents=True)
    for name in ("xunbiao.yaml", "units.yaml"):
        (top / name).write_bytes(resources.read(name))
    base = Path(__file__).parents[1] / "rules" / "base" / "filing.yaml"
    filing = top / "filings" / "scjgj" / "filing.yaml"
    filing.write_bytes(base.read_bytes())
    assert call(["export", "scjgj", "-o", "来表.docx"], cwd=top).returncode == 0
    lines = base.read_text(encoding="utf-8").splitlines(keepends=True)
    filing.write_text("".join(line for line in lines if "- P" not in line), encoding="utf-8")
    (top / "out.json").write_bytes(b"{}\n")
    return top


@pytest.fixture
def campaign(made: Path, tmp_path: Path) -> Path:
    """The same anew; where a form is to be imported, its unit has filed nothing yet."""
    return Path(shutil.copytree(made, tmp_path / "campaign"))


@pytest.fixture(scope="module")
def whole(made: Path, tmp_path_factory: pytest.TempPathFactory) -> Callable[[str], Files]:
    """All files as they are when a command was not hurt."""
    known: dict[str, Files] = {}

    def of(name: str) -> Files:
        if name not in known:
            top = Path(shutil.copytree(made, tmp_path_factory.mktemp("whole") / "campaign"))
            prepare(name, top)
            ended = call(WRITING[name], cwd=top, environment=PERSON)
            assert ended.returncode in (0, 1), ended.stderr.decode()
            known[name] = files(top)
            assert known[name] != files(made)
        return known[name]

    return of


def prepare(name: str, top: Path) -> None:
    """A form is imported where there is no filing."""
    if name == "import":
        shutil.rmtree(top / "filings" / "scjgj")


def files(top: Path) -> Files:
    """What lies in the folder, but for what git keeps for itself."""
    found = (path for path in top.rglob("*") if path.is_file() and ".git" not in path.parts)
    return {path.relative_to(top).as_posix(): path.read_bytes() for path in found}


def must_be_whole(now: Files, before: Files, after: Files) -> None:
    """Each file holds what it held or what it should hold, and there is none that should not be."""
    torn = [path for path, raw in now.items() if raw not in (before.get(path), after.get(path))]
    assert not torn
    assert set(before) - set(now) <= set(before) - set(after)


def full_from(monkeypatch: pytest.MonkeyPatch, step: str, at: int) -> list[str]:
    """Makes the n-th call of a step, and every later one, fail for want of room; the list tells how often it did."""
    called, failed = [], []
    real: Callable[..., object] = getattr(os, step)

    def full(*arguments: object, **options: object) -> object:
        called.append(step)
        if len(called) < at:
            return real(*arguments, **options)
        failed.append(step)
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(os, step, full)
    return failed


@pytest.mark.parametrize("at", [1, *(pytest.param(at, marks=pytest.mark.slow) for at in (2, 5, 30))])
@pytest.mark.parametrize("step", STEPS)
@pytest.mark.parametrize(
    "name", [pytest.param(name, marks=() if name in EVERY_TIME else pytest.mark.slow) for name in WRITING]
)
def test_the_nth_write_fails(
    name: str, step: str, at: int, campaign: Path, whole: Callable[[str], Files], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where the disk is full from the n-th step on, a command ends with 2 and one line, or had no need of that step."""
    after = whole(name)
    prepare(name, campaign)
    before = files(campaign)
    failed = full_from(monkeypatch, step, at)
    ended = call(WRITING[name], cwd=campaign, environment=PERSON)
    monkeypatch.undo()
    now = files(campaign)
    must_be_whole(now, before, after)
    told = [line for line in ended.stderr.decode().splitlines() if line.startswith("xunbiao: ")]
    # Without links new files come into place in another way, and a folder need not let itself be settled on the disk.
    if failed and not (step in ("link", "fsync") and now == after):
        assert (ended.returncode, len(told)) == (2, 1), ended.stderr.decode()
    else:
        assert now == after
        assert (ended.returncode in (0, 1), told) == (True, [])


@pytest.mark.slow
@pytest.mark.skipif(sys.platform == "win32", reason="Windows knows no SIGKILL")
@pytest.mark.parametrize("name", WRITING)
def test_killed_at_any_moment(name: str, made: Path, whole: Callable[[str], Files], tmp_path: Path) -> None:
    """Killed at whatever moment, a command leaves whole files, and at most temporary ones with names of their own."""
    after = whole(name)
    lasts = 0.0
    for turn in range(10):
        top = Path(shutil.copytree(made, tmp_path / str(turn)))
        prepare(name, top)
        before = files(top)
        began = time.monotonic()
        process = subprocess.Popen(
            [sys.executable, SCRIPT, *WRITING[name]],
            cwd=top,
            env={**os.environ, **PERSON},
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
        )
        if turn:
            time.sleep(lasts * (0.4 + turn / 15))
            with suppress(ProcessLookupError):
                os.killpg(process.pid, signal.SIGKILL)
        process.wait()
        lasts = lasts or time.monotonic() - began
        now = files(top)
        must_be_whole({path: raw for path, raw in now.items() if ".tmp" not in path}, before, after)
