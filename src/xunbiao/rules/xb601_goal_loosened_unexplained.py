"""截止后降低目标，没有说明 / A goal lowered after the deadline, unexplained

为什么 / Why
    目标是报给全市看的，督查要跟踪落实（四（五））。申报截止以后把目标改低，又不写“调整说明”，等于悄悄挪了门柱。
    可以改，但要说清楚。只在 validate --against 时检查。
    Goals are made public and followed up (四（五）). Lowering one after filings were due without an entry under
    调整说明 moves the goalposts in silence. It may be done, but must be explained. Checked with validate --against.

反例 / Bad
    此前:
      对标方向:
        目标:
          纵向标杆单位:
            M1:
              指标:
                目标值: 1
    现在:
      对标方向:
        目标:
          纵向标杆单位:
            M1:
              指标:
                目标值: 3

正例 / Good
    此前:
      对标方向:
        目标:
          纵向标杆单位:
            M1:
              指标:
                目标值: 1
    现在:
      对标方向:
        目标:
          纵向标杆单位:
            M1:
              指标:
                目标值: 3
      调整说明:
        - 字段: M1.指标.目标值
          原值: "1"
          现值: "3"
          理由: 省平台接口推迟开放，经主办单位同意。
          日期: 2020-04-08
"""

from collections.abc import Iterator

from xunbiao.model.diagnostic import Severity
from xunbiao.model.history import ChangeKind, Event
from xunbiao.rules.past import is_late_change, told
from xunbiao.rules.rule import Context, Flag, rule


@rule(
    "XB601",
    "goal-loosened-unexplained",
    Severity.ERROR,
    on=Event,
    clause="四（五）",
    rows=("R46",),
    zh="申报截止后把 {field} 由 {before} 降到 {after}，没有调整说明（{by}）",
    en="{field} was lowered from {before} to {after} after the deadline, without 调整说明 ({by})",
    hint_zh="在“调整说明”里写明字段、原值、现值、理由、日期；改错了的，改回去",
    hint_en="Explain it under 调整说明: 字段, 原值, 现值, 理由, 日期; or set it back",
)
def check(event: Event, context: Context) -> Iterator[Flag]:
    if is_late_change(event) and event.change.kind is ChangeKind.LOOSENED and not event.explanation:
        yield event.change.path, told(event, context)
