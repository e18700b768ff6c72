"""A campaign with one report on a quarter that can be sealed: real tags, real signatures, real tampering."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from xunbiao import cli, resources

from ..conftest import History

DATA = Path(__file__).parents[1] / "data"
FILING = (DATA / "filing.yaml").read_text(encoding="utf-8")
REPORT = (DATA / "2020Q1.yaml").read_text(encoding="utf-8")
FILE = "filings/scjgj/2020Q1.yaml"
SEALED = "sealed/2020Q1"
SETTINGS = {
    name: resources.read(name).replace("示例日期".encode(), "# 示例日期".encode())
    for name in ("xunbiao.yaml", "units.yaml")
}

Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def campaign(history: History, tmp_path: Path) -> History:
    """A campaign whose only report on 2020Q1 came in in time, and a coordinator whom git knows."""
    home = Path(tmp_path / "home")
    home.mkdir()
    history.add(dict(SETTINGS), at="2019-11-01")
    history.add({"filings/scjgj/filing.yaml": FILING}, at="2019-11-18")
    history.add({FILE: REPORT}, at="2020-03-30", author="王某")
    history.checkout()
    return history


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], campaign: History) -> Run:
    """Runs the tool on the campaign: exit code, standard output, standard error."""
    monkeypatch.setattr(cli, "COMMANDS", {"督查｜Audit": ("seal", "verify")})
    for role in ("AUTHOR", "COMMITTER"):
        monkeypatch.setenv(f"GIT_{role}_NAME", "郭某")
        monkeypatch.setenv(f"GIT_{role}_EMAIL", "guo@example.cn")

    def call(*words: str, today: str = "2020-05-01") -> tuple[int, str, str]:
        with pytest.raises(SystemExit) as ended:
            cli.main(["-C", str(campaign.top), "--today", today, *words])
        told = capsys.readouterr()
        return int(ended.value.code or 0), told.out, told.err

    return call


@pytest.fixture
def receipt(run: Run, tmp_path: Path) -> Path:
    """2020Q1 is sealed, and its receipt kept elsewhere."""
    file = tmp_path / "receipt.txt"
    assert run("seal", "--quarter", "2020Q1", "-o", str(file))[0] == 0
    return file


def kinds(run: Run, *options: str) -> tuple[int, list[str], list[str]]:
    """Exit code, kinds of breach, kinds of note."""
    code, out, _ = run("verify", "--format", "json", *options)
    found = json.loads(out)
    assert found["stands"] == (code == 0)
    return code, [each["kind"] for each in found["breaches"]], [each["kind"] for each in found["notes"]]


def amended(text: str = REPORT) -> str:
    return text.replace("完成率: 60", "完成率: 80", 1)
