"""A run that is interrupted, terminated or killed: its exit code, its silence, and what it leaves behind."""

import os
import signal
import subprocess
import time
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import pytest

from .conftest import Start

pytestmark = pytest.mark.skipif(not hasattr(os, "killpg"), reason="Windows knows no process groups")
BEGUN = "示例活动".encode()


def begun(process: "subprocess.Popen[bytes]") -> "subprocess.Popen[bytes]":
    """A run that has said by which day it judges, which it does just before it checks."""
    assert process.stderr is not None
    assert BEGUN in process.stderr.readline()
    return process


def is_over(group: int) -> bool:
    """Whether nothing of a process group is left after a moment."""
    for _ in range(100):
        try:
            os.killpg(group, 0)
        except ProcessLookupError:
            return True
        time.sleep(0.05)
    return False


@pytest.mark.parametrize(("number", "code"), [(signal.SIGINT, 130), (signal.SIGTERM, 143)])
def test_ended_from_outside(start: Start, large: Path, number: int, code: int) -> None:
    """Ctrl-C ends a check with 130 and a termination with 143, at once, without a word and without a process left."""
    process = begun(start("validate", "--format", "json", cwd=large))
    os.killpg(process.pid, number)
    out, err = process.communicate(timeout=30)
    assert (process.returncode, out, err) == (code, b"", b"")
    assert is_over(process.pid)


def test_terminated_alone(start: Start, large: Path) -> None:
    """A termination of the parent alone ends its children too."""
    process = begun(start("validate", "--format", "json", cwd=large))
    process.terminate()
    process.communicate(timeout=30)
    assert process.returncode == 143
    assert is_over(process.pid)


def test_a_child_that_is_killed(start: Start, large: Path, children: Callable[[int], list[int]]) -> None:
    """When the system kills a checking process, the others end, and one line says what happened."""
    process = begun(start("validate", "--format", "json", cwd=large))
    others = children(process.pid)
    if not others:
        pytest.skip("one processor: there are no other processes")
    os.kill(others[0], signal.SIGKILL)
    out, err = process.communicate(timeout=60)
    assert (process.returncode, out, err.count(b"\n")) == (2, b"", 1)
    assert is_over(process.pid)


@pytest.fixture
def children() -> Callable[[int], list[int]]:
    """The processes that a process has started, waited for while they may still come."""

    def of(parent: int) -> list[int]:
        for _ in range(50):
            found = Path(f"/proc/{parent}/task/{parent}/children").read_text(encoding="ascii").split()
            if found:
                return [int(each) for each in found]
            time.sleep(0.02)
        return []

    return of


def test_a_parent_that_is_killed(start: Start, large: Path) -> None:
    """Children do not outlive a parent that could not end them."""
    process = begun(start("validate", "--format", "json", cwd=large))
    os.kill(process.pid, signal.SIGKILL)
    process.communicate(timeout=30)
    assert is_over(process.pid)


@pytest.mark.slow
def test_killed_while_writing(start: Start, tmp_path: Path) -> None:
    """Killed at any moment, a file that is written holds either what it held or all of what it should hold."""
    target = tmp_path / "findings.json"
    began = time.monotonic()
    full, _ = start("validate", "filings/u00000", "--format", "json").communicate()
    lasts = time.monotonic() - began
    old = b"{}\n"
    seen = set()
    for turn in range(24):
        target.write_bytes(old)
        process = start("validate", "filings/u00000", "--format", "json", "-o", target, "--force")
        time.sleep(lasts * (0.5 + turn / 24))
        with suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGKILL)
        process.communicate()
        assert target.read_bytes() in (old, full)
        seen.add(target.read_bytes())
    assert seen == {old, full}
    (tmp_path / ".findings.json.x.tmp").touch()
    os.utime(tmp_path / ".findings.json.x.tmp", (0, 0))
    start("validate", "filings/u00000", "--format", "json", "-o", target, "--force").communicate()
    assert not (tmp_path / ".findings.json.x.tmp").exists()
