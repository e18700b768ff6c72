"""Progress → 汇总表: a row a unit, and a last one for all; figures as figures, so that they can be added up again."""

from collections.abc import Sequence

from xunbiao.model.language import Language, Phrase
from xunbiao.model.obligation import State, share
from xunbiao.model.page import Block, Cell, Column, Paragraph, Percent, Sheet, Table, Tone, Toned
from xunbiao.model.progress import Basis, Progress, UnitProgress
from xunbiao.model.report import STATUSES
from xunbiao.model.standing import FOUR_CUTS, FilingFigures, StatusCount, count_statuses
from xunbiao.pages.book.setting import arrival, remarks, set_up, told
from xunbiao.pages.book.words import share_in_words
from xunbiao.pages.report import turnout
from xunbiao.pages.terms import term

NAME = Phrase("汇总表", "Units")


def sheet(progress: Progress, basis: Basis, language: Language) -> Sheet:
    cautions = list(turnout.notes(progress, basis, language))[1:]
    blocks: list[Block] = [*cautions, *([Paragraph(_in_short(progress, language))] if progress.units else [])]
    none = language("没有应报的单位。", "No unit is expected.")
    rows = [_row(number, each, language) for number, each in enumerate(progress.units, 1)]
    table = Table(_columns(language), rows, none, total=_total(progress, language))
    return set_up(progress, basis, NAME, language, [*blocks, table])


def _in_short(progress: Progress, language: Language) -> str:
    found, rate = progress.turnout, share_in_words
    return language(
        f"应报 {found.expected}，已报 {found.actual}，上报率 {rate(found.reporting_rate)}；按时 {found.on_time}，"
        f"按时率 {rate(found.on_time_rate)}；逾期 {found.late}，未报 {found.missing}。",
        f"{found.expected} expected, {found.actual} reported ({rate(found.reporting_rate)}); {found.on_time} on time "
        f"({rate(found.on_time_rate)}); {found.late} late, {found.missing} missing.",
    )


def _columns(language: Language) -> Sequence[Column]:
    return [
        Column(language("序号", "No.")),
        Column(language("填报单位", "Unit"), wide=True),
        Column(language("单位类别", "Class")),
        *(Column(language(*each), number=True) for each in (("应报", "Due"), ("已报", "In"), ("按时", "On time"))),
        Column(language("报送情况", "Report")),
        Column(language("报送时间", "Arrived")),
        Column(language("申报情况", "Filing")),
        *(Column(language(*each), number=True) for each in _OF_FILINGS),
        *(Column(term(cut, language) if language is Language.EN else f"减{cut}", number=True) for cut in FOUR_CUTS),
        *(Column(term(each, language), number=True) for each in STATUSES),
        *(Column(language(*each), number=True) for each in _OF_MEASURES),
        *(Column(language(*each), number=True) for each in _OF_FIGURES),
        Column(language("联系人", "Contact")),
        Column(language("联系电话", "Phone")),
        Column(language("备注", "Remarks"), wide=True),
    ]


_OF_FILINGS = (("目标", "Goals"), ("量化率", "Quantified"), ("四问", "4 questions"), ("举措", "Measures"),
               ("落实率", "Named"), ("借鉴做法", "Practices"))  # fmt: skip
_OF_MEASURES = (("未填状态", "No status"), ("平均完成率", "Completion"), ("逾期举措", "Overdue"))
_OF_FIGURES = (("指标", "Indicators"), ("已达标", "Reached"))


def _row(number: int, each: UnitProgress, language: Language) -> Sequence[Cell]:
    owed, statuses, is_told = each.report, count_statuses(each.measures), told(each)
    return [
        number,
        each.unit.name,
        term(each.unit.category, language) or None,
        owed.turnout.expected,
        owed.turnout.actual,
        owed.turnout.on_time,
        arrival(owed, language),
        owed.delivery.day if owed.delivery else None,
        arrival(each.filing, language),
        *_of_filing(each.figures),
        *_of_measures(statuses, len(each.overdue), is_told=is_told, is_known=bool(each.measures)),
        len(each.indicators) if each.figures else None,
        sum(one.is_reached for one in each.indicators) if is_told else None,
        each.background.contact or None,
        each.background.phone or None,
        language("；", "; ").join(_remarks(each, language)) or None,
    ]


def _of_filing(figures: FilingFigures | None) -> Sequence[Cell]:
    if figures is None:
        return (None,) * (len(_OF_FILINGS) + len(FOUR_CUTS))
    return (
        figures.goals,
        Percent(share(figures.goals_quantified, figures.goals)),
        figures.questions.answered,
        figures.measures,
        Percent(share(figures.measures_named, figures.measures)),
        len({code.partition("-")[0] for code, _ in figures.practices}),
        *(figures.cuts[cut] for cut in FOUR_CUTS),
    )


def _of_measures(counted: StatusCount, overdue: int, *, is_told: bool, is_known: bool) -> Sequence[Cell]:
    """Nothing where no report says anything, so that nothing unknown reads as zero."""
    average = counted.average_completion
    return (
        *(counted.by_status[status] if is_told else None for status in STATUSES),
        counted.unreported if is_known else None,
        Percent(average / 100 if average is not None else None),
        Toned(overdue, Tone.WARN) if overdue else 0 if is_known else None,
    )


def _remarks(each: UnitProgress, language: Language) -> list[str]:
    found = remarks(each.report, language)
    if not each.readable:
        found.append(language("报告读不出来，进展没有计入", "the report cannot be read and is not counted"))
    if each.report.state is State.DRAFT:
        found.append(language("有文件，未提交", "there is a file that was not submitted"))
    if each.figures is None:
        found.append(language("没有能读的申报表", "no filing that can be read"))
    return found


def _total(progress: Progress, language: Language) -> Sequence[Cell]:
    found, filings, turnout_ = progress.statuses, progress.filings, progress.turnout
    goals, measures = sum(each.goals for each in filings), sum(each.measures for each in filings)
    is_told = turnout_.actual > 0
    of_filings: Sequence[Cell] = (
        goals,
        Percent(share(sum(each.goals_quantified for each in filings), goals)),
        None,
        measures,
        Percent(share(sum(each.measures_named for each in filings), measures)),
        sum(bool(each.title) for each in progress.practices),
        *(sum(each.cuts[cut] for each in filings) for cut in FOUR_CUTS),
    )
    return [
        None,
        language("合计", "All"),
        None,
        turnout_.expected,
        turnout_.actual,
        turnout_.on_time,
        *(None,) * 3,
        *(of_filings if filings else (None,) * len(of_filings)),
        *_of_measures(
            found,
            sum(len(each.overdue) for each in progress.units),
            is_told=is_told,
            is_known=bool(progress.measures),
        ),
        len(progress.indicators) if filings else None,
        sum(one.is_reached for _, one in progress.indicators) if is_told else None,
        *(None,) * 3,
    ]
