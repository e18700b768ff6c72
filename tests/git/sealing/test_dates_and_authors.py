"""`verify`: commits whose dates cannot be, and authors whom a unit does not list."""

import json

import pytest

from ..conftest import History
from .conftest import FILE, FILING, REPORT, SETTINGS, Run, amended, kinds


@pytest.mark.usefixtures("receipt")
def test_a_commit_before_its_parent_is_found(campaign: History, run: Run) -> None:
    """A committer's date a day before that of the commit below it cannot be."""
    made = campaign.add({"filings/fgw/filing.yaml": FILING}, at="2020-03-29")
    code, out, _ = run("verify", "--format", "json")
    breach = json.loads(out)["breaches"]
    assert code == 1
    assert [(each["kind"], each["commit"]) for each in breach] == [("dated-before-parent", made)]


def test_clocks_may_differ_by_minutes(campaign: History, run: Run) -> None:
    """Two machines whose clocks are a few minutes apart raise no alarm."""
    campaign.add({"filings/fgw/filing.yaml": FILING}, at="2020-03-30T11:57:00+08:00")
    assert kinds(run) == (0, [], [])


@pytest.mark.parametrize("where", ["author", "committer"])
def test_a_commit_after_its_arrival_is_found(campaign: History, run: Run, where: str) -> None:
    """What is dated later than the merge that brought it in cannot be."""
    days = {"at": "2020-04-01", "written": "2020-04-09"} if where == "author" else {"at": "2020-04-09"}
    branch = campaign.commit({"filings/fgw/filing.yaml": FILING}, **days)
    campaign.merge(branch, files={"filings/fgw/filing.yaml": FILING}, at="2020-04-02")
    code, breaches, _ = kinds(run)
    assert code == 1
    assert "dated-after-arrival" in breaches


def test_authors_outside_a_units_list_are_found(campaign: History, run: Run) -> None:
    """Where a unit lists e-mails (邮箱), who else changes its documents is named once; other units are not asked."""
    roster = (
        SETTINGS["units.yaml"]
        .decode()
        .replace("  scjgj:\n", "  scjgj:\n    邮箱: [王某@EXAMPLE.cn, 李某@example.cn]\n")
    )
    campaign.add({"units.yaml": roster}, at="2020-04-01")
    campaign.add({FILE: amended(), "filings/fgw/filing.yaml": FILING}, at="2020-04-02", author="张某")
    campaign.add({FILE: REPORT}, at="2020-04-03", author="张某")
    code, out, _ = run("verify", "--format", "json")
    breaches = json.loads(out)["breaches"]
    assert code == 1
    assert [(each["kind"], each["document"], each["author"]) for each in breaches] == [
        ("author-not-listed", FILE, "张某")
    ]
