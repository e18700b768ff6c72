"""Point, today → the day it means: last days of periods, the year where none is named, and days that do not exist."""

from calendar import monthrange
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Literal

from xunbiao.wording.festivals import festival_day
from xunbiao.wording.moments import Place, Point

Window = tuple[date, date]
Standing = Literal["date", "inferred", "impossible", "incomplete", "uncountable"]


@dataclass(frozen=True, slots=True)
class Resolved:
    """A day and how it was come by: `date` as written, `inferred` worked out; the other three have no day."""

    day: date | None
    standing: Standing


def resolve(place: Place, today: date, window: Window | None) -> Resolved:
    """The last day of a place, by which something is due."""
    point = place.last
    if point.period == "span":
        return _from_today(point, today)
    if point.masked or (point.period == "day" and point.month is None and point.months_on is None):
        return Resolved(None, "incomplete")
    if point.months_on is not None or point.quarters_on is not None:
        point = _counted_from(point, today)
    year, guessed = _year(place, point, today, window)
    day = last_day(point, year, before=place.before)
    if day is None:
        return Resolved(None, "incomplete" if point.period == "festival" else "impossible")
    return Resolved(day, "date" if _whole(place) and not guessed else "inferred")


def first_day(place: Place, today: date, last: date) -> date | None:
    """The first day of a range that ends on `last`; what its beginning left out is taken from its end."""
    point = place.first
    if point is None:
        return None
    if point.has_year:
        return _first(point, point.year if point.year is not None else today.year + (point.years_on or 0))
    started = _first(point, last.year)
    return started if started is None or started <= last else _first(point, last.year - 1)


def last_day(point: Point, year: int, *, before: bool) -> date | None:
    """The last day of a point in a year. 7月前 and 国庆节前 end the day before, 6月30日前 and 6月底前 on the day."""
    if point.period == "festival":
        day = festival_day(point.festival or "", year)
        return day - timedelta(days=1) if day and before else day
    if point.period == "day":
        return _day(year, point.month or 0, point.day or 0)
    if before and point.edge is None and point.period in ("month", "quarter", "year"):
        begun = _first(point, year)
        return begun - timedelta(days=1) if begun else None
    return _period_end(point, year)


def _year(place: Place, point: Point, today: date, window: Window | None) -> tuple[int, bool]:
    """The year of a point, and whether it had to be worked out."""
    if point.year is not None:
        return point.year, point is not place.last
    earlier = place.first if place.first is not None and place.first.has_year else place.after
    if earlier is not None and (point.years_on is None or point.from_mention):
        year = earlier.year if earlier.year is not None else today.year + (earlier.years_on or 0)
        guessed = earlier.year is None
        return (year + 1 if point.from_mention else _year_after(point, earlier, year)), guessed
    if point.years_on is not None:
        return today.year + point.years_on, True
    return _year_for(point, place, today, window), True


def _year_after(point: Point, first: Point, year: int) -> int:
    """The end of a range takes the year of its beginning, or the next one where it would lie before it (11月至2月)."""
    begun, ended = _first(first, year), last_day(point, year, before=False)
    return year + 1 if begun and ended and ended < begun else year


def _year_for(point: Point, place: Place, today: date, window: Window | None) -> int:
    """The year in which the day next comes round inside the campaign; without one, the next time at all."""
    around = range(today.year, today.year + 4) if window is None else range(window[0].year, window[1].year + 1)
    days = [(year, last_day(point, year, before=place.before)) for year in around]
    inside = [(year, day) for year, day in days if day and (window is None or window[0] <= day <= window[1])]
    ahead = [year for year, day in inside if day >= today]
    return ahead[0] if ahead else inside[-1][0] if inside else today.year


def _counted_from(point: Point, today: date) -> Point:
    """本月, 下季度: from today's."""
    if point.months_on is not None:
        months = today.month - 1 + point.months_on
        return replace(point, year=today.year + months // 12, month=months % 12 + 1)
    quarters = (today.month - 1) // 3 + (point.quarters_on or 0)
    return replace(point, year=today.year + quarters // 4, number=quarters % 4 + 1)


def _from_today(point: Point, today: date) -> Resolved:
    """三个月内 from today on; working days would need a table of holidays and moved weekends."""
    length = point.length or 0
    match point.unit:
        case "年" | "季度" | "月":
            months = length * {"年": 12, "季度": 3, "月": 1}[point.unit]
            whole = _months_on(today, int(months))
            return _reached(_days_on(whole, 15) if whole and months % 1 else whole)
        case "周" | "星期":
            return _reached(_days_on(today, int(length * 7)))
        case "天" | "日" | "自然日":
            return _reached(_days_on(today, int(length)))
    return Resolved(None, "uncountable")


def _reached(day: date | None) -> Resolved:
    return Resolved(day, "inferred" if day else "uncountable")


def _days_on(day: date, days: int) -> date | None:
    return day + timedelta(days=days) if days <= (date.max - day).days else None


def _months_on(day: date, months: int) -> date | None:
    """The same day so many months on, or the last of that month where it is shorter."""
    index = day.month - 1 + months
    year, month = day.year + index // 12, index % 12 + 1
    return _day(year, month, min(day.day, monthrange(year, month)[1])) if year <= date.max.year else None


def _whole(place: Place) -> bool:
    """Whether a day was named to the day; 底 and 末 name one."""
    point = place.last
    return point.period in ("day", "festival") or (point.edge == "end" and not place.within)


def _period_end(point: Point, year: int) -> date | None:
    match point.period:
        case "ten":
            day = 10 * (point.number or 1)
            return _month_end(year, point.month or 0) if day == 30 else _day(year, point.month or 0, day)
        case "month" if point.edge in ("start", "middle"):
            return _day(year, point.month or 0, 10 if point.edge == "start" else 15)
        case "month":
            return _month_end(year, point.month or 0)
        case "quarter":
            return _month_end(year, 3 * (point.number or 0))
        case "half":
            return _month_end(year, 6 * (point.number or 0))
    month, day = {"start": (1, 31), "middle": (6, 30)}.get(point.edge or "", (12, 31))
    return _day(year, month, day)


def _first(point: Point, year: int) -> date | None:
    """The first day of a point in a year."""
    match point.period:
        case "day":
            return _day(year, point.month or 0, point.day or 0)
        case "ten":
            return _day(year, point.month or 0, 10 * (point.number or 1) - 9)
        case "month":
            return _month_end(year, point.month or 0) if point.edge == "end" else _day(year, point.month or 0, 1)
        case "quarter":
            return _day(year, 3 * (point.number or 0) - 2, 1)
        case "half":
            return _day(year, 6 * (point.number or 0) - 5, 1)
        case "festival":
            return festival_day(point.festival or "", year)
    return _day(year, 12, 31) if point.edge == "end" else _day(year, 1, 1)


def _day(year: int, month: int, day: int) -> date | None:
    """A day that exists, or None."""
    exists = 1 <= year <= date.max.year and 1 <= month <= 12 and 1 <= day <= monthrange(year, month)[1]
    return date(year, month, day) if exists else None


def _month_end(year: int, month: int) -> date | None:
    exists = 1 <= year <= date.max.year and 1 <= month <= 12
    return date(year, month, monthrange(year, month)[1]) if exists else None
