"""Forms out of python-docx and LibreOffice are read as those drawn by hand."""

from pathlib import Path

import pytest
from formpaper import office, raw
from formpaper.raw import LISTS, form, form_rows, listed, numbered, p, run, tc
from formpaper.words import expected, read

needs_office = pytest.mark.skipif(office.SOFFICE is None, reason="LibreOffice (soffice) is not installed")
BY_LIBRARY = {
    "typed numbers": {},
    "list style": {"style": "List Number"},
    "bullet style": {"style": "List Bullet"},
    "content merged": {"merge_labels": False},
    "head in the table": {"head_in_table": True},
}
SAVED_AGAIN = {
    "library.docx": lambda: office.by_library(),
    "list-style.docx": lambda: office.by_library(style="List Number"),
    "merged-otherwise.docx": lambda: office.by_library(merge_labels=False, head_in_table=True),
    "inline.docx": lambda: form(form_rows(numbered("（{}）", joint="；"))),
    "soft-breaks.docx": lambda: form(form_rows(numbered("{}.", joint="；\n"))),
    "listed.docx": lambda: form(form_rows(listed()), **LISTS),
    "wide.docx": lambda: raw.docx(raw.titles() + raw.head_line() + raw.tbl(*form_rows(wide=3), columns=12)),
    "tables-in-cells.docx": lambda: form(
        form_rows(cell=lambda inner, **options: tc(raw.tbl(raw.tr(tc(inner)), columns=1) + p(), **options))
    ),
}

KEPT_IN_DOC = ("inline.docx", "soft-breaks.docx", "listed.docx", "tables-in-cells.docx")


@pytest.mark.parametrize("name", BY_LIBRARY)
def test_forms_by_library_are_read(name: str) -> None:
    """python-docx merges by itself, and numbers by the styles of its template."""
    assert read(office.by_library(**BY_LIBRARY[name])) == expected()


@needs_office
@pytest.mark.slow
def test_forms_saved_by_office_are_read(tmp_path: Path) -> None:
    """Saved anew, by way of odt, or made out of a web page by LibreOffice, the words stay where they were."""
    drawn = {name: make() for name, make in SAVED_AGAIN.items()}
    pages = {"page.html": office.web_page(), "page-lists.html": office.web_page(listed=True)}
    found = {f"saved {name}": each for name, each in office.converted(drawn, "docx", tmp_path / "docx").items()}
    found |= through("odt", drawn, tmp_path)
    made = office.converted(pages, "docx", tmp_path / "html", "--infilter=HTML (StarWriter)")
    found |= {f"web {name}": each for name, each in made.items()}
    assert len(found) == 2 * len(SAVED_AGAIN) + 2
    assert {name: different(read(each)) for name, each in found.items() if read(each) != expected()} == {}


@needs_office
@pytest.mark.slow
@pytest.mark.parametrize("kind", ["rtf", "doc"])
def test_forms_that_went_through_other_formats_are_read(kind: str, tmp_path: Path) -> None:
    """Formats of the last century, and back; without tables whose columns LibreOffice loses on the way to .doc."""
    drawn = {name: make() for name, make in SAVED_AGAIN.items() if kind == "rtf" or name in KEPT_IN_DOC}
    found = through(kind, drawn, tmp_path)
    assert {name: different(read(each)) for name, each in found.items() if read(each) != expected()} == {}


def through(kind: str, drawn: dict[str, bytes], folder: Path) -> dict[str, bytes]:
    between = office.converted(drawn, kind, folder / kind)
    again = office.converted(between, "docx", folder / f"from-{kind}")
    assert len(again) == len(drawn)
    return {f"{kind} {name}": each for name, each in again.items()}


def different(found: dict[tuple[str, ...], object]) -> dict[tuple[str, ...], object]:
    return {path: value for path, value in found.items() if value != expected()[path]}


def test_long_runs_of_paragraphs_are_read_in_time() -> None:
    """Thirty items in a cell are read as thirty."""
    texts = tuple(f"第{at}批事项{at}项全部网上办理" for at in range(30))
    many = "".join(p(run(f"{at}.{text}")) for at, text in enumerate(texts, 1))
    found = read(form(form_rows(lambda path, own: many if path[-1] == "亮点" else numbered()(path, own))))
    assert found["创标意向", "亮点"] == texts
