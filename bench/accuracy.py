"""Labelled sentences → how often the readers of `xunbiao.wording` are right, by kind.

    python bench/accuracy.py [FILE] [-v] [--today DATE]         (or DATA=FILE; the project's own set by default)

FILE is tab-separated with a header line: kind, text, quantified (yes, partial, no, n/a), value, unit, comparator, note.
What the labels mean stands in tests/data/README.md.

How a row is scored
-------------------
quantified    Lines (target, gap, measure, highlight, progress) and traps. `yes` is right when a quantity was read, `no`
              when none was; `partial` is left to people and out of the count.
value         Lines labelled yes that have a value. Right when the quantities read are those labelled, in order, each
              with its value and unit, and none besides but those the note allows (`also=`); `alt=` is another reading
              that is right as well. `12→4` is before and after, `2..3` a range, ` vs ` parts two values; a number is
              right to within half a per cent (a third is 33.33). 日 and 天 are one unit; an empty unit accepts any.
value found   The same rows and partial ones: right when every labelled value was read, whatever else was.
comparator    Rows whose values were found. `reduce` and `increase` ask for a change `by`, `from-to` for a value before,
              `rank` for a rank, `diff` for nothing but the value; what is left (= < <= > >= ~ range) must be the bound
              that was read. `>~` accepts > >= ~.
date          Kind deadline, yes and partial. Right when the day is (a range START/END: both; of stages A|B|C the last);
              `no` is right when no day was read.
phone         Right when the same numbers were accepted (`0375-2662201 ext 8016`), or likewise none.
person        Right when the same names were read, or likewise none. docno: the same for 文号.
"""

import argparse
import os
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal, InvalidOperation
from pathlib import Path

from xunbiao.wording import Quantity, deadline, document_numbers, persons, phones, quantities, same_unit

OWN_SET = Path(__file__).parent.parent / "tests" / "data" / "expressions.tsv"
CAMPAIGN = (date(2019, 10, 21), date(2020, 12, 31))
AREA_CODE = "0375"
LINES = ("target", "gap", "measure", "highlight", "progress")
QUESTIONS = ("quantified", "value", "value found", "comparator", "date", "phone", "person", "docno")


@dataclass(frozen=True, slots=True)
class Row:
    number: int
    kind: str
    text: str
    quantified: str
    value: str
    unit: str
    comparator: str
    note: str


@dataclass(frozen=True, slots=True)
class Verdict:
    """One question about one row: the answer wanted, the one got, and whether it will do."""

    question: str
    row: Row
    right: bool
    wanted: str
    got: str


def main() -> int:
    arguments = _arguments()
    rows = _rows(arguments.file)
    verdicts = [verdict for row in rows for verdict in _verdicts(row, arguments.today)]
    print(f"{arguments.file}: {len(rows)} rows, {CAMPAIGN[0]} to {CAMPAIGN[1]}, as of {arguments.today}\n")
    print(f"{'':14}{'rows':>6}{'right':>7}{'right %':>9}{'precision':>11}{'recall':>8}")
    for question in QUESTIONS:
        _print_line(question, [verdict for verdict in verdicts if verdict.question == question])
    if arguments.verbose:
        _print_misses(verdicts)
    return 0


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description="How often the readers are right on labelled sentences.")
    parser.add_argument("file", nargs="?", type=Path, default=Path(os.environ.get("DATA") or OWN_SET))
    parser.add_argument("-v", "--verbose", action="store_true", help="list the misses")
    parser.add_argument(
        "--today", type=date.fromisoformat, default=date(2019, 11, 20), help="day that spans count from"
    )
    return parser.parse_args()


def _rows(file: Path) -> list[Row]:
    lines = file.read_text(encoding="utf-8").split("\n")
    header = lines[0].split("\t")
    names = ("kind", "text", "quantified", "value", "unit", "comparator", "note")
    rows = []
    for number, line in enumerate(lines[1:], 2):
        if line.strip():
            cells = dict(zip(header, line.rstrip("\r").split("\t"), strict=False))
            rows.append(Row(number, *(cells.get(name, "") for name in names)))
    return rows


def _verdicts(row: Row, today: date) -> Iterator[Verdict]:
    match row.kind:
        case "deadline":
            yield _date(row, today)
        case "phone":
            accepted = [phone for phone in phones(row.text, AREA_CODE) if phone.ok]
            found = [phone.number + (f" ext {phone.extension}" if phone.extension else "") for phone in accepted]
            yield _listed(row, found)
        case "person":
            yield _listed(row, [person.name for person in persons(row.text)])
        case "docno":
            yield _listed(row, [number.normal for number in document_numbers(row.text)])
        case _:
            yield from _line(row, quantities(row.text))


def _line(row: Row, read: tuple[Quantity, ...]) -> Iterator[Verdict]:
    if row.quantified in ("yes", "no"):
        right = bool(read) == (row.quantified == "yes")
        yield Verdict("quantified", row, right, row.quantified, _said(read) or "no")
    if not row.value.strip():
        return
    wanted = row.value.replace(" vs ", "|").split("|")
    units = _spread(row.unit.split("|"), len(wanted))
    labels = list(zip((value.strip() for value in wanted), (unit.strip() for unit in units), strict=True))
    if row.quantified == "yes" and row.kind in LINES:
        yield Verdict("value", row, _exactly(labels, read, row), f"{row.value} {row.unit}", _said(read))
    found = [_find(label, read, row) for label in labels]
    yield Verdict("value found", row, None not in found, f"{row.value} {row.unit}", _said(read))
    if None in found or not row.comparator or row.comparator in ("none", "=benchmark"):
        return
    comparators = _spread(row.comparator.split("|"), len(wanted))
    pairs = zip(comparators, found, strict=True)
    right = all(_compares(wish, quantity) for wish, quantity in pairs if quantity is not None)
    yield Verdict("comparator", row, right, row.comparator, _said(read))


def _spread(parts: list[str], length: int) -> list[str]:
    """As many as the values: the last label serves the values beyond it."""
    return (parts + [parts[-1]] * length)[:length]


def _exactly(labels: list[tuple[str, str]], read: tuple[Quantity, ...], row: Row) -> bool:
    """Whether what was read is what was labelled, in order, and nothing besides but what the note allows."""
    waiting = list(labels)
    for quantity in read:
        if waiting and (_is(waiting[0], quantity) or _noted("alt", quantity, row)):
            waiting.pop(0)
        elif not _noted("also", quantity, row):
            return False
    return not waiting


def _find(label: tuple[str, str], read: tuple[Quantity, ...], row: Row) -> Quantity | None:
    return next((quantity for quantity in read if _is(label, quantity) or _noted("alt", quantity, row)), None)


def _noted(key: str, quantity: Quantity, row: Row) -> bool:
    """Whether a field of the note (also=300平方米 or alt=2倍,100%) names the quantity."""
    for field in row.note.split(";"):
        if field.strip().startswith(f"{key}="):
            return any(_is(_parted(label), quantity) for label in field.strip().removeprefix(f"{key}=").split(","))
    return False


def _parted(label: str) -> tuple[str, str]:
    """28→12项 → value and unit."""
    value = label.rstrip()
    cut = next((at for at, mark in enumerate(value) if not (mark.isdigit() or mark in ".→")), len(value))
    return value[:cut], value[cut:]


def _is(label: tuple[str, str], quantity: Quantity) -> bool:
    value, unit = label
    if unit and not same_unit(unit, quantity.unit):
        return False
    if "→" in value:
        before, after = value.split("→")
        return _near(before, quantity.before) and _near(after, quantity.value)
    if ".." in value:
        low, high = value.split("..")
        return _near(low, quantity.low) and _near(high, quantity.high)
    return quantity.before is None and quantity.value is not None and _near(value, quantity.value)


def _near(label: str, got: Decimal | None) -> bool:
    try:
        wanted = Decimal(label)
    except InvalidOperation:
        return False
    return got is not None and abs(wanted - got) <= abs(wanted) * Decimal("0.005")


def _compares(label: str, quantity: Quantity) -> bool:
    wish, needs = label.strip(), True
    for word, meets in (
        ("reduce", quantity.change == "by"),
        ("increase", quantity.change == "by"),
        ("from-to", quantity.before is not None),
        ("rank", quantity.unit == "位次"),
    ):
        if wish.startswith(word):
            wish, needs = wish.removeprefix(word).strip(), needs and meets
    if wish.startswith("diff"):
        return True
    return needs and quantity.comparator in {">~": (">", ">=", "~"), "": ("=",)}.get(wish, (wish,))


def _date(row: Row, today: date) -> Verdict:
    read = deadline(row.text, today=today, window=CAMPAIGN)
    got = "none" if read.date is None else f"{read.start_date}/{read.date}" if read.start_date else str(read.date)
    labelled = row.quantified in ("yes", "partial")
    wanted = row.value.split(" ")[0].split("|")[-1] if labelled else "none"
    return Verdict("date", row, got == wanted, wanted, f"{got} ({read.state})")


def _listed(row: Row, found: Sequence[str]) -> Verdict:
    """Rows whose label is a list of names or numbers, or a word in Latin letters for none (masked, invalid, none)."""
    wanted = "none" if row.value.isascii() and row.value.isalpha() else row.value
    return Verdict(row.kind, row, ("|".join(found) or "none") == wanted, wanted, "|".join(found) or "none")


def _said(read: tuple[Quantity, ...]) -> str:
    return "; ".join(_quantity_said(quantity) for quantity in read)


def _quantity_said(quantity: Quantity) -> str:
    value = f"{quantity.low}..{quantity.high}" if quantity.value is None else str(quantity.value)
    before = "" if quantity.before is None else f"{quantity.before}→"
    return f"{before}{value} {quantity.unit} {quantity.comparator} {quantity.change or ''}".strip()


def _print_line(question: str, verdicts: list[Verdict]) -> None:
    if not verdicts:
        return
    right = sum(verdict.right for verdict in verdicts)
    line = f"{question:14}{len(verdicts):6}{right:7}{right / len(verdicts):9.1%}"
    if question == "quantified":
        hits = sum(verdict.wanted == "yes" and verdict.right for verdict in verdicts)
        claimed = sum((verdict.wanted == "yes") == verdict.right for verdict in verdicts)
        there = sum(verdict.wanted == "yes" for verdict in verdicts)
        line += f"{hits / max(claimed, 1):11.1%}{hits / max(there, 1):8.1%}"
    print(line)


def _print_misses(verdicts: list[Verdict]) -> None:
    for verdict in verdicts:
        if not verdict.right:
            print(f"\n{verdict.question}, line {verdict.row.number}: {verdict.row.text}")
            print(f"  wanted {verdict.wanted}\n  got    {verdict.got}")


if __name__ == "__main__":
    sys.exit(main())
