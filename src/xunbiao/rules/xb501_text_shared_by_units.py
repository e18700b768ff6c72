"""几个单位的文字相同 / Units share the same text

为什么 / Why
    对活动中的形式主义要严肃对待（四（五））。两个以上单位的目标、差距、举措文字相同，可能是互相抄的，也可能确实要做
    同一件事，建议人工核查，不作结论。
    Formalism is taken seriously (四（五）). Goals, gaps or measures that two or more units have word for word may
    be copied, or may truly be one task of several: somebody had better look; nothing is concluded.

反例 / Bad
    scjgj:
      对标方向:
        差距:
          横向标杆单位:
            C2:
              内容: 窗口人员业务不熟，材料一次说不清，群众平均要跑3次。
    sswj:
      对标方向:
        差距:
          横向标杆单位:
            C2:
              内容: 窗口人员业务不熟、材料一次说不清，群众平均要跑3次。

正例 / Good
    scjgj:
      对标方向:
        差距:
          横向标杆单位:
            C2:
              内容: 市税务局窗口满意度99%，我局92%，相差7个百分点。
    sswj:
      对标方向:
        差距:
          横向标杆单位:
            C2:
              内容: 新办企业在我局还要走6个环节，市市场监管局只需2个环节。
"""

from collections.abc import Iterator

from xunbiao.model.diagnostic import Severity
from xunbiao.model.report import Dossier
from xunbiao.rules.likeness import long_marks, marks
from xunbiao.rules.rule import Context, Shared, rule


@rule(
    "XB501",
    "text-shared-by-units",
    Severity.HINT,
    clause="四（五）",
    rows=("R07", "R47"),
    zh="{id}的文字与{others}的相同或几乎相同，建议人工核查",
    en="{id} has the same or nearly the same text as {others}; somebody had better look",
    hint_zh="确是几个单位同做一件事的，写明协同单位；不是的，请按本单位实际改写",
    hint_en="If it is one task of several units, name them under 协同单位; if not, say it in the unit's own terms",
).across
def check(dossier: Dossier, context: Context) -> Iterator[Shared]:
    """Short goals are alike in good faith: 窗口满意度由92%提高到99%."""
    filing = dossier.filing
    if filing is None:
        return
    marked = [(goal, long_marks(goal.text)) for goal in filing.goals]
    marked += [(item, marks(item.text)) for item in filing.alignment.gaps + filing.measures]
    for item, found in marked:
        for mark in found:
            yield Shared(mark, context.key, (*item.path, "内容"), {"id": item.id})
