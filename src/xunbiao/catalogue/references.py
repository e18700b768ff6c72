"""Comparison → References: what measures draw upon without naming it, and the filing's text with it named."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from xunbiao import schema, source
from xunbiao.catalogue.comparison import Comparison
from xunbiao.editing import Put, edit
from xunbiao.errors import CannotGoOn
from xunbiao.model.document import Kind
from xunbiao.model.filing import Item
from xunbiao.model.practice import Practice

_LABEL = "参考做法"
_COMMENT = re.compile(r"(?:^|(?<=\s))#.*$", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Reference:
    """What a measure is to name: the elements that its text speaks of or, where no word says which, the practice."""

    measure: Item
    practice: Practice
    codes: tuple[str, ...]
    words: tuple[str, ...]
    score: float


def unnamed(comparison: Comparison) -> tuple[Reference, ...]:
    """What the measures of a filing draw upon by their words and do not name, measure by measure."""
    order = [measure.path for measure in comparison.filing.measures] if comparison.filing else []
    return tuple(sorted(_unnamed(comparison), key=lambda each: order.index(each.measure.path)))


def _unnamed(comparison: Comparison) -> Iterator[Reference]:
    for standing in comparison.taken_up:
        for mention in standing.mentions:
            if mention.item.label == "举措" and not mention.named:
                codes = mention.elements or (standing.practice.code,)
                yield Reference(mention.item, standing.practice, codes, mention.words, mention.score)


def write_in(raw: bytes, references: Sequence[Reference]) -> bytes:
    """A filing's bytes with the references under 参考做法 of their measures, and nothing else changed. Raises
    CannotGoOn where that cannot be done."""
    written = edit(raw, list(_edits(references)))
    before, after = source.parse(raw), source.parse(written)
    if after.data is None or not schema.is_valid(Kind.FILING, after.data):
        raise CannotGoOn(
            "写进去以后申报表就不合格式了，没有改动它。请手工修改。",
            "The filing would no longer have the right shape, and was left alone: please edit it by hand.",
        )
    if sorted(_COMMENT.findall(before.text)) != sorted(_COMMENT.findall(after.text)):
        raise CannotGoOn(
            f"{_LABEL}的括号后面有注释，写进去会丢掉它，没有改动申报表。请把注释移到上一行再试。",
            f"A comment behind the brackets of {_LABEL} would be lost, and the filing was left alone: "
            "move the comment to the line above.",
        )
    return written


def _edits(references: Iterable[Reference]) -> Iterator[Put]:
    """The first of a measure that names nothing yet makes its list; whatever follows is put at the list's end."""
    lengths: dict[tuple[str | int, ...], int] = {}
    for each in references:
        path = (*each.measure.path, _LABEL)
        at = lengths.setdefault(path, len((each.measure.data or {}).get(_LABEL) or ()))
        if at:
            yield from (Put((*path, at + number), code) for number, code in enumerate(each.codes))
        else:
            yield Put(path, list(each.codes))
        lengths[path] = at + len(each.codes)
