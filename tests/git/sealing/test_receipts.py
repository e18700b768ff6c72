"""Receipts: what proves a seal from outside of the repository."""

from pathlib import Path

import pytest

from ..conftest import History
from .conftest import FILE, SEALED, Run, amended, kinds


@pytest.mark.parametrize("form", ["text", "json", "md"])
def test_a_sealed_quarter_stands_by_its_receipt(run: Run, tmp_path: Path, form: str) -> None:
    """What was just sealed stands, whatever form the receipt was kept in."""
    file = tmp_path / "receipt"
    assert run("seal", "-q", "2020Q1", "--format", form, "-o", str(file))[0] == 0
    code, out, _ = run("verify", "--receipt", str(file))
    assert code == 0
    assert "原样" in out
    assert kinds(run, "--receipt", str(file)) == (0, [], [])


def test_rewritten_history_is_found_by_the_receipt(campaign: History, receipt: Path, run: Run) -> None:
    """History made anew with a new seal under the old name looks sound in itself, but not by the receipt."""
    start = campaign.git("rev-parse", "main~1")
    campaign.add({FILE: amended()}, at="2020-03-30", parents=[start], author="王某")
    campaign.git("tag", "-d", SEALED)
    assert run("seal", "-q", "2020Q1")[0] == 0
    assert kinds(run) == (0, [], [])
    assert kinds(run, "--receipt", str(receipt))[:2] == (1, ["tag-moved", "history-rewritten"])


def test_a_receipt_of_objects_that_are_gone(campaign: History, receipt: Path, run: Run) -> None:
    """Even after a purge of the old objects a receipt tells that history was rewritten and the tag taken away."""
    campaign.add({FILE: amended()}, at="2020-03-30", parents=[campaign.git("rev-parse", "main~1")])
    campaign.git("tag", "-d", SEALED)
    campaign.git("update-ref", "-d", "refs/heads/scratch")
    campaign.checkout()
    campaign.git("-c", "gc.reflogExpire=now", "reflog", "expire", "--expire=now", "--all")
    campaign.git("gc", "--quiet", "--prune=now")
    assert kinds(run, "--receipt", str(receipt)) == (1, ["tag-missing", "history-rewritten"], [])


@pytest.mark.parametrize("content", ["", "{}", "[1]", "quarter: 2020Q1\n", '{"tag_id": "--output=x"}', "\x00"])
def test_a_file_that_is_no_receipt_is_refused(run: Run, tmp_path: Path, content: str) -> None:
    """Nothing in such a file reaches git; one line says what is wrong."""
    file = tmp_path / "x"
    file.write_text(content)
    code, out, err = run("verify", "--receipt", str(file))
    assert (code, out) == (2, "")
    assert "回执" in err
