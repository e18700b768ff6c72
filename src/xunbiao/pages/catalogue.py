"""Catalogue, Practice → Page: the practices by category, or one of them whole, as a reader wants to know it."""

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from typing import Any

from xunbiao.model.language import Language
from xunbiao.model.page import Block, Bullets, Cell, Column, Facts, Heading, Page, Paragraph, Table, Tone
from xunbiao.model.practice import Catalogue, Datum, Practice
from xunbiao.pages.terms import term

_QUALIFIERS = {
    "恰": ("", ""),
    "约": ("约", "about "),
    "至少": ("至少", "at least "),
    "至多": ("至多", "at most "),
    "超过": ("超过", "over "),
}


def overview(catalogue: Catalogue, language: Language) -> Page:
    """All practices, grouped by category."""
    count = len(catalogue.practices)
    title = language(f"{catalogue.name}（{count}项）", f"{catalogue.name} ({count} practices)")
    blocks = [block for group in _categories(catalogue) for block in _category(*group, language)]
    if not blocks:
        text = language("目录里没有做法。", "There is no practice in the catalogue.")
        return Page(title, [Paragraph(text, Tone.WARN)], language, _overview_record(catalogue))
    more = language(
        "看一项：xunbiao catalogue 9。看一段话参考了哪项：xunbiao catalogue --match “……”。附件1仅供参考。",
        "One practice: xunbiao catalogue 9. What a text draws upon: xunbiao catalogue --match “…”.",
    )
    return Page(title, [*blocks, Paragraph(more, Tone.FAINT)], language, _overview_record(catalogue))


def practice(found: Practice, catalogue: Catalogue, language: Language) -> Page:
    """One practice: elements, figures, regions, misprints of the source, neighbours and how it is said."""
    blocks = [
        Facts(_facts(found, catalogue, language)),
        *_elements(found, language),
        *_data(found, language),
        *_neighbours(found, catalogue, language),
        *_sayings(found, language),
        *_errata(found, language),
    ]
    return Page(f"{found.code} {found.title}", blocks, language, practice_record(found, catalogue))


def practice_record(found: Practice, catalogue: Catalogue) -> dict[str, Any]:
    """A practice as plain data, under English keys."""
    return {
        "practice": found.code,
        "number": found.number,
        "title": found.title,
        "category": {"number": found.category, "name": catalogue.categories.get(found.category, "")},
        "version": found.version,
        "regions": list(found.regions),
        "elements": dict(found.elements),
        "data": [datum_record(each) for each in found.data],
        "reduces": list(found.reduces),
        "indicators": list(found.indicators),
        "errata": [{"printed": printed, "meant": meant} for printed, meant in found.errata],
        "phrases": list(found.phrases),
        "examples": {code: list(texts) for code, texts in found.examples.items()},
        "neighbours": dict(found.neighbours),
    }


def datum_record(datum: Datum) -> dict[str, Any]:
    return {
        "name": datum.name,
        "region": datum.region,
        "value": datum.value,
        "before": datum.before,
        "after": datum.after,
        "unit": datum.unit,
        "qualifier": datum.qualifier,
        "nature": datum.nature,
        "as_of": datum.as_of or None,
        "token": datum.token,
    }


def figure(datum: Datum, language: Language) -> str:
    """A figure as it reads: 141 → 至多25 天. The qualifier is the later value's."""
    bound = language(*_QUALIFIERS.get(datum.qualifier, ("", "")))
    before = "" if datum.before is None else f"{plain(datum.before)} → "
    reached = "—" if datum.reached is None else plain(datum.reached)
    return f"{before}{bound}{reached} {datum.unit}".strip()


def caveat(datum: Datum, language: Language) -> str:
    """When a figure was true: 目前 has no date, so it must be quoted with care."""
    if datum.as_of == "目前":
        return language("“目前”，无日期", "“at present”, undated")
    return datum.as_of or language("未注明日期", "no date given")


def plain(number: Decimal) -> str:
    """A number without exponent or idle zeros."""
    return f"{number.normalize():f}"


def _overview_record(catalogue: Catalogue) -> Mapping[str, Any]:
    return {
        "name": catalogue.name,
        "version": catalogue.version,
        "categories": [
            {
                "number": number,
                "name": name,
                "practices": [
                    {
                        "practice": each.code,
                        "number": each.number,
                        "title": each.title,
                        "version": each.version,
                        "regions": list(each.regions),
                        "elements": len(each.elements),
                        "data": len(each.data),
                        "reduces": list(each.reduces),
                    }
                    for each in practices
                ],
            }
            for number, name, practices in _categories(catalogue)
        ],
    }


def _categories(catalogue: Catalogue) -> Iterator[tuple[int, str, Sequence[Practice]]]:
    """Number, name and practices of each category that has any; practices of no known category come last."""
    for number in sorted({each.category for each in catalogue.practices.values()}, key=lambda each: (not each, each)):
        practices = [each for each in catalogue.practices.values() if each.category == number]
        yield number, catalogue.categories.get(number, ""), practices


def _category(number: int, name: str, practices: Sequence[Practice], language: Language) -> Iterator[Block]:
    yield Heading(f"{number}　{name}" if name else language("其他", "Others"))
    columns = [
        Column(language("编号", "Code")),
        Column(language("做法", "Practice"), wide=True),
        Column(language("地区", "Where"), wide=True),
        Column(language("要点", "Elements"), number=True),
        Column(language("数据", "Figures"), number=True),
    ]
    rows: list[list[Cell]] = [
        [each.code, each.title, "、".join(each.regions), len(each.elements), len(each.data)] for each in practices
    ]
    yield Table(columns, rows)


def _facts(found: Practice, catalogue: Catalogue, language: Language) -> list[tuple[str, str | int]]:
    category = catalogue.categories.get(found.category, "")
    return [
        (language("类别", "Category"), f"{found.category}　{category}".strip()),
        (language("地区", "Where"), "、".join(found.regions)),
        (language("减", "Saves"), "、".join(term(each, language) for each in found.reduces)),
        (language("评价指标", "Indicators"), "、".join(found.indicators)),
        (language("版本", "Version"), found.version),
    ]


def _elements(found: Practice, language: Language) -> Iterator[Block]:
    yield Heading(language("要点", "Elements"))
    columns = [Column(language("编号", "Code")), Column(language("做什么", "What is done"), wide=True)]
    empty = language("没有列出要点。", "No element is listed.")
    yield Table(columns, [[code, text] for code, text in found.elements.items()], empty=empty)


def _data(found: Practice, language: Language) -> Iterator[Block]:
    yield Heading(language("数据", "Figures"))
    columns = [
        Column(language("数的是什么", "What"), wide=True),
        Column(language("地区", "Where")),
        Column(language("数", "Figure")),
        Column(language("性质", "Kind")),
        Column(language("截至", "As of")),
    ]
    rows = [
        [each.name, each.region, figure(each, language), term(each.nature, language), caveat(each, language)]
        for each in found.data
    ]
    empty = language("附件1没有给这一项写数。", "Annex 1 gives no figure for it.")
    yield Table(columns, rows, empty=empty)


def _neighbours(found: Practice, catalogue: Catalogue, language: Language) -> Iterator[Block]:
    if not found.neighbours:
        return
    yield Heading(language("容易混的做法", "Easily taken for"))
    columns = [Column(language("做法", "Practice"), wide=True), Column(language("区别", "The difference"), wide=True)]
    titles = {code: each.title for code, each in catalogue.practices.items()}
    yield Table(columns, [[f"{code} {titles.get(code, '')}", told] for code, told in found.neighbours.items()])


def _sayings(found: Practice, language: Language) -> Iterator[Block]:
    examples = sum(map(len, found.examples.values()))
    if not found.phrases and not examples:
        return
    yield Heading(language("别人怎样说", "How it is said"))
    if found.phrases:
        yield Paragraph("、".join(found.phrases))
    if examples:
        more = language(
            f"另有例句 {examples} 句，在 catalogue/{found.code}.yaml，可以增补。",
            f"{examples} example sentences stand in catalogue/{found.code}.yaml; add your own.",
        )
        yield Paragraph(more, Tone.FAINT)


def _errata(found: Practice, language: Language) -> Iterator[Block]:
    if found.errata:
        yield Heading(language("附件1的错字", "Misprints of Annex 1"))
        yield Bullets([language(f"“{was}”应为“{should}”", f"“{was}” for “{should}”") for was, should in found.errata])
