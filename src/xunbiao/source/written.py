"""data → YAML text in block style: quotes only where YAML 1.2 core would read something else than the text."""

import re
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from typing import TypeAlias

from xunbiao.source.scalars import OutOfRange, plain

Data: TypeAlias = "str | int | Decimal | Mapping[str, Data] | Sequence[Data] | None"

_INDICATORS = frozenset("-?:,[]{}#&*!|>'\"%@`")
_ESCAPED = re.compile(r'[\\"\x00-\x1f\x7f-\x9f\u2028\u2029\ufeff]')
_SHORT = {"\\": "\\\\", '"': '\\"', "\n": "\\n", "\t": "\\t", "\r": "\\r"}


def scalar(value: str | int | Decimal | None) -> str:
    """A value as it stands after `key: `; null is nothing at all."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if not isinstance(value, str):
        return str(value)
    if _is_plain(value):
        return value
    return '"' + _ESCAPED.sub(lambda match: _SHORT.get(match[0]) or f"\\u{ord(match[0]):04x}", value) + '"'


def mapping(data: Mapping[str, Data], indent: str = "") -> Iterator[str]:
    """The lines of a mapping, its keys in the order they have."""
    for key, value in data.items():
        yield from _entry(f"{indent}{scalar(key)}:", value, f"{indent}  ")


def _entry(head: str, value: Data, indent: str) -> Iterator[str]:
    """`head` and a value: on one line, or under it."""
    match value:
        case Mapping() if value:
            yield head
            yield from mapping(value, indent)
        case str() | int() | Decimal() | None:
            yield f"{head} {scalar(value)}".rstrip()
        case Sequence() if value:
            yield head
            yield from _sequence(value, indent)
        case _:
            yield f"{head} {'{}' if isinstance(value, Mapping) else '[]'}"


def _sequence(data: Sequence[Data], indent: str) -> Iterator[str]:
    for value in data:
        if isinstance(value, Mapping) and value:
            first, *rest = mapping(value)
            yield f"{indent}- {first}"
            yield from (f"{indent}  {line}" for line in rest)
        else:
            yield from _entry(f"{indent}-", value, f"{indent}  ")


def _is_plain(text: str) -> bool:
    """Whether a text means itself without quotes."""
    if not text or text != text.strip() or text[0] in _INDICATORS or text[-1] == ":":
        return False
    if ": " in text or " #" in text or _ESCAPED.search(text.replace('"', "").replace("\\", "")):
        return False
    try:
        return plain(text) == text
    except OutOfRange:
        return False
