"""2020Q1 of the example campaign, read back out of each document that an office gets, against a count of its own.

The count is made from the YAML files and `git log`; it shares no code with what makes the reports.
"""

import csv
import io
import re
import zipfile
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from .recount import DUE, Demo, plain

QUARTER = "2020Q1"
Rows = list[dict[str, Any]]
STATUSES = ("未启动", "达进度", "超进度", "欠进度", "已完成", "已调整")


@dataclass(frozen=True)
class Count:
    """What files and `git log` say, by the names that the documents use."""

    names: dict[str, str]
    turnout: dict[str, tuple[int, int, int]]
    """(应报, 已报, 按时) by class of unit, and under 合计."""
    late: dict[str, int]
    missing: list[str]
    statuses: Counter[str]
    silent: int
    average: Fraction
    figures: dict[tuple[str, str], tuple[str, str | None, str]]
    """(现状值, 现值, 目标值) by unit and goal."""
    measures: dict[tuple[str, str], dict[str, Any]]
    arrived: dict[str, date]


@pytest.fixture(scope="module")
def demo(example: Path) -> Demo:
    return Demo(example)


@pytest.fixture(scope="module")
def count(demo: Demo) -> Count:
    roster = plain((demo.folder / "units.yaml").read_bytes())["单位"]
    names = {unit: roster[unit]["全称"] for unit in demo.expected}
    due, arrivals = date.fromisoformat(DUE[QUARTER]), demo.arrivals()
    arrived = {unit: arrivals[unit, QUARTER] for unit in demo.expected if demo.load(unit, QUARTER)}
    turnout: dict[str, tuple[int, int, int]] = {}
    for unit in demo.expected:
        mine = (1, int(unit in arrived), int(unit in arrived and arrived[unit] <= due))
        for name in (roster[unit]["类别"], "合计"):
            before = turnout.get(name, (0, 0, 0))
            turnout[name] = (before[0] + mine[0], before[1] + mine[1], before[2] + mine[2])
    told = {unit: (demo.load(unit, QUARTER) or {}).get("举措进展") or {} for unit in demo.expected}
    entries = [entry for report in told.values() for entry in report.values()]
    measures = {
        (names[unit], id_): {**(demo.measures(unit).get(id_) or {}), **(told[unit].get(id_) or {})}
        for unit in demo.expected
        for id_ in dict.fromkeys([*demo.measures(unit), *told[unit]])
    }
    rates = [Fraction(entry["完成率"]) for entry in entries]
    figures = {}
    for unit in demo.expected:
        values = (demo.load(unit, QUARTER) or {}).get("指标进展") or {}
        for id_, (item, _) in demo.goals(unit).items():
            if metric := item.get("指标"):
                now = (values.get(id_) or {}).get("现值")
                figures[names[unit], id_] = (metric["现状值"], now, metric["目标值"])
    return Count(
        names=names,
        turnout=turnout,
        late={names[unit]: (day - due).days for unit, day in arrived.items() if day > due},
        missing=[names[unit] for unit in demo.expected if unit not in arrived],
        statuses=Counter(entry["状态"] for entry in entries),
        silent=sum(id_ not in told[unit] for unit in demo.expected for id_ in demo.measures(unit)),
        average=sum(rates) / len(rates),
        figures=figures,
        measures=measures,
        arrived={names[unit]: day for unit, day in arrived.items()},
    )


def percent(share: Fraction) -> str:
    """As a reader expects it: at most one decimal."""
    rounded = int(share * 1000 + Fraction(1, 2))
    return f"{rounded // 10}.{rounded % 10}%".replace(".0%", "%")


def number(text: str) -> Any:
    value = Fraction(text)
    return int(value) if value.denominator == 1 else float(value)


def csv_tables(text: str) -> Iterator[tuple[str, list[list[str]]]]:
    """The parts of the CSV: a caption, the titles and the rows of each."""
    part: list[list[str]] = []
    for row in [*csv.reader(io.StringIO(text.removeprefix("\ufeff"))), []]:
        if row:
            part.append(row)
        elif part:
            yield part[0][0], part[1:]
            part = []


class Tables(HTMLParser):
    """The tables of a web page: cells as they read, an image by its name."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.found: list[list[list[str]]] = []
        self.inside = False
        self.feed(text)

    def handle_starttag(self, tag: str, _attrs: list[tuple[str, str | None]]) -> None:
        if tag == "table":
            self.found.append([])
        elif tag == "tr":
            self.found[-1].append([])
        elif tag in {"td", "th"}:
            self.found[-1][-1].append("")
            self.inside = True

    def handle_endtag(self, tag: str) -> None:
        self.inside = self.inside and tag not in {"td", "th"}

    def handle_data(self, data: str) -> None:
        if self.inside:
            self.found[-1][-1][-1] += data


@pytest.fixture(scope="module", params=["csv", "html"])
def listed(request: pytest.FixtureRequest, demo: Demo) -> list[list[list[str]]]:
    """The tables of the report, titles first, as a spreadsheet or a browser has them."""
    text = demo.report(QUARTER, request.param).decode()
    return [rows for _, rows in csv_tables(text)] if request.param == "csv" else Tables(text).found


def titled(listed: list[list[list[str]]], *titles: str) -> list[dict[str, str]]:
    """The first table with these titles, without the marks that repeat a colour."""
    [table, *_] = [table for table in listed if set(titles) <= set(table[0])]
    return [dict(zip(table[0], (re.sub("^[√!×] ", "", cell) for cell in row), strict=True)) for row in table[1:]]


def test_tables_have_the_five_numbers(listed: list[list[list[str]]], count: Count) -> None:
    """应报, 已报, 按时 and what follows from them, in total and by class of unit, in CSV and HTML."""
    told = {row["单位类别"]: row for row in titled(listed, "单位类别", "应报", "按时率")}
    assert told.keys() == count.turnout.keys()
    for name, (expected, actual, on_time) in count.turnout.items():
        row = told[name]
        assert [row[key] for key in ("应报", "已报", "按时", "逾期", "未报")] == [
            str(each) for each in (expected, actual, on_time, actual - on_time, expected - actual)
        ]
        assert (row["上报率"], row["按时率"]) == (
            percent(Fraction(actual, expected)),
            percent(Fraction(on_time, expected)),
        )


def test_tables_name_the_late_and_the_missing(listed: list[list[list[str]]], count: Count) -> None:
    """Who came late and by how many days, and who never came, in CSV and HTML."""
    rows = titled(listed, "单位", "情况", "逾期天数", "到达日期")
    late = {row["单位"]: (int(row["逾期天数"]), row["到达日期"]) for row in rows if row["情况"] == "逾期"}
    assert late == {name: (days, str(count.arrived[name])) for name, days in count.late.items()}
    assert [row["单位"] for row in rows if row["情况"] == "未报"] == count.missing


def test_tables_have_the_statuses(listed: list[list[list[str]]], count: Count) -> None:
    """Measures by 状态, and those of which nothing was said, in CSV and HTML."""
    told = {row["类别"]: row for row in titled(listed, "类别", "数量", "占比")}
    total = count.statuses.total() + count.silent
    expected = {**{status: count.statuses[status] for status in STATUSES}, "未报": count.silent}
    assert {name: int(row["数量"]) for name, row in told.items()} == expected
    assert {name: row["占比"] for name, row in told.items()} == {
        name: percent(Fraction(found, total)) for name, found in expected.items()
    }


def test_tables_have_every_figure(listed: list[list[list[str]]], count: Count) -> None:
    """现状值, 现值 and 目标值 of every goal, in CSV and HTML."""
    longest = max((table for table in listed if {"现状值", "现值", "目标值"} <= set(table[0])), key=len)
    rows = [dict(zip(longest[0], row, strict=True)) for row in longest[1:]]
    told = {(row["单位"], row["指标"].split(" ")[0]): row for row in rows}
    assert told.keys() == count.figures.keys()
    for key, figures in count.figures.items():
        shown = tuple(told[key][title] for title in ("现状值", "现值", "目标值"))
        assert [number(each) if each not in {"", "—"} else None for each in shown] == [
            number(each) if each else None for each in figures
        ], key


@pytest.fixture(scope="module")
def book(demo: Demo) -> Any:
    return openpyxl.load_workbook(io.BytesIO(demo.report(QUARTER, "xlsx")))


def sheet_rows(book: Any, sheet: str, title: str) -> Rows:
    """The rows below the line of titles that holds `title`, as they are stored."""
    lines = list(book[sheet].iter_rows(values_only=True))
    head = next(at for at, line in enumerate(lines) if title in line)
    return [dict(zip(lines[head], line, strict=True)) for line in lines[head + 1 :]]


def test_workbook_has_a_row_for_each_unit(book: Any, count: Count) -> None:
    """汇总表 holds each unit's three numbers, what came late and the status of its measures, and sums them up."""
    *rows, total = sheet_rows(book, "汇总表", "填报单位")
    assert [row["填报单位"] for row in rows] == list(count.names.values())
    for row in [*rows, total]:
        assert isinstance(row["应报"], int)
    for key, at in (("应报", 0), ("已报", 1), ("按时", 2)):
        assert total[key] == sum(row[key] for row in rows) == count.turnout["合计"][at]
    assert {row["填报单位"]: row["报送时间"].date() for row in rows if row["报送时间"]} == count.arrived
    late = {row["填报单位"]: int(found[1]) for row in rows if (found := re.search(r"逾期(\d+)天", row["报送情况"]))}
    assert late == count.late
    assert [row["填报单位"] for row in rows if "未报" in row["报送情况"]] == count.missing
    for status in STATUSES:
        assert total[status] == sum(row[status] or 0 for row in rows) == count.statuses[status]
    assert total["平均完成率"] == pytest.approx(float(count.average / 100))
    assert all(isinstance(row["联系电话"], str) for row in rows if row["联系电话"] is not None)


def test_workbook_has_a_row_for_each_measure(book: Any, count: Count) -> None:
    """台账 holds every measure with its status, completion, deadline and the words of the report."""
    rows = sheet_rows(book, "台账", "举措（逐条）")
    told = {(row["填报单位"], row["项目编号"]): row for row in rows if row["填报单位"]}
    assert told.keys() == count.measures.keys()
    for key, measure in count.measures.items():
        row = told[key]
        assert row["举措（逐条）"] == measure.get("内容"), key
        assert (row["状态"], row["本季进展"]) == (measure.get("状态"), measure.get("进展")), key
        rate = measure.get("完成率")
        assert row["完成率"] == (None if rate is None else pytest.approx(float(Fraction(rate) / 100))), key


def test_workbook_has_every_figure(book: Any, count: Count) -> None:
    """指标 holds the three values of every goal as numbers."""
    rows = sheet_rows(book, "指标", "现状值")
    told = {(row["填报单位"], row["编号"]): (row["现状值"], row["现值"], row["目标值"]) for row in rows if row["编号"]}
    assert told == {
        key: tuple(number(each) if each else None for each in each_) for key, each_ in count.figures.items()
    }


@pytest.fixture(scope="module")
def circular(demo: Demo) -> str:
    """The text of the 通报, a line a paragraph."""
    with zipfile.ZipFile(io.BytesIO(demo.report(QUARTER, "docx"))) as package:
        document = package.read("word/document.xml").decode()
    return "\n".join(re.sub("<[^>]*>", "", each) for each in document.split("</w:p>"))


def test_circular_has_the_five_numbers(circular: str, count: Count) -> None:
    """The 通报's first sentence of figures, and those by class of unit."""
    expected, actual, on_time = count.turnout["合计"]
    assert (
        f"的单位{expected}个，已报{actual}个，上报率{percent(Fraction(actual, expected))}；"
        f"其中按时报送{on_time}个，按时率{percent(Fraction(on_time, expected))}；"
        f"逾期报送{actual - on_time}个，未报{expected - actual}个。"
    ) in circular
    for name, numbers in count.turnout.items():
        assert name == "合计" or f"{name}应报{numbers[0]}个，已报{numbers[1]}个，按时{numbers[2]}个" in circular


def test_circular_names_the_late_and_the_missing(circular: str, count: Count) -> None:
    """Every unit that came late stands there with its days, every missing one by name, and nobody else as such."""
    [sentence] = re.findall("逾期报送的单位.*", circular)
    assert dict(re.findall(r"[：、]([^（、]*)（(\d+)天）", sentence)) == {
        name: str(days) for name, days in count.late.items()
    }
    [absent] = re.findall("未报送的单位.*个.*：(.*)。", circular)
    assert absent.split("、") == count.missing


def test_circular_has_the_statuses(circular: str, count: Count) -> None:
    """Measures by 状态 with their share, and the mean of 完成率."""
    total = count.statuses.total() + count.silent
    [sentence] = re.findall("各单位共有举措.*", circular)
    assert f"各单位共有举措{total}项" in sentence
    for status, found in count.statuses.items():
        assert f"{status}{found}项（占{percent(Fraction(found, total))}）" in sentence
    assert f"平均完成率{percent(count.average / 100)}" in sentence
