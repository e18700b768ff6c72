"""Progress → blocks: how many have reported, how measures and figures stand, how filings are made."""

from collections import Counter
from collections.abc import Iterator

from xunbiao.model.document import Kind
from xunbiao.model.language import Language
from xunbiao.model.obligation import Turnout, share
from xunbiao.model.page import Block, Heading, Paragraph
from xunbiao.model.period import written_out
from xunbiao.model.progress import Progress
from xunbiao.model.report import AHEAD, BEHIND, CHANGED, DONE, NOT_STARTED, ON_TRACK
from xunbiao.model.standing import Pace, StatusCount
from xunbiao.pages.circular.wording import listed, rate
from xunbiao.pages.terms import counted, term

_ORDER = (DONE, AHEAD, ON_TRACK, BEHIND, NOT_STARTED, CHANGED)
_OUTCOMES = ("新思路", "新举措", "新做法")


def blocks(progress: Progress, language: Language) -> Iterator[Block]:
    yield Heading(language("报送情况", "Reports"), 3)
    yield Paragraph(_turnout(progress, language))
    yield Heading(language("举措进展", "Measures"), 3)
    yield from (Paragraph(each) for each in _measures(progress, language))
    yield Heading(language("指标进展", "Figures"), 3)
    yield Paragraph(_indicators(progress, language))
    yield Heading(language("申报情况", "Filings"), 3)
    yield Paragraph(_filings(progress, language))
    if progress.period.kind is Kind.SUMMARY:
        yield Heading(language("总结成果", "Results"), 3)
        yield Paragraph(_outcomes(progress, language))


def _turnout(progress: Progress, language: Language) -> str:
    period, turnout = progress.period, progress.turnout
    due = written_out(period.due)
    if not turnout.expected:
        return language("单位名录里没有应报的单位。", "No unit on the roster was expected to report.")
    units = counted(turnout.expected, "unit")
    asked = language(f"应于{due.zh}前报送的单位{turnout.expected}个，", f"By {due.en}, {units} had to report; ")
    if not period.due_has_passed:
        said = _not_due(turnout, language)
    elif turnout.on_time == turnout.expected:
        said = language("全部按时报送。", "all did so on time.")
    elif not turnout.actual:
        said = language("均未报送。", "none has.")
    else:
        said = _some(turnout, language)
    classes = _classes(progress, language) if turnout.actual > 0 and turnout.on_time < turnout.expected else ""
    return asked + said + classes + _others(progress, language)


def _not_due(turnout: Turnout, language: Language) -> str:
    if not turnout.actual:
        return language("报送期限未到，目前还没有单位报送。", "none has so far, and there is time until then.")
    if turnout.actual == turnout.expected:
        return language("报送期限未到，已全部报送。", "all have, before the due date.")
    return language(
        f"报送期限未到，已报{turnout.actual}个，待报{turnout.missing}个。",
        f"{turnout.actual} have so far, {turnout.missing} have time until then.",
    )


def _some(turnout: Turnout, language: Language) -> str:
    reported, on_time = rate(turnout.reporting_rate, language), rate(turnout.on_time_rate, language)
    late = language(f"逾期报送{turnout.late}个", f"{turnout.late} late") if turnout.late else ""
    missing = language(f"未报{turnout.missing}个", f"{turnout.missing} missing") if turnout.missing else ""
    rest = language("，", ", ").join(filter(None, [late, missing]))
    return language(
        f"已报{turnout.actual}个，上报率{reported}；其中按时报送{turnout.on_time}个，按时率{on_time}；{rest}。",
        f"{turnout.actual} have ({reported}), {turnout.on_time} of them on time ({on_time} of all); {rest}.",
    )


def _classes(progress: Progress, language: Language) -> str:
    """Class by class, where there is more than one."""
    if len(progress.classes) < 2:
        return ""
    parts = language("；", "; ").join(
        language(
            f"{name or '未分类'}应报{each.expected}个，已报{each.actual}个，按时{each.on_time}个",
            f"{term(name, language) or 'no class'}: {each.expected} expected, {each.actual} in, {each.on_time} on time",
        )
        for name, each in progress.classes.items()
    )
    return language(f"按类别看，{parts}。", f" By class: {parts}.")


def _others(progress: Progress, language: Language) -> str:
    if not progress.extra:
        return ""
    names = listed([unit.name for unit in progress.extra], language)
    count = len(progress.extra)
    return language(
        f"另有不在应报之列的{count}个单位报送了报告，没有计入：{names}。",
        f" Not expected to report, and not counted: {names}.",
    )


def _measures(progress: Progress, language: Language) -> Iterator[str]:
    found, day = progress.statuses, written_out(progress.period.judged_on)
    if not progress.turnout.actual:
        yield language("还没有收到报告，进展情况无从汇总。", "No report has come in yet: there is nothing to sum up.")
        return
    if not found.total:
        yield language("收到的材料里没有举措。", "What has come in holds no measure.")
        return
    unknown = sum(not each.in_filing for _, each in progress.measures)
    beside = language(f"（含申报表以外的{unknown}项）", f" ({unknown} of them in no filing)") if unknown else ""
    statuses, average = _statuses(found, language), _average(found, language)
    yield language(
        f"截至{day.zh}，各单位共有举措{found.total}项{beside}，{statuses}。{average}",
        f"As of {day.en} there are {counted(found.total, 'measure')}{beside}: {statuses}. {average}",
    )
    yield _since(progress, language)


def _statuses(found: StatusCount, language: Language) -> str:
    """已完成3项（占1.9%）…: those that there are, adding up to all; one alone without its share, which is the whole."""
    counts = [(term(status, language), found.by_status[status]) for status in _ORDER]
    counts.append((language("未报进展", "not reported on"), found.unreported))
    there = [(name, each) for name, each in counts if each]
    if len(there) == 1:
        return language(f"均为{there[0][0]}", f"all {there[0][0]}")
    parts = [
        language(f"{name}{each}项（占{rate(share(each, found.total), language)}）",
                 f"{each} {name} ({rate(share(each, found.total), language)})")
        for name, each in there
    ]  # fmt: skip
    return language("其中", "") + language("、", ", ").join(parts)


def _average(found: StatusCount, language: Language) -> str:
    average = found.average_completion
    if average is None:
        return language("报告没有填写完成率。", "No completion rate was given.")
    given = len(found.completions)
    part = (
        language(f"（按填写完成率的{given}项计算）", f" (of the {given} that give one)") if given < found.total else ""
    )
    completion = rate(average / 100, language)
    return language(f"平均完成率{completion}{part}。", f"Average completion: {completion}{part}.")


def _since(progress: Progress, language: Language) -> str:
    before = progress.period.before
    compared = [each for each in progress.units if each.changes is not None]
    if before is None:
        return language("这是第一个报送季度，没有上季度可比。", "This is the first quarter; there is none before it.")
    if not compared:
        return language(
            f"没有单位同时报送了{before.phrase.zh}和本期的情况，无法与上季度比较。",
            f"No unit has reported on both this period and {before.phrase.en}.",
        )
    changes = [change for each in compared for change in each.changes or ()]
    gained = [each.delta for each in changes if each.delta is not None]
    up, down = sum(each > 0 for each in gained), sum(each < 0 for each in gained)
    moved = sum(each.status_changed for each in changes)
    fell = language(f"下降的{down}项", f"fell in {down}") if down else language("没有下降的", "fell in none")
    return language(
        f"与{before.phrase.zh}相比，两期都报送的{len(compared)}个单位中，"
        f"状态有变化的举措{moved}项，完成率上升的{up}项，{fell}。",
        f"Against {before.phrase.en}, in {counted(len(compared), 'unit')} that reported on both: {moved} statuses "
        f"changed; completion rose in {up} and {fell}.",
    )


def _indicators(progress: Progress, language: Language) -> str:
    found = [each for _, each in progress.indicators]
    if not found:
        return language("申报表里没有指标。", "No filing has a figure to follow.")
    told = sum(each.value is not None for each in found)
    if not told:
        return language(
            f"申报表里的指标共{len(found)}个，还没有报来现值。",
            f"{counted(len(found), 'figure')}, no present value yet.",
        )
    reached = sum(each.is_reached for each in found)
    goals = language(f"已达到目标值的{reached}个", f"{reached} at the goal") if reached else language(
        "还没有达到目标值的", "none at the goal yet"
    )  # fmt: skip
    return language(
        f"申报表里的指标共{len(found)}个，报送现值的{told}个，{goals}。{_paces(progress, language)}",
        f"{counted(len(found), 'figure')}, {told} with a present value, {goals}. {_paces(progress, language)}",
    )


def _paces(progress: Progress, language: Language) -> str:
    """Against the straight line from the present level, on the day filings were due, to the goal on its deadline."""
    found = Counter(each.pace for _, each in progress.indicators if each.value is not None)
    names = (
        (Pace.AHEAD, "快于时间进度", "ahead of"),
        (Pace.ON_LINE, "与时间进度持平", "on"),
        (Pace.BEHIND, "慢于时间进度", "behind"),
    )
    parts = [
        language(f"{zh}的{found[pace]}个", f"{found[pace]} {en} the straight line to the deadline")
        for pace, zh, en in names
        if found[pace]
    ]
    if found[None]:
        parts.append(language(f"无法与时间进度比较的{found[None]}个", f"{found[None]} cannot be compared with it"))
    line = language("按申报截止日到完成时限匀速推算，", "")
    return line + language("，", ", ").join(parts) + language("。", ".")


def _filings(progress: Progress, language: Language) -> str:
    filings = progress.filings
    if not filings:
        return language("还没有能够读取的申报表。", "No filing can be read yet.")
    goals, quantified = sum(each.goals for each in filings), sum(each.goals_quantified for each in filings)
    measures, named = sum(each.measures for each in filings), sum(each.measures_named for each in filings)
    answered = sum(each.questions.answered == 4 for each in filings)
    figures = language(f"已量化{quantified}项，量化率{rate(share(quantified, goals), language)}",
                       f"{quantified} of them quantified ({rate(share(quantified, goals), language)})")  # fmt: skip
    persons = language(f"落实到具体责任人的{named}项，占{rate(share(named, measures), language)}",
                       f"{named} with a named person ({rate(share(named, measures), language)})")  # fmt: skip
    if goals and goals == quantified:
        figures = language("全部量化", "all quantified")
    if measures and measures == named:
        persons = language("全部落实到具体责任人", "all with a named person")
    return language(
        f"{len(filings)}个单位的申报表共有目标{goals}项，{figures}；举措{measures}项，{persons}；"
        f"好在哪、差在哪、如何赶上、何时赶上都作了回答的单位{answered}个。",
        f"{counted(len(filings), 'filing')} with {counted(goals, 'goal')}, {figures}, and "
        f"{counted(measures, 'measure')}, {persons}; {answered} answer all four questions.",
    )


def _outcomes(progress: Progress, language: Language) -> str:
    told = [each.outcome for each in progress.units if each.outcome]
    if not told:
        return language("还没有能够读取的总结报告。", "No summary report can be read yet.")
    rules = sum(len(each.institutions) for each in told)
    counts = [(term(label, language), sum(len(each.texts[label]) for each in told)) for label in _OUTCOMES]
    named = [(term("制度成果", language), rules), *counts]
    parts = language("、", ", ").join(language(f"{name}{each}项", f"{each} {name}") for name, each in named)
    return language(
        f"{len(told)}个单位的总结报告共形成{parts}。", f"{counted(len(told), 'summary report')} bring {parts}."
    )
