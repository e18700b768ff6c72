"""重开: what a reopened quarter allows, and what it does not."""

from pathlib import Path

import pytest

from ..conftest import History
from .conftest import FILE, REPORT, SEALED, SETTINGS, Run, amended, kinds


@pytest.mark.usefixtures("receipt")
@pytest.mark.parametrize(
    ("entry", "at", "expected"),
    [
        ("季度: 2020Q1, 单位: scjgj, 理由: 口径有误, 至: 2020-05-10", "2020-05-03", (0, [], ["reopened"])),
        ("季度: 2020Q1, 单位: 市市场监管局, 理由: 口径有误, 至: 2020-05-10", "2020-05-03", (0, [], ["reopened"])),
        ("季度: 2020Q1, 理由: 口径有误, 至: 2020-05-10", "2020-05-10", (0, [], ["reopened"])),
        ("季度: 2020Q1, 单位: scjgj, 理由: 口径有误, 至: 2020-05-10", "2020-05-11", (1, ["amended"], [])),
        ("季度: 2020Q1, 单位: fgw, 理由: 口径有误, 至: 2020-05-10", "2020-05-03", (1, ["amended"], [])),
        ("季度: 2019Q4, 单位: scjgj, 理由: 口径有误, 至: 2020-05-10", "2020-05-03", (1, ["amended"], [])),
        ("季度: 2020Q1, 单位: scjgj, 至: 2020-05-10", "2020-05-03", (1, ["amended"], [])),
        ("季度: 2020Q1, 单位: scjgj, 理由: 口径有误", "2020-05-03", (1, ["amended"], [])),
    ],
)  # fmt: skip
def test_a_reopening_allows_what_it_names(
    campaign: History, run: Run, entry: str, at: str, expected: tuple[int, list[str], list[str]]
) -> None:
    """A change that arrived by the day, for the unit and the quarter of an entry with a reason is no breach."""
    settings = SETTINGS["xunbiao.yaml"] + f"\n重开: [{{{entry}}}]\n".encode()
    campaign.add({"xunbiao.yaml": settings}, at="2020-05-02")
    campaign.add({FILE: amended()}, at=at)
    assert kinds(run) == expected


@pytest.mark.usefixtures("receipt")
def test_a_reopening_after_the_fact_allows_nothing(campaign: History, run: Run) -> None:
    """An entry that was not in git yet when the change arrived does not count."""
    campaign.add({FILE: amended()}, at="2020-05-02")
    entry = "\n重开: [{季度: 2020Q1, 理由: 口径有误, 至: 2020-05-10}]\n".encode()
    campaign.add({"xunbiao.yaml": SETTINGS["xunbiao.yaml"] + entry}, at="2020-05-03")
    assert kinds(run)[:2] == (1, ["amended"])


def test_a_reopened_quarter_is_sealed_anew(campaign: History, receipt: Path, run: Run) -> None:
    """The second seal has a name of its own, and both stand."""
    entry = "\n重开: [{季度: 2020Q1, 理由: 口径有误, 至: 2020-05-10}]\n".encode()
    campaign.add({"xunbiao.yaml": SETTINGS["xunbiao.yaml"] + entry}, at="2020-05-02")
    campaign.add({FILE: amended()}, at="2020-05-03")
    assert run("seal", "-q", "2020Q1", today="2020-05-11")[0] == 0
    assert campaign.git("tag").split() == [SEALED, f"{SEALED}-2"]
    assert kinds(run, "--receipt", str(receipt)) == (0, [], ["reopened"])
    campaign.add({FILE: REPORT}, at="2020-06-03")
    assert kinds(run)[:2] == (1, ["amended"])


@pytest.mark.usefixtures("receipt")
@pytest.mark.parametrize(
    "entry",
    [
        "",
        "季度: 2020Q1, 至: 2020-05-10",
        "季度: 2020Q1, 理由: 口径有误",
        "季度: 2019Q4, 理由: 口径有误, 至: 2020-05-10",
    ],
)
def test_sealing_over_an_unexplained_change_is_refused(campaign: History, run: Run, entry: str) -> None:
    """Without a reopening that says why and until when, a changed quarter is not sealed anew."""
    settings = SETTINGS["xunbiao.yaml"] + f"\n重开: [{{{entry}}}]\n".encode()
    campaign.add({"xunbiao.yaml": settings}, at="2020-05-01")
    campaign.add({FILE: amended()}, at="2020-05-02")
    code, _, err = run("seal", "-q", "2020Q1")
    assert code == 2
    assert "重开" in err
