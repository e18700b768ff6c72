"""Normalised text → Places: where a text speaks of a day or a period, and how it is meant (前, 内, 每, 较 …)."""

import re
from collections.abc import Iterator
from dataclasses import replace

from xunbiao.wording.date_forms import FIRST_CHARACTERS, point_at
from xunbiao.wording.moments import Place, Point

_SIGNAL = re.compile(
    "[年月节]|季度|季末|[0-9][-./][0-9]|元旦|清明|端午|中秋|国庆|[五七八十]一|五”?(?:规划)?(?:期|时期)?[末底]|[0-9][日号]|[日天周期间]之?以?内|Q[1-4]|[0-9]{8}|岁末"
)
_DAY_AFTER_DAY = re.compile(r"(?P<day>[0-9]{1,2})[日号]")
_HEAD = re.compile(f"[{FIRST_CHARACTERS}]")
_JOIN = re.compile(r"[日号]?(?:-|~|起?至|到|/)")
_CLOCK = re.compile(
    r"(?:\([^()]{1,6}\))?(?:(?:上午|下午|晚上?)?[0-9]{1,2}(?:[时点：:][0-9]{0,2}分?)|下班|上班|假期|长假)?"
    r"(?:之前|以前|前(?!后)|底前|底|止)"
)
_WITHIN = re.compile("以?内|之内|期间")
_LOOKED_BACK = re.compile("[较比与同自从]$|[自从]$|已[于在]$|相比于?$|对比$|早在$")
_LOOKED_BACK_AFTER = re.compile(
    "以来|后(?!续)|起(?![草码至])|同期|相比|之后|以后|印发|下发|签发|批复|召开|会议|文件|修订版|年报"
)
_AIMED = re.compile("[到至于在]$|截止$|力争$|确保$")

_LONG = frozenset(("年", "月", "季度", "周", "星期"))
_PROCEDURE = re.compile(
    "[至到在过减短为]$|时限|时间|周期|期限|不超过|控制|压缩|平均|最长|有效期|每|原则上$|连续$|近$|过去$"
)
_PROCESSED = re.compile("办结|审结|答复|拨付|到账|出证|办理|审批|的|回复|兑付|退还|送达|达不到|未")
# Reckoned from an event, whose day nobody knows: 受理之日起20日内, 合同签订后30日内.
FROM_EVENT = re.compile("(?:之?日起|后|起|之后|以来)(?:的)?$")


def places(text: str) -> Iterator[Place]:
    """The places of a normalised text that speak of a day or period, from left to right, none overlapping another."""
    if not _SIGNAL.search(text):
        return
    at = 0
    for head in _HEAD.finditer(text):
        place = _place_at(text, head.start()) if head.start() >= at else None
        if place is not None:
            at = place.end
            yield place


def _place_at(text: str, at: int) -> Place | None:
    first = point_at(text, at)
    if first is None:
        return None
    point, begun, end = first
    joined = _JOIN.match(text, end)
    second = _second_point(text, point, joined.end()) if joined and point.period != "span" else None
    if second is not None:
        return _bounded(text, at, second[1], second[0], begun or point)
    return _bounded(text, at, end, point, begun)


def _second_point(text: str, first: Point, at: int) -> tuple[Point, int] | None:
    """The end of a range, which may leave out what its beginning said."""
    found = point_at(text, at)
    if found is not None and found[1] is None:
        return found[0], found[2]
    day = _DAY_AFTER_DAY.match(text, at) if first.day is not None else None
    if day is None:
        return None
    return replace(first, day=int(day["day"])), day.end()


def _bounded(text: str, start: int, end: int, last: Point, first: Point | None) -> Place:
    """The place with the words around it that say how it is meant."""
    clock = _CLOCK.match(text, end)
    within = _WITHIN.match(text, end) if not clock else None
    lead = text[max(0, start - 4) : start]
    recurring = "每" in lead[-3:]
    compared = bool((first is None and _LOOKED_BACK.search(lead)) or _LOOKED_BACK_AFTER.match(text, end))
    compared = compared or (lead.endswith("截至") and text[end : end + 1] not in ("", "。", "前"))
    before = bool(clock) and clock.group().endswith("前") if clock else False
    if clock:
        end = clock.end()
    elif within:
        end = within.end()
    return Place(last, first, start, end, before, within is not None, recurring, compared, bool(_AIMED.search(lead)))


def is_term(text: str, place: Place) -> bool:
    """Whether 三个月内 is the time to finish something, and not how long a procedure takes (缩短至三个月内)."""
    if place.last.unit not in _LONG:
        return False
    lead, rest = text[max(0, place.start - 8) : place.start], text[place.end : place.end + 4]
    return not (_PROCEDURE.search(lead) or _PROCESSED.match(rest) or FROM_EVENT.search(lead))
