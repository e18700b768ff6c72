"""Plain scalars mean what the core schema of YAML 1.2 says, and nothing of what YAML 1.1 made of them."""

from decimal import Decimal

import pytest
from hypothesis import assume, example, given
from hypothesis import strategies as st
from ruamel.yaml import YAML
from ruamel.yaml.constructor import SafeConstructor

from xunbiao import source
from xunbiao.source.scalars import GREATEST


class Texts(SafeConstructor):
    """YAML 1.2 core: a date is a text."""


Texts.add_constructor("tag:yaml.org,2002:timestamp", SafeConstructor.construct_yaml_str)


def value(written: str) -> object:
    """What a scalar means as a value."""
    data = source.parse(f"a: {written}\n".encode()).data
    assert data is not None
    return data["a"]


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("yes", "yes"),
        ("no", "no"),
        ("on", "on"),
        ("Off", "Off"),
        ("y", "y"),
        ("22:22", "22:22"),
        ("12:30:45", "12:30:45"),
        ("1_000", "1_000"),
        ("0b11", "0b11"),
        ("2020-06-30", "2020-06-30"),
        ("2020-06-30 12:00:00", "2020-06-30 12:00:00"),
        ("2020-02-30", "2020-02-30"),
        ("2020/6/30", "2020/6/30"),
        ("1,000", "1,000"),
        ("１２", "１２"),
        ("60%", "60%"),
        ("+", "+"),
        (".", "."),
        ("1e", "1e"),
        ("0x", "0x"),
        ("-0x1F", "-0x1F"),
        ("=", "="),
        ("010", 10),
        ("0375", 375),
        ("0o17", 15),
        ("0x1F", 31),
        ("-5", -5),
        ("+5", 5),
        ("2020.06", Decimal("2020.06")),
        ("1.10", Decimal("1.10")),
        (".5", Decimal("0.5")),
        ("5.", Decimal(5)),
        ("1e3", Decimal(1000)),
        ("-1.5E-2", Decimal("-0.015")),
        ("true", True),
        ("False", False),
        ("TRUE", True),
        ("tRue", "tRue"),
        ("null", None),
        ("~", None),
        ("Null", None),
        ("", None),
        ("nULL", "nULL"),
        ('"5"', "5"),
        ("'true'", "true"),
        ('"~"', "~"),
        ('""', ""),
    ],
)
def test_core_schema(written: str, meant: object) -> None:
    """Each way of writing has its one meaning, and its type."""
    read = value(written)
    assert read == meant
    assert type(read) is type(meant)


@pytest.mark.parametrize("written", [str(GREATEST), str(-GREATEST), "9007199254740992.0", "1e15", "0x20000000000000"])
def test_greatest_numbers(written: str) -> None:
    """Numbers up to 2^53 are read, since every program holds them."""
    assert abs(Decimal(str(value(written)))) <= GREATEST


@pytest.mark.parametrize(
    "written",
    [
        str(GREATEST + 1),
        "-9007199254740993",
        "1e16",
        "1e400",
        "1e99999999",
        "-1e400",
        ".inf",
        "-.Inf",
        ".NAN",
        "9" * 5000,
        "0x" + "f" * 41,
        "0o" + "7" * 41,
        "0.1" + "0" * 40,
    ],
)
def test_numbers_nobody_can_mean(written: str) -> None:
    """A number that other programs could not hold is a finding that shows it cut short, never an exception."""
    parsed = source.parse(f"a: {written}\n".encode())
    assert parsed.data is None
    assert [finding.code for finding in parsed.findings] == ["XB018"]
    assert len(str(parsed.findings[0].values["number"])) <= 40


def reference(written: str) -> object:
    """What another reader of YAML 1.2 makes of it."""
    yaml = YAML(typ="safe", pure=True)
    yaml.version = "1.2"  # type: ignore[assignment]
    yaml.Constructor = Texts
    return yaml.load(f"a: {written}\n")["a"]


@given(st.from_regex(r"[-+]?([0-9]{1,6}(\.[0-9]{0,4})?([eE][-+]?[0-9])?|\.[0-9]{0,4})?", fullmatch=True))
@example("+")
@example("-.")
def test_numbers_as_another_reader_has_them(written: str) -> None:
    """Whatever looks like a number is one for us exactly if it is one for a reader of YAML 1.2, with the same value."""
    assume(written != "-")
    ours, theirs = value(written), reference(written)
    if isinstance(ours, str) or ours is None:
        assert ours == theirs
    else:
        assert not isinstance(theirs, str)
        assert float(ours) == float(theirs)  # type: ignore[arg-type]
