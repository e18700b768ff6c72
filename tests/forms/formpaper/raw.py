"""A .docx as raw XML, in as many ways as programs and people make one."""

import io
from collections.abc import Callable, Iterable, Mapping, Sequence
from xml.sax.saxutils import escape
from zipfile import ZIP_DEFLATED, ZipFile

from formpaper.words import CELLS, HEAD, VERTICAL

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_SPACES = (
    f'xmlns:w="{W}" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
    'xmlns:v="urn:schemas-microsoft-com:vml"'
)
_RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_TYPES = (
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Default Extension="xml" ContentType="application/xml"/>'
    '<Override PartName="/word/document.xml" '
    'ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>'
)
Paragraphs = Callable[[tuple[str, ...], Sequence[str]], str]
NOTE = "说明：目标应尽可能量化、细化；举措应具体明确，具有可操作性。"


def run(text: str, properties: str = "") -> str:
    """A run; line feeds become soft breaks."""
    lines = [f'<w:t xml:space="preserve">{escape(line)}</w:t>' for line in text.split("\n")]
    return f"<w:r>{f'<w:rPr>{properties}</w:rPr>' if properties else ''}{'<w:br/>'.join(lines)}</w:r>"


def runs(text: str) -> str:
    """The same text in runs of three characters, with what a spelling check leaves between them."""
    return '<w:proofErr w:type="spellStart"/>'.join(run(text[at : at + 3]) for at in range(0, len(text), 3))


def p(*inner: str, properties: str = "") -> str:
    return f"<w:p>{f'<w:pPr>{properties}</w:pPr>' if properties else ''}{''.join(inner)}</w:p>"


def tc(inner: str, *, span: int = 1, merge: str = "") -> str:
    merged = {"": "", "restart": '<w:vMerge w:val="restart"/>', "continue": "<w:vMerge/>"}[merge]
    spanned = f'<w:gridSpan w:val="{span}"/>' if span > 1 else ""
    return f"<w:tc><w:tcPr>{spanned}{merged}</w:tcPr>{inner}</w:tc>"


def tr(*cells: str, properties: str = "") -> str:
    return f"<w:tr>{f'<w:trPr>{properties}</w:trPr>' if properties else ''}{''.join(cells)}</w:tr>"


def tbl(*rows: str, columns: int = 4) -> str:
    return f"<w:tbl><w:tblPr/><w:tblGrid>{'<w:gridCol/>' * columns}</w:tblGrid>{''.join(rows)}</w:tbl>"


def sdt(inner: str, *, placeholder: bool = False) -> str:
    shown = "<w:showingPlcHdr/>" if placeholder else ""
    return f"<w:sdt><w:sdtPr>{shown}</w:sdtPr><w:sdtContent>{inner}</w:sdtContent></w:sdt>"


def docx(
    body: str, parts: Mapping[str, str | bytes] | None = None, relations: Iterable[tuple[str, str, str]] = ()
) -> bytes:
    """A package around a body. `relations` of the document: kind, target, and `External` or nothing."""
    told = "".join(
        f'<Relationship Id="r{at}" Type="{_RELATIONS}/{kind}" Target="{target}"{_mode(mode)}/>'
        for at, (kind, target, mode) in enumerate(relations)
    )
    main = f'<?xml version="1.0" encoding="UTF-8"?><w:document {_SPACES}><w:body>{body}</w:body></w:document>'
    files = {
        "[Content_Types].xml": _TYPES,
        "_rels/.rels": _rels(f'<Relationship Id="r" Type="{_RELATIONS}/officeDocument" Target="word/document.xml"/>'),
        "word/document.xml": main,
        "word/_rels/document.xml.rels": _rels(told),
        **(parts or {}),
    }
    return zipped(files)


def _mode(mode: str) -> str:
    return f' TargetMode="{mode}"' if mode else ""


def zipped(files: Mapping[str, str | bytes]) -> bytes:
    stream = io.BytesIO()
    with ZipFile(stream, "w", ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return stream.getvalue()


def _rels(inner: str) -> str:
    return (
        f'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{inner}</Relationships>'
    )


# --- the form -------------------------------------------------------------------------------------------------------


def numbered(form: str = "{}.", *, joint: str = "", write: Callable[[str], str] = run) -> Paragraphs:
    """Items typed with numbers, a paragraph each or, with a joint (；), one after another; one alone has none."""

    def paragraphs(_path: tuple[str, ...], texts: Sequence[str]) -> str:
        told = [form.format(number(form, at)) + text if len(texts) > 1 else text for at, text in enumerate(texts, 1)]
        return p(write(joint.join(told) + "。")) if joint else "".join(p(write(f"{text}。")) for text in told)

    return paragraphs


def number(form: str, at: int) -> str:
    if "①" in form:
        return "①②③④⑤"[at - 1]
    return (
        "一二三四五"[at - 1]
        if any(each in form for each in ("是", "、", "（一", "第")) and "{}、d" not in form
        else str(at)
    )


def listed(list_id: int = 1, style: str = "") -> Paragraphs:
    """Items that Word numbers: the numbers are not in the text."""
    properties = (
        f'<w:pStyle w:val="{style}"/>'
        if style
        else f'<w:numPr><w:ilvl w:val="0"/><w:numId w:val="{list_id}"/></w:numPr>'
    )

    def paragraphs(_path: tuple[str, ...], texts: Sequence[str]) -> str:
        return "".join(p(run(f"{text}。"), properties=properties if len(texts) > 1 else "") for text in texts)

    return paragraphs


def named(joint: str, write: Callable[[str], str] = run) -> Callable[[Sequence[str]], str]:
    """Units in one paragraph with something between them."""
    return lambda names: p(write(joint.join(names)))


def head_line(form: str = "{}：{}", joint: str = "　　", write: Callable[[str], str] = run) -> str:
    return p(write(joint.join(form.format(label, value) for label, value in HEAD.items())))


def form_rows(
    items: Paragraphs | None = None,
    *,
    units: Callable[[Sequence[str]], str] | None = None,
    label: Callable[[str], str] = lambda text: p(run(text)),
    merge_content: bool = False,
    wide: int = 1,
    cell: Callable[..., str] = tc,
    write: Callable[[str], str] = run,
) -> list[str]:
    """The twelve rows. `merge_content`: in the first two, the content spans two columns and not the label; `wide`: so
    many grid columns for each of the form's; `cell` draws a content cell."""
    items, units = items or numbered(), units or named("、")

    def told(path: tuple[str, ...]) -> str:
        if path[0] == "寻标对象":
            return units(CELLS[path])
        return p(write(CELLS[path][0])) if path[-1] == "时限" else items(path, CELLS[path])

    def labelled(text: str, span: int = 1, merge: str = "restart") -> str:
        inner = label(text) if merge != "continue" else p()
        return tc(inner, span=span * wide, merge=merge)

    rows = []
    for path in CELLS:
        section, *rest = path
        first = next(each for each in CELLS if each[0] == section) == path
        cells = [labelled(section, merge="restart" if first else "continue")]
        if section == "寻标对象":
            span = 1 if merge_content else 2
            cells += [labelled(rest[0], span, ""), cell(told(path), span=(3 - span) * wide)]
        elif len(rest) == 2:
            cells += [labelled(rest[0], 1, "restart" if rest[1] == VERTICAL else "continue"), labelled(rest[1], 1, "")]
            cells.append(cell(told(path), span=wide))
        else:
            cells += [labelled(rest[0], 1, ""), cell(told(path), span=2 * wide)]
        rows.append(tr(*cells))
    return rows


def note_row(wide: int = 1) -> str:
    return tr(tc(p(run(NOTE)), span=4 * wide))


def titles() -> str:
    return p(run("附件2")) + p(run("营商环境“寻标、对标、创标”活动申报表"))


def form(body_rows: Sequence[str] | None = None, *, head: str | None = None, **parts: object) -> bytes:
    rows = body_rows if body_rows is not None else form_rows()
    line = head_line() if head is None else head
    return docx(titles() + line + tbl(*rows, note_row()) + p(), **parts)  # type: ignore[arg-type]


NUMBERING = (
    f'<w:numbering xmlns:w="{W}">'
    '<w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/>'
    '<w:lvlText w:val="%1."/></w:lvl><w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="chineseCounting"/>'
    '<w:lvlText w:val="（%2）"/></w:lvl></w:abstractNum>'
    '<w:abstractNum w:abstractNumId="2"><w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/><w:lvlText w:val="\uf0b7"/></w:lvl>'
    '</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num>'
    '<w:num w:numId="2"><w:abstractNumId w:val="2"/></w:num></w:numbering>'
)
STYLES = (
    f'<w:styles xmlns:w="{W}"><w:style w:type="paragraph" w:styleId="Base">'
    '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
    '<w:style w:type="paragraph" w:styleId="Items"><w:basedOn w:val="Base"/></w:style></w:styles>'
)
LISTS = {
    "parts": {"word/numbering.xml": NUMBERING, "word/styles.xml": STYLES},
    "relations": [("numbering", "numbering.xml", ""), ("styles", "styles.xml", "")],
}
