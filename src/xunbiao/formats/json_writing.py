"""plain data → JSON text: UTF-8, exact decimals, nothing unseen in it."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from decimal import Decimal
from functools import lru_cache
from io import StringIO
from types import NoneType
from typing import Any

from xunbiao.formats.escaping import json_string

# As many digits as a double can tell apart; a share of 28 digits helps no reader.
_DIGITS = 17
# Beyond the range of a double a JSON reader would see infinity.
_LARGEST_EXPONENT = 300
_SCALARS = (int, Decimal, date, NoneType, float)
# A document's lists of records lie this deep at most; a record is small.
_OUTER = 3


def json_document(data: Mapping[str, Any] | Sequence[Any]) -> str:
    """Data as indented JSON with a newline at the end.

    Takes mappings with text keys, sequences, texts, booleans, None, ints, Decimals, floats, dates (written as ISO
    texts). Raises ValueError on NaN and infinity, TypeError on anything else: a result that holds such is a defect.
    """
    text = StringIO()
    _put(data, "\n", text.write, _OUTER)
    text.write("\n")
    return text.getvalue()


def _put(data: Any, newline: str, put: Callable[[str], object], outer: int) -> None:
    """Writes the outer containers piece by piece: to join all of them level by level would hold a large text four times
    over."""
    if isinstance(data, str | bytes) or not data or not outer or not isinstance(data, Mapping | Sequence):
        put(_written(data, newline))
        return
    is_mapping = isinstance(data, Mapping)
    opening, closing = "{}" if is_mapping else "[]"
    entries = ((f"{_key(key)}: ", data[key]) for key in data) if is_mapping else (("", each) for each in data)
    for label, value in entries:
        put(f"{opening}{newline}  {label}")
        _put(value, newline + "  ", put, outer - 1)
        opening = ","
    put(newline + closing)


def json_line(data: Mapping[str, Any] | Sequence[Any]) -> str:
    """The same on a single line: for output of one object a line."""
    return _written(data, None) + "\n"


def _written(data: Any, newline: str | None) -> str:
    """`newline` is what a line of this depth begins with, None for all on one line. What is frequent is asked first."""
    if isinstance(data, str):
        return json_string(data)
    if isinstance(data, _SCALARS):
        return _scalar(data)
    inner = None if newline is None else newline + "  "
    if isinstance(data, Mapping):
        entries = [f"{_key(key)}: {_written(value, inner)}" for key, value in data.items()]
        return _container("{", entries, "}", newline)
    if isinstance(data, Sequence) and not isinstance(data, bytes):
        return _container("[", [_written(value, inner) for value in data], "]", newline)
    raise TypeError(f"{type(data).__name__} has no JSON form")


def _container(opening: str, entries: Sequence[str], closing: str, newline: str | None) -> str:
    if not entries:
        return opening + closing
    if newline is None:
        return opening + ", ".join(entries) + closing
    return f"{opening}{newline}  " + f",{newline}  ".join(entries) + newline + closing


@lru_cache(maxsize=1024)
def _key(key: object) -> str:
    """A label as it is written; most records have the same few."""
    if isinstance(key, str):
        return json_string(key)
    raise TypeError(f"JSON keys are texts, not {type(key).__name__}")


def _scalar(value: int | Decimal | date | float | None) -> str:
    match value:
        case None | True | False:
            return {None: "null", True: "true", False: "false"}[value]
        case int():
            return _number(Decimal(value)) if abs(value) >= 10**_LARGEST_EXPONENT else str(int(value))
        case float() | Decimal():
            return _number(Decimal(repr(value)) if isinstance(value, float) else value)
        case date():
            return f'"{value.isoformat()}"'


def _number(amount: Decimal) -> str:
    """A number in plain digits; as a text where no JSON reader could hold it."""
    if not amount.is_finite():
        raise ValueError("NaN and infinity have no JSON form")
    if abs(amount.adjusted()) > _LARGEST_EXPONENT:
        return f'"{amount}"'
    digits = format(_rounded(amount), "f")
    digits = digits.rstrip("0").rstrip(".") if "." in digits else digits
    return "0" if digits == "-0" else digits


def _rounded(amount: Decimal) -> Decimal:
    return amount if len(amount.as_tuple().digits) <= _DIGITS else Decimal(f"{amount:.{_DIGITS - 1}e}")
