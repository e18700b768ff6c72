"""Text → Vague words, what is concrete in it, and whether it is vague as a whole, with the reason."""

import re
from collections.abc import Callable, Collection, Iterable, Mapping

from xunbiao.wording.dates import is_term, places
from xunbiao.wording.dictionary import dictionary
from xunbiao.wording.figures import quantities
from xunbiao.wording.moments import Place
from xunbiao.wording.names import persons_in
from xunbiao.wording.normalised import Normalised, normalise
from xunbiao.wording.numerals import FIRST_CHARACTERS
from xunbiao.wording.reading import Emptiness, Evidence, Vague
from xunbiao.wording.words.names import SECTIONS
from xunbiao.wording.words.vague import ACTING, DELIVERABLES, MAKING, THINGS, VAGUE_WORDS

_VAGUE = dictionary(VAGUE_WORDS)
_MADE = dictionary(dict.fromkeys(MAKING, "make") | dict.fromkeys(DELIVERABLES, "made"))
_DONE = dictionary(dict.fromkeys(ACTING, "act") | dict.fromkeys(THINGS, "thing"))
_NUMERALS = tuple(FIRST_CHARACTERS)  # 300多项 is a figure, 多项 is none
# 建立健全制度, 完善方案: making that makes nothing new.
_NOTHING_NEW = re.compile("健全|各项|各类|进一步|不断")
_PLAIN_NUMBER = re.compile(r"(?<![A-Za-z第前0-9.月年])[0-9]{1,4}(?:个工作日|个百分点|个环节|件|%|万元)(?![0-9A-Za-z])")
_CLAUSES = re.compile("[，。；！？\n]")
_SECTION_ACTS = re.compile(f"(?<![各相有])[\u4e00-\u9fff](?:{'|'.join(SECTIONS)})(?:具体)?(?:负责|牵头|承办|主办)")
_CLEAR = {
    "object": ("具体事项", "a definite act on a definite thing"),
    "number": ("数字", "a figure"),
    "deliverable": ("成果", "something that will be there afterwards"),
    "date": ("日期", "a date"),
    "person": ("责任人", "a person"),
}


def vague(text: str) -> tuple[Vague, ...]:
    """The words of a text that say nothing that can be checked, in order. Never raises; linear."""
    return vague_in(normalise(text))


def vague_in(normal: Normalised) -> tuple[Vague, ...]:
    """The same of a text already normalised."""
    text = normal.text
    return tuple(
        Vague(text[start:end], *normal.origin(start, end), kind)
        for start, end, kind in _VAGUE.scan(text)
        if not (text[start] == "多" and text[start - 1 : start] in _NUMERALS)
    )


def concreteness(text: str) -> frozenset[Evidence]:
    """What makes a text concrete: `object` (an act on a definite thing), `number`, `deliverable`, `date`, `person`.

    A section that acts counts as a person. A measure is concrete with at least two of them. Never raises; linear.
    """
    return concreteness_in(normalise(text))


def shows(text: str, kinds: Collection[Evidence]) -> bool:
    """Whether a text is concrete in any of these ways; read no further than to the first. Never raises; linear."""
    normal = normalise(text)
    return any(sign(normal) for kind, sign in _SIGNS.items() if kind in kinds)


def concreteness_in(normal: Normalised) -> frozenset[Evidence]:
    return frozenset(kind for kind, sign in _SIGNS.items() if sign(normal))


def _has_object(normal: Normalised) -> bool:
    return any(_has_both(_DONE.scan(clause)) for clause in _CLAUSES.split(normal.text))


def _has_deliverable(normal: Normalised) -> bool:
    clauses = _CLAUSES.split(normal.text)
    return any(not _NOTHING_NEW.search(clause) and _has_both(_MADE.scan(clause)) for clause in clauses)


def _has_person(normal: Normalised) -> bool:
    return bool(persons_in(normal)) or _SECTION_ACTS.search(normal.text) is not None


def _has_date(normal: Normalised) -> bool:
    return any(_is_date(normal.text, place) for place in places(normal.text))


def _has_number(normal: Normalised) -> bool:
    return _has_plain_number(normal.text) or bool(quantities(normal.typed))


def _has_plain_number(text: str) -> bool:
    """Whether a figure stands with a unit that makes it a quantity in any sentence; titles and schemes are left out."""
    return "《" not in text and "+" not in text and _PLAIN_NUMBER.search(text) is not None


# What is quick to see comes first.
_SIGNS: Mapping[Evidence, Callable[[Normalised], bool]] = {
    "object": _has_object,
    "deliverable": _has_deliverable,
    "person": _has_person,
    "date": _has_date,
    "number": _has_number,
}


def _is_date(text: str, place: Place) -> bool:
    """Whether a place says by when; 3个工作日内 says how long."""
    if place.compared or place.recurring:
        return False
    return place.last.period != "span" or is_term(text, place)


def _has_both(words: Iterable[tuple[int, int, str]]) -> bool:
    """Whether a clause has both a verb and its thing; it is scanned no further than to the second of them."""
    first = ""
    for _, _, kind in words:
        if first and kind != first:
            return True
        first = kind
    return False


def is_vague(text: str) -> Emptiness:
    """Whether a sentence has no figure, thing, result, date or person at all, and why. Never raises; linear.

    >>> bool(is_vague("进一步优化流程，大幅压缩时限"))
    True
    """
    normal = normalise(text)
    evidence = concreteness_in(normal)
    words = "、".join(dict.fromkeys(f"“{word.word}”" for word in vague_in(normal)))
    if evidence:
        named = sorted(evidence)
        zh, en = "、".join(_CLEAR[one][0] for one in named), ", ".join(_CLEAR[one][1] for one in named)
        return Emptiness(False, f"写明了{zh}。", f"It gives {en}.")
    zh = "没有数字、具体事项、成果、日期和责任人" + (f"，只有{words}。" if words else "。")
    en = "No figure, definite thing, result, date or person" + (f"; only {words}." if words else ".")
    return Emptiness(True, zh, en)
