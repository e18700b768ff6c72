"""The pages for a browser, as Chromium lays them out: on a desk, on a telephone and on paper."""

import html
import json
import re
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from ..calling import call

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
PAGES = {
    "report": ("report", "--quarter", "2020Q1"),
    "diff": ("diff", "--all"),
    "history": ("history", "slj"),
}
WIDTHS = (1280, 390)
# Every page at every width in a frame of its own, measured from outside: the pages themselves allow no script, and a
# window of Chromium is never as narrow as a telephone.
FRAME = '<iframe id="{name}-{width}" style="width:{width}px;height:900px;border:0" srcdoc="{page}"></iframe>'
PROBE = """<script>addEventListener('load', () => {
  const measure = frame => {
    const page = frame.contentDocument, style = each => frame.contentWindow.getComputedStyle(each);
    const all = selector => [...page.querySelectorAll(selector)];
    const view = page.documentElement.clientWidth;
    const scrolls = each => style(each).overflowX !== 'visible' && each.scrollWidth > each.clientWidth + 1;
    return {
      view,
      sideways: page.documentElement.scrollWidth - view,
      cut: all('td, th, p, li, h1, h2, h3').filter(scrolls).map(each => each.textContent),
      small: all('td, th, p, li').filter(each => each.textContent.trim() && parseFloat(style(each).fontSize) < 11.5)
        .map(each => each.textContent),
      out_of_reach: all('main *').filter(each => scrolls(each) && style(each).overflowX !== 'hidden' &&
        each.tabIndex < 0).map(each => each.outerHTML),
    };
  };
  const told = Object.fromEntries([...document.querySelectorAll('iframe')].map(each => [each.id, measure(each)]));
  document.body.innerHTML = '<pre id="told"></pre>';
  document.getElementById('told').textContent = JSON.stringify(told);
})</script>"""

pytestmark = [pytest.mark.slow, pytest.mark.skipif(CHROMIUM is None, reason="Chromium is not here")]


@pytest.fixture(scope="module")
def pages(example: Path) -> dict[str, str]:
    """The HTML of each command on the example campaign."""
    ask = {name: ["-C", example, *command, "--format", "html"] for name, command in PAGES.items()}
    return {name: call(words, cwd=example).stdout.decode() for name, words in ask.items()}


@pytest.fixture(scope="module")
def chromium(tmp_path_factory: pytest.TempPathFactory) -> Callable[..., str]:
    """Opens a page with more options: what Chromium prints."""
    home = tmp_path_factory.mktemp("chromium-home")

    def run(page: str, *options: str) -> str:
        file = home / "page.html"
        file.write_text(page, encoding="utf-8")
        command = [str(CHROMIUM), "--headless", "--no-sandbox", "--disable-gpu", f"--user-data-dir={home / 'profile'}"]
        done = subprocess.run([*command, *options, file.as_uri()], check=True, capture_output=True, timeout=120)
        return done.stdout.decode()

    return run


@pytest.fixture(scope="module")
def measured(chromium: Callable[..., str], pages: dict[str, str]) -> dict[str, Any]:
    """What Chromium measures of each page at each width, by `name-width`."""
    frames = (
        FRAME.format(name=name, width=width, page=html.escape(page)) for name, page in pages.items() for width in WIDTHS
    )
    shown = chromium(f"<!doctype html><body>{''.join(frames)}{PROBE}</body>", "--dump-dom")
    found = re.search('<pre id="told">(.*?)</pre>', shown, re.DOTALL)
    assert found, shown[-500:]
    told: dict[str, Any] = json.loads(html.unescape(found[1]))
    return told


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("name", PAGES)
def test_page_fits_the_window(measured: dict[str, Any], name: str, width: int) -> None:
    """Nothing makes the page scroll sideways, nothing is cut off or too small to read, and what scrolls inside the
    page can be reached from the keyboard."""
    told = measured[f"{name}-{width}"]
    assert width - 20 <= told.pop("view") <= width
    assert told == {"sideways": 0, "cut": [], "small": [], "out_of_reach": []}


def test_page_runs_no_script_and_fetches_nothing(pages: dict[str, str]) -> None:
    """The policy in the page allows styles alone, and there is no address in it that a browser would fetch."""
    for page in pages.values():
        assert "default-src 'none'" in page
        assert not re.search(r"<script|<link|<img|<iframe|url\(|@import| on\w+=", page)


@pytest.mark.skipif(shutil.which("pdftotext") is None, reason="pdftotext is not here")
def test_report_prints_on_a4(chromium: Callable[..., str], pages: dict[str, str], tmp_path: Path) -> None:
    """In print the report has A4 pages, every unit's name, and the titles of a table again on its next page."""
    pdf = tmp_path / "report.pdf"
    chromium(pages["report"], f"--print-to-pdf={pdf}", "--no-pdf-header-footer")
    about = subprocess.run(["pdfinfo", pdf], check=True, capture_output=True).stdout.decode()
    size = re.search(r"Page size:\s+([\d.]+) x ([\d.]+)", about)
    assert size, about
    assert {round(float(size[1])), round(float(size[2]))} == {595, 842}
    text = subprocess.run(["pdftotext", "-layout", pdf, "-"], check=True, capture_output=True).stdout.decode()
    assert text.count("平顶山市烟草专卖局") >= 2
    titled = [page for page in text.split("\f") if "现状值" in page and "目标值" in page]
    assert len(titled) >= 3
