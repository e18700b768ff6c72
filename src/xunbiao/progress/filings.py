"""Filing → FilingFigures: goals with figures, measures with a person, the four questions, the four cuts, practices."""

from collections import Counter

from xunbiao.model.filing import Filing, Item
from xunbiao.model.period import iso_day
from xunbiao.model.standing import FOUR_CUTS, FilingFigures, FourQuestions
from xunbiao.wording import is_person, quantities


def filing_figures(filing: Filing) -> FilingFigures:
    dimensions = Counter(goal.metric.dimension for goal in filing.goals if goal.metric)
    return FilingFigures(
        goals=len(filing.goals),
        goals_quantified=sum(map(is_quantified, filing.goals)),
        measures=len(filing.measures),
        measures_named=sum(is_person(measure.person) for measure in filing.measures),
        questions=four_questions(filing),
        cuts={dimension: dimensions[dimension] for dimension in FOUR_CUTS},
        practices=tuple((code, measure.id) for measure in filing.measures for code in measure.practices),
    )


def is_quantified(goal: Item) -> bool:
    """Whether a goal says how much: as 目标值, or in its own words (附件2 说明: 目标应尽可能量化)."""
    return (goal.metric is not None and goal.metric.target is not None) or bool(quantities(goal.text))


def four_questions(filing: Filing) -> FourQuestions:
    """二（二）: every benchmark's strength, a gap towards each kind of benchmark named, a measure, a date."""
    kinds = {benchmark.kind for benchmark in filing.benchmarks}
    facing = {gap.faces for gap in filing.alignment.gaps if gap.text}
    return FourQuestions(
        strength=bool(kinds) and all(benchmark.strength for benchmark in filing.benchmarks),
        gap=bool(kinds) and kinds <= facing,
        means=any(measure.text for measure in filing.alignment.measures),
        deadline=iso_day(filing.alignment.deadline) is not None,
    )
