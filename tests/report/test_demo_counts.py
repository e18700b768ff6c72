"""The example campaign counted a second time, from the YAML files and `git log` alone, and held against `report`.

Nothing here uses the code that counts: values are read as text, arrivals are the first-parent line's additions.
"""

import re
from collections import Counter
from collections.abc import Iterator
from datetime import date
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest

from .recount import BEFORE, DUE, ENDS, FOLLOWING, NAMES, QUARTERS, ROOT, Demo, day, plain


@pytest.fixture(scope="module")
def demo(example: Path) -> Demo:
    return Demo(example)


SELDOM = {"2019Q4", "2020Q2", "2020Q3"}
"""Quarters in which nothing happens that the others do not show."""


@pytest.fixture(
    scope="module",
    params=[pytest.param(each, marks=pytest.mark.slow) if each in SELDOM else each for each in QUARTERS],
)
def quarter(request: pytest.FixtureRequest, demo: Demo) -> tuple[str, dict[str, Any]]:
    return request.param, demo.record(request.param)


@pytest.fixture(scope="module")
def planted() -> Any:
    return plain((ROOT / "tests/demo/planted.yaml").read_bytes())


def test_five_numbers(demo: Demo, quarter: tuple[str, dict[str, Any]], planted: Any) -> None:
    """Expected, actual and on time equal the count from files and `git log`, and the numbers written down by hand."""
    document, found = quarter
    arrived, due = demo.arrivals(), date.fromisoformat(DUE[document])
    actual = [unit for unit in demo.expected if demo.load(unit, document)]
    on_time = [unit for unit in actual if arrived[unit, document] <= due]
    by_hand = {key: int(value) for key, value in planted["counts"][document].items()}
    total = found["total"]
    assert (total["expected"], total["actual"], total["on_time"]) == (len(demo.expected), len(actual), len(on_time))
    assert (total["expected"], total["actual"], total["on_time"]) == (
        by_hand["expected"],
        by_hand["handed_in"],
        by_hand["on_time"],
    )
    assert total["reporting_rate"] == pytest.approx(len(actual) / len(demo.expected))
    assert total["on_time_rate"] == pytest.approx(len(on_time) / len(demo.expected))
    filings = {unit: arrived[unit, "filing"] for unit in demo.expected}
    assert found["filings"]["on_time"] == sum(each <= date.fromisoformat(DUE["filing"]) for each in filings.values())


def test_late_and_missing_by_name(demo: Demo, quarter: tuple[str, dict[str, Any]], planted: Any) -> None:
    """Each late unit with its days, each missing one; and none besides those that were planted."""
    document, found = quarter
    arrived, due = demo.arrivals(), date.fromisoformat(DUE[document])
    late = {unit: (arrived[unit, document] - due).days for unit in demo.expected if (unit, document) in arrived}
    told = {each["unit"]: each["days_late"] for each in found["late"]}
    assert told == {unit: days for unit, days in late.items() if days > 0}
    assert told == {each["unit"]: int(each["days"]) for each in planted["late"] if each["document"] == document}
    missing = [each["unit"] for each in found["missing"]]
    assert missing == [unit for unit in demo.expected if not demo.load(unit, document)]
    assert missing == [each["unit"] for each in planted["never"] if each["document"] == document]


def test_classes(demo: Demo, quarter: tuple[str, dict[str, Any]]) -> None:
    """The five numbers by class of unit."""
    document, found = quarter
    units = plain((demo.folder / "units.yaml").read_bytes())["单位"]
    expected = Counter(units[unit]["类别"] for unit in demo.expected)
    actual = Counter(units[unit]["类别"] for unit in demo.expected if demo.load(unit, document))
    assert {each["class"]: (each["expected"], each["actual"]) for each in found["classes"]} == {
        name: (number, actual[name]) for name, number in expected.items()
    }


def test_measures(demo: Demo, quarter: tuple[str, dict[str, Any]]) -> None:
    """Measures by 状态, those of which nothing was reported, and the mean of all 完成率."""
    document, found = quarter
    reports = {unit: (demo.load(unit, document) or {}).get("举措进展") or {} for unit in demo.expected}
    statuses = Counter(entry["状态"] for report in reports.values() for entry in report.values())
    rates = [Fraction(entry["完成率"]) for report in reports.values() for entry in report.values()]
    silent = sum(id_ not in reports[unit] for unit in demo.expected for id_ in demo.measures(unit))
    measures = found["measures"]
    assert {status: number for status, number in measures["by_status"].items() if number} == dict(statuses)
    assert measures["unreported"] == silent
    assert measures["total"] == statuses.total() + silent
    assert measures["average_completion"] == pytest.approx(float(sum(rates) / len(rates)))


def last_status(demo: Demo, unit: str, document: str, id_: str) -> str | None:
    """The latest status that any report up to this one gives a measure."""
    told = [demo.load(unit, each) for each in QUARTERS[: QUARTERS.index(document) + 1]]
    found = [each["举措进展"][id_]["状态"] for each in told if each and id_ in each["举措进展"]]
    return str(found[-1]) if found else None


def open_measures(demo: Demo, document: str) -> Iterator[tuple[str, str, date]]:
    for unit in demo.expected:
        for id_, item in demo.measures(unit).items():
            deadline = day(item["时限"])
            if deadline and last_status(demo, unit, document, id_) != "已完成":
                yield unit, id_, deadline


def test_overdue_and_due_next(demo: Demo, quarter: tuple[str, dict[str, Any]]) -> None:
    """Open measures whose deadline has passed on the quarter's last day, by days, and those due in the next quarter."""
    document, found = quarter
    end = date.fromisoformat(ENDS[document])
    first, last = map(date.fromisoformat, FOLLOWING[document])
    overdue = {(unit, id_): (end - due).days for unit, id_, due in open_measures(demo, document) if due < end}
    following = {(unit, id_) for unit, id_, due in open_measures(demo, document) if first <= due <= last}
    measures = found["measures"]
    assert {(each["unit"], each["id"]): each["days_overdue"] for each in measures["overdue"]} == overdue
    assert {(each["unit"], each["id"]) for each in measures["due_next_quarter"]} == following


def test_slipped(quarter: tuple[str, dict[str, Any]], planted: Any) -> None:
    """The one deadline that was put off twice, by the days written down by hand, and why where a reason was given."""
    _, found = quarter
    steps = [each for each in planted["events"] if each["kind"] == "slipped"]
    [slip] = found["measures"]["slipped"]
    assert (slip["unit"], slip["times"], slip["days"]) == ("qxj", 2, sum(int(each["days"]) for each in steps))
    assert [(step["arrived_on"], step["from"], step["to"], step["reason"]) for step in slip["steps"]] == [
        (each["date"], each["from"], each["to"], each.get("reason")) for each in steps
    ]


def test_indicators(demo: Demo, quarter: tuple[str, dict[str, Any]]) -> None:
    """Each figure's share of the way, and whether it is ahead of the straight line on the quarter's last day."""
    document, found = quarter
    start, end = date.fromisoformat(DUE["filing"]), date.fromisoformat(ENDS[document])
    counted: dict[tuple[str, str], tuple[float | None, str | None]] = {}
    for unit in demo.expected:
        values = (demo.load(unit, document) or {}).get("指标进展") or {}
        for id_, (item, deadline) in demo.goals(unit).items():
            if "指标" not in item:
                continue
            baseline, target = (Fraction(item["指标"][key]) for key in ("现状值", "目标值"))
            value = (values.get(id_) or {}).get("现值")
            share = (Fraction(value) - baseline) / (target - baseline) if value and target != baseline else None
            due = day(deadline)
            line = min(Fraction(1), Fraction((end - start).days, (due - start).days)) if due else None
            pace = None
            if share is not None and line is not None:
                pace = "on_line" if share == line else "ahead" if share > line else "behind"
            counted[unit, id_] = (None if share is None else float(share), pace)
    told = {(each["unit"], each["id"]): each for each in found["indicators"]["items"]}
    assert told.keys() == counted.keys()
    for key, (share, pace) in counted.items():
        assert told[key]["share_of_the_way"] == (None if share is None else pytest.approx(share)), key
        assert told[key]["pace"] == pace, key
    assert found["indicators"]["behind"] == sum(pace == "behind" for _, pace in counted.values())
    assert found["indicators"]["reached"] == sum(share is not None and share >= 1 for share, _ in counted.values())


def test_filings(demo: Demo, quarter: tuple[str, dict[str, Any]], planted: Any) -> None:
    """Goals with figures, measures with a person, four cuts and practices: all but the faults that were planted."""
    _, found = quarter
    goals = [(unit, item) for unit in demo.expected for item, _ in demo.goals(unit).values()]
    faults = Counter(each["kind"] for each in planted["faults"])
    assert found["goals"]["total"] == len(goals)
    assert found["goals"]["quantified"] == len(goals) - faults["unquantified-goal"]
    measures = [(unit, id_, item) for unit in demo.expected for id_, item in demo.measures(unit).items()]
    nobody = [item for _, _, item in measures if not re.search(r"[\u4e00-\u9fff]某", item.get("责任人") or "")]
    assert found["measures"]["named"] == len(measures) - len(nobody)
    for cut in ("环节", "材料", "时间", "成本"):
        mine = [unit for unit, item in goals if item.get("指标", {}).get("维度") == cut]
        assert (found["four_cuts"][cut]["goals"], found["four_cuts"][cut]["units"]) == (len(mine), len(set(mine)))
    named = Counter(code for _, _, item in measures for code in item.get("参考做法") or [])
    told = Counter(each["named"] for use in found["practices"] for each in use["measures"])
    assert told == named
    unknown = {each["value"] for each in planted["faults"] if each["kind"] == "unknown-practice"}
    assert {use["practice"] for use in found["practices"] if use["title"] is None} == unknown


def test_changes_since_the_quarter_before(demo: Demo, quarter: tuple[str, dict[str, Any]]) -> None:
    """Statuses that changed, 完成率 that moved and by how much, measures that are new or gone."""
    document, found = quarter
    status, deltas, new, removed = set(), {}, set(), set()
    for unit in demo.expected:
        now, was = demo.load(unit, document), demo.load(unit, BEFORE.get(document, "none"))
        if not now or not was:
            continue
        now, was = now["举措进展"], was["举措进展"]
        new |= {(unit, id_) for id_ in now.keys() - was.keys()}
        removed |= {(unit, id_) for id_ in was.keys() - now.keys()}
        both = now.keys() & was.keys()
        status |= {
            (unit, id_, was[id_]["状态"], now[id_]["状态"]) for id_ in both if was[id_]["状态"] != now[id_]["状态"]
        }
        moved = {(unit, id_): float(now[id_]["完成率"]) - float(was[id_]["完成率"]) for id_ in both}
        deltas |= {key: delta for key, delta in moved.items() if delta}
    changes = found["changes"]
    assert {
        (each["unit"], each["id"], each["from"]["status"], each["to"]["status"]) for each in changes["status"]
    } == status
    assert {(each["unit"], each["id"]): each["completion_delta"] for each in changes["completion"]} == deltas
    assert {(each["unit"], each["id"]) for each in changes["new"]} == new
    assert {(each["unit"], each["id"]) for each in changes["removed"]} == removed


def test_outcomes_of_the_summary(demo: Demo, quarter: tuple[str, dict[str, Any]]) -> None:
    """制度成果, 新思路, 新举措 and the rest, unit by unit; a quarterly report has none."""
    document, found = quarter
    for each in found["units"]:
        summary = demo.load(each["unit"], "summary") if document == "summary" else None
        if summary is None:
            assert each["outcome"] is None
            continue
        for label in ("新思路", "新举措", "新做法", "经验", "成效"):
            assert each["outcome"][label] == [text for text in summary.get(label) or [] if text.strip()]
        assert [rule["名称"] for rule in each["outcome"]["制度成果"]] == [
            rule["名称"] for rule in summary.get("制度成果") or []
        ]


def test_repeated_reports_are_signals(quarter: tuple[str, dict[str, Any]], planted: Any) -> None:
    """A unit whose report says what the last one said is named for a person to check."""
    document, found = quarter
    repeats = {each["unit"] for each in planted["incidents"]["repeated"] if each["document"] == document}
    assert repeats <= {each["unit"] for each in found["signals"]}


def test_reports_that_were_changed_afterwards(quarter: tuple[str, dict[str, Any]]) -> None:
    """A past quarter's report that was changed in July is flagged; a folder that was merely renamed is not."""
    document, found = quarter
    flagged = {each["unit"] for each in found["units"] if "changed_after_due" in each["flags"]}
    assert ("czj" in flagged) == (document == "2020Q1")
    assert "xzspj" not in flagged
    assert NAMES.get(document, document) == found["quarter"]
