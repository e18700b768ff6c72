"""Text → Deadline: by when something is to be done, how sure that is, and why, in words for a clerk."""

import re
from collections.abc import Mapping
from dataclasses import replace
from datetime import date

from xunbiao.wording.dates import FROM_EVENT, is_term, places
from xunbiao.wording.dictionary import words
from xunbiao.wording.moments import Place
from xunbiao.wording.normalised import Normalised, normalise
from xunbiao.wording.reading import Deadline, DeadlineState
from xunbiao.wording.resolution import Window, first_day, resolve

# What stands for a date and is none. The longest that fits is quoted back to the clerk.
NOT_A_DATE = words("""
    立行立改 即知即改 立查立改 边查边改 边学边改 立即整改 立即 马上 即刻 长期坚持 长期 持续推进 持续用力
    持续 常态化 经常性 坚持不懈 常抓不懈 久久为功 尽快 尽早 早日 抓紧 适时 及时 按时 按上级要求 按要求
    按规定 按照规定 按计划 按进度 按节点 待定 待通知 另行通知 视情况 视情 根据实际 全年 全程 同步推进 同步
    随时 日常 平时 近期 近日 下一步 稳步推进 逐步 分步 分期 分阶段 贯穿始终 贯穿全年 永远 一直 无限期 不限
    同上 同前 见附件 左右
""")
_TEMPLATE = re.compile(
    r"(?<![今明后本来次翌])(?P<year>[0-9]{2,4}|[〇零一二三四五六七八九]{2,4})?[_×xX*/.]{0,8}年(?:(?P<month>[0-9]{1,2})|[_×xX*/.]{0,8})月(?:(?P<day>[0-9]{1,2})|[_×xX*/.]{0,8})日"
)
_APPROXIMATE = re.compile("左右|上下|前后|[一二两三四五半0-9]年多")
# What may stand beside a span of days that is a deadline, and not the length of a procedure.
_BESIDE_SPAN = re.compile(
    "[，。；、！\n()]|于|在|力争|确保|争取|计划|预计|全部|基本|完成|办结|落实|到位|整改|达标|实现|时限|期限|完毕|前|限|:|：|自?[印下]发之日起"
)


def deadline(text: str, *, today: date, window: Window | None = None) -> Deadline:
    """The one day by which a text says something is to be done; a range's last day. Never raises.

    `window` is the campaign's first and last day, out of which a missing year is taken; without it the day next comes
    round after `today`. Of several dates the last that is marked as a deadline (前 底 末 内) counts, else the last
    that does not look back.
    """
    return deadline_in(normalise(text), today=today, window=window)


def deadlines(text: str, *, today: date, window: Window | None = None) -> tuple[Deadline, ...]:
    """Every place in a text that speaks of a day or period, in order, those that look back included. Never raises."""
    normal = normalise(text)
    return tuple(_read(normal, place, today, window) for place in places(normal.text))


def deadline_in(normal: Normalised, *, today: date, window: Window | None = None) -> Deadline:
    text = normal.text
    blank = _template(normal)
    if blank is not None:
        return blank
    found = [place for place in places(text) if not place.recurring]
    chosen = _chosen(text, found)
    if chosen is None:
        return _none(normal)
    return _read(normal, _following(chosen, found), today, window)


def _following(place: Place, found: list[Place]) -> Place:
    """A later stage with the year of the one before: 2020年3月底前试点，12月底前推开."""
    if (place.last.has_year and not place.last.from_mention) or place.first is not None or place.last.period == "span":
        return place
    before = [other.last for other in found if other.start < place.start and other.last.has_year and not other.compared]
    return replace(place, after=before[-1]) if before else place


def _chosen(text: str, found: list[Place]) -> Place | None:
    """The place that is the deadline of the text."""
    usable = [place for place in found if not place.compared and _may_be_due(text, place)]
    marked = [place for place in usable if _marked(place)]
    if marked:
        return marked[-1]
    return usable[-1] if usable else None


def _marked(place: Place) -> bool:
    return place.before or place.within or place.aimed or place.last.edge == "end" or place.last.period == "span"


def _may_be_due(text: str, place: Place) -> bool:
    """A bare year needs 到 before it or the text to itself (2020年惠及企业2000户), and so does a span of days."""
    point = place.last
    if point.period == "span":
        return _stands_alone(text, place) or is_term(text, place)
    if point.period == "year" and point.edge is None and place.first is None and not point.masked:
        return place.before or place.within or place.aimed or _stands_alone(text, place)
    return True


def _stands_alone(text: str, place: Place) -> bool:
    lead = text[max(0, place.start - 20) : place.start]
    if len(text) - (place.end - place.start) > 20 or FROM_EVENT.search(lead):
        return False
    return not _BESIDE_SPAN.sub("", text[: place.start] + text[place.end :])


def _read(normal: Normalised, place: Place, today: date, window: Window | None) -> Deadline:
    resolved = resolve(place, today, window)
    start, end = normal.origin(place.start, place.end)
    state: DeadlineState = "none" if resolved.standing == "uncountable" else resolved.standing
    if resolved.day is None:
        return Deadline(None, None, state, start, end, *_WHY[resolved.standing])
    zh, en = _WHY[resolved.standing]
    if place.before and place.last.edge is None and place.last.period in ("month", "quarter", "year"):
        zh, en = _WHY["before a period"]
    day = resolved.day
    return Deadline(day, first_day(place, today, day), state, start, end, zh.format(day), en.format(day))


def _template(normal: Normalised) -> Deadline | None:
    """The form's 年 月 日 with parts left empty, unless there is nothing at all."""
    if not normal.text.strip(" \n。，、.-/无"):
        return Deadline(None, None, "blank", 0, 0, *_WHY["empty"])
    for match in _TEMPLATE.finditer(normal.text):
        parts = match.group("year", "month", "day")
        if all(parts):
            continue
        start, end = normal.origin(*match.span())
        filled = (parts[0] is not None and len(parts[0]) == 4) or any(parts[1:])
        return Deadline(
            None, None, "incomplete" if filled else "blank", start, end, *_WHY["part left" if filled else "template"]
        )
    return None


def _none(normal: Normalised) -> Deadline:
    text = normal.text
    words = [word for word in NOT_A_DATE if word in text]
    if _APPROXIMATE.search(text):
        words.append(_APPROXIMATE.search(text).group())  # type: ignore[union-attr]
    if words:
        word = max(words, key=len)
        start, end = normal.origin(text.index(word), text.index(word) + len(word))
        zh, en = _WHY["not a date"]
        return Deadline(None, None, "none", start, end, zh.format(word), en.format(word))
    return Deadline(None, None, "none", 0, 0, *_WHY["nothing"])


_WHY: Mapping[str, tuple[str, str]] = {
    "date": ("写明了日期：{}。", "A whole date is given: {}."),
    "inferred": (
        "文中没有写全，按上下文推算为{}，请写成“某年某月某日前”。",
        "Not written in full; taken to be {}. Write year, month and day.",
    ),
    "before a period": (
        "“前”从期初算，推算为{}；如果包括这一期，请写“底前”。",
        "前 is counted from the period's beginning, so {}; if the period is included, write 底前.",
    ),
    "impossible": ("没有这一天，请核对月份和日期。", "There is no such day; check month and day."),
    "incomplete": ("日期不全，算不出是哪一天。", "The date is incomplete; the day cannot be worked out."),
    "uncountable": (
        "只写了工作日数，要有起算日和节假日表才能算出日期，请写明日期。",
        "Only a number of working days is given; name the day itself.",
    ),
    "empty": ("没有填写时限。", "No deadline is filled in."),
    "template": ("表上的“年 月 日”没有填写。", "The form's 年 月 日 is left as it was."),
    "part left": ("“年 月 日”没有填全。", "年 月 日 is filled in only in part."),
    "not a date": ("“{}”不是期限，看不出哪一天完成。", "“{}” is no deadline: it names no day."),
    "nothing": ("没有写明日期。", "No date is given."),
}
