"""Forms made by programs that people use: python-docx, and LibreOffice out of other formats."""

import io
import os
import shutil
import subprocess
from collections.abc import Mapping
from html import escape
from pathlib import Path

from docx import Document
from docx.document import Document as DocumentObject

from formpaper.words import CELLS, HEAD, VERTICAL

SOFFICE = shutil.which("soffice")


def saved(document: DocumentObject) -> bytes:
    stream = io.BytesIO()
    document.save(stream)
    return stream.getvalue()


def by_library(*, style: str | None = None, merge_labels: bool = True, head_in_table: bool = False) -> bytes:
    """By python-docx, merged through its own calls; `style` numbers the items by a paragraph style."""
    document = Document()
    document.add_heading("营商环境“寻标、对标、创标”活动申报表", 0)
    line = "　".join(f"{label}：{value}" for label, value in HEAD.items())
    if not head_in_table:
        document.add_paragraph(line)
    offset = int(head_in_table)
    table = document.add_table(12 + offset, 4, style="Table Grid")
    if head_in_table:
        table.cell(0, 0).merge(table.cell(0, 3)).text = line
    for at, (path, texts) in enumerate(CELLS.items()):
        row = at + offset
        for column, label in enumerate(path):
            table.cell(row, column).text = label
        if len(path) == 2 and path[0] == "寻标对象" and merge_labels:
            table.cell(row, 1).merge(table.cell(row, 2))
        cell = (
            table.cell(row, 3)
            if len(path) == 3 or (merge_labels and path[0] == "寻标对象")
            else table.cell(row, 2).merge(table.cell(row, 3))
        )
        told = ["、".join(texts)] if path[0] == "寻标对象" else list(texts)
        for number, text in enumerate(told, 1):
            paragraph = cell.paragraphs[0] if number == 1 else cell.add_paragraph()
            listed = style is not None and len(told) > 1
            paragraph.add_run(text if listed or len(told) == 1 else f"{number}.{text}")
            if listed:
                paragraph.style = style
    _merge_down(table, offset)
    return saved(document)


def _merge_down(table: object, offset: int) -> None:
    for column, first, last in ((0, 0, 1), (0, 2, 7), (1, 2, 3), (1, 4, 5), (0, 8, 11)):
        label = table.cell(first + offset, column).text  # type: ignore[attr-defined]
        merged = table.cell(first + offset, column).merge(table.cell(last + offset, column))  # type: ignore[attr-defined]
        merged.text = label


def web_page(*, listed: bool = False) -> bytes:
    """The form as a web page: rowspan, colspan, breaks and lists."""
    rows = []
    for path, texts in CELLS.items():
        cells = []
        if path in (("寻标对象", VERTICAL), ("对标方向", "目标", VERTICAL), ("创标意向", "目标")):
            cells.append(f"<td rowspan={ {'寻标对象': 2, '对标方向': 6, '创标意向': 4}[path[0]] }>{path[0]}</td>")
        if len(path) == 3:
            cells += [f"<td rowspan=2>{path[1]}</td>"] if path[2] == VERTICAL else []
            cells.append(f"<td>{path[2]}</td>")
        else:
            cells.append(f"<td{' colspan=2' if path[0] == '寻标对象' else ''}>{path[1]}</td>")
        cells.append(
            f"<td{' colspan=2' if len(path) == 2 and path[0] != '寻标对象' else ''}>{_inner(path, texts, listed)}</td>"
        )
        rows.append(f"<tr>{''.join(cells)}</tr>")
    head = "&nbsp;&nbsp;".join(f"{label}：{value}" for label, value in HEAD.items())
    body = f"<p>{head}</p><table border=1>{''.join(rows)}</table>"
    return f"<html><head><meta charset=utf-8></head><body>{body}</body></html>".encode()


def _inner(path: tuple[str, ...], texts: tuple[str, ...], listed: bool) -> str:
    if path[0] == "寻标对象":
        return "<br>".join(map(escape, texts))
    if listed and len(texts) > 1:
        return f"<ol>{''.join(f'<li>{escape(text)}</li>' for text in texts)}</ol>"
    return "<br>".join(escape(f"{at}.{text}" if len(texts) > 1 else text) for at, text in enumerate(texts, 1))


def converted(files: Mapping[str, bytes], wanted: str, folder: Path, *options: str) -> dict[str, bytes]:
    """Files by name, each as LibreOffice saves it in another format, or in the same one anew."""
    source, target = folder / "in", folder / f"out-{wanted}"
    source.mkdir(parents=True, exist_ok=True)
    for name, raw in files.items():
        (source / name).write_bytes(raw)
    command = [str(SOFFICE), f"-env:UserInstallation={(folder / 'profile').as_uri()}", "--headless", *options]
    command += ["--convert-to", wanted, "--outdir", str(target), *(str(source / name) for name in files)]
    subprocess.run(command, env={**os.environ, "HOME": str(folder)}, capture_output=True, timeout=240, check=True)
    return {each.name: each.read_bytes() for each in sorted(target.iterdir())}
