"""Amount, the words near it → what is measured: its 维度, and its unit where the text leaves it to the subject."""

import re
from typing import NamedTuple

from xunbiao.wording.amounts import Amount
from xunbiao.wording.dictionary import dictionary
from xunbiao.wording.lexicon import SUBJECTS, WORDS, WORKING_MONEY
from xunbiao.wording.scan import Item

# The unit that a bare number has by its subject: 成本降为零.
_UNIT_OF_KIND = {"成本": "元", "跑动": "次", "材料": "份", "环节": "环节", "位次": "位次"}
# Things are counted for these subjects; a count beside any other (网办率…21项) is of something else.
_COUNTED_KINDS = ("材料", "环节")
_COUNTS = frozenset("个 项 件 张 页 道 种 类 套 步".split())
_VISITS = frozenset("次 趟 回".split())
_PLACES = frozenset("位 名".split())
_AT_ONCE = re.compile("跑|来|上门|到场|往返|进门")
_SUBJECTS = dictionary(SUBJECTS)
# After 个 where its noun stood before: 环节由6个减少到2个.
_NO_NOUN = re.compile(r"$|[^\u4e00-\u9fff]|以[内上下]|左右|之[内多]|[减压缩精降合并变调到至为增优整后就和及或的了，]")


class Subject(NamedTuple):
    """What is measured: the word in the text and its 维度."""

    word: str
    kind: str


def subject_of(item: Item, text: str) -> Subject:
    kind = item.word.kind if item.word is not None else None
    return Subject(text[item.start : item.end], kind or "其他")


def following_subject(text: str, amount: Amount) -> Subject | None:
    """The subject right after an amount: 3份材料, 30%的审批环节."""
    window = text[amount.end : amount.end + 8]
    for start, end, kind in _SUBJECTS.scan(window):
        if any(mark in "，。；、" for mark in window[:start]):
            return None
        return Subject(window[start:end], kind)
    return None


def kind_of(text: str, amount: Amount, subject: Subject | None) -> str | None:
    """The 维度 of an amount, by its unit first and its subject then; None where nothing tells."""
    unit = amount.unit
    if amount.rank and (unit is None or unit.name in _PLACES or unit.kind == "位次"):
        return "位次"
    if unit is not None and unit.kind is not None:
        return "其他" if unit.kind == "成本" and subject and subject.word in WORKING_MONEY else unit.kind
    if unit is None or unit.name in ("%", "百分点", "‰", "倍", "分"):
        return subject.kind if subject else None
    if unit.name in _VISITS:
        near = text[max(0, amount.number_at - 4) : amount.end + 4]
        return "跑动" if _AT_ONCE.search(near) or (subject and subject.kind == "跑动") else "其他"
    if unit.name in _PLACES and subject and subject.kind == "位次":
        return "位次"
    return subject.kind if unit.name in _COUNTS and subject and subject.kind in _COUNTED_KINDS else "其他"


def unit_of(text: str, amount: Amount, subject: Subject | None, kind: str | None) -> str | None:
    """The name of an amount's unit; what the text leaves out comes from the subject."""
    unit = amount.unit
    if kind == "位次" and (unit is None or unit.name in _PLACES):
        return "位次"
    if unit is None:
        return _UNIT_OF_KIND.get(kind or "")
    if unit.name == "个" and kind == "环节" and subject and subject.word == "环节" and _NO_NOUN.match(text, amount.measure.end):
        return "环节"
    return unit.name
