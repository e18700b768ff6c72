"""Reminders → Page: a polite message to each unit that owes something, ready to be sent, under a list of them all."""

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any

from xunbiao.model.campaign import Campaign
from xunbiao.model.language import Language
from xunbiao.model.obligation import Obligation, Reminder, State
from xunbiao.model.page import Block, Cell, Column, Letter, Page, Paragraph, Signature, Table, Tone, Toned
from xunbiao.model.period import written_out
from xunbiao.pages.receiving import receiver
from xunbiao.pages.report.entries import who
from xunbiao.pages.terms import counted

VERSION = 1
"""Raised when a field of the record goes or changes its meaning; new fields leave it."""


def build(reminders: Sequence[Reminder], campaign: Campaign, today: date, by: date, language: Language) -> Page:
    """Whom to remind of what, then the messages; `by` is the last due date that was looked at."""
    name, day = campaign.name, written_out(today)
    title = language(f"{name}催报（{day.zh}）", f"{name}: reminders ({day.en})")
    letters = [_letter(each, campaign, today, language) for each in reminders]
    blocks: list[Block] = [_overview(reminders, by, language), *letters]
    return Page(title, blocks, language, _record(reminders, letters, campaign, today, by))


def _overview(reminders: Sequence[Reminder], by: date, language: Language) -> Block:
    if not reminders:
        day = written_out(by)
        text = language(f"{day.zh}（含）以前应报的材料都已报送，没有需要催报的单位。",
                        f"All that is due by {day.en} is in: there is nobody to remind.")  # fmt: skip
        return Paragraph(text, Tone.GOOD)
    titles = (("单位", "Unit"), ("材料", "Document"), ("截止", "Due"), ("时间", "Time"), ("现在", "Now"),
              ("联系人", "Contact"), ("电话", "Telephone"), ("邮箱", "E-mail"))  # fmt: skip
    kept = [at for at in range(len(titles)) if at < 7 or any(each.unit.emails for each in reminders)]
    columns = [Column(language(*titles[at]), wide=at in (0, 1, 7)) for at in kept]
    rows = [[row[at] for at in kept] for each in reminders for row in _rows(each, language)]
    return Table(columns, rows)


def _rows(reminder: Reminder, language: Language) -> Iterator[Sequence[Cell]]:
    for owed in reminder.owed:
        yield (
            reminder.unit.name,
            owed.key.phrase.in_(language),
            owed.due,
            Toned(_when(owed, language), Tone.BAD if owed.days_left < 0 else Tone.WARN),
            language("有文件，未提交", "there, not submitted")
            if owed.state is State.DRAFT
            else owed.state.phrase.in_(language),
            reminder.contact or None,
            reminder.phone or None,
            language("、", ", ").join(reminder.unit.emails) or None,
        )


def _when(owed: Obligation, language: Language) -> str:
    """已逾期10天, 今天到期, 还有5天."""
    days = owed.days_left
    if days < 0:
        return language(f"已逾期{-days}天", f"{counted(-days, 'day')} overdue")
    return language(f"还有{days}天", f"{counted(days, 'day')} left") if days else language("今天到期", "due today")


def _letter(reminder: Reminder, campaign: Campaign, today: date, language: Language) -> Letter:
    said = [
        _opening(reminder, campaign, today, language),
        *_list(reminder, language),
        _asking(reminder, campaign, language),
    ]
    return Letter(_subject(reminder, language), reminder.unit.name, said, Signature(campaign.host, today))


def _subject(reminder: Reminder, language: Language) -> str:
    first, count = reminder.owed[0].key.phrase, len(reminder.owed)
    what = language(first.zh if count == 1 else f"{first.zh}等{count}项材料",
                    first.en if count == 1 else f"{first.en} and {count - 1} more")  # fmt: skip
    if reminder.is_overdue:
        return language(f"关于催报{what}的函", f"Reminder: {what} overdue")
    return language(f"关于按时报送{what}的提醒函", f"Reminder: {what} due soon")


def _opening(reminder: Reminder, campaign: Campaign, today: date, language: Language) -> str:
    name, day = campaign.name.removeprefix(campaign.city), written_out(today)
    asked = language(f"按照{name}安排，", f"Under the calendar of {campaign.name}, ")
    if len(reminder.owed) > 1:
        return asked + language(
            f"贵单位有{len(reminder.owed)}项材料需要报送，截至{day.zh}尚未收到：",
            f"{counted(len(reminder.owed), 'document')} of your unit had not come in by {day.en}:",
        )
    owed = reminder.owed[0]
    due, what, when = written_out(owed.due), owed.key.phrase, _when(owed, language)
    return asked + language(
        f"贵单位的{what.zh}应于{due.zh}前报送。截至{day.zh}尚未收到，{when}。",
        f"the {what.en} of your unit {'was' if reminder.is_overdue else 'is'} due by {due.en}. "
        f"It had not come in by {day.en}: {when}.",
    )


def _list(reminder: Reminder, language: Language) -> Iterator[str]:
    """Each document on a line, where there is more than one."""
    if len(reminder.owed) == 1:
        return
    for at, owed in enumerate(reminder.owed, 1):
        due, what, end = written_out(owed.due), owed.key.phrase, len(reminder.owed) == at
        stop = language("。" if end else "；", "." if end else ";")
        yield language(
            f"{at}.{what.zh}，应于{due.zh}前报送，{_when(owed, language)}{stop}",
            f"{at}. {what.en}, due by {due.en}, {_when(owed, language)}{stop}",
        )


def _asking(reminder: Reminder, campaign: Campaign, language: Language) -> str:
    place = receiver(campaign, language)
    urgently = reminder.is_overdue
    please = language(f"请{'抓紧' if urgently else '按时'}报送{place}。",
                      f"Please send {'it' if len(reminder.owed) == 1 else 'them'}{place}"
                      f"{' as soon as you can' if urgently else ' in time'}.")  # fmt: skip
    sent = language("如已报送，请与我们联系核对。感谢支持！", " If you have sent it, please let us know. Thank you.")
    return please + sent


def _record(
    reminders: Sequence[Reminder], letters: Sequence[Letter], campaign: Campaign, today: date, by: date
) -> dict[str, Any]:
    """Every unit with what it owes and the message to it, for a program that sends."""
    return {
        "version": VERSION,
        "campaign": campaign.name,
        "today": today,
        "due_by": by,
        "reminders": [
            {
                **who(each.unit),
                "contact": each.contact or None,
                "phone": each.phone or None,
                "emails": list(each.unit.emails),
                "owed": [_owed(owed) for owed in each.owed],
                "subject": letter.subject,
                "message": list(letter.paragraphs),
                "sender": letter.signature.name or None,
            }
            for each, letter in zip(reminders, letters, strict=True)
        ],
    }


def _owed(owed: Obligation) -> dict[str, Any]:
    return {
        "document": owed.key.kind.value,
        "quarter": str(owed.key.quarter) if owed.key.quarter else None,
        "due": owed.due,
        "days_left": owed.days_left,
        "state": owed.state.value,
        "path": owed.key.path,
    }
