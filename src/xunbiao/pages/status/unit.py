"""Agenda of one unit → Page: what a clerk owes, by when, how many days are left, and the command to type next."""

from collections.abc import Iterator, Sequence

from xunbiao.model.campaign import Unit
from xunbiao.model.document import DocumentKey, Kind
from xunbiao.model.history import WorkState
from xunbiao.model.language import Language
from xunbiao.model.obligation import Agenda, DateSource, Obligation, State
from xunbiao.model.page import Block, Cell, Column, Facts, Heading, Listing, Page, Paragraph, Table, Tone, Toned
from xunbiao.pages.report.entries import who
from xunbiao.pages.status.notes import days_left, notes
from xunbiao.pages.status.record import record
from xunbiao.pages.terms import counted

_TONES = {State.ON_TIME: Tone.GOOD, State.PRESENT: Tone.GOOD, State.LATE: Tone.WARN, State.DRAFT: Tone.WARN}


def build_for_unit(agenda: Agenda, unit: Unit, program: str, language: Language) -> Page:
    """For a clerk: what is owed, by when, how many days are left, and what to type next. `program` is how xunbiao was
    called, so that the command works as typed."""
    todo = _todo(agenda)
    commands = next_commands(todo, program) if todo else ()
    title = language(f"{unit.name}：要报的材料（{agenda.today}）", f"{unit.name}: what to hand in ({agenda.today})")
    blocks = [*notes(agenda, language), *_todo_blocks(agenda, todo, commands, language)]
    if agenda.obligations:
        blocks += [Heading(language("全部材料", "All documents")), _unit_table(agenda, language)]
    return Page(title, blocks, language, {**record(agenda), **who(unit), "next_commands": list(commands)})


def _todo(agenda: Agenda) -> Obligation | None:
    """What to see to first: the oldest that is not in, or has changes that are not submitted."""
    return next((each for each in agenda.obligations if not each.is_in or each.work), None)


def _todo_blocks(
    agenda: Agenda, todo: Obligation | None, commands: Sequence[str], language: Language
) -> Iterator[Block]:
    if not agenda.obligations:
        yield Paragraph(language("这个单位不在应报之列。", "This unit is not expected to hand in anything."))
    elif todo is None:
        yield Paragraph(language("材料都报齐了，没有要做的。", "Everything is in: there is nothing to do."), Tone.GOOD)
    else:
        late = not todo.is_in and todo.days_left < 0
        left = Toned(days_left(todo.days_left, language), Tone.BAD if late else Tone.PLAIN)
        pairs: list[tuple[str, Cell]] = [
            (language("要报", "To hand in"), todo.key.phrase.in_(language)),
            (language("截止", "Due"), todo.due),
            (language("时间", "Time"), left if not todo.is_in else None),
            (language("现在", "Now"), _now(todo, language)),
        ]
        yield Facts([pair for pair in pairs if pair[1] is not None])
        yield Paragraph(language("接下来运行：", "Type next:"))
        yield Listing("\n".join(commands), "sh")


def _now(owed: Obligation, language: Language) -> str:
    if owed.work is WorkState.DELETED:
        return language("文件夹里的文件被删掉了", "the file in the folder was deleted")
    if owed.is_in:
        return language("报过以后又改了，改动还没有提交", "handed in, then changed; the changes are not submitted")
    if owed.state is State.DRAFT:
        return language("文件已有，还没有提交", "the file is there, not submitted yet")
    return language("还没有文件", "no file yet")


def next_commands(owed: Obligation, program: str) -> tuple[str, ...]:
    """What to type for an obligation that is open."""
    unit, path = owed.unit.id, owed.key.path
    if owed.work is WorkState.DELETED:
        return (f"git restore -- {path}",)
    if owed.state is State.MISSING:
        return (f"{program} new {unit}{_option(owed.key)}",)
    return (f"{program} validate {path}", f"{program} submit {unit}")


def _option(key: DocumentKey) -> str:
    if key.kind is Kind.SUMMARY:
        return " --summary"
    return f" --quarter {key.quarter}" if key.quarter else ""


def _unit_table(agenda: Agenda, language: Language) -> Table:
    columns = [
        Column(language("材料", "Document")),
        Column(language("截止", "Due")),
        Column(language("情况", "State"), wide=True),
        Column(language("到达日期", "Arrived")),
    ]
    return Table(columns, [_unit_row(each, language) for each in agenda.obligations])


def _unit_row(owed: Obligation, language: Language) -> Sequence[Cell]:
    word = owed.state.phrase.in_(language)
    if owed.state is State.LATE:
        word = language(f"逾期 {owed.days_late} 天报送", f"{counted(owed.days_late, 'day')} late")
    elif not owed.is_in:
        word = language(f"{word}，", f"{word}, ") + days_left(owed.days_left, language)
    if owed.is_in and owed.work:
        word += language("，有未提交的改动", ", with changes not submitted")
    if owed.delivery and owed.delivery.source is DateSource.RECEIVED:
        word += language("，", ", ") + owed.delivery.source.phrase.in_(language)
    overdue = not owed.is_in and owed.days_left < 0
    tone = Tone.BAD if overdue else _TONES.get(owed.state, Tone.PLAIN)
    return (
        owed.key.phrase.in_(language),
        owed.due,
        Toned(word, tone),
        owed.delivery.day if owed.delivery else None,
    )
