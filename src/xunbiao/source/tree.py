"""text → data and places, through libyaml's composer."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

import yaml
from yaml import MappingNode, ScalarNode, SequenceNode

from xunbiao.model.diagnostic import START, Finding, Path, Span
from xunbiao.model.document import Kind
from xunbiao.model.language import Phrase
from xunbiao.source import guards
from xunbiao.source.composer import compose, span_of
from xunbiao.source.events import MERGE_KEY, refused_event
from xunbiao.source.scalars import MEANINGFUL_STARTS, OutOfRange, plain
from xunbiao.source.slips import explain, leading_colon

_MAYBE_CUT = re.compile(r"^(?:[^\n#]|(?<=\S)#)*\S[ \t]+(#[^\s#].*)$", re.MULTILINE)
_MOST_CUT = 20
_BLEMISHES = frozenset({"XB005", "XB017", "XB020"})
"""What mars a file that can be read all the same."""


@dataclass(frozen=True, slots=True)
class Parsed:
    """`data` is None where the file cannot be read as one mapping; `findings` then says why."""

    text: str
    data: dict[str, Any] | None
    findings: tuple[Finding, ...]

    @property
    def refusals(self) -> tuple[Finding, ...]:
        """The findings for which a file is not read; empty exactly if there is data."""
        return tuple(finding for finding in self.findings if finding.code not in _BLEMISHES)


@dataclass(frozen=True, slots=True)
class Places:
    """Where each value and each key of a text stands."""

    values: Mapping[Path, Span]
    keys: Mapping[Path, Span]

    def of(self, path: Path) -> Span:
        """The place of a value; of its key where it is blank; of the nearest key that exists where it does not."""
        if path in self.values:
            return self.values[path]
        return self.of_key(path)

    def of_key(self, path: Path) -> Span:
        """The place of a key; of the value where there is none (an entry of a list); of the nearest if neither is."""
        while path and path not in self.keys and path not in self.values:
            path = path[:-1]
        return self.keys.get(path) or self.values.get(path) or START


class _Builder:
    """Builds data out of nodes, collecting what is wrong on the way; recursion is bounded by the depth guard.

    Every value of every file passes here, so plain texts, which nearly all are, take the shortest way.
    """

    def __init__(self, text: str) -> None:
        self.findings: list[Finding] = []
        self.nodes = 1
        self._has_escapes = "\\" in text

    def build(self, node: yaml.Node) -> Any:
        if type(node) is ScalarNode:
            value = node.value
            if node.style:
                return self._quoted(node) if self._has_escapes else value
            return value if value and value[0] not in MEANINGFUL_STARTS else self._plain(node)
        if type(node) is MappingNode:
            return self._mapping(node)
        self.nodes += len(node.value)
        return [self.build(each) for each in node.value]

    def _quoted(self, node: ScalarNode) -> Any:
        if node.style == '"':
            self.findings += guards.hidden_in(node.value, span_of(node))
        return node.value

    def _plain(self, node: ScalarNode) -> Any:
        try:
            return plain(node.value)
        except OutOfRange:
            self.findings.append(Finding("XB018", values={"number": node.value[:40]}, span=span_of(node)))
            return None

    def _mapping(self, node: MappingNode) -> dict[str, Any]:
        data: dict[str, Any] = {}
        build = self.build
        self.nodes += 2 * len(node.value)
        for key_node, value_node in node.value:
            key = build(key_node)
            if type(key) is not str or key == "<<":
                self._refuse_key(key_node, key)
                continue
            if key in data:
                values = {"key": key, "line": _line_of_first(node, key)}
                self.findings.append(Finding("XB012", values=values, span=span_of(key_node)))
            data[key] = build(value_node)
        return data

    def _refuse_key(self, node: yaml.Node, key: object) -> None:
        if key == "<<":
            self.findings.append(Finding("XB013", values=MERGE_KEY, span=span_of(node)))
        else:
            shown = node.value[:40] if isinstance(node, ScalarNode) else "…"
            self.findings.append(Finding("XB016", values={"key": shown}, span=span_of(node)))


def _line_of_first(node: MappingNode, key: str) -> int:
    """Where a key that stands twice stands first."""
    same = (each for each, _ in node.value if type(each) is ScalarNode and each.value == key)
    return next(each.start_mark.line + 1 for each in same if each.style or _is_text(key))


def _is_text(scalar: str) -> bool:
    """Whether an unquoted scalar is a text, as a key must be."""
    try:
        return plain(scalar) == scalar
    except OutOfRange:
        return False


def text(raw: bytes) -> str:
    """A file's text with line ends as LF, to show a line of it; empty if it cannot be read."""
    return guards.decode(raw, guards.limits(Kind.UNITS))[0]


def parse(raw: bytes, limits: guards.Limits = guards.limits(Kind.FILING)) -> Parsed:  # noqa: B008  it never changes
    """A file's bytes → its data, or the reasons why it has none; findings carry spans. Never raises."""
    text, findings = guards.decode(raw, limits)
    if _refused(findings):
        return Parsed(text, None, tuple(findings))
    if guards.is_suspicious(text) and (refused := refused_event(text, limits)):
        return Parsed(text, None, (*findings, refused))
    try:
        node = compose(text)
    except yaml.YAMLError as error:
        return Parsed(text, None, (*findings, explain(text, error)))
    if not isinstance(node, MappingNode):
        return Parsed(text, None, (*findings, _not_a_mapping(text, node)))
    builder = _Builder(text)
    data = builder.build(node)
    findings += builder.findings + ([] if text.isascii() else guards.invisible(text)) + _cut_off(text, node)
    if builder.nodes > limits.nodes:
        findings.append(guards.too_many_values(limits, START))
    return Parsed(text, None if _refused(findings) else data, tuple(findings))


def places(text: str) -> Places:
    """Where everything stands in a text that `parse` could read; composed anew, since few files need it."""
    values: dict[Path, Span] = {}
    keys: dict[Path, Span] = {}

    def visit(node: yaml.Node, path: Path) -> None:
        if not (isinstance(node, ScalarNode) and not node.value):
            values[path] = span_of(node)
        if isinstance(node, MappingNode):
            for key, value in node.value:
                keys[(*path, key.value)] = span_of(key)
                visit(value, (*path, key.value))
        elif isinstance(node, SequenceNode):
            for index, each in enumerate(node.value):
                # A blank entry has no key to be told at, and its mark stands behind its own dash.
                values[(*path, index)] = span_of(each)
                visit(each, (*path, index))

    if root := compose(text):
        visit(root, ())
    return Places(values, keys)


def _refused(findings: list[Finding]) -> bool:
    return any(finding.code not in _BLEMISHES for finding in findings)


def _cut_off(text: str, root: MappingNode) -> list[Finding]:
    """Words lost behind a `#` that was meant as part of the text (`完成 #1 窗口`): no space follows it."""
    if not (" #" in text or "\t#" in text) or not (candidates := list(_MAYBE_CUT.finditer(text))):
        return []
    quoted = [span for span in _quoted_spans(root) if span]
    findings = []
    for each in candidates[:_MOST_CUT]:
        span = guards.span_at(text, each.start(1), each.end(1))
        if not any((of.line, of.column) <= (span.line, span.column) < (of.end_line, of.end_column) for of in quoted):
            findings.append(Finding("XB020", values={"cut": each[1][:40]}, span=span))
    return findings


def _quoted_spans(node: yaml.Node) -> Iterator[Span]:
    """Where quoted and literal texts stand: a `#` in them is part of the text."""
    if isinstance(node, ScalarNode):
        if node.style:
            yield span_of(node)
        return
    children = [each for pair in node.value for each in pair] if isinstance(node, MappingNode) else node.value
    for child in children:
        yield from _quoted_spans(child)


def _not_a_mapping(text: str, node: yaml.Node | None) -> Finding:
    if isinstance(node, ScalarNode) and (slip := leading_colon(text)):
        return slip
    what = (
        Phrase("文件里什么都没有", "the file holds nothing")
        if node is None
        else Phrase("最外层是列表，不是“标签: 内容”", "the outermost level is a list, not “label: content”")
        if isinstance(node, SequenceNode)
        else Phrase("整个文件是一段文字，没有“标签: 内容”", "the whole file is one text without any “label: content”")
    )
    return Finding("XB015", values={"what": what}, span=START)
