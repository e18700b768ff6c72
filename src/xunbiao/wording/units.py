"""Word lists → UNITS: what may follow a number, which 维度 it speaks for, and when it does not count.

A number without a unit of this list is no quantity, which keeps out 12345, 3号楼 and 十九届.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from xunbiao.wording.dictionary import Dictionary, dictionary
from xunbiao.wording.words import units as lists


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit: `name` as reported, `kind` the 维度 it implies (None: the subject decides), and how it may be written.

    `counted` is with the measure word 个 (个工作日); `rated` a technical rating (千伏), which names a thing and is no
    figure unless it changes; `arabic` only after Arabic digits; `not_before` are the characters that make another
    word of it (3人员, 十分别).
    """

    name: str
    kind: str | None = None
    counted: bool = False
    rated: bool = False
    arabic: bool = False
    not_before: str = ""


def _listed(listed: Iterable[str], kind: str | None, *, counted: bool = False, rated: bool = False) -> dict[str, Unit]:
    units = {}
    for entry in listed:
        written, _, name = entry.partition("=")
        arabic = written in lists.ARABIC_ONLY
        units[written] = Unit(name or written, kind, counted, rated, arabic, lists.OTHER_WORDS.get(written, ""))
    return units


def _counted(listed: Iterable[str], kind: str | None) -> dict[str, Unit]:
    """The units of a list with 个 before them."""
    return {"个" + written: unit for written, unit in _listed(listed, kind, counted=True).items()}


def _prices() -> dict[str, Unit]:
    return {f"元{mark}{thing}": Unit(f"元/{thing}", "成本") for thing in lists.PRICED_PER for mark in ("/", "每")}


def _steps() -> dict[str, Unit]:
    """环节 by all its names; 3个审批环节 counts 环节."""
    step = Unit("环节", "环节", counted=True)
    named = _listed(lists.STEPS, "环节") | {"道程序": Unit("道", "环节"), "道手续": Unit("道", "环节")}
    named["个步骤"] = Unit("个", "环节", counted=True)
    return named | {f"{word}{which}环节": step for word in "个项道" for which in ("", *lists.STEP_QUALIFIERS)}


UNITS: Mapping[str, Unit] = {
    **_listed(lists.COUNTS, None),
    **_listed(("个", "个人=个"), None, counted=True),
    **_listed(lists.TIME, "时间"),
    **_counted(lists.TIME_COUNTED, "时间"),
    **_listed(lists.MATERIALS, "材料"),
    **_listed(lists.MONEY, "成本"),
    **_prices(),
    **_listed(lists.SHARES, None),
    **_counted(lists.COUNTED_NOUNS, None),
    "个点": Unit("百分点", None, counted=True, not_before="位上子"),
    **_listed(lists.RANKS, "位次"),
    **_counted((*lists.RANKS, "位=位次", "名=位次"), "位次"),
    **_listed(lists.RATED, None, rated=True),
    **_listed(lists.VISITS, None),
    **_steps(),
}
# People and households counted without a measure word: 1.2万贫困人口.
PERSONS = Unit("人")
HOUSEHOLDS = Unit("户")
UNIT_WORDS: Dictionary[Unit] = dictionary(UNITS)

# Days by any name are the same length of time; a 工作日 is not.
_SAME: Mapping[str, str] = {
    **dict.fromkeys(("日", "自然日", "日历日", "日历天"), "天"),
    **dict.fromkeys(("名", "位"), "位次"),
    "星期": "周",
    "平米": "平方米",
    "趟": "次",
    "％": "%",
}


def same_unit(one: str | None, other: str | None) -> bool:
    """Whether two unit names mean the same: 日 and 天 do, 天 and 工作日 do not."""
    return _SAME.get(one or "", one or "") == _SAME.get(other or "", other or "")
