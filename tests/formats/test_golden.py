"""The sample page and the sample findings in every format, as they were looked at and found good.

`XUNBIAO_GOLDEN=1 pytest tests/formats` writes the files anew; look at the difference before you commit it.
"""

import os
import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from xunbiao.formats import DIAGNOSTIC_FORMATS, PAGE_FORMATS, render, render_diagnostics
from xunbiao.model.language import Language
from xunbiao.model.page import Page

GOLDEN = Path(__file__).with_name("golden")
SUFFIXES = {"text": "txt", "sarif": "sarif.json", "gitlab": "gitlab.json", "github": "github.txt", "junit": "xml"}
SCREENS = {"text": [(36, False), (80, False), (120, False), (80, True)]}


def cases(formats: Mapping[str, str]) -> list[tuple[str, int, bool]]:
    return [(name, *screen) for name in formats for screen in SCREENS.get(name, [(80, False)])]


def file_name(stem: str, format: str, width: int, color: bool) -> str:
    screen = f"-{width}{'-color' if color else ''}" if format in SCREENS else ""
    return f"{stem}{screen}.{SUFFIXES.get(format, format)}"


def compare(name: str, text: str) -> None:
    file = GOLDEN / name
    if os.environ.get("XUNBIAO_GOLDEN"):
        file.write_bytes(text.encode())
    assert file.is_file(), f"{name} is missing; XUNBIAO_GOLDEN=1 writes it"
    assert text == file.read_bytes().decode(), f"{name} differs; XUNBIAO_GOLDEN=1 writes it anew"


@pytest.mark.parametrize(("format", "width", "color"), cases(PAGE_FORMATS))
def test_page(sample_page: Page, format: str, width: int, color: bool) -> None:
    """A page reads as it did when it was last looked at."""
    compare(file_name("page", format, width, color), render(sample_page, format, width=width, color=color))


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize(("format", "width", "color"), cases(DIAGNOSTIC_FORMATS))
def test_diagnostics(
    sample_verdict: dict[str, Any], format: str, width: int, color: bool, language: Language
) -> None:  # fmt: skip
    """Findings read as they did when they were last looked at, in both languages."""
    text = render_diagnostics(format=format, **sample_verdict, language=language, width=width, color=color)
    timeless = re.sub(r'"semanticVersion": "[^"]*"', '"semanticVersion": "0.0.0"', text)
    compare(file_name(f"findings-{language}", format, width, color), timeless)
