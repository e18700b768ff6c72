"""A unit's rows of a ledger, its report as it was when the sheet was made → edits of that report, and refused cells."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal, InvalidOperation
from typing import Any

from xunbiao.editing import Edit, Put
from xunbiao.forms.items import split_items
from xunbiao.forms.problems import problem
from xunbiao.forms.sheet import LedgerCell, LedgerRow, Value
from xunbiao.forms.story import Paragraph
from xunbiao.model.form import Problem
from xunbiao.model.language import Phrase
from xunbiao.model.ledger import ACCOUNT, COMPLETION, EVIDENCE, ITEM_ID, NEXT_STEPS, PROBLEMS, STATUS, UNIT_ID
from xunbiao.model.report import STATUSES

MEASURES = "举措进展"
_OF_A_MEASURE: Mapping[str, str] = {STATUS: "状态", COMPLETION: "完成率", ACCOUNT: "进展", EVIDENCE: "佐证"}
_OF_A_REPORT = (PROBLEMS, NEXT_STEPS)
_BLANKS = frozenset({"", "—", "-"})


@dataclass(frozen=True, slots=True)
class LedgerUpdate:
    """What the edited cells of one unit change in its report, and the cells that were refused."""

    edits: tuple[Edit, ...]
    problems: tuple[Problem, ...]


@dataclass(slots=True)
class _Reading:
    report: Mapping[str, Any]
    written: Mapping[tuple[str, str, str], Value]
    edits: list[Edit] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)

    def is_untouched(self, row: LedgerRow, title: str) -> bool:
        """Whether a cell says what it said when the sheet was written, as far as the sheet tells: then it is no edit,
        even where a workbook could not hold the report's text as it is."""
        key, cell = (row.unit, row.item, title), row.cells[title]
        return key in self.written and not cell.is_formula and _text(self.written[key]) == _text(cell.value)

    def refuse(self, code: str, title: str, cell: LedgerCell, why: Phrase | None = None) -> None:
        self.problems.append(problem(code, (cell.address, title), _text(cell.value), why))


def update_report(
    rows: Sequence[LedgerRow], report: Mapping[str, Any], written: Mapping[tuple[str, str, str], Value]
) -> LedgerUpdate:
    """`report` is the document as it was when the sheet was made: a cell that says something else has been edited."""
    reading = _Reading(report, written)
    for row in rows:
        _read_only(reading, row)
        for title, label in _OF_A_MEASURE.items():
            if title in row.cells and not reading.is_untouched(row, title):
                _measure_cell(reading, row, title, label)
    for title in _OF_A_REPORT:
        shown = [row for row in rows if title in row.cells and not reading.is_untouched(row, title)]
        _report_cells(reading, shown, title)
    return LedgerUpdate(tuple(reading.edits), tuple(reading.problems))


def _read_only(reading: _Reading, row: LedgerRow) -> None:
    """Cells that only show something and say something else now; known where the sheet says what it showed."""
    for title, cell in row.cells.items():
        key = (row.unit, row.item, title)
        editable = title in (*_OF_A_MEASURE, *_OF_A_REPORT, UNIT_ID, ITEM_ID)
        if not editable and key in reading.written and _text(reading.written[key]) != _text(cell.value):
            reading.refuse("cell-read-only", title, cell)


def _measure_cell(reading: _Reading, row: LedgerRow, title: str, label: str) -> None:
    cell = row.cells[title]
    measures = reading.report.get(MEASURES) or {}
    before = (measures.get(row.item) or {}).get(label)
    if _is_shown(before, cell.value) and not cell.is_formula:
        return
    if cell.is_formula:
        reading.refuse("cell-formula", title, cell)
    elif row.item not in measures:
        reading.refuse("cell-no-such-item", title, cell)
    else:
        value = _typed(reading, title, label, cell)
        if value is not None:
            reading.edits.append(Put((MEASURES, row.item, label), value.value))


@dataclass(frozen=True, slots=True)
class _Typed:
    value: Any


def _typed(reading: _Reading, title: str, label: str, cell: LedgerCell) -> _Typed | None:
    """What was typed as the report has it; None where it is refused."""
    text = _text(cell.value)
    if label == "状态":
        if text and text not in STATUSES:
            words = "、".join(STATUSES)
            reading.refuse("cell-no-status", title, cell, Phrase(f"请选 {words} 中的一个", f"choose one of {words}"))
            return None
        return _Typed(text or None)
    if label == "完成率":
        rate = _rate(text)
        if rate is None and text:
            reading.refuse("cell-no-rate", title, cell)
            return None
        return _Typed(rate)
    return _Typed(_lines(text) if label == "佐证" else text or None)


def _report_cells(reading: _Reading, rows: Sequence[LedgerRow], title: str) -> None:
    """What a unit says once and the sheet shows on each of its rows: one edit, or rows that contradict each other."""
    before = reading.report.get(title)
    edited = [row.cells[title] for row in rows if not _is_shown(before, row.cells[title].value)]
    for cell in [cell for cell in edited if cell.is_formula]:
        reading.refuse("cell-formula", title, cell)
    typed = [cell for cell in edited if not cell.is_formula]
    if len({_text(cell.value) for cell in typed}) > 1:
        for cell in typed:
            reading.refuse("cell-conflict", title, cell)
    elif typed:
        reading.edits.append(Put((title,), _lines(_text(typed[0].value))))


def _is_shown(before: Any, now: Value) -> bool:
    """Whether a cell still shows what the report says; lists may be joined in several ways."""
    text = "".join(_text(now).split())
    if isinstance(before, list):
        told = [str(each) for each in before if each]
        return (
            text in {"".join(mark.join(told).split()) for mark in ("", "；", "、", ";")} or _lines(_text(now)) == told
        )
    if isinstance(before, int | Decimal) and not isinstance(before, bool):
        return _rate(text) == before
    return text == "".join(_text(before).split())


def _rate(text: str) -> int | Decimal | None:
    try:
        rate = Decimal(text.removesuffix("%").removesuffix("％"))
    except InvalidOperation:
        return None
    if not rate.is_finite() or not 0 <= rate <= 100:
        return None
    return int(rate) if rate == rate.to_integral_value() else rate


def _lines(text: str) -> list[str]:
    """A list typed into a cell, one a line; numbers before the lines are left out."""
    return list(split_items([Paragraph(line) for line in text.split("\n")]).texts)


def _text(value: Any) -> str:
    if isinstance(value, Decimal):
        return f"{value:f}"
    text = "" if value is None else str(value).strip()
    return "" if text in _BLANKS else text


def units_of(rows: Sequence[LedgerRow]) -> Iterator[tuple[str, list[LedgerRow]]]:
    """The rows of each unit, units in the order in which they first come."""
    for unit in dict.fromkeys(row.unit for row in rows):
        yield unit, [row for row in rows if row.unit == unit]
