"""A small campaign: three departments, a utility and a county, two quarters, every number easy to count by hand."""

from collections.abc import Callable
from copy import deepcopy
from dataclasses import replace

import pytest

from xunbiao.model.document import DocumentKey, Kind
from xunbiao.model.history import Arrival, Change, ChangeKind, Event

from .campaign import CONFIG, UNITS, Small, commit, filing, goal, measure, report


@pytest.fixture
def empty() -> Small:
    """Four units that owe, one that does not, and not a document."""
    return Small(deepcopy(CONFIG), deepcopy(UNITS))


@pytest.fixture
def small(empty: Small) -> Small:
    """甲 hands in on time, 乙 two days late, 丙 files and never reports on 2020Q1, 自来水 is on time by a minute."""
    empty.put("jia/filing", filing(
        {"M1": goal(5, 1), "M2": goal()},
        {
            "J1": measure("推行告知承诺。", "2020-02-29", practices=["P09", "P09-2"]),
            "J2": measure("合并窗口。", "2020-06-30", practices=["P09"]),
        },
    ), "2019-11-18 10:00")  # fmt: skip
    empty.put("yi/filing", filing({"M1": goal(10, 5)}, {"J1": measure("减材料。", "", "各科室")}), "2019-11-25 09:00")
    empty.put(
        "bing/filing",
        filing({"M1": goal(60, 100, "覆盖率")}, {"J1": measure("上线系统。", "2020-03-31")}),
        "2019-11-20 09:00",
    )
    empty.put(
        "shui/filing",
        filing({"M1": goal(8, 4, "环节")}, {"J1": measure("取消勘查。", "2020-03-01")}),
        "2019-11-19 09:00",
    )
    empty.put(
        "jia/2019Q4", report("2019Q4", {"J1": ("达进度", 40), "J2": ("未启动", 0)}, {"M1": 5}), "2019-12-30 09:00"
    )
    empty.put("yi/2019Q4", report("2019Q4", {"J1": ("达进度", 30)}, {"M1": 9}), "2019-12-31 09:00")
    empty.put("bing/2019Q4", report("2019Q4", {"J1": ("已完成", 100)}, {"M1": 70}), "2019-12-31 09:00")
    empty.put(
        "jia/2020Q1", report("2020Q1", {"J1": ("欠进度", 60), "J2": ("达进度", 30)}, {"M1": 3}), "2020-03-30 09:00"
    )
    empty.put("yi/2020Q1", report("2020Q1", {"J1": ("达进度", 20)}, {"M1": 9}), "2020-04-02 09:00")
    empty.put("shui/2020Q1", report("2020Q1", {"J1": ("已完成", 100)}, {"M1": 4}), "2020-03-31 23:59")
    return empty


@pytest.fixture
def events() -> Callable[..., Event]:
    """Makes an event on a field, as the audit trail tells it."""

    def make(unit: str, path: tuple[str, ...], before: str, after: str, at: str, kind: str = "slipped") -> Event:
        document = DocumentKey(Kind.FILING, unit) if unit else DocumentKey(Kind.CAMPAIGN)
        change = Change(path, ChangeKind(kind), before, after)
        return Event(commit(at), unit, document, change, True)

    return make


@pytest.fixture
def later() -> Callable[[Arrival, str], Arrival]:
    """An arrival whose document was changed once more."""
    return lambda arrival, at: replace(arrival, last=commit(at))
