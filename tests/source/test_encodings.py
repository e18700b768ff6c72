"""Bytes: what differs only in its line ends reads the same; what is not UTF-8 is named and never guessed at."""

from pathlib import Path

import pytest

from xunbiao import source

FILING = (Path(__file__).parents[1] / "rules" / "base" / "filing.yaml").read_bytes()
TEXT = FILING.decode()


def codes(raw: bytes) -> list[str]:
    """The codes that a file's findings have."""
    return [finding.code for finding in source.parse(raw).findings]


@pytest.mark.parametrize(
    "raw",
    [
        FILING.replace(b"\n", b"\r\n"),
        FILING.replace(b"\n", b"\r"),
        FILING.replace(b"\n", b"\r\n", 20),
        FILING.rstrip(b"\n"),
        FILING + b"\n\n\n",
        b"\n\n" + FILING,
        b"---\n" + FILING + b"...\n",
    ],
    ids=["CRLF", "CR", "mixed", "no final newline", "blank lines behind", "blank lines before", "document marks"],
)
def test_line_ends_do_not_matter(raw: bytes) -> None:
    """A file gives the same data whatever ends its lines."""
    assert source.parse(raw).data == source.parse(FILING).data
    assert codes(raw) == []


@pytest.mark.parametrize("ends", [b"\r\n", b"\r"])
def test_lines_are_counted_alike(ends: bytes) -> None:
    """A place is the same line and column whatever ends the lines."""
    parsed = source.parse(FILING.replace(b"\n", ends))
    assert source.places(parsed.text) == source.places(TEXT)


def test_byte_order_mark_is_told_and_read_over() -> None:
    """A byte order mark is a warning; the data is the same, and columns are counted without it."""
    parsed = source.parse(b"\xef\xbb\xbf" + FILING)
    assert parsed.data == source.parse(FILING).data
    assert [finding.code for finding in parsed.findings] == ["XB005"]
    assert not parsed.text.startswith("\ufeff")


@pytest.mark.parametrize(
    ("raw", "looks_like"),
    [
        (TEXT.encode("gbk"), "GBK"),
        (TEXT.encode("gb18030"), "GB18030"),
        (b"\xff\xfe" + TEXT.encode("utf-16-le"), "UTF-16"),
        (b"\xfe\xff" + TEXT.encode("utf-16-be"), "UTF-16"),
        (TEXT.encode("utf-8")[:-2], ""),
        (b"a: \xff\n", ""),
        (b"name: caf\xe9 x\n", ""),
        (b"PK\x03\x04\x14\x00\x08\xff", ""),
    ],
    ids=["GBK", "GB18030", "UTF-16 LE", "UTF-16 BE", "cut", "one byte", "Latin-1", "zip"],
)
def test_other_encodings_are_named(raw: bytes, looks_like: str) -> None:
    """What is not UTF-8 has no data; the finding says at which byte, and what it looks like if that is known."""
    parsed = source.parse(raw)
    assert parsed.data is None
    assert [finding.code for finding in parsed.findings] == ["XB003"]
    guess = parsed.findings[0].values["looks_like"]
    assert looks_like in guess.zh
    assert bool(looks_like) == bool(guess.zh) == bool(guess.en)


def test_place_of_a_wrong_byte() -> None:
    """The byte is counted from the start of the file, the column in characters."""
    finding = source.parse("类型: 申报表\n单位: 市\n".encode() + b"  x: \xff\n").findings[0]
    assert finding.values["byte"] == len("类型: 申报表\n单位: 市\n".encode()) + 6
    assert finding.span is not None
    assert (finding.span.line, finding.span.column) == (3, 6)


def test_column_of_a_wrong_byte_counts_characters() -> None:
    """Chinese characters before a wrong byte count one column each."""
    finding = source.parse("单位: 市场".encode() + b"\xff\n").findings[0]
    assert finding.span is not None
    assert finding.span.column == 7


@pytest.mark.parametrize(
    ("raw", "code"),
    [
        (b"version https://git-lfs.github.com/spec/v1\noid sha256:00\nsize 1\n", "XB019"),
        (FILING + b"\x00" * 4096, "XB004"),
        (FILING[:40] + b"\x00" * 100, "XB004"),
        ("类型: 申报表\n单位: \x1b[31m红\n".encode(), "XB004"),
        ("类型: 申报表\u2028\n".encode(), "XB004"),
        ("类型: \ue000\n".encode(), "XB004"),
        ("类型: \U000e0041\n".encode(), "XB004"),
        ("类型: \ufdd0\n".encode(), "XB004"),
        ('类型: "\\x1b[31m"\n'.encode(), "XB004"),
        ('类型: "\\U000e0041"\n'.encode(), "XB004"),
        (b"", "XB015"),
        (b"\xef\xbb\xbf", "XB015"),
    ],
)
def test_what_can_be_no_document(raw: bytes, code: str) -> None:
    """Pointers, files cut short, and characters that nobody can see or print are refused."""
    parsed = source.parse(raw)
    assert parsed.data is None
    assert parsed.refusals[0].code == code


def test_a_run_of_forbidden_characters_is_told_once() -> None:
    """A tail of zeros is one finding at its first character, not thousands."""
    findings = source.parse(b"a: 1\n" + b"\x00" * 5000).findings
    assert len(findings) == 1
    assert findings[0].span is not None
    assert (findings[0].span.line, findings[0].span.column) == (2, 1)


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("a: x\u200by\n", "U+200B"),
        ("a: x\u202ey\n", "U+202E"),
        ("a: x\ufeffy\n", "U+FEFF"),
        ('a: "x\\u200by"\n', "U+200B"),
        ('"a\\u200d": y\n', "U+200D"),
    ],
)
def test_invisible_characters_are_told(text: str, shown: str) -> None:
    """Characters that nobody sees are named by number, written out or escaped; the file is read all the same."""
    parsed = source.parse(text.encode())
    assert parsed.data is not None
    assert [(finding.code, finding.values["character"]) for finding in parsed.findings] == [("XB017", shown)]


def test_text_that_is_not_composed_is_told_at_its_line() -> None:
    """A letter with a separate accent is told once, on the first line that has one."""
    parsed = source.parse("a: 1\nb: e\u0301\nc: e\u0301\n".encode())
    assert parsed.data is not None
    assert [finding.code for finding in parsed.findings] == ["XB017"]
    assert parsed.findings[0].span is not None
    assert parsed.findings[0].span.line == 2


def test_unusual_characters_are_welcome() -> None:
    """Rare Han characters, emoji, full-width signs and an ideographic space are ordinary text."""
    text = "𠮷野家〇〇二号店，😀　ａｂｃ〔2020〕№①℃"
    assert source.parse(f"内容: {text}\n".encode()).data == {"内容": text}
