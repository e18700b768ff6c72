"""`new` and `import` where what was asked for cannot be, or is not what it seems."""

import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from xunbiao import resources

Run = Callable[..., subprocess.CompletedProcess[str]]


@pytest.fixture
def campaign(tmp_path: Path) -> Path:
    for name in ("xunbiao.yaml", "units.yaml"):
        (tmp_path / name).write_bytes(resources.read(name))
    return tmp_path


@pytest.fixture
def filed(campaign: Path) -> Path:
    """The campaign with a filing, which reports go by."""
    folder = campaign / "filings" / "scjgj"
    folder.mkdir(parents=True)
    base = Path(__file__).parents[1] / "rules" / "base" / "filing.yaml"
    (folder / "filing.yaml").write_bytes(base.read_bytes())
    return campaign


def test_the_last_quarter_is_the_summarys(xunbiao: Run, filed: Path) -> None:
    """Where the summary stands for a quarter, that is what is begun, and a note says so."""
    made = xunbiao("new", "scjgj", "--quarter", "2020Q4", cwd=filed)
    assert made.returncode == 0
    assert (filed / "filings/scjgj/summary.yaml").is_file()
    assert "总结报告代替" in made.stderr


def test_a_quarter_and_the_summary_exclude_each_other(xunbiao: Run, campaign: Path) -> None:
    """Nobody can begin two documents at once."""
    refused = xunbiao("new", "scjgj", "--quarter", "2020Q1", "--summary", cwd=campaign)
    assert (refused.returncode, refused.stderr.count("\n")) == (2, 1)
    assert "只能用一个" in refused.stderr
    assert not (campaign / "filings").exists()


def test_a_summary_is_begun(xunbiao: Run, filed: Path) -> None:
    """--summary writes the summary report."""
    assert xunbiao("new", "scjgj", "--summary", cwd=filed).returncode == 0
    assert (filed / "filings/scjgj/summary.yaml").is_file()


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["空"], "没有找到 .docx"),
        (["--unit", "scjgj", "a.docx", "b.docx"], "一次只能导入一个"),
        (["-f", "pdf", "a.docx"], "没有“pdf”格式"),
    ],
)
def test_imports_that_cannot_be(xunbiao: Run, campaign: Path, words: list[str], said: str) -> None:
    """One line, 2, and nothing is written."""
    (campaign / "空").mkdir()
    for name in ("a.docx", "b.docx"):
        (campaign / name).write_bytes(b"")
    refused = xunbiao("import", *words, cwd=campaign)
    assert (refused.returncode, refused.stdout) == (2, "")
    assert said in refused.stderr
    assert not (campaign / "filings").exists()


def test_a_catalogue_without_practices(xunbiao: Run, campaign: Path) -> None:
    """Where the folder's own practices replace the packed ones and there are none, the page says that."""
    path = campaign / "xunbiao.yaml"
    settings = path.read_text(encoding="utf-8")
    assert "典型做法: 内置" in settings
    path.write_text(settings.replace("典型做法: 内置", "典型做法: 替换"), encoding="utf-8")
    shown = xunbiao("catalogue", cwd=campaign)
    assert shown.returncode == 0
    assert "目录里没有做法" in shown.stdout
    assert "没有给出文字" in xunbiao("catalogue", "--match", "-", cwd=campaign, given="").stdout
