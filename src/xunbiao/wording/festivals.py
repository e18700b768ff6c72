"""Festival, year → its day, since officials write 国庆节前 and 春节前.

The days of the lunar festivals and of 清明 are month and day by the Chinese calendar, 2018 to 2035; a test checks
that the lunar ones stand where they should after a new moon.
"""

from collections.abc import Mapping
from datetime import date, timedelta

from xunbiao.wording.dictionary import words

_FIXED: Mapping[str, tuple[int, int]] = {
    "元旦": (1, 1),
    "劳动": (5, 1),
    "五一": (5, 1),
    "七一": (7, 1),
    "建党": (7, 1),
    "八一": (8, 1),
    "建军": (8, 1),
    "国庆": (10, 1),
    "十一": (10, 1),
}
_FIRST_YEAR = 2018
_SPRING = words("0216 0205 0125 0212 0201 0122 0210 0129 0217 0206 0126 0213 0203 0123 0211 0131 0219 0208")
_TOMB = words("0405 0405 0404 0404 0405 0405 0404 0404 0405 0405 0404 0404 0405 0405 0404 0404 0405 0405")
_DRAGON_BOAT = words("0618 0607 0625 0614 0603 0622 0610 0531 0619 0609 0528 0616 0605 0624 0612 0601 0620 0610")
_MID_AUTUMN = words("0924 0913 1001 0921 0910 0929 0917 1006 0925 0915 1003 0922 0912 1001 0919 0908 0927 0916")
_LUNAR: Mapping[str, tuple[str, ...]] = {
    "春": _SPRING,
    "元宵": _SPRING,
    "清明": _TOMB,
    "端午": _DRAGON_BOAT,
    "中秋": _MID_AUTUMN,
}


def festival_day(name: str, year: int) -> date | None:
    """The day of a festival (春, 国庆 … without 节) in a year, or None outside the table (2018 to 2035)."""
    if name in _FIXED:
        month, day = _FIXED[name]
        return date(year, month, day) if date.min.year <= year <= date.max.year else None
    days = _LUNAR.get(name, ())
    if not 0 <= year - _FIRST_YEAR < len(days):
        return None
    written = days[year - _FIRST_YEAR]
    day_of = date(year, int(written[:2]), int(written[2:]))
    return day_of + timedelta(days=14) if name == "元宵" else day_of
