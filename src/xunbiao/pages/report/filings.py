"""Progress → blocks: how well filings are made, what they draw upon, and what a person should look at."""

from collections import Counter
from collections.abc import Iterator

from xunbiao.model.language import Language
from xunbiao.model.obligation import share
from xunbiao.model.page import Block, Cell, Column, Facts, Heading, Paragraph, Percent, Table, Tone
from xunbiao.model.progress import Progress
from xunbiao.pages.terms import counted


def blocks(progress: Progress, language: Language) -> Iterator[Block]:
    yield Heading(language("申报质量", "How filings are made"))
    if not progress.filings:
        yield Paragraph(language("还没有能读的申报表。", "No filing can be read yet."), Tone.FAINT)
        return
    yield from _quality(progress, language)
    yield from _practices(progress, language)
    yield from _signals(progress, language)


def _quality(progress: Progress, language: Language) -> Iterator[Block]:
    filings = progress.filings
    goals, quantified = (sum(each.goals for each in filings), sum(each.goals_quantified for each in filings))
    measures, named = (sum(each.measures for each in filings), sum(each.measures_named for each in filings))
    pairs: list[tuple[str, Cell]] = [
        (language("目标", "Goals"), goals),
        (language("已量化", "Quantified"), quantified),
        (language("量化率", "Share quantified"), Percent(share(quantified, goals))),
        (language("举措", "Measures"), measures),
        (language("落实到具体人", "With a named person"), named),
        (language("落实率", "Share with a person"), Percent(share(named, measures))),
    ]
    answered = Counter(each.questions.answered for each in filings)
    spread = language("，", ", ").join(
        language(f"{number} 问 {answered[number]} 个单位", f"{number}: {counted(answered[number], 'unit')}")
        for number in range(4, -1, -1)
        if answered[number]
    )
    yield Facts([*pairs, (language("四问完整度", "Four questions answered"), spread)])


def _practices(progress: Progress, language: Language) -> Iterator[Block]:
    yield Heading(language("借鉴的典型做法", "Practices drawn upon"))
    columns = [
        Column(language("编号", "No.")),
        Column(language("典型做法", "Practice"), wide=True),
        Column(language("单位", "Units"), number=True),
        Column(language("举措", "Measures"), number=True),
    ]
    unknown = language("目录里没有这个编号", "not in the catalogue")
    ordered = sorted(progress.practices, key=lambda each: (not each.title, -len(each.units)))
    rows = [
        (each.code, each.title or unknown, len(each.units), len({(unit.id, measure) for unit, measure, _ in each.uses}))
        for each in ordered
    ]
    yield Table(columns, rows, empty=language("没有举措写明参考做法。", "No measure names a practice."))


def _signals(progress: Progress, language: Language) -> Iterator[Block]:
    yield Heading(language("建议人工核查", "For a person to check"))
    columns = [
        Column(language("单位", "Unit"), wide=True),
        Column(language("位置", "Place"), wide=True),
        Column(language("情况", "What"), wide=True),
    ]
    rows = [
        (unit.unit.name, f"{each.path}:{each.line}", f"{each.code} {each.message.in_(language)}")
        for unit in progress.units
        for each in unit.signals
    ]
    yield Table(columns, rows, empty=language("没有需要人工核查的情况。", "Nothing to check."))
