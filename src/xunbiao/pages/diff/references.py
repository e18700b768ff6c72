"""References → Page: what is to be written under 参考做法 of which measure, why, and which lines change."""

from collections.abc import Sequence
from difflib import unified_diff
from typing import Any

from xunbiao.catalogue import Comparison, Reference
from xunbiao.model.diagnostic import field_name
from xunbiao.model.language import Language
from xunbiao.model.page import Column, Heading, Listing, Page, Paragraph, Table, Tone
from xunbiao.pages.diff import cells
from xunbiao.pages.matching import rounded


def build_references(
    comparison: Comparison, references: Sequence[Reference], texts: tuple[str, str], path: str, language: Language
) -> Page:
    """`texts`: the filing as it is and as it is to be."""
    title = language(f"{comparison.unit.name}：写明参考做法", f"{comparison.unit.name}: practices to name")
    data: dict[str, Any] = {
        "unit": comparison.unit.id,
        "path": path,
        "references": [_record(each) for each in references],
    }
    if not references:
        text = language(
            "没有要写的：举措的文字像是参考了哪项，都已经写明了。",
            "Nothing to write: whatever the measures' words speak of is named already.",
        )
        return Page(title, [Paragraph(text, Tone.GOOD)], language, data)
    columns = [
        Column(language("举措", "Measure")),
        Column(language("内容", "Text"), wide=True),
        Column(language("写上", "To name"), wide=True),
        Column(language("依据", "By the words"), wide=True),
    ]
    rows = [
        [each.measure.id, each.measure.text, _named(each, language), cells.quoted(each.words)] for each in references
    ]
    change = Listing(_changed_lines(*texts), "diff")
    return Page(
        title, [Table(columns, rows), Heading(language(f"{path} 的改动", f"Change of {path}")), change], language, data
    )


def _named(each: Reference, language: Language) -> str:
    """What is written, said in full: a code alone tells nobody whether it is right."""
    said = [f"{code} {each.practice.elements[code]}" for code in each.codes if code in each.practice.elements]
    title = each.practice.title
    return "；".join(said) + language(f"（{title}）", f" ({title})") if said else cells.name(each.practice)


def _changed_lines(before: str, after: str) -> str:
    lines = unified_diff(before.splitlines(), after.splitlines(), n=2, lineterm="")
    return "\n".join(line for line in lines if not line.startswith(("---", "+++")))


def _record(each: Reference) -> dict[str, Any]:
    return {
        "field": field_name(each.measure.path),
        "practice": each.practice.code,
        "add": list(each.codes),
        "score": rounded(each.score),
        "words": list(each.words),
    }
