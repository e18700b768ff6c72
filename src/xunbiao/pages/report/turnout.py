"""Progress → blocks: what the report rests on, who has reported, who was late, who is missing."""

from collections.abc import Iterator, Sequence

from xunbiao.model.campaign import Unit
from xunbiao.model.document import Kind
from xunbiao.model.language import Language
from xunbiao.model.obligation import Delivery, Flag, Obligation, State, Turnout
from xunbiao.model.page import Block, Bullets, Cell, Column, Heading, Paragraph, Percent, Table, Tone, Toned
from xunbiao.model.progress import Basis, Progress
from xunbiao.pages.terms import counted, term

_MOST_NAMED = 5


def notes(progress: Progress, basis: Basis, language: Language) -> Iterator[Block]:
    """What a reader must know to read the figures right."""
    period = progress.period
    yield Paragraph(
        language(
            f"依据提交 {basis.commit[:12]}（{basis.arrived_at:%Y-%m-%d %H:%M} 进入主线）；报告截止 {period.due}；"
            f"进展按 {period.judged_on} 判断。",
            f"Read from commit {basis.commit[:12]} (arrived {basis.arrived_at:%Y-%m-%d %H:%M}); reports were due by "
            f"{period.due}; progress is judged as of {period.judged_on}.",
        ),
        Tone.FAINT,
    )
    yield from (Paragraph(text, Tone.WARN) for text in _cautions(progress, basis, language))


def _cautions(progress: Progress, basis: Basis, language: Language) -> Iterator[str]:
    period = progress.period
    quarter = period.quarter.phrase.in_(language)
    if not period.has_begun:
        yield language(f"{quarter}还没有开始。", f"{quarter} has not begun.")
    elif not period.is_over:
        yield language(
            f"{quarter}还没有结束，进展按今天判断；后面的数字还会变。",
            f"{quarter} still runs: progress is judged as of today, and the figures will change.",
        )
    if period.kind is Kind.SUMMARY:
        yield language(f"{quarter}由总结报告代替。", f"The summary report stands for {quarter}.")
    if not progress.units:
        yield language("名录里没有这时应报的单位。", "No unit on the roster was expected to report.")
    future = sum(each.report.delivery.day > period.today for each in progress.units if each.report.delivery)
    if future:
        yield language(
            f"有 {future} 份报告的到达日期在今天（{period.today}）以后，照常计入。",
            f"Arrived after today ({period.today}) and counted all the same: {counted(future, 'report')}.",
        )
    if basis.uncommitted:
        yield _uncommitted(basis, language)
    for change in progress.due_changes:
        was, now = (each or language("无", "none") for each in (change.before, change.after))
        yield language(
            f"截止日期改动过：{change.field} 于 {change.day} 由 {was} 改为 {now}。",
            f"A due date was changed: {change.field} on {change.day} from {was} to {now}.",
        )


def _uncommitted(basis: Basis, language: Language) -> str:
    count = len(basis.uncommitted)
    named = [f"{path}（{state.phrase.zh}）" if language is Language.ZH else f"{path} ({state.phrase.en})"
             for path, state in list(basis.uncommitted.items())[:_MOST_NAMED]]  # fmt: skip
    rest = language(" 等", " and more") if count > _MOST_NAMED else ""
    return language(
        f"{count} 个文件与 git 里的不同，没有计入：{'、'.join(named)}{rest}。",
        f"Not counted, since different from git: {counted(count, 'file')}: {', '.join(named)}{rest}.",
    )


def blocks(progress: Progress, language: Language) -> Iterator[Block]:
    """The five numbers, in total first and by class; then names."""
    yield Heading(language("总体情况", "Who has reported"))
    total = (language("合计", "All"), progress.turnout)
    classes = [
        (term(name, language) or language("未分类", "no class"), each) for name, each in progress.classes.items()
    ]
    rows = [numbers(name, each) for name, each in (total, *(classes if len(classes) > 1 else ()))]
    titles = (("应报", "Expected"), ("已报", "Reported"), ("上报率", "Rate"), ("按时", "On time"),
              ("按时率", "Rate on time"), ("逾期", "Late"), ("未报", "Missing"))  # fmt: skip
    yield Table(
        [Column(language("单位类别", "Class")), *(Column(language(*each), number=True) for each in titles)], rows
    )
    yield from _late_and_missing(progress, language)
    yield from _filings(progress, language)


def numbers(name: str, turnout: Turnout) -> Sequence[Cell]:
    """The five numbers and what follows from them, as a row of the table by class of unit."""
    return (
        name,
        turnout.expected,
        turnout.actual,
        Percent(turnout.reporting_rate),
        turnout.on_time,
        Percent(turnout.on_time_rate),
        turnout.late,
        turnout.missing,
    )


def _late_and_missing(progress: Progress, language: Language) -> Iterator[Block]:
    owed = [each.report for each in progress.units]
    missing = [each for each in owed if not each.is_in]
    late = sorted((each for each in owed if each.state is State.LATE), key=lambda each: -each.days_late)
    yield Heading(language("逾期和未报", "Late and missing"))
    shown = (missing if progress.period.due_has_passed else []) + late
    columns = [
        Column(language("单位", "Unit"), wide=True),
        Column(language("情况", "State")),
        Column(language("逾期天数", "Days late"), number=True),
        Column(language("到达日期", "Arrived")),
        Column(language("日期来源", "Date from"), wide=True),
    ]
    none = language("没有逾期，没有未报。", "None is late, none is missing.")
    if missing and not progress.period.due_has_passed:
        none = language("还没有到期，没有逾期。", "Not due yet; none is late.")
    yield Table(columns, [late_row(each, language) for each in shown], empty=none)
    if missing and not progress.period.due_has_passed:
        yield Paragraph(_not_yet(missing, language))
    yield from _oddities(progress, language)


def late_row(owed: Obligation, language: Language) -> Sequence[Cell]:
    """Who, how late, since when, and what else is to be known of it."""
    delivery = owed.delivery
    tone = Tone.WARN if delivery else Tone.BAD
    source = [delivery.source.phrase, *(flag.phrase for flag in delivery.flags)] if delivery else []
    return (
        Toned(owed.unit.name, tone),
        owed.state.phrase.in_(language),
        owed.days_late,
        delivery.day if delivery else None,
        language("；", "; ").join(each.in_(language) for each in source) or None,
    )


def _not_yet(missing: Sequence[Obligation], language: Language) -> str:
    days = missing[0].days_left
    names = language("、", ", ").join(each.unit.name for each in missing)
    return language(
        f"离截止还有 {days} 天，{len(missing)} 个单位还没有报：{names}。",
        f"{counted(days, 'day')} left; {counted(len(missing), 'unit')} still to report: {names}.",
    )


def _oddities(progress: Progress, language: Language) -> Iterator[Block]:
    unreadable = [each.unit.name for each in progress.units if not each.readable]
    changed = [_changed(each.report.delivery, each.unit, language) for each in progress.units if each.report.delivery]
    extra = [unit.name for unit in progress.extra]
    for names, zh, en, tone in (
        (unreadable, "已报但读不出来，进展没有计入，请运行 xunbiao validate：",
         "Reported but unreadable, so not counted below (run xunbiao validate): ", Tone.BAD),
        (list(filter(None, changed)), "截止以后改动过报告：", "Reports changed after they were due: ", Tone.WARN),
        (extra, "不在应报之列也报了，没有计入：", "Not expected to report, and not counted: ", Tone.PLAIN),
    ):  # fmt: skip
        if names:
            yield Paragraph(language(zh, en) + language("、", ", ").join(names), tone)


def _changed(delivery: Delivery, unit: Unit, language: Language) -> str:
    if Flag.CHANGED_AFTER_DUE not in delivery.flags:
        return ""
    return language(f"{unit.name}（{delivery.changed_on}）", f"{unit.name} ({delivery.changed_on})")


def _filings(progress: Progress, language: Language) -> Iterator[Block]:
    """The filings, which all that follows stands on."""
    filed = [each.filing for each in progress.units if each.filing]
    if not filed:
        return
    turnout = progress.filing_turnout
    lines = [
        language(
            f"申报表：应报 {turnout.expected}，已报 {turnout.actual}，按时 {turnout.on_time}，"
            f"逾期 {turnout.late}，未报 {turnout.missing}。",
            f"Filings: {turnout.expected} expected, {turnout.actual} in, {turnout.on_time} on time, "
            f"{turnout.late} late, {turnout.missing} missing.",
        )
    ]
    late = sorted((each for each in filed if each.state is State.LATE), key=lambda each: -each.days_late)
    missing = [each.unit.name for each in filed if not each.is_in]
    if late:
        named = (
            language(f"{each.unit.name}（{each.days_late} 天）", f"{each.unit.name} ({counted(each.days_late, 'day')})")
            for each in late
        )
        lines.append(language("申报逾期：", "Filed late: ") + language("、", ", ").join(named))
    if missing:
        lines.append(language("没有申报：", "Not filed: ") + language("、", ", ").join(missing))
    yield Bullets(lines)
