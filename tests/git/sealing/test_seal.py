"""`seal`: what a seal holds, when it may be made, and what it never does."""

import hashlib
import json
from pathlib import Path

import pytest

from ..conftest import History
from .conftest import FILE, REPORT, SEALED, SETTINGS, Run, amended, kinds


def test_the_tag_lists_each_document_with_its_digest(campaign: History, run: Run) -> None:
    """A seal is an annotated tag on HEAD, whose text holds what sha256sum would say of each document."""
    code, out, _ = run("seal", "--quarter", "2020q1", "--format", "json")
    told = json.loads(out)
    listing = campaign.git("cat-file", "tag", SEALED)
    digest = hashlib.sha256(REPORT.encode()).hexdigest()
    assert code == 0
    assert told["documents"] == {FILE: digest}
    assert told["digest"] == "sha256:" + hashlib.sha256(f"{digest}  {FILE}\n".encode()).hexdigest()
    assert f"{digest}  {FILE}" in listing.splitlines()
    assert campaign.git("rev-parse", f"{SEALED}^{{commit}}") == told["commit"] == campaign.tip
    assert campaign.git("rev-parse", SEALED) == told["tag_id"]
    assert len(told["missing"]) == 37


@pytest.mark.parametrize(("today", "code"), [("2020-03-30", 2), ("2020-03-31", 2), ("2020-04-01", 0)])
def test_a_quarter_is_sealed_after_it_closed(run: Run, today: str, code: int) -> None:
    """Until the end of the due day a report may come in."""
    assert run("seal", "-q", "2020Q1", today=today)[0] == code


def test_grace_keeps_a_quarter_open(campaign: History, run: Run) -> None:
    """With 宽限天数 the quarter closes so many days later."""
    settings = SETTINGS["xunbiao.yaml"].replace("宽限天数: 0".encode(), "宽限天数: 5".encode())
    campaign.add({"xunbiao.yaml": settings}, at="2020-03-31")
    assert "宽限期" in run("seal", "-q", "2020Q1", today="2020-04-05")[2]
    assert run("seal", "-q", "2020Q1", today="2020-04-06")[0] == 0


def test_errors_block_unless_a_reason_is_given(campaign: History, run: Run) -> None:
    """A report with errors is not sealed; a coordinator may do so for a reason, which the seal then holds."""
    campaign.add({FILE: REPORT.replace("J1:", "J7:", 1)}, at="2020-03-30")
    code, out, err = run("seal", "-q", "2020Q1")
    assert code == 1
    assert "J7" in out
    assert "没有封账" in err
    assert campaign.git("tag") == ""
    code, out, _ = run("seal", "-q", "2020Q1", "--despite-errors", "该单位拒不改正")
    assert code == 0
    assert "该单位拒不改正" in out
    assert "Xunbiao-Errors-Accepted: 该单位拒不改正" in campaign.git("cat-file", "tag", SEALED)


def test_what_is_not_in_git_is_not_sealed(campaign: History, run: Run) -> None:
    """HEAD is sealed; a changed file in the folder is named."""
    (campaign.top / FILE).write_text(amended(), encoding="utf-8")
    code, _, err = run("seal", "-q", "2020Q1")
    assert code == 0
    assert FILE in err
    assert kinds(run) == (0, [], [])


@pytest.mark.usefixtures("receipt")
def test_a_seal_is_never_made_twice_or_moved(run: Run) -> None:
    """A second seal of the same documents is refused in one line."""
    code, out, err = run("seal", "-q", "2020Q1")
    assert (code, out) == (2, "")
    assert SEALED in err


def test_sealing_runs_nothing_of_the_repository(campaign: History, run: Run, tmp_path: Path) -> None:
    """Hooks and programs that a repository names stay silent while a tag is made and checked."""
    from ..test_hostile import hostile_settings

    marker = tmp_path / "marker"
    hostile_settings(campaign, marker)
    campaign.git("config", "tag.gpgSign", "false")
    code, _, err = run("seal", "-q", "2020Q1")
    assert (code, err) == (0, "")
    assert run("verify")[0] == 0
    assert not marker.exists()
