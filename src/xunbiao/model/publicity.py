"""What is published of the filings (四（四）): whom each unit learns from and what it wants to reach, and no person."""

from dataclasses import dataclass
from datetime import date

from xunbiao.model.campaign import Unit


@dataclass(frozen=True, slots=True)
class PublicBenchmark:
    """A 寻标对象; `kind` is 纵向标杆单位 or 横向标杆单位."""

    kind: str
    name: str
    region: str


@dataclass(frozen=True, slots=True)
class PublicGoal:
    """A 目标 of 对标方向, with the kind and name of the benchmark that it faces (the name "" where it faces several),
    or of 创标意向, where both are ""; `due` is its section's 时限, None where that is no day."""

    id: str
    kind: str
    benchmark: str
    text: str
    due: date | None


@dataclass(frozen=True, slots=True)
class PublicFiling:
    unit: Unit
    benchmarks: tuple[PublicBenchmark, ...]
    goals: tuple[PublicGoal, ...]
