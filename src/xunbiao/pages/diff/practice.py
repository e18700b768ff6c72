"""All units' Comparisons, one practice → Page: who takes it up and how far, whom it would suit, the figures."""

from collections.abc import Iterable, Iterator, Sequence

from xunbiao.catalogue import Comparison, Relation, Standing
from xunbiao.model.campaign import Unit
from xunbiao.model.language import Language
from xunbiao.model.page import Block, Column, Heading, Page, Paragraph, Table, Tone
from xunbiao.model.practice import Practice
from xunbiao.pages.diff import cells, record

Stand = tuple[Unit, Standing]


def build_for_practice(comparisons: Iterable[Comparison], practice: Practice, language: Language) -> Page:
    """Every unit beside one practice; units that have nothing to do with it are in the record alone. Of each
    comparison what it says of this practice is kept."""
    stands = [(each.unit, one) for each in comparisons for one in each.standings if one.practice.code == practice.code]
    taking = [each for each in stands if each[1].relation is not Relation.NONE]
    blocks = [
        Paragraph(_summary(taking, len(stands), language)),
        *_units(taking, language),
        *_suited([each for each in stands if each[1].prompts], language),
        *_elements(practice, taking, language),
        *_figures(taking, language),
    ]
    title = language(f"{cells.name(practice)}：谁在参考", f"{cells.name(practice)}: who draws upon it")
    data = {
        "practice": practice.code,
        "title": practice.title,
        "units": [{**record.who(unit), **record.position(standing)} for unit, standing in stands],
    }
    return Page(title, blocks, language, data)


def _summary(taking: Sequence[Stand], total: int, language: Language) -> str:
    if not taking:
        return language(f"{total} 家单位里没有一家参考这一项。", f"None of {total} units draws upon it.")
    counted = [sum(standing.relation is each for _, standing in taking) for each in Relation]
    return language(
        f"{total} 家单位里，写明参考 {counted[0]} 家，写明部分 {counted[1]} 家，文字像是参考 {counted[2]} 家。",
        f"Of {total} units {counted[0]} adopt it, {counted[1]} in part, {counted[2]} draw upon it without naming it.",
    )


def _units(taking: Sequence[Stand], language: Language) -> Iterator[Block]:
    if not taking:
        return
    yield Heading(language("谁在参考", "Who draws upon it"))
    columns = [
        Column(language("单位", "Unit"), wide=True),
        Column(language("程度", "How far")),
        Column(language("从哪里看出", "Where it shows"), wide=True),
        Column(language("看来涉及的要点", "Elements it seems to cover"), wide=True),
    ]
    rows = [
        [
            unit.name,
            cells.relation(standing, language),
            cells.where(standing.mentions, language),
            cells.elements(standing.practice, standing.covered, language),
        ]
        for unit, standing in taking
    ]
    yield Table(columns, rows)


def _suited(prompted: Sequence[Stand], language: Language) -> Iterator[Block]:
    if prompted:
        yield Heading(language("与谁有关、还没有参考", "Whom it would suit"))
        columns = [Column(language("单位", "Unit"), wide=True), Column(language("为什么", "Why"), wide=True)]
        yield Table(columns, [[unit.name, cells.why(each.prompts, language)] for unit, each in prompted])


def _elements(practice: Practice, taking: Sequence[Stand], language: Language) -> Iterator[Block]:
    yield Heading(language("每个要点有谁涉及", "Who covers which element"))
    columns = [
        Column(language("要点", "Element")),
        Column(language("做什么", "What is done"), wide=True),
        Column(language("单位", "Units"), wide=True),
    ]
    rows = []
    for code, said in practice.elements.items():
        names = "、".join(unit.name for unit, standing in taking if code in standing.covered)
        rows.append([code, said, names or language("没有", "nobody")])
    yield Table(columns, rows, empty=language("没有列出要点。", "No element is listed."))


def _figures(taking: Sequence[Stand], language: Language) -> Iterator[Block]:
    rows = [
        (f"{unit.name} {pair.goal.id} {pair.metric.name}", pair)
        for unit, standing in taking
        for pair in standing.figures
    ]
    if rows:
        yield Heading(language("数字并排看", "Figures side by side"))
        yield cells.figure_table(rows, language("单位和指标", "Unit and figure"), language)
    elif taking:
        text = language("各单位的指标与这一项的数没有可以并排的。", "No unit's figure stands beside this practice's.")
        yield Paragraph(text, Tone.FAINT)
