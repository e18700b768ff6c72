"""No text, however odd, makes a reader raise, point outside the text, or run long."""

import time
from collections.abc import Callable
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from xunbiao.wording import concreteness, deadlines, is_person, is_vague, read
from xunbiao.wording.dictionary import words

from ..effort import tries

TODAY = date(2019, 11, 20)
PIECES = (
    *words("""
    由 从 至 到 为 压缩 压缩至 减少 提高到 不超过 以内 以上 左右 约 近 余 多 个 工作日 天 项 份 % 百分点 万 亿 元
    三分之 成 半 一 两 三 五 十 百 零 3 10 0.5 1,200 ， 、 。 ； （ ） “ ” 《 》 年 月 日 底 前 末 季度 2020年 6月 30日
    2月30日 上半年 国庆节 每 较 分别 环节 材料 时限 满意度 率 前6名 第3位 零跑腿 即来即办 免费 全覆盖 全部 所有 取消
    费 张某 赵明远 注册科 负责 责任人： 0375- 2662201 转 8016 平市监〔2020〕12号 1. 2. + N 至少 最多跑一次 翻一番
    全省首张 - — ~ / ３ ％ ： 一件事 24小时自助 圈 的
    """),
    "\n",
    "\u3000",
    " ",
)
sentences = st.lists(st.sampled_from(PIECES), max_size=30).map("".join)


def spans(text: str) -> list[tuple[int, int]]:
    reading = read(text, today=TODAY, area_code="0375")
    found = [*reading.quantities, *reading.vague, *reading.persons, *reading.phones, *reading.document_numbers]
    return [(each.start, each.end) for each in found] + [(day.start, day.end) for day in deadlines(text, today=TODAY)]


@given(st.one_of(st.text(max_size=80), sentences))
@settings(max_examples=tries(800), deadline=None)
def test_any_text(text: str) -> None:
    """Every reader takes every text, and each place lies inside it."""
    assert all(0 <= start < end <= len(text) for start, end in spans(text))
    assert bool(is_vague(text)) == (not concreteness(text))
    assert is_person(text) in (True, False)


@given(sentences)
@settings(max_examples=tries(400), deadline=None)
def test_figures_make_sense(text: str) -> None:
    """A figure has ends in order, a value that is both of them or none, and a before only where it reaches."""
    for quantity in read(text, today=TODAY).quantities:
        assert quantity.low <= quantity.high
        assert quantity.value in (None, quantity.low)
        assert (quantity.value is None) == (quantity.comparator == "range")
        assert quantity.before is None or quantity.change == "to"
        assert (quantity.before_unit is None) or quantity.before is not None


@given(sentences, st.dates(), st.one_of(st.none(), st.tuples(st.dates(), st.dates())))
@settings(max_examples=tries(400), deadline=None)
def test_any_day(text: str, today: date, window: tuple[date, date] | None) -> None:
    """A deadline can be read on any day of the calendar, for any campaign, and has a day in two states alone."""
    for deadline in deadlines(text, today=today, window=window):
        assert (deadline.date is not None) == (deadline.state in ("date", "inferred"))
        assert deadline.why_zh
        assert deadline.why_en


LONG = 20_000
HOSTILE: dict[str, str] = {
    "digits": "1",
    "numerals": "一",
    "magnitudes": "万",
    "thousands": "1,111,",
    "fractions": "三分之",
    "slashes": "1/3/",
    "beginnings": "由3个",
    "lists": "3个、",
    "ranges": "3至",
    "dashes": "3-",
    "days": "2020年1月1日至",
    "months": "1月",
    "templates": "年月日",
    "titles": "《",
    "quotes": "“3个",
    "subjects": "率",
    "verbs": "压缩至",
    "each": "分别3个，",
    "names": "张、",
    "sections": "科张",
    "brackets": "（张某",
    "masks": "*",
    "numbers": "0375-",
    "phones": "2662201 ",
    "documents": "平市监〔2020〕1号",
    "years": "〔2020〕",
    "tenths": "三成",
    "points": "三点",
    "all": "所有",
    "charges": "取消",
    "schemes": "1个+",
    "circles": "15分钟",
    "several": "3个多",
    "adverbs": "至少",
    "blanks": " ",
    "spaced": "1 ",
    "invisible": "\u200b",
    "wide": "３",
    "lines": "1.\n",
    "surrogates": "\ud800",
    "emoji": "😀",
    "middle dots": "哈·",
    "prose": "哈",
}


def cost(reader: Callable[[str], object], text: str) -> float:
    """Milliseconds of processor time a hundred characters, the better of two runs."""
    spent = []
    for _ in range(2):
        begun = time.process_time()
        reader(text)
        spent.append(time.process_time() - begun)
    return min(spent) * 1000 / (len(text) / 100)


@pytest.mark.parametrize("name", HOSTILE)
def test_time_is_linear(name: str) -> None:
    """Twenty thousand characters of one trick take no more time a character than four thousand, and little at all."""
    piece = HOSTILE[name]
    short, long = piece * (LONG // 5 // len(piece)), piece * (LONG // len(piece))

    def everything(text: str) -> object:
        return read(text, today=TODAY)

    costly = cost(everything, long)
    assert costly < 2
    assert costly < 3 * cost(everything, short) + 0.05


@pytest.mark.parametrize("reader", [is_vague, is_person, lambda text: deadlines(text, today=TODAY)])
def test_other_readers_are_quick(reader: Callable[[str], object]) -> None:
    """The readers that `read` does not call keep the same time."""
    text = "".join(piece * 40 for piece in HOSTILE.values())[:LONG]
    assert cost(reader, text) < 2
