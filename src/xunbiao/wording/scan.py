"""Normalised text → Cues and Figures: the words and amounts of a text in order, with what counts nothing left out.

Left out are dates, titles in 《》, the numbers of a list (1. 2.), schemes (1+3+N) and fixed phrases (一件事一次办).
"""

import re
from collections.abc import Iterator, Mapping
from itertools import chain
from typing import NamedTuple

from xunbiao.wording.amounts import Amount, amount_at, word_amount
from xunbiao.wording.dates import is_term, places
from xunbiao.wording.dictionary import dictionary
from xunbiao.wording.lexicon import WORDS, Word
from xunbiao.wording.measures import PERCENT, RANK
from xunbiao.wording.numerals import FIRST_CHARACTERS, run_end
from xunbiao.wording.units import UNITS, Unit


class Cue(NamedTuple):
    """A word that tells how the figures around it are meant: a verb, what is measured, 由, a comma."""

    start: int
    end: int
    word: Word


class Figure(NamedTuple):
    """An amount; `word` is the word that is a figure by itself (零跑腿), `quoted` that it stands in quotation marks."""

    start: int
    end: int
    amount: Amount
    word: Word | None
    quoted: bool

    @property
    def unit(self) -> Unit | None:
        return self.amount.measure.unit

    def given(self, unit: Unit) -> "Figure":
        """The same figure with a unit that the text says elsewhere."""
        measure = self.amount.measure._replace(unit=unit)
        return self._replace(amount=self.amount._replace(measure=measure))


_NUMERAL = frozenset(FIRST_CHARACTERS + "半")
_FIGURES = frozenset(("zero", "whole", "share", "rank"))
_MARKS = frozenset(("open", "close", "quote"))
_FREE = Word("zero", "成本", "元")
_EVERY = Word("whole", "覆盖率", "%", value=100)
# 取消工本费, 免除保证金: a charge done away with, unless what was charged follows.
_WAIVED = re.compile(
    "(?:取消|免除|停征|停收|免去|免掉|不收)[^，。；、0-9]{0,20}?(?:费用|费|押金|保证金)(?![项目事率用标类]|等?[0-9])"
)
_ALL_OF = re.compile("所有[^，。；所]{1,12}?(?:均|都|一律|全部|全)")
# Figures said in so many words, by the character they begin with.
_PHRASES: Mapping[str, tuple[re.Pattern[str], Word]] = {"所": (_ALL_OF, _EVERY)} | dict.fromkeys(
    "取免停不", (_WAIVED, _FREE)
)
_DICTIONARY = dictionary(WORDS, also=(*_NUMERAL, *_PHRASES))
_ANY_FIGURE = re.compile(
    "[0-9零〇一二两三四五六七八九十百千万亿半首榜免即秒]|当场|现场|当[日天]|立等|取消|所有|全部|停[征收]|不用|无需|无须"
    "|不再|不跑|不收|分文|覆盖|翻番|翻倍|折半|随到"
)
_TITLE = re.compile("《[^《》\n]{1,80}》")
# 1+3+N, 1个平台+N个应用: the name of a scheme.
_SCHEME = re.compile(
    r"[0-9一二三四五六七八九十][^，。；“”+]{0,8}\+(?:[NXnx]|[0-9一二三四五六七八九十]+(?=[”+]))[^，。；“”+]{0,8}"
)
_LIST_MARK = re.compile(r"(?:^|(?<=[。；\n：]))([0-9]{1,2})[.、](?!$)")
_NO_MASK = (1 << 62, 1 << 62)


def scan(text: str) -> Iterator[Cue | Figure]:
    """The cues and figures of a normalised text, from left to right. Linear; never raises."""
    if not _ANY_FIGURE.search(text):
        return
    masks = _masks(text)
    mask = next(masks, _NO_MASK)
    at, quoted = 0, False
    for head in _DICTIONARY.beginning.finditer(text):
        start = head.start()
        if start < at:
            continue
        while mask[1] <= start:
            mask = next(masks, _NO_MASK)
        if mask[0] <= start:
            at = mask[1]
            continue
        item, at = _item(text, start, quoted)
        if item is None:
            continue
        if isinstance(item, Cue) and item.word.role in _MARKS:
            quoted = item.word.role == "open" or (item.word.role == "quote" and not quoted)
        else:
            yield item


def _item(text: str, at: int, quoted: bool) -> tuple[Cue | Figure | None, int]:
    """The cue or figure at a place, if there is one, and where to go on."""
    first = text[at]
    if first in _PHRASES:
        pattern, phrase = _PHRASES[first]
        match = pattern.match(text, at)
        if match:
            return _word_figure(text, at, match.end(), phrase, quoted)
    found = _DICTIONARY.at(text, at)
    if found is not None:
        return _word(text, at, *found, quoted)
    if first not in _NUMERAL:
        return None, at + 1
    amount = amount_at(text, at)
    if amount is None:
        return None, run_end(text, at)
    return Figure(amount.start, amount.end, amount, None, quoted), amount.end


def _word(text: str, at: int, end: int, word: Word, quoted: bool) -> tuple[Cue | Figure | None, int]:
    if word.role == "fixed" or (end - at == 1 and word.role in ("by", "to") and not _before_number(text, end)):
        return None, end
    return _word_figure(text, at, end, word, quoted) if word.role in _FIGURES else (Cue(at, end, word), end)


def _before_number(text: str, at: int) -> bool:
    """Whether a verb of one character stands right before a number: 减30%, and not 提清问题."""
    at += text.startswith("了", at)
    return text[at : at + 1] in _NUMERAL


def _word_figure(text: str, at: int, end: int, word: Word, quoted: bool) -> tuple[Figure, int]:
    amount = word_amount(text, at, end, word.value, _unit_of(word), word.comparator)
    return Figure(at, amount.end, amount, word, quoted), amount.end


def _unit_of(word: Word) -> Unit:
    if word.role == "rank":
        return RANK
    return UNITS.get(word.unit, Unit(word.unit, word.kind)) if word.unit else PERCENT


def _masks(text: str) -> Iterator[tuple[int, int]]:
    """Spans in which no number counts, in order of their beginning."""
    dates = ((place.start, place.end) for place in places(text) if place.last.period != "span" or is_term(text, place))
    titles = (match.span() for match in _TITLE.finditer(text)) if "《" in text else ()
    schemes = (match.span() for match in _SCHEME.finditer(text)) if "+" in text else ()
    return iter(sorted(chain(dates, titles, schemes, _list_marks(text))))


def _list_marks(text: str) -> Iterator[tuple[int, int]]:
    """The numbers of a list written out in a text: 1. and 2. and so on, but not 1.35万."""
    marks = list(_LIST_MARK.finditer(text))
    run = [mark for number, mark in enumerate(marks, 1) if int(mark[1]) == number]
    if len(run) > 1:
        yield from (mark.span() for mark in run)
