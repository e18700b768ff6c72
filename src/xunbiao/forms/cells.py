"""Story → Form: which text of a document belongs to which of the form's sixteen places.

The table is read by its labels, not by its columns: rows may be merged either way, have more columns, be split over two
tables or stand inside another one. A label holds for the rows below it until the next.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from xunbiao.forms.enumerators import is_number
from xunbiao.forms.header import Head, labels_in, read_head
from xunbiao.forms.labels import ALIGNMENT, INNOVATION, PLACES, SEEKING, is_section, label_of, split_label
from xunbiao.forms.refusal import refusal
from xunbiao.forms.story import UNFILLED, Block, Cell, Paragraph, Story, Table, with_number
from xunbiao.model.diagnostic import Path
from xunbiao.model.filing import BENCHMARK_KINDS

KIND_GUESSED, SECOND_FORM, NESTED = "kind-guessed", "more-than-one-form", "table-in-cell"

_STANDARD = re.compile(
    r"\s*(?:附件\s*[0-9一二三四]?[:：]?|附\s*件\s*2|(?:营商环境)?[“\"]?寻标、?对标、?创标[”\"]?活动申报表|.{0,20}申报表(?:（[0-9]{4}年）)?|"
    r"说明[:：]?\s*目标应尽可能量化、细化；举措应具体明确，具有可操作性。?)\s*"
)
_FOREIGN = re.compile(
    r"\s*(?:说明|注|备注|填表说明|审核|审批|签字|签章|盖章|单位意见|主要负责人|分管领导|领导签字|填表人)"
)
_FEWEST_LABELS = 4


@dataclass(frozen=True, slots=True)
class Form:
    """What stands in each place: the paragraphs of a cell (none where the form lacks the row), and the line above.

    `leftovers` is all that was typed elsewhere, `remarks` codes of what was repaired or guessed on the way.
    """

    head: Head
    cells: Mapping[Path, tuple[Paragraph, ...]]
    leftovers: tuple[str, ...]
    remarks: tuple[str, ...]

    @property
    def filled(self) -> int:
        """How many places hold something."""
        texts = ["".join(each.text for each in cell) for cell in self.cells.values()] + list(self.head.values.values())
        return sum(bool(text.replace(UNFILLED, "").strip()) for text in texts)


@dataclass(slots=True)
class _Place:
    """Where the reader of a table stands: the labels that hold for the row."""

    section: str = ""
    label: str = ""
    kind: str = ""
    unnamed: dict[tuple[str, str], int] = field(default_factory=dict)

    def take(self, word: str) -> None:
        if word in (SEEKING, ALIGNMENT, INNOVATION):
            self.section, self.label, self.kind = word, "", ""
        elif word in BENCHMARK_KINDS:
            self.kind = word
        else:
            self._begin_innovation(word)
            self.label, self.kind = word, ""

    def _begin_innovation(self, word: str) -> None:
        """亮点, and 目标 after 时限, belong to the last part even where its own label is missing."""
        if self.section == ALIGNMENT and (word == "亮点" or (word == "目标" and self.label == "时限")):
            self.section = INNOVATION

    def path(self) -> Path:
        if self.section == SEEKING:
            return (SEEKING, self.kind)
        if self.section == ALIGNMENT and self.label in ("目标", "差距"):
            return (ALIGNMENT, self.label, self.kind)
        return (self.section, self.label)


@dataclass(slots=True)
class _Reading:
    """A form while it is read."""

    place: _Place = field(default_factory=_Place)
    rows: list[Sequence[Cell]] = field(default_factory=list)
    cells: dict[Path, list[Paragraph]] = field(default_factory=dict)
    leftovers: list[str] = field(default_factory=list)
    remarks: set[str] = field(default_factory=set)
    begun: bool = False

    def form(self, story: Story) -> Form:
        head = read_head(self.rows)
        leftovers = [*head.rest, *self.leftovers, *story.asides]
        told = tuple(text for text in leftovers if text.replace(UNFILLED, "").strip() and not _STANDARD.fullmatch(text))
        cells = {path: tuple(each) for path, each in self.cells.items()}
        return Form(head, cells, told, tuple(sorted({*self.remarks, *story.remarks})))


def read_form(story: Story) -> Form:
    """The form in a document; of several the one with most in it. Raises Refused where there is none."""
    readings = _readings(list(_pieces(story.blocks)))
    forms = sorted((each.form(story) for each in readings if each.begun), key=lambda form: -form.filled)
    if not forms:
        raise refusal("not-the-form")
    first, *others = forms
    told = [_whole(other) for other in others if other.filled]
    remarks = {*first.remarks, SECOND_FORM} if told else {*first.remarks}
    return Form(first.head, first.cells, (*first.leftovers, *told), tuple(sorted(remarks)))


def _whole(form: Form) -> str:
    """Another form in the same file as one text."""
    cells = ("".join(each.text for each in cell).strip() for cell in form.cells.values())
    return "；".join(text for text in (*form.head.values.values(), *cells) if text.strip())


def _pieces(blocks: Sequence[Block]) -> Iterator[Block]:
    """Blocks in order; a table that is none of the form's but holds one of them is taken apart."""
    for block in blocks:
        if (
            isinstance(block, Table)
            and not _is_form(block)
            and any(_holds_form(cell) for row in block.rows for cell in row)
        ):
            for row in block.rows:
                for cell in row:
                    yield from _pieces(cell.blocks)
        else:
            yield block


def _holds_form(cell: Cell) -> bool:
    tables = (block for block in cell.blocks if isinstance(block, Table))
    return any(_is_form(table) or any(_holds_form(each) for row in table.rows for each in row) for table in tables)


def _is_form(table: Table) -> bool:
    """Whether a table is the form or a part of it: its rows begin with labels. Labels beside each other, at the heads
    of columns, make a ledger or a summary of forms, and no form."""
    begun = [_first_label(row) for row in table.rows]
    words = {word for row in table.rows for cell in row if not cell.continues and (word := label_of(cell.text))}
    return sum(word is not None for word in begun) >= _FEWEST_LABELS and (
        any(map(is_section, words)) or "时限" in words
    )


def _first_label(row: Sequence[Cell]) -> str | None:
    first = next((cell for cell in row if not cell.continues and cell.text.strip()), None)
    return label_of(first.text) if first else None


def _readings(pieces: list[Block]) -> list[_Reading]:
    readings = [_Reading()]
    for piece in pieces:
        if isinstance(piece, Table) and _is_form(piece):
            if readings[-1].begun and _begins_anew(piece, readings[-1]):
                readings.append(_Reading())
            _read_table(piece, readings[-1])
        elif isinstance(piece, Table) and readings[-1].begun and _goes_on(piece):
            _read_table(piece, readings[-1])
        else:
            _beside(piece, readings[-1])
    return readings


def _begins_anew(table: Table, reading: _Reading) -> bool:
    words = [word for row in table.rows for cell in row if (word := label_of(cell.text))]
    return SEEKING in words and any(path[0] == SEEKING for path in reading.cells)


def _goes_on(table: Table) -> bool:
    """A few rows that were parted from the form: every one of them begins with a label."""
    return all(_first_label(row) for row in table.rows)


def _beside(piece: Block, reading: _Reading) -> None:
    """What stands before the table may be its head; what stands after it is, if the labels are there and not before."""
    rows: list[Sequence[Cell]] = [[Cell((piece,))]] if isinstance(piece, Paragraph) else list(piece.rows)
    if not reading.begun:
        reading.rows += rows
        return
    for row in rows:
        text = "　".join(cell.text.strip() for cell in row if not cell.continues and cell.text.strip())
        known = {label for each in reading.rows for cell in each for label in labels_in(cell.text)}
        if any(label not in known for label in labels_in(text)):
            reading.rows.append(row)
        elif text:
            reading.leftovers.append(text)


def _read_table(table: Table, reading: _Reading) -> None:
    for row in table.rows:
        _read_row(row, reading)
    reading.begun = True


def _read_row(row: Sequence[Cell], reading: _Reading) -> None:
    """A row's labels, then its content; once the labels name a cell of the form, what follows is its content."""
    words: list[str] = []
    told: list[Cell] = []
    for cell in (each for each in row if not each.continues):
        complete = any(not is_section(word) for word in words) and reading.place.path() in PLACES
        word = None if told or complete else label_of(cell.text)
        if word:
            words.append(word)
            reading.place.take(word)
        elif cell.text.strip():
            told.append(cell)
    if not words and not reading.place.section:
        reading.rows.append(row)
    elif not words and told and _is_foreign(row, told):
        reading.leftovers += [cell.text.strip() for cell in told]
    elif words or told:
        labelled = any(not is_section(word) for word in words)
        _put(_named(told, reading) if told and not labelled else told, reading)


def _named(told: list[Cell], reading: _Reading) -> list[Cell]:
    """The content of a row without a label of its own, where the label is typed into the same cell."""
    first, *rest = told
    paragraphs = first.paragraphs
    word, text = split_label(paragraphs[0].text)
    if word is None:
        return told
    reading.place.take(word)
    return [Cell((Paragraph(text), *paragraphs[1:])), *rest]


def _is_foreign(row: Sequence[Cell], told: list[Cell]) -> bool:
    """A row without labels that does not go on with the one above: 说明, signatures."""
    return row[0] is told[0] or _FOREIGN.match(told[0].text) is not None


def _put(told: list[Cell], reading: _Reading) -> None:
    place = reading.place
    path = place.path()
    if not told and path not in PLACES:
        return
    if not path[-1] and path[:-1] in ((SEEKING,), (ALIGNMENT, "目标"), (ALIGNMENT, "差距")):
        path = (*path[:-1], _guessed(place, path[:-1], reading))
    if path not in PLACES:
        reading.leftovers += [cell.text.strip() for cell in told]
        return
    if any(isinstance(block, Table) for cell in told for block in cell.blocks):
        reading.remarks.add(NESTED)
    paragraphs = [each for cell in told for each in cell.paragraphs]
    if len(told) > 1 and is_number(paragraphs[0].text):
        first, second, *rest = paragraphs
        paragraphs = [Paragraph(with_number([first.text, second.text]), second.level, second.number), *rest]
    reading.cells.setdefault(path, []).extend(paragraphs)


def _guessed(place: _Place, path: Path, reading: _Reading) -> str:
    """纵向 or 横向 where the row does not say: the first is the one, the second the other."""
    reading.remarks.add(KIND_GUESSED)
    key = (str(path[0]), str(path[-1]))
    place.unnamed[key] = place.unnamed.get(key, 0) + 1
    return BENCHMARK_KINDS[min(place.unnamed[key], 2) - 1]
