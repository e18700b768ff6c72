"""标杆 of a goal or gap → the benchmark it names."""

from xunbiao.model.campaign import Roster
from xunbiao.model.filing import VERTICAL, Benchmark, Filing
from xunbiao.rules.organs import plain


def benchmarks_of(filing: Filing, kind: str) -> tuple[Benchmark, ...]:
    """The benchmarks of a kind that have a name."""
    return tuple(each for each in (filing.verticals if kind == VERTICAL else filing.horizontals) if each.name)


def faces(name: str, benchmark: Benchmark, roster: Roster) -> bool:
    """Whether a name means a benchmark: the same but for blanks and width, or two names of one unit on the roster."""
    if plain(name) == plain(benchmark.name):
        return True
    unit = roster.find(name)
    return unit is not None and unit == roster.find(benchmark.name)
