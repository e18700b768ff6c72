"""Progress → 指标: each goal's figure on its way from 现状值 to 目标值, beside the straight line to its deadline."""

from collections.abc import Sequence

from xunbiao.model.language import Language, Phrase
from xunbiao.model.page import Cell, Column, Percent, Sheet, Table, Tone, Toned, Trend
from xunbiao.model.period import iso_day
from xunbiao.model.progress import Basis, Progress, UnitProgress
from xunbiao.model.standing import IndicatorStanding, Pace
from xunbiao.pages.book.setting import set_up
from xunbiao.pages.terms import term

NAME = Phrase("指标", "Indicators")
_TONES = {Pace.AHEAD: Tone.GOOD, Pace.ON_LINE: Tone.PLAIN, Pace.BEHIND: Tone.WARN}
_NUMBERS = (("现状值", "Baseline"), ("现值", "Now"), ("目标值", "Target"), ("标杆值", "Benchmark"),
            ("已走", "Covered"), ("时间进度", "Straight line"))  # fmt: skip


def sheet(progress: Progress, basis: Basis, language: Language) -> Sheet:
    columns = [
        Column(language("序号", "No.")),
        Column(language("填报单位", "Unit"), wide=True),
        Column(language("单位类别", "Class")),
        Column(language("编号", "Id")),
        Column(language("指标", "Indicator"), wide=True),
        Column(language("维度", "Dimension")),
        Column(language("单位", "Measured in")),
        *(Column(language(*each), number=True) for each in _NUMBERS),
        Column(language("走势", "Trend")),
        Column(language("快慢", "Pace")),
        Column(language("是否达标", "Reached")),
        Column(language("截至", "As of")),
        Column(language("时限", "Deadline")),
    ]
    rows = [_row(number, *each, language) for number, each in enumerate(progress.indicators, 1)]
    none = language("申报表里没有指标。", "No filing has a figure to follow.")
    return set_up(progress, basis, NAME, language, [Table(columns, rows, none)])


def _row(number: int, each: UnitProgress, indicator: IndicatorStanding, language: Language) -> Sequence[Cell]:
    metric = indicator.metric
    return [
        number,
        each.unit.name,
        term(each.unit.category, language) or None,
        indicator.id,
        metric.name or None,
        term(metric.dimension, language) or None,
        metric.unit or None,
        metric.baseline,
        indicator.value,
        metric.target,
        metric.benchmark,
        Percent(indicator.share),
        Percent(indicator.line),
        Trend(tuple(share for _, share in indicator.trail)),
        _pace(indicator, language),
        _reached(indicator, language),
        iso_day(indicator.as_of) or indicator.as_of or None,
        indicator.deadline,
    ]


def _pace(indicator: IndicatorStanding, language: Language) -> Cell:
    if indicator.leads_nowhere:
        return Toned(language("目标未提高", "goal no better"), Tone.BAD)
    return Toned(indicator.pace.phrase.in_(language), _TONES[indicator.pace]) if indicator.pace else None


def _reached(indicator: IndicatorStanding, language: Language) -> Cell:
    if indicator.share is None:
        return language("没有现值", "no value") if indicator.value is None else None
    return Toned(language("是", "yes"), Tone.GOOD) if indicator.is_reached else language("否", "no")
