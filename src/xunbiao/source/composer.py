"""text → libyaml's nodes; the class is a parser of events as well."""

import yaml

from xunbiao.errors import CannotGoOn
from xunbiao.model.diagnostic import Span

try:
    from yaml.cyaml import CParser  # type: ignore[attr-defined]  # the stubs do not list it
except ImportError as missing:  # pragma: no cover  every wheel of PyYAML carries libyaml; a source build may not
    raise CannotGoOn(
        "这里的 PyYAML 不带 libyaml。请运行 pip install --force-reinstall PyYAML 后再试。",
        "This PyYAML comes without libyaml: run pip install --force-reinstall PyYAML and try again.",
    ) from missing


class Composer(CParser):
    """libyaml's composer with PyYAML's resolver left out: what a scalar means is decided in `scalars` alone."""

    def resolve(self, _kind: type, _value: str, _implicit: tuple[bool, bool]) -> str:
        return ""

    def descend_resolver(self, _node: object, _index: object) -> None:
        pass

    def ascend_resolver(self) -> None:
        pass


def compose(text: str) -> yaml.Node | None:
    """The nodes of a text that holds one shallow document; None if it holds nothing. Raises yaml.YAMLError."""
    parser = Composer(text)
    try:
        node: yaml.Node | None = parser.get_single_node()
        return node
    finally:
        parser.dispose()


def span_of(node: yaml.Node) -> Span:
    """Where a node stands."""
    start, end = node.start_mark, node.end_mark
    return Span(start.line + 1, start.column + 1, end.line + 1, end.column + 1)
