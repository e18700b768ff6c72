"""Whatever the files say, the coordinator's workbook holds texts, and nothing that a spreadsheet would heed."""

import io
from typing import Any
from xml.etree import ElementTree
from zipfile import ZipFile

import pytest
from openpyxl import load_workbook

from .conftest import Run
from .test_outputs import is_unseen


@pytest.fixture(scope="module")
def workbook(run: Run) -> bytes:
    ended = run("report", "--quarter", "2019Q4", "--format", "xlsx")
    assert ended.returncode == 0, ended.stderr.decode()
    assert b"Traceback" not in ended.stderr
    return ended.stdout


def texts(book: Any) -> set[str]:
    cells = (cell for sheet in book for row in sheet.iter_rows() for cell in row)
    return {cell.value for cell in cells if isinstance(cell.value, str)}


def test_no_cell_is_reckoned_or_followed(workbook: bytes) -> None:
    """No formula, no link, nothing outside the file."""
    with ZipFile(io.BytesIO(workbook)) as package:
        parts = {name: package.read(name) for name in package.namelist()}
    for name, part in parts.items():
        assert b"TargetMode" not in part, name
        tags = {each.tag.rpartition("}")[2] for each in ElementTree.fromstring(part).iter()}
        assert not tags & {"hyperlink", "externalReference", "oleObject"}, name
        assert "/worksheets/" not in name or "f" not in tags, name


def test_nothing_unseen_is_in_it(workbook: bytes) -> None:
    """No control, bidi or invisible character but the line feed, though the texts that held one are there."""
    found = texts(load_workbook(io.BytesIO(workbook)))
    assert {f"U+{ord(each):04X}" for text in found for each in text if is_unseen(each)} <= {"U+000A"}
    assert [text for text in found if "\\x1b" in text or "\\u202e" in text]
