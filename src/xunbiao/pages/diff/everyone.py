"""All units' Comparisons → Page: units × practices with totals, and who and what is left alone."""

from collections.abc import Iterator, Mapping, Sequence
from types import MappingProxyType
from typing import Any

from xunbiao.catalogue import Comparison, Relation, Revised
from xunbiao.model.language import Language
from xunbiao.model.page import Block, Bullets, Cell, Column, Facts, Heading, Page, Paragraph, Table, Tone
from xunbiao.model.practice import Catalogue
from xunbiao.pages.diff import cells, record

Comparisons = tuple[Comparison, ...]
RevisedOf = Mapping[str, Sequence[Revised]]
"""By unit's id: what its measures name that has been revised since."""
_NOTHING: RevisedOf = MappingProxyType({})

SIGNS = {Relation.ADOPTED: "#", Relation.PARTIAL: "+", Relation.SUGGESTED: "?", Relation.NONE: "."}
"""A relation in one character, each of the same width on every terminal and told apart without colour."""


def build_for_all(
    comparisons: Comparisons,
    catalogue: Catalogue,
    language: Language,
    *,
    compact: bool,
    revised: RevisedOf | None = _NOTHING,
) -> Page:
    """The matrix of all units and practices: a column a practice or, `compact`, a column a category for a screen.

    `revised` is None where no history could tell.
    """
    title = language(f"各单位对照{catalogue.name}", f"All units beside {catalogue.name}")
    if not comparisons:
        text = language(
            "名录里没有应报的单位，也没有申报表。", "No unit on the roster is to file, and there is no filing."
        )
        return Page(title, [Paragraph(text, Tone.WARN)], language, _record(comparisons, catalogue, revised))
    blocks = [
        Facts(_facts(comparisons, catalogue, language)),
        *_left_alone(comparisons, catalogue, language),
        *_matrix(comparisons, catalogue, language, compact),
        *_totals(comparisons, catalogue, language),
        *_revised(comparisons, revised or {}, language),
    ]
    return Page(title, blocks, language, _record(comparisons, catalogue, revised))


def _readable(comparisons: Comparisons) -> Comparisons:
    return tuple(each for each in comparisons if each.filing is not None)


def _nobody(comparisons: Comparisons, catalogue: Catalogue) -> list[str]:
    """The practices that no unit draws upon."""
    return [code for code in catalogue.practices if record.counts(comparisons, code)[Relation.NONE] == len(comparisons)]


def _facts(comparisons: Comparisons, catalogue: Catalogue, language: Language) -> list[tuple[str, Cell]]:
    readable = _readable(comparisons)
    drawing = [each for each in readable if each.taken_up]
    practices = len(catalogue.practices)
    named = [each for each in readable if each.of(Relation.ADOPTED, Relation.PARTIAL)]
    return [
        (language("申报表", "Filings"), language(f"{len(readable)} 份", f"{len(readable)}")),
        (language("参考了做法的单位", "Units that draw upon any"), f"{len(drawing)} / {len(readable)}"),
        (language("写明了的", "Of them by name"), f"{len(named)} / {len(readable)}"),
        (
            language("有人参考的做法", "Practices drawn upon"),
            f"{practices - len(_nobody(comparisons, catalogue))} / {practices}",
        ),
    ]


def _left_alone(comparisons: Comparisons, catalogue: Catalogue, language: Language) -> Iterator[Block]:
    nobody = [cells.name(catalogue.practices[code]) for code in _nobody(comparisons, catalogue)]
    silent = [each.unit.name for each in _readable(comparisons) if not each.taken_up]
    unread = [each.unit.name for each in comparisons if each.filing is None]
    for title, names in (
        (language("没有单位参考的做法", "Practices that nobody draws upon"), nobody),
        (language("一项也没有参考的单位", "Units that draw upon none"), silent),
        (language("没有能读的申报表", "No readable filing"), unread),
    ):
        if names:
            yield Heading(language(f"{title}（{len(names)}）", f"{title} ({len(names)})"), 3)
            yield Bullets(names)


def _matrix(comparisons: Comparisons, catalogue: Catalogue, language: Language, compact: bool) -> Iterator[Block]:
    yield Heading(language("单位 × 做法", "Units × practices"))
    legend = "　".join(f"{SIGNS[each]} {each.phrase.in_(language)}" for each in Relation)
    groups = _groups(catalogue, compact)
    columns = [
        Column(language("单位", "Unit"), wide=True),
        *(Column(title) for title, _ in groups),
        Column(language("合计", "Total"), number=True),
    ]
    rows = [_matrix_row(each, groups) for each in _readable(comparisons)]
    yield Table(columns, rows, empty=language("没有能读的申报表。", "There is no readable filing."), caption=legend)


def _groups(catalogue: Catalogue, compact: bool) -> list[tuple[str, list[str]]]:
    """The columns: title and codes. A category's title is the numbers of its first and last practice."""
    if not compact:
        return [(code, [code]) for code in catalogue.practices]
    categories: dict[int, list[str]] = {}
    for code, practice in catalogue.practices.items():
        categories.setdefault(practice.category, []).append(code)
    return [(f"{_number(codes[0])}-{_number(codes[-1])}", codes) for codes in categories.values()]


def _number(code: str) -> str:
    return code.removeprefix("P").lstrip("0")


def _matrix_row(comparison: Comparison, groups: Sequence[tuple[str, Sequence[str]]]) -> list[Cell]:
    signs = {each.practice.code: SIGNS[each.relation] for each in comparison.standings}
    marks = ("".join(signs[code] for code in codes) for _, codes in groups)
    return [comparison.unit.name, *marks, len(comparison.taken_up)]


def _totals(comparisons: Comparisons, catalogue: Catalogue, language: Language) -> Iterator[Block]:
    yield Heading(language("每项做法有几家参考", "How many units draw upon each"))
    relations = (Relation.ADOPTED, Relation.PARTIAL, Relation.SUGGESTED)
    columns = [
        Column(language("做法", "Practice"), wide=True),
        *(Column(each.phrase.in_(language), number=True) for each in relations),
        Column(language("合计", "Total"), number=True),
    ]
    rows: list[list[Cell]] = []
    for code, practice in catalogue.practices.items():
        counted = record.counts(comparisons, code)
        found = [counted[each] for each in relations]
        rows.append([cells.name(practice), *found, sum(found)])
    yield Table(columns, rows)


def _revised(comparisons: Comparisons, revised: RevisedOf, language: Language) -> Iterator[Block]:
    rows = [
        (f"{each.unit.name} {one.measure.id}", one) for each in comparisons for one in revised.get(each.unit.id, ())
    ]
    if rows:
        yield Heading(language("参考做法已修订", "Named practices that were revised since"))
        yield cells.revised_table(rows, language("单位和举措", "Unit and measure"), language)


def _record(comparisons: Comparisons, catalogue: Catalogue, revised: RevisedOf | None) -> dict[str, Any]:
    counted = {code: record.counts(comparisons, code) for code in catalogue.practices}
    return {
        "units": [
            {
                **record.who(each.unit),
                "filing": each.filing is not None,
                "relations": {one.practice.code: one.relation.value for one in each.standings},
                "total": len(each.taken_up),
            }
            for each in comparisons
        ],
        "practices": [
            {
                "practice": code,
                "title": catalogue.practices[code].title,
                **{relation.value: count for relation, count in found.items()},
            }
            for code, found in counted.items()
        ],
        "drawn_upon_by_nobody": _nobody(comparisons, catalogue),
        "drawing_upon_none": [each.unit.id for each in _readable(comparisons) if not each.taken_up],
        "without_filing": [each.unit.id for each in comparisons if each.filing is None],
        "revised": None
        if revised is None
        else [{"unit": unit, **record.revised(each)} for unit, found in revised.items() for each in found],
    }
