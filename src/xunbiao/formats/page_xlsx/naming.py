"""texts → names of worksheets: what spreadsheets allow, each one once."""

import re
from collections.abc import Iterable

from xunbiao.formats.escaping import visible

_MOST = 31
_REFUSED = re.compile(r"[\[\]:*?/\\]")
_ENDS = re.compile(r"^['\s]+|['\s]+$")
_TAKEN = "history"
"""A name that Excel keeps for itself."""


def sheet_names(wanted: Iterable[str]) -> list[str]:
    """At most 31 characters (as UTF-16 counts), none of []:*?/\\, no quote at an end, no two alike in any case."""
    names: list[str] = []
    taken = {_TAKEN}
    for text in wanted:
        name = _allowed(text)
        number = 1
        while name.casefold() in taken:
            number += 1
            mark = f" ({number})"
            name = _cut(_allowed(text), _MOST - len(mark)) + mark
        taken.add(name.casefold())
        names.append(name)
    return names


def _allowed(text: str) -> str:
    return _ENDS.sub("", _cut(_REFUSED.sub("_", visible(text)), _MOST)) or "_"


def _cut(text: str, most: int) -> str:
    return text.encode("utf-16-le")[: 2 * most].decode("utf-16-le", "ignore")
