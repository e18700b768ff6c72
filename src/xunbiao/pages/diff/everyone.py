"""All units' Outlines → Page: units × practices with totals, and who and what is left alone."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from types import MappingProxyType
from typing import Any

from xunbiao.catalogue import Outline, Relation, Revised
from xunbiao.model.language import Language
from xunbiao.model.page import (
    Block,
    Bullets,
    Cell,
    Column,
    Facts,
    Heading,
    Level,
    Matrix,
    MatrixColumn,
    Page,
    Paragraph,
    Table,
    Tone,
)
from xunbiao.model.practice import Catalogue, Practice
from xunbiao.pages.diff import cells, record

Outlines = Sequence[Outline]
Counts = Mapping[str, Counter[Relation]]
RevisedOf = Mapping[str, Sequence[Revised]]
"""By unit's id: what its measures name that has been revised since."""
_NOTHING: RevisedOf = MappingProxyType({})

_LEVELS = {
    Relation.ADOPTED: ("#", 3),
    Relation.PARTIAL: ("+", 2),
    Relation.SUGGESTED: ("?", 1),
    Relation.NONE: (".", 0),
}
"""A relation in one character, each of the same width on every terminal and told apart without colour; its shade."""


def build_for_all(
    outlines: Outlines,
    catalogue: Catalogue,
    language: Language,
    *,
    revised: RevisedOf | None = _NOTHING,
) -> Page:
    """The matrix of all units and practices, and who and what is left alone.

    `revised` is None where no history could tell.
    """
    title = language(f"各单位对照{catalogue.name}", f"All units beside {catalogue.name}")
    if not outlines:
        text = language(
            "名录里没有应报的单位，也没有申报表。", "No unit on the roster is to file, and there is no filing."
        )
        return Page(title, [Paragraph(text, Tone.WARN)], language, _record(outlines, catalogue, revised))
    counted = record.counts(outlines, catalogue)
    blocks = [
        Facts(_facts(outlines, counted, language)),
        *_left_alone(outlines, [catalogue.practices[code] for code in _nobody(counted)], language),
        *_matrix(outlines, catalogue, language),
        *_totals(counted, catalogue, language),
        *_revised(outlines, revised or {}, language),
    ]
    return Page(title, blocks, language, _record(outlines, catalogue, revised))


def _readable(outlines: Outlines) -> Outlines:
    return [each for each in outlines if each.is_readable]


def _nobody(counted: Counts) -> list[str]:
    """The practices that no unit draws upon."""
    return [code for code, found in counted.items() if found[Relation.NONE] == found.total()]


def _facts(outlines: Outlines, counted: Counts, language: Language) -> list[tuple[str, Cell]]:
    readable = _readable(outlines)
    drawing = [each for each in readable if each.count()]
    named = [each for each in readable if each.count(Relation.ADOPTED, Relation.PARTIAL)]
    return [
        (language("申报表", "Filings"), language(f"{len(readable)} 份", f"{len(readable)}")),
        (language("参考了做法的单位", "Units that draw upon any"), f"{len(drawing)} / {len(readable)}"),
        (language("写明了的", "Of them by name"), f"{len(named)} / {len(readable)}"),
        (
            language("有人参考的做法", "Practices drawn upon"),
            f"{len(counted) - len(_nobody(counted))} / {len(counted)}",
        ),
    ]


def _left_alone(outlines: Outlines, practices: Sequence[Practice], language: Language) -> Iterator[Block]:
    nobody = [cells.name(each) for each in practices]
    silent = [each.unit.name for each in _readable(outlines) if not each.count()]
    unread = [each.unit.name for each in outlines if not each.is_readable]
    for title, names in (
        (language("没有单位参考的做法", "Practices that nobody draws upon"), nobody),
        (language("一项也没有参考的单位", "Units that draw upon none"), silent),
        (language("没有能读的申报表", "No readable filing"), unread),
    ):
        if names:
            yield Heading(language(f"{title}（{len(names)}）", f"{title} ({len(names)})"), 3)
            yield Bullets(names)


def _matrix(outlines: Outlines, catalogue: Catalogue, language: Language) -> Iterator[Block]:
    yield Heading(language("单位 × 做法", "Units × practices"))
    levels = {each: Level(each.phrase.in_(language), *_LEVELS[each]) for each in Relation}
    rows = [(each.unit.name, [levels[relation] for relation in each.relations]) for each in _readable(outlines)]
    yield Matrix(
        language("单位", "Unit"),
        _columns(catalogue),
        rows,
        list(levels.values()),
        language("合计", "Total"),
        language("没有能读的申报表。", "There is no readable filing."),
    )


def _columns(catalogue: Catalogue) -> list[MatrixColumn]:
    """A column a practice; a category's is named by the numbers of its first and last."""
    categories: dict[int, list[str]] = {}
    for code, practice in catalogue.practices.items():
        categories.setdefault(practice.category, []).append(code)
    groups = {category: f"{_number(codes[0])}-{_number(codes[-1])}" for category, codes in categories.items()}
    practices = catalogue.practices.values()
    return [MatrixColumn(each.code, each.title, groups[each.category]) for each in practices]


def _number(code: str) -> str:
    return code.removeprefix("P").lstrip("0")


def _totals(counted: Counts, catalogue: Catalogue, language: Language) -> Iterator[Block]:
    yield Heading(language("每项做法有几家参考", "How many units draw upon each"))
    relations = (Relation.ADOPTED, Relation.PARTIAL, Relation.SUGGESTED)
    columns = [
        Column(language("做法", "Practice"), wide=True),
        *(Column(each.phrase.in_(language), number=True) for each in relations),
        Column(language("合计", "Total"), number=True),
    ]
    rows: list[list[Cell]] = []
    for code, practice in catalogue.practices.items():
        found = [counted[code][each] for each in relations]
        rows.append([cells.name(practice), *found, sum(found)])
    yield Table(columns, rows)


def _revised(outlines: Outlines, revised: RevisedOf, language: Language) -> Iterator[Block]:
    rows = [(f"{each.unit.name} {one.measure.id}", one) for each in outlines for one in revised.get(each.unit.id, ())]
    if rows:
        yield Heading(language("参考做法已修订", "Named practices that were revised since"))
        yield cells.revised_table(rows, language("单位和举措", "Unit and measure"), language)


def _record(outlines: Outlines, catalogue: Catalogue, revised: RevisedOf | None) -> dict[str, Any]:
    counted = record.counts(outlines, catalogue)
    return {
        "units": [
            {
                **record.who(each.unit),
                "filing": each.is_readable,
                "relations": {code: one.value for code, one in zip(catalogue.practices, each.relations, strict=True)},
                "total": each.count(),
            }
            for each in outlines
        ],
        "practices": [
            {
                "practice": code,
                "title": catalogue.practices[code].title,
                **{relation.value: found[relation] for relation in Relation},
            }
            for code, found in counted.items()
        ],
        "drawn_upon_by_nobody": _nobody(counted),
        "drawing_upon_none": [each.unit.id for each in _readable(outlines) if not each.count()],
        "without_filing": [each.unit.id for each in outlines if not each.is_readable],
        "revised": None
        if revised is None
        else [{"unit": unit, **record.revised(each)} for unit, found in revised.items() for each in found],
    }
