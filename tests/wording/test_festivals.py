"""The table of lunar festivals stands up to the moon."""

import math
from datetime import date, datetime, timedelta

import pytest

from xunbiao.wording.festivals import festival_day

YEARS = range(2018, 2036)


def new_moon_before(day: date) -> date:
    """The day (in China) of the last new moon up to a day, by Meeus's series, good to a few minutes."""
    for month in range(math.floor((day.year + day.timetuple().tm_yday / 365.25 - 2000) * 12.3685) + 1, 0, -1):
        moon = new_moon(month)
        if moon <= day:
            return moon
    raise AssertionError(day)


def new_moon(month: int) -> date:
    century = month / 1236.85
    days = 2451550.09766 + 29.530588861 * month + 0.00015437 * century**2
    sun, moon, node = (
        math.radians(start + step * month)
        for start, step in ((2.5534, 29.10535670), (201.5643, 385.81693528), (160.7108, 390.67050284))
    )
    days += -0.40720 * math.sin(moon) + 0.17241 * math.sin(sun) + 0.01608 * math.sin(2 * moon)
    days += 0.01039 * math.sin(2 * node) + 0.00739 * math.sin(moon - sun) - 0.00514 * math.sin(moon + sun)
    days += 0.00208 * math.sin(2 * sun) - 0.00111 * math.sin(moon - 2 * node) - 0.00057 * math.sin(moon + 2 * node)
    terrestrial = datetime(2000, 1, 1, 12) + timedelta(days=days - 2451545.0)
    return (terrestrial - timedelta(seconds=70) + timedelta(hours=8)).date()


@pytest.mark.parametrize("year", YEARS)
@pytest.mark.parametrize(("festival", "day_of_month"), [("春", 1), ("元宵", 15), ("端午", 5), ("中秋", 15)])
def test_lunar_day(festival: str, day_of_month: int, year: int) -> None:
    """春节 is the first day of a lunar month, 端午 the fifth, 元宵 and 中秋 the fifteenth."""
    day = festival_day(festival, year)
    assert day is not None
    assert day - new_moon_before(day) == timedelta(days=day_of_month - 1)


@pytest.mark.parametrize("year", YEARS)
def test_season(year: int) -> None:
    """The lunar festivals fall into their season, and 清明 on 4 or 5 April."""
    spring, boat, autumn, tomb = (festival_day(name, year) for name in ("春", "端午", "中秋", "清明"))
    assert date(year, 1, 21) <= (spring or date.min) <= date(year, 2, 20)
    assert date(year, 5, 27) <= (boat or date.min) <= date(year, 6, 25)
    assert date(year, 9, 7) <= (autumn or date.min) <= date(year, 10, 8)
    assert tomb in (date(year, 4, 4), date(year, 4, 5))


def test_fixed_and_unknown() -> None:
    """国庆 is the first of October in any year; outside the table and for no festival there is no day."""
    assert festival_day("国庆", 1999) == date(1999, 10, 1)
    assert festival_day("春", 2017) is None
    assert festival_day("春", 2036) is None
    assert festival_day("火把", 2020) is None
