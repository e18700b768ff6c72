"""Text → Persons: people by name (赵明远), by masked name (张某, 李×) or by post (王局长), and their section.

Any two characters may be a name, so one is found by what stands beside it: a mask, a post, a section (注册科 赵明远),
brackets (张某（注册科）), 由…负责, 责任人：, or nothing else in the text at all.
"""

import re
from collections.abc import Mapping
from typing import NamedTuple

from xunbiao.wording.normalised import Normalised, normalise
from xunbiao.wording.reading import Person
from xunbiao.wording.words.names import (
    COMPOUND,
    DOUBTFUL,
    NEVER_IN_NAMES,
    NOT_NAMES,
    SECTIONS,
    SELDOM_IN_NAMES,
    SINGLE,
    TITLES,
)

_HAN = "\u4e00-\u9fff"
_SURNAME = f"(?:{'|'.join(sorted(COMPOUND))}|[{''.join(sorted(SINGLE))}])"
_BEGINNING = re.compile(_SURNAME)
_TITLE = "|".join(sorted(TITLES, key=len, reverse=True))
_MASKED = re.compile(f"{_SURNAME}(?:某某?|[×xX*]{{1,2}}|〇{{1,2}})(?![日月年地时处项种些个类事方企单物a-zA-Z])")
_POSTED = re.compile(f"(?P<name>{_SURNAME}[{_HAN}]{{0,2}}?)(?P<title>{_TITLE})")
_MINORITY = re.compile(f"(?<![{_HAN}])[{_HAN}]{{2,6}}·[{_HAN}]{{2,6}}")
_ASKED = (
    "由",
    "责任人",
    "负责人",
    "联系人",
    "牵头人",
    "承办人",
    "经办人",
    "主抓人",
    "责任领导",
    "分管领导",
    "牵头领导",
    "主管领导",
    "包联领导",
    "督办人",
    "联络员",
    "首席代表",
    "组长",
    "专员",
)
_COLON = (":", "：", "为", "是", "(", "（")
_DOES = "(?:同志)?(?:具体|主要|全程)?(?:负责|牵头|主抓|承办|经办|督办|包联|抓落实|为责任人|任组长|任副组长)"
_ALSO = f"(?:[、，和]{_SURNAME}[{_HAN}]{{1,2}}){{0,4}}"
_ACTS = re.compile(f"{_ALSO}{_DOES}")
_ENDS = re.compile("$|[、，,)；;。：:\n/]")
_IN_BRACKETS = re.compile(rf"\((?P<section>[{_HAN}]{{1,12}}?(?:{'|'.join(SECTIONS)}))\)")
_FIELD_PART = re.compile(
    f"(?:[{_HAN}]{{0,16}}?(?:{'|'.join(SECTIONS)}|{_TITLE}))?[：:]?(?P<name>{_SURNAME}[{_HAN}]{{1,2}})"
    f"(?:{_TITLE})?(?:\\([^()]{{0,24}}\\))?[-0-9 ]*"
)
_PARTED = re.compile("[、，,；;/\n]|和|及")
_SECTION_NAME = re.compile(f"[{_HAN}]{{1,14}}$")
_OFFICES = SECTIONS + TITLES
_LONGEST_FIELD = 48


class _Span(NamedTuple):
    start: int
    end: int
    section: str | None


def persons(text: str) -> tuple[Person, ...]:
    """The people a text names, in order. Never raises; linear.

    >>> [(person.name, person.section) for person in persons("公开办事指南（注册科 赵明远）")]
    [('赵明远', '注册科')]
    """
    return persons_in(normalise(text))


def is_person(text: str) -> bool:
    """Whether a field 责任人 names at least one person, and not only an office, 专人 or 各科室. Never raises."""
    return bool(persons(text))


def persons_in(normal: Normalised) -> tuple[Person, ...]:
    text = normal.text
    found: list[_Span] = [_Span(*match.span(), None) for match in _MINORITY.finditer(text)] if "·" in text else []
    whole = _whole_field(normal)
    at = 0
    while head := _BEGINNING.search(text, at):
        previous = found[-1].end if found else -1
        span = _name_at(normal, head.start(), previous, whole)
        at = head.start() + 1 if span is None else span.end
        if span is not None:
            found.append(span)
    return tuple(
        Person(text[span.start : span.end], *normal.origin(span.start, span.end), span.section)
        for span in sorted(found)
    )


def _name_at(normal: Normalised, at: int, previous: int, whole: Mapping[int, int]) -> _Span | None:
    """The name that begins at a surname, or None.

    `previous` is where the last name ended, `whole` where the names of a field begin and end that holds nothing else.
    """
    text = normal.text
    masked = _MASKED.match(text, at)
    if masked:
        return _Span(at, masked.end(), _section(text, at, masked.end()))
    section = text.endswith(_OFFICES, 0, at)
    begins = section or at in whole or _begins(text, at) or _goes_on(text, at, previous)
    if not begins:
        return None
    posted = _POSTED.match(text, at)
    if posted and posted["name"] not in NOT_NAMES and (len(posted["name"]) > 1 or posted["title"] != "同志"):
        end = posted.end() if len(posted["name"]) == 1 else posted.end("name")
        return _Span(at, end, _section(text, at, end))
    if at in whole:
        return _Span(at, whole[at], _section(text, at, whole[at]))
    for end in _ends(text, at):
        if _stands(normal, at, end, previous, section=section):
            return _Span(at, end, _section(text, at, end))
    return None


def _begins(text: str, at: int) -> bool:
    """Whether a name may begin here: at the start, after punctuation, or after a word that asks for one."""
    return at == 0 or text[at - 1] in "，。；、：:(\n ,;/" or text.endswith(_ASKED, 0, at) or (text[at - 1] in _COLON)


def _goes_on(text: str, at: int, previous: int) -> bool:
    return previous >= 0 and text[previous:at] in ("、", "，", "和", "及", "与", "/", " ", ",")


def _ends(text: str, at: int) -> list[int]:
    """Where a name from `at` may end: two characters after its surname or one."""
    surname = 2 if text[at : at + 2] in COMPOUND else 1
    ends = [at + surname + given for given in (2, 1)]
    return [end for end in ends if end <= len(text) and _may_be_name(text[at:end])]


def _may_be_name(name: str) -> bool:
    if name in NOT_NAMES or name[:2] in NOT_NAMES or not NEVER_IN_NAMES.isdisjoint(name[1:]):
        return False
    if name[0] in DOUBTFUL and not SELDOM_IN_NAMES.isdisjoint(name[1:]):
        return False
    return all("\u4e00" <= character <= "\u9fff" for character in name)


def _stands(normal: Normalised, at: int, end: int, previous: int, *, section: bool) -> bool:
    """Whether what is beside a possible name makes it one."""
    text = normal.text
    if _ACTS.match(text, end) or _IN_BRACKETS.match(text, end):
        return True
    if not (_ENDS.match(text, end) or normal.spaced(end)):
        return False
    return (
        _is_asked(text, at)
        or _goes_on(text, at, previous)
        or (section and (normal.spaced(at) or _in_brackets(text, at)))
    )


def _is_asked(text: str, at: int) -> bool:
    """责任人：张三, 由张三."""
    after = at - 1 if at and text[at - 1] in _COLON else at
    return text.endswith(_ASKED, 0, after)


def _in_brackets(text: str, at: int) -> bool:
    """Whether a section and a name stand between brackets, as in （注册科 赵明远）."""
    lead = text[max(0, at - 20) : at]
    return "(" in lead and ")" not in lead[lead.rindex("(") :]


def _section(text: str, at: int, end: int) -> str | None:
    after = _IN_BRACKETS.match(text, end)
    if after:
        return after["section"]
    if not text.endswith(SECTIONS, 0, at):
        return None
    name = _SECTION_NAME.search(text[max(0, at - 14) : at])
    return name.group().removeprefix("由") if name else None


def _whole_field(normal: Normalised) -> Mapping[int, int]:
    """Where names begin and end in a text of nothing but names, sections and posts, as in the field 责任人."""
    text = normal.text
    if len(text) > _LONGEST_FIELD:
        return {}
    found: dict[int, int] = {}
    at = 0
    for part in (*_PARTED.finditer(text), None):
        end = part.start() if part else len(text)
        names = _names_of(normal, at, end)
        if names is None:
            return {}
        found |= names
        at = part.end() if part else end
    return found


def _names_of(normal: Normalised, start: int, end: int) -> dict[int, int] | None:
    """Where names begin and end in one part of a field; None where it holds anything else.

    Blanks part names (李华 王芳) and stand inside one (王 芳).
    """
    text = normal.text
    match = _FIELD_PART.fullmatch(text, start, end)
    if match and _may_be_name(match["name"]):
        return {match.start("name"): match.end("name")}
    if start == end or _MASKED.match(text, start) or text.endswith(_OFFICES, start, end):
        return {}
    blank = next((at for at in range(start + 2, end - 1) if normal.spaced(at)), None)
    if blank is None:
        return None
    first, rest = _names_of(normal, start, blank), _names_of(normal, blank, end)
    return None if first is None or rest is None else first | rest
