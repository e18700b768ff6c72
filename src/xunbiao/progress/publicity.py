"""Filing → PublicFiling: benchmarks and goals as they may be published, without names of persons, phones or addresses.

Fields that hold a person or a phone are not taken over at all. Prose may name somebody too, so what reads as a person
or a phone in it is left out, together with the people whom the filing itself names elsewhere. A word too many left out
is better than a name too many shown.
"""

import re
from collections.abc import Iterable, Iterator

from xunbiao import wording
from xunbiao.model.campaign import Campaign, Unit
from xunbiao.model.filing import Benchmark, Filing, Item
from xunbiao.model.publicity import PublicBenchmark, PublicFiling, PublicGoal
from xunbiao.rules.days import section_deadlines
from xunbiao.rules.prose import names_somebody

LEFT_OUT = "〔略〕"
"""What stands in the place of what is not published."""

_EVERYBODYS = frozenset({"hotline", "service"})
"""Kinds of phones that belong to nobody: 12345, 400 numbers."""

# Mail addresses, and numbers as long as a phone's or an identity card's that no reader of phones took for one.
_ADDRESS = re.compile(r"[\w.+-]{1,64}@[\w-]{1,64}(?:\.[\w-]{1,64}){1,4}|(?<![\d.])\d{11,18}[Xx]?(?![\d.])")


def public_filing(unit: Unit, filing: Filing, campaign: Campaign) -> PublicFiling:
    """What may be published of a unit's filing."""
    people = tuple(sorted(_people(filing), key=len, reverse=True))
    due = {str(each.path[0]): each.day for each in section_deadlines(filing, campaign)}
    goals = (
        PublicGoal(
            goal.id, goal.faces, _facing(goal, filing.benchmarks, people), without_people(goal.text, people), day
        )
        for goal, day in ((goal, due[goal.part]) for goal in filing.goals)
    )
    return PublicFiling(unit, tuple(_benchmark(each, people) for each in filing.benchmarks), tuple(goals))


def without_people(text: str, people: Iterable[str] = ()) -> str:
    """A text with persons, phones and addresses left out; `people` are names to leave out wherever they stand."""
    spans = [(each.start, each.end) for each in wording.persons(text)]
    spans += [(each.start, each.end) for each in wording.phones(text) if each.kind not in _EVERYBODYS]
    spans += [match.span() for match in _ADDRESS.finditer(text)]
    spans += [match.span() for name in people for match in re.finditer(re.escape(name), text)]
    parts, done = [], 0
    for start, end in sorted(spans):
        if start >= done:
            parts += [text[done:start], LEFT_OUT]
        done = max(done, end)
    return "".join((*parts, text[done:]))


def _people(filing: Filing) -> Iterator[str]:
    """Everybody whom the fields for persons name."""
    for field in {filing.contact, filing.first_responsible, *(measure.person for measure in filing.measures)}:
        named = [person.name for person in wording.persons(field)]
        yield from named or ([field] if names_somebody(field) else [])


def _benchmark(benchmark: Benchmark, people: Iterable[str]) -> PublicBenchmark:
    name, region = (without_people(each, people) for each in (benchmark.name, benchmark.region))
    return PublicBenchmark(benchmark.kind, name, region)


def _facing(goal: Item, benchmarks: Iterable[Benchmark], people: Iterable[str]) -> str:
    """The benchmark that a goal names, or the only one of its kind."""
    of_kind = [each.name for each in benchmarks if goal.faces and each.kind == goal.faces]
    name = goal.benchmark or (of_kind[0] if len(of_kind) == 1 else "")
    return without_people(name, people)
