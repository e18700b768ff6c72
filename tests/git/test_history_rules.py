"""`validate --against`: the rules on history, on real histories and on what is not in git yet."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from xunbiao import cli, resources

from .conftest import History

DATA = Path(__file__).parent / "data"
FILING = (DATA / "filing.yaml").read_text(encoding="utf-8")
FILE = "filings/scjgj/filing.yaml"
WEAKER = FILING.replace("目标值: 1\n", "目标值: 3\n", 1)

Found = list[tuple[str, str, str]]
Run = Callable[..., Found]


@pytest.fixture
def history_of_a_filing(history: History) -> History:
    """The notice's own campaign with one filing, handed in in time."""
    settings = {name: resources.read(name).decode() for name in ("xunbiao.yaml", "units.yaml")}
    settings["xunbiao.yaml"] = settings["xunbiao.yaml"].replace("示例日期", "# 示例日期")
    history.add(settings, at="2019-11-01")
    history.add({FILE: FILING}, at="2019-11-18", author="王某")
    history.checkout()
    return history


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str]) -> Run:
    """What `validate` finds by the rules on history: code, file, message."""

    def call(folder: Path, *words: str, today: str = "2020-04-10") -> Found:
        with pytest.raises(SystemExit) as ended:
            cli.main(["-C", str(folder), "--today", today, "validate", "--select", "XB6", "--format", "json", *words])
        told = json.loads(capsys.readouterr().out)["diagnostics"]
        assert ended.value.code == any(each["severity"] == "error" for each in told)
        return [(each["code"], each["path"], each["message"]) for each in told]

    return call


def test_the_planted_events_of_the_demo_are_found(run: Run, example: Path) -> None:
    """Each change that moved the goalposts is found once, with who did it and when; nothing else is."""
    root = History(example).git("rev-list", "--max-parents=0", "HEAD")
    found = run(example, "--against", root, today="2020-12-31")
    assert [(code, path) for code, path, _ in found] == [
        ("XB606", "filings/czj/2020Q1.yaml"),
        ("XB606", "filings/czj/2020Q1.yaml"),
        ("XB601", "filings/gaj/filing.yaml"),
        ("XB606", "filings/lyj/2019Q4.yaml"),
        ("XB601", "filings/mzj/filing.yaml"),
        ("XB602", "filings/qxj/filing.yaml"),
        ("XB603", "filings/qxj/filing.yaml"),
        ("XB604", "filings/slj/filing.yaml"),
        ("XB607", "filings/xfzd/filing.yaml"),
    ]
    assert "由 22 降到 26" in found[4][2]
    assert "于某（市民政局），2020-05-12 到达" in found[4][2]


def test_without_a_revision_history_is_not_asked(history_of_a_filing: History, run: Run) -> None:
    """The rules on history run with --against alone."""
    history_of_a_filing.add({FILE: WEAKER}, at="2020-01-10")
    assert run(history_of_a_filing.top) == []


def test_only_what_the_revision_does_not_hold_is_judged(history_of_a_filing: History, run: Run) -> None:
    """A change that the other side has already is not held against a branch."""
    start = history_of_a_filing.tip
    middle = history_of_a_filing.add({FILE: WEAKER}, at="2020-01-10", author="张某")
    history_of_a_filing.add({"filings/fgw/filing.yaml": FILING}, at="2020-01-11")
    history_of_a_filing.checkout()
    assert [each[:2] for each in run(history_of_a_filing.top, "--against", start)] == [("XB601", FILE)]
    assert run(history_of_a_filing.top, "--against", middle) == []


def test_a_branch_is_judged_against_main(history_of_a_filing: History, run: Run) -> None:
    """On a unit's branch the merge of main brings nothing of its own, the unit's change does."""
    start = history_of_a_filing.tip
    theirs = {"filings/fgw/filing.yaml": FILING}
    main = history_of_a_filing.add(theirs, at="2020-01-05")
    branch = history_of_a_filing.commit({FILE: WEAKER}, parents=[start], at="2020-01-06", author="张某")
    merged = history_of_a_filing.commit(theirs, parents=[branch, main], at="2020-01-07")
    history_of_a_filing.git("checkout", "--quiet", "-b", "unit", merged)
    assert [each[:2] for each in run(history_of_a_filing.top, "--against", "main")] == [("XB601", FILE)]


def test_what_is_not_in_git_yet_is_judged_too(history_of_a_filing: History, run: Run) -> None:
    """Before committing, a lowered goal is found as not yet in git, and an explanation settles it."""
    place = history_of_a_filing.top / FILE
    place.write_text(WEAKER, encoding="utf-8")
    (found,) = run(history_of_a_filing.top, "--against", "HEAD")
    assert found[:2] == ("XB601", FILE)
    assert "尚未提交" in found[2]
    reason = "调整说明:\n  - {字段: M1.指标.目标值, 原值: 1, 现值: 3, 理由: 接口推迟, 日期: 2020-04-08}\n"
    place.write_text(WEAKER + reason, encoding="utf-8")
    assert run(history_of_a_filing.top, "--against", "HEAD") == []
    place.write_text(WEAKER, encoding="utf-8")
    assert run(history_of_a_filing.top, "--against", "HEAD", today="2019-11-20") == []


def test_a_waiver_for_a_rule_on_history_is_not_called_unused(history_of_a_filing: History, run: Run) -> None:
    """Without --against nobody can tell whether it is of use; with it, it excuses the unit."""
    settings = (history_of_a_filing.top / "xunbiao.yaml").read_text(encoding="utf-8")
    waiver = "规则:\n  豁免:\n    - {单位: scjgj, 规则: XB601, 理由: 经同意, 至: 2020-12-31}\n"
    settings = settings.replace("规则: {}\n", waiver)
    assert waiver in settings
    start = history_of_a_filing.tip
    history_of_a_filing.add({FILE: WEAKER, "xunbiao.yaml": settings}, at="2020-01-10")
    history_of_a_filing.checkout()
    assert run(history_of_a_filing.top, "--select", "XB6,XB040") == []
    assert run(history_of_a_filing.top, "--select", "XB6,XB040", "--against", start) == []


@pytest.mark.parametrize("rev", ["nonsense", "--output=x", ""])
def test_a_name_of_no_commit_ends_in_one_line(
    history_of_a_filing: History, rev: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """Such a name never reaches git as an option."""
    with pytest.raises(SystemExit) as ended:
        cli.main(["-C", str(history_of_a_filing.top), "validate", f"--against={rev}"])
    assert ended.value.code == 2
    assert len(capsys.readouterr().err.strip().splitlines()) == 1
    assert not (history_of_a_filing.top / "x").exists()
