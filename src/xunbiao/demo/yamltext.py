"""Plain data → YAML text in block style: quotes only where YAML 1.2 core would otherwise read something else."""

import re
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from typing import TypeAlias

Data: TypeAlias = "str | int | Decimal | Mapping[str, Data] | Sequence[Data] | None"

_NOT_TEXT = re.compile(
    r"~|null|Null|NULL|true|True|TRUE|false|False|FALSE"
    r"|[-+]?[0-9]+|0o[0-7]+|0x[0-9a-fA-F]+"
    r"|[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?"
    r"|[-+]?\.(inf|Inf|INF)|\.(nan|NaN|NAN)"
)
_INDICATORS = frozenset("-?:,[]{}#&*!|>'\"%@`")


def document(data: Mapping[str, Data], *comments: str) -> bytes:
    """A whole file in UTF-8: comment lines, then the keys in the order they have."""
    head = "".join(f"# {comment}\n" for comment in comments)
    return (head + "".join(f"{line}\n" for line in _mapping(data, ""))).encode()


def _mapping(data: Mapping[str, Data], indent: str) -> Iterator[str]:
    for key, value in data.items():
        yield from _entry(f"{indent}{_scalar(key)}:", value, f"{indent}  ")


def _entry(head: str, value: Data, indent: str) -> Iterator[str]:
    """`head` and a value: on one line, or under it."""
    match value:
        case Mapping() if value:
            yield head
            yield from _mapping(value, indent)
        case str() | int() | Decimal():
            yield f"{head} {_scalar(value)}"
        case None:
            yield head
        case Sequence() if value:
            yield head
            yield from _sequence(value, indent)
        case Mapping():
            yield f"{head} {{}}"
        case _:
            yield f"{head} []"


def _sequence(data: Sequence[Data], indent: str) -> Iterator[str]:
    for value in data:
        if isinstance(value, Mapping) and value:
            first, *rest = _mapping(value, "")
            yield f"{indent}- {first}"
            yield from (f"{indent}  {line}" for line in rest)
        else:
            yield from _entry(f"{indent}-", value, f"{indent}  ")


def _scalar(value: str | int | Decimal) -> str:
    if not isinstance(value, str):
        return str(value)
    if not _needs_quotes(value):
        return value
    return '"' + value.replace("\\", "\\\\").replace('"', '\\"') + '"'


def _needs_quotes(text: str) -> bool:
    return (
        text != text.strip()
        or not text
        or text[0] in _INDICATORS
        or text[-1] == ":"
        or ": " in text
        or " #" in text
        or _NOT_TEXT.fullmatch(text) is not None
    )
