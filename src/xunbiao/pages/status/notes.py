"""Agenda → blocks: what must be known to read it right, and how days are said."""

from collections.abc import Iterator

from xunbiao.model.language import Language
from xunbiao.model.obligation import Agenda
from xunbiao.model.page import Block, Paragraph, Tone
from xunbiao.pages.terms import counted


def notes(agenda: Agenda, language: Language) -> Iterator[Block]:
    if not agenda.knows_arrivals:
        text = language(
            "没有 git 仓库，到达时间不明：只看文件在不在，不判断按时还是逾期。",
            "No git repository, so nobody knows when anything arrived: files are counted, lateness is not judged.",
        )
        yield Paragraph(text, Tone.WARN)
    future = sum(each.delivery.day > agenda.today for each in agenda.obligations if each.delivery)
    if future:
        text = language(
            f"有 {future} 份材料的到达日期在今天以后，照常计入。",
            f"Arrived after today and counted all the same: {counted(future, 'document')}.",
        )
        yield Paragraph(text, Tone.WARN)
    drafts = [each for each in agenda.obligations if each.work]
    if drafts:
        paths = language("、", ", ").join(f"{each.key.path}" for each in drafts[:5])
        more = language(" 等", " and more") if len(drafts) > 5 else ""
        text = language(
            f"文件夹里有 {len(drafts)} 份材料与 git 里的不同，以 git 里的为准：{paths}{more}。",
            f"In the folder, {counted(len(drafts), 'document')} differ from git, which is what counts: {paths}{more}.",
        )
        yield Paragraph(text, Tone.WARN)


def days_left(days: int, language: Language) -> str:
    """还有 N 天, 今天到期, 已逾期 N 天."""
    if days == 0:
        return language("今天到期", "due today")
    if days > 0:
        return language(f"还有 {days} 天", f"{counted(days, 'day')} left")
    return language(f"已逾期 {-days} 天", f"{counted(-days, 'day')} overdue")
