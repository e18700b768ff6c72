"""A filing (附件2) as nouns: benchmarks, goals, gaps, highlights and measures, each with its path in the document."""

from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache
from sys import intern
from typing import Any

from xunbiao.model.diagnostic import Path

VERTICAL, HORIZONTAL = "纵向标杆单位", "横向标杆单位"
BENCHMARK_KINDS = (VERTICAL, HORIZONTAL)

LOWER_IS_BETTER = frozenset({"环节", "材料", "时间", "成本", "跑动", "位次"})
"""Dimensions (维度) in which a smaller figure is the better one."""

_SHORT = 16


@dataclass(frozen=True, slots=True)
class Metric:
    """指标: a goal as figures. A figure that is blank or no number is None."""

    path: Path
    name: str
    dimension: str
    unit: str
    baseline: Decimal | None
    benchmark: Decimal | None
    target: Decimal | None
    direction: str = ""

    @property
    def lower_is_better(self) -> bool:
        """方向 decides where it is given, else the dimension."""
        return self.direction == "降" if self.direction else self.dimension in LOWER_IS_BETTER

    def is_better(self, value: Decimal, than: Decimal) -> bool:
        return value < than if self.lower_is_better else value > than

    def share_of_the_way(self, value: Decimal) -> Decimal | None:
        """How much of 现状值 → 目标值 is covered at `value`: 0 at the start, 1 at the goal; None if there is no way."""
        if self.baseline is None or self.target is None or self.baseline == self.target:
            return None
        return (value - self.baseline) / (self.target - self.baseline)


@dataclass(frozen=True, slots=True)
class Benchmark:
    """A unit to learn from, vertical (nationwide, same trade) or horizontal (inside the city)."""

    path: Path
    kind: str
    name: str
    region: str = ""
    strength: str = ""


@dataclass(frozen=True, slots=True)
class Item:
    """A line of 目标, 差距, 亮点 or 举措 with the id it keeps for life.

    `part` is 对标方向 or 创标意向, `label` the cell's label, `faces` the kind of benchmark a goal or gap of 对标方向 is
    about; what does not apply to an item's label stays empty.
    """

    path: Path
    id: str
    part: str
    label: str
    text: str
    faces: str = ""
    benchmark: str = ""
    metric: Metric | None = None
    person: str = ""
    deadline: str = ""
    practices: tuple[str, ...] = ()
    data: dict[str, Any] | None = None


@dataclass(frozen=True, slots=True)
class Section:
    """对标方向 or 创标意向: its items in the order of the file and its 时限 as written."""

    name: str
    goals: tuple[Item, ...]
    gaps: tuple[Item, ...]
    highlights: tuple[Item, ...]
    measures: tuple[Item, ...]
    deadline: str

    @property
    def items(self) -> tuple[Item, ...]:
        return self.goals + self.gaps + self.highlights + self.measures


@dataclass(frozen=True, slots=True)
class Filing:
    """A unit's 申报表. `data` is the document's own data, for rules about a label as such."""

    unit_name: str
    filed_on: str
    contact: str
    phone: str
    first_responsible: str
    verticals: tuple[Benchmark, ...]
    horizontals: tuple[Benchmark, ...]
    alignment: Section
    innovation: Section
    data: dict[str, Any]

    @property
    def benchmarks(self) -> tuple[Benchmark, ...]:
        return self.verticals + self.horizontals

    @property
    def goals(self) -> tuple[Item, ...]:
        return self.alignment.goals + self.innovation.goals

    @property
    def measures(self) -> tuple[Item, ...]:
        return self.alignment.measures + self.innovation.measures

    @property
    def items(self) -> tuple[Item, ...]:
        return self.alignment.items + self.innovation.items

    def section_of(self, item: Item) -> Section:
        return self.alignment if item.part == self.alignment.name else self.innovation


def read_filing(data: dict[str, Any]) -> Filing:
    """Data that passed the filing schema → Filing. Blank and null become empty text; nothing is judged here."""
    benchmarks = _mapping(data.get("寻标对象"))
    return Filing(
        unit_name=text(data.get("填报单位")),
        filed_on=text(data.get("填报时间")),
        contact=text(data.get("联系人")),
        phone=text(data.get("联系电话")),
        first_responsible=text(data.get("第一责任人")),
        verticals=_benchmarks(benchmarks, VERTICAL),
        horizontals=_benchmarks(benchmarks, HORIZONTAL),
        alignment=_section(data, "对标方向"),
        innovation=_section(data, "创标意向"),
        data=data,
    )


def text(value: object) -> str:
    """A text as it counts: without blank ends; null is empty. Short ones (ids, days, statuses) are said thousands of
    times over in a campaign and kept once."""
    if not isinstance(value, str):
        return ""
    found = value.strip()
    return intern(found) if len(found) <= _SHORT else found


def number(value: object) -> Decimal | None:
    """A figure as Decimal; null, text and truth values are none."""
    if type(value) is int:
        return _whole(value)
    return value if isinstance(value, Decimal) else None


@lru_cache(maxsize=1024)
def _whole(value: int) -> Decimal:
    """The same object each time, since most figures are small."""
    return Decimal(value)


def _mapping(value: object) -> dict[str, Any]:
    return value if isinstance(value, dict) else {}


def _benchmarks(data: dict[str, Any], kind: str) -> tuple[Benchmark, ...]:
    return tuple(
        Benchmark(
            ("寻标对象", kind, index), kind, text(entry.get("名称")), text(entry.get("地区")), text(entry.get("好在哪"))
        )
        for index, entry in enumerate(data.get(kind) or [])
        if isinstance(entry, dict)
    )


def _section(data: dict[str, Any], name: str) -> Section:
    section = _mapping(data.get(name))
    facing = name == "对标方向"
    return Section(
        name=name,
        goals=_faced(section, name, "目标") if facing else _items(section.get("目标"), (name, "目标")),
        gaps=_faced(section, name, "差距") if facing else (),
        highlights=() if facing else _items(section.get("亮点"), (name, "亮点")),
        measures=_items(section.get("举措"), (name, "举措")),
        deadline=text(section.get("时限")),
    )


def _faced(section: dict[str, Any], part: str, label: str) -> tuple[Item, ...]:
    cells = _mapping(section.get(label))
    return tuple(item for kind in BENCHMARK_KINDS for item in _items(cells.get(kind), (part, label, kind)))


def _items(cell: object, path: tuple[str, ...]) -> tuple[Item, ...]:
    return tuple(_item(id_, _mapping(entry), path) for id_, entry in _mapping(cell).items())


def _item(id_: str, entry: dict[str, Any], path: tuple[str, ...]) -> Item:
    here: Path = (*path, id_)
    return Item(
        path=here,
        id=id_,
        part=path[0],
        label=path[1],
        faces=path[2] if len(path) > 2 else "",
        text=text(entry.get("内容")),
        benchmark=text(entry.get("标杆")),
        metric=_metric(entry.get("指标"), (*here, "指标")),
        person=text(entry.get("责任人")),
        deadline=text(entry.get("时限")),
        practices=tuple(code for code in entry.get("参考做法") or [] if isinstance(code, str)),
        data=entry,
    )


def _metric(data: object, path: Path) -> Metric | None:
    if not isinstance(data, dict):
        return None
    return Metric(
        path=path,
        name=text(data.get("名称")),
        dimension=text(data.get("维度")),
        unit=text(data.get("单位")),
        baseline=number(data.get("现状值")),
        benchmark=number(data.get("标杆值")),
        target=number(data.get("目标值")),
        direction=text(data.get("方向")),
    )
