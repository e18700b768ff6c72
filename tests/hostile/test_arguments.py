"""Hostile words on the command line and hostile places to write to: 2, one line, and nothing made anywhere."""

import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from xunbiao import resources

from ..calling import call_text
from .test_outputs import is_unseen

NAMES = (
    *("../../x", "/etc/passwd", "C:\\x", "a/b", ".git", "CON", "a.", "a" * 300, "\x1b[31m", "::error::x", "甲\n乙"),
    *("$(touch pwned)", "`touch pwned`", "; touch pwned", "\udcff", "{0}", "%s", "[bold]x[/red]", " ", "scjgj\u200b"),
)
WITH_UNIT = ("new", "diff", "history", "status", "submit", "export")

Call = Callable[..., "subprocess.CompletedProcess[str]"]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A campaign with a filing, in no repository."""
    top = tmp_path / "campaign"
    (top / "filings" / "scjgj").mkdir(parents=True)
    for name in ("xunbiao.yaml", "units.yaml"):
        (top / name).write_bytes(resources.read(name))
    base = Path(__file__).parents[1] / "rules" / "base" / "filing.yaml"
    (top / "filings" / "scjgj" / "filing.yaml").write_bytes(base.read_bytes())
    return top


@pytest.fixture
def call(folder: Path) -> Call:
    def run(*words: str) -> "subprocess.CompletedProcess[str]":
        return call_text(words, cwd=folder)

    return run


def files(folder: Path) -> set[str]:
    return {str(path.relative_to(folder.parent)) for path in folder.parent.rglob("*")}


@pytest.mark.parametrize("name", NAMES, ids=ascii)
@pytest.mark.parametrize("command", WITH_UNIT)
def test_units_that_are_none(command: str, name: str, call: Call, folder: Path) -> None:
    """A name that no unit has is refused by every command that takes one, and shown harmlessly."""
    before = files(folder)
    run = call(command, "--", name)
    assert (run.returncode, run.stdout) == (2, "")
    lines = [line for line in run.stderr.splitlines() if not line.startswith("示例活动")]
    assert len(lines) == 1
    assert not [each for each in lines[0] if is_unseen(each)]
    assert "::" not in lines[0]
    assert files(folder) == before


@pytest.mark.parametrize("place", ["/dev/null", "/proc/x", ".", "filings", "xunbiao.yaml/x", "a" * 300])
def test_places_that_cannot_be_written(place: str, call: Call, folder: Path) -> None:
    """An output that cannot be written ends with 2 and one line, and leaves nothing behind."""
    before = files(folder)
    run = call("validate", "--format", "json", "-o", place, "--force")
    lines = [line for line in run.stderr.splitlines() if not line.startswith("示例活动")]
    assert (run.returncode, run.stdout, len(lines)) == (2, "", 1)
    assert files(folder) == before


def test_an_output_that_is_there(call: Call, folder: Path) -> None:
    """A file that is there is left alone, unless forced."""
    (folder / "out.json").write_text("旧", encoding="utf-8")
    assert call("validate", "--format", "json", "-o", "out.json").returncode == 2
    assert (folder / "out.json").read_text(encoding="utf-8") == "旧"
    assert call("validate", "--format", "json", "-o", "out.json", "--force").returncode in (0, 1)
    assert (folder / "out.json").read_text(encoding="utf-8") != "旧"
