"""`validate`: which files, from where, and how the run ends."""

import json
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from xunbiao import resources

BASE = Path(__file__).parents[1] / "rules" / "base"
Run = Callable[..., subprocess.CompletedProcess[str]]


@pytest.fixture
def campaign(tmp_path: Path) -> Path:
    """A campaign of two units in a repository, all of it in order and committed."""
    top = tmp_path / "campaign"
    for unit, source in (("scjgj", BASE), ("sswj", BASE / "sswj")):
        (top / "filings" / unit).mkdir(parents=True)
        shutil.copyfile(source / "filing.yaml", top / "filings" / unit / "filing.yaml")
    for name in ("xunbiao.yaml", "units.yaml"):
        (top / name).write_bytes(resources.read(name))
    for words in (["init", "-q", "-b", "main"], ["add", "."], ["commit", "-q", "-m", "申报"]):
        subprocess.run(["git", "-c", "user.name=a", "-c", "user.email=a@b", "-C", top, *words], check=True)
    return top


def spoil(campaign: Path, unit: str) -> None:
    """Puts a full-width colon into a unit's filing."""
    path = campaign / "filings" / unit / "filing.yaml"
    path.write_text(path.read_text(encoding="utf-8").replace("联系人: ", "联系人：", 1), encoding="utf-8")


def told(run: subprocess.CompletedProcess[str]) -> list[tuple[str, str]]:
    return [
        (each["code"], each["path"]) for each in json.loads(run.stdout)["diagnostics"] if each["severity"] == "error"
    ]


def test_from_standard_input(xunbiao: Run, campaign: Path) -> None:
    """`-` takes one document from standard input; it is checked in its place, and told as `-`."""
    text = (campaign / "filings" / "scjgj" / "filing.yaml").read_text(encoding="utf-8")
    good = xunbiao("validate", "-", "--format", "json", cwd=campaign, given=text)
    assert (good.returncode, told(good), json.loads(good.stdout)["files_read"]) == (0, [], 1)
    bad = xunbiao(
        "validate", "-", "--format", "json", cwd=campaign, given=text.replace("目标值: 1\n", "目标值: 7\n", 1)
    )
    assert (bad.returncode, set(told(bad))) == (1, {("XB201", "-")})


def test_standard_input_is_shown(xunbiao: Run, campaign: Path) -> None:
    """The text output shows the line that came in, not the one that lies in the file."""
    text = (campaign / "filings" / "scjgj" / "filing.yaml").read_text(encoding="utf-8")
    shown = xunbiao("validate", "-", cwd=campaign, given=f"# 前一行\n{text}".replace("联系人: ", "联系人：", 1)).stdout
    assert "-:7:4 错误 XB007" in shown
    assert "7 │ 联系人：李某" in shown


def test_a_report_from_standard_input(xunbiao: Run, campaign: Path) -> None:
    """A report is known by its 类型 and 季度, and held beside the filing that lies in the folder."""
    report = (BASE / "2020Q1.yaml").read_text(encoding="utf-8")
    run = xunbiao("validate", "-", "--format", "json", cwd=campaign, given=report.replace("  J2:", "  J9:", 1))
    assert ("XB310", "-") in told(run)


@pytest.mark.parametrize(
    ("given", "codes"),
    [
        ("", {"XB015"}),
        ("甲: 乙\n", {"XB102", "XB103"}),
        ("类型: [\n", {"XB011"}),
        ("类型: 申报表\n版本: 1\n填报单位: 某某局\n", {"XB033"}),
    ],
)
def test_anything_from_standard_input(given: str, codes: set[str], xunbiao: Run, campaign: Path) -> None:
    """What is no document, or of no unit, is told as such."""
    run = xunbiao("validate", "-", "--format", "json", cwd=campaign, given=given)
    assert run.returncode == 1
    assert codes <= {code for code, path in told(run) if path == "-"}


def test_settings_from_standard_input(xunbiao: Run, campaign: Path) -> None:
    """Settings are no document to hand in: 2, and what is taken instead."""
    run = xunbiao("validate", "-", cwd=campaign, given=resources.read("units.yaml").decode())
    assert (run.returncode, run.stdout) == (2, "")
    assert "申报表" in run.stderr


def test_only_what_changed(xunbiao: Run, campaign: Path) -> None:
    """`--changed-since` tells of the files that differ from a revision, committed or not, and of no others."""
    spoil(campaign, "scjgj")
    subprocess.run(
        ["git", "-c", "user.name=a", "-c", "user.email=a@b", "-C", campaign, "commit", "-qam", "改"], check=True
    )
    spoil(campaign, "sswj")
    both = xunbiao("validate", "--changed-since", "HEAD~1", "--format", "json", cwd=campaign)
    assert {path for _, path in told(both)} == {"filings/scjgj/filing.yaml", "filings/sswj/filing.yaml"}
    one = xunbiao("validate", "--changed-since", "HEAD", "--format", "json", cwd=campaign)
    assert {path for _, path in told(one)} == {"filings/sswj/filing.yaml"}
    assert json.loads(one.stdout)["files_read"] == 1


def test_nothing_changed(xunbiao: Run, campaign: Path) -> None:
    """Where nothing changed nothing is told."""
    run = xunbiao("validate", "--changed-since", "HEAD", "--format", "json", cwd=campaign)
    assert (run.returncode, json.loads(run.stdout)["files_read"]) == (0, 0)


@pytest.mark.parametrize("rev", ["nowhere", "--output=pwned", "-x", "", "HEAD:units.yaml", "a b"])
def test_changed_since_what_is_no_revision(rev: str, xunbiao: Run, campaign: Path) -> None:
    """A name of no commit ends with 2 and runs nothing."""
    run = xunbiao("validate", f"--changed-since={rev}", cwd=campaign)
    assert run.returncode == (0 if rev == "" else 2)
    assert not (campaign / "pwned").exists()


def test_strict(xunbiao: Run, campaign: Path) -> None:
    """Warnings fail a strict run, and only that."""
    path = campaign / "filings" / "scjgj" / "filing.yaml"
    path.write_text(path.read_text(encoding="utf-8") + "# 末尾\u200b\n", encoding="utf-8")
    assert xunbiao("validate", cwd=campaign).returncode == 0
    assert xunbiao("validate", "--strict", cwd=campaign).returncode == 1


@pytest.mark.parametrize(
    "words", [("nothere",), ("../elsewhere",), ("/etc/passwd",), ("--format", "yaml"), ("--select",)]
)
def test_usage(words: tuple[str, ...], xunbiao: Run, campaign: Path) -> None:
    """What cannot be asked ends with 2 and one line."""
    run = xunbiao("validate", *words, cwd=campaign)
    assert (run.returncode, run.stdout) == (2, "")
    assert run.stderr.count("\n") == 1
