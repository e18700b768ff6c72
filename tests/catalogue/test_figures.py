"""Two independent readings of Annex 1 → agreement: the catalogue against the tables made from the notice alone."""

import csv
from collections import Counter
from collections.abc import Iterator, Mapping
from decimal import Decimal
from pathlib import Path
from typing import Any, NamedTuple

import pytest
import yaml

TESTS = Path(__file__).resolve().parents[1]
CATALOGUE = TESTS.parent / "catalogue"
PRACTICES = [f"P{number:02d}" for number in range(1, 31)]


class Figure(NamedTuple):
    """What both readings must agree on; names and natures are each reader's own words."""

    region: str
    value: Decimal | None
    before: Decimal | None
    after: Decimal | None
    unit: str
    qualifier: str


class Misprint(NamedTuple):
    """A wrong or missing character of the source and what it should be."""

    printed: str
    should_be: str


def table(name: str, practice: str) -> Iterator[dict[str, str]]:
    """The rows of one practice in a tab-separated table of the second reading."""
    with (TESTS / "data" / name).open(encoding="utf-8", newline="") as lines:
        rows = csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE, strict=True)
        yield from (row for row in rows if row["practice"] == practice)


def document(practice: str) -> dict[str, Any]:
    """A catalogue file with every scalar as the text it is written as, so that no number passes through a float."""
    text = (CATALOGUE / f"{practice}.yaml").read_text(encoding="utf-8")
    loaded: dict[str, Any] = yaml.load(text, Loader=yaml.BaseLoader)
    return loaded


def number(text: str | None) -> Decimal | None:
    """An empty cell or an absent key is no number; zero is one."""
    return Decimal(text) if text else None


def figure(row: Mapping[str, str], keys: tuple[str, str, str, str, str, str]) -> Figure:
    """One figure out of a table row or a datum, under the keys that name its six parts."""
    region, value, before, after, unit, qualifier = (row.get(key) for key in keys)
    return Figure(region or "", number(value), number(before), number(after), unit or "", qualifier or "")


def tabled(practice: str) -> Counter[Figure]:
    """The figures of the second reading; equal ones are counted, for P01 has three steps of 3 项 each."""
    keys = ("region", "value", "before", "after", "unit", "qualifier")
    return Counter(figure(row, keys) for row in table("annex1_figures.tsv", practice))


def catalogued(practice: str) -> Counter[Figure]:
    """The figures of the catalogue."""
    keys = ("地区", "值", "前", "后", "单位", "限定")
    return Counter(figure(datum, keys) for datum in document(practice)["数据"])


@pytest.mark.parametrize("practice", PRACTICES)
def test_catalogue_and_second_reading_have_the_same_figures(practice: str) -> None:
    """Each figure of the second reading is exactly one datum of its practice, and no datum is without one."""
    read, kept = tabled(practice), catalogued(practice)
    assert {"only the second reading has": read - kept, "only the catalogue has": kept - read} == {
        "only the second reading has": Counter(),
        "only the catalogue has": Counter(),
    }


@pytest.mark.parametrize("practice", PRACTICES)
def test_catalogue_and_second_reading_have_the_same_misprints(practice: str) -> None:
    """Each misprint of the second reading is an erratum of its practice, and there is no other."""
    read = [Misprint(row["printed"], row["should_be"]) for row in table("annex1_errata.tsv", practice)]
    kept = [Misprint(erratum["原文"], erratum["应为"]) for erratum in document(practice)["勘误"]]
    assert sorted(read) == sorted(kept)


@pytest.mark.parametrize("name", ["annex1_figures.tsv", "annex1_errata.tsv"])
def test_every_row_of_the_second_reading_belongs_to_a_practice(name: str) -> None:
    """No row is left out of the comparison by a mistyped practice number."""
    with (TESTS / "data" / name).open(encoding="utf-8", newline="") as lines:
        named = {row["practice"] for row in csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE)}
    assert named
    assert named <= set(PRACTICES)


def test_each_row_of_the_second_reading_is_a_value_or_a_pair() -> None:
    """A figure has a value, or a before and an after, and never both."""
    for practice in PRACTICES:
        for read in tabled(practice):
            has_pair = read.before is not None and read.after is not None
            has_none = read.before is None and read.after is None
            assert (has_none, has_pair) == ((True, False) if read.value is not None else (False, True)), read
