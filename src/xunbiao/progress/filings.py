"""Filing → FilingFigures: goals with figures, measures with a person, the four questions, the four cuts, practices.

What counts as quantified, as a person, as an answer and as a date is what the rules take for one, so that the report
and the findings never contradict each other.
"""

from collections import Counter

from xunbiao.model.campaign import Campaign
from xunbiao.model.filing import Filing
from xunbiao.model.standing import FOUR_CUTS, FilingFigures, FourQuestions
from xunbiao.rules.cells import says_something
from xunbiao.rules.days import section_deadlines
from xunbiao.rules.figures import is_quantified
from xunbiao.rules.prose import names_somebody


def filing_figures(filing: Filing, campaign: Campaign) -> FilingFigures:
    dimensions = Counter(goal.metric.dimension for goal in filing.goals if goal.metric)
    return FilingFigures(
        goals=len(filing.goals),
        goals_quantified=sum(map(is_quantified, filing.goals)),
        measures=len(filing.measures),
        measures_named=sum(names_somebody(measure.person) for measure in filing.measures),
        questions=four_questions(filing, campaign),
        cuts={dimension: dimensions[dimension] for dimension in FOUR_CUTS},
        practices=tuple((code, measure.id) for measure in filing.measures for code in measure.practices),
    )


def four_questions(filing: Filing, campaign: Campaign) -> FourQuestions:
    """二（二）: every benchmark's strength, a gap towards each kind of benchmark named, a measure, a date."""
    kinds = {benchmark.kind for benchmark in filing.benchmarks}
    facing = {gap.faces for gap in filing.alignment.gaps if says_something(gap.text)}
    return FourQuestions(
        strength=bool(kinds) and all(says_something(benchmark.strength) for benchmark in filing.benchmarks),
        gap=bool(kinds) and kinds <= facing,
        means=any(says_something(measure.text) for measure in filing.alignment.measures),
        deadline=section_deadlines(filing, campaign)[0].day is not None,
    )
