"""Progress → blocks: goals' figures on their way, and what they cut."""

from collections import Counter
from collections.abc import Iterator, Sequence

from xunbiao.model.language import Language
from xunbiao.model.page import Block, Cell, Column, Facts, Heading, Paragraph, Percent, Table, Tone, Toned, Trend
from xunbiao.model.progress import Progress, UnitProgress
from xunbiao.model.standing import FOUR_CUTS, IndicatorStanding, Pace
from xunbiao.pages.terms import counted, term

_WORST = 10
_TONES = {Pace.AHEAD: Tone.GOOD, Pace.ON_LINE: Tone.PLAIN, Pace.BEHIND: Tone.WARN}


def blocks(progress: Progress, language: Language) -> Iterator[Block]:
    """Who lags behind here; the full list closes the report."""
    yield Heading(language("指标进展", "Figures on their way"))
    if not progress.indicators:
        yield Paragraph(language("申报表里没有指标。", "No filing has a figure to follow."), Tone.FAINT)
        return
    if not any(each.value is not None for _, each in progress.indicators):
        count = len(progress.indicators)
        text = language(
            f"共 {count} 个指标，还没有报来现值。", f"{counted(count, 'figure')}, and no present value yet."
        )
        yield Paragraph(text, Tone.FAINT)
        return
    yield Facts(_facts(progress, language))
    behind = [(unit, each) for unit, each in progress.indicators if each.pace is Pace.BEHIND]
    behind.sort(key=lambda row: (row[1].share or 0) - (row[1].line or 0))
    if behind:
        worst = behind[:_WORST]
        caption = language(f"最慢的 {len(worst)} 个", f"Farthest behind ({len(worst)})")
        yield indicator_table(worst, language, caption)
    yield from _cuts(progress, language)


def _facts(progress: Progress, language: Language) -> Sequence[tuple[str, Cell]]:
    found = [each for _, each in progress.indicators]
    paces = Counter(each.pace for each in found)
    return (
        (language("指标", "Figures"), len(found)),
        (language("本季度有现值", "With a present value"), sum(each.value is not None for each in found)),
        (language("已达目标值", "Goal reached"), sum(each.is_reached for each in found)),
        (language("快于时间进度", "Ahead of the straight line"), paces[Pace.AHEAD]),
        (language("与时间进度持平", "On the straight line"), paces[Pace.ON_LINE]),
        (language("慢于时间进度", "Behind the straight line"), paces[Pace.BEHIND]),
    )


def indicator_table(
    rows: Sequence[tuple[UnitProgress, IndicatorStanding]], language: Language, caption: str = ""
) -> Table:
    """现状值 → 现值 → 目标值, with the share of the way and whether the straight line to the deadline asks for more."""
    columns = [
        Column(language("单位", "Unit"), wide=True),
        Column(language("指标", "Figure"), wide=True),
        Column(language("现状值", "Baseline"), number=True),
        Column(language("现值", "Now"), number=True),
        Column(language("目标值", "Target"), number=True),
        Column(language("已走", "Covered"), number=True),
        Column(language("走势", "Trend")),
        Column(language("快慢", "Pace")),
    ]
    return Table(columns, [_row(unit, each, language) for unit, each in rows], caption=caption)


def _row(unit: UnitProgress, indicator: IndicatorStanding, language: Language) -> Sequence[Cell]:
    metric = indicator.metric
    return (
        unit.unit.name,
        _named(indicator, language),
        metric.baseline,
        indicator.value,
        metric.target,
        Percent(indicator.share),
        Trend(tuple(share for _, share in indicator.trail)),
        _pace(indicator, language),
    )


def _named(indicator: IndicatorStanding, language: Language) -> str:
    unit = indicator.metric.unit
    measured_in = language(f"（{unit}）", f" ({unit})") if unit else ""
    return f"{indicator.id} {indicator.metric.name}{measured_in}".strip()


def _pace(indicator: IndicatorStanding, language: Language) -> Cell:
    if indicator.leads_nowhere:
        return Toned(language("目标未提高", "goal no better"), Tone.BAD)
    return Toned(indicator.pace.phrase.in_(language), _TONES[indicator.pace]) if indicator.pace else None


def _cuts(progress: Progress, language: Language) -> Iterator[Block]:
    columns = [
        Column(language("四减", "Cut")),
        Column(language("涉及单位", "Units"), number=True),
        Column(language("目标", "Goals"), number=True),
        Column(language("已达目标值", "Reached"), number=True),
    ]
    rows = [
        (
            term(dimension, language),
            sum(each.cuts[dimension] > 0 for each in progress.filings),
            sum(each.cuts[dimension] for each in progress.filings),
            sum(each.is_reached and each.metric.dimension == dimension for _, each in progress.indicators),
        )
        for dimension in FOUR_CUTS
    ]
    yield Table(
        columns, rows, caption=language("减环节、减材料、减时间、减成本", "Fewer steps, documents, days, costs")
    )
