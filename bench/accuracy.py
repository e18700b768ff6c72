"""Labelled sentences → how often the readers of `xunbiao.wording` are right, by kind.

    python bench/accuracy.py [FILE] [-v] [--today DATE]         (or DATA=FILE; the project's own set by default)

FILE is tab-separated with a header line: kind, text, quantified (yes, partial, no, n/a), value, unit, comparator, note.

How a row is scored
-------------------
quantified    Every kind but deadline and phone. `yes` is right when a quantity was read, `no` when none was; `partial` is right either
              way and left out of precision and recall.
value         Rows with a value. Several values stand apart by `|` or ` vs `, each with its unit in the same order or one unit for all.
              `12→4` is before and after, `2..3` a range; a number may be written 1e8. Every labelled value must have been read with its
              unit, to within 0.5 per cent of the number (a third is 33.33); what was read besides is not held against it. 日 and 天 are
              one unit; an empty unit accepts any.
comparator    Rows whose value was read. `reduce` and `increase` ask for a change `by`, `from-to` for a value before, `rank` for a rank,
              `diff` for nothing but the value; what is left (= < <= > >= ~ range) must be the bound that was read. `>~` accepts > >= ~.
date          Kind deadline. `yes` and `partial` are right when the day is (a range START/END: both days); `no` when no day was read.
phone         Kind phone. A number is right when it is the one normal form, with its extension (`0375-2662201 ext 8016`); any other word
              (masked, too-short, …) is right when no telephone number was accepted.
"""

import argparse
import os
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal, InvalidOperation
from pathlib import Path

from xunbiao.wording import Quantity, deadline, phones, quantities, same_unit

OWN_SET = Path(__file__).parent.parent / "tests" / "data" / "expressions.tsv"
CAMPAIGN = (date(2019, 10, 21), date(2020, 12, 31))
AREA_CODE = "0375"


@dataclass(frozen=True, slots=True)
class Row:
    number: int
    kind: str
    text: str
    quantified: str
    value: str
    unit: str
    comparator: str


@dataclass(frozen=True, slots=True)
class Verdict:
    """One question about one row: the answer wanted, the one got, and whether it will do. `scored` is False for `partial`."""

    question: str
    row: Row
    right: bool
    wanted: str
    got: str
    scored: bool = True


def main() -> int:
    arguments = _arguments()
    rows = _rows(arguments.file)
    verdicts = [verdict for row in rows for verdict in _verdicts(row, arguments.today)]
    print(f"{arguments.file}: {len(rows)} rows, {CAMPAIGN[0]} to {CAMPAIGN[1]}, as of {arguments.today}\n")
    print(f"{'':14}{'rows':>6}{'right':>7}{'right %':>9}{'precision':>11}{'recall':>8}")
    for question in ("quantified", "value", "comparator", "date", "phone"):
        _print_line(question, [verdict for verdict in verdicts if verdict.question == question])
    if arguments.verbose:
        _print_misses(verdicts)
    return 0


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description="How often the readers are right on labelled sentences.")
    parser.add_argument("file", nargs="?", type=Path, default=Path(os.environ.get("DATA") or OWN_SET))
    parser.add_argument("-v", "--verbose", action="store_true", help="list the misses")
    parser.add_argument("--today", type=date.fromisoformat, default=date(2019, 11, 20), help="day from which spans and years count")
    return parser.parse_args()


def _rows(file: Path) -> list[Row]:
    lines = file.read_text(encoding="utf-8").splitlines()
    header = lines[0].split("\t")
    rows = []
    for number, line in enumerate(lines[1:], 2):
        if line.strip() and not line.startswith("#"):
            cells = dict(zip(header, line.split("\t"), strict=False))
            names = ("kind", "text", "quantified", "value", "unit", "comparator")
            rows.append(Row(number, *(cells.get(name, "").strip() if name != "text" else cells.get(name, "") for name in names)))
    return rows


def _verdicts(row: Row, today: date) -> Iterator[Verdict]:
    if row.kind == "deadline":
        yield _date(row, today)
    elif row.kind == "phone":
        yield _phone(row)
    else:
        read = quantities(row.text)
        yield _quantified(row, read)
        if row.value:
            yield from _values(row, read)


def _quantified(row: Row, read: tuple[Quantity, ...]) -> Verdict:
    got = "yes" if read else "no"
    partial = row.quantified not in ("yes", "no")
    return Verdict("quantified", row, partial or got == row.quantified, row.quantified, _said(read) or "no", not partial)


def _values(row: Row, read: tuple[Quantity, ...]) -> Iterator[Verdict]:
    wanted = row.value.replace(" vs ", "|").split("|")
    units = _spread(row.unit.split("|"), len(wanted))
    found = [_find(value.strip(), unit.strip(), read) for value, unit in zip(wanted, units, strict=True)]
    yield Verdict("value", row, None not in found, f"{row.value} {row.unit}", _said(read))
    if None in found or not row.comparator or row.comparator in ("none", "=benchmark"):
        return
    comparators = _spread(row.comparator.split("|"), len(wanted))
    right = all(_compares(wish, quantity) for wish, quantity in zip(comparators, found, strict=True) if quantity is not None)
    yield Verdict("comparator", row, right, row.comparator, _said(read))


def _spread(parts: list[str], length: int) -> list[str]:
    """As many as the values: the last label serves the values beyond it."""
    return (parts + [parts[-1]] * length)[:length]


def _find(value: str, unit: str, read: tuple[Quantity, ...]) -> Quantity | None:
    return next((quantity for quantity in read if _is(value, quantity) and (not unit or same_unit(unit, quantity.unit))), None)


def _is(value: str, quantity: Quantity) -> bool:
    if "→" in value:
        before, after = value.split("→")
        return _near(before, quantity.before) and _near(after, quantity.value)
    if ".." in value:
        low, high = value.split("..")
        return _near(low, quantity.low) and _near(high, quantity.high)
    return quantity.value is not None and _near(value, quantity.value)


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
            wish, needs = wish.removeprefix(word), needs and meets
    if wish.startswith("diff"):
        return True
    return needs and quantity.comparator in {">~": (">", ">=", "~"), "": ("=",)}.get(wish, (wish,))


def _date(row: Row, today: date) -> Verdict:
    read = deadline(row.text, today=today, window=CAMPAIGN)
    got = "none" if read.date is None else f"{read.start_date}/{read.date}" if read.start_date else str(read.date)
    wanted = row.value.split(" ")[0] if row.quantified in ("yes", "partial") else "none"
    return Verdict("date", row, got == wanted, wanted, f"{got} ({read.state})")


def _phone(row: Row) -> Verdict:
    accepted = [phone for phone in phones(row.text, AREA_CODE) if phone.ok]
    got = "|".join(phone.number + (f" ext {phone.extension}" if phone.extension else "") for phone in accepted) or "none"
    wanted = row.value if row.value[:1].isdigit() else "none"
    return Verdict("phone", row, got == wanted, wanted, got)


def _said(read: tuple[Quantity, ...]) -> str:
    return "; ".join(
        f"{f'{quantity.before}→' if quantity.before is not None else ''}"
        f"{quantity.value if quantity.value is not None else f'{quantity.low}..{quantity.high}'} {quantity.unit} {quantity.comparator} "
        f"{quantity.change or ''}".strip()
        for quantity in read
    )


def _print_line(question: str, verdicts: list[Verdict]) -> None:
    if not verdicts:
        return
    right = sum(verdict.right for verdict in verdicts)
    line = f"{question:14}{len(verdicts):6}{right:7}{right / len(verdicts):9.1%}"
    if question == "quantified":
        scored = [verdict for verdict in verdicts if verdict.scored]
        hits = sum(verdict.wanted == "yes" and verdict.right for verdict in scored)
        claimed = sum((verdict.wanted == "yes") == verdict.right for verdict in scored)
        there = sum(verdict.wanted == "yes" for verdict in scored)
        line += f"{hits / max(claimed, 1):11.1%}{hits / max(there, 1):8.1%}"
    print(line)


def _print_misses(verdicts: list[Verdict]) -> None:
    for verdict in verdicts:
        if not verdict.right:
            print(f"\n{verdict.question}, line {verdict.row.number}: {verdict.row.text}\n  wanted {verdict.wanted}\n  got    {verdict.got}")


if __name__ == "__main__":
    sys.exit(main())
