"""Agenda → Page: what everyone owes as of today: due, missing, late and next."""

from collections.abc import Iterator, Sequence

from xunbiao.model.language import Language
from xunbiao.model.obligation import Agenda, Obligation, State, count
from xunbiao.model.page import Block, Cell, Column, Heading, Page, Paragraph, Percent, Table, Tone, Toned
from xunbiao.pages.status.notes import days_left, notes
from xunbiao.pages.status.record import record
from xunbiao.pages.status.unit import build_for_unit
from xunbiao.pages.terms import counted

__all__ = ["build", "build_for_unit"]


def build(agenda: Agenda, language: Language) -> Page:
    """For the coordinator: every document with its numbers, then who is missing, who was late, what is next."""
    title = language(
        f"{agenda.campaign_name}报送情况（{agenda.today}）", f"{agenda.campaign_name} as of {agenda.today}"
    )
    blocks: list[Block] = [*notes(agenda, language), _overview(agenda, language)]
    if not agenda.obligations:
        blocks.append(Paragraph(language("名录里没有应报的单位。", "No unit on the roster is expected to report.")))
    else:
        blocks += [*_missing(agenda, language), *_late(agenda, language), *_next(agenda, language)]
    return Page(title, blocks, language, record(agenda))


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


def _next(agenda: Agenda, language: Language) -> Iterator[Block]:
    yield Heading(language("接下来", "Next"))
    owed = agenda.next_due
    if not owed:
        yield Paragraph(language("所有材料都已到期，没有下一项。", "Everything has fallen due: there is no next."))
        return
    first, missing = owed[0], [each.unit.name for each in owed if not each.is_in]
    left = days_left(first.days_left, language)
    text = language(
        f"{first.key.phrase.zh}，{first.due} 前报送，{left}；"
        f"{len(owed)} 个单位应报，{len(owed) - len(missing)} 个已报。",
        f"{first.key.phrase.en}, due by {first.due}, {left}; {counted(len(owed), 'unit')} expected, "
        f"{len(owed) - len(missing)} are in.",
    )
    yield Paragraph(text)
    if missing and len(missing) < len(owed):
        names = language("、", ", ").join(missing)
        yield Paragraph(language(f"还没有报：{names}。", f"Not in yet: {names}."))
