"""Progress → 变化: what became of each measure since the report before."""

from collections.abc import Sequence

from xunbiao.model.language import Language, Phrase
from xunbiao.model.page import Cell, Column, Percent, Sheet, Table, Tone, Toned
from xunbiao.model.progress import Basis, Progress, UnitProgress
from xunbiao.model.standing import MeasureChange
from xunbiao.pages.book.setting import set_up
from xunbiao.pages.terms import status

NAME = Phrase("变化", "Changes")


def sheet(progress: Progress, basis: Basis, language: Language) -> Sheet:
    columns = [
        Column(language("序号", "No.")),
        Column(language("填报单位", "Unit"), wide=True),
        Column(language("编号", "Id")),
        Column(language("举措", "Measure"), wide=True),
        Column(language("上季度状态", "Status before")),
        Column(language("上季度完成率", "Completion before"), number=True),
        Column(language("本季度状态", "Status now")),
        Column(language("本季度完成率", "Completion now"), number=True),
        Column(language("增减（百分点）", "Change (points)"), number=True),
        Column(language("说明", "Remarks")),
    ]
    found = [(each, change) for each in progress.units for change in each.changes or ()]
    rows = [_row(number, *each, language) for number, each in enumerate(found, 1)]
    return set_up(progress, basis, NAME, language, [Table(columns, rows, _none(progress, language))])


def _none(progress: Progress, language: Language) -> str:
    before = progress.period.before
    if before is None:
        return language("这是第一个季度，没有上季度可比。", "This is the first quarter: there is none to compare with.")
    if not any(each.changes is not None for each in progress.units):
        zh = f"没有单位两个季度（{before.phrase.zh}和本季度）都报了，无法比较。"
        return language(zh, f"No unit has reported on both this quarter and {before.phrase.en}.")
    return language("没有举措的状态或完成率变化。", "No status and no completion has changed.")


def _row(number: int, each: UnitProgress, change: MeasureChange, language: Language) -> Sequence[Cell]:
    return [
        number,
        each.unit.name,
        change.id,
        change.text or None,
        *_told(change, language, now=False),
        *_told(change, language, now=True),
        Toned(change.delta, Tone.WARN) if (change.delta or 0) < 0 else change.delta,
        _remark(change, language),
    ]


def _told(change: MeasureChange, language: Language, *, now: bool) -> tuple[Cell, Cell]:
    told = change.after if now else change.before
    if told is None:
        return None, Percent(None)
    return status(told[0], language), Percent(told[1] / 100 if told[1] is not None else None)


def _remark(change: MeasureChange, language: Language) -> Cell:
    if change.before is None:
        return Toned(language("新增", "new"), Tone.WARN)
    if change.after is None:
        return Toned(language("本季没有报", "gone"), Tone.WARN)
    return Toned(language("完成率下降", "fell back"), Tone.WARN) if (change.delta or 0) < 0 else None
