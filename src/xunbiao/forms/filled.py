"""Filing → Filled: the words that stand in each place of the form, numbered as an office numbers them.

What is written is read again before it is taken: of the ways to number items, the first from which the same items come
back. A filing that went out as Word therefore comes back with every item as it was.
"""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from xunbiao.forms.header import HEAD
from xunbiao.forms.items import split_items
from xunbiao.forms.labels import ALIGNMENT, PLACES, SEEKING
from xunbiao.forms.numbering import BULLET
from xunbiao.forms.story import Paragraph
from xunbiao.model.diagnostic import Path
from xunbiao.model.filing import BENCHMARK_KINDS, VERTICAL, Filing, Item
from xunbiao.model.period import iso_day

NO_DATE = "    年  月  日前完成。"
"""What the empty form has under 时限."""
_SEPARATORS = ";；,，、 \t\u3000\n"
_LINES = re.compile(r"[ \t\u3000]*\n\s*")


@dataclass(frozen=True, slots=True)
class Filled:
    """The line above the table by its labels, and the paragraphs of each cell."""

    head: Mapping[str, str]
    cells: Mapping[Path, tuple[Paragraph, ...]]

    @property
    def rows(self) -> tuple[tuple[Path, str], ...]:
        """Each cell with its text, in the order of the form."""
        return tuple(
            (path, "\n".join(f"{each.number}{each.text}" for each in cell)) for path, cell in self.cells.items()
        )


def fill(filing: Filing) -> Filled:
    """A filing as it stands on the form. Keys below the line (第一责任人, 指标, 责任人 …) are not on it."""
    head = dict(zip(HEAD, (filing.unit_name, _day(filing.filed_on), filing.contact, filing.phone), strict=True))
    return Filled(head, {path: tuple(_paragraphs(filing, path)) for path in PLACES})


def blank(unit_name: str = "") -> Filled:
    """The empty form; with a unit's name in its place where one is given."""
    cells = {path: (Paragraph(NO_DATE if path[-1] == "时限" else ""),) for path in PLACES}
    return Filled({label: unit_name if label == "填报单位" else "" for label in HEAD}, cells)


def _paragraphs(filing: Filing, path: Path) -> Iterator[Paragraph]:
    section = filing.alignment if path[0] == ALIGNMENT else filing.innovation
    if path[0] == SEEKING:
        benchmarks = filing.verticals if path[1] == VERTICAL else filing.horizontals
        names = [Paragraph(each.name) for each in benchmarks if each.name]
        yield from names or (Paragraph(""),)
    elif path[-1] == "时限":
        yield Paragraph(_deadline(section.deadline))
    else:
        texts = [_tidy(item.text) for item in _items(filing, path) if item.text]
        yield from numbered(texts) or (Paragraph(""),)


def _items(filing: Filing, path: Path) -> Sequence[Item]:
    if path[-1] in BENCHMARK_KINDS:
        items = filing.alignment.goals if path[1] == "目标" else filing.alignment.gaps
        return [item for item in items if item.faces == path[-1]]
    section = filing.alignment if path[0] == ALIGNMENT else filing.innovation
    return {"目标": section.goals, "亮点": section.highlights, "举措": section.measures}[str(path[1])]


def numbered(texts: Sequence[str]) -> tuple[Paragraph, ...]:
    """Items as paragraphs: one alone as it is, several as 1. 2. 3.; otherwise where that would be read differently."""
    for way in (_plain, *_WAYS) if len(texts) == 1 else _WAYS:
        paragraphs = way(texts)
        if split_items(paragraphs).texts == tuple(text.rstrip(_SEPARATORS) for text in texts):
            return paragraphs
    return _listed(BULLET)(texts)


def _plain(texts: Sequence[str]) -> tuple[Paragraph, ...]:
    return tuple(Paragraph(text) for text in texts)


def _typed(form: str) -> Callable[[Sequence[str]], tuple[Paragraph, ...]]:
    def way(texts: Sequence[str]) -> tuple[Paragraph, ...]:
        return tuple(Paragraph(form.format(at) + text) for at, text in enumerate(texts, 1))

    return way


def _listed(number: str) -> Callable[[Sequence[str]], tuple[Paragraph, ...]]:
    """Numbered by Word itself; the further lines of an item belong to the list and have no number."""

    def way(texts: Sequence[str]) -> tuple[Paragraph, ...]:
        return tuple(
            Paragraph(line, 1 if part else 0, "" if part else number.format(at))
            for at, text in enumerate(texts, 1)
            for part, line in enumerate(text.split("\n"))
        )

    return way


_WAYS = (_typed("{}."), _typed("（{}）"), _typed("{}、"), _listed("{}."))


def _tidy(text: str) -> str:
    """A text without blank lines and blanks at the ends of lines, which a form cannot show."""
    return _LINES.sub("\n", text.strip())


def _day(written: str) -> str:
    day = iso_day(written)
    return _in_words(day) if day else written


def _deadline(written: str) -> str:
    day = iso_day(written)
    return f"{_in_words(day)}前完成。" if day else written or NO_DATE


def _in_words(day: date) -> str:
    return f"{day.year}年{day.month}月{day.day}日"
