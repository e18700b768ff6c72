"""Normalised text, place → Point: the forms in which officials write a date, one short pattern and one builder each.

    2020-06-30  2020.6.30  20200630  2020年6月30日  二〇二〇年六月底  3—6月  2020年一季度末  下半年  年底  9月中旬
    “十三五”末  国庆节  三个月内

No pattern holds a repetition inside a repetition, so each takes time bounded by its own length.
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import replace
from decimal import Decimal

from xunbiao.wording.moments import Edge, Point
from xunbiao.wording.numerals import numeral_at

# A point, the first point of a range written short (3—6月), and the end of what was read.
Found = tuple[Point, Point | None, int]
Form = tuple[re.Pattern[str], Callable[[str, re.Match[str]], Found]]

_CN = "一二三四五六七八九十"

_YEAR = (
    r"(?:(?:(?P<year_from>(?:19|20)[0-9]{2})年?[-~至到])?"
    r"(?P<year>(?<![0-9])(?:19|20)[0-9]{2}|[一二][〇零一二三四五六七八九]{3}"
    rf"|(?<![0-9.])[12][0-9](?=年(?:[0-9]{{1,2}}月|[{_CN}]{{1,2}}月|[底末上下]|第?[一二三四1-4]季)))年"
    r"|(?P<year_masked>(?:20|二〇)[xX×*_〇]{2})年"
    r"|(?P<relative>[今明后本去次来翌]年)(?!级))度?"
)
_DAY_NUMBER = r"[0-9]{1,2}|三十[一二]?|二?十[一二三四五六七八九]?|[一二三四五六七八九]"
_DAY = rf"(?P<day>{_DAY_NUMBER})(?:[日号]|(?=之?前|$|[-~至。，；、)\n]))"
_EDGE = "(?P<edge>月?(?:[底末]|初(?![级审次步]|中生)|中(?![国央心共小学医院华部介期外旬])))"
_MONTH = (
    rf"(?:(?P<month_from>[0-9]{{1,2}}|[{_CN}]{{1,2}})月?份?[-~至到](?=(?:[0-9]{{1,2}}|[{_CN}]{{1,2}})月))?"
    rf"(?:(?P<month>(?<![0-9.])[0-9]{{1,2}}|[{_CN}]{{1,2}}|(?<![0-9百千万亿])元)|(?P<month_word>[本上下次当这](?:个)?))月(?![均报度饼薪租票嫂])份?"
    rf"(?:{_DAY}|(?P<ten>上中|中下|上|中|下)旬[底末]?|{_EDGE})?"
)
_QUARTER = (
    r"(?:第?(?P<quarter_from>[一二三1-3])(?:季度)?[-~至到](?=第?[一二三四1-4]季))?"
    r"(?:第?(?P<quarter>[一二三四1-4])季度?|(?P<quarter_to>前[两三])个?季度|(?P<quarter_word>[本上下当次这])个?季度?|Q(?P<quarter_q>[1-4]))"
    r"(?<![一二三四本上下当次这]季)(?P<quarter_edge>[底末])?"
    r"|(?P<season>第?[一二三四本下当])季(?P<season_edge>[底末])"
)
_HALF = r"(?P<half>[上下])半年度?(?P<half_edge>[底末])?"
_YEAR_EDGES = r"底(?![线数薪])|末|终|内(?!部)|初(?![级审次步])|中(?![国央心共小学医院华部介期外等型])"
_YEAR_EDGE = rf"年?度?(?P<year_edge>{_YEAR_EDGES})"
_BARE_YEAR_EDGE = rf"(?<![0-9{_CN}两半几多每])(?:年度?(?P<bare_edge>{_YEAR_EDGES})|(?P<bare_end>岁末))"
_FESTIVAL = (
    r"(?P<festival>元旦|春节|元宵节|清明节?|劳动节|端午节?|中秋节?|国庆节?|建党节|建军节|“[五七八十]一”"
    r"|[五七八十]一(?=前|之前|以前|节|期间|劳动节|黄金周))(?:劳动节|节)?"
)
# 月底 and 季度末 alone: of the month or quarter that runs.
_THIS = rf"(?<![0-9{_CN}个本下上每当次这元第])(?:月(?P<this_month>[底末])|季度?(?P<this_quarter>[底末]))"
_IN_YEAR = f"(?:{_MONTH}|{_QUARTER}|{_HALF}|{_FESTIVAL}|{_YEAR_EDGE})"
_ALONE = f"(?:{_THIS}|{_MONTH}|{_QUARTER}|{_HALF}|{_FESTIVAL}|{_BARE_YEAR_EDGE})"
_POINT_IN_YEAR = re.compile(_IN_YEAR)
_YEAR_ONLY = re.compile(_YEAR)
_POINT_ALONE = re.compile(_ALONE)
_NUMERIC = re.compile(
    r"(?<![0-9.])(?P<year>(?:19|20)[0-9]{2}|[12][0-9](?=\.[0-9]{1,2}\.[0-9]))(?P<mark>[-./])(?P<month>[0-9]{1,2})"
    r"(?:(?:(?P=mark)(?P<day>[0-9]{1,2}))?(?![0-9]|\.[0-9])[日号]?)(?P<edge>月?[底末])?"
)
_COMPACT = re.compile(r"(?<![0-9])(?P<year>(?:19|20)[0-9]{2})(?P<month>[01][0-9])(?P<day>[0-3][0-9])(?![0-9])")
_MONTH_DAY = re.compile(r"(?<![0-9.])(?P<month>1[0-2]|0?[1-9])[./](?P<day>[0-9]{1,2})[日号]?(?=之?前|以前)")
_PLAN = re.compile(r"“?十(?P<plan>[一二三四五六]?)五”?(?:规划)?(?:期|时期)?[末底]")
_SPAN = re.compile(
    rf"(?P<length>(?<![0-9.])[0-9]{{1,3}}|[{_CN}两]{{1,3}}|半)(?P<plus>个半)?(?:个)?(?P<unit>年半|年|(?<=[个半])月|周|星期|(?<=个)季度|天|日|自然日|工作日)(?:的?时间)?"
    r"(?:之内|以内|内)(?![部容设控])"
)
_DAY_ALONE = re.compile(r"(?<![0-9])(?P<day>[0-9]{1,2})[日号](?:之前|以前|前)")


def point_at(text: str, at: int) -> Found | None:
    """The date that begins at `at`, or None. Never raises."""
    first = text[at : at + 1]
    forms = _FORMS.get(first, ())
    if "0" <= first <= "9":
        forms = _after_digits(text, at)
    for pattern, build in forms:
        match = pattern.match(text, at)
        if match:
            return build(text, match)
    return None


def _after_digits(text: str, at: int) -> tuple[Form, ...]:
    """The forms that a number may begin, by how long it is and what stands behind it."""
    digits = _DIGITS.match(text, at)
    if digits is None:
        return ()
    if digits["short"]:
        return _FORMS_AFTER_DIGITS[digits["mark"]]
    return ((_COMPACT, _in_figures),) if digits["compact"] else _YEAR_FORMS


def _in_figures(_text: str, match: re.Match[str]) -> Found:
    """2020-06-30, 2020.6, 20200630, 6.30前."""
    found = match.groupdict()
    year, month, day = (int(found[part]) if found.get(part) else None for part in ("year", "month", "day"))
    if year is not None and year < 100:
        year += 2000
    edge: Edge | None = "end" if found.get("edge") and day is None else None
    return Point("day" if day is not None else "month", year, month=month, day=day, edge=edge), None, match.end()


def _with_year(text: str, match: re.Match[str]) -> Found:
    """2020年 and what follows it; 2018-2020年 is a range of years."""
    year, years_on = _year(match)
    mention = match["relative"] in ("次年", "翌年")
    masked = match["year_masked"] is not None
    begun = Point("year", int(match["year_from"])) if match["year_from"] else None
    end = match.end() + text.startswith("的", match.end())
    inner = _POINT_IN_YEAR.match(text, end)
    if inner is None:
        return Point("year", year, years_on, masked=masked, from_mention=mention), begun, match.end()
    point, first = _in_year(inner, year, years_on)
    point = replace(point, from_mention=True) if mention else point
    return (Point(point.period, masked=True) if masked else point), begun or first, inner.end()


def _without_year(_text: str, match: re.Match[str]) -> Found:
    point, first = _in_year(match, None, None)
    return point, first, match.end()


def _year(match: re.Match[str]) -> tuple[int | None, int | None]:
    if match["relative"]:
        return None, {"去": -1, "明": 1, "次": 1, "来": 1, "翌": 1, "后": 2}.get(match["relative"][0], 0)
    if match["year"] is None:
        return None, None
    year = _number(match["year"])
    return (year + 2000 if year < 100 else year), None


def _in_year(match: re.Match[str], year: int | None, years_on: int | None) -> tuple[Point, Point | None]:
    """The part of a date below its year, and the first point where a range was written short (3-6月)."""
    found = match.groupdict()
    if found.get("this_month"):
        return Point("month", months_on=0, edge="end"), None
    if found.get("this_quarter"):
        return Point("quarter", quarters_on=0, edge="end"), None
    if found["month"] or found["month_word"]:
        return _month(found, year, years_on)
    if found["half"]:
        edge: Edge | None = "end" if found["half_edge"] else None
        return Point("half", year, years_on, number="上下".index(found["half"]) + 1, edge=edge), None
    if found["festival"]:
        return Point("festival", year, years_on, festival=found["festival"].strip("“”").removesuffix("节")), None
    if found.get("year_edge") or found.get("bare_edge") or found.get("bare_end"):
        word = found.get("year_edge") or found.get("bare_edge") or "末"
        return Point("year", year, years_on, edge=_EDGES.get(word)), None
    return _quarter(found, year, years_on)


def _month(found: dict[str, str | None], year: int | None, years_on: int | None) -> tuple[Point, Point | None]:
    word = found["month_word"]
    months_on = {"上": -1, "下": 1, "次": 1}.get(word[0], 0) if word else None
    month = _number(found["month"]) if found["month"] else None
    first = Point("month", year, years_on, _number(found["month_from"])) if found["month_from"] else None
    if first is not None:
        year = years_on = None  # the range may run into the next year: 2019年12月至3月
    if found["day"]:
        return Point("day", year, years_on, month, months_on, _number(found["day"])), first
    if found["ten"]:
        return Point("ten", year, years_on, month, months_on, number="上中下".index(found["ten"][-1]) + 1), first
    edge = _EDGES[found["edge"][-1]] if found["edge"] else None
    return Point("month", year, years_on, month, months_on, edge=edge), first


def _quarter(found: dict[str, str | None], year: int | None, years_on: int | None) -> tuple[Point, Point | None]:
    edge: Edge | None = "end" if found["quarter_edge"] or found["season_edge"] else None
    word = found["quarter_word"] or (found["season"] or "")[-1:]
    if word in _QUARTERS_ON:
        return Point("quarter", year, years_on, quarters_on=_QUARTERS_ON[word], edge=edge), None
    until = found["quarter_to"]
    number = _number((until or "")[1:] or found["quarter"] or found["quarter_q"] or word)
    begun = 1 if until else _number(found["quarter_from"]) if found["quarter_from"] else None
    first = Point("quarter", year, years_on, number=begun) if begun else None
    return Point("quarter", year, years_on, number=number, edge=edge), first


def _span(text: str, match: re.Match[str]) -> Found:
    """三个月内, 半年内, 一年半内: a length from today on."""
    numeral = None if match["length"] == "半" else numeral_at(text, match.start())
    length = numeral.high if numeral else Decimal("0.5")
    unit = match["unit"].removesuffix("半")
    if match["plus"] or match["unit"].endswith("半"):
        length += Decimal("0.5")
    return Point("span", length=length, unit=unit), None, match.end()


def _plan(_text: str, match: re.Match[str]) -> Found:
    """“十三五”末: the last year of the plan; the tenth began in 2001."""
    return Point("year", 2005 + 5 * "一二三四五六".find(match["plan"] or "_") + 5, edge="end"), None, match.end()


def _day_alone(_text: str, match: re.Match[str]) -> Found:
    return Point("day", day=int(match["day"])), None, match.start("day") + len(match["day"]) + 1


def _number(written: str) -> int:
    """One or two Arabic or Chinese digits, or a year in Chinese ones; 元月 is January."""
    if written == "元":
        return 1
    if written.isascii():
        return int(written)
    numeral = numeral_at(written, 0)
    return int(numeral.low) if numeral else 0


_EDGES: dict[str, Edge] = {"底": "end", "末": "end", "终": "end", "初": "start", "中": "middle"}
_QUARTERS_ON = {"本": 0, "当": 0, "这": 0, "上": -1, "下": 1, "次": 1}
_YEAR_FORM: Form = (_YEAR_ONLY, _with_year)
_SPAN_FORM: Form = (_SPAN, _span)
_PLAN_FORM: Form = (_PLAN, _plan)
_ALONE_FORM: Form = (_POINT_ALONE, _without_year)
_FIGURES_FORM: Form = (_NUMERIC, _in_figures)
# Which forms may begin with a character, in the order to try them; after digits, the character behind them decides.
_FORMS: Mapping[str, tuple[Form, ...]] = {
    **dict.fromkeys(_CN, (_YEAR_FORM, _PLAN_FORM, _SPAN_FORM, _ALONE_FORM)),
    **dict.fromkeys("今明后去来翌", (_YEAR_FORM,)),
    **dict.fromkeys("本次当这上下前第年月季岁元春清劳端中国建Q", (_YEAR_FORM, _ALONE_FORM)),
    **dict.fromkeys("半两", (_SPAN_FORM,)),
    "“": (_PLAN_FORM, _ALONE_FORM),
}
_MONTH_DAY_FORM: Form = (_MONTH_DAY, _in_figures)
_FORMS_AFTER_DIGITS: Mapping[str, tuple[Form, ...]] = {
    **dict.fromkeys("./", (_FIGURES_FORM, _MONTH_DAY_FORM)),
    **dict.fromkeys("-~至到", (_ALONE_FORM,)),
    "年": (_YEAR_FORM, _SPAN_FORM),
    "月": (_ALONE_FORM,),
    "季": (_ALONE_FORM,),
    **dict.fromkeys("日号", (_SPAN_FORM, (_DAY_ALONE, _day_alone))),
    **dict.fromkeys("个天周星自工", (_SPAN_FORM,)),
}
_YEAR_FORMS: tuple[Form, ...] = (_FIGURES_FORM, _YEAR_FORM)
_DIGITS = re.compile(
    r"(?P<year>[0-9]{4})[-./年~至到]|(?P<short>[0-9]{1,3})(?P<mark>[./年月季日号天周星自工]|个(?=[月季星工自半])"
    rf"|[-~至到](?=第?[0-9{_CN}]{{1,2}}[月季]))|(?P<compact>[0-9]{{8}})|20[xX×*_〇]{{2}}年"
)
FIRST_CHARACTERS = "0123456789" + "".join(_FORMS)
