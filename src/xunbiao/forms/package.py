"""bytes of a .docx → Package: the few parts that are read, unpacked within limits, or why the file is refused.

A .docx is a zip of XML. Everything that could make a reader run out of time or memory is refused before any XML is
parsed: sizes are checked in the directory first and counted again while unpacking, since a directory can lie.
"""

import io
import posixpath
import re
import zlib
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from xml.etree.ElementTree import Element, ParseError, fromstring, iterparse
from zipfile import BadZipFile, ZipFile, ZipInfo

from xunbiao.forms.refusal import Refused, refusal

MAX_FILE = 60 * 2**20
MAX_TOTAL = 50 * 2**20
MAX_MAIN = 10 * 2**20
MAX_PARTS = 2_000
MAX_RATIO = 100
MAX_ELEMENTS = 400_000
MAX_DEPTH = 128
_RATIO_COUNTS_FROM = 2**20

_UNPACKING_FAILS = (BadZipFile, zlib.error, EOFError, OSError, RuntimeError, NotImplementedError, ValueError, KeyError)
_OTHER_ENCODING = re.compile(rb"""<\?xml[^>]*encoding\s*=\s*["'](?!utf-?8["']|us-ascii["'])""", re.IGNORECASE)
# Links to web pages and addresses are what people type; anything else outside the file would be fetched or run.
_HARMLESS_LINKS = ("/hyperlink",)
_BESIDE = ("header", "footer", "footnotes", "endnotes")
_FOREIGN = {
    "/attachedTemplate": "attached-template",
    "/aFChunk": "foreign-chunk",
    "/oleObject": "embedded-object",
    "/package": "embedded-object",
    "/control": "embedded-object",
    "/vbaProject": "macro",
    "/subDocument": "external-link",
    "/frame": "external-link",
}


@dataclass(frozen=True, slots=True)
class Package:
    """The XML of the document, of its styles and lists where it has any, of what stands `beside` the text (notes, page
    headers), and codes of what else is in the file and is ignored (`macro`, `external-link`, …)."""

    document: Element
    styles: Element | None
    lists: Element | None
    beside: tuple[Element, ...]
    ignored: tuple[str, ...]


def open_package(raw: bytes) -> Package:
    """A .docx file → its parts. Raises Refused for anything else, in one sentence for a clerk."""
    _look_at(raw)
    try:
        with ZipFile(io.BytesIO(raw)) as archive:
            return _Archive(archive).package()
    except Refused:
        raise
    except _UNPACKING_FAILS as error:
        raise refusal("damaged") from error


def check_workbook(raw: bytes) -> None:
    """Whether the bytes of a .xlsx may be handed to a reader of workbooks. Raises Refused, as for a .docx."""
    _look_at(raw)
    try:
        with ZipFile(io.BytesIO(raw)) as archive:
            parts = _Archive(archive).texts()
    except Refused:
        raise
    except _UNPACKING_FAILS as error:
        raise refusal("damaged") from error
    if not any(name.startswith("xl/") for name in parts):
        raise refusal("not-a-workbook")


def _look_at(raw: bytes) -> None:
    """Tells what is no zip by what people send instead."""
    head = raw[:512].lstrip(b"\xef\xbb\xbf \t\r\n")
    if len(raw) > MAX_FILE:
        raise refusal("too-large")
    if not raw:
        raise refusal("empty-file")
    if raw.startswith(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"):
        raise refusal("encrypted" if "EncryptedPackage".encode("utf-16-le") in raw else "old-word")
    for start, code in ((b"%PDF", "pdf"), (b"{\\rtf", "rtf"), (b"<", "web-page"), (b"MIME-Version", "web-page")):
        if head[: len(start)] == start:
            raise refusal(code)
    if head[:4] == b"PK\x05\x06":
        raise refusal("damaged")
    if head[:2] != b"PK":
        raise refusal("not-a-docx")


class _Archive:
    """An open zip file whose parts are counted as they are unpacked."""

    def __init__(self, archive: ZipFile) -> None:
        self._archive = archive
        self._infos = {info.filename.lstrip("/"): info for info in archive.infolist()}
        self._unpacked = 0

    def texts(self) -> dict[str, bytes]:
        """Every part that is XML, unpacked and looked at."""
        self._check_directory()
        texts = {name: self._read(info) for name, info in self._infos.items() if name.endswith((".xml", ".rels"))}
        for raw in texts.values():
            _check_text(raw)
        return texts

    def package(self) -> Package:
        texts = self.texts()
        main = self._main(texts)
        if len(texts[main]) > MAX_MAIN:
            raise refusal("too-large")
        related, ignored = _relations(texts, main)
        styles, lists = (next(iter(related.get(kind, ())), None) for kind in ("styles", "numbering"))
        return Package(
            document=_parse(texts[main], walked=True),
            styles=_parse(texts[styles]) if styles else None,
            lists=_parse(texts[lists]) if lists else None,
            beside=tuple(_parse(texts[name], walked=True) for kind in _BESIDE for name in related.get(kind, ())),
            ignored=ignored,
        )

    def _check_directory(self) -> None:
        infos = self._archive.infolist()
        if any(info.flag_bits & 1 for info in infos):
            raise refusal("encrypted")
        if len(infos) > MAX_PARTS or sum(info.file_size for info in infos) > MAX_TOTAL:
            raise refusal("too-large")
        if any(info.file_size > _RATIO_COUNTS_FROM and _ratio(info) > MAX_RATIO for info in infos):
            raise refusal("too-large")
        if len(self._infos) != len(infos):
            raise refusal("damaged")

    def _read(self, info: ZipInfo) -> bytes:
        with self._archive.open(info) as stream:
            raw = stream.read(MAX_TOTAL - self._unpacked + 1)
        self._unpacked += len(raw)
        if self._unpacked > MAX_TOTAL:
            raise refusal("too-large")
        return raw

    def _main(self, texts: Mapping[str, bytes]) -> str:
        """The part that holds the text, by the package's own relations."""
        found = [name for kind, name, _ in _rels(texts, "") if kind.endswith("/officeDocument") and name in texts]
        main = found[0] if found else "word/document.xml"
        if main in texts and not main.startswith(("xl/", "ppt/")):
            return main
        if any(name.startswith("xl/") for name in self._infos):
            raise refusal("workbook")
        if "content.xml" in texts:
            raise refusal("open-document")
        raise refusal("not-a-docx")


def _ratio(info: ZipInfo) -> float:
    return info.file_size / max(1, info.compress_size)


def _check_text(raw: bytes) -> None:
    """No document type (entities, external files), and no encoding in which one could hide."""
    if b"<!DOCTYPE" in raw or b"<!ENTITY" in raw:
        raise refusal("doctype")
    if (
        raw[:2] in (b"\xff\xfe", b"\xfe\xff")
        or b"\x00" in raw[:64]
        or _OTHER_ENCODING.match(raw[:200].lstrip(b"\xef\xbb\xbf"))
    ):
        raise refusal("doctype")


def _relations(texts: Mapping[str, bytes], main: str) -> tuple[dict[str, list[str]], tuple[str, ...]]:
    """The parts that belong to the main one by kind, and what else the file refers to or carries along."""
    related: dict[str, list[str]] = defaultdict(list)
    ignored: set[str] = set()
    for kind, name, external in _rels(texts, main):
        foreign = next((code for end, code in _FOREIGN.items() if kind.endswith(end)), "")
        if foreign or (external and not kind.endswith(_HARMLESS_LINKS)):
            ignored.add(foreign or "external-link")
        elif name in texts:
            related[kind.rpartition("/")[2]].append(name)
    for _kind, _name, external in _rels(texts, posixpath.join(posixpath.dirname(main), "settings.xml")):
        if external:
            ignored.add("attached-template")
    return related, tuple(sorted(ignored))


def _rels(texts: Mapping[str, bytes], part: str) -> Iterator[tuple[str, str, bool]]:
    """A part's relations: kind, the part or address it leads to, whether that is outside the file."""
    folder, name = posixpath.split(part)
    raw = texts.get(posixpath.join(folder, "_rels", f"{name}.rels"))
    for relation in _parse(raw).iter() if raw else ():
        if relation.tag.endswith("}Relationship"):
            target = relation.get("Target", "")
            inside = target[1:] if target.startswith("/") else posixpath.normpath(posixpath.join(folder, target))
            yield relation.get("Type", ""), inside, relation.get("TargetMode") == "External"


def _parse(raw: bytes, *, walked: bool = False) -> Element:
    """XML → its tree. Refused if it has too many elements or, where it is to be `walked` through, if it nests
    too deep, which is found while it is built."""
    if raw.count(b"<") > 2 * MAX_ELEMENTS:
        raise refusal("too-large")
    try:
        return _shallow(raw) if walked else fromstring(raw)
    except (ParseError, UnicodeError, ValueError) as error:
        raise refusal("damaged") from error


def _shallow(raw: bytes) -> Element:
    depth = elements = 0
    root: Element | None = None
    for event, element in iterparse(io.BytesIO(raw), ("start", "end")):
        if event == "end":
            depth -= 1
            continue
        root = element if root is None else root
        depth += 1
        elements += 1
        if depth > MAX_DEPTH or elements > MAX_ELEMENTS:
            raise refusal("too-large")
    if root is None:
        raise refusal("damaged")
    return root
