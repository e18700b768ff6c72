"""`xunbiao new`: the practices that fit a unit's duties stand as comments where practices are named."""

import shutil
from pathlib import Path

import pytest

from .conftest import CAMPAIGN, Run

PATH = "filings/fangguan/filing.yaml"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """The campaign; fangguan has not filed yet."""
    folder = tmp_path / "campaign"
    shutil.copytree(CAMPAIGN, folder)
    return folder


def written(run: Run, folder: Path, *options: str) -> list[str]:
    done = run(*options, "new", "fangguan", cwd=folder)
    assert (done.returncode, done.stderr) == (0, "")
    return (folder / PATH).read_text(encoding="utf-8").splitlines()


def duties(folder: Path, said: str) -> None:
    path = folder / "units.yaml"
    text = path.read_text(encoding="utf-8")
    assert "      - 不动产登记\n" in text
    path.write_text(text.replace("      - 不动产登记\n", said), encoding="utf-8")


@pytest.mark.parametrize(
    ("options", "line"),
    [
        ((), "      # P27 不动产登记改革（职责：不动产登记）"),
        (("--lang", "en"), "      # P27 不动产登记改革 (duties: 不动产登记)"),
    ],
)
def test_fitting_practices_are_offered_once(xunbiao: Run, folder: Path, options: tuple[str, ...], line: str) -> None:
    """The line stands once, above 参考做法 of the first measure, and is a comment."""
    lines = written(xunbiao, folder, *options)
    assert lines.count(line) == 1
    assert lines[lines.index(line) + 1] == "      参考做法: []"
    assert lines.index(line) < lines.index("    CJ1:")


@pytest.mark.parametrize(
    ("said", "codes"),
    [
        ("      - 获得电力\n", ["P21", "P22"]),
        ("      - 双随机\n", ["P15"]),
        ("      - 政务服务\n", []),
        ("      - 计量检定\n", []),
        ("      []\n", []),
    ],
)
def test_what_points_to_a_practice(xunbiao: Run, folder: Path, said: str, codes: list[str]) -> None:
    """Besides words, a 说法 or a 评价指标 that few practices serve points to them; one that many serve does not."""
    duties(folder, said)
    lines = written(xunbiao, folder)
    offered = [line.split()[1] for line in lines if line.startswith("      # P") and "（职责：" in line]
    assert offered == codes
    assert any("对口" in line for line in lines) == bool(codes)


def test_a_duty_with_line_breaks_stays_a_comment(xunbiao: Run, folder: Path) -> None:
    """Whatever the roster says becomes no label of the filing."""
    duties(folder, '      - "不动产登记\\n类型: 别的"\n')
    lines = written(xunbiao, folder)
    assert [line for line in lines if "别的" in line and not line.lstrip().startswith("#")] == []


def test_a_campaign_without_practices_offers_none(xunbiao: Run, folder: Path) -> None:
    """Where the folder's own practices replace the packed ones and there are none, a filing can be started all the
    same."""
    with (folder / "xunbiao.yaml").open("a", encoding="utf-8") as stream:
        stream.write("典型做法: 替换\n")
    assert "      参考做法: []" in written(xunbiao, folder)
