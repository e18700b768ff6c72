"""Normalised text, place of a number → Amount: a measure with the words beside it that bound or place it.

不超过3个工作日    30%以上    约200项    前6名    第3位    上亿元    压缩至5个以内    控制在10分钟
"""

import re
from collections.abc import Mapping
from decimal import Decimal
from typing import NamedTuple

from xunbiao.wording.dictionary import dictionary
from xunbiao.wording.measures import Measure, measure_at
from xunbiao.wording.reading import Bound
from xunbiao.wording.units import Unit
from xunbiao.wording.words.bounds import (
    BOUNDS_AFTER,
    BOUNDS_BEFORE,
    HELD,
    LEVELS_BEFORE,
    NOT_A_BOUND,
    NOT_A_BOUND_AFTER,
    ONLY_BEFORE,
    PASSED_OVER,
)

# From what says most to what says least.
_STRICT: tuple[Bound, ...] = ("<=", ">=", "<", ">")


class Amount(NamedTuple):
    """A measure in its place: `start` to `end` take in the bounds, `number_at` is where the number itself begins.

    `before` and `after` are the bounds on either side, None for none; `reached` tells that 至, 达 or the like leads
    to it, `held` 控制在, `only` 仅 or 只需; `rank` is 前 or 第.
    """

    measure: Measure
    start: int
    end: int
    before: Bound | None = None
    after: Bound | None = None
    reached: bool = False
    held: bool = False
    only: bool = False
    rank: str = ""

    @property
    def number_at(self) -> int:
        return self.measure.start

    @property
    def unit(self) -> Unit | None:
        return self.measure.unit

    @property
    def bound(self) -> Bound:
        """The one bound: what excludes or includes says more than 余 and 多, and these more than 约."""
        if self.measure.bound == "range":
            return "range"
        said = [self.before, self.after]
        for strict in _STRICT:
            if strict in said:
                return strict
        if self.measure.bound != "=":
            return self.measure.bound
        if "~" in said:
            return "~"
        return "<=" if self.held else "="


_AFTER = dictionary(BOUNDS_AFTER)
_WITH_LIMIT = re.compile(r"\(含[^()]{0,8}\)(以[上下内])")
_THINGS_BETWEEN = re.compile("(?:材料|时间|环节|企业|品牌|项目|事项|案例|人员|资料|市场主体)(?=以[内上下]|左右|\\(含)")
_THINGS_BEGIN = frozenset("材时环企品项事案人资市")
_PLACED = frozenset(("前", "第", "上"))
# Characters before 前 that make another word of both: 目前3个, 提前3天, 6月底前3项.
_NOT_A_RANK = frozenset("目此以日底末之提先当年月节眼会支跟午")
# 为238家企业办理 is done for them, and reaches nothing.
_SERVED = frozenset(("家", "户", "人", "名", "位"))
_STEPS_BACK = 5


def _by_last_character(words: frozenset[str]) -> Mapping[str, tuple[str, ...]]:
    """Words by their last character, the longest first, for looking back from a number."""
    ends: dict[str, list[str]] = {}
    for word in sorted(words, key=len, reverse=True):
        ends.setdefault(word[-1], []).append(word)
    return {last: tuple(found) for last, found in ends.items()}


_BEFORE = _by_last_character(frozenset(BOUNDS_BEFORE) | HELD | LEVELS_BEFORE | ONLY_BEFORE | PASSED_OVER | _PLACED)


def amount_at(text: str, at: int) -> Amount | None:
    """What the number at `at` says, or None where none begins. Takes time linear in what it reads; never raises."""
    measure = measure_at(text, at)
    return None if measure is None else bounded(text, measure)


def word_amount(text: str, start: int, end: int, value: int, unit: Unit | None, bound: Bound) -> Amount:
    """A word that is a figure by itself (一半, 零跑腿, 全覆盖) as an amount, with the bounds around it."""
    figure = Decimal(value)
    return bounded(text, Measure(figure, figure, unit, bound, start, end, chinese=True))


def bounded(text: str, measure: Measure) -> Amount:
    """The measure with the bounds on either side."""
    end, after = _bound_after(text, measure.end)
    at = start = measure.start
    before: Bound | None = None
    reached = held = only = False
    rank = ""
    for _ in range(_STEPS_BACK):
        word = _word_before(text, at)
        if word is None:
            break
        at -= len(word)
        previous = text[at - 1 : at] if at else ""
        if word in BOUNDS_BEFORE:
            if not previous or previous not in NOT_A_BOUND.get(word, ""):
                before, start = before or BOUNDS_BEFORE[word], at
        elif word in HELD:
            held, reached, start = True, True, at
        elif word in _PLACED:
            if at + 1 == measure.start and _is_placed(word, previous, measure):
                before, rank, start = (">=", "", at) if word == "上" else (before, word, at)
            break
        elif word in ONLY_BEFORE:
            only, reached = True, reached or word in LEVELS_BEFORE
        elif word in LEVELS_BEFORE:
            reached = reached or not _is_preposition(word, previous, measure)
    return Amount(measure, start, end, before, after, reached, held, only, rank)


def _word_before(text: str, at: int) -> str | None:
    for word in _BEFORE.get(text[at - 1 : at], ()):
        if at >= len(word) and text.startswith(word, at - len(word)):
            return word
    return None


def _is_placed(word: str, previous: str, measure: Measure) -> bool:
    """Whether 前 or 第 gives a rank (and not 目前3个), or 上 an order of magnitude (上亿元)."""
    if word == "上":
        return measure.bare
    return word == "第" or previous not in _NOT_A_RANK


def _is_preposition(word: str, previous: str, measure: Measure) -> bool:
    """Whether 为 only says for whom something is done: 为238家企业办理."""
    served = measure.unit is not None and measure.unit.name in _SERVED
    return word == "为" and (not previous or previous in "，。；、：\n" or served)


def _bound_after(text: str, at: int) -> tuple[int, Bound | None]:
    """Where the words after a measure end that bound it, and the bound."""
    begun = at + text.startswith("”", at)
    first = text[begun : begun + 1]
    if first in _THINGS_BEGIN:
        between = _THINGS_BETWEEN.match(text, begun)
        begun = between.end() if between else begun
    if text.startswith("(", begun):
        limit = _WITH_LIMIT.match(text, begun)
        return (limit.end(), BOUNDS_AFTER[limit[1]]) if limit else (at, None)
    found = _AFTER.at(text, begun)
    if found is None:
        return at, None
    end, bound = found
    word, following = text[begun:end], text[end : end + 1]
    if following and (
        following in NOT_A_BOUND_AFTER.get(word, "") or (word == "+" and following.isascii() and following.isalnum())
    ):
        return at, None
    return end, bound
