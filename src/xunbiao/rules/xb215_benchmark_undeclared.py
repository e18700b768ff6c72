"""“标杆”写的单位不在寻标对象里 / 标杆 names a unit that is not among the benchmarks

为什么 / Why
    目标和差距要对着选定的标杆（附件2）。“标杆”里的名称与寻标对象里同一类的名称对不上，就不知道跟谁比。
    Goals and gaps face the benchmarks that were chosen (附件2). A name under 标杆 that is not declared among those
    of the same kind leaves open with whom one compares.

反例 / Bad
    对标方向:
      目标:
        横向标杆单位:
          M2:
            标杆: 某市公安局

正例 / Good
    对标方向:
      目标:
        横向标杆单位:
          M2:
            标杆: 国家税务总局某市税务局
"""

from collections.abc import Iterator

from xunbiao.model.diagnostic import Severity
from xunbiao.model.filing import Filing
from xunbiao.rules.facing import benchmarks_of, faces
from xunbiao.rules.rule import Context, Flag, rule


@rule(
    "XB215",
    "benchmark-undeclared",
    Severity.ERROR,
    on=Filing,
    clause="附件2",
    rows=("R54", "R55", "R56", "R57"),
    zh="“{name}”不在寻标对象的{kind}里",
    en="“{name}” is not declared under 寻标对象, {kind}",
    hint_zh="请改成其中之一：{declared}；或者把它补进寻标对象",
    hint_en="Write one of these: {declared}; or add the unit under 寻标对象",
)
def check(filing: Filing, context: Context) -> Iterator[Flag]:
    for item in filing.alignment.goals + filing.alignment.gaps:
        declared = benchmarks_of(filing, item.faces)
        if item.benchmark and declared and not any(faces(item.benchmark, each, context.roster) for each in declared):
            names = "、".join(each.name for each in declared)
            yield (*item.path, "标杆"), {"name": item.benchmark, "kind": item.faces, "declared": names}
