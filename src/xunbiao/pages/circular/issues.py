"""Progress → blocks: who has not reported, what is overdue or behind, what filings leave open; named, not judged."""

from collections.abc import Callable, Iterator, Sequence

from xunbiao.model.campaign import Unit
from xunbiao.model.language import Language
from xunbiao.model.obligation import State
from xunbiao.model.page import Block, Heading, Paragraph
from xunbiao.model.period import written_out
from xunbiao.model.progress import Progress
from xunbiao.model.report import BEHIND, NOT_STARTED
from xunbiao.model.standing import MeasureStanding, Slip
from xunbiao.pages.circular.wording import listed, tally, with_counts, with_days
from xunbiao.pages.terms import counted


def blocks(progress: Progress, language: Language) -> Iterator[Block]:
    for (zh, en), sentences, none in (
        (("报送方面", "Reports"), list(_reports(progress, language)), _none_of_reports(progress, language)),
        (("进度方面", "Progress"), list(_progress(progress, language)), _none_of_progress(progress, language)),
        (("申报内容方面", "Filings"), list(_filings(progress, language)), _none_of_filings(progress, language)),
    ):
        yield Heading(language(zh, en), 3)
        yield from (Paragraph(each) for each in sentences or [none])


def _reports(progress: Progress, language: Language) -> Iterator[str]:
    owed = [each.report for each in progress.units]
    missing = [each for each in owed if not each.is_in]
    late = [(each.unit.name, each.days_late) for each in owed if each.state is State.LATE]
    unreadable = [each.unit.name for each in progress.units if not each.readable]
    if missing and progress.period.due_has_passed:
        today, days = written_out(progress.period.today), missing[0].days_late
        names = listed([each.unit.name for each in missing], language)
        yield language(
            f"截至{today.zh}未报送的单位{len(missing)}个，已逾期{days}天：{names}。",
            f"Missing as of {today.en}, {counted(days, 'day')} overdue: {counted(len(missing), 'unit')}: {names}.",
        )
    if late:
        named = with_days(late, language)
        yield language(
            f"逾期报送的单位{len(late)}个，括号内为逾期天数：{named}。",
            f"Late, with the days: {counted(len(late), 'unit')}: {named}.",
        )
    if unreadable:
        names = listed(unreadable, language)
        yield language(
            f"已报送但材料无法读取、进展没有计入的单位{len(unreadable)}个：{names}。",
            f"Reported but unreadable, so not counted: {counted(len(unreadable), 'unit')}: {names}.",
        )


def _none_of_reports(progress: Progress, language: Language) -> str:
    if not progress.units:
        return language("无。", "None.")
    if not progress.period.due_has_passed:
        return language("报送期限未到。", "Reports are not due yet.")
    return language("无，各单位全部按时报送。", "None: all units reported on time.")


def _progress(progress: Progress, language: Language) -> Iterator[str]:
    """What is overdue, behind, not begun or not told, and which deadlines were put off."""
    reported = {each.unit.id for each in progress.units if each.report.is_in and each.readable}
    for (zh, en), test in (
        (("时限已过、尚未完成的举措", "Past the deadline and not done"), lambda _, each: each.days_overdue is not None),
        (("欠进度的举措", "Behind schedule"), lambda _, each: each.status == BEHIND),
        (("未启动的举措", "Not started"), lambda _, each: each.status == NOT_STARTED),
        (("报告里没有写明进展的举措", "Not told of in the report"),
         lambda unit, each: not each.status and unit.id in reported),
    ):  # fmt: skip
        yield from _counted(_units_of(progress, test), zh, en, language)
    yield from _put_off(progress, language)


def _put_off(progress: Progress, language: Language) -> Iterator[str]:
    slips = [(unit.unit.name, slip) for unit in progress.units for slip in unit.slips]
    if not slips:
        return
    named = [
        language(f"{name}（{_place(slip)}，{len(slip.steps)}次，共推迟{slip.days}天）",
                 f"{name} ({_place(slip)}: {counted(len(slip.steps), 'time')}, {counted(slip.days, 'day')})")
        for name, slip in slips
    ]  # fmt: skip
    head = language(f"推迟过的时限{len(slips)}项：", f"Deadlines put off ({len(slips)}): ")
    yield head + listed(named, language) + language("。", ".")


def _place(slip: Slip) -> str:
    """对标方向举措J1 for 对标方向.举措.J1.时限."""
    return slip.field.removesuffix(".时限").replace(".", "")


def _units_of(progress: Progress, test: Callable[[Unit, MeasureStanding], bool]) -> Sequence[Unit]:
    return [unit.unit for unit, each in progress.measures if test(unit.unit, each)]


def _counted(units: Sequence[Unit], zh: str, en: str, language: Language) -> Iterator[str]:
    """欠进度的举措26项，涉及22个单位：甲局（2项）…"""
    if not units:
        return
    found = tally(units)
    if len(found) == 1:
        name = units[0].name
        yield language(f"{zh}{len(units)}项，单位为{name}。", f"{en}: {len(units)}, of {name}.")
        return
    named = with_counts(found, language)
    yield language(
        f"{zh}{len(units)}项，涉及{len(found)}个单位：{named}。",
        f"{en}: {len(units)} in {counted(len(found), 'unit')}: {named}.",
    )


def _none_of_progress(progress: Progress, language: Language) -> str:
    if not progress.turnout.actual:
        return language("还没有收到报告，无法判断。", "No report has come in yet: nothing can be said.")
    return language(
        "无，没有逾期未完成、欠进度和未启动的举措。", "None: no measure is overdue, behind schedule or not begun."
    )


def _filings(progress: Progress, language: Language) -> Iterator[str]:
    missing = [each.unit.name for each in progress.units if each.filing and not each.filing.is_in]
    if missing:
        names = listed(missing, language)
        yield language(
            f"没有报送申报表的单位{len(missing)}个：{names}。",
            f"Without a filing: {counted(len(missing), 'unit')}: {names}.",
        )
    filed = [(each.unit, each.figures) for each in progress.units if each.figures]
    vague = [unit for unit, each in filed for _ in range(each.goals - each.goals_quantified)]
    nobody = [unit for unit, each in filed for _ in range(each.measures - each.measures_named)]
    undated = _units_of(progress, lambda _, each: each.in_filing and each.deadline is None)
    nowhere = [unit.unit for unit, each in progress.indicators if each.leads_nowhere]
    yield from _counted(vague, "没有量化的目标", "Goals without figures", language)
    yield from _counted(nowhere, "目标值没有高于现有水平的指标", "Figures whose goal is no better than now", language)
    yield from _counted(undated, "时限不明的举措", "Measures without a clear deadline", language)
    yield from _counted(nobody, "没有落实到具体责任人的举措", "Measures without a named person", language)


def _none_of_filings(progress: Progress, language: Language) -> str:
    if not progress.filings:
        return language("还没有能够读取的申报表，无法判断。", "No filing can be read yet: nothing can be said.")
    return language(
        "无，目标全部量化，举措都有时限和具体责任人。",
        "None: all goals have figures, all measures a date and a person.",
    )
