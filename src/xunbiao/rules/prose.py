"""Text of an item → what it says, for all the rules that ask."""

import re
from functools import lru_cache

from xunbiao import wording
from xunbiao.model.diagnostic import Path
from xunbiao.wording.reading import Evidence

MATTER: frozenset[Evidence] = frozenset({"object", "number", "deliverable"})
"""What a text must have of, to speak of a definite matter."""

_KEPT = 1024  # fields for a person whose verdict is kept: many repeat, and more than one rule asks
_LETTER = re.compile(r"\w")
_SOME_LENGTH = 16
_ASIDE = re.compile("[（(][^（）()]*[）)]")
_NAME = re.compile(
    "[\u4e00-\u9fff·]{1,3}[^\\W\\d科室处局办组委部所队站股厅院校会司门员长人志位导体定心层级线口面方工者们他她任责班确]"
)


def texts_with(mark: str, data: object, path: Path = ()) -> list[tuple[Path, str]]:
    """The texts of a document in which a mark stands, each with the way to it."""
    found: list[tuple[Path, str]] = []
    entries = data.items() if type(data) is dict else enumerate(data) if type(data) is list else ()
    for key, value in entries:
        kind = type(value)
        if kind is str:
            if mark in value:
                found.append(((*path, key), value))
        elif kind is dict or kind is list:
            found += texts_with(mark, value, (*path, key))
    return found


def says_matter(text: str, tolerance: int = 0) -> bool:
    """Whether a text speaks of a definite matter. No list of words knows every matter an office deals with: a text of
    some length is taken to speak of one, unless more than `tolerance` percent of it are empty words."""
    if wording.shows(text, MATTER):
        return True
    length = len(_LETTER.findall(text))
    if length < _SOME_LENGTH:
        return False
    empty = sum(each.end - each.start for each in wording.vague(text))
    return 100 * empty <= tolerance * length


def evidence(text: str) -> frozenset[Evidence]:
    """What makes a text concrete: object, number, deliverable, date, person."""
    return wording.concreteness(text)


@lru_cache(maxsize=_KEPT)
def names_somebody(text: str) -> bool:
    """Whether a field for a person names one. A short name that no list of surnames knows is given the benefit of the
    doubt, unless it ends as an office or a manner of speaking does."""
    return wording.is_person(text) or _NAME.fullmatch(_ASIDE.sub("", text).strip()) is not None


def empty_words(text: str) -> str:
    """The words of a text that only sound like something, quoted, each once: “进一步”“大幅”."""
    return "".join(f"“{word}”" for word in dict.fromkeys(each.word for each in wording.vague(text)))
