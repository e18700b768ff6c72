"""Files that are written: whole or not at all, whichever step fails and whoever else writes."""

import errno
import os
import resource
import stat
import subprocess
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

import pytest

from xunbiao import writing
from xunbiao.errors import CannotGoOn

from .conftest import Start

STEPS = ("open", "fdopen", "fsync", "chmod", "replace", "link", "stat")
SETTLING = {("open", 2), ("fsync", 2)}
"""What is done to the folder when the file is in place."""

FAULTS = (errno.ENOSPC, errno.EIO, errno.EROFS, errno.EDQUOT, errno.EACCES)
OLD, NEW = "旧".encode() * 50, "新".encode() * 5000


def failing(monkeypatch: pytest.MonkeyPatch, step: str, fault: int, at: int) -> list[str]:
    """Makes the n-th call of a step fail with an error of the system; the list tells whether it came to that."""
    called: list[str] = []
    real: Callable[..., object] = getattr(os, step)

    def call(*arguments: object, **options: object) -> object:
        called.append(step)
        if len(called) == at:
            raise OSError(fault, os.strerror(fault))
        return real(*arguments, **options)

    monkeypatch.setattr(os, step, call)
    return called


def attempt(write: Callable[[Path, bytes], None], target: Path) -> CannotGoOn | None:
    """Writes the new content; what was said if it could not be."""
    try:
        write(target, NEW)
    except CannotGoOn as trouble:
        return trouble
    return None


@pytest.mark.parametrize("fault", FAULTS, ids=lambda number: errno.errorcode[number])
@pytest.mark.parametrize("at", [1, 2, 3])
@pytest.mark.parametrize("step", STEPS)
@pytest.mark.parametrize("write", [writing.create, writing.replace], ids=["create", "replace"])
def test_any_step_may_fail(
    write: Callable[[Path, bytes], None],
    step: str,
    at: int,
    fault: int,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """When a step fails, what was there is there still, nothing else is, and one sentence says why."""
    target = tmp_path / "文件.yaml"
    replacing = write is writing.replace
    if replacing:
        target.write_bytes(OLD)
    called = failing(monkeypatch, step, fault, at)
    trouble = attempt(write, target)
    monkeypatch.undo()
    whole = trouble is None
    assert trouble is None or str(target) in trouble.message.zh
    # A failed link is no failure where the file can be put in place in another way, nor is a folder that cannot settle.
    assert whole == (len(called) < at or (step == "link" and target.exists()) or (step, at) in SETTLING)
    if replacing or whole:
        assert target.read_bytes() == (NEW if whole else OLD)
    assert [each.name for each in tmp_path.iterdir()] == (["文件.yaml"] if replacing or whole else [])


@pytest.mark.skipif(sys.platform == "win32", reason="Windows opens no folder")
def test_the_file_and_then_its_folder_reach_the_disk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Before a write is over, the bytes are asked onto the disk, and after them the name."""
    reached: list[bool] = []
    monkeypatch.setattr(os, "fsync", lambda descriptor: reached.append(stat.S_ISDIR(os.fstat(descriptor).st_mode)))
    writing.create(tmp_path / "文件.yaml", NEW)
    assert reached == [False, True]


def test_no_temporary_file_can_be_made(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A folder that takes no new file leaves the old one as it was."""

    def refuse(*_arguments: object, **_options: object) -> None:
        raise OSError(errno.EROFS, os.strerror(errno.EROFS))

    target = tmp_path / "文件.yaml"
    target.write_bytes(OLD)
    monkeypatch.setattr(tempfile, "mkstemp", refuse)
    with pytest.raises(CannotGoOn, match="Read-only"):
        writing.replace(target, NEW)
    assert target.read_bytes() == OLD


def test_a_disk_that_fills_up(start: Start, tmp_path: Path) -> None:
    """When the system takes only some of the bytes, the old file stays whole: exit 2, one line."""
    target = tmp_path / "findings.json"
    target.write_bytes(OLD)

    def limit() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (4096, 4096))

    process = start("validate", "--format", "json", "-o", target, "--force", before=limit)
    out, err = process.communicate(timeout=60)
    lines = [line for line in err.decode().splitlines() if not line.startswith("示例活动")]
    assert (process.returncode, out, len(lines)) == (2, b"", 1)
    assert target.read_bytes() == OLD
    assert [each.name for each in tmp_path.iterdir()] == ["findings.json"]


def test_leftovers_go_when_they_are_old(tmp_path: Path) -> None:
    """What a killed writer of the same file left is removed after an hour; what is younger or another's is not."""
    target = tmp_path / "a[1].yaml"
    for name in (".a[1].yaml.old.tmp", ".a[1].yaml.new.tmp", ".a1.yaml.old.tmp", "a[1].yaml.old.tmp"):
        (tmp_path / name).touch()
        if "old" in name:
            os.utime(tmp_path / name, (0, 0))
    writing.replace(target, NEW)
    left = {each.name for each in tmp_path.iterdir()}
    assert left == {"a[1].yaml", ".a[1].yaml.new.tmp", ".a1.yaml.old.tmp", "a[1].yaml.old.tmp"}


RACE = """
import sys
from pathlib import Path
from xunbiao import writing
from xunbiao.errors import CannotGoOn
won = 0
for number in range({turns}):
    try:
        writing.create(Path(sys.argv[1]) / str(number), sys.argv[2].encode() * 1000)
        won += 1
    except CannotGoOn:
        pass
print(won)
"""


def test_two_writers_of_new_files(tmp_path: Path) -> None:
    """Of two that make the same new file one wins, and the file is wholly the winner's."""
    turns = 200
    racers = [
        subprocess.Popen(
            [sys.executable, "-c", RACE.format(turns=turns), tmp_path, who], stdout=subprocess.PIPE, text=True
        )
        for who in ("甲", "乙")
    ]
    assert sum(int(racer.communicate(timeout=60)[0]) for racer in racers) == turns
    assert {(tmp_path / str(number)).read_text(encoding="utf-8") for number in range(turns)} <= {
        "甲" * 1000,
        "乙" * 1000,
    }


def test_only_regular_files_are_replaced(tmp_path: Path) -> None:
    """A link, a folder, a pipe or a device is left alone, whoever runs the tool."""
    (tmp_path / "elsewhere").write_bytes(OLD)
    (tmp_path / "link").symlink_to("elsewhere")
    (tmp_path / "dangling").symlink_to("nowhere")
    (tmp_path / "folder").mkdir()
    os.mkfifo(tmp_path / "pipe")
    before = {each.name: each.lstat().st_mode for each in tmp_path.iterdir()}
    for place in (*(tmp_path / name for name in ("link", "dangling", "folder", "pipe")), Path(os.devnull)):
        with pytest.raises(CannotGoOn, match="regular file"):
            writing.replace(place, NEW)
    assert {each.name: each.lstat().st_mode for each in tmp_path.iterdir()} == before
    assert (tmp_path / "elsewhere").read_bytes() == OLD


@pytest.mark.parametrize("is_there", [False, True])
def test_a_folder_comes_whole(tmp_path: Path, is_there: bool) -> None:
    """What is put into a new folder is there when all of it is, whether an empty folder was there or none."""
    wanted = tmp_path / "城市"
    if is_there:
        wanted.mkdir()
    with writing.whole_folder(wanted) as unfinished:
        (unfinished / "a").mkdir()
        (unfinished / "a" / "b.yaml").write_bytes(b"b")
        assert not (wanted / "a").exists()
    assert [path.relative_to(tmp_path).as_posix() for path in sorted(tmp_path.rglob("*"))] == [
        "城市",
        "城市/a",
        "城市/a/b.yaml",
    ]


def test_a_folder_that_fails_leaves_nothing(tmp_path: Path) -> None:
    """Where filling it fails, neither the folder nor half of it stays behind."""

    def fill_half() -> None:
        with writing.whole_folder(tmp_path / "城市") as unfinished:
            (unfinished / "a.yaml").write_bytes(b"a")
            raise RuntimeError

    with pytest.raises(RuntimeError):
        fill_half()
    assert list(tmp_path.iterdir()) == []
