"""What is no form is refused in one sentence; what is made to hurt costs neither time nor memory."""

import io
import time
import tracemalloc
import zipfile

import pytest
from formpaper import raw
from formpaper.raw import W, docx, form, form_rows, head_line, p, run, tbl, tc, titles, tr, zipped
from formpaper.words import drafted, expected, read
from hypothesis import given, settings
from hypothesis import strategies as st

from xunbiao.forms import open_form
from xunbiao.model.form import Refusal

from ..effort import tries

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600)


def code_of(data: bytes) -> str:
    """The code of the refusal; empty for a form that is read."""
    found = open_form(data)
    return found.code if isinstance(found, Refusal) else ""


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "empty-file"),
        (OLE, "old-word"),
        (OLE + "EncryptedPackage".encode("utf-16-le"), "encrypted"),
        (b"%PDF-1.7 \xff", "pdf"),
        (b"{\\rtf1\\ansi}", "rtf"),
        (b"<html><body>x</body></html>", "web-page"),
        (b'\xef\xbb\xbf  <?xml version="1.0"?><pkg:package/>', "web-page"),
        (b"MIME-Version: 1.0\r\n", "web-page"),
        (b"hello", "not-a-docx"),
        (b"PK\x03\x04 broken", "damaged"),
        (b"PK\x05\x06" + bytes(18), "damaged"),
        (zipped({"a.txt": "x"}), "not-a-docx"),
        (zipped({"xl/workbook.xml": "<w/>", "_rels/.rels": "<R/>"}), "workbook"),
        (zipped({"mimetype": "application/vnd.oasis.opendocument.text", "content.xml": "<o/>"}), "open-document"),
        (docx(p(run("只有一段话"))), "not-the-form"),
        (docx(tbl(tr(tc(p(run("目标"))), tc(p(run("时限")))))), "not-the-form"),
        (docx(""), "not-the-form"),
        (form()[:-400], "damaged"),
        (form()[: len(form()) // 2], "damaged"),
    ],
)
def test_other_files_are_named(data: bytes, code: str) -> None:
    """Each kind of file that people send is refused by name, with what to do, in both languages."""
    refused = open_form(data)
    assert isinstance(refused, Refusal)
    assert refused.code == code
    assert "\n" not in refused.message.zh + refused.message.en
    assert refused.message.zh
    assert refused.message.en


def bomb(parts: dict[str, str | bytes]) -> bytes:
    """The form with other parts beside or instead of its own."""
    with zipfile.ZipFile(io.BytesIO(form())) as archive:
        own = {name: archive.read(name) for name in archive.namelist()}
    return zipped({**own, **parts})


BOMBS = {
    "a part of 300 MB": lambda: bomb({"word/media/a.bin": bytes(300 * 2**20)}),
    "XML of 30 MB": lambda: bomb({"customXml/item1.xml": b"<a>" + b" " * (30 * 2**20) + b"</a>"}),
    "a text of 11 MB": lambda: docx(p(run("长" * (4 * 2**20)))),
    "a million paragraphs": lambda: docx("<w:p/>" * 1_000_000),
    "twenty thousand parts": lambda: bomb({f"x/{at}.txt": "" for at in range(20_000)}),
    "nested ten thousand deep": lambda: docx("<w:sdt><w:sdtContent>" * 10_000 + "</w:sdtContent></w:sdt>" * 10_000),
    "nested tables": lambda: docx("<w:tbl><w:tr><w:tc>" * 60 + p() + "</w:tc></w:tr></w:tbl>" * 60),
}


@pytest.mark.parametrize("name", BOMBS)
def test_what_is_made_to_hurt_is_refused_cheaply(name: str) -> None:
    """Refused as too large, within two seconds and 150 MB above the file itself."""
    data = BOMBS[name]()
    tracemalloc.start()
    started = time.process_time()
    code = code_of(data)
    spent = time.process_time() - started
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert code == "too-large"
    assert spent < 10  # tracing makes it some five times slower than it is
    assert peak < 150 * 2**20


def test_the_directory_of_a_zip_may_lie() -> None:
    """A part that unpacks to more than its directory says is not unpacked on."""
    data = bytearray(bomb({"word/big.xml": b"<a>" + b"x" * 2**20 + b"</a>"}))
    where = data.rindex(b"word/big.xml") - 46 + 24
    data[where : where + 4] = (100).to_bytes(4, "little")
    assert code_of(bytes(data)) in ("damaged", "")


@pytest.mark.parametrize(
    "part", ["word/document.xml", "word/styles.xml", "customXml/item1.xml", "word/_rels/document.xml.rels"]
)
def test_a_document_type_in_any_part_is_refused(part: str) -> None:
    """Entities and files from outside come by a DOCTYPE alone, so none is let in anywhere."""
    assert code_of(bomb({part: '<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><a>&x;</a>'})) == "doctype"


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-7", "gb18030"])
def test_other_encodings_are_refused(encoding: str) -> None:
    """A main part in another encoding could hide a document type from who looks for one."""
    text = f'<?xml version="1.0" encoding="{encoding}"?><w:document xmlns:w="{W}"><w:body/></w:document>'
    assert code_of(bomb({"word/document.xml": text.encode(encoding)})) == "doctype"


def test_an_encrypted_part_is_named() -> None:
    """A zip whose parts have a password says so in its directory."""
    data = bytearray(form())
    at = data.index(b"PK\x01\x02")
    data[at + 8] |= 1
    assert code_of(bytes(data)) == "encrypted"


def test_two_parts_of_one_name_are_refused() -> None:
    """Two readers could each read another one."""
    stream = io.BytesIO(form())
    with zipfile.ZipFile(stream, "a") as archive, pytest.warns(UserWarning, match="Duplicate name"):
        archive.writestr("word/document.xml", "<w/>")
    assert code_of(stream.getvalue()) == "damaged"


@pytest.mark.parametrize(
    ("kind", "mode", "code"),
    [
        ("attachedTemplate", "External", "attached-template"),
        ("image", "External", "external-link"),
        ("oleObject", "", "embedded-object"),
        ("aFChunk", "", "foreign-chunk"),
        ("vbaProject", "", "macro"),
        ("subDocument", "External", "external-link"),
        ("hyperlink", "External", ""),
    ],
)
def test_what_lies_outside_is_ignored_and_told(kind: str, mode: str, code: str) -> None:
    """Templates, pictures, objects and macros are never fetched, run or copied; web addresses are harmless."""
    data = docx(titles() + head_line() + tbl(*form_rows()), relations=[(kind, "http://192.0.2.1/x", mode)])
    assert read(data) == expected()
    assert [each.code for each in drafted(data).problems] == ([code] if code else [])


def test_grids_that_are_huge_cost_nothing() -> None:
    """A span over twenty million columns is one cell, a merge in the first row begins there."""
    rows = form_rows()
    rows[0] = rows[0].replace('<w:gridSpan w:val="2"/>', '<w:gridSpan w:val="200000000"/>')
    assert read(form(rows)) == expected()
    first = tr(tc(head_line(), span=4, merge="continue"))
    assert read(docx(titles() + tbl(first, *form_rows()))) == expected()
    assert code_of(docx(tbl(*[tr(tc(p()))] * 90_000))) == "too-large"


def test_hostile_words_in_a_cell_stay_words() -> None:
    """Markup, YAML, formulas, directions of writing: what is typed is text, and the filing reads back as it."""
    from datetime import date

    from formpaper.words import setting

    from xunbiao.forms import draft_filing, filing_text
    from xunbiao.model.language import Language
    from xunbiao.source import parse

    texts = [
        "- [红](x): &a *b !c %d @e `f` | > # ' \" {g}",
        "=1+1\t::error::x",
        "# 注释",
        "null",
        "2020-06-30",
        "甲: 乙 #丙",
        "\u202e倒",
    ]
    for text in texts:
        paragraphs = p(run(text))
        rows = form_rows(lambda path, own, told=paragraphs: told if path[-1] == "亮点" else raw.numbered()(path, own))
        opened = open_form(form(rows))
        assert not isinstance(opened, Refusal)
        draft = draft_filing(opened, setting())
        written = filing_text(draft, [], {}, Language.ZH)
        data = parse(written.encode()).data
        assert data is not None
        kept = list(draft.data["创标意向"]["亮点"].values())
        assert [entry["内容"] for entry in kept] == [entry["内容"] for entry in data["创标意向"]["亮点"].values()]
        assert date(2019, 11, 19).isoformat() == data["填报时间"]


@settings(max_examples=tries(300), deadline=None)
@given(data=st.data())
def test_no_bytes_make_the_reader_raise(data: st.DataObject) -> None:
    """A form with some bytes changed, cut or put in is read or refused, whatever the bytes."""
    whole = bytearray(form())
    for _ in range(data.draw(st.integers(1, 6))):
        at = data.draw(st.integers(0, len(whole) - 1))
        whole[at : at + data.draw(st.integers(0, 4))] = data.draw(st.binary(max_size=4))
    open_form(bytes(whole))


@settings(max_examples=tries(200), deadline=None)
@given(data=st.data())
def test_no_xml_makes_the_reader_raise(data: st.DataObject) -> None:
    """Elements taken out, doubled or renamed leave a document that is read or refused."""
    body = titles() + head_line() + tbl(*form_rows())
    pieces = body.replace("<", "\x00<").split("\x00")
    for _ in range(data.draw(st.integers(1, 5))):
        at = data.draw(st.integers(0, len(pieces) - 1))
        change = data.draw(st.sampled_from(["drop", "double", "swap"]))
        pieces[at : at + 1] = {"drop": [], "double": [pieces[at]] * 2, "swap": [data.draw(st.sampled_from(pieces))]}[
            change
        ]
    open_form(docx("".join(pieces)))


def test_a_ledger_is_no_form() -> None:
    """Labels at the heads of columns, with units below them, make another table, and it stays whole beside the form."""
    titles_ = ("序号", "填报单位", "寻标对象", "对标方向", "创标意向", "目标", "差距", "举措", "时限", "亮点")
    ledger = tbl(*(tr(*(tc(p(run(cell))) for cell in row)) for row in (titles_, *[[str(at)] * 10 for at in range(20)])))
    assert code_of(docx(ledger)) == "not-the-form"
    assert read(docx(ledger + titles() + head_line() + tbl(*form_rows()))) == expected()
