"""调整说明没有写全 / An adjustment that is not fully explained

为什么 / Why
    活动要督促各项任务落实、定期通报（四（五））。申报截止以后再改申报表的，要在“调整说明”里逐处写明改了哪一项、为什
    么改、哪天改的，查起来才说得清。
    Tasks are followed up and reported on (四（五）). A change made after the filing was due is explained under
    调整说明, place by place: which field, why, and on what day.

反例 / Bad
    调整说明:
      - 字段: 对标方向.举措.J1.时限
        原值: "2020-06-30"
        现值: "2020-09-30"
        日期: 2020-04-08

正例 / Good
    调整说明:
      - 字段: 对标方向.举措.J1.时限
        原值: "2020-06-30"
        现值: "2020-09-30"
        理由: 省平台接口推迟开放。
        日期: 2020-04-08
"""

from collections.abc import Iterator

from xunbiao.model.diagnostic import Severity
from xunbiao.model.filing import Filing, text
from xunbiao.rules.cells import says_something
from xunbiao.rules.rule import Context, Flag, rule

NEEDED = ("字段", "理由", "日期")


@rule(
    "XB249",
    "adjustment-unexplained",
    Severity.WARNING,
    on=Filing,
    clause="四（五）",
    rows=("R46",),
    at_key=True,
    zh="第{number}处调整说明没有写{missing}",
    en="adjustment {number} does not give {missing}",
    hint_zh="请补上{missing}",
    hint_en="Add {missing}",
)
def check(filing: Filing, _context: Context) -> Iterator[Flag]:
    for index, entry in enumerate(filing.data.get("调整说明") or []):
        values = {label: text((entry or {}).get(label)) for label in NEEDED}
        missing = [label for label, value in values.items() if not says_something(value)]
        if missing:
            yield ("调整说明", index), {"number": index + 1, "missing": "、".join(missing)}
