"""Practices that a measure names and that were rewritten since: found in real git history, told as 参考做法已修订."""

import json
import os
import shutil
import subprocess
from pathlib import Path

import pytest

from xunbiao import resources

from .conftest import CAMPAIGN, Run

FILING = "filings/shichang/filing.yaml"
PRACTICE = "catalogue/P09.yaml"
OLD = "  P09-2: 同类连锁门店在首店许可证外附记备案即视同取得许可\n"
NEW = "  P09-2: 同类门店凭首店许可证备案\n"


def git(folder: Path, *arguments: str) -> None:
    people = ("-c", "user.name=李某", "-c", "user.email=li@example.cn", "-c", "commit.gpgsign=false")
    environment = {**os.environ, "GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_SYSTEM": os.devnull}
    subprocess.run(["git", "-C", folder, *people, *arguments], check=True, capture_output=True, env=environment)


def commit(folder: Path) -> None:
    git(folder, "add", "-A")
    git(folder, "commit", "-qm", "改动")


def rewrite(folder: Path, path: str, old: str, new: str) -> None:
    text = (folder / path).read_text(encoding="utf-8")
    assert old in text
    (folder / path).write_text(text.replace(old, new, 1), encoding="utf-8")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """The campaign with a copy of P09 and P25 that takes effect, all of it in git."""
    folder = tmp_path / "campaign"
    shutil.copytree(CAMPAIGN, folder)
    (folder / "catalogue").mkdir()
    for name in (PRACTICE, "catalogue/P25.yaml"):
        (folder / name).write_bytes(resources.read(name))
    with (folder / "xunbiao.yaml").open("a", encoding="utf-8") as stream:
        stream.write("典型做法: 扩展\n")
    git(folder, "init", "-q", "-b", "main")
    commit(folder)
    return folder


def revised(run: Run, folder: Path) -> list[dict[str, object]] | None:
    done = run("diff", "shichang", "-f", "json", cwd=folder)
    assert (done.returncode, done.stderr) == (0, "")
    found: list[dict[str, object]] | None = json.loads(done.stdout)["revised"]
    return found


def test_nothing_revised_is_told_as_nothing(xunbiao: Run, folder: Path) -> None:
    """While the practices read as they did, the list is empty and the page has no such heading."""
    assert revised(xunbiao, folder) == []
    assert "已修订" not in xunbiao("diff", "shichang", cwd=folder).stdout


def test_a_rewritten_practice_is_told_with_both_wordings(xunbiao: Run, folder: Path) -> None:
    """A measure that names the practice is told what changed in it; a practice that is only in force differently."""
    rewrite(folder, PRACTICE, OLD, NEW)
    rewrite(folder, PRACTICE, "版本: 1", "版本: 2")
    commit(folder)
    (one,) = revised(xunbiao, folder) or ()
    assert (one["field"], one["named"]) == ("对标方向.举措.J1", "P09")
    assert one["version"] == {"from": 1, "to": 2}
    before, after = (each.partition(": ")[2].strip() for each in (OLD, NEW))
    assert one["changes"] == [{"code": "P09-2", "from": before, "to": after}]
    shown = xunbiao("diff", "shichang", cwd=folder).stdout
    assert "参考做法已修订" in shown
    assert "P09（1 → 2）" in shown
    everyone = json.loads(xunbiao("diff", "--all", "-f", "json", cwd=folder).stdout)["revised"]
    assert [(each["unit"], each["named"]) for each in everyone] == [("shichang", "P09")]


def test_an_edit_that_is_not_committed_counts_too(xunbiao: Run, folder: Path) -> None:
    """What is in force is what lies in the folder."""
    rewrite(folder, PRACTICE, OLD, NEW)
    assert len(revised(xunbiao, folder) or ()) == 1


def test_other_elements_do_not_matter(xunbiao: Run, folder: Path) -> None:
    """J2 names P25-3 and P25-5: of P25's changes it is told those two alone, and of none when another changes."""
    text = (folder / "catalogue/P25.yaml").read_text(encoding="utf-8")
    lines = {line[2:7]: line for line in text.splitlines(keepends=True) if line.startswith("  P25-") and ": " in line}
    rewrite(folder, "catalogue/P25.yaml", lines["P25-1"], "  P25-1: 别的说法\n")
    commit(folder)
    assert revised(xunbiao, folder) == []
    rewrite(folder, "catalogue/P25.yaml", lines["P25-5"], "")
    commit(folder)
    (one,) = revised(xunbiao, folder) or ()
    assert (one["named"], [each["to"] for each in one["changes"]]) == ("P25-5", [None])  # type: ignore[attr-defined]


def test_a_practice_that_is_gone(xunbiao: Run, folder: Path) -> None:
    """Where the folder's practices replace the packed ones, to delete one is to withdraw it."""
    rewrite(folder, "xunbiao.yaml", "典型做法: 扩展", "典型做法: 替换")
    commit(folder)
    (folder / PRACTICE).unlink()
    commit(folder)
    (one,) = revised(xunbiao, folder) or ()
    assert (one["named"], one["version"]) == ("P09", {"from": 1, "to": None})
    assert "没有 P09 这一项了" in xunbiao("diff", "shichang", cwd=folder).stdout


def test_a_reference_made_after_the_change_is_none(xunbiao: Run, folder: Path) -> None:
    """What a measure came to name when the practice read as it does now has not been revised since."""
    rewrite(folder, FILING, "        - P09\n", "        - P25\n")
    commit(folder)
    rewrite(folder, PRACTICE, OLD, NEW)
    commit(folder)
    rewrite(folder, FILING, "        - P25\n", "        - P09\n")
    commit(folder)
    assert revised(xunbiao, folder) == []


def test_another_edit_of_the_filing_does_not_hide_it(xunbiao: Run, folder: Path) -> None:
    """A filing that goes on being edited still names what it named before the change."""
    rewrite(folder, PRACTICE, OLD, NEW)
    commit(folder)
    rewrite(folder, FILING, "责任人: 张某", "责任人: 钱某")
    commit(folder)
    assert len(revised(xunbiao, folder) or ()) == 1


def test_a_renamed_folder_keeps_its_past(xunbiao: Run, folder: Path) -> None:
    """A unit's folder that was renamed names what it named under its old name."""
    rewrite(folder, PRACTICE, OLD, NEW)
    commit(folder)
    (folder / "filings/shichang").rename(folder / "filings/shijian")
    rewrite(folder, "units.yaml", "  shichang:", "  shijian:")
    commit(folder)
    found = json.loads(xunbiao("diff", "shijian", "-f", "json", cwd=folder).stdout)["revised"]
    assert [each["named"] for each in found] == ["P09"]


def test_without_history_nothing_is_claimed(xunbiao: Run, folder: Path) -> None:
    """Without git the answer is null, and the page says why."""
    shutil.rmtree(folder / ".git")
    assert revised(xunbiao, folder) is None
    assert "没有完整的 git 历史" in xunbiao("diff", "shichang", cwd=folder).stdout
