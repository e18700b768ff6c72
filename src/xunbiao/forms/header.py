"""The texts above and around the table → 填报单位, 填报时间, 联系人, 联系电话 as they were typed.

People set them on one line or two, in the first rows of the table, each in a cell of its own, or in a table of their
own; a value ends where the next label begins.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from xunbiao.forms.story import UNFILLED, Cell

HEAD = ("填报单位", "填报时间", "联系人", "联系电话")
_WORDS: Mapping[str, tuple[str, ...]] = {
    "填报单位": ("填报单位名称", "填报单位", "填报部门", "填表单位", "申报单位", "报送单位", "上报单位", "单位名称"),
    "填报时间": ("填报时间", "填报日期", "填表时间", "填表日期", "申报时间", "申报日期", "报送时间", "上报时间"),
    "联系人": ("联系人及电话", "联系人及联系电话", "联系人员", "联系人", "填报人", "填表人", "经办人", "联络员"),
    "联系电话": ("联系人电话", "联系电话", "联系方式", "联系号码", "电话号码", "手机号码", "手机", "电话"),
    "第一责任人": ("第一责任人",),
}
# What else people add to the line; it ends a value and is kept aside.
_OTHERS = (
    "主要负责人",
    "单位负责人",
    "分管领导",
    "负责人",
    "审核人",
    "签发人",
    "职务",
    "科室",
    "电子邮箱",
    "邮箱",
    "传真",
    "地址",
    "编号",
)
_BLANK = "[ \t\u3000\n]*"
_NOTE = f"(?:[（(](?:盖章|公章|章|签章|加盖公章|全称|签字)[）)])?"  # noqa: F541  read together with what is around it
_LABEL_OF = {word: label for label, words in _WORDS.items() for word in words} | dict.fromkeys(_OTHERS, "")
_SPACED = "|".join(_BLANK.join(word) for word in sorted(_LABEL_OF, key=len, reverse=True))
_LABELLED = re.compile(f"(?P<word>{_SPACED}){_BLANK}{_NOTE}{_BLANK}[:：]")
_LABEL_ALONE = re.compile(f"{_BLANK}(?P<word>{_SPACED}){_BLANK}{_NOTE}{_BLANK}[:：]?{_BLANK}")
_LABEL_UNMARKED = re.compile(f"(?P<word>{_SPACED})")
_BOTH = frozenset({"联系人及电话", "联系人及联系电话"})
_DIGITS = re.compile("[+（(]?[0-9０-９].*", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Head:
    """The values of the line above the table as typed, blank or `UNFILLED` where nothing was; labels that are nowhere
    are missing. `rest` is what stands there besides."""

    values: Mapping[str, str]
    rest: tuple[str, ...]


@dataclass(slots=True)
class _Found:
    """Values as they are found."""

    values: dict[str, str] = field(default_factory=dict)
    words: dict[str, tuple[str, int]] = field(default_factory=dict)
    rest: list[str] = field(default_factory=list)
    row: int = 0

    def put(self, word: str, value: str) -> None:
        label = _LABEL_OF[word]
        if word in _BOTH:
            digits = _DIGITS.search(value)
            self._put("联系人", word, value[: digits.start()] if digits else value)
            self._put("联系电话", word, digits.group() if digits else "")
        elif label:
            self._put(label, word, value)
        else:
            self._set_aside(word, value)

    def _put(self, label: str, word: str, value: str) -> None:
        """Of two values the one with the exact label, then the one nearer to the table, then the first of a line."""
        before = self.values.get(label, "")
        old, row = self.words.get(label, ("", -1))
        better = (word == label, self.row > row) > (old == label, False)
        if not _says(before) or (_says(value) and better):
            self._set_aside(old, before)
            self.values[label], self.words[label] = value, (word, self.row)
        else:
            self._set_aside(word, value)

    def _set_aside(self, word: str, value: str) -> None:
        if _says(value):
            self.rest.append(f"{word}：{value.strip()}")


def _says(value: str) -> bool:
    return bool(value.strip(" \t\u3000\n_＿" + UNFILLED))


def read_head(rows: Sequence[Sequence[Cell]]) -> Head:
    """Rows of texts in the order in which they stand (a paragraph is a row of one cell) → the values."""
    found = _Found()
    texts = [[cell.text for cell in row if not cell.continues] for row in rows]
    skip = -1
    for at, row in enumerate(texts):
        found.row = at
        if at == skip:
            continue
        below = texts[at + 1] if at + 1 < len(texts) else []
        if _stands_above(row, below):
            skip = at + 1
            for label, value in zip(row, below, strict=True):
                found.put(_word(label) or "", value)
        else:
            _read_row(row, found)
    if not found.values:
        _read_unmarked(found)
    return Head(found.values, tuple(text for text in found.rest if text.strip()))


def _stands_above(row: Sequence[str], below: Sequence[str]) -> bool:
    """Whether a row of nothing but labels has its values in the row below."""
    return len(row) > 1 and len(row) == len(below) and all(_word(cell) for cell in row) and not any(map(_word, below))


def _read_row(row: Sequence[str], found: _Found) -> None:
    waiting = ""
    for cell in row:
        labelled = list(_LABELLED.finditer(cell))
        alone = _word(cell) if len(row) > 1 else None
        lead = cell[: labelled[0].start()] if labelled else "" if alone else cell
        if waiting and (lead.strip() or not (labelled or alone)):
            found.put(waiting, lead)
        elif lead.strip(" \t\u3000\n" + UNFILLED):
            found.rest.append(lead.strip())
        if waiting and not (lead.strip() or not (labelled or alone)):
            found.put(waiting, "")
        waiting = _read_cell(cell, labelled, found) if labelled else alone or ""
    if waiting:
        found.put(waiting, "")


def _read_cell(cell: str, labelled: list[re.Match[str]], found: _Found) -> str:
    """The values inside a cell; the last label is returned where its value may stand in the next cell."""
    for match, following in zip(labelled, [*labelled[1:], None], strict=True):
        word = re.sub(_BLANK, "", match["word"])
        value = cell[match.end() : following.start() if following else len(cell)]
        if following is None and not value.strip():
            return word
        found.put(word, value)
    return ""


def _read_unmarked(found: _Found) -> None:
    """Labels without colons, where a line has most of them and no other line has any with."""
    for line in list(found.rest):
        matches = [match for match in _LABEL_UNMARKED.finditer(line) if _LABEL_OF[re.sub(_BLANK, "", match["word"])]]
        if (
            len({_LABEL_OF[re.sub(_BLANK, "", match["word"])] for match in matches}) < 3
            or line[: matches[0].start()].strip()
        ):
            continue
        found.rest.remove(line)
        for match, end in zip(matches, [*(each.start() for each in matches[1:]), len(line)], strict=True):
            found.put(re.sub(_BLANK, "", match["word"]), line[match.end() : end])


def _word(text: str) -> str | None:
    """The label that a text consists of."""
    match = _LABEL_ALONE.fullmatch(text)
    return re.sub(_BLANK, "", match["word"]) if match else None


def labels_in(text: str) -> Iterator[str]:
    """The labels of the line above the table that stand in a text."""
    return (
        _LABEL_OF[word] for match in _LABELLED.finditer(text) if _LABEL_OF[word := re.sub(_BLANK, "", match["word"])]
    )
