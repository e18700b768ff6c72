"""Progress → Page: the 通报 on a quarter or on the campaign's end, as an office sends it (四（五）: 定期通报工作进度).

Every sentence is made out of figures that the report has too. Nothing is judged, nobody is blamed, and what only a
person can decide is left blank. What a person should look at (signals of 形式主义) stays in the report, since a
circular would make a verdict of it.
"""

from collections.abc import Sequence

from xunbiao.model.campaign import Campaign
from xunbiao.model.document import Kind
from xunbiao.model.filing import text
from xunbiao.model.language import Language, Phrase
from xunbiao.model.page import Addressees, AnnexNote, Block, Heading, Page, Reference, Signature
from xunbiao.model.progress import Basis, Period, Progress
from xunbiao.pages.circular import annexes, issues, opening, overview, steps

__all__ = ["blanks", "build"]


def build(progress: Progress, campaign: Campaign, basis: Basis, language: Language) -> Page:
    """Whom it goes to; on what grounds and as of when; how matters stand, what is wanting, what comes next; tables."""
    attached = annexes.annexes(progress, language)
    blocks: list[Block] = [
        Reference(_number(progress.period, language)),
        Addressees(_addressees(campaign, language)),
        *opening.blocks(progress, campaign, basis, language),
        Heading(language("总体情况", "How matters stand")),
        *overview.blocks(progress, language),
        Heading(language("存在问题", "What is wanting")),
        *issues.blocks(progress, language),
        Heading(language("下一步要求", "What comes next")),
        *steps.blocks(progress, campaign, language),
        AnnexNote([each.title for each in attached]),
        Signature(campaign.host, progress.period.today),
        *(block for each in attached for block in each.blocks),
    ]
    return Page(title(progress.period, campaign, language), blocks, language)


def title(period: Period, campaign: Campaign, language: Language) -> str:
    """关于…活动2020年第一季度进展情况的通报, the campaign's name without the city's."""
    name = campaign.name.removeprefix(campaign.city)
    if period.kind is Kind.SUMMARY:
        return language(f"关于{name}总结情况的通报", f"Circular on the end of {campaign.name}")
    quarter = period.quarter.phrase
    return language(f"关于{name}{quarter.zh}进展情况的通报", f"Circular on {quarter.en} of {campaign.name}")


def blanks(progress: Progress) -> Phrase:
    """What is left to a person: the office's number for it, the day on which it is signed, and a day to hand in by."""
    late = steps.asks_for_a_day(progress)
    zh, en = ("、补报期限", ", the day to hand in by") if late else ("", "")
    return Phrase(
        f"通报是草稿，请填写、核定：发文字号{zh}；成文日期先写今天，以签发日期为准；主送、署名取自 xunbiao.yaml。",
        f"The circular is a draft. To be filled in by you: its number{en}. Its date is today's until it is signed. "
        "Addressees and signature are from xunbiao.yaml.",
    )


def _number(period: Period, language: Language) -> str:
    """发文字号 without what the office gives it: its own short name and the count of the year."""
    year = f"〔{period.today.year}〕"
    return language(f"×××{year}×号", f"____ {year} No. ____")


def _addressees(campaign: Campaign, language: Language) -> Sequence[str]:
    named = [text(each) for each in campaign.data.get("主送") or [] if text(each)]
    return named or [language("各填报单位", "All filing units")]
