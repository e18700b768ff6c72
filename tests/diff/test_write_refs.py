"""`xunbiao diff UNIT --write-refs`: shows the change, writes it and nothing else, or leaves the file alone."""

import json
import shutil
from pathlib import Path

import pytest
import yaml

from .conftest import CAMPAIGN, Run

PATH = "filings/shichang/filing.yaml"
NAMED = "      参考做法:\n        - P09\n"
IN_ONE_LINE = '      参考做法: [ "P25-3" ]\n'


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """The campaign, its first measure not naming yet what its words draw upon, with comments around."""
    folder = tmp_path / "campaign"
    shutil.copytree(CAMPAIGN, folder)
    rewrite(folder, NAMED, "      # 参考了谁？\n\n")
    rewrite(folder, "      责任人: 张某\n", "      责任人: 张某   # 科长\n")
    return folder


def rewrite(folder: Path, old: str, new: str) -> None:
    text = (folder / PATH).read_text(encoding="utf-8")
    assert old in text
    (folder / PATH).write_text(text.replace(old, new, 1), encoding="utf-8")


def measure(folder: Path, name: str) -> dict[str, object]:
    """A measure as a YAML reader of its own sees it."""
    read: dict[str, object] = yaml.safe_load((folder / PATH).read_text(encoding="utf-8"))["对标方向"]["举措"][name]
    return read


def test_the_change_is_shown_and_written(xunbiao: Run, folder: Path) -> None:
    """The words, the elements in full and the added lines are shown; the added lines are all that the file gains."""
    before = (folder / PATH).read_text(encoding="utf-8").splitlines()
    done = xunbiao("diff", "shichang", "--write-refs", cwd=folder)
    assert (done.returncode, done.stderr) == (0, "")
    after = (folder / PATH).read_text(encoding="utf-8").splitlines()
    added = ["      参考做法:", "        - P09-2"]
    at = after.index(added[0])
    assert after[at : at + 2] == added
    assert [*after[:at], *after[at + 2 :]] == before
    assert all(f"+{line}" in done.stdout for line in added)
    assert "首店许可证" in done.stdout
    assert "P09-2 同类连" in done.stdout


def test_what_was_written_is_then_adopted_in_part(xunbiao: Run, folder: Path) -> None:
    """After writing nothing is left to write, and the practice is no longer only suggested."""
    xunbiao("diff", "shichang", "--write-refs", cwd=folder)
    again = json.loads(xunbiao("diff", "shichang", "--write-refs", "-f", "json", cwd=folder).stdout)
    assert (again["references"], again["written"]) == ([], False)
    found = json.loads(xunbiao("diff", "shichang", "-f", "json", cwd=folder).stdout)
    assert next(each["relation"] for each in found["practices"] if each["practice"] == "P09") == "partial"


def test_a_dry_run_writes_nothing(xunbiao: Run, folder: Path) -> None:
    """--dry-run shows the same change and leaves the file as it was, byte for byte."""
    before = (folder / PATH).read_bytes()
    done = xunbiao("diff", "shichang", "--write-refs", "--dry-run", cwd=folder)
    assert "+        - P09-2" in done.stdout
    assert "试运行" in done.stdout
    assert (folder / PATH).read_bytes() == before


def test_json_tells_what_was_added(xunbiao: Run, folder: Path) -> None:
    """As JSON: the field, the codes, the words and whether the file was written."""
    done = xunbiao("diff", "shichang", "--write-refs", "-f", "json", cwd=folder)
    found = json.loads(done.stdout)
    (one,) = found["references"]
    assert (found["unit"], found["path"], found["written"], found["dry_run"]) == ("shichang", PATH, True, False)
    assert (one["field"], one["practice"], one["add"]) == ("对标方向.举措.J1", "P09", ["P09-2"])
    assert measure(folder, "J1")["参考做法"] == ["P09-2"]


@pytest.mark.parametrize("written", ["      参考做法: []\n", IN_ONE_LINE, "      参考做法:\n"])
def test_a_list_that_is_there_is_continued(xunbiao: Run, folder: Path, written: str) -> None:
    """Whatever a measure names already stays, however the list is written."""
    rewrite(folder, "      # 参考了谁？\n\n", written)
    xunbiao("diff", "shichang", "--write-refs", cwd=folder)
    assert measure(folder, "J1")["参考做法"] == (["P25-3", "P09-2"] if written == IN_ONE_LINE else ["P09-2"])


def test_windows_line_ends_stay(xunbiao: Run, folder: Path) -> None:
    """A file with a byte order mark and CRLF keeps both."""
    text = (folder / PATH).read_text(encoding="utf-8")
    (folder / PATH).write_bytes(b"\xef\xbb\xbf" + text.replace("\n", "\r\n").encode())
    xunbiao("diff", "shichang", "--write-refs", cwd=folder)
    after = (folder / PATH).read_bytes()
    assert after.startswith(b"\xef\xbb\xbf")
    assert after.count(b"\r\n") == after.count(b"\n")
    assert b"- P09-2\r\n" in after


def test_no_comment_is_lost(xunbiao: Run, folder: Path) -> None:
    """What cannot be written without losing a comment is not written, and the reason is told."""
    rewrite(folder, "      # 参考了谁？\n\n", "      参考做法: []  # 待定\n")
    done = xunbiao("diff", "shichang", "--write-refs", cwd=folder)
    assert "# 待定" in (folder / PATH).read_text(encoding="utf-8")
    assert (done.returncode == 0) == ("P09-2" in (measure(folder, "J1")["参考做法"] or []))  # type: ignore[operator]
    assert ("注释" in done.stderr) == (done.returncode == 2)


@pytest.mark.parametrize("content", ["目标: [", "类型: 申报表\n对标方向: 无\n"])
def test_an_unreadable_filing_is_left_alone(xunbiao: Run, folder: Path, content: str) -> None:
    """A file that is no YAML, or has the wrong shape, ends with one line and 2."""
    (folder / PATH).write_text(content, encoding="utf-8")
    done = xunbiao("diff", "shichang", "--write-refs", "--yes", cwd=folder)
    assert (done.returncode, done.stdout, done.stderr.count("\n")) == (2, "", 1)
    assert PATH in done.stderr
    assert (folder / PATH).read_text(encoding="utf-8") == content


@pytest.mark.parametrize("arguments", [["--all"], ["-p", "9"], ["shichang", "-f", "csv"], ["shichang", "-o", "x.txt"]])
def test_only_one_unit_at_a_time(xunbiao: Run, folder: Path, arguments: list[str]) -> None:
    """Writing belongs to one unit and to the screen."""
    done = xunbiao("diff", "--write-refs", *arguments, cwd=folder)
    assert (done.returncode, done.stdout, done.stderr.count("\n")) == (2, "", 1)


def test_nothing_to_write_leaves_the_file_alone(xunbiao: Run, folder: Path) -> None:
    """A unit whose measures name all they draw upon, or draw upon nothing, is told so."""
    path = folder / "filings/huanbao/filing.yaml"
    before = path.read_bytes()
    done = xunbiao("diff", "huanbao", "--write-refs", cwd=folder)
    assert "没有要写的" in done.stdout
    assert path.read_bytes() == before
