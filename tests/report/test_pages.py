"""The report and the agenda as they read, looked at and found good; and what they say where there is little to say.

`XUNBIAO_GOLDEN=1 pytest tests/report -k golden` writes the files anew; look at the difference before you commit it.
"""

import os
from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path
from typing import Any

import pytest

from xunbiao.formats import render
from xunbiao.model.campaign import CHINA
from xunbiao.model.history import WorkState
from xunbiao.model.language import Language
from xunbiao.model.progress import Basis, Progress
from xunbiao.pages import report as page
from xunbiao.pages import status
from xunbiao.progress import Ledger, agenda

from .campaign import Small, report

GOLDEN = Path(__file__).with_name("golden")
NOON = datetime(2020, 4, 10, 12, tzinfo=CHINA)


def shown(found: Progress, language: Language = Language.ZH, width: int = 100, **uncommitted: WorkState) -> str:
    return render(
        page.build(found, Basis("a" * 40, "HEAD", NOON, uncommitted), language), "text", width=width, color=False
    )


def compare(name: str, text: str) -> None:
    file = GOLDEN / f"{name}.txt"
    if os.environ.get("XUNBIAO_GOLDEN"):
        file.write_bytes(text.encode())
    assert file.is_file(), f"{name} is missing; XUNBIAO_GOLDEN=1 writes it"
    assert text == file.read_bytes().decode(), f"{name} differs; XUNBIAO_GOLDEN=1 writes it anew"


@pytest.mark.parametrize("width", [80, 120])
@pytest.mark.parametrize("language", Language)
def test_golden_quarter(small: Small, events: Callable[..., Any], language: Language, width: int) -> None:
    """A quarter with everything in it reads as it did when it was last looked at."""
    told = [events("jia", ("对标方向", "举措", "J2", "时限"), "2020-05-31", "2020-06-30", "2020-03-01 09:00")]
    compare(f"quarter-{language}-{width}", shown(small.progress(events=told), language, width))


@pytest.mark.parametrize("language", Language)
def test_golden_summary(small: Small, language: Language) -> None:
    """The campaign's end reads as it did when it was last looked at."""
    document = report("summary", {"J1": ("已完成", 100), "J2": ("已完成", 100)}, {"M1": 1})
    document |= {
        "新举措": ["承诺制"],
        "制度成果": [{"名称": "承诺办法", "文号": "某〔2020〕8号", "印发日期": "2020-10-12"}],
    }
    small.put("jia/summary", document, "2020-12-20 09:00")
    compare(f"summary-{language}", shown(small.progress("summary", "2021-01-05"), language))


@pytest.mark.parametrize("unit", [None, "bing"])
@pytest.mark.parametrize("language", Language)
def test_golden_status(small: Small, language: Language, unit: str | None) -> None:
    """What everyone owes, and what one unit owes, reads as it did when it was last looked at."""
    workspace = small.workspace
    ledger = Ledger(workspace.campaign, date(2020, 4, 10), small.arrivals, frozenset(small.documents))
    found = agenda(workspace.roster, ledger, unit)
    built = (
        status.build_for_unit(found, workspace.roster.units[unit], "xunbiao", language)
        if unit
        else status.build(found, language)
    )
    compare(f"status-{unit or 'all'}-{language}", render(built, "text", width=80, color=False))


def test_headline_comes_before_names_before_measures_before_units(small: Small) -> None:
    """The coordinator's first questions are answered first."""
    headings = [line[2:] for line in shown(small.progress()).splitlines() if line.startswith("■")]
    order = ["总体情况", "逾期和未报", "举措进展", "逾期未完成的举措（1）", "指标进展", "与上季度相比", "各单位情况"]
    assert [heading for heading in headings if heading in order] == order


def test_a_running_quarter_says_so(small: Small) -> None:
    """While it runs the figures are not final, and what is not in yet is not called missing."""
    text = shown(small.progress(today="2020-03-25"))
    assert "2020年第一季度还没有结束，进展按今天判断" in text
    assert "离截止还有 6 天，1 个单位还没有报：某市丙局。" in text


def test_a_quarter_to_come_says_so(small: Small) -> None:
    """A quarter that has not begun is not shown as if nothing had been done in it."""
    text = shown(small.progress("2020Q3"))
    assert "2020年第三季度还没有开始" in text
    assert "还没有收到任何报告。" in text
    assert "没有单位两个季度（2020年第二季度和本季度）都报了，无法比较。" in text


def test_the_first_quarter_says_so(small: Small) -> None:
    """It has no quarter before it."""
    assert "这是第一个季度，没有上季度可比。" in shown(small.progress("2019Q4"))


def test_an_empty_campaign_says_so(empty: Small) -> None:
    """With no document there are no noughts of measures, figures and goals, but sentences."""
    text = shown(empty.progress("2019Q4", "2019-11-25"))
    assert "还没有收到任何报告。" in text
    assert "申报表里没有指标。" in text
    assert "还没有能读的申报表。" in text
    assert "平均完成率" not in text


def test_filings_without_a_report_show_no_noughts(small: Small) -> None:
    """Where no present value was reported, nobody is shown as ahead of anything or behind it."""
    text = shown(small.progress("2020Q2", "2020-05-01"))
    assert "共 4 个指标，还没有报来现值。" in text
    assert "慢于时间进度" not in text


def test_no_unit_expected_says_so(empty: Small) -> None:
    """A roster on which nobody owes anything gives sentences and no rates."""
    for unit in empty.units.values():
        unit["应报"] = False
    text = shown(empty.progress())
    assert "名录里没有这时应报的单位。" in text
    assert "%" not in text


def test_the_last_quarter_says_that_the_summary_stands_for_it(small: Small) -> None:
    """Who asks for 2020Q4 reads that the summary reports were read."""
    assert "2020年第四季度由总结报告代替。" in shown(small.progress("2020Q4", "2021-01-05"))


def test_uncommitted_files_are_named(small: Small) -> None:
    """What differs from git is named with how, and not counted."""
    uncommitted = {"filings/bing/2020Q1.yaml": WorkState.NEW}
    assert "1 个文件与 git 里的不同，没有计入：filings/bing/2020Q1.yaml（未提交）。" in shown(
        small.progress(), **uncommitted
    )


def test_nothing_of_a_unit_is_read_as_markup(small: Small) -> None:
    """A name with markup, control characters and CI commands in it is shown as it is, harmless."""
    small.units["jia"]["全称"] = "[red]甲局\x1b[31m::error::"
    text = shown(small.progress())
    assert "[red]甲局" in text
    assert "\x1b" not in text


def test_english_has_no_chinese_labels(small: Small) -> None:
    """With --lang en what is left in Chinese are names and texts of the campaign itself."""
    text = shown(small.progress(), Language.EN)
    own = {"某市对标活动", *(unit["全称"] for unit in small.units.values())}
    for word in ("应报", "已报", "逾期", "未报", "举措", "指标", "季度", "天"):
        assert word not in "".join(line for line in text.splitlines() if not any(name in line for name in own)), word
