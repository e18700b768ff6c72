"""The 30 practices of Annex 1 as nouns."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any

from xunbiao.model.filing import number, text


@dataclass(frozen=True, slots=True)
class Datum:
    """A figure that a practice reports: `value`, or `before` → `after`, in `unit`; `token` as the notice prints it."""

    name: str
    region: str
    unit: str
    value: Decimal | None
    before: Decimal | None
    after: Decimal | None
    qualifier: str
    nature: str
    as_of: str
    token: str

    @property
    def reached(self) -> Decimal | None:
        return self.value if self.value is not None else self.after


@dataclass(frozen=True, slots=True)
class Practice:
    """典型做法: what others do, in elements one can take up singly, with its figures and neighbours."""

    code: str
    number: int
    title: str
    category: int
    version: int
    regions: tuple[str, ...]
    elements: Mapping[str, str]
    data: tuple[Datum, ...]
    reduces: tuple[str, ...]
    indicators: tuple[str, ...]
    errata: tuple[tuple[str, str], ...]
    phrases: tuple[str, ...]
    neighbours: Mapping[str, str]
    examples: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """例句: how units say it, by the element (P09-2), or the practice as a whole (P09), that each sentence is about."""


@dataclass(frozen=True, slots=True)
class Catalogue:
    """All practices by code (P01 …), the names of their categories, and sentences that draw upon none (无关例句)."""

    name: str
    version: int
    categories: Mapping[int, str]
    practices: Mapping[str, Practice]
    unrelated: tuple[str, ...] = ()

    def knows(self, code: str) -> bool:
        """Whether a code names a practice (P09) or one of its elements (P09-2)."""
        practice = self.practices.get(code.partition("-")[0])
        return practice is not None and (code == practice.code or code in practice.elements)


def read_practice(data: dict[str, Any]) -> Practice:
    """Data that passed the practice schema → Practice."""
    return Practice(
        code=text(data.get("编号")),
        number=int(data.get("序号") or 0),
        title=text(data.get("名称")),
        category=int(data.get("类别") or 0),
        version=int(data.get("版本") or 1),
        regions=_texts(data, "地区"),
        elements=dict(data.get("要点") or {}),
        data=tuple(_datum(each or {}) for each in data.get("数据") or []),
        reduces=_texts(data, "减"),
        indicators=_texts(data, "评价指标"),
        errata=tuple((text(each.get("原文")), text(each.get("应为"))) for each in data.get("勘误") or [] if each),
        phrases=_texts(data, "说法"),
        neighbours=dict(data.get("近似") or {}),
        examples={code: tuple(map(text, each or [])) for code, each in (data.get("例句") or {}).items()},
    )


def _texts(data: dict[str, Any], label: str) -> tuple[str, ...]:
    return tuple(text(each) for each in data.get(label) or [])


def _datum(entry: dict[str, Any]) -> Datum:
    return Datum(
        name=text(entry.get("名称")),
        region=text(entry.get("地区")),
        unit=text(entry.get("单位")),
        value=number(entry.get("值")),
        before=number(entry.get("前")),
        after=number(entry.get("后")),
        qualifier=text(entry.get("限定")),
        nature=text(entry.get("性质")),
        as_of=text(entry.get("截至")),
        token=text(entry.get("原文")),
    )
