"""A campaign's own settings: severities, waivers with a unit, a code, a reason and a last day, and slips in them."""

from collections.abc import Callable
from datetime import date

import pytest

from xunbiao.check import Checked, Selection

Run = Callable[..., Checked]
Settings = Callable[[str], str]
Base = Callable[[str], str]

FILING = "filings/scjgj/filing.yaml"
WAIVER = "  豁免:\n    - 单位: {unit}\n      规则: {code}\n      理由: 省局统一核定\n      至: {until}\n"


def waiver(unit: str = "scjgj", code: str = "XB201", until: str = "2020-06-30") -> str:
    """A complete waiver."""
    return WAIVER.format(unit=unit, code=code, until=until)


@pytest.fixture
def low_target(base: Base) -> str:
    """A filing with one goal below the present figure: XB201 on line 55."""
    text = base("filing").replace("          目标值: 99\n", "          目标值: 90\n")
    assert text.split("\n")[54] == "          目标值: 90"
    return text


def told(result: Checked, *prefixes: str) -> list[tuple[str, str, int]]:
    """Code, severity and line of the findings whose codes start so."""
    return [
        (each.code, str(each.severity), each.span.line) for each in result.diagnostics if each.code.startswith(prefixes)
    ]


@pytest.mark.parametrize("level", ["error", "warning", "hint"])
def test_severity_is_the_campaigns_own(checked: Run, settings: Settings, low_target: str, level: str) -> None:
    """A severity set in xunbiao.yaml is the one a finding has."""
    files = {"xunbiao.yaml": settings(f"  级别:\n    XB201: {level}"), FILING: low_target}
    assert told(checked(files), "XB201") == [("XB201", level, 55)]


def test_a_rule_can_be_turned_off(checked: Run, settings: Settings, low_target: str) -> None:
    """A rule that is off finds nothing, in any unit."""
    files = {"xunbiao.yaml": settings("  级别:\n    XB201: off"), FILING: low_target}
    assert told(checked(files), "XB201", "XB04") == []


def test_a_blank_severity_changes_nothing(checked: Run, settings: Settings, low_target: str) -> None:
    """A code listed without a severity keeps the tool's."""
    files = {"xunbiao.yaml": settings("  级别:\n    XB201:"), FILING: low_target}
    assert told(checked(files), "XB201") == [("XB201", "error", 55)]


@pytest.mark.parametrize("unit", ["scjgj", "市市场监管局", "平顶山市市场监督管理局"])
def test_a_waiver_excuses_its_unit(checked: Run, settings: Settings, low_target: str, unit: str) -> None:
    """A unit is excused by id, alias or full name, and the waiver is of use."""
    files = {"xunbiao.yaml": settings(waiver(unit)), FILING: low_target}
    assert told(checked(files), "XB201", "XB04") == []


def test_a_waiver_excuses_no_other_unit(checked: Run, settings: Settings, low_target: str) -> None:
    """Another unit's findings stand; the waiver that excused nothing is told where it is written."""
    text = settings(waiver("sswj"))
    line = next(n for n, each in enumerate(text.split("\n"), 1) if "- 单位: sswj" in each)
    assert told(checked({"xunbiao.yaml": text, FILING: low_target}), "XB201", "XB04") == [
        ("XB201", "error", 55),
        ("XB040", "warning", line),
    ]


def test_a_waiver_excuses_no_other_rule(checked: Run, settings: Settings, low_target: str) -> None:
    """Another rule's findings of the same unit stand."""
    result = checked({"xunbiao.yaml": settings(waiver(code="XB204")), FILING: low_target})
    assert [code for code, _, _ in told(result, "XB201", "XB04")] == ["XB201", "XB040"]


@pytest.mark.parametrize(("today", "holds"), [(date(2020, 6, 30), True), (date(2020, 7, 1), False)])
def test_a_waivers_last_day(checked: Run, settings: Settings, low_target: str, today: date, holds: bool) -> None:
    """A waiver holds on its last day; the day after it is told as expired and excuses nothing."""
    result = checked({"xunbiao.yaml": settings(waiver()), FILING: low_target}, today=today)
    codes = [code for code, _, _ in told(result, "XB201", "XB04")]
    assert codes == ([] if holds else ["XB201", "XB041"])


def test_an_expired_waiver_says_when(checked: Run, settings: Settings, low_target: str) -> None:
    """The finding names unit, code and day, in both languages."""
    result = checked({"xunbiao.yaml": settings(waiver(until="2020-03-31")), FILING: low_target})
    (expired,) = [each for each in result.diagnostics if each.code == "XB041"]
    for phrase in (expired.message.zh, expired.message.en):
        assert all(word in phrase for word in ("scjgj", "XB201", "2020-03-31"))
    assert expired.field == "规则.豁免[0]"


def test_slips_in_waivers_are_told(checked: Run, settings: Settings, base: Base) -> None:
    """A waiver without reason or last day, and one for a rule that does not exist, are told each at its place."""
    text = settings("  级别:\n    XB998: hint\n  豁免:\n    - 单位: scjgj\n      规则: XB2O1\n")
    result = checked({"xunbiao.yaml": text, FILING: base("filing")})
    found = [(each.code, each.field) for each in result.diagnostics if each.code.startswith("XB04")]
    assert sorted(found) == [
        ("XB042", "规则.级别.XB998"),
        ("XB042", "规则.豁免[0].规则"),
        ("XB043", "规则.豁免[0]"),
        ("XB043", "规则.豁免[0]"),
    ]
    guessed = [each.message.zh for each in result.diagnostics if "豁免[0].规则" in each.field]
    assert "XB201" in guessed[0]


def test_a_waiver_is_judged_only_if_its_rule_was_run(checked: Run, settings: Settings, low_target: str) -> None:
    """With other rules selected, or other files, nobody can tell whether a waiver is of use, and nothing is said."""
    files = {"xunbiao.yaml": settings(waiver()), FILING: low_target}
    for selection in (
        Selection(ignore=("XB201",)),
        Selection(select=("XB04",)),
        Selection(wants=lambda path: path == "xunbiao.yaml"),
    ):
        assert told(checked(files, selection), "XB04") == []


def test_settings_rules_can_be_set_too(checked: Run, settings: Settings, base: Base) -> None:
    """The rules about settings obey the settings."""
    text = settings("  级别:\n    XB040: error\n" + waiver())
    result = checked({"xunbiao.yaml": text, FILING: base("filing")})
    assert [(code, level) for code, level, _ in told(result, "XB04")] == [("XB040", "error")]
    text = settings("  级别:\n    XB040: off\n" + waiver())
    assert told(checked({"xunbiao.yaml": text, FILING: base("filing")}), "XB04") == []
