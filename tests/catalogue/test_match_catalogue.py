"""catalogue/*.yaml → what the matcher learns from: enough sentences, each in its place, none a labelled text."""

import csv
from collections import Counter
from functools import cache
from pathlib import Path

import pytest

from xunbiao.check import open_folder
from xunbiao.model.practice import Catalogue, Practice

ROOT = Path(__file__).resolve().parents[2]
CODES = [f"P{number:02}" for number in range(1, 31)]
LONGEST_SHARED = 8


@cache
def catalogue() -> Catalogue:
    return open_folder(ROOT).catalogue


def examples(practice: Practice) -> set[str]:
    return {text for group in practice.examples.values() for text in group}


def said(practice: Practice) -> set[str]:
    return {practice.title, *practice.elements.values(), *practice.phrases, *examples(practice)}


def runs(text: str) -> set[str]:
    """All runs of nine characters, blanks left out."""
    letters = "".join(text.split())
    return {letters[at : at + LONGEST_SHARED + 1] for at in range(len(letters) - LONGEST_SHARED)}


def labelled() -> list[str]:
    with (ROOT / "tests" / "data" / "match.tsv").open(encoding="utf-8", newline="") as stream:
        return [row["text"] for row in csv.DictReader(stream, delimiter="\t", quoting=csv.QUOTE_NONE)]


def test_no_labelled_text_stands_in_the_catalogue() -> None:
    """No run of more than eight characters of a labelled text is in what the matcher learns from, but for what the
    easy ones quote of Annex 1's own titles."""
    practices = catalogue().practices.values()
    known = set().union(*(runs(text) for practice in practices for text in said(practice)))
    known |= set().union(*map(runs, catalogue().unrelated))
    known -= set().union(*(runs(practice.title) for practice in practices))
    assert len(known) > 5_000
    assert [text for text in labelled() if runs(text) & known] == []


@pytest.mark.parametrize("code", CODES)
def test_a_practice_has_examples_in_their_places(code: str) -> None:
    """A practice has at least thirty example sentences, under its own code or one of its elements', none empty."""
    practice = catalogue().practices[code]
    assert set(practice.examples) <= {code, *practice.elements}
    assert len(examples(practice)) >= 30
    assert all(len(text) >= 4 for text in examples(practice))


@pytest.mark.parametrize("code", CODES)
def test_every_element_has_an_example(code: str) -> None:
    """Each element has a sentence that says it, and no sentence stands twice under one element."""
    practice = catalogue().practices[code]
    assert [element for element in practice.elements if not practice.examples.get(element)] == []
    assert all(len(set(group)) == len(group) for group in practice.examples.values())


def test_a_sentence_speaks_for_one_practice_or_for_none() -> None:
    """No sentence is an example of two practices, nor an example and unrelated at once."""
    counted = Counter(text for practice in catalogue().practices.values() for text in examples(practice))
    assert [text for text, count in counted.items() if count > 1] == []
    assert set(counted) & set(catalogue().unrelated) == set()
    assert len(set(catalogue().unrelated)) == len(catalogue().unrelated) >= 500


def test_examples_belong_to_no_city() -> None:
    """What comes with the tool for every city names none of this one's places."""
    local = ("平顶山", "鹰城", "宝丰", "叶县", "鲁山", "郏县", "舞钢", "汝州", "湛河", "卫东", "石龙", "尼龙城")
    texts = [*catalogue().unrelated, *(text for each in catalogue().practices.values() for text in examples(each))]
    assert [text for text in texts if any(place in text for place in local)] == []
