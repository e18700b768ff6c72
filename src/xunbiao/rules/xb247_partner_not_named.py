"""提到别的单位，没有写协同单位 / Others are to take part and are not named

为什么 / Why
    要突出协同性，既注重单项突破，又注重集成效果（一（二））。举措要靠别的单位配合的，写明是哪几个，才好一起推。
    Working together is one of the principles (一（二）). A measure that needs other units names them, so that they
    can push together.

反例 / Bad
    对标方向:
      举措:
        J1:
          内容: 2020年6月30日前会同市公安局把印章刻制并入企业开办窗口，减少跑动1次。
          协同单位: []

正例 / Good
    对标方向:
      举措:
        J1:
          内容: 2020年6月30日前会同市公安局把印章刻制并入企业开办窗口，减少跑动1次。
          协同单位:
            - 某市公安局
"""

import re
from collections.abc import Iterator

from xunbiao.model.diagnostic import Severity
from xunbiao.model.filing import Filing, Item, text
from xunbiao.rules.rule import Context, Flag, rule

_ORGAN = "(?:局|委|部门|单位|法院|海关|银行|公司|中心)"
_ACT = "(?:建立|共享|对接|联网|联合|联动|共建|协作|互认|互通|开展|签订|完成)"
# 联合验收 and 协同办公 are names of ways of working, so 联合 counts only before an organ, and 与 before one and a verb.
_TOGETHER = re.compile(
    f"会同|商请|由[^，。；]{{2,14}}{_ORGAN}牵头|配合[^，。；]{{0,12}}(?:部门|局|委)|联合(?=[^，。；]{{2,16}}{_ORGAN})"
    f"|[与同和跟][^，。；、与同和跟]{{1,14}}{_ORGAN}{_ACT}"
)


@rule(
    "XB247",
    "partner-not-named",
    Severity.HINT,
    on=Filing,
    clause="一（二）",
    rows=("R07",),
    zh="举措{id}要和别的单位一起做（“{words}”），没有写协同单位",
    en="measure {id} needs others (“{words}”), and 协同单位 names none",
    hint_zh="可以在“协同单位”逐个写上全称",
    hint_en="协同单位 can list them by full name",
)
def check(filing: Filing, _context: Context) -> Iterator[Flag]:
    for measure in filing.measures:
        found = _TOGETHER.search(measure.text)
        if found and not _partners(measure):
            yield (*measure.path, "内容"), {"id": measure.id, "words": found.group()}


def _partners(measure: Item) -> list[str]:
    return [text(each) for each in (measure.data or {}).get("协同单位") or [] if text(each)]
