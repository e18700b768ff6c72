"""Normalised text, place of a number → Amount: a measure with the words beside it that bound or place it.

    不超过3个工作日    30%以上    约200项    前6名    第3位    上亿元    压缩至5个以内    控制在10分钟
"""

import re
from collections.abc import Mapping
from decimal import Decimal
from typing import NamedTuple

from xunbiao.wording.dictionary import dictionary
from xunbiao.wording.lexicon import BOUNDS_AFTER, BOUNDS_BEFORE, HELD, LEVELS_BEFORE, NOT_A_BOUND, NOT_A_BOUND_AFTER, PASSED_OVER
from xunbiao.wording.measures import Measure, measure_at
from xunbiao.wording.units import Unit


class Amount(NamedTuple):
    """A measure in its place: `start` to `end` take in the bounds, `number_at` is where the number itself begins.

    `before` and `after` are the bounds on either side, None for none; `reached` tells that 至, 达 or the like leads to it, `held`
    控制在, `only` 仅 or 只需; `rank` is 前 or 第.
    """

    measure: Measure
    start: int
    end: int
    before: str | None = None
    after: str | None = None
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
    def bound(self) -> str:
        """The one bound: what excludes or includes says more than 余 and 多, and these more than 约."""
        if self.measure.bound == "range":
            return "range"
        said = [self.before, self.after]
        for strict in ("<=", ">=", "<", ">"):
            if strict in said:
                return strict
        if self.measure.bound != "=":
            return self.measure.bound
        if "~" in said:
            return "~"
        return "<=" if self.held else "="


_AFTER = dictionary(BOUNDS_AFTER)
_WITH_LIMIT = re.compile(r"\(含[^()]{0,8}\)(以[上下内])")
_THINGS_BETWEEN = re.compile("(?:材料|时间|环节|企业|品牌|项目|事项|案例|人员|资料|市场主体|左右的?)(?=以[内上下]|左右)")
_ONLY = frozenset("仅有 仅需 只需 只要 只用 仅用 仅 只 仅为 只有".split())
_PLACED = frozenset(("前", "第", "上"))
# Characters before 前 that make another word of both: 目前3个, 提前3天, 6月底前3项.
_NOT_A_RANK = "目此以日底末之提先当年月节眼会支跟午"
# 为238家企业办理 is done for them, and reaches nothing.
_SERVED = frozenset(("家", "户", "人", "名", "位"))
_STEPS_BACK = 5


def _by_last_character(words: frozenset[str]) -> Mapping[str, tuple[str, ...]]:
    """Words by their last character, the longest first, for looking back from a number."""
    ends: dict[str, list[str]] = {}
    for word in sorted(words, key=len, reverse=True):
        ends.setdefault(word[-1], []).append(word)
    return {last: tuple(found) for last, found in ends.items()}


_BEFORE = _by_last_character(frozenset(BOUNDS_BEFORE) | HELD | LEVELS_BEFORE | PASSED_OVER | _PLACED)


def amount_at(text: str, at: int) -> Amount | None:
    """What the number at `at` says, or None where none begins. Takes time linear in what it reads; never raises."""
    measure = measure_at(text, at)
    return None if measure is None else bounded(text, measure)


def word_amount(text: str, start: int, end: int, value: int, unit: Unit | None, bound: str) -> Amount:
    """A word that is a figure by itself (一半, 零跑腿, 全覆盖) as an amount, with the bounds around it."""
    figure = Decimal(value)
    return bounded(text, Measure(figure, figure, unit, bound, start, end, chinese=True))


def bounded(text: str, measure: Measure) -> Amount:
    return _looking_back(text, _looking_ahead(text, Amount(measure, measure.start, measure.end)))


def _looking_ahead(text: str, amount: Amount) -> Amount:
    at = amount.end
    if text.startswith("”", at):
        at += 1
    limit = _WITH_LIMIT.match(text, at)
    if limit:
        return amount._replace(after=BOUNDS_AFTER[limit[1]], end=limit.end())
    between = _THINGS_BETWEEN.match(text, at)
    found = _AFTER.at(text, between.end() if between else at)
    if found is None:
        return amount
    end, bound = found
    word = text[(between.end() if between else at) : end]
    following = text[end : end + 1]
    if following and following in NOT_A_BOUND_AFTER.get(word, ""):
        return amount
    if word == "+" and (following.isascii() and following.isalnum()):
        return amount
    return amount._replace(after=bound, end=end)


def _looking_back(text: str, amount: Amount) -> Amount:
    at = amount.start
    for _ in range(_STEPS_BACK):
        word = _word_before(text, at)
        if word is None:
            return amount
        begun = at - len(word)
        amount = _with(text, amount, word, begun)
        if amount.rank or word == "上":
            return amount
        at = begun
    return amount


def _word_before(text: str, at: int) -> str | None:
    for word in _BEFORE.get(text[at - 1 : at], ()):
        if text.startswith(word, at - len(word)) and at >= len(word):
            return word
    return None


def _with(text: str, amount: Amount, word: str, at: int) -> Amount:
    """The amount with what a word before it adds."""
    before = text[at - 1 : at] if at else ""
    if word == "上":
        return amount._replace(before=">=", start=at) if amount.measure.bare and amount.start == at + 1 else amount
    if word in _PLACED:
        if amount.number_at != at + 1 or (word == "前" and before and before in _NOT_A_RANK):
            return amount
        return amount._replace(rank=word, start=at)
    if word in BOUNDS_BEFORE:
        if before and before in NOT_A_BOUND.get(word, ""):
            return amount
        return amount._replace(before=amount.before or BOUNDS_BEFORE[word], start=at)
    if word in HELD:
        return amount._replace(held=True, reached=True, start=at)
    if word in _ONLY:
        return amount._replace(only=True, reached=amount.reached or word in LEVELS_BEFORE)
    if word == "为" and amount.unit is not None and amount.unit.name in _SERVED:
        return amount
    return amount._replace(reached=True) if word in LEVELS_BEFORE else amount
