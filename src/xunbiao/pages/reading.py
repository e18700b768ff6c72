"""Readings of sentences → Page: what the tool read, with the words it read it from, and why a sentence says little."""

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from typing import Any

from xunbiao.model.language import Language
from xunbiao.model.page import Block, Bullets, Column, Heading, Page, Paragraph, Table, Tone
from xunbiao.wording.reading import Emptiness, Quantity, Reading

_BOUNDS = {
    "=": ("", ""),
    "<": ("少于", "under"),
    "<=": ("不超过", "at most"),
    ">": ("超过", "over"),
    ">=": ("不少于", "at least"),
    "~": ("约", "about"),
    "range": ("", ""),
}


def build(readings: Sequence[tuple[Reading, Emptiness]], language: Language) -> Page:
    """What was read out of each text, in order; the record is a list with the contract's object for each."""
    blocks = [block for reading, emptiness in readings for block in _blocks(reading, emptiness, language)]
    title = language("读出的内容", "What was read")
    return Page(title, blocks, language, {"readings": [record(reading) for reading, _ in readings]})


def record(reading: Reading) -> dict[str, Any]:
    """One reading as the contract's JSON has it (§8)."""
    return {
        "text": reading.text,
        "quantified": reading.quantified,
        "quantities": [_quantity(each) for each in reading.quantities],
        "deadline": str(reading.deadline.date) if reading.deadline and reading.deadline.date else None,
        "vague": [each.word for each in reading.vague],
        "persons": [each.name for each in reading.persons],
        "phones": [each.number for each in reading.phones if each.ok],
    }


def _quantity(quantity: Quantity) -> Mapping[str, Any]:
    figures: dict[str, Any] = {"value": quantity.value, "before": quantity.before, "unit": quantity.unit}
    if quantity.comparator == "range":
        figures |= {"low": quantity.low, "high": quantity.high}
    return figures | {
        "comparator": quantity.comparator,
        "change": quantity.change,
        "kind": quantity.kind,
        "start": quantity.start,
        "end": quantity.end,
    }


def _blocks(reading: Reading, emptiness: Emptiness, language: Language) -> Iterator[Block]:
    yield Heading(reading.text)
    rows = [*_quantity_rows(reading, language), *_other_rows(reading, language)]
    titles = (language("读作", "Read as"), language("原文", "From"), language("位置", "Place"))
    columns = [Column(titles[0], wide=True), Column(titles[1], wide=True), Column(titles[2])]
    nothing = language("没有读出数量、日期、人名或电话。", "No figure, date, person or phone was read.")
    yield Table(columns, rows, empty=nothing)
    yield from _verdict(reading, emptiness, language)


def _verdict(reading: Reading, emptiness: Emptiness, language: Language) -> Iterator[Block]:
    if emptiness:
        yield Paragraph(language(emptiness.why_zh, emptiness.why_en), Tone.WARN)
        yield Bullets([language(f"空泛的词：{each.word}", f"says nothing: {each.word}") for each in reading.vague])
    elif reading.quantified:
        yield Paragraph(language("已量化。", "Quantified."), Tone.GOOD)
    else:
        yield Paragraph(language("没有量化。", "Not quantified."), Tone.WARN)


def _quantity_rows(reading: Reading, language: Language) -> Iterator[tuple[str, str, str]]:
    for each in reading.quantities:
        yield _said(each, language), reading.text[each.start : each.end], f"{each.start + 1}–{each.end}"


def _said(quantity: Quantity, language: Language) -> str:
    figure = f"{_plain(quantity.low)}–{_plain(quantity.high)}" if quantity.value is None else _plain(quantity.value)
    bound, change = language(*_BOUNDS[quantity.comparator]), _change(quantity, language)
    before = "" if quantity.before is None else f"{_plain(quantity.before)} →"
    words = (change, before, bound, figure, quantity.unit or "")
    return " ".join(word for word in words if word) + (f"（{quantity.kind}）" if quantity.kind else "")


def _change(quantity: Quantity, language: Language) -> str:
    if quantity.change != "by":
        return ""
    return {"up": language("增加", "up by"), "down": language("减少", "down by")}.get(
        quantity.direction or "", language("变动", "changes by")
    )


def _other_rows(reading: Reading, language: Language) -> Iterator[tuple[str, str, str]]:
    found: list[tuple[str, int, int]] = []
    if reading.deadline and reading.deadline.end > reading.deadline.start:
        day = reading.deadline.date
        why = "" if reading.deadline.state == "date" else language(reading.deadline.why_zh, reading.deadline.why_en)
        said = language("时限", "deadline") + f" {day or '—'}" + (f"（{why}）" if why else "")
        found.append((said, reading.deadline.start, reading.deadline.end))
    found += [(language("责任人", "person") + f" {each.name}", each.start, each.end) for each in reading.persons]
    for phone in reading.phones:
        why = "" if phone.ok else f"（{language(phone.why_zh, phone.why_en)}）"
        found.append((language("电话", "phone") + f" {phone.number}{why}", phone.start, phone.end))
    found += [
        (language("文号", "document") + f" {each.normal}", each.start, each.end) for each in reading.document_numbers
    ]
    for said, start, end in found:
        yield said, reading.text[start:end], f"{start + 1}–{end}"


def _plain(number: Decimal) -> str:
    """A number without exponent or trailing zeros."""
    return f"{number.normalize():f}"
