"""What a reader sees of a number, a share, a date, nothing."""

from datetime import date, datetime
from decimal import Decimal

import pytest

from xunbiao.formats.values import marked, number, percent, words
from xunbiao.model.page import Percent, Tone, Toned, Value


@pytest.mark.parametrize(
    ("share", "shown"),
    [
        ("0", "0%"),
        ("0.6", "60%"),
        ("0.947368", "94.7%"),
        ("0.0005", "0.1%"),
        ("0.00001", "0.1%"),
        ("0.99999", "99.9%"),
        ("1", "100%"),
        ("1.25", "125%"),
        ("-0.5", "-50%"),
        ("1E+40", "1.000000e+42%"),
        ("NaN", "NaN%"),
    ],
)
def test_percent(share: str, shown: str) -> None:
    """One decimal at most; 100% is all and 0% is none, never nearly so."""
    assert percent(Decimal(share)) == shown


@pytest.mark.parametrize(
    ("amount", "shown"),
    [
        (Decimal("5.00"), "5"),
        (Decimal("7.50"), "7.5"),
        (Decimal("1E+3"), "1000"),
        (Decimal("1E-7"), "0.0000001"),
        (Decimal("-0.0"), "0"),
        (Decimal("1E+400"), "1.000000e+400"),
        pytest.param(10**5000, "1.000000e+5000", id="more digits than Python writes"),
        (20, "20"),
    ],
)
def test_number(amount: int | Decimal, shown: str) -> None:
    """Plain digits without idle zeros; a number of hundreds of digits is given in short."""
    assert number(amount) == shown


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        (None, "—"),
        ("", "—"),
        (Percent(None), "—"),
        (0, "0"),
        (date(2020, 3, 31), "2020-03-31"),
        (datetime(2020, 3, 31, 18, 5, 9), "2020-03-31 18:05"),
        ("字", "字"),
    ],
)
def test_words(value: Value, shown: str) -> None:
    """What is not known is a dash, what is zero is 0, and dates are ISO; a tone changes no word."""
    assert words(value) == shown
    assert words(Toned(value, Tone.BAD)) == shown


def test_marks_are_in_the_old_code_page() -> None:
    """A tone is read without colour, on a terminal of the GBK code page too."""
    shown = [marked("字", tone) for tone in Tone]
    assert shown == ["字", "√ 字", "! 字", "× 字", "字"]
    assert "".join(shown).encode("gbk")
