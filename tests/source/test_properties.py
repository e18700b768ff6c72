"""Whatever the bytes: reading never raises, soon ends, and tells why there is no data."""

import json
import re
import time
from pathlib import Path
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from xunbiao import source
from xunbiao.model.diagnostic import Path as Way
from xunbiao.rules import all_rules

FILING = (Path(__file__).parents[1] / "rules" / "base" / "filing.yaml").read_text(encoding="utf-8")
SIGNS = "\t\n :-#&*!|>'\"%@`[]{},?~<=.：“”一二0 \\\u200b\x00\r"


def check(raw: bytes) -> None:
    """What holds of any input."""
    start = time.process_time()
    parsed = source.parse(raw)
    assert time.process_time() - start < 1
    assert (parsed.data is None) == bool(parsed.refusals)
    # A file whose characters cannot be told apart has no text, yet its lines are counted.
    lines = parsed.text.split("\n") if parsed.text else re.split(b"\r\n|\r|\n", raw)
    for finding in parsed.findings:
        assert finding.code in all_rules()
        assert finding.span is not None
        assert 1 <= finding.span.line <= len(lines) + 1
        assert finding.span.column >= 1
        assert (finding.span.end_line, finding.span.end_column) >= (finding.span.line, finding.span.column)
        rule = all_rules()[finding.code]
        for phrase in (rule.message, rule.hint):
            assert phrase.fill(finding.values).zh
    if parsed.data is not None:
        walk(parsed.data, source.places(parsed.text), ())


def walk(value: Any, places: source.Places, way: Way) -> None:
    """Data is plain, and every place in it is found."""
    assert isinstance(value, str | int | bool | dict | list) or value is None or value == value
    assert places.of(way).line >= 1
    if isinstance(value, dict):
        for key, each in value.items():
            assert isinstance(key, str)
            assert (*way, key) in places.keys
            walk(each, places, (*way, key))
    elif isinstance(value, list):
        for index, each in enumerate(value):
            walk(each, places, (*way, index))


@settings(deadline=None)
@given(st.binary(max_size=400))
def test_any_bytes(raw: bytes) -> None:
    """Arbitrary bytes give data or findings, never an exception."""
    check(raw)


@settings(deadline=None)
@given(st.text(alphabet=SIGNS, max_size=120))
def test_any_signs(text: str) -> None:
    """Texts made of the signs that mean something in YAML give data or findings."""
    check(text.encode())


@settings(deadline=None)
@given(st.lists(st.tuples(st.integers(0, len(FILING) - 1), st.integers(0, 9), st.text(alphabet=SIGNS, max_size=4))))
def test_any_damage(edits: list[tuple[int, int, str]]) -> None:
    """A filing with pieces cut out and signs put in gives data or findings."""
    text = FILING
    for start, length, put in edits[:6]:
        text = text[:start] + put + text[start + length :]
    check(text.encode("utf-8", "surrogatepass"))


@settings(deadline=None)
@given(st.integers(0, len(FILING.encode())))
def test_any_cut(end: int) -> None:
    """A filing that was only half written gives data or findings."""
    check(FILING.encode()[:end])


TEXTS = st.text(alphabet=st.characters(codec="utf-8", categories=("L", "N", "P", "Zs")))
KEYS = st.text("abcd甲乙", min_size=1, max_size=4)
PLAIN = st.recursive(
    st.none() | st.booleans() | st.integers(-(2**53), 2**53) | TEXTS,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(KEYS, inner, max_size=4),
    max_leaves=12,
)


@settings(deadline=None)
@given(st.dictionaries(KEYS, PLAIN, max_size=5))
def test_what_was_written_is_read(data: dict[str, Any]) -> None:
    """Data written as JSON, which is YAML, is read back as it was."""
    parsed = source.parse(json.dumps(data, ensure_ascii=False).encode())
    assert parsed.data == data
