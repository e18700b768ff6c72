"""text → data and places, through libyaml's composer."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

import yaml
from yaml import MappingNode, ScalarNode, SequenceNode

from xunbiao.errors import CannotGoOn
from xunbiao.model.diagnostic import START, Finding, Path, Span
from xunbiao.model.document import Kind
from xunbiao.model.language import Phrase
from xunbiao.source import guards
from xunbiao.source.scalars import MEANINGFUL_STARTS, OutOfRange, plain
from xunbiao.source.slips import explain, leading_colon

try:
    from yaml.cyaml import CParser  # type: ignore[attr-defined]  # the stubs do not list it
except ImportError as missing:  # pragma: no cover  every wheel of PyYAML carries libyaml; a source build may not
    raise CannotGoOn(
        "这里的 PyYAML 不带 libyaml。请运行 pip install --force-reinstall PyYAML 后再试。",
        "This PyYAML comes without libyaml: run pip install --force-reinstall PyYAML and try again.",
    ) from missing


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


class _Composer(CParser):
    """libyaml's composer with PyYAML's resolver left out: what a scalar means is decided in `scalars` alone."""

    def resolve(self, _kind: type, _value: str, _implicit: tuple[bool, bool]) -> str:
        return ""

    def descend_resolver(self, _node: object, _index: object) -> None:
        pass

    def ascend_resolver(self) -> None:
        pass


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
            self.findings += guards.hidden_in(node.value, _span(node))
        return node.value

    def _plain(self, node: ScalarNode) -> Any:
        try:
            return plain(node.value)
        except OutOfRange:
            self.findings.append(Finding("XB018", values={"number": node.value[:40]}, span=_span(node)))
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
                self.findings.append(Finding("XB012", values=values, span=_span(key_node)))
            data[key] = build(value_node)
        return data

    def _refuse_key(self, node: yaml.Node, key: object) -> None:
        if key == "<<":
            self.findings.append(Finding("XB013", values=_MERGE_KEY, span=_span(node)))
        else:
            shown = node.value[:40] if isinstance(node, ScalarNode) else "…"
            self.findings.append(Finding("XB016", values={"key": shown}, span=_span(node)))


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
    if guards.is_suspicious(text) and (refused := _refused_event(text, limits)):
        return Parsed(text, None, (*findings, refused))
    try:
        node = _compose(text)
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
            values[path] = _span(node)
        if isinstance(node, MappingNode):
            for key, value in node.value:
                keys[(*path, key.value)] = _span(key)
                visit(value, (*path, key.value))
        elif isinstance(node, SequenceNode):
            for index, each in enumerate(node.value):
                # A blank entry has no key to be told at, and its mark stands behind its own dash.
                values[(*path, index)] = _span(each)
                visit(each, (*path, index))

    if root := _compose(text):
        visit(root, ())
    return Places(values, keys)


def _compose(text: str) -> yaml.Node | None:
    parser = _Composer(text)
    try:
        node: yaml.Node | None = parser.get_single_node()
        return node
    finally:
        parser.dispose()


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
            yield _span(node)
        return
    children = [each for pair in node.value for each in pair] if isinstance(node, MappingNode) else node.value
    for child in children:
        yield from _quoted_spans(child)


def _span(node: yaml.Node) -> Span:
    start, end = node.start_mark, node.end_mark
    return Span(start.line + 1, start.column + 1, end.line + 1, end.column + 1)


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


def _refused_event(text: str, limits: guards.Limits) -> Finding | None:
    """The first thing in a text that is more than plain YAML, out of libyaml's event stream, which does not recurse."""
    depth = documents = nodes = 0
    try:
        for event in yaml.parse(text, Loader=_Composer):  # type: ignore[arg-type]  # a parser is all it needs
            depth += isinstance(event, yaml.CollectionStartEvent) - isinstance(event, yaml.CollectionEndEvent)
            nodes += isinstance(event, yaml.NodeEvent)
            documents += isinstance(event, yaml.DocumentStartEvent)
            if construct := _forbidden_construct(event, documents):
                return Finding("XB013", values=construct, span=_to_line_end(text, event))
            if depth > guards.MAX_DEPTH:
                return Finding("XB014", values={"limit": guards.MAX_DEPTH}, span=_to_line_end(text, event))
            if nodes > limits.nodes:
                return guards.too_many_values(limits, _to_line_end(text, event))
    except yaml.YAMLError as error:
        return explain(text, error)
    return None


def _forbidden_construct(event: yaml.Event, documents: int) -> Mapping[str, Phrase] | None:
    if isinstance(event, yaml.AliasEvent):
        return _construct("引用", "an alias", f"*{event.anchor}", _QUOTE_IT)
    if isinstance(event, yaml.NodeEvent) and event.anchor:
        return _construct("锚点", "an anchor", f"&{event.anchor}", _QUOTE_IT)
    if isinstance(event, yaml.ScalarEvent | yaml.CollectionStartEvent) and event.tag:
        return _construct("类型标记", "a tag", event.tag.replace("tag:yaml.org,2002:", "!!"), _QUOTE_IT)
    if isinstance(event, yaml.DocumentStartEvent) and (event.version or event.tags):
        return _construct("指令", "a directive", "%", Phrase("请删去这一行", "Remove this line"))
    if isinstance(event, yaml.DocumentStartEvent) and documents > 1:
        return _construct("第二份文档", "a second document", "---", _ONE_FILE_EACH)
    return None


def _construct(zh: str, en: str, written: str, advice: Phrase) -> Mapping[str, Phrase]:
    return {"what": Phrase(f"{zh} {written[:40]}", f"{en} {written[:40]}"), "advice": advice}


_QUOTE_IT = Phrase(
    "要写的就是这几个字，用英文双引号括起来；要重复别处的内容，照写一遍",
    "If these characters are meant as text, put it in double quotes; to repeat what stands elsewhere, write it again",
)
_ONE_FILE_EACH = Phrase(
    "一个文件只放一份材料，请删去 --- 和后面的内容", "One document a file: remove --- and what follows"
)
_MERGE_KEY = _construct("合并", "a merge key", "<<", Phrase("请把内容照写一遍", "Write the content out"))
_MAYBE_CUT = re.compile(r"^(?:[^\n#]|(?<=\S)#)*\S[ \t]+(#[^\s#].*)$", re.MULTILINE)
_MOST_CUT = 20


def _to_line_end(text: str, event: yaml.Event) -> Span:
    mark = event.start_mark
    if mark is None:
        return START
    lines = text.split("\n")
    length = len(lines[mark.line]) if mark.line < len(lines) else 0
    return Span(mark.line + 1, mark.column + 1, mark.line + 1, max(mark.column + 1, length) + 1)
