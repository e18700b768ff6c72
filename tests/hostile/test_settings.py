"""A campaign's own settings and roster can be hostile too: one line says what is wrong, and the tool ends with 2."""

import subprocess
from pathlib import Path

import pytest

from xunbiao import resources

from ..calling import call_text
from .case import MARK, Case
from .reading import anchors, controls, encodings, structure, tags
from .test_outputs import is_unseen

SETTINGS = resources.read("xunbiao.yaml").decode()
WHOLE = [case for make in (encodings, structure) for case in make() if case.code in ("XB003", "XB015")]
LINES = {
    "anchor": "名称: &a 甲",
    "tag": "名称: !!python/object/apply:os.system 甲",
    "twice": "类型: 活动",
    "merge": "<<: {}",
    "control": "名称: 甲\x07",
    "deep": "附: " + "[" * 5000,
    "unknown": "附: 甲",
    "open": '附: "甲',
    "tab": "\t附: 甲",
    "escape in a label": '"\\e[31m": 甲',
    "command in a label": "'甲::error::乙': 丙",
    "zone": "时区: ../../etc/passwd",
    "no such zone": "时区: Mars/Olympus",
    "day": "印发日期: 2020-02-30",
    "language": "语言: 火星语",
}


def ended(folder: Path) -> subprocess.CompletedProcess[str]:
    return call_text(["validate"], cwd=folder)


def must_refuse(folder: Path, name: str) -> None:
    """One line on stderr that names the file, nothing on stdout, exit 2."""
    told = ended(folder)
    assert (told.returncode, told.stdout) == (2, "")
    assert told.stderr.count("\n") == 1
    assert name in told.stderr
    assert not [each for each in told.stderr.rstrip("\n") if is_unseen(each)]
    assert "::" not in told.stderr


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name in ("xunbiao.yaml", "units.yaml"):
        (tmp_path / name).write_bytes(resources.read(name))
    return tmp_path


@pytest.mark.parametrize("name", LINES)
def test_a_line_of_the_settings(name: str, folder: Path) -> None:
    """A line that cannot be, in the settings."""
    line = LINES[name]
    label = line.partition(":")[0]
    kept = [each for each in SETTINGS.splitlines() if name == "twice" or not each.startswith(f"{label}:")]
    (folder / "xunbiao.yaml").write_text("\n".join([*kept, line]) + "\n", encoding="utf-8")
    must_refuse(folder, "xunbiao.yaml")


@pytest.mark.parametrize("name", ["xunbiao.yaml", "units.yaml"])
@pytest.mark.parametrize("case", WHOLE, ids=lambda case: case.name)
def test_a_whole_file(case: Case, name: str, folder: Path) -> None:
    """A file of settings that is none at all."""
    (folder / name).write_bytes(case.raw)
    must_refuse(folder, name)


@pytest.mark.parametrize("name", ["xunbiao.yaml", "units.yaml"])
@pytest.mark.parametrize("target", ["/etc/passwd", "/dev/zero", "nowhere"])
def test_a_link(name: str, target: str, folder: Path) -> None:
    """Settings that lie elsewhere are not read: a branch could point them anywhere."""
    (folder / name).unlink()
    (folder / name).symlink_to(target)
    told = ended(folder)
    assert (told.returncode, told.stdout, told.stderr.count("\n")) == (2, "", 1)
    assert "root:" not in told.stderr


def test_every_hostile_construct_is_refused_in_the_roster(folder: Path) -> None:
    """What is refused in a filing is refused in the roster."""
    good = (folder / "units.yaml").read_text(encoding="utf-8")
    for case in [*list(anchors())[:2], *list(tags())[:2], *list(controls())[:2]]:
        line = next(each for each in case.raw.decode().splitlines() if any(sign in each for sign in "&!\x00\x01"))
        (folder / "units.yaml").write_text(good + f"    职责: [{line.partition(': ')[2]}]\n", encoding="utf-8")
        must_refuse(folder, "units.yaml")
    assert MARK not in good
