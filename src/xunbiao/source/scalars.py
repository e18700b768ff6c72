"""plain scalar → null, truth value, number or text, by the core schema of YAML 1.2.2 (§10.3.2) and nothing beyond it.

Dates, `yes`, `on`, `1_000`, `0b1` and sexagesimals are texts, whatever YAML 1.1 made of them.
"""

import re
from decimal import Decimal

_WORDS = {
    "": None, "~": None, "null": None, "Null": None, "NULL": None,
    "true": True, "True": True, "TRUE": True, "false": False, "False": False, "FALSE": False,
}  # fmt: skip
_NUMBER_STARTS = frozenset("+-.0123456789")
MEANINGFUL_STARTS = frozenset({*_NUMBER_STARTS, *(word[0] for word in _WORDS if word)})
"""How a plain scalar begins that may be something else than the text it is."""

_INTEGER = re.compile(r"[-+]?[0-9]+")
_RADIX = re.compile(r"0o([0-7]+)|0x([0-9a-fA-F]+)")
_FLOAT = re.compile(r"[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?")
_NOT_FINITE = re.compile(r"[-+]?\.(?:inf|Inf|INF)|\.(?:nan|NaN|NAN)")

GREATEST = 2**53
_MOST_DIGITS = 40

Scalar = str | int | Decimal | bool | None


class OutOfRange(ValueError):  # noqa: N818  named for what is wrong, as OverflowError is
    """A number that other programs could not hold: not finite, beyond 2^53, or of very many digits."""


def plain(text: str) -> Scalar:
    """What a plain (unquoted) scalar means. Raises OutOfRange for a number nobody can mean."""
    if text in _WORDS:
        return _WORDS[text]
    if text[0] not in _NUMBER_STARTS:
        return text
    if _INTEGER.fullmatch(text):
        return _bounded(text, 10)
    if radix := _RADIX.fullmatch(text):
        return _bounded(radix[1], 8) if radix[1] else _bounded(radix[2], 16)
    if _FLOAT.fullmatch(text):
        return _decimal(text)
    if _NOT_FINITE.fullmatch(text):
        raise OutOfRange(text)
    return text


def _bounded(digits: str, base: int) -> int:
    if len(digits) > _MOST_DIGITS or abs(number := int(digits, base)) > GREATEST:
        raise OutOfRange(digits)
    return number


def _decimal(text: str) -> Decimal:
    # An exponent of five figures is refused before Decimal sees it, since Decimal itself would accept 1e999999.
    exponent = text.lower().partition("e")[2]
    if len(text) > _MOST_DIGITS or len(exponent) > 4 or abs(number := Decimal(text)) > GREATEST:
        raise OutOfRange(text)
    return number
