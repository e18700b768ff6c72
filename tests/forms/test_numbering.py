"""The numbers that Word counts by itself: their forms, lists that lead to other lists, levels defined anew."""

from xml.etree import ElementTree

import pytest
from formpaper.raw import LISTS, NUMBERING, W, form, form_rows, listed
from formpaper.words import expected, read

from xunbiao.forms.numbering import BULLET, han, in_form, integer, read_numbering


@pytest.mark.parametrize(
    ("value", "form", "shown"),
    [
        (3, "decimal", "3"),
        (3, "bullet", BULLET),
        (1, "decimalEnclosedCircleChinese", "①"),
        (99, "decimalEnclosedCircle", "99"),
        (12, "chineseCounting", "十二"),
        (20, "japaneseCounting", "二十"),
        (3, "lowerLetter", "c"),
        (26, "upperLetter", "Z"),
        (27, "upperLetter", "27"),
        (4, "nonsense", "4"),
    ],
)
def test_a_number_in_its_form(value: int, form: str, shown: str) -> None:
    """Circles and letters as far as there are any, Chinese to 99, digits for all else."""
    assert in_form(value, form) == shown


@pytest.mark.parametrize(
    ("value", "shown"), [(1, "一"), (10, "十"), (11, "十一"), (30, "三十"), (99, "九十九"), (100, "100")]
)
def test_chinese_numbers(value: int, shown: str) -> None:
    """一 to 九十九; beyond that nobody numbers the items of a cell."""
    assert han(value) == shown


@pytest.mark.parametrize(("text", "number"), [("7", 7), ("", 5), ("-1", 5), ("９", 5), ("1" * 10, 5)])
def test_only_plain_digits_are_a_number(text: str, number: int) -> None:
    """Attributes of a form that came by mail may say anything."""
    assert integer(text, 5) == number


STYLED = NUMBERING.replace(
    "</w:abstractNum>",
    '</w:abstractNum><w:abstractNum w:abstractNumId="7"><w:styleLink w:val="Own"/><w:lvl w:ilvl="0"><w:numFmt '
    'w:val="chineseCounting"/><w:lvlText w:val="%1、"/></w:lvl></w:abstractNum><w:abstractNum w:abstractNumId="8">'
    '<w:numStyleLink w:val="Own"/></w:abstractNum>',
    1,
).replace("</w:numbering>", '<w:num w:numId="9"><w:abstractNumId w:val="8"/></w:num></w:numbering>')
"""A list whose levels are those of another, by way of the name of a style."""

OVERRIDDEN = NUMBERING.replace(
    "</w:numbering>",
    '<w:num w:numId="9"><w:abstractNumId w:val="1"/><w:lvlOverride w:ilvl="0"><w:lvl w:ilvl="0"><w:numFmt '
    'w:val="lowerLetter"/><w:lvlText w:val="%1)"/></w:lvl></w:lvlOverride><w:lvlOverride w:ilvl="1"/></w:num>'
    "</w:numbering>",
)
"""A list that defines the level of its model anew."""


@pytest.mark.parametrize(("numbering", "numbers"), [(STYLED, ["一、", "二、"]), (OVERRIDDEN, ["a)", "b)"])])
def test_lists_are_numbered_as_they_say(numbering: str, numbers: list[str]) -> None:
    """Wherever a list has its levels from, its paragraphs are counted in their form, and read as items."""
    counted = read_numbering(ElementTree.fromstring(numbering), None)
    properties = ElementTree.fromstring(
        f'<w:pPr xmlns:w="{W}"><w:numPr><w:ilvl w:val="0"/><w:numId w:val="9"/></w:numPr></w:pPr>'
    )
    assert [counted.number(properties) for _ in numbers] == [(0, number) for number in numbers]
    parts = {**LISTS["parts"], "word/numbering.xml": numbering}
    assert read(form(form_rows(listed(9)), **{**LISTS, "parts": parts})) == expected()
