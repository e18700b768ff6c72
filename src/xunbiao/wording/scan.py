"""Normalised text → Items: the words and amounts of a text in order, with what counts nothing left out.

Left out are dates, titles in 《》, numbers of a list (1. 2.), and fixed phrases (一网通办).
"""

import re
from collections.abc import Iterator
from itertools import chain
from typing import NamedTuple

from xunbiao.wording.amounts import Amount, amount_at, word_amount
from xunbiao.wording.dates import is_term, places
from xunbiao.wording.dictionary import dictionary
from xunbiao.wording.lexicon import WORDS, Word
from xunbiao.wording.measures import PERCENT, RANK
from xunbiao.wording.numerals import FIRST_CHARACTERS, run_end
from xunbiao.wording.units import UNITS, Unit


class Item(NamedTuple):
    """A word, an amount, or both where a word is a figure (零跑腿); `quoted` when it stands in quotation marks."""

    start: int
    end: int
    word: Word | None
    amount: Amount | None
    quoted: bool


_NUMERAL = frozenset(FIRST_CHARACTERS + "半")
_DICTIONARY = dictionary(WORDS, also="".join(_NUMERAL) + "所取免停不")
_FIGURES = frozenset(("zero", "whole", "share", "rank"))
_ANY_FIGURE = re.compile("[0-9零〇一二两三四五六七八九十百千万亿半首榜]|免|即|当场|现场|当[日天]|立等|秒|取消|所有|全部|停征|不用|无需|无须|不再|不跑|不收|分文|覆盖|过半|翻番|翻倍|减半|折半|对半|随到|停[收征]")
_TITLE = re.compile("《[^《》\n]{1,80}》")
# 取消工本费, 免除保证金: a charge done away with, unless what was charged follows.
_WAIVED = re.compile("(?:取消|免除|停征|停收|免去|免掉|不收)[^，。；、0-9]{0,8}?(?:费用|费|押金|保证金)(?![项目事率用标类]|等?[0-9])")
_ALL_OF = re.compile("所有[^，。；所]{1,12}?(?:均|都|一律|全部|全)")
# 1+3+N, 1个平台+N个应用: the name of a scheme.
_FORMULA = re.compile(r"[0-9一二三四五六七八九十][^，。；“”+]{0,8}\+(?:[NXnx]|[0-9一二三四五六七八九十]+(?=[”+]))[^，。；“”+]{0,8}")
_LIST_MARK = re.compile(r"(?:^|(?<=[。；\n：]))([0-9]{1,2})[.、](?!$)")


_FREE = Word("zero", "成本", "元")
_EVERY = Word("whole", "覆盖率", "%", value=100)


def items(text: str) -> Iterator[Item]:
    """The words and amounts of a normalised text. Linear; never raises."""
    if not _ANY_FIGURE.search(text):
        return
    masks = _masks(text)
    at, quoted = 0, False
    mask = next(masks, None)
    while head := _DICTIONARY.beginning.search(text, at):
        at = head.start()
        while mask and mask[1] <= at:
            mask = next(masks, None)
        if mask and mask[0] <= at:
            at = mask[1]
            continue
        item, at = _item(text, at, quoted)
        if item is None:
            continue
        if item.word and item.word.role in ("open", "close", "quote"):
            quoted = item.word.role == "open" or (item.word.role == "quote" and not quoted)
        else:
            yield item


def _item(text: str, at: int, quoted: bool) -> tuple[Item | None, int]:
    """The item at a place, if there is one, and where to go on."""
    said = _phrase(text, at, quoted)
    if said is not None:
        return said, said.end
    found = _DICTIONARY.at(text, at)
    if found is not None:
        end, word = found
        if word.role == "fixed":
            return None, end
        if word.role not in _FIGURES:
            return Item(at, end, word, None, quoted), end
        amount = word_amount(text, at, end, word.value, _unit_of(word), word.comparator)
        return Item(at, amount.end, word, amount, quoted), amount.end
    if text[at] not in _NUMERAL:
        return None, at + 1
    read = amount_at(text, at)
    if read is None:
        return None, run_end(text, at)
    return Item(read.start, read.end, None, read, quoted), max(read.end, at + 1)


def _phrase(text: str, at: int, quoted: bool) -> Item | None:
    """A figure said in so many words (取消工本费, 所有事项均…), or None."""
    pattern, word = (_ALL_OF, _EVERY) if text[at] == "所" else (_WAIVED, _FREE) if text[at] in "取免停不" else (None, None)
    match = pattern.match(text, at) if pattern is not None else None
    if match is None or word is None:
        return None
    amount = word_amount(text, at, match.end(), word.value, _unit_of(word), "=")
    return Item(at, amount.end, word, amount, quoted)


def _unit_of(word: Word) -> Unit | None:
    if word.role == "rank":
        return RANK
    return UNITS.get(word.unit or "", Unit(word.unit or "", word.kind)) if word.unit else PERCENT


def _masks(text: str) -> Iterator[tuple[int, int]]:
    """Spans in which no number counts, in order of their beginning."""
    dates = ((place.start, place.end) for place in places(text) if place.last.period != "span" or is_term(text, place))
    titles = (match.span() for match in _TITLE.finditer(text)) if "《" in text else ()
    formulas = (match.span() for match in _FORMULA.finditer(text)) if "+" in text else ()
    return iter(sorted(chain(dates, titles, formulas, _list_marks(text))))


def _list_marks(text: str) -> Iterator[tuple[int, int]]:
    """The numbers of a list written out in a text: 1. and 2. and so on, but not 1.35万."""
    marks = list(_LIST_MARK.finditer(text))
    run = [mark for number, mark in enumerate(marks, 1) if int(mark[1]) == number]
    if len(run) > 1:
        yield from (mark.span() for mark in run)
