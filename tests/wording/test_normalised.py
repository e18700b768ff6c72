"""One writing for many, and the way back to the places in the text as typed."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from xunbiao.wording import normalise

WRITINGS = {
    "３．５％": "3.5%",
    "（一）": "(一)",
    "压缩至 ３ 个": "压缩至3个",
    "3—5个": "3-5个",
    "3——5个": "3-5个",
    "3～5": "3~5",
    "二○二○年": "二〇二〇年",
    "10㎡": "10㎡",
    "①减环节": "①减环节",
    "一、 二": "一、二",
    "1，200": "1，200",
    "1,200": "1,200",
    "时限:3天;": "时限：3天；",
    "「零跑腿」": "“零跑腿”",
    "3\u200b个\ufeff": "3个",
    "0375 2662201": "0375 2662201",
    "Windows  10 系统": "Windows 10系统",
    "第一行\n第二行": "第一行\n第二行",
    "⼀个⽉": "一个月",
    "𝟑天": "3天",
    "３萬元": "3万元",
    "≦3": "≤3",
    "已是一样": "已是一样",
    "｟3｠": "｟3｠",
    "Ａｚ～！": "Az~！",
    "": "",
    "   ": "",
}


@pytest.mark.parametrize(("typed", "written"), WRITINGS.items())
def test_one_writing(typed: str, written: str) -> None:
    """Widths, dashes, blanks and look-alikes come into one writing; marks of lists and units stay."""
    assert normalise(typed).text == written


def test_places_lead_back() -> None:
    """A span of the text as read leads back to the text as typed, blanks inside it included."""
    typed = "压缩至 ３ 个工作日 以内"
    normal = normalise(typed)
    start = normal.text.index("3个")
    begun, ended = normal.origin(start, start + 5)
    assert typed[begun:ended] == "３ 个工作日"


def test_spaced_tells_where_a_blank_stood() -> None:
    """A blank that was left out is still known, since a name ends at it."""
    normal = normalise("注册科 赵明远")
    assert normal.text == "注册科赵明远"
    assert [at for at in range(len(normal.text)) if normal.spaced(at)] == [3]


@given(st.text(max_size=60))
def test_every_character_has_its_place(typed: str) -> None:
    """Every character read stands for one character typed, in the same order, and nothing is made up."""
    normal = normalise(typed)
    places = [normal.origin(at, at + 1) for at in range(len(normal.text))]
    assert all(end == start + 1 for start, end in places)
    assert places == sorted(set(places))
    assert all(0 <= start < len(typed) for start, _ in places)
    assert all(
        typed[start] == normal.text[at]
        for at, (start, _) in enumerate(places)
        if typed[start].isascii() and typed[start].isalnum()
    )


@given(st.text(max_size=60))
def test_twice_is_once(typed: str) -> None:
    """Normalising what is normal changes nothing but the dashes that blanks had kept apart."""
    once = normalise(typed).text
    assert normalise(once).text.replace("-", "") == once.replace("-", "")
