"""Progress, Campaign → blocks: what is asked of the units, and by when, as far as the calendar says."""

from collections.abc import Iterator
from datetime import date, timedelta

from xunbiao.model.campaign import Campaign
from xunbiao.model.document import DocumentKey, Kind
from xunbiao.model.language import Language
from xunbiao.model.page import Block, Heading, Paragraph
from xunbiao.model.period import written_out
from xunbiao.model.progress import Progress
from xunbiao.model.report import BEHIND
from xunbiao.pages.circular.wording import listed
from xunbiao.pages.receiving import receiver
from xunbiao.pages.terms import counted

_BLANK = "×月×日"
_BLANK_EN = "____"


def blocks(progress: Progress, campaign: Campaign, language: Language) -> Iterator[Block]:
    for (zh, en), said in (
        (("补报和补正", "Hand in and complete"), list(_catch_up(progress, campaign, language))),
        (("推进举措落实", "Carry the measures out"), list(_carry_out(progress, campaign, language))),
        (("按时报送", "Report in time"), [_next(progress, campaign, language)]),
    ):
        if said:
            yield Heading(language(zh, en), 3)
            yield Paragraph(language("", " ").join(said))


def asks_for_a_day(progress: Progress) -> bool:
    """Whether units are asked to hand in by a day that the calendar does not give."""
    return progress.period.due_has_passed and any(not each.report.is_in for each in progress.units)


def _catch_up(progress: Progress, campaign: Campaign, language: Language) -> Iterator[str]:
    period = progress.period
    missing = [each.unit.name for each in progress.units if not each.report.is_in]
    if missing and period.due_has_passed:
        grace = period.due + timedelta(days=campaign.grace_days)
        open_until = written_out(grace) if campaign.grace_days and grace >= period.today else None
        day = language(open_until.zh, open_until.en) if open_until else language(_BLANK, _BLANK_EN)
        names = listed(missing, language)
        yield language(f"未报送的单位（{names}），请于{day}前补报。", f"Please hand in by {day}: {names}.")
    if any(not each.readable for each in progress.units):
        yield language(
            "材料无法读取的单位，请按校验提示改正后重新报送。",
            "Units whose reports cannot be read: please correct what the check names, and hand in again.",
        )
    if period.kind is Kind.SUMMARY:
        return
    filed = progress.filings
    if any(each.goals > each.goals_quantified or each.measures > each.measures_named for each in filed) or any(
        each.in_filing and each.deadline is None for _, each in progress.measures
    ):
        yield language(
            "目标没有量化，举措时限不明或者没有落实到具体责任人的，请补充申报表并写明调整说明。",
            "Where a goal has no figure, or a measure no date or person: please complete the filing and say why.",
        )
    if any(each.leads_nowhere for _, each in progress.indicators):
        yield language(
            "目标值没有高于现有水平的，请重新核定目标值。",
            "Where a goal is no better than the present level: please set it anew.",
        )


def _carry_out(progress: Progress, campaign: Campaign, language: Language) -> Iterator[str]:
    following = progress.period.quarter.next
    due = [unit.unit.name for unit, each in progress.measures if each.due_in == following]
    if due and progress.period.kind is Kind.QUARTERLY:
        units = len(set(due))
        yield language(
            f"{following.phrase.zh}到期的举措{len(due)}项，涉及{units}个单位，请按申报的时限完成。",
            f"{counted(len(due), 'measure')} of {counted(units, 'unit')} fall due in {following.phrase.en}: "
            "please finish them in time.",
        )
    if any(each.status == BEHIND or each.days_overdue is not None for _, each in progress.measures):
        if _next_due(campaign, progress.period.today) is None:
            place = receiver(campaign, language)
            how = language(f"将原因和后续措施报送{place}", f" and send them{place}")
        else:
            how = language("在下次报告里写明原因和下一步措施", " in the next report")
        yield language(
            f"欠进度和逾期未完成的举措，请{how}。",
            f"For measures behind schedule or overdue: please give reasons and next steps{how}.",
        )


def _next(progress: Progress, campaign: Campaign, language: Language) -> str:
    found = _next_due(campaign, progress.period.today)
    if found is None:
        return language(
            "活动的各项材料均已到期，没有后续报送任务。", "Everything has fallen due; nothing is left to hand in."
        )
    key, due = found
    place = receiver(campaign, language)
    what = language(f"{key.quarter.phrase.zh}工作进展情况" if key.quarter else key.phrase.zh, f"The {key.phrase.en}")
    day = written_out(due)
    return language(f"{what}，请于{day.zh}前报送{place}。", f"{what} is due by {day.en}. Please send it{place}.")


def _next_due(campaign: Campaign, today: date) -> tuple[DocumentKey, date] | None:
    """What falls due next, today included."""
    keys = [
        DocumentKey(Kind.FILING),
        *(DocumentKey(Kind.QUARTERLY, "", quarter) for quarter in campaign.quarters),
        DocumentKey(Kind.SUMMARY),
    ]
    dated = [(key, due) for key in keys if (due := campaign.due(key)) and due >= today]
    return min(dated, key=lambda each: each[1], default=None)
