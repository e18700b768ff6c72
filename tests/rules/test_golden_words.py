"""What each rule says of its own bad files, word for word and with its places, as it was looked at and found good.

`XUNBIAO_GOLDEN=1 pytest tests/rules -k golden` writes the files anew; look at the difference before you commit it.
"""

import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from xunbiao.model.diagnostic import Diagnostic
from xunbiao.rules import Rule


def test_golden_words(each_rule: Rule, bad_cases: dict[str, Any], tmp_path: Path) -> None:
    """A rule's identity, advice and every finding on its bad files read as in `said.txt` beside them."""
    text = "\n".join(lines(each_rule, bad_cases, tmp_path)) + "\n"
    file = Path(__file__).parent / each_rule.code / "said.txt"
    if os.environ.get("XUNBIAO_GOLDEN"):
        file.write_bytes(text.encode())
    assert file.is_file(), f"{file.name} is missing; XUNBIAO_GOLDEN=1 writes it"
    assert text == file.read_bytes().decode(), f"{each_rule.code} differs; XUNBIAO_GOLDEN=1 writes it anew"


def lines(rule: Rule, cases: dict[str, Any], tmp_path: Path) -> Iterator[str]:
    """All that a rule says."""
    yield f"{rule.code} {rule.name} {rule.severity} {rule.clause} {' '.join(rule.rows)}".rstrip()
    yield from (rule.hint.zh, rule.hint.en)
    for name, case in cases.items():
        place = tmp_path / str(len(list(tmp_path.iterdir())))
        place.mkdir()
        yield from ("", name)
        for each in sorted(case.found(place) if case else (), key=lambda each: each.sort_key):
            yield from finding(rule, each)


def finding(rule: Rule, each: Diagnostic) -> Iterator[str]:
    """One finding: where it stands, what it says, and what to do where that holds values of the place."""
    span = each.span
    yield f"  {each.path}:{span.line}:{span.column}-{span.end_line}:{span.end_column} {each.field}".rstrip()
    yield from (f"    {each.message.zh}", f"    {each.message.en}")
    if each.hint != rule.hint:
        yield from (f"    {each.hint.zh}", f"    {each.hint.en}")
    assert (each.name, each.clause) == (rule.name, rule.clause)
