"""Sentences by construct, in our own words: what is read out of each."""

from pathlib import Path

import pytest

from xunbiao.wording import Quantity, quantities

TABLE = Path(__file__).with_name("quantities.tsv")


def rows() -> list[tuple[str, str, str]]:
    lines = [line for line in TABLE.read_text(encoding="utf-8").splitlines() if line and not line.startswith("#")]
    cells = [line.split("\t") for line in lines]
    return [(construct, sentence, expected) for construct, sentence, expected in cells]


def said(quantity: Quantity) -> str:
    value = f"{quantity.low}..{quantity.high}" if quantity.value is None else f"{quantity.value}"
    before = "" if quantity.before is None else f"{quantity.before}→"
    return " ".join(part for part in (before + value, quantity.unit, quantity.comparator, quantity.change) if part)


@pytest.mark.parametrize(("construct", "sentence", "expected"), rows())
def test_what_is_read(construct: str, sentence: str, expected: str) -> None:
    """Each sentence of the table gives its quantities, in order, with before, value, unit, bound and change."""
    assert " ; ".join(said(quantity) for quantity in quantities(sentence)) == expected, construct
