"""几个单位的亮点相同 / Units share a highlight

为什么 / Why
    亮点要做到人无我有、人有我新（三（二））。别的单位也写了同样的话，就不是亮点了；是谁先有的，建议人工核查。
    A highlight is what others lack, or have less new (三（二）). What another unit says in the same words is none;
    who had it first somebody had better look into.

反例 / Bad
    scjgj:
      创标意向:
        亮点:
          CL1:
            内容: 申请人不填表，系统把已有的信息自动带出，核对无误点一下就提交。
    sswj:
      创标意向:
        亮点:
          CL1:
            内容: 纳税人不填表，系统把已有的信息自动带出，核对无误点一下就提交。

正例 / Good
    scjgj:
      创标意向:
        亮点:
          CL1:
            内容: 门店地址由系统同不动产登记库比对，店主在手机上点一次确认即完成备案。
    sswj:
      创标意向:
        亮点:
          CL1:
            内容: 退税申请由系统预填，纳税人收到短信后回复一个数字就提交。
"""

from collections.abc import Iterator

from xunbiao.model.diagnostic import Severity
from xunbiao.model.report import Dossier
from xunbiao.rules.likeness import marks
from xunbiao.rules.rule import Context, Shared, rule


@rule(
    "XB503",
    "highlight-shared-by-units",
    Severity.WARNING,
    clause="三（二）",
    rows=("R31",),
    zh="亮点{id}与{others}的相同或几乎相同，建议人工核查",
    en="highlight {id} has the same or nearly the same text as {others}; somebody had better look",
    hint_zh="请写出本单位与他们不同的地方；共同做的，写明各自做了什么",
    hint_en="Say what is different here; if it was done together, say what each has done",
).across
def check(dossier: Dossier, context: Context) -> Iterator[Shared]:
    highlights = dossier.filing.innovation.highlights if dossier.filing else ()
    for highlight in highlights:
        for mark in marks(highlight.text):
            yield Shared(mark, context.key, (*highlight.path, "内容"), {"id": highlight.id})
