"""The form that is given out is Annex 2 cell for cell: grid, merges, labels, widths, lines and fonts."""

import io
import re
import zipfile
from collections import Counter
from dataclasses import replace
from xml.etree.ElementTree import Element, fromstring

import pytest
from docx import Document
from formpaper import office
from formpaper.raw import NOTE, form
from formpaper.words import CELLS, HEAD, drafted, setting

from xunbiao.forms import Filled, blank, fill, form_title, write_docx, write_pdf
from xunbiao.forms.layout import WIDTHS, legal, rows
from xunbiao.model.filing import read_filing

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
CAMPAIGN = setting().campaign
FILING = read_filing(drafted(form()).data)


def document(filled: Filled) -> Element:
    with zipfile.ZipFile(io.BytesIO(write_docx(filled, CAMPAIGN))) as archive:
        return fromstring(archive.read("word/document.xml"))


def texts(cell: Element) -> str:
    return "\n".join("".join(each.text or "" for each in p.iter(f"{W}t")) for p in cell.iter(f"{W}p"))


def test_grid_and_merges_are_the_notices() -> None:
    """13 rows of 4 grid columns; five labels merged down, eleven cells of those merges, spans of two and of four."""
    tree = document(fill(FILING))
    table = next(tree.iter(f"{W}tbl"))
    found = list(table.iter(f"{W}tr"))
    assert len(found) == 13
    merges = Counter(each.get(f"{W}val", "continue") for each in table.iter(f"{W}vMerge"))
    spans = Counter(each.get(f"{W}val") for each in table.iter(f"{W}gridSpan"))
    assert merges == {"restart": 5, "continue": 11}
    assert spans == {"2": 8, "4": 1}
    assert [int(each.get(f"{W}w", "0")) for each in table.iter(f"{W}gridCol")] == list(WIDTHS)
    for row in found:
        widths = [int(each.get(f"{W}w", "0")) for each in row.iter(f"{W}tcW")]
        assert sum(widths) == sum(WIDTHS)


def test_widths_are_millimetres_of_the_standard() -> None:
    """26, 18, 36 and 76 mm between the margins of GB/T 9704."""
    assert [round(each / 1440 * 25.4) for each in WIDTHS] == [26, 18, 36, 76]
    section = Document(io.BytesIO(write_docx(blank(), CAMPAIGN))).sections[0]
    margins = (section.top_margin, section.bottom_margin, section.left_margin, section.right_margin)
    assert [round(each.mm) for each in margins if each] == [37, 35, 28, 26]


def test_labels_stand_where_the_notice_has_them() -> None:
    """Row by row the labels and, at the end, the note across all columns."""
    table = next(document(blank()).iter(f"{W}tbl"))
    told = [[texts(cell) for cell in row.iter(f"{W}tc")] for row in table.iter(f"{W}tr")]
    assert told[0] == ["寻标对象", "纵向标杆单位", ""]
    assert told[1] == ["", "横向标杆单位", ""]
    assert told[2] == ["对标方向", "目标", "纵向标杆单位", ""]
    assert told[5] == ["", "", "横向标杆单位", ""]
    assert told[7] == ["", "时限", "    年  月  日前完成。"]
    assert told[8] == ["创标意向", "目标", ""]
    assert told[12] == [NOTE]
    assert len(rows()) == 13


def test_head_line_and_title_stand_above() -> None:
    """附件2, the title without the city, then the four values; on two lines where one is too short."""
    paragraphs = [each.text for each in Document(io.BytesIO(write_docx(fill(FILING), CAMPAIGN))).paragraphs]
    assert paragraphs[:2] == ["附件2", "营商环境“寻标、对标、创标”活动申报表"]
    assert paragraphs[2] == "填报单位：{}　　填报时间：{}\n联系人：{}　　联系电话：{}".format(*HEAD.values())
    empty = Document(io.BytesIO(write_docx(blank(), CAMPAIGN))).paragraphs[2].text
    assert re.fullmatch("填报单位：　+填报时间：　+联系人：　+联系电话：　+", empty)
    assert form_title(CAMPAIGN) == "营商环境“寻标、对标、创标”活动申报表"


def test_every_run_has_its_east_asian_font() -> None:
    """Without the font and the hint, quotation marks and dashes come out in the Latin one."""
    for fonts in document(fill(FILING)).iter(f"{W}rFonts"):
        assert fonts.get(f"{W}eastAsia") in ("仿宋_GB2312", "黑体", "方正小标宋简体")
        assert fonts.get(f"{W}hint") == "eastAsia"


def test_keys_below_the_line_are_never_printed() -> None:
    """第一责任人, 指标, 责任人, 好在哪 and the like are in the ledger, not on the form."""
    data = drafted(form()).data
    data["第一责任人"] = "不印的人"  # type: ignore[index]
    data["寻标对象"]["纵向标杆单位"][0]["好在哪"] = "不印的好"
    data["对标方向"]["举措"]["J2"]["责任人"] = "不印的责任人"
    told = texts(document(fill(read_filing(dict(data)))))
    assert "不印" not in told
    assert CELLS["创标意向", "亮点"][0] in told


def test_a_second_city_has_its_own_title() -> None:
    """The title is the campaign's, without the name of its city."""
    other = replace(CAMPAIGN, name="云溪市政务服务“比学赶超”活动", city="云溪市")
    with zipfile.ZipFile(io.BytesIO(write_docx(blank(), other))) as archive:
        assert "平顶山" not in "".join(archive.read(name).decode(errors="ignore") for name in archive.namelist())
    assert form_title(other) == "政务服务“比学赶超”活动申报表"


def test_characters_that_xml_cannot_hold_are_shown() -> None:
    """Control characters by their numbers; line feeds and tabs stay."""
    assert legal("甲\x1b[31m乙\n丙\t丁\ufffe\U0001f600") == "甲\\x1b[31m乙\n丙\t丁\\xfffe\U0001f600"


@pytest.mark.skipif(office.SOFFICE is None, reason="LibreOffice (soffice) is not installed")
@pytest.mark.slow
def test_pages_are_made_by_office() -> None:
    """A short filing is one page; long cells run on over several."""
    short = write_pdf(write_docx(fill(FILING), CAMPAIGN))
    data = drafted(form()).data
    words = "与省平台完成接口联调，推行电子证照，取消纸质材料，" * 4
    data["对标方向"]["举措"] = {f"J{at}": {"内容": words} for at in range(20)}
    long = write_pdf(write_docx(fill(read_filing(dict(data))), CAMPAIGN))
    assert pages(short) == 1
    assert pages(long) >= 3


def pages(pdf: bytes) -> int:
    return len(re.findall(rb"/Type\s*/Page[^s]", pdf))
