"""`verify`: tags, history and objects that somebody laid hands on."""

import json
import zlib
from pathlib import Path

import pytest

from ..conftest import History
from .conftest import FILE, REPORT, SEALED, Run, amended, kinds


@pytest.mark.usefixtures("receipt")
def test_rewritten_history_is_found_by_the_old_seal(campaign: History, run: Run) -> None:
    """A seal whose commit is no longer part of the history is a breach without any receipt."""
    campaign.add({FILE: REPORT}, at="2020-03-30", parents=[campaign.git("rev-parse", "main~1")], author="赵某")
    assert kinds(run) == (1, ["history-rewritten"], [])


def test_a_moved_tag_is_found(campaign: History, receipt: Path, run: Run) -> None:
    """The tag's own text, put on another commit, does not hold there."""
    campaign.add({FILE: amended()}, at="2020-05-02")
    text = campaign.git("for-each-ref", "--format=%(contents)", f"refs/tags/{SEALED}")
    campaign.git("tag", "-f", "-a", "--cleanup=verbatim", "-F", "-", SEALED, "main", given=text.encode())
    assert kinds(run)[:2] == (1, ["digest-differs", "amended"])
    assert kinds(run, "--receipt", str(receipt))[:2] == (1, ["digest-differs", "amended", "tag-moved"])


@pytest.mark.usefixtures("receipt")
def test_a_seal_under_another_name_is_found(campaign: History, run: Run) -> None:
    """A ref that points at another quarter's seal is told by the name inside."""
    campaign.git("update-ref", "refs/tags/sealed/2019Q4", campaign.git("rev-parse", SEALED))
    assert kinds(run)[:2] == (1, ["tag-moved"])


@pytest.mark.parametrize("annotated", [False, True])
def test_a_tag_that_seals_nothing_is_found(campaign: History, run: Run, annotated: bool) -> None:
    """A bare name, or a text that says nothing of a quarter, is not taken for a seal."""
    campaign.git(*("-c", "tag.gpgSign=false", "tag"), *(["-a", "-m", "x"] if annotated else []), SEALED, "main")
    assert kinds(run)[:2] == (1, ["tag-unreadable"])


@pytest.mark.parametrize("way", ["replace", "graft"])
def test_replaced_and_grafted_objects_are_found(campaign: History, receipt: Path, run: Run, way: str) -> None:
    """What makes git show another history than it holds is a breach; the history itself is read as stored."""
    if way == "replace":
        campaign.git("replace", campaign.tip, campaign.git("rev-parse", "main~1"))
    else:
        (campaign.top / ".git" / "info").mkdir(exist_ok=True)
        (campaign.top / ".git" / "info" / "grafts").write_text(f"{campaign.tip}\n")
    assert kinds(run, "--receipt", str(receipt))[:2] == (1, ["replaced-objects"])


@pytest.mark.usefixtures("receipt")
def test_an_object_exchanged_on_disk_is_found(campaign: History, run: Run) -> None:
    """A blob whose file was overwritten with other contents does not give the digest that was sealed."""
    id_ = campaign.git("rev-parse", f"main:{FILE}")
    other = amended().encode()
    for pack in (campaign.top / ".git" / "objects" / "pack").glob("*.pack"):
        aside = campaign.top / ".git" / pack.name
        pack.rename(aside)
        pack.with_suffix(".idx").unlink()
        campaign.git("unpack-objects", "-q", given=aside.read_bytes())
    place = campaign.top / ".git" / "objects" / id_[:2] / id_[2:]
    place.chmod(0o644)
    place.write_bytes(zlib.compress(b"blob %d\0" % len(other) + other))
    code, out, err = run("verify", "--format", "json")
    assert code in (1, 2)
    assert code == 2 or json.loads(out)["breaches"][0]["kind"] == "digest-differs"
    assert code == 1 or "git fsck" in err
