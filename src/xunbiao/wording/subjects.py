"""Amount, the words near it → what is measured: its 维度, and its unit where the text leaves it to the subject."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from xunbiao.wording.amounts import Amount
from xunbiao.wording.dictionary import dictionary
from xunbiao.wording.scan import Cue
from xunbiao.wording.words.measured import SUBJECTS


class Subject(NamedTuple):
    """What is measured: the word in the text and its 维度."""

    word: str
    kind: str

    @classmethod
    def of(cls, cue: Cue, text: str) -> "Subject":
        return cls(text[cue.start : cue.end], cue.word.kind or "其他")


# The unit that a bare number has by its subject: 成本降为零.
_UNIT_OF_KIND = {"成本": "元", "跑动": "次", "材料": "份", "环节": "环节", "位次": "位次"}
# Things are counted for these subjects; a count beside any other (网办率…21项) is of something else.
_COUNTED_KINDS = ("材料", "环节")
_COUNTS = frozenset("个项件张页道种类套步")
_VISITS = frozenset("次趟回")
_PLACES = frozenset("位名")
_SHARES = frozenset(("%", "百分点", "基点", "‰", "倍", "分"))
_AT_ONCE = re.compile("跑|来|上门|到场|往返|进门")
_SUBJECTS = dictionary(SUBJECTS)
# After 个 where its noun stood before: 环节由6个减少到2个.
_NO_NOUN = re.compile(r"$|[^\u4e00-\u9fff]|以[内上下]|左右|之[内多]|[减压缩精降合并变调到至为增优整后就和及或的了]")


def nearest_subject(subjects: Sequence[Cue], amount: Amount) -> Cue | None:
    """The last subject heard that an amount can be of: a count is of materials or steps, if any were named."""
    if amount.unit is not None and amount.unit.name in _COUNTS:
        counted = [cue for cue in subjects if cue.word.kind in _COUNTED_KINDS]
        if counted:
            return counted[-1]
    return subjects[-1] if subjects else None


def following_subject(text: str, amount: Amount) -> Subject | None:
    """The subject right after an amount: 3份材料, 30%的审批环节."""
    window = text[amount.end : amount.end + 8]
    for start, end, kind in _SUBJECTS.scan(window):
        if any(mark in "，。；、" for mark in window[:start]):
            return None
        return Subject(window[start:end], kind)
    return None


def carries_over(text: str, amount: Amount) -> bool:
    """Whether the subject of an earlier clause may still be that of an amount: of a share, or of 个 without a noun."""
    unit = amount.unit
    if unit is None or unit.name not in _COUNTS:
        return True
    return unit.name == "个" and lacks_noun(text, amount)


def lacks_noun(text: str, amount: Amount) -> bool:
    """Whether no noun follows the measure word, so that it stood before: 环节由6个减少到2个."""
    return bool(_NO_NOUN.match(text, amount.measure.end))


def kind_of(text: str, amount: Amount, subject: Subject | None) -> str | None:
    """The 维度 of an amount, by its unit first and its subject then; None where nothing tells."""
    unit, kind = amount.unit, subject.kind if subject is not None else None
    if amount.rank and (unit is None or unit.name in _PLACES):
        return "位次"
    if unit is None or unit.name in _SHARES:
        return kind
    if unit.kind is not None:
        return unit.kind
    if unit.name in _VISITS:
        near = text[max(0, amount.number_at - 4) : amount.end + 4]
        return "跑动" if kind == "跑动" or _AT_ONCE.search(near) else "其他"
    if unit.name in _PLACES:
        return "位次" if kind == "位次" else "其他"
    return kind if unit.name in _COUNTS and kind in _COUNTED_KINDS else "其他"


def unit_of(text: str, amount: Amount, subject: Subject | None, kind: str | None) -> str | None:
    """The name of an amount's unit; what the text leaves out comes from the subject."""
    unit = amount.unit
    if kind == "位次" and (unit is None or unit.name in _PLACES):
        return "位次"
    if unit is None:
        return _UNIT_OF_KIND.get(kind or "")
    steps = kind == "环节" and subject is not None and subject.word == "环节"
    return "环节" if steps and unit.name == "个" and lacks_noun(text, amount) else unit.name
