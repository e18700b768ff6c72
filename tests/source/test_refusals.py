"""Hostile and broken YAML: one clean finding each, at its place, in no time and without a crash."""

import sys
import time

import pytest

from xunbiao import source
from xunbiao.model.document import Kind
from xunbiao.source import guards

LIMITS = guards.limits(Kind.FILING)

LAUGHS = "a: &a [x, x]\n" + "".join(f"b{n}: &b{n} [*a, *a, *a]\n" for n in range(30))


def only(text: str) -> str:
    """The code of the one finding that says why a text has no data."""
    start = time.process_time()
    parsed = source.parse(text.encode())
    assert time.process_time() - start < 1
    assert parsed.data is None
    assert len(parsed.refusals) == 1
    return parsed.refusals[0].code


@pytest.mark.parametrize(
    "text",
    [
        LAUGHS,
        "a: &a [*a]\n",
        "a: &a\n  <<: *a\n",
        "<<: [*x, *y]\n",
        "联系人: &a 李某\n",
        "a: !!python/object/apply:os.system ['touch /tmp/x']\n",
        "a: !!binary aGVsbG8=\n",
        "a: !x y\n",
        "a: !include /etc/passwd\n",
        "a: !ENV ${HOME}\n",
        "!!map\na: 1\n",
        "%YAML 1.1\n---\na: 1\n",
        "%TAG ! tag:x,2020:\n---\na: 1\n",
        "a: 1\n---\nb: 2\n",
        "a: 1\n---\n",
        "<<: {a: 1}\n",
        "a:\n  <<: {b: 1}\n",
    ],
)
def test_more_than_plain_yaml(text: str) -> None:
    """Anchors, aliases, tags, directives, merge keys and further documents are refused before anything is built."""
    assert only(text) == "XB013"


def test_an_alias_without_its_anchor_is_a_text_with_a_special_start() -> None:
    """A clerk who writes a star before a word hears of the star."""
    assert only("内容: *重点工作\n") == "XB021"


@pytest.mark.parametrize("depth", [33, 100, 1_000, 9_000])
@pytest.mark.parametrize("opener", ["[", "{a: ", "- ", "? "])
def test_nesting_on_one_line(opener: str, depth: int) -> None:
    """However deep the nesting, it is refused before a parser recurses."""
    if len(opener) * depth < guards.MAX_LINE:
        assert only(opener * depth) == "XB014"


@pytest.mark.parametrize("depth", [33, 200, 600])
def test_nesting_by_indentation(depth: int) -> None:
    """The same goes for nesting line by line."""
    assert only("".join(f"{' ' * n}a:\n" for n in range(depth))) == "XB014"


def test_nesting_by_indentation_with_lists() -> None:
    """A list at its parent's column opens a level as well."""
    text = "".join(f"{' ' * n}a:\n{' ' * n}- b:\n" for n in range(0, 120, 2))
    assert only(text) == "XB014"


def test_closed_brackets_nest_too() -> None:
    """Brackets that are closed again are as deep as those that are not."""
    assert only("a: " + "[" * 5_000 + "]" * 5_000) == "XB014"


def test_the_depth_that_is_allowed() -> None:
    """Up to the limit everything is read."""
    depth = guards.MAX_DEPTH - 1
    assert source.parse(("a: " + "[" * depth + "]" * depth).encode()).data is not None


def test_many_brackets_side_by_side_are_no_nesting() -> None:
    """It is depth that counts, not the number of brackets."""
    assert source.parse(("a: [" + "[x], " * 100 + "]").encode()).data is not None


def test_recursion_limit_is_out_of_reach() -> None:
    """What is read never comes near the interpreter's own limit, even where that is low."""
    depth = guards.MAX_DEPTH - 1
    raw = ("a: " + "[" * depth + "]" * depth).encode()
    limit = sys.getrecursionlimit()
    sys.setrecursionlimit(250)
    try:
        assert source.parse(raw).data is not None
        source.places(raw.decode())
    finally:
        sys.setrecursionlimit(limit)


@pytest.mark.parametrize(
    ("text", "zh"),
    [
        ("a" * (LIMITS.size + 1), "字节"),
        ("a: " + "b" * guards.MAX_LINE, "一行"),
        ("a:\n" + "- b\n" * LIMITS.nodes, "值"),
        ("a: [" + "b, " * (LIMITS.nodes) + "]", "值"),
        ("".join(f"k{n}: 1\n" for n in range(LIMITS.nodes)), "值"),
        ("a: [[[" + "b, " * (LIMITS.nodes) + "]]]  # *", "值"),
    ],
    ids=["bytes", "line", "list", "flow list", "keys", "suspicious"],
)
def test_too_large(text: str, zh: str) -> None:
    """Size, the longest line and the number of values are limited, and the finding says which it was."""
    parsed = source.parse(text.encode())
    assert parsed.data is None
    assert parsed.findings[0].code == "XB002"
    assert zh in parsed.findings[0].values["size"].zh + parsed.findings[0].values["limit"].zh


def test_just_small_enough() -> None:
    """What is just within the limits is read."""
    assert source.parse(("a: " + "b" * (guards.MAX_LINE - 3)).encode()).data is not None
    assert source.parse(("a:\n" + "- b\n" * (LIMITS.nodes - 10)).encode()).data is not None
    text = "a: b\n" + "# " + "x" * 98 + "\n"
    text += ("# " + "x" * 97 + "\n") * ((LIMITS.size - len(text)) // 100)
    assert LIMITS.size - 100 <= len(text) <= LIMITS.size
    assert source.parse(text.encode()).data == {"a": "b"}


@pytest.mark.parametrize(
    ("text", "key", "line"),
    [
        ("a: 1\nb: 2\na: 3\n", "a", 1),
        ('a: 1\n"\\x61": 2\n', "a", 1),
        ("a: 1\n'a': 2\n", "a", 1),
        ("b: 1\na: {c: 1, c: 2}\n", "c", 2),
        ("目标:\n  M1: 1\n  M1: 2\n", "M1", 2),
        ('"1": a\n"1": b\n', "1", 1),
    ],
)
def test_labels_that_stand_twice(text: str, key: str, line: int) -> None:
    """A label that is repeated is told where it is, with the line of the first; escapes do not hide it."""
    findings = source.parse(text.encode()).findings
    assert [finding.code for finding in findings] == ["XB012"]
    assert dict(findings[0].values) == {"key": key, "line": line}


def test_labels_that_only_look_alike() -> None:
    """A number and the text of the same digits are two things, however large; only the text stands twice."""
    findings = source.parse(b'1e999: a\n"1e999": b\n"1e999": c\n').findings
    assert [(finding.code, finding.values.get("line")) for finding in findings] == [
        ("XB018", None),
        ("XB016", None),
        ("XB012", 2),
    ]


def test_every_repeated_label_is_told() -> None:
    """All repeated labels of a file are told in one run."""
    findings = source.parse(b"a: 1\na: 2\nb: 1\nb: 2\na: 3\n").findings
    assert [finding.span.line for finding in findings if finding.span] == [2, 4, 5]


@pytest.mark.parametrize(
    "text", ["1: a\n", "1.5: a\n", "true: a\n", "~: a\n", "[a]: b\n", "{a: b}: c\n", "? [a]\n: b\n"]
)
def test_labels_that_are_no_text(text: str) -> None:
    """Numbers, truth values, null and collections are no labels."""
    assert only(text) == "XB016"


@pytest.mark.parametrize("key", ["__proto__", "$ref", "constructor", "a" * 1000, "[/bold]", "::error::", "{0}", "%s"])
def test_odd_labels_are_plain_texts(key: str) -> None:
    """A label may be any text; it is data and nothing else."""
    assert source.parse(f'"{key}": 1\n'.encode()).data == {key: 1}


@pytest.mark.parametrize(
    ("text", "zh"), [("", "什么都没有"), ("# x\n", "什么都没有"), ("- a\n", "列表"), ("abc\n", "一段文字")]
)
def test_roots_that_are_no_mapping(text: str, zh: str) -> None:
    """An empty file, a list and a bare text each hear what they are."""
    findings = source.parse(text.encode()).findings
    assert [finding.code for finding in findings] == ["XB015"]
    assert zh in findings[0].values["what"].zh


def test_json_is_yaml() -> None:
    """A document may come as JSON, which YAML contains."""
    assert source.parse('{"类型": "申报表", "版本": 1}'.encode()).data == {"类型": "申报表", "版本": 1}
