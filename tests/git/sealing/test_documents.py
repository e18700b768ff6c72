"""`verify`: sealed documents that stand, and those that were amended, added or taken away, by whom."""

import json

import pytest

from ..conftest import History
from .conftest import FILE, REPORT, Run, amended, kinds


@pytest.mark.usefixtures("receipt")
def test_an_amended_document_is_found_with_who_did_it(campaign: History, run: Run) -> None:
    """A sealed report that was changed names its commit, its author and the day of arrival."""
    branch = campaign.commit({FILE: amended()}, at="2020-05-02", author="张某")
    campaign.merge(branch, files={FILE: amended()}, at="2020-05-03", author="郭某")
    code, out, _ = run("verify", "--format", "json")
    breach = json.loads(out)["breaches"]
    assert code == 1
    assert [(each["kind"], each["document"], each["commit"], each["author"]) for each in breach] == [
        ("amended", FILE, branch, "张某")
    ]
    assert "2020-05-03" in breach[0]["message"]
    assert "张某" in run("verify")[1]


@pytest.mark.usefixtures("receipt")
def test_deleted_and_added_documents_are_found(campaign: History, run: Run) -> None:
    """A report that is gone and one that came after sealing are breaches; other quarters' reports are none."""
    other = "filings/fgw/2020Q1.yaml"
    campaign.add({FILE: None, other: REPORT, "filings/scjgj/2020Q2.yaml": REPORT}, at="2020-06-01")
    code, breaches, _ = kinds(run)
    assert (code, sorted(breaches)) == (1, ["added", "deleted"])


@pytest.mark.usefixtures("receipt")
def test_changed_and_restored_is_only_worth_knowing(campaign: History, run: Run) -> None:
    """A report that reads as it was sealed stands, and that it was touched is told."""
    campaign.add({FILE: amended()}, at="2020-05-02")
    campaign.add({FILE: REPORT}, at="2020-05-03")
    assert kinds(run) == (0, [], ["restored"])


@pytest.mark.usefixtures("receipt")
def test_a_renamed_unit_keeps_its_sealed_reports(campaign: History, run: Run) -> None:
    """The same bytes in another folder stand."""
    campaign.add({FILE: None, "filings/xxj/2020Q1.yaml": REPORT}, at="2020-05-02")
    assert kinds(run) == (0, [], ["moved-folder"])
