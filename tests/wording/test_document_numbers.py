"""文号: found, brought into normal form, and told what is wrong with them."""

import pytest

from xunbiao.wording import document_numbers

WELL = {
    "平市监〔2020〕12号": "平市监〔2020〕12号",
    "平政办明电〔2019〕52号": "平政办明电〔2019〕52号",
    "根据豫政办〔2019〕46号要求": "豫政办〔2019〕46号",
    "《意见》（平办〔2018〕24号）": "平办〔2018〕24号",
    "平交〔２０２０〕１０号": "平交〔2020〕10号",
}
BADLY = {
    "平市监[2020]12号": ("平市监〔2020〕12号", "六角括号"),
    "平住建（2020）8号": ("平住建〔2020〕8号", "六角括号"),
    "平税发【2020】7号": ("平税发〔2020〕7号", "六角括号"),
    "平政〔20〕7号": ("平政〔20〕7号", "四位"),
    "平政〔2020〕第7号": ("平政〔2020〕7号", "不加“第”"),
    "平政〔2020〕07号": ("平政〔2020〕7号", "虚位"),
}
NONE = [
    "（2020）豫04执567号",
    "2020年第5号公告",
    "国务院令第722号",
    "平政办〔2020〕号",
    "GB/T 9704-2012",
    "5号楼",
    "",
    "〔2020〕7号",
]


@pytest.mark.parametrize(("text", "normal"), WELL.items())
def test_well_written(text: str, normal: str) -> None:
    """A 文号 in 〔〕 is found without the words around it, and is right."""
    (number,) = document_numbers(text)
    assert (number.normal, number.ok, number.why_zh, number.why_en) == (normal, True, "", "")


@pytest.mark.parametrize(("text", "expected"), BADLY.items())
def test_badly_written(text: str, expected: tuple[str, str]) -> None:
    """A 文号 with other brackets, a short year, 第 or a leading zero is found, put right and explained."""
    (number,) = document_numbers(text)
    assert (number.normal, number.ok) == (expected[0], False)
    assert expected[1] in number.why_zh
    assert number.why_en


@pytest.mark.parametrize("text", NONE)
def test_none(text: str) -> None:
    """Case, decree and standard numbers and a blank one are no 文号."""
    assert document_numbers(text) == ()


def test_parts_and_place() -> None:
    """A 文号 gives its issuer, year and number, and where it stands as typed."""
    text = "已印发（ 平人社〔2020〕７号 、平人社函〔2020〕31号）"
    first, second = document_numbers(text)
    assert (first.issuer, first.year, first.number, second.number) == ("平人社", 2020, 7, 31)
    assert (first.text, text[first.start : first.end]) == ("平人社〔2020〕７号", "平人社〔2020〕７号")
