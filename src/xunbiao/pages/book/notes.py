"""Progress × Basis → 说明: what the figures rest on and how they are meant, for whoever gets the workbook alone."""

from collections.abc import Sequence

from xunbiao.model.language import Language, Phrase
from xunbiao.model.page import Block, Bullets, Cell, Facts, Heading, Sheet
from xunbiao.model.progress import Basis, Progress
from xunbiao.pages.book.setting import set_up
from xunbiao.pages.report import turnout

NAME = Phrase("说明", "Notes")
_MEANINGS = (
    Phrase("应报：名录里截止那天应报的单位；上报率、按时率都以应报为分母。",
           "Expected are the units that the roster has owing on the due date; both rates are shares of these."),
    Phrase("按时：截止日当天（活动所在地时间）或以前到达主线；代录的按经办人登记的收到日期，备注里写明。",
           "On time: on the main line by the due date where the campaign is; what came on paper by the day that the "
           "coordinator wrote down, which the remarks say."),
    Phrase("量化率：写出了数字的目标占比；落实率：有具体责任人的举措占比；四问：标杆好在哪、差在哪、如何赶、何时赶上，答了几问。",
           "Quantified: goals with a figure; named: measures with a person; four questions: what is better there, what "
           "is lacking here, how and by when to catch up, and how many of them are answered."),
    Phrase("逾期举措：时限已过而没有报“已完成”；没有具体时限的按所在部分的时限。",
           "Overdue: past its deadline and not reported done; without a date of its own, by that of its section."),
    Phrase("已走：现值在现状值到目标值之间走过的比例；时间进度：从申报截止到时限，按天数均匀推进应走的比例；走势：各季度已走的比例。",
           "Covered: the share of the way from baseline to target; straight line: the share that even progress from "
           "the filing date to the deadline would have covered; trend: the share covered in each quarter."),
    Phrase("空格表示没有报来或无从计算，不是零。", "An empty cell is unknown, which is not zero."),
    Phrase("颜色只是重复文字：√ 好，! 要注意，× 差；黑白打印同样能读。",
           "Colours only repeat what is said: √ good, ! look at it, × bad; a grey print reads the same."),
    Phrase("台账可以改后用 xunbiao import 读回；报告在此之后又改过的，整张表会被退回，请重新生成。",
           "An edited 台账 is taken back by xunbiao import, unless a report has changed since: then make it anew."),
)  # fmt: skip


def sheet(progress: Progress, basis: Basis, language: Language) -> Sheet:
    blocks: list[Block] = [
        *list(turnout.notes(progress, basis, language))[1:],
        Heading(language("依据", "What it rests on")),
        Facts(_facts(progress, basis, language)),
        Heading(language("口径", "How it is meant")),
        Bullets([meaning.in_(language) for meaning in _MEANINGS]),
    ]
    return set_up(progress, basis, NAME, language, blocks)


def _facts(progress: Progress, basis: Basis, language: Language) -> Sequence[tuple[str, Cell]]:
    period = progress.period
    extra = language("、", ", ").join(unit.name for unit in progress.extra)
    return [
        (language("活动", "Campaign"), progress.campaign_name),
        (language("季度", "Quarter"), period.quarter.phrase.in_(language)),
        (language("报告截止", "Due"), period.due),
        (language("今天", "Today"), period.today),
        (language("进展判断到", "Judged as of"), period.judged_on),
        (language("上一次报告", "Report before"), period.before.phrase.in_(language) if period.before else None),
        (language("依据提交", "Commit"), basis.commit),
        (language("指定的版本", "As asked"), basis.asked),
        (language("进入主线", "Arrived"), basis.arrived_at),
        (language("没有计入的文件", "Files not counted"), len(basis.uncommitted)),
        (language("不在应报之列也报了", "Reported and not expected"), extra or None),
    ]
