"""text of an item → what it says, read once for all the rules that ask.

Several rules look at the same sentences; the readings are pure, so they are remembered for a while.
"""

import re
from functools import lru_cache

from xunbiao import wording
from xunbiao.wording.reading import Evidence, Quantity

MATTER: frozenset[Evidence] = frozenset({"object", "number", "deliverable"})
"""What a text must have of, to speak of a definite matter."""

_KEPT = 1024
_LETTER = re.compile(r"\w")
_SOME_LENGTH = 20


@lru_cache(maxsize=_KEPT)
def quantities(text: str) -> tuple[Quantity, ...]:
    """The figures of a text, in order."""
    return wording.quantities(text)


@lru_cache(maxsize=_KEPT)
def evidence(text: str) -> frozenset[Evidence]:
    """What makes a text concrete: object, number, deliverable, date, person."""
    return wording.concreteness(text)


def substance(text: str) -> frozenset[Evidence]:
    """What makes a text concrete. No list of words knows every matter an office deals with: a text of some length
    without a single empty word is taken to speak of a definite one."""
    found = evidence(text)
    if found & MATTER or len(_LETTER.findall(text)) < _SOME_LENGTH or wording.vague(text):
        return found
    return found | {"object"}


def empty_words(text: str) -> str:
    """The words of a text that only sound like something, quoted, each once: “进一步”“大幅”."""
    return "".join(f"“{word}”" for word in dict.fromkeys(each.word for each in wording.vague(text)))
