"""Numerals: Arabic, Chinese and mixed, shares, pairs, and what is none."""

from decimal import Decimal

import pytest

from xunbiao.wording import numeral_at

VALUES = {
    "0": "0",
    "3": "3",
    "12.5": "12.5",
    "1,200": "1200",
    "1，234，567": "1234567",
    "1,2345": "1",
    "1.35万": "13500",
    "3000万": "30000000",
    "1.2亿": "120000000",
    "1.2万亿": "1200000000000",
    "5千": "5000",
    "2百万": "2000000",
    "〇": "0",
    "零": "0",
    "两": "2",
    "十": "10",
    "十二": "12",
    "二十": "20",
    "九十九": "99",
    "一百零二": "102",
    "一百四十一": "141",
    "一百五": "150",
    "一百十五": "115",
    "一千零二十": "1020",
    "十万": "100000",
    "二十万三千": "203000",
    "三千二": "3200",
    "两万五": "25000",
    "一万零五": "10005",
    "三亿五千万": "350000000",
    "三万五千": "35000",
    "两千三百四十五万": "23450000",
    "一亿零三百": "100000300",
    "一万亿": "1000000000000",
    "二〇二〇": "2020",
    "零点五": "0.5",
    "三点一四": "3.14",
    "一点二亿": "120000000",
}
SHARES = {
    "三分之一": "33.33",
    "三分之二": "66.67",
    "百分之九十": "90",
    "百分之九十点五": "90.5",
    "百分之98.5": "98.5",
    "百分之百": "100",
    "千分之五": "0.5",
    "万分之一": "0.01",
    "两成": "20",
    "3成": "30",
    "七成五": "75",
    "三成半": "35",
    "九成九": "99",
    "1/3": "33.33",
    "3/4": "75",
}
PAIRS = {
    "三五": ("3", "5"),
    "两三": ("2", "3"),
    "三四成": ("30", "40"),
    "一两": ("1", "2"),
    "七八": ("7", "8"),
    "十七八": ("17", "18"),
    "五六十": ("50", "60"),
    "二三百": ("200", "300"),
    "三四万": ("30000", "40000"),
    "百分之二三十": ("20", "30"),
}


@pytest.mark.parametrize(("text", "value"), VALUES.items())
def test_value(text: str, value: str) -> None:
    """A numeral has one value, whatever digits it is written in."""
    numeral = numeral_at(text, 0)
    assert numeral is not None
    assert (numeral.low, numeral.high, numeral.share) == (Decimal(value), Decimal(value), False)


@pytest.mark.parametrize(("text", "per_cent"), SHARES.items())
def test_share(text: str, per_cent: str) -> None:
    """A share of a whole comes out in per cent, to two places."""
    numeral = numeral_at(text, 0)
    assert numeral is not None
    assert (numeral.low, numeral.end, numeral.share) == (Decimal(per_cent), len(text), True)


@pytest.mark.parametrize(("text", "ends"), PAIRS.items())
def test_pair(text: str, ends: tuple[str, str]) -> None:
    """Two neighbouring digits are a range, and never run together (三五 is no 35)."""
    numeral = numeral_at(text, 0)
    assert numeral is not None
    assert (numeral.low, numeral.high) == (Decimal(ends[0]), Decimal(ends[1]))


@pytest.mark.parametrize(
    "text", ["四六", "十百", "一一", "万百", "个", "", "点五", "1" * 19, "一" * 19, "三分之", "零分之一"]
)
def test_none(text: str) -> None:
    """What makes no number is none, and neither is a run of digits too long to be a figure."""
    assert numeral_at(text, 0) is None


@pytest.mark.parametrize(
    ("text", "end", "more", "roughly", "bare"),
    [
        ("10多万", 4, True, False, False),
        ("十余万", 3, True, False, False),
        ("三百来万", 4, False, True, False),
        ("20来万", 4, False, True, False),
        ("亿", 1, False, False, True),
        ("千万", 2, False, False, True),
        ("三百", 2, False, False, False),
    ],
)
def test_loose_and_bare(text: str, end: int, more: bool, roughly: bool, bare: bool) -> None:
    """余 and 多 mean more, 来 means about, and a magnitude alone is bare."""
    numeral = numeral_at(text, 0)
    assert numeral is not None
    assert (numeral.end, numeral.more, numeral.roughly, numeral.bare) == (end, more, roughly, bare)


@pytest.mark.parametrize(
    ("text", "value", "end"),
    [
        ("160千瓦", "160", 3),
        ("五千瓦", "5", 1),
        ("五千瓦变压器", "5", 1),
        ("3百分点", "3", 1),
        ("6/30", "6", 1),
        ("5/3", "5", 1),
        ("3成立", "3", 1),
        ("八点三十分", "8", 1),
        ("2020年", "2020", 4),
    ],
)
def test_stops_before_another_word(text: str, value: str, end: int) -> None:
    """A numeral leaves alone what belongs to the next word: 千 of 千瓦, 百 of 百分点, 成 of 成立."""
    numeral = numeral_at(text, 0)
    assert numeral is not None
    assert (numeral.low, numeral.end) == (Decimal(value), end)


def test_begins_where_asked() -> None:
    """A numeral is read from the place asked, and its span counts from the text's beginning."""
    numeral = numeral_at("压缩至十二天", 3)
    assert numeral is not None
    assert (numeral.low, numeral.start, numeral.end, numeral.chinese) == (12, 3, 5, True)
