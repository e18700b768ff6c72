"""Progress → blocks: the summary's results, a row for every unit, and every figure."""

from collections.abc import Iterator, Sequence

from xunbiao.model.document import Kind
from xunbiao.model.language import Language
from xunbiao.model.obligation import State, share
from xunbiao.model.page import Block, Cell, Column, Heading, Percent, Table, Tone, Toned
from xunbiao.model.progress import Progress, UnitProgress
from xunbiao.model.report import DONE
from xunbiao.model.standing import FOUR_CUTS, count_statuses
from xunbiao.pages.report.figures import indicator_table
from xunbiao.pages.terms import counted, term

_OUTCOMES = ("新思路", "新举措", "新做法", "经验", "成效")
_TONES = {State.MISSING: Tone.BAD, State.LATE: Tone.WARN, State.ON_TIME: Tone.GOOD}


def blocks(progress: Progress, language: Language) -> Iterator[Block]:
    if progress.period.kind is Kind.SUMMARY:
        yield from _outcomes(progress, language)
    yield Heading(language("各单位情况", "Unit by unit"))
    none = language("没有应报的单位。", "No unit is expected.")
    yield Table(_columns(language), [_row(each, progress, language) for each in progress.units], empty=none)
    if progress.filings:
        yield Heading(language("各单位申报", "Filing by filing"))
        yield Table(_filing_columns(language), [_filing_row(each) for each in progress.units])
    if progress.indicators:
        yield Heading(language("全部指标", "All figures"))
        yield indicator_table(progress.indicators, language)


def _outcomes(progress: Progress, language: Language) -> Iterator[Block]:
    """What is to become the city's own experience (三（三）)."""
    yield Heading(language("总结成果", "What the campaign leaves"))
    told = [(each.unit.name, each.outcome) for each in progress.units if each.outcome]
    columns = [
        Column(language("单位", "Unit"), wide=True),
        *(Column(term(label, language), number=True) for label in ("制度成果", *_OUTCOMES)),
    ]
    rows: list[Sequence[Cell]] = [
        (name, len(each.institutions), *(len(each.texts[label]) for label in _OUTCOMES)) for name, each in told
    ]
    none = language("还没有总结报告。", "No summary report has come in yet.")
    yield Table(columns, rows, empty=none)
    institutions = [
        (name, each.name or None, each.number or None, each.issued or None)
        for name, outcome in told
        for each in outcome.institutions
    ]
    if institutions:
        titles = (("单位", "Unit"), ("名称", "Title"), ("文号", "Number"), ("印发日期", "Issued"))
        yield Table(
            [Column(language(*title), wide=at < 2) for at, title in enumerate(titles)],
            institutions,
            caption=term("制度成果", language),
        )


def _columns(language: Language) -> Sequence[Column]:
    """As many as fit eighty columns beside a long name."""
    numbers = (("举措", "Meas."), ("已完成", "Done"), ("逾期", "Overdue"), ("完成率", "Avg."), ("达标", "Met"))
    return (
        Column(language("单位", "Unit"), wide=True),
        Column(language("报送", "Report")),
        *(Column(language(*each), number=True) for each in numbers),
    )


def _row(each: UnitProgress, progress: Progress, language: Language) -> Sequence[Cell]:
    statuses = count_statuses(each.measures)
    average = statuses.average_completion
    overdue = len(each.overdue)
    told = each.readable and each.report.is_in
    return (
        each.unit.name,
        _state(each, progress, language),
        statuses.total if each.measures else None,
        statuses.by_status[DONE] if told else None,
        Toned(overdue, Tone.WARN) if overdue else 0,
        Percent(average / 100 if average is not None else None),
        sum(one.is_reached for one in each.indicators) if told else None,
    )


def _filing_columns(language: Language) -> Sequence[Column]:
    numbers = (("目标", "Goals"), ("量化率", "Quant."), ("落实率", "Named"), ("四问", "4Q"))
    return (
        Column(language("单位", "Unit"), wide=True),
        *(Column(language(*each), number=True) for each in numbers),
        *(Column(term(cut, language), number=True) for cut in FOUR_CUTS),
    )


def _filing_row(each: UnitProgress) -> Sequence[Cell]:
    """Goals with figures, measures with a person, questions answered, and what is to be cut."""
    figures = each.figures
    if figures is None:
        return (each.unit.name, *(None,) * (4 + len(FOUR_CUTS)))
    return (
        each.unit.name,
        figures.goals,
        Percent(share(figures.goals_quantified, figures.goals)),
        Percent(share(figures.measures_named, figures.measures)),
        figures.questions.answered,
        *(figures.cuts[cut] for cut in FOUR_CUTS),
    )


def _state(each: UnitProgress, progress: Progress, language: Language) -> Cell:
    owed = each.report
    if owed.state is State.MISSING and not progress.period.due_has_passed:
        return language("未到期", "not due yet")
    word = owed.state.phrase.in_(language)
    if owed.state is State.LATE:
        word = language(f"逾期{owed.days_late}天", f"{counted(owed.days_late, 'day')} late")
    return Toned(word, _TONES.get(owed.state, Tone.PLAIN))
