"""Agenda → Page: what everyone owes as of today, or what one unit owes, by when, and the command to type next."""

from collections.abc import Iterator, Sequence
from typing import Any

from xunbiao.model.campaign import Unit
from xunbiao.model.document import DocumentKey, Kind
from xunbiao.model.history import WorkState
from xunbiao.model.language import Language
from xunbiao.model.obligation import Agenda, Obligation, State, count
from xunbiao.model.page import (
    Block,
    Cell,
    Column,
    Facts,
    Heading,
    Listing,
    Page,
    Paragraph,
    Percent,
    Table,
    Tone,
    Toned,
)
from xunbiao.pages.report.entries import arrival, five_numbers, who

VERSION = 1
"""Raised when a field goes or changes its meaning; new fields leave it."""

Json = dict[str, Any]

_TONES = {State.ON_TIME: Tone.GOOD, State.PRESENT: Tone.GOOD, State.LATE: Tone.WARN, State.DRAFT: Tone.WARN}


def build(agenda: Agenda, language: Language) -> Page:
    """For the coordinator: every document with its numbers, then who is missing, who was late, what is next."""
    title = language(
        f"{agenda.campaign_name}报送情况（{agenda.today}）", f"{agenda.campaign_name} as of {agenda.today}"
    )
    blocks: list[Block] = [*_notes(agenda, language), _overview(agenda, language)]
    if not agenda.obligations:
        blocks.append(Paragraph(language("名录里没有应报的单位。", "No unit on the roster is expected to report.")))
    else:
        blocks += [*_missing(agenda, language), *_late(agenda, language), *_next(agenda, language)]
    return Page(title, blocks, language, _record(agenda))


def _notes(agenda: Agenda, language: Language) -> Iterator[Block]:
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
            f"{future} documents arrived after today; they are counted all the same.",
        )
        yield Paragraph(text, Tone.WARN)
    drafts = [each for each in agenda.obligations if each.work]
    if drafts:
        paths = language("、", ", ").join(f"{each.key.path}" for each in drafts[:5])
        more = language(" 等", " and more") if len(drafts) > 5 else ""
        text = language(
            f"文件夹里有 {len(drafts)} 份材料与 git 里的不同，以 git 里的为准：{paths}{more}。",
            f"{len(drafts)} documents in the folder differ from git, which is what counts: {paths}{more}.",
        )
        yield Paragraph(text, Tone.WARN)


def _overview(agenda: Agenda, language: Language) -> Table:
    titles = (("应报", "Expected"), ("已报", "In"), ("上报率", "Rate"), ("按时", "On time"), ("逾期", "Late"),
              ("未报", "Missing"))  # fmt: skip
    columns = [
        Column(language("材料", "Document")),
        Column(language("截止", "Due")),
        *(Column(language(*title), number=True) for title in titles),
        Column(language("还有天数", "Days left"), number=True),
    ]
    return Table(columns, [_document_row(agenda, owed, language) for owed in agenda.by_document.values()])


def _document_row(agenda: Agenda, owed: Sequence[Obligation], language: Language) -> Sequence[Cell]:
    turnout, first = count(owed), owed[0]
    late = turnout.late if agenda.knows_arrivals else None
    return (
        first.key.phrase.in_(language),
        first.due,
        turnout.expected,
        turnout.actual,
        Percent(turnout.reporting_rate),
        turnout.on_time if agenda.knows_arrivals else None,
        Toned(late, Tone.WARN) if late else late,
        Toned(turnout.missing, Tone.BAD) if turnout.missing and first.days_left < 0 else turnout.missing,
        first.days_left if first.days_left >= 0 else None,
    )


def days_left(days: int, language: Language) -> str:
    """还有 N 天, 今天到期, 已逾期 N 天."""
    if days == 0:
        return language("今天到期", "due today")
    if days > 0:
        return language(f"还有 {days} 天", f"{days} days left")
    return language(f"已逾期 {-days} 天", f"{-days} days overdue")


def _missing(agenda: Agenda, language: Language) -> Iterator[Block]:
    found = [each for each in agenda.obligations if not each.is_in and each.days_left < 0]
    found.sort(key=lambda each: each.days_left)
    yield Heading(language(f"已到期未报（{len(found)}）", f"Overdue and missing ({len(found)})"))
    columns = [
        Column(language("单位", "Unit"), wide=True),
        Column(language("材料", "Document")),
        Column(language("截止", "Due")),
        Column(language("逾期天数", "Days late"), number=True),
        Column(language("说明", "Note"), wide=True),
    ]
    rows = [
        (
            Toned(each.unit.name, Tone.BAD),
            each.key.phrase.in_(language),
            each.due,
            each.days_late,
            language("文件已写，还没有提交", "written, not submitted") if each.state is State.DRAFT else None,
        )
        for each in found
    ]
    yield Table(columns, rows, empty=language("到期的都报了。", "All that was due is in."))


def _late(agenda: Agenda, language: Language) -> Iterator[Block]:
    if not agenda.knows_arrivals:
        return
    found = [each for each in agenda.obligations if each.state is State.LATE and each.days_left < 0]
    found.sort(key=lambda each: each.due, reverse=True)
    yield Heading(language(f"逾期报送（{len(found)}）", f"Came in late ({len(found)})"))
    columns = [
        Column(language("单位", "Unit"), wide=True),
        Column(language("材料", "Document")),
        Column(language("到达日期", "Arrived")),
        Column(language("逾期天数", "Days late"), number=True),
    ]
    rows = [
        (each.unit.name, each.key.phrase.in_(language), each.delivery.day if each.delivery else None, each.days_late)
        for each in found
    ]
    yield Table(columns, rows, empty=language("没有逾期报送。", "Nothing came in late."))


def next_due(agenda: Agenda) -> tuple[Obligation, ...]:
    """What falls due next, today included; empty after the last."""
    return next((owed for owed in agenda.by_document.values() if owed[0].days_left >= 0), ())


def _next(agenda: Agenda, language: Language) -> Iterator[Block]:
    yield Heading(language("接下来", "Next"))
    owed = next_due(agenda)
    if not owed:
        yield Paragraph(language("所有材料都已到期，没有下一项。", "Everything has fallen due: there is no next."))
        return
    first, missing = owed[0], [each.unit.name for each in owed if not each.is_in]
    left = days_left(first.days_left, language)
    text = language(
        f"{first.key.phrase.zh}，{first.due} 前报送，{left}；"
        f"{len(owed)} 个单位应报，{len(owed) - len(missing)} 个已报。",
        f"{first.key.phrase.en}, due by {first.due}, {left}; {len(owed)} units expected, "
        f"{len(owed) - len(missing)} are in.",
    )
    yield Paragraph(text)
    if missing and len(missing) < len(owed):
        names = language("、", ", ").join(missing)
        yield Paragraph(language(f"还没有报：{names}。", f"Not in yet: {names}."))


def build_for_unit(agenda: Agenda, unit: Unit, program: str, language: Language) -> Page:
    """For a clerk: what is owed, by when, how many days are left, and what to type next. `program` is how xunbiao was
    called, so that the command works as typed."""
    todo = _todo(agenda)
    commands = next_commands(todo, program) if todo else ()
    title = language(f"{unit.name}：要报的材料（{agenda.today}）", f"{unit.name}: what to hand in ({agenda.today})")
    blocks = [*_notes(agenda, language), *_todo_blocks(agenda, todo, commands, language)]
    if agenda.obligations:
        blocks += [Heading(language("全部材料", "All documents")), _unit_table(agenda, language)]
    return Page(title, blocks, language, {**_record(agenda), **who(unit), "next_commands": list(commands)})


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
        word = language(f"逾期 {owed.days_late} 天报送", f"{owed.days_late} days late")
    elif not owed.is_in:
        word = language(f"{word}，", f"{word}, ") + days_left(owed.days_left, language)
    if owed.is_in and owed.work:
        word += language("，有未提交的改动", ", with changes not submitted")
    overdue = not owed.is_in and owed.days_left < 0
    tone = Tone.BAD if overdue else _TONES.get(owed.state, Tone.PLAIN)
    return (
        owed.key.phrase.in_(language),
        owed.due,
        Toned(word, tone),
        owed.delivery.day if owed.delivery else None,
    )


def _record(agenda: Agenda) -> Json:
    following = next_due(agenda)
    return {
        "version": VERSION,
        "campaign": agenda.campaign_name,
        "today": agenda.today,
        "knows_arrivals": agenda.knows_arrivals,
        "documents": [_document(agenda, owed) for owed in agenda.by_document.values()],
        "next": _document(agenda, following) if following else None,
        "obligations": [_obligation(each) for each in agenda.obligations],
    }


def _document(agenda: Agenda, owed: Sequence[Obligation]) -> Json:
    numbers = five_numbers(count(owed))
    if not agenda.knows_arrivals:
        numbers |= dict.fromkeys(("on_time", "on_time_rate", "late_count"))
    return {**_key(owed[0]), **numbers}


def _key(owed: Obligation) -> Json:
    quarter = owed.key.quarter
    return {
        "document": owed.key.kind.value,
        "quarter": str(quarter) if quarter else None,
        "due": owed.due,
        "days_left": owed.days_left,
    }


def _obligation(owed: Obligation) -> Json:
    return {
        **who(owed.unit),
        **_key(owed),
        "path": owed.delivery.path if owed.delivery else owed.key.path,
        **arrival(owed),
        "uncommitted": owed.work.value if owed.work else None,
    }
