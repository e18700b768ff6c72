"""有标杆没有对它的目标或差距 / A benchmark has no goal or no gap of its own

为什么 / Why
    每个选定的标杆都要说清差在哪、追到什么程度：附件2对纵向、横向标杆分别要目标和差距。同一类有几个标杆时，目标和差
    距用“标杆”写明对的是哪一个。
    For every benchmark the filing says where one falls short and how far one will come: 附件2 asks for goals and
    gaps of each kind. With several benchmarks of a kind, 标杆 says which one a goal or gap faces.

反例 / Bad
    寻标对象:
      横向标杆单位:
        - 名称: 国家税务总局某市税务局
          好在哪: 涉税事项一窗受理，窗口满意度99.2%。
        - 名称: 某市公安局
          好在哪: 刻章备案网上即时办结。
    对标方向:
      目标:
        横向标杆单位:
          M2:
            标杆: 国家税务总局某市税务局
      差距:
        横向标杆单位:
          C2:
            标杆: 国家税务总局某市税务局

正例 / Good
    寻标对象:
      横向标杆单位:
        - 名称: 国家税务总局某市税务局
          好在哪: 涉税事项一窗受理，窗口满意度99.2%。
"""

from collections.abc import Iterator

from xunbiao.model.diagnostic import Severity
from xunbiao.model.filing import Benchmark, Filing, Item
from xunbiao.model.language import Phrase
from xunbiao.rules.facing import benchmarks_of, faces
from xunbiao.rules.rule import Context, Flag, rule

GOAL = Phrase("目标", "goal (目标)")
GAP = Phrase("差距", "gap (差距)")


@rule(
    "XB214",
    "benchmark-without-goal-or-gap",
    Severity.ERROR,
    on=Filing,
    clause="附件2",
    rows=("R54", "R55", "R56", "R57"),
    zh="没有一条{what}对的是{kind}“{name}”",
    en="no {what} faces the {kind} “{name}”",
    hint_zh="请为它补上一条{what}，并用“标杆: {name}”写明；不打算学的，从寻标对象里去掉",
    hint_en="Add a {what} with “标杆: {name}”, or take the unit off the benchmarks",
)
def check(filing: Filing, context: Context) -> Iterator[Flag]:
    for what, items in ((GOAL, filing.alignment.goals), (GAP, filing.alignment.gaps)):
        for each in filing.benchmarks:
            if each.name and not _is_faced(each, items, filing, context):
                yield (*each.path, "名称"), {"what": what, "kind": each.kind, "name": each.name}


def _is_faced(benchmark: Benchmark, items: tuple[Item, ...], filing: Filing, context: Context) -> bool:
    """Whether an item faces a benchmark. An item without 标杆 may face any (it is asked for elsewhere), and so may one
    in a cell that is wholly blank."""
    own = [item for item in items if item.faces == benchmark.kind]
    if not own or len(benchmarks_of(filing, benchmark.kind)) == 1:
        return True
    return any(not item.benchmark or faces(item.benchmark, benchmark, context.roster) for item in own)
