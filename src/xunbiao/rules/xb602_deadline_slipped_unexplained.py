"""截止后推迟时限，没有说明 / A deadline moved back, unexplained

为什么 / Why
    何时赶上，是申报表要回答的问题之一。申报截止以后把时限往后推，又不写“调整说明”，督查（四（五））就没法判断是
    有原因还是拖延。只在 validate --against 时检查。
    By when a unit catches up is one of the questions that a filing answers. A deadline that moves back after
    filings were due, without an entry under 调整说明, cannot be told from mere delay (四（五）). Checked with validate
    --against.

反例 / Bad
    此前:
      对标方向:
        举措:
          J1:
            时限: 2020-06-30
    现在:
      对标方向:
        举措:
          J1:
            时限: 2020-09-30

正例 / Good
    此前:
      对标方向:
        举措:
          J1:
            时限: 2020-06-30
    现在:
      对标方向:
        举措:
          J1:
            时限: 2020-09-30
      调整说明:
        - 字段: J1.时限
          原值: "2020-06-30"
          现值: "2020-09-30"
          理由: 省平台接口推迟开放。
          日期: 2020-04-08
"""

from collections.abc import Iterator

from xunbiao.model.diagnostic import Severity
from xunbiao.model.history import ChangeKind, Event
from xunbiao.rules.past import is_late_change, told
from xunbiao.rules.rule import Context, Flag, rule


@rule(
    "XB602",
    "deadline-slipped-unexplained",
    Severity.ERROR,
    on=Event,
    clause="四（五）",
    rows=("R46",),
    zh="申报截止后把 {field} 由 {before} 推迟到 {after}，没有调整说明（{by}）",
    en="{field} was moved from {before} to {after} after the deadline, without 调整说明 ({by})",
    hint_zh="在“调整说明”里写明字段、原值、现值、理由、日期；改错了的，改回去",
    hint_en="Explain it under 调整说明: 字段, 原值, 现值, 理由, 日期; or set it back",
)
def check(event: Event, context: Context) -> Iterator[Flag]:
    if is_late_change(event) and event.change.kind is ChangeKind.SLIPPED and not event.explanation:
        yield event.change.path, told(event, context)
