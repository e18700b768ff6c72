"""Each command tells what was planted in the example campaign, and of the units in which nothing is wrong, nothing.

The table was written by hand, and what is compared with it comes out of the installed command alone.
"""

import json
import re
import subprocess
import sys
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml

TABLE = yaml.safe_load((Path(__file__).parent / "planted.yaml").read_text(encoding="utf-8"))
SCRIPT = Path(sys.executable).with_name("xunbiao")

# The rules that each planted fault is for.
CODES = {
    "unquantified-goal": "XB216",
    "vague-measure": "XB222",
    "undivided-measure": "XB241",
    "goal-equal-to-baseline": "XB201",
    "goal-below-baseline": "XB201",
    "days-against-working-days": "XB219",
    "text-against-figure": "XB217",
    "innovation-equals-alignment": "XB239",
    "target-short-of-benchmark": "XB220",
    "generic-benchmark": "XB210",
    "vertical-inside-city": "XB208",
    "horizontal-is-itself": "XB207",
    "no-horizontal": "XB206",
    "horizontal-not-on-roster": "XB209",
    "not-published": "XB250",
    "no-person": "XB223",
    "person-is-nobody": "XB224",
    "no-first-responsible": "XB242",
    "deadline-is-slogan": "XB226",
    "impossible-date": "XB227",
    "deadline-outside-campaign": "XB252",
    "innovation-before-alignment": "XB231",
    "blank-cell": "XB204",
    "id-used-twice": "XB237",
    "unknown-practice": "XB236",
    "text-of-another-unit": "XB501 XB503",
    "alias-for-name": "XB203 XB302",
    "another-unit": "XB301",
    "unknown-unit": "XB301",
    "dated-before-campaign": "XB232",
    "dated-before-quarter": "XB306",
    "quarter-against-path": "XB301",
    "wrong-phone": "XB234",
    "unknown-item": "XB310",
    "missing-item": "XB312",
    "missing-figure": "XB313",
    "done-without-evidence": "XB319",
    "done-below-100": "XB318",
    "overdue-yet-on-track": "XB322",
    "adjusted-without-reason": "XB323",
    "figure-falls-back": "XB335",
    "figure-impossible": "XB334",
    "number-brackets": "XB343",
    "no-outcome": "XB350",
    "no-lesson": "XB357",
}


@pytest.fixture(scope="module")
def ask(example: Path) -> Any:
    """Runs a command on the demo, once, and gives its JSON."""

    @cache
    def run(*arguments: str) -> Any:
        command = [SCRIPT, "-C", example, *arguments, "--format", "json"]
        return json.loads(subprocess.run(command, capture_output=True, check=False).stdout)

    return run


@pytest.fixture(scope="module")
def findings(ask: Any) -> list[dict[str, Any]]:
    return ask("validate")["diagnostics"]


def dotted(field: str) -> str:
    return re.sub(r"\[(\d+)\]", r".\1", field)


def met(finding: dict[str, Any], fault: dict[str, Any]) -> bool:
    """Whether a finding stands at a fault or at the label that holds it."""
    path = f"filings/{fault['unit']}/{fault['document']}.yaml"
    place, planted = dotted(finding["field"]), fault["field"]
    at_place = planted == place or planted.startswith(f"{place}.") or place.startswith(planted.rpartition(".")[0])
    return finding["path"] == path and finding["code"] in CODES[fault["kind"]] and at_place


@pytest.mark.parametrize("fault", TABLE["faults"], ids=lambda fault: f"{fault['kind']}-{fault['unit']}")
def test_validate_tells_each_planted_fault(fault: dict[str, Any], findings: list[dict[str, Any]]) -> None:
    """With the code of the rule that is for it, in its document, at its field, and with a hint."""
    found = [each for each in findings if met(each, fault)]
    told_by_first = CODES[fault["kind"]] == "XB322" and not found
    assert found or told_by_first, [each for each in findings if fault["unit"] in each["path"]]
    assert all(each["hint"] and each["message"] and each["clause"] is not None for each in found)


def test_validate_tells_at_least_twenty_five_kinds(findings: list[dict[str, Any]]) -> None:
    """The demo shows many rules at work, each on purpose."""
    assert len({each["code"] for each in findings if each["severity"] != "hint"}) >= 25


def test_validate_finds_no_fault_in_a_clean_unit(findings: list[dict[str, Any]]) -> None:
    """No error at all; warnings only where a year-end report leaves something open that the table does not speak of."""
    clean = [each for each in findings if each["path"].split("/")[1] in TABLE["clean"]]
    assert [each for each in clean if each["severity"] == "error"] == []
    warned = {(each["path"], each["code"]) for each in clean if each["severity"] == "warning"}
    assert warned <= {("filings/rmyh/2020Q3.yaml", "XB325"), ("filings/rmyh/summary.yaml", "XB356")}


def test_validate_finds_errors_in_no_other_place_than_planted(findings: list[dict[str, Any]]) -> None:
    """Every error is one of the table, or follows from the report that is dated before its quarter."""
    planted = [*TABLE["faults"], *TABLE["follows"]]
    errors = [each for each in findings if each["severity"] == "error"]
    loose = [each for each in errors if not any(met(each, fault) for fault in planted)]
    assert {(each["path"], each["code"]) for each in loose} <= {("filings/slj/2020Q2.yaml", "XB332")}


def test_validate_misses_a_lesson_only_where_none_is_told(findings: list[dict[str, Any]]) -> None:
    """The hint stands at the third report of three units and at the one that follows, and nowhere else."""
    rows = [row for row in [*TABLE["faults"], *TABLE["follows"]] if row["kind"] == "no-lesson"]
    told = {f"filings/{row['unit']}/{row['document']}.yaml" for row in rows}
    assert {each["path"] for each in findings if each["code"] == "XB357"} == told


@pytest.mark.parametrize(
    "document",
    [
        pytest.param(each, marks=() if each == "2020Q1" else pytest.mark.slow)
        for each in ("2019Q4", "2020Q1", "2020Q2", "2020Q3")
    ],
)
def test_report_gives_the_five_numbers_and_names_the_late_and_the_missing(document: str, ask: Any) -> None:
    """By arrival in China's time: a report that came at 00:20 on 1 April is a day late."""
    told, counted = ask("report", "--quarter", document), TABLE["counts"][document]
    total = told["total"]
    assert (total["expected"], total["actual"], total["on_time"]) == tuple(
        counted[name] for name in ("expected", "handed_in", "on_time")
    )
    assert total["reporting_rate"] == pytest.approx(counted["handed_in"] / counted["expected"])
    assert total["on_time_rate"] == pytest.approx(counted["on_time"] / counted["expected"])
    late = {(each["unit"], each["days_late"]) for each in told["late"]}
    assert late == {(each["unit"], each["days"]) for each in TABLE["late"] if each["document"] == document}
    never = {each["unit"] for each in TABLE["never"] if each["document"] == document}
    assert {each["unit"] for each in told["missing"]} == never


@pytest.mark.parametrize("event", TABLE["events"], ids=lambda event: f"{event['kind']}-{event['unit']}-{event['date']}")
def test_history_tells_who_changed_what_from_what_to_what(event: dict[str, Any], ask: Any) -> None:
    """The kind, the field, the values, the author, the day of arrival, and whether it was after the deadline."""
    unit = {"zwdsj": "xzspj"}.get(event["unit"], event["unit"])
    told = [each for each in ask("history")["events"] if each["unit"] == unit]
    # A whole item that comes or goes is one event, at the item.
    item = re.sub(r"\.[^.]*$", "", event["field"])
    found = [
        each
        for each in told
        if each["kind"] == event["kind"]
        and dotted(each["field"]) in (event["field"], item)
        and each["author"] == event["author"]
        and each["arrived_at"][:10] == str(event["date"])
    ]
    assert len(found) == 1, [(each["kind"], each["field"], each["arrived_at"]) for each in told]
    assert found[0]["after_deadline"] == event["after_deadline"]
    if dotted(found[0]["field"]) == event["field"]:
        assert [str(found[0][side]) for side in ("from", "to") if side in event] == [
            str(event[side]) for side in ("from", "to") if side in event
        ]


def test_history_does_not_tell_what_never_reached_the_main_line(ask: Any) -> None:
    """A target that was drafted on a branch and changed before it was handed in moved no goalposts."""
    undone = TABLE["incidents"]["undone_on_branch"]
    told = ask("history")["events"]
    assert not [each for each in told if (each["unit"], each["field"]) == (undone["unit"], undone["field"])]


def test_history_goes_on_over_a_version_that_cannot_be_read(ask: Any) -> None:
    """The broken report is told as such, and so is its repair half an hour later."""
    broken = TABLE["incidents"]["unreadable"]
    path = f"filings/{broken['unit']}/{broken['document']}.yaml"
    told = [each for each in ask("history")["events"] if each["document"] == path]
    assert [each["kind"] for each in told][:1] == ["unreadable"]
    assert len(told) >= 2


def test_status_names_who_owes_what(ask: Any) -> None:
    """The report that was never handed in is the one thing that is overdue."""
    told = json.dumps(ask("status"), ensure_ascii=False)
    (never,) = TABLE["never"]
    assert never["unit"] in told
    own = json.dumps(ask("status", never["unit"]), ensure_ascii=False)
    assert never["document"] in own


def test_diff_names_the_practices_that_nobody_uses(example: Path, ask: Any) -> None:
    """20 of the 30 are named by a measure: counted from the YAML files, not by the tool."""
    named = set()
    for path in (example / "filings").glob("*/filing.yaml"):
        named |= set(re.findall(r"- (P[0-9]{2})(?:-[0-9]+)?$", path.read_text(encoding="utf-8"), re.MULTILINE))
    known = {f"P{number:02}" for number in range(1, 31)}
    assert len(named & known) == 20
    told = json.dumps(ask("diff", "--all"), ensure_ascii=False)
    assert all(code in told for code in named & known)
