"""PublicFilings → Page: the table for publication (四（四）), a row for each benchmark and goal."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from xunbiao.model.campaign import Campaign, Unit
from xunbiao.model.language import Language
from xunbiao.model.page import Block, Cell, Column, Page, Paragraph, Table, Tone
from xunbiao.model.publicity import PublicBenchmark, PublicFiling, PublicGoal


def build(campaign: Campaign, published: Sequence[PublicFiling], missing: Sequence[Unit], language: Language) -> Page:
    """`missing` are the units of which nothing can be published, since their filing is not there or cannot be read."""
    title = language(f"{campaign.name}寻标对象公示", f"{campaign.name}: benchmarks for publication")
    blocks: list[Block] = [Paragraph(_overview(published, language)), _table(published, language)]
    if missing:
        names = "、".join(unit.name for unit in missing)
        zh = f"尚无可公示内容的单位（{len(missing)}）：{names}。"
        blocks.append(Paragraph(language(zh, f"Nothing to publish yet ({len(missing)}): {names}."), Tone.WARN))
    return Page(title, blocks, language, _record(published, missing))


def _overview(published: Sequence[PublicFiling], language: Language) -> str:
    benchmarks = sum(len(each.benchmarks) for each in published)
    goals = sum(len(each.goals) for each in published)
    return language(
        f"共{len(published)}个单位，寻标对象{benchmarks}个，目标{goals}项。人名、电话不予公示。",
        f"{len(published)} units, {benchmarks} benchmarks, {goals} goals. Names of persons and phones are left out.",
    )


def _table(published: Sequence[PublicFiling], language: Language) -> Table:
    columns = [
        Column(language("序号", "No."), number=True),
        Column(language("填报单位", "Unit"), wide=True),
        Column(language("类别", "Kind")),
        Column(language("标杆单位", "Benchmark"), wide=True),
        Column(language("目标", "Goal"), wide=True),
        Column(language("完成时限", "By")),
    ]
    rows: list[Sequence[Cell]] = [
        (number, filing.unit.name, *cells)
        for number, filing in enumerate(published, 1)
        for cells in _rows(filing, language)
    ]
    empty = language("还没有可以公示的申报表。", "There is no filing to publish yet.")
    return Table(columns, rows, empty)


def _rows(filing: PublicFiling, language: Language) -> Iterator[Sequence[Cell]]:
    """Each benchmark with the goals that face it; then goals that face no single one; then those of 创标意向."""
    shown: set[str] = set()
    for benchmark in filing.benchmarks:
        goals = [each for each in filing.goals if (each.kind, each.benchmark) == (benchmark.kind, benchmark.name)]
        shown |= {each.id for each in goals}
        kind, name = _kind(benchmark.kind, language), _named(benchmark)
        yield from ([kind, name, goal.text, goal.due] for goal in goals)
        if not goals:
            yield [kind, name, None, None]
    for goal in filing.goals:
        if goal.id not in shown:
            yield [_kind(goal.kind, language), goal.benchmark or None, goal.text, goal.due]


def _named(benchmark: PublicBenchmark) -> str:
    """The name, with the region where the name does not begin with it."""
    region = benchmark.region
    return f"{benchmark.name}（{region}）" if region and not benchmark.name.startswith(region) else benchmark.name


def _kind(kind: str, language: Language) -> str:
    """纵向, 横向, or 创标 for a goal that faces no benchmark."""
    english = {"纵": "vertical", "横": "horizontal"}
    return language(kind[:2], english[kind[0]]) if kind else language("创标", "innovation")


def _record(published: Sequence[PublicFiling], missing: Sequence[Unit]) -> Mapping[str, Any]:
    return {
        "units": [
            {
                "unit": each.unit.id,
                "name": each.unit.name,
                "benchmarks": [{"kind": one.kind, "name": one.name, "region": one.region} for one in each.benchmarks],
                "goals": [_goal(goal) for goal in each.goals],
            }
            for each in published
        ],
        "missing": [{"unit": unit.id, "name": unit.name} for unit in missing],
    }


def _goal(goal: PublicGoal) -> Mapping[str, Any]:
    return {"id": goal.id, "kind": goal.kind, "benchmark": goal.benchmark, "text": goal.text, "due": goal.due}
