"""截止后推迟时限，有说明 / A deadline moved back, explained

为什么 / Why
    时限推迟并写了“调整说明”，手续是全的；但推迟本身值得督查知道（四（五）），尤其是一推再推的。只是提示，不是结论。
    只在 validate --against 时检查。
    A deadline that moved back with its reason given is in order; that it moved is still worth knowing to who
    follows up (四（五）), above all where it moves again and again. A signal, no verdict. Checked with validate
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
      调整说明:
        - 字段: J1.时限
          原值: "2020-06-30"
          现值: "2020-09-30"
          理由: 省平台接口推迟开放。
          日期: 2020-04-08

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
            时限: 2020-05-31
"""

from collections.abc import Iterator

from xunbiao.model.diagnostic import Severity
from xunbiao.model.history import ChangeKind, Event
from xunbiao.rules.past import is_late_change, told
from xunbiao.rules.rule import Context, Flag, rule


@rule(
    "XB603",
    "deadline-slipped",
    Severity.HINT,
    on=Event,
    clause="四（五）",
    rows=("R46",),
    zh="申报截止后把 {field} 由 {before} 推迟到 {after}，理由：{reason}（{by}）",
    en="{field} was moved from {before} to {after} after the deadline; reason given: {reason} ({by})",
    hint_zh="理由是否成立，建议人工核查",
    hint_en="Whether the reason holds is for a person to say",
)
def check(event: Event, context: Context) -> Iterator[Flag]:
    if is_late_change(event) and event.change.kind is ChangeKind.SLIPPED and event.explanation:
        yield event.change.path, {**told(event, context), "reason": event.explanation}
