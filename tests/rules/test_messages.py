"""What a clerk reads: messages carry the figures, names and days of the very place, in both languages."""

from collections.abc import Callable

import pytest

from xunbiao.model.language import Phrase

Said = Callable[[str], list[Phrase]]


@pytest.mark.parametrize(
    ("file", "zh", "en"),
    [
        (
            "XB301/bad-unit.yaml",
            "填报单位“平顶山市教育体育局”同所在的位置（平顶山市市场监督管理局）不符",
            "填报单位 “平顶山市教育体育局” does not match its place (平顶山市市场监督管理局)",
        ),
        (
            "XB301/bad-quarter.yaml",
            "季度“2019Q4”同所在的位置（2020Q1）不符",
            "季度 “2019Q4” does not match its place (2020Q1)",
        ),
        (
            "XB317/bad-share.yaml",
            "完成率 0.6 是百分之0.6，是不是 60？",
            "a completion rate of 0.6 is 0.6 percent; is 60 meant?",
        ),
        (
            "XB322/bad-day-before",
            "举措 J1 的时限 2020-03-30 已过，状态还是达进度",
            "measure J1 was due on 2020-03-30, yet its status is 达进度",
        ),
        (
            "XB327/bad-last-quarter.yaml",
            "2020年第四季度由总结报告代替，不单独报",
            "Q4 2020 is told by the summary, not by a report of its own",
        ),
        ("XB327/bad-other-year.yaml", "2018年第四季度不在活动的日历上", "Q4 2018 is not on the campaign’s calendar"),
        (
            "XB332/bad-after.yaml",
            "截至 2020-03-31 在填报时间（2020-03-30）以后",
            "the day 2020-03-31 is after the report of 2020-03-30",
        ),
        (
            "XB332/bad-no-report-date.yaml",
            "截至 2020-04-11 在 2020-04-10 以后",
            "the day 2020-04-11 is after 2020-04-10",
        ),
        ("XB334/bad-figures.yaml", "现值 -1 不对：不会是负数", "the value -1 will not do: it cannot be negative"),
        (
            "XB334/bad-rank",
            "现值 0 不对：位次是从1起的整数",
            "the value 0 will not do: it is a rank, a whole number from 1",
        ),
        (
            "XB335/bad-worse-than-last.yaml",
            "现值 5.5 比上一期的 5 差",
            "the value 5.5 is worse than the last report’s 5",
        ),
        (
            "XB335/bad-worse-than-filing.yaml",
            "现值 6 比申报时的现状值 5 差",
            "the value 6 is worse than the filing’s 5",
        ),
        (
            "XB342/bad-just-enough.yaml",
            "没有数字、具体事项、成果、日期和责任人，只有“显著”，建议人工核查",
            "No figure, definite thing, result, date or person; only “显著”; a person should look at it",
        ),
        (
            "XB343/bad-brackets.yaml",
            "文号“平市监[2020]12号”不规范：年份应当用六角括号〔〕括起",
            "the document number “平市监[2020]12号” is malformed: The year belongs between the brackets 〔 and 〕",
        ),
        (
            "XB353/bad-early.yaml",
            "印发日期“2019-10-20”在活动开始以前",
            "the date of issue “2019-10-20” is before the campaign began",
        ),
        ("XB353/bad-late.yaml", "印发日期“2020-12-21”在填报以后", "the date of issue “2020-12-21” is after the report"),
        (
            "XB353/bad-unreadable.yaml",
            "印发日期“10月12日”不是 2020-10-12 这样的日期",
            "the date of issue “10月12日” is no date such as 2020-10-12",
        ),
        ("XB404/bad-blank.yaml", "要点 P31-2 是空的", "the element P31-2 is blank"),
        ("XB404/bad-none.yaml", "没有要点", "there is no element"),
        ("XB409/bad-taken.yaml", "序号 9 已经给了 P09", "the number 9 is that of P09"),
        ("XB409/bad-missing.yaml", "没有序号", "there is no number"),
    ],
)
def test_message(said: Said, file: str, zh: str, en: str) -> None:
    """The first finding of a bad file reads so."""
    assert said(file)[0] == Phrase(zh, en)
