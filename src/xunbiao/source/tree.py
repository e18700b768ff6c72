"""text → data and places, through libyaml's composer."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import yaml
from yaml import MappingNode, ScalarNode, SequenceNode

from xunbiao.errors import CannotGoOn
from xunbiao.model.diagnostic import START, Finding, Path, Span
from xunbiao.source import guards
from xunbiao.source.scalars import OutOfRange, plain
from xunbiao.source.slips import explain, leading_full_width_colon

try:
    from yaml.cyaml import CParser  # type: ignore[attr-defined]  # the stubs do not list it
except ImportError as missing:  # pragma: no cover  every wheel of PyYAML carries libyaml; a source build may not
    raise CannotGoOn(
        "这里的 PyYAML 不带 libyaml。请运行 pip install --force-reinstall PyYAML 后再试。",
        "This PyYAML comes without libyaml: run pip install --force-reinstall PyYAML and try again.",
    ) from missing


@dataclass(frozen=True, slots=True)
class Parsed:
    """`data` is None where the file cannot be read as one mapping; `findings` then says why."""

    text: str
    data: dict[str, Any] | None
    findings: tuple[Finding, ...]


@dataclass(frozen=True, slots=True)
class Places:
    """Where each value and each key of a text stands."""

    values: Mapping[Path, Span]
    keys: Mapping[Path, Span]

    def of(self, path: Path) -> Span:
        """The place of a value; of its key where it is blank; of the nearest that exists where it does not."""
        while path and path not in self.values and path not in self.keys:
            path = path[:-1]
        return self.values.get(path) or self.keys.get(path) or START

    def of_key(self, path: Path) -> Span:
        """The place of a key, or of its value where there is no key (an entry of a list)."""
        return self.keys.get(path) or self.of(path)


class _Composer(CParser):
    """libyaml's composer with PyYAML's resolver left out: what a scalar means is decided in `scalars` alone."""

    def resolve(self, _kind: type, _value: str, _implicit: tuple[bool, bool]) -> str:
        return ""

    def descend_resolver(self, _node: object, _index: object) -> None:
        pass

    def ascend_resolver(self) -> None:
        pass


class _Builder:
    """Builds data out of nodes, collecting what is wrong on the way; recursion is bounded by the depth guard."""

    def __init__(self) -> None:
        self.findings: list[Finding] = []
        self.nodes = 0

    def build(self, node: yaml.Node) -> Any:
        self.nodes += 1
        if type(node) is ScalarNode:
            return node.value if node.style else self._plain(node)
        if type(node) is MappingNode:
            return self._mapping(node)
        return [self.build(each) for each in node.value]

    def _plain(self, node: ScalarNode) -> Any:
        try:
            return plain(node.value)
        except OutOfRange:
            self.findings.append(Finding("XB018", values={"number": node.value[:40]}, span=_span(node)))
            return None

    def _mapping(self, node: MappingNode) -> dict[str, Any]:
        data: dict[str, Any] = {}
        first: dict[str, yaml.Node] = {}
        for key_node, value_node in node.value:
            key = self._key(key_node)
            if key is None:
                continue
            if key in first:
                values = {"key": key, "line": first[key].start_mark.line + 1}
                self.findings.append(Finding("XB012", values=values, span=_span(key_node)))
            first.setdefault(key, key_node)
            data[key] = self.build(value_node)
        return data

    def _key(self, node: yaml.Node) -> str | None:
        key = self.build(node)
        if isinstance(key, str) and key != "<<":
            return key
        code, shown = ("XB013", "<<") if key == "<<" else ("XB016", str(getattr(node, "value", ""))[:40])
        values = {"what": "<<"} if code == "XB013" else {"key": shown if isinstance(node, ScalarNode) else "…"}
        self.findings.append(Finding(code, values=values, span=_span(node)))
        return None


def parse(raw: bytes) -> Parsed:
    """A file's bytes → its data, or the reasons why it has none; findings carry spans. Never raises."""
    text, findings = guards.decode(raw)
    if any(finding.code != "XB005" for finding in findings):
        return Parsed(text, None, tuple(findings))
    if guards.is_suspicious(text) and (refused := _refused_event(text)):
        return Parsed(text, None, (*findings, refused))
    try:
        node = _compose(text)
    except yaml.YAMLError as error:
        return Parsed(text, None, (*findings, explain(text, error)))
    if not isinstance(node, MappingNode):
        return Parsed(text, None, (*findings, _not_a_mapping(text, node)))
    builder = _Builder()
    data = builder.build(node)
    findings += builder.findings + ([] if text.isascii() else guards.invisible(text))
    if builder.nodes > guards.MAX_NODES:
        findings.append(Finding("XB002", values={"size": builder.nodes, "limit": guards.MAX_NODES}, span=START))
    return Parsed(text, None if _unusable(findings) else data, tuple(findings))


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


def _unusable(findings: list[Finding]) -> bool:
    return any(finding.code not in ("XB005", "XB017") for finding in findings)


def _span(node: yaml.Node) -> Span:
    start, end = node.start_mark, node.end_mark
    return Span(start.line + 1, start.column + 1, end.line + 1, end.column + 1)


def _not_a_mapping(text: str, node: yaml.Node | None) -> Finding:
    if isinstance(node, ScalarNode) and (slip := leading_full_width_colon(text)):
        return slip
    what = "empty" if node is None else "list" if isinstance(node, SequenceNode) else "text"
    return Finding("XB015", values={"what": what}, span=START)


def _refused_event(text: str) -> Finding | None:
    """The first thing in a text that is more than plain YAML, out of libyaml's event stream, which does not recurse."""
    depth = documents = nodes = 0
    try:
        for event in yaml.parse(text, Loader=_Composer):  # type: ignore[arg-type]  # a parser is all it needs
            depth += isinstance(event, yaml.CollectionStartEvent) - isinstance(event, yaml.CollectionEndEvent)
            nodes += isinstance(event, yaml.NodeEvent)
            documents += isinstance(event, yaml.DocumentStartEvent)
            what = _forbidden_construct(event, documents)
            if what:
                return Finding("XB013", values={"what": what}, span=_to_line_end(text, event))
            if depth > guards.MAX_DEPTH:
                return Finding("XB014", values={"limit": guards.MAX_DEPTH}, span=_to_line_end(text, event))
            if nodes > guards.MAX_NODES:
                values = {"size": nodes, "limit": guards.MAX_NODES}
                return Finding("XB002", values=values, span=_to_line_end(text, event))
    except yaml.YAMLError as error:
        return explain(text, error)
    return None


def _forbidden_construct(event: yaml.Event, documents: int) -> str:
    if isinstance(event, yaml.AliasEvent):
        return f"*{event.anchor}"
    if isinstance(event, yaml.NodeEvent) and event.anchor:
        return f"&{event.anchor}"
    if isinstance(event, yaml.ScalarEvent | yaml.CollectionStartEvent) and event.tag:
        return str(event.tag)
    if isinstance(event, yaml.DocumentStartEvent):
        return "%YAML" if event.version or event.tags else "---" if documents > 1 else ""
    return ""


def _to_line_end(text: str, event: yaml.Event) -> Span:
    mark = event.start_mark
    if mark is None:
        return START
    lines = text.split("\n")
    length = len(lines[mark.line]) if mark.line < len(lines) else 0
    return Span(mark.line + 1, mark.column + 1, mark.line + 1, max(mark.column + 1, length) + 1)
