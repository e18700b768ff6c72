"""Word lists → WORDS: every word the grammar listens for, with its part in the sentence."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Literal

from xunbiao.wording.words import figures, verbs
from xunbiao.wording.words.bounds import ADVERBS, BOUNDS_BEFORE
from xunbiao.wording.words.measured import LOOKALIKES, SUBJECTS
from xunbiao.wording.words.phrases import FIXED_PHRASES

Role = Literal[
    "fixed", "from", "to", "by", "level", "take", "subject", "each", "bound",
    "zero", "whole", "share", "rank", "stop", "comma", "open", "close", "quote",
]  # fmt: skip


@dataclass(frozen=True, slots=True)
class Word:
    """A word with its part in the sentence.

    `kind` and `unit` belong to what is measured, `direction` to a change; `value`, `comparator` and `change` to a
    word that is a figure by itself (零跑腿, 全覆盖, 减半). A `fixed` word is passed over whole, so that nothing
    inside it is read.
    """

    role: Role
    kind: str | None = None
    unit: str | None = None
    direction: Literal["up", "down"] | None = None
    value: int = 0
    comparator: Literal["=", "<=", ">", ">=", "~"] = "="
    change: Literal["to", "by"] | None = None


_EVERY = Word("whole", "覆盖率", "%", value=100)


def _words() -> dict[str, Word]:
    """The order matters: a word that stands in two lists is what the later says."""
    entries = {word: Word("subject", kind=kind) for word, kind in SUBJECTS.items()}
    entries |= _all(verbs.LEVEL, Word("level"))
    entries |= {verb: Word("by", direction=way) for verb, way in verbs.changing()}
    entries |= _all(verbs.REACHING, Word("to")) | {verb: Word("to", direction=way) for verb, way in verbs.reaching()}
    entries |= {verb: Word("by", direction=way) for verb, way in verbs.changing_more()}
    entries |= {rate: Word("by", direction=way, change="by") for rate, way in verbs.rates()}
    entries |= _all((bound for bound in BOUNDS_BEFORE if len(bound) > 1), Word("fixed"))
    entries |= {word: Word("bound", comparator=bound) for word, bound in ADVERBS.items()}
    entries |= (
        _all(verbs.FROM, Word("from")) | _all("将把", Word("take")) | _all(("分别", "各自", "依次"), Word("each"))
    )
    entries |= _all((*LOOKALIKES, *FIXED_PHRASES), Word("fixed"))
    entries |= _nothing() | _everything() | _shares()
    entries |= _all("。；！？\n", Word("stop")) | _all("，,:：", Word("comma"))
    return entries | {"“": Word("open"), "”": Word("close"), '"': Word("quote")}


def _all(listed: Iterable[str], word: Word) -> dict[str, Word]:
    return dict.fromkeys(listed, word)


def _nothing() -> dict[str, Word]:
    """零跑腿, 0材料, 免费, 即来即办, 当日办结."""
    entries: dict[str, Word] = {}
    for (unit, kind), things in figures.NONE_OF.items():
        entries |= _all((mark + thing for thing in things for mark in "零0"), Word("zero", kind, unit))
    for (unit, kind), phrases in figures.NOTHING.items():
        entries |= _all(phrases, Word("zero", kind, unit))
    return entries | _all(figures.SAME_DAY, Word("zero", "时间", "天", value=1, comparator="<="))


def _everything() -> dict[str, Word]:
    return _all((*figures.WHOLE, *(before + "所有" for before in figures.BEFORE_ALL)), _EVERY)


def _shares() -> dict[str, Word]:
    """一半, 减半, 翻一番, 全省第一, 全省首张."""
    half, halved = Word("share", value=50), Word("share", value=50, direction="down", change="by")
    entries = _all(("一半", "半数", "对半"), half) | _all(("减半", "折半"), halved)
    entries |= _all(("过半", "超半数"), Word("share", value=50, comparator=">"))
    entries |= _all(figures.TWICE, Word("share", value=2, unit="倍", direction="up"))
    entries |= _all(figures.FOUR_TIMES, Word("share", value=4, unit="倍", direction="up"))
    for unit in figures.FIRST_UNITS:
        entries |= _all((f"{where}首{unit}" for where in figures.FIRST_WHERE), Word("share", unit=unit, value=1))
    return entries | _all(figures.FIRST, Word("rank", value=1))


WORDS: Mapping[str, Word] = _words()
