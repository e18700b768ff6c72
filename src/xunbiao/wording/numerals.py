"""Text, place → Numeral: one number as officials write it, in Arabic or Chinese digits or both, and shares of a whole.

    3  1,200  1.35万  5千  十二  一百四十一  两  〇  二〇二〇  零点五  三千二 (= 3200)  十余万  三五 (3 to 5)  上亿
    (no digit at all) 三分之一  百分之九十  千分之五  两成  七成五  1/3

The text must be normalised. Shares come out in per cent. A word of sixty lines does this better here than a library:
the ones there are read 三五 as 35 and 一网通办 as a number.
"""

import re
from decimal import Decimal
from typing import NamedTuple


class Numeral(NamedTuple):
    """A number and the span it was read from; `high` differs from `low` in 三五 alone.

    `more` is 余 or 多 (beyond), `roughly` is 来 (about); `share` says that the value is in per cent; `bare` that
    there was a magnitude without a digit (百 万 亿), which counts only with a word beside it (上亿, 近百); `chinese`
    how it was written.
    """

    low: Decimal
    high: Decimal
    start: int
    end: int
    more: bool = False
    roughly: bool = False
    share: bool = False
    bare: bool = False
    chinese: bool = False


DIGITS = {"零": 0, "〇": 0, "一": 1, "二": 2, "两": 2, "三": 3, "四": 4, "五": 5, "六": 6, "七": 7, "八": 8, "九": 9}
_MAGNITUDES = {"十": 10, "百": 100, "千": 1000, "万": 10_000, "亿": 100_000_000}
FIRST_CHARACTERS = "0123456789" + "".join(DIGITS) + "".join(_MAGNITUDES)

# 千 and 百 belong to what follows in 千瓦 and 百分点.
_ARABIC = re.compile(r"(?:([0-9]{1,3}(?:[,，][0-9]{3}){1,5})(?![0-9])|([0-9]+))(\.[0-9]+)?")
_ARABIC_SHARE = re.compile(r"([1-9])/([2-9]|10)(?![0-9/年月日.])")
_AFTER_ARABIC = re.compile(r"([余多来几]?)((?:[百千](?![瓦伏克米分帕卡赫])|[万亿])+)")
_CHINESE = re.compile(r"[零〇一二两三四五六七八九十百千万亿]+")
_POINT = re.compile(r"点([零〇一二三四五六七八九]{1,6})(?![十百千])")
_MYRIADS = re.compile("[万亿]{1,3}")
_AFTER_CHINESE = re.compile(r"([余多来几])([万亿]+)")
_TENTHS = re.compile(r"成(?:([半一二三四五六七八九])(?![个项件天家户]))?(?![立员果本效功交长品熟都就为了像])")
_PAIR = re.compile(r"(?=([一二两三四五六七八九])([两二三四五六七八九]))")
_LONGEST = 18  # digits; more are a code or a prank, no figure
_MAGNIFIES = frozenset("余多来几百千万亿")
_MORE = "余多几"


def numeral_at(text: str, at: int) -> Numeral | None:
    """The number that begins at `at`, or None; its end is found in time linear in its own length. Never raises."""
    first = text[at : at + 1]
    if "0" <= first <= "9":
        return _arabic(text, at)
    return _chinese(text, at) if first in DIGITS or first in _MAGNITUDES else None


def run_end(text: str, at: int) -> int:
    """Where the run of digits that begins at `at` ends, read or not."""
    match = _ARABIC.match(text, at) or _CHINESE.match(text, at)
    return match.end() if match else at + 1


_PRECISE = 28  # digits that decimal's arithmetic keeps; a number of more has no plain form


def plain(value: Decimal) -> Decimal:
    """The same value without needless zeros or exponent: 13500.00 → 13500."""
    whole = value == value.to_integral_value() and value.adjusted() < _PRECISE
    return value.quantize(Decimal(1)) if whole else value.normalize()


def _arabic(text: str, at: int) -> Numeral | None:
    if text.startswith("/", at + 1):
        share = _ARABIC_SHARE.match(text, at)
        if share and int(share[1]) < int(share[2]):
            per_cent = _per_cent(Decimal(share[1]), Decimal(share[2]))
            return Numeral(per_cent, per_cent, at, share.end(), share=True)
    match = _ARABIC.match(text, at)
    if not match or match.end() - at > _LONGEST:
        return None
    end = match.end()
    value = Decimal(match.group() if match[1] is None else match.group().replace(",", "").replace("，", ""))
    following = text[end : end + 1]
    if following == "成" and 0 < value < 10:
        tenths = _TENTHS.match(text, end)
        if tenths:
            return _tenths(value, value, at, tenths, chinese=False)
    if following not in _MAGNIFIES:
        return Numeral(value, value, at, end)
    after = _AFTER_ARABIC.match(text, end)
    if not after or len(after[2]) > 3:
        return Numeral(value, value, at, end)
    value = plain(value * _product(after[2]))
    return Numeral(value, value, at, after.end(), more=after[1] in _MORE and bool(after[1]), roughly=after[1] == "来")


def _chinese(text: str, at: int) -> Numeral | None:
    match = _CHINESE.match(text, at)
    run = match.group() if match else ""
    if run.endswith("千") and text[at + len(run) : at + len(run) + 1] in set("瓦伏克米帕卡赫"):
        run = run[:-1]
    if not run or len(run) > _LONGEST:
        return None
    end = at + len(run)
    if text.startswith("分之", end):
        return _parts(text, run, at, end + 2)
    point = _POINT.match(text, end)
    if point:
        return _decimal(text, run, point, at)
    low, high = _bounds(run)
    if low is None or high is None:
        return None
    tenths = _TENTHS.match(text, end) if text.startswith("成", end) and 0 < low < 10 else None
    if tenths:
        return _tenths(Decimal(low), Decimal(high), at, tenths, chinese=True)
    bare = run[0] in "百千万亿"
    after = _AFTER_CHINESE.match(text, end)
    if after and len(after[2]) <= 3:
        times = _product(after[2])
        roughly = after[1] == "来"
        least, greatest = Decimal(low * times), Decimal(high * times)
        return Numeral(least, greatest, at, after.end(), not roughly, roughly, bare=bare, chinese=True)
    return Numeral(Decimal(low), Decimal(high), at, end, bare=bare, chinese=True)


def _decimal(text: str, run: str, point: re.Match[str], at: int) -> Numeral | None:
    """零点五, 一点二亿."""
    whole = _integer(run)
    if whole is None:
        return None
    value = Decimal(f"{whole}.{''.join(str(DIGITS[digit]) for digit in point[1])}")
    after = _MYRIADS.match(text, point.end())
    if after:
        value = plain(value * _product(after.group()))
    return Numeral(value, value, at, after.end() if after else point.end(), chinese=True)


def _parts(text: str, run: str, at: int, numerator_at: int) -> Numeral | None:
    """三分之一, 百分之九十, 百分之98.5: `run` is the denominator."""
    denominator = _integer(run)
    numerator = _numerator(text, numerator_at)
    if not denominator or numerator is None:
        return None
    low, high, end = numerator
    return Numeral(
        _per_cent(low, Decimal(denominator)), _per_cent(high, Decimal(denominator)), at, end, share=True, chinese=True
    )


def _numerator(text: str, at: int) -> tuple[Decimal, Decimal, int] | None:
    """What follows 分之: least, greatest and end. No fraction again, so that 三分之三分之… cannot nest."""
    match = _ARABIC.match(text, at) or _CHINESE.match(text, at)
    if not match or match.end() - at > _LONGEST:
        return None
    if "0" <= text[at] <= "9":
        value = Decimal(match.group().replace(",", "").replace("，", ""))
        return value, value, match.end()
    point = _POINT.match(text, match.end())
    low, high = _bounds(match.group())
    if low is None or high is None:
        return None
    if point:
        value = Decimal(f"{low}.{''.join(str(DIGITS[digit]) for digit in point[1])}")
        return value, value, point.end()
    return Decimal(low), Decimal(high), match.end()


def _tenths(low: Decimal, high: Decimal, at: int, match: re.Match[str], *, chinese: bool) -> Numeral:
    """两成, 七成五, 三成半."""
    rest = 5 if match[1] == "半" else DIGITS[match[1]] if match[1] else 0
    return Numeral(plain(low * 10 + rest), plain(high * 10 + rest), at, match.end(), share=True, chinese=chinese)


def _per_cent(part: Decimal, whole: Decimal) -> Decimal:
    """A part of a whole in per cent, to two places: a third is 33.33."""
    return plain((part * 100 / whole).quantize(Decimal("0.01")))


def _product(magnitudes: str) -> int:
    product = 1
    for character in magnitudes:
        product *= _MAGNITUDES[character]
    return product


def _bounds(run: str) -> tuple[int | None, int | None]:
    """A run of Chinese digits → the least and greatest it may mean: 三五 (3, 5), 十七八 (17, 18), 二三百 (200, 300)."""
    if len(run) > 1 and not (len(run) > 2 and set(run) <= DIGITS.keys()):
        for pair in _PAIR.finditer(run):
            first, second = DIGITS[pair[1]], DIGITS[pair[2]]
            if second - first == 1 or (first, second) == (3, 5):
                at = pair.start()
                return _integer(run[: at + 1] + run[at + 2 :]), _integer(run[:at] + run[at + 1 :])
    value = _integer(run)
    return value, value


def _integer(run: str) -> int | None:
    """Chinese digits → a whole number, or None where they make none (百十, 四六)."""
    if len(run) > 1 and all(character in DIGITS for character in run):
        return _digit_by_digit(run)
    total = section = 0
    digit: int | None = None
    least = 10**9
    for character in run:
        if character in DIGITS:
            if digit:
                return None
            digit = DIGITS[character]
            continue
        magnitude = _MAGNITUDES[character]
        if magnitude >= 10_000:
            total, section, least = _raised(total, section + (digit or 0), magnitude), 0, 10**9
        elif magnitude >= least or (digit is None and magnitude > 10 and total + section):
            return None
        else:
            section, least = section + (digit or 1) * magnitude, magnitude
        digit = None
    return total + section + (digit or 0) * _spoken(run)


def _raised(total: int, section: int, magnitude: int) -> int:
    """What came before 万 or 亿, raised by it: 三亿五千万, 一万亿."""
    return (total + section or 1) * magnitude if total < magnitude else total + section * magnitude


def _digit_by_digit(run: str) -> int | None:
    """二〇二〇 → 2020; two plain digits that are no 三五 make no number."""
    if len(run) == 2 and "〇" not in run and "零" not in run:
        return None
    return int("".join(str(DIGITS[character]) for character in run))


def _spoken(run: str) -> int:
    """The place of a last digit left without a magnitude: 三千二 is 3200, 一百零二 is 102."""
    before = run[-2:-1]
    return _MAGNITUDES[before] // 10 if before in _MAGNITUDES and before != "十" else 1
