"""A cell's paragraphs → its items, one for each number, without the numbers; or the names in it, one for each unit."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from xunbiao.forms.enumerators import PARAGRAPH, SOFT, Family, Mark, first_mark, marks
from xunbiao.forms.numbering import BULLET
from xunbiao.forms.story import UNFILLED, Paragraph

LEAD_IN, UNNUMBERED, DECIMAL, OUT_OF_ORDER, SOFT_BREAK, INNER = (
    "lead-in", "unnumbered-paragraph", "figure-or-number", "number-out-of-order", "soft-break", "numbers-inside",
)  # fmt: skip
_BLANKS = " \t\u3000\n\x0b"
_SEPARATORS = ";；,，、"
_INLINE: tuple[Family, ...] = ("han is", "digit", "bracket digit", "circled", "bracket han")
# A sentence that only announces a list; one that says something itself is an item with a list inside.
_LEAD = re.compile(
    "[^。；;\n\x0b]{0,24}(?:如下|以下|下列|主要|有|为|是|差距|目标|举措|措施|亮点|方面)[^。；;\n\x0b]{0,8}[:：]"
)
_COLUMN_TITLE = re.compile("(?:序号|编号)[ \t\u3000]")
_RUN_ON = "(?<=[\u4e00-\u9fff”）]){}[.、．)）](?=[\u4e00-\u9fff“])"
_ENDS = tuple("。；;！!？?")
_LEADS = ("：", ":")
_BRACKETED = re.compile(r"[（(〔【\[“\"][^（）()〔〕【】\[\]“”\"]*[）)〕】\]”\"]")
_BETWEEN_NAMES = re.compile("[、；;，,/\n\x0b]|[ \t\u3000]{2,}")
_ORGAN = re.compile("(?:局|委|委员会|院|中心|办公室|厅|公司|支队|政府|管委会|分行|支行|总局|处|所|站|大队)$")


@dataclass(frozen=True, slots=True)
class Items:
    """What a cell lists. `lead` is a sentence before the first number, which belongs to no item; `doubts` are codes of
    what a reader should look at again."""

    texts: tuple[str, ...]
    lead: str = ""
    doubts: frozenset[str] = frozenset()


@dataclass(slots=True)
class _List:
    """Items as they are found."""

    texts: list[str] = field(default_factory=list)
    lead: str = ""
    doubts: set[str] = field(default_factory=set)

    def done(self) -> Items:
        texts = (_tidy(text, self.doubts) for text in self.texts)
        return Items(tuple(text for text in texts if text), _tidy(self.lead, set()), frozenset(self.doubts))


def split_items(paragraphs: Sequence[Paragraph]) -> Items:
    """One item a number; without numbers, one a paragraph. What is written inside an item stays as it is."""
    told = [_bare(each) for each in paragraphs if each.text.strip(_BLANKS + UNFILLED)]
    found = _List()
    if any(each.level is not None for each in told):
        _by_list(told, found)
    else:
        _by_marks(PARAGRAPH.join(each.text for each in told), found)
    return found.done()


def split_names(paragraphs: Sequence[Paragraph]) -> tuple[str, ...]:
    """The units named in a cell: parted by 、 and the like, by lines, by numbers."""
    lines = split_items([Paragraph(line, each.level) for each in paragraphs for line in each.text.split("\n")]).texts
    names = (name for line in lines for name in _names(line))
    return tuple(name for name in names if name)


def _bare(paragraph: Paragraph) -> Paragraph:
    text = paragraph.text.replace(UNFILLED, "").strip(_BLANKS).replace("\n", SOFT)
    return Paragraph(text, paragraph.level, paragraph.number)


def _by_list(paragraphs: list[Paragraph], found: _List) -> None:
    """Automatic numbering: the outermost depth makes the items, what is deeper stays inside them."""
    top = min(each.level for each in paragraphs if each.level is not None)
    doubly = _doubly_numbered([each for each in paragraphs if each.level == top])
    for each in paragraphs:
        if each.level == top:
            mark = first_mark(each.text) if doubly else None
            found.texts.append(each.text[mark.end :] if mark else each.text)
        elif each.level is not None and found.texts:
            found.texts[-1] += f"{PARAGRAPH}{each.number}{each.text}"
        else:
            _unnumbered(each.text, found)


def _doubly_numbered(paragraphs: list[Paragraph]) -> bool:
    """Whether paragraphs that Word numbers have the same numbers typed once more, all of them."""
    marks_ = [first_mark(each.text) for each in paragraphs]
    typed = [mark.number if mark and mark.family != "spaced" and not mark.doubtful else None for mark in marks_]
    return len(typed) > 1 and typed == list(range(1, len(typed) + 1)) and paragraphs[0].number != BULLET


def _unnumbered(text: str, found: _List) -> None:
    """A paragraph without a number: the lead-in of a list, the rest of an item that ends in a colon, or an item."""
    mark = first_mark(text)
    inner = mark is not None and not mark.doubtful and mark.family != "spaced"
    if not found.texts and (text.endswith(_LEADS) or _COLUMN_TITLE.match(text)):
        found.lead = f"{found.lead}{PARAGRAPH}{text}"
        found.doubts.add(LEAD_IN)
    elif found.texts and (found.texts[-1].endswith(_LEADS) or inner):
        found.texts[-1] += f"{PARAGRAPH}{text}"
    else:
        found.texts.append(text)
        found.doubts.add(UNNUMBERED)


def _by_marks(text: str, found: _List) -> None:
    chain = _chain(text)
    if not chain:
        _by_paragraphs(text, found)
        return
    for paragraph in _lines(text[: chain[0].start]):
        _unnumbered(paragraph, found)
    found.doubts |= _doubts(text, chain)
    for mark, following in zip(chain, [*chain[1:], None], strict=True):
        first, *rest = _lines(text[mark.end : following.start if following else len(text)]) or [""]
        found.texts.append(first)
        for paragraph in rest:
            _unnumbered(paragraph, found)


def _doubts(text: str, chain: list[Mark]) -> set[str]:
    """What may be no number after all, or a number that was passed over."""
    doubts = {DECIMAL} if chain[0].doubtful else set()
    numbers = [mark.number for mark in chain]
    in_order = numbers == list(range(numbers[0], numbers[0] + len(numbers))) or not numbers[0]
    passed_over = [mark for mark in marks(text, chain[0].family) if mark not in chain and not mark.doubtful]
    if not in_order or any(mark.number > 1 and mark.start > chain[0].start for mark in passed_over):
        doubts.add(OUT_OF_ORDER)
    if re.search(_RUN_ON.format(numbers[-1] + 1), text[chain[-1].end :]):
        doubts.add(INNER)
    return doubts


def _by_paragraphs(text: str, found: _List) -> None:
    """No numbers: an item a paragraph."""
    for paragraph in _lines(text):
        inside = (mark for family in _INLINE for mark in marks(paragraph, family))
        if any(mark.number == 2 and not mark.doubtful for mark in inside):
            found.doubts.add(INNER)
        if found.texts and found.texts[-1].endswith(_LEADS):
            found.texts[-1] += f"{PARAGRAPH}{paragraph}"
        else:
            found.texts += _by_soft_breaks(paragraph, found)


def _by_soft_breaks(paragraph: str, found: _List) -> Iterator[str]:
    """A line that is broken after a full stop goes on with another item; broken elsewhere, with the same one."""
    item = ""
    for line in paragraph.split(SOFT):
        if item and item.endswith(_ENDS):
            found.doubts.add(SOFT_BREAK)
            yield item
            item = ""
        item = _joined(item, line.strip(_BLANKS))
    yield item


def _chain(text: str) -> list[Mark]:
    """The numbers that make the items of a cell: those of the form with which it begins, each the next one in order."""
    first = first_mark(text)
    if first is not None:
        chain = _following(text, first)
        if first.family == "spaced" and [mark.number for mark in chain] != list(range(1, len(chain) + 1)):
            return []
        return [] if len(chain) < 2 and (first.doubtful or first.family == "spaced") else chain
    return next((chain for chain in _chains_after_a_lead(text)), [])


def _chains_after_a_lead(text: str) -> Iterator[list[Mark]]:
    """Lists after a sentence that leads up to them: it stands in a paragraph of its own, or ends in a colon."""
    paragraphs = _lines(text)
    for at in range(1, len(paragraphs)):
        begun = text.index(PARAGRAPH + paragraphs[at]) + 1
        first = first_mark(text[begun:])
        if first is not None:
            chain = _following(text, _moved(first, begun))
            if len(chain) > 1:
                yield chain
    for family in _INLINE:
        first = next((mark for mark in marks(text, family) if mark.number == 1), None)
        if first is not None and _LEAD.fullmatch(text[: first.start].strip(_BLANKS)):
            chain = _following(text, first)
            if len(chain) > 1:
                yield chain


def _following(text: str, first: Mark) -> list[Mark]:
    chain = [first]
    for mark in marks(text, first.family):
        if mark.start <= chain[-1].start:
            continue
        next_one = mark.number == chain[-1].number + 1
        if next_one or (mark.at_line and not mark.doubtful and _begins_paragraph(text, mark)):
            chain.append(mark)
    return chain


def _begins_paragraph(text: str, mark: Mark) -> bool:
    return mark.start == 0 or text[: mark.start].rstrip(" \t\u3000").endswith(PARAGRAPH)


def _moved(mark: Mark, by: int) -> Mark:
    return Mark(mark.family, mark.start + by, mark.end + by, mark.number, mark.at_line, mark.doubtful)


def _lines(text: str) -> list[str]:
    return [line.strip(_BLANKS) for line in text.split(PARAGRAPH) if line.strip(_BLANKS)]


def _tidy(text: str, doubts: set[str]) -> str:
    """An item as it is kept: soft breaks joined, what only parts it from the next left out."""
    lines = []
    for paragraph in _lines(text):
        joined = ""
        for line in paragraph.split(SOFT):
            line = line.strip(_BLANKS)
            inner = first_mark(line) if joined else None
            inner = None if inner is not None and (inner.doubtful or inner.family == "spaced") else inner
            if joined and joined.endswith(_ENDS) and inner is None:
                doubts.add(SOFT_BREAK)
            joined = f"{joined}{PARAGRAPH}{line}" if inner else _joined(joined, line)
        lines.append(joined)
    return PARAGRAPH.join(lines).rstrip(_SEPARATORS + _BLANKS)


def _joined(before: str, line: str) -> str:
    """Two lines as one: Chinese runs on without a blank, Latin words and figures do not."""
    apart = before[-1:].isascii() and before[-1:].isalnum() and line[:1].isascii() and line[:1].isalnum()
    return f"{before} {line}" if apart else before + line


def _names(line: str) -> Iterator[str]:
    """The names of a line; what stands in brackets is not parted."""
    hidden = _BRACKETED.sub(lambda match: "\ufffd" * len(match.group()), line)
    at = 0
    for gap in (*_BETWEEN_NAMES.finditer(hidden), None):
        end = gap.start() if gap else len(line)
        yield from _spaced(line[at:end].strip(_BLANKS).rstrip("。.；;"))
        at = gap.end() if gap else end


def _spaced(name: str) -> Iterator[str]:
    """Two full names with a blank between them are two; a blank inside a name is none."""
    parts = re.split("[ \t\u3000]", name)
    if len(parts) > 1 and all(len(part) > 3 and _ORGAN.search(part) for part in parts):
        yield from parts
    else:
        yield name
