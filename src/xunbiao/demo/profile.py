"""What one unit of the example campaign would write, by hand: benchmarks, goals, gaps, measures and how they went."""

from dataclasses import dataclass
from decimal import Decimal
from typing import TypeAlias

REPORTS = ("2019Q4", "2020Q1", "2020Q2", "2020Q3", "summary")
"""The reports of a unit in order: figures and steps of a profile are given one for each of these."""

Number: TypeAlias = int | Decimal


@dataclass(frozen=True, slots=True)
class Benchmark:
    """标杆单位: whom the unit learns from, where, and what it does better."""

    name: str
    region: str
    strength: str


@dataclass(frozen=True, slots=True)
class Figure:
    """指标: 名称, 维度, 单位, 现状值, 标杆值 (None in 创标), 目标值, and the value at each report."""

    name: str
    dimension: str
    unit: str
    baseline: Number
    benchmark: Number | None
    target: Number
    values: tuple[Number, ...]


@dataclass(frozen=True, slots=True)
class Goal:
    """目标: its sentence and its figure."""

    text: str
    figure: Figure
    angle: str = ""


@dataclass(frozen=True, slots=True)
class Gap:
    """差距: its sentence and what it is about (标准 作风 落实)."""

    text: str
    aspect: str


@dataclass(frozen=True, slots=True)
class Step:
    """How a measure stands at a report: 完成率, what has been done, 佐证 if any."""

    rate: int
    text: str
    evidence: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Measure:
    """举措: a short title, its sentence, person, deadline, practices, and its steps until it is done."""

    title: str
    text: str
    person: str
    deadline: str
    practices: tuple[str, ...]
    steps: tuple[Step, ...]


@dataclass(frozen=True, slots=True)
class Outcome:
    """制度成果: a document issued, its number and day."""

    name: str
    number: str
    issued: str


@dataclass(frozen=True, slots=True)
class Profile:
    """A unit's whole campaign as it would go without a hitch. Ids follow the order: M1…, C1…, J1…, CM1…, CL1…, CJ1…"""

    id: str
    name: str
    short: str
    contact: str
    phone: str
    leader: str
    post: str
    verticals: tuple[Benchmark, ...]
    horizontals: tuple[Benchmark, ...]
    vertical_goals: tuple[Goal, ...]
    horizontal_goals: tuple[Goal, ...]
    vertical_gaps: tuple[Gap, ...]
    horizontal_gaps: tuple[Gap, ...]
    measures: tuple[Measure, ...]
    alignment_due: str
    goals: tuple[Goal, ...]
    highlights: tuple[str, ...]
    innovations: tuple[Measure, ...]
    innovation_due: str
    problems: tuple[str, ...]
    idea: str
    practice: str
    lesson: str
    outcomes: tuple[Outcome, ...]

    @property
    def vertical_ids(self) -> tuple[tuple[str, Goal], ...]:
        return tuple((f"M{number}", goal) for number, goal in enumerate(self.vertical_goals, 1))

    @property
    def horizontal_ids(self) -> tuple[tuple[str, Goal], ...]:
        first = len(self.vertical_goals) + 1
        return tuple((f"M{number}", goal) for number, goal in enumerate(self.horizontal_goals, first))

    @property
    def innovation_ids(self) -> tuple[tuple[str, Goal], ...]:
        return tuple((f"CM{number}", goal) for number, goal in enumerate(self.goals, 1))

    @property
    def goal_ids(self) -> tuple[tuple[str, Goal], ...]:
        return self.vertical_ids + self.horizontal_ids + self.innovation_ids

    @property
    def measure_ids(self) -> tuple[tuple[str, Measure], ...]:
        aligned = tuple((f"J{number}", each) for number, each in enumerate(self.measures, 1))
        return aligned + tuple((f"CJ{number}", each) for number, each in enumerate(self.innovations, 1))


def goal(text: str, name: str, dimension: str, unit: str, figures: str, values: str, angle: str = "") -> Goal:
    """A goal with `figures` as 现状 标杆 目标 (标杆 `-` where there is none) and `values` one for each report."""
    baseline, benchmark, target = figures.split()
    return Goal(
        text,
        Figure(
            name,
            dimension,
            unit,
            _number(baseline),
            None if benchmark == "-" else _number(benchmark),
            _number(target),
            tuple(_number(each) for each in values.split()),
        ),
        angle,
    )


def measure(
    title: str,
    text: str,
    person: str,
    deadline: str,
    practices: str,
    *steps: tuple[int, str] | tuple[int, str, str],
) -> Measure:
    """A measure with `practices` apart by blanks; a step's evidence, if any, is one text with the items apart by ；."""
    return Measure(title, text, person, deadline, tuple(practices.split()), tuple(_step(*each) for each in steps))


def _step(rate: int, text: str, evidence: str = "") -> Step:
    return Step(rate, text, tuple(each for each in evidence.split("；") if each))


def _number(text: str) -> Number:
    return Decimal(text) if "." in text else int(text)
