"""One unit's Comparison → Page: what it takes up and how far, what else would suit it, and how its figures stand."""

from collections.abc import Iterator, Sequence

from xunbiao.catalogue import Comparison, Relation, Revised, Standing
from xunbiao.model.language import Language
from xunbiao.model.page import Block, Cell, Column, Heading, Page, Paragraph, Table, Tone, Toned
from xunbiao.pages.diff import cells, record

# What fits a screen of eighty columns.
_MENTIONS, _ELEMENTS, _PROMPTS = 3, 2, 4


def build_for_unit(
    comparison: Comparison, language: Language, *, full: bool = False, revised: Sequence[Revised] | None = ()
) -> Page:
    """A screen of advice, or with `full` all there is to say of all practices. The record is the same for both.

    `revised` is what the measures name that has changed since, or None where no history could tell.
    """
    unit, total = comparison.unit, len(comparison.standings)
    title = language(f"{unit.name}：对照{total}项典型做法", f"{unit.name}: beside the {total} practices")
    blocks = [
        Paragraph(_summary(comparison, language)),
        *_taken_up(comparison.taken_up, language, full),
        *_prompted(comparison, language, full),
        *_figures(comparison, language),
        *_revised(comparison, revised, language),
        *(_others(comparison, language) if full else ()),
        *_closing(comparison, language, full),
    ]
    data = record.comparison(comparison)
    data["revised"] = None if revised is None else [record.revised(each) for each in revised]
    return Page(title, blocks, language, data)


def _summary(comparison: Comparison, language: Language) -> str:
    if comparison.filing is None:
        path = f"filings/{comparison.unit.id}/filing.yaml"
        return language(
            f"还没有能读的申报表（{path}），只能按职责列出对口的做法。填报用 xunbiao new {comparison.unit.id}。",
            f"There is no readable filing ({path}) yet: only what fits the unit's duties on the roster can be listed. "
            f"Start one with xunbiao new {comparison.unit.id}.",
        )
    adopted, partial, suggested, none = (len(comparison.of(each)) for each in Relation)
    return language(
        f"写明参考 {adopted} 项，写明部分 {partial} 项，没有写明、文字像是参考 {suggested} 项，没有提到 {none} 项。",
        f"{adopted} adopted, {partial} in part, {suggested} not named though the text draws upon them, "
        f"{none} not mentioned.",
    )


def _taken_up(standings: Sequence[Standing], language: Language, full: bool) -> Iterator[Block]:
    if not standings:
        return
    yield Heading(language("已经参考的", "Taken up"))
    columns = [
        Column(language("做法", "Practice"), wide=True),
        Column(language("程度", "How far")),
        Column(language("从哪里看出", "Where it shows"), wide=True),
        *([Column(language("看来涉及的要点", "Elements it seems to cover"), wide=True)] if full else []),
        Column(language("还没提到的要点", "Elements not mentioned"), wide=True),
    ]
    ordered = sorted(standings, key=lambda each: list(Relation).index(each.relation))
    yield Table(columns, [_taken_up_row(each, language, full) for each in ordered])


def _taken_up_row(each: Standing, language: Language, full: bool) -> list[Cell]:
    mentions, elements = (None, None) if full else (_MENTIONS, _ELEMENTS)
    return [
        cells.name(each.practice),
        cells.relation(each, language),
        cells.where(each.mentions, language, mentions),
        *([cells.elements(each.practice, each.covered, language)] if full else []),
        cells.elements(each.practice, each.left_out, language, elements)
        if each.left_out
        else Toned(language("都提到了", "all mentioned"), Tone.GOOD),
    ]


def _prompted(comparison: Comparison, language: Language, full: bool) -> Iterator[Block]:
    """What the unit does not take up though its duties, its benchmarks or its gaps point to it."""
    found = [each for each in comparison.of(Relation.NONE) if each.prompts]
    if not found and comparison.filing is None:
        text = language(
            "名录里没有写职责，或者没有对口的做法。", "The roster gives no duties, or no practice fits them."
        )
        yield Paragraph(text, Tone.FAINT)
    if not found:
        return
    yield Heading(language("与本单位有关、还没有参考的", "Would suit the unit, not taken up"))
    columns = [
        Column(language("做法", "Practice"), wide=True),
        Column(language("为什么提它", "Why"), wide=True),
        Column(language("可以学什么", "What there is to learn"), wide=True),
    ]
    rows = [
        [
            cells.name(each.practice),
            cells.why(each.prompts, language),
            cells.elements(each.practice, each.left_out, language, None if full else _ELEMENTS),
        ]
        for each in found[: None if full else _PROMPTS]
    ]
    yield Table(columns, rows)


def _figures(comparison: Comparison, language: Language) -> Iterator[Block]:
    rows = [
        (f"{pair.goal.id} {pair.metric.name}（{each.practice.code}）", pair)
        for each in comparison.taken_up
        for pair in each.figures
    ]
    if rows:
        yield Heading(language("数字并排看", "Figures side by side"))
        yield cells.figure_table(rows, language("指标", "Figure"), language)


def _revised(comparison: Comparison, revised: Sequence[Revised] | None, language: Language) -> Iterator[Block]:
    if revised:
        yield Heading(language("参考做法已修订", "Named practices that were revised since"))
        yield cells.revised_table([(each.measure.id, each) for each in revised], language("举措", "Measure"), language)
    elif revised is None and comparison.filing and any(each.practices for each in comparison.filing.measures):
        text = language(
            "没有完整的 git 历史，看不出写明的做法此后有没有修订。",
            "Without a whole git history nothing tells whether the named practices were revised since.",
        )
        yield Paragraph(text, Tone.FAINT)


def _others(comparison: Comparison, language: Language) -> Iterator[Block]:
    others = [each for each in comparison.of(Relation.NONE) if not each.prompts]
    if others:
        yield Heading(language("没有提到的", "Not mentioned"))
        columns = [Column(language("做法", "Practice"), wide=True), Column(language("要点", "Elements"), wide=True)]
        elements = [cells.elements(each.practice, each.left_out, language) for each in others]
        yield Table(columns, [[cells.name(each.practice), said] for each, said in zip(others, elements, strict=True)])


def _closing(comparison: Comparison, language: Language, full: bool) -> Iterator[Block]:
    if comparison.filing is not None and not comparison.taken_up:
        text = language(
            "申报表没有参考任何一项：举措里没有写明“参考做法”，目标、亮点、举措的文字也看不出来。",
            "The filing draws upon none: no measure names one, and the words of its goals, highlights and measures "
            "speak of none.",
        )
        yield Paragraph(text, Tone.WARN)
    inferred = language(
        "“像是参考”按字词推断：说得对，在有关举措下加一行“参考做法”；不对，不用管。",
        "What is suggested is inferred from words: if it is right, name it under 参考做法 of the measure. ",
    )
    advice = language(
        "附件1仅供参考，参考多少不影响申报。", "Annex 1 is for reference only; nothing here fails a filing. "
    )
    more = language("全部做法和要点：--full。", "All practices and elements: --full.")
    said = [inferred if comparison.of(Relation.SUGGESTED) else "", advice, "" if full else more]
    yield Paragraph("".join(said).strip(), Tone.FAINT)
