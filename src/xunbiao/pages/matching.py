"""Readings of texts → Page: which practices each text draws upon, by which of its words, and how near others lie."""

from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import Any

from xunbiao.catalogue import STANDS_OUT, Match, Reading
from xunbiao.model.language import Language
from xunbiao.model.page import Block, Bullets, Cell, Column, Heading, Page, Paragraph, Percent, Table, Tone, Toned
from xunbiao.model.practice import Catalogue

_DIGITS = Decimal("0.0001")
# Words make nothing certain.
_MOST = Decimal("0.9999")


def build(readings: Sequence[Reading], catalogue: Catalogue, language: Language) -> Page:
    """What each text draws upon, in order; the record is a list with the contract's object for each."""
    blocks = [block for reading in readings for block in _blocks(reading, catalogue, language)]
    if not blocks:
        blocks = [Paragraph(language("没有给出文字。", "There is no text."), Tone.WARN)]
    title = language("参考了哪项做法", "Which practices are drawn upon")
    return Page(title, blocks, language, {"readings": [record(reading) for reading in readings]})


def record(reading: Reading) -> dict[str, Any]:
    """One reading as the contract's JSON has it (§8)."""
    return {
        "text": reading.text,
        "matches": [
            {"practice": match.practice, "score": rounded(match.score), "evidence": list(match.evidence)}
            for match in reading.matches
        ],
        "draws_upon": [match.practice for match in reading.draws_upon],
    }


def rounded(score: float) -> Decimal:
    """A score with as many digits as it is good for, and some; never 1."""
    return min(Decimal(score).quantize(_DIGITS), _MOST)


def _blocks(reading: Reading, catalogue: Catalogue, language: Language) -> Iterator[Block]:
    yield Heading(reading.text or language("（空）", "(empty)"))
    drawn = reading.draws_upon
    if drawn:
        named = "、".join(f"{match.practice} {_title(match, catalogue)}" for match in drawn)
        yield Paragraph(language(f"参考了 {named}。", f"Draws upon {named}."), Tone.GOOD)
    else:
        yield Paragraph(_nothing(reading, language), Tone.FAINT)
    if reading.matches:
        yield _table(reading, catalogue, language)
    yield from _differences(reading, catalogue)


def _nothing(reading: Reading, language: Language) -> str:
    if not reading.matches:
        return language(
            "没有参考哪一项：没有一个词与做法有关。",
            "Draws upon none: no word of it has to do with a practice.",
        )
    if reading.matches[0].score < STANDS_OUT:
        return language("没有参考哪一项。", "Draws upon none.")
    return language(
        "说不准参考了哪一项，最接近的在下面。",
        "It cannot be said which one it draws upon; the nearest are below.",
    )


def _table(reading: Reading, catalogue: Catalogue, language: Language) -> Table:
    columns = [
        Column(language("最接近的做法", "Nearest practices"), wide=True),
        Column(language("把握", "Score"), number=True),
        Column(language("哪些词这样说", "The words that say so"), wide=True),
    ]
    return Table(columns, [_row(match, reading, catalogue) for match in reading.matches])


def _row(match: Match, reading: Reading, catalogue: Catalogue) -> Sequence[Cell]:
    drawn = match in reading.draws_upon
    name = f"{match.practice} {_title(match, catalogue)}"
    return [
        Toned(name, Tone.GOOD) if drawn else name,
        Percent(rounded(match.score)),
        "、".join(match.evidence),
    ]


def _differences(reading: Reading, catalogue: Catalogue) -> Iterator[Block]:
    """What parts the best from its neighbours, where one of them stands out as well."""
    standing = [match.practice for match in reading.matches if match.score >= STANDS_OUT]
    told = catalogue.practices[standing[0]].neighbours if standing else {}
    lines = [told[code] for code in standing[1:] if code in told]
    if lines:
        yield Bullets(lines)


def _title(match: Match, catalogue: Catalogue) -> str:
    return catalogue.practices[match.practice].title
