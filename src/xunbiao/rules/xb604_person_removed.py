"""截止后删去责任人 / A person taken off after the deadline

为什么 / Why
    任务要落实到具体人（四（二））。申报截止以后把责任人删去，任务就没人负责了；换人要写上新的人。督查（四（五））要知道。
    只在 validate --against 时检查。
    Each task has a person who answers for it (四（二）). Taking that name off after filings were due leaves nobody;
    a successor is to be named. Checked with validate --against.

反例 / Bad
    此前:
      对标方向:
        举措:
          J1:
            责任人: 张某（注册登记科）
    现在:
      对标方向:
        举措:
          J1:
            责任人:

正例 / Good
    此前:
      对标方向:
        举措:
          J1:
            责任人: 张某（注册登记科）
    现在:
      对标方向:
        举措:
          J1:
            责任人: 孙某（注册登记科）
"""

from collections.abc import Iterator

from xunbiao.model.diagnostic import Severity
from xunbiao.model.history import ChangeKind, Event
from xunbiao.rules.past import is_late_change, told
from xunbiao.rules.rule import Context, Flag, rule


@rule(
    "XB604",
    "person-removed",
    Severity.WARNING,
    on=Event,
    clause="四（五）",
    rows=("R46",),
    at_key=True,
    zh="申报截止后删去了 {field}（原为 {before}），没有调整说明（{by}）",
    en="{field} was taken off after the deadline (it was {before}), without 调整说明 ({by})",
    hint_zh="写上接手的人；确实不设的，在“调整说明”里写明理由",
    hint_en="Name the successor; if there is none, explain it under 调整说明",
)
def check(event: Event, context: Context) -> Iterator[Flag]:
    change = event.change
    is_person = bool(change.path) and change.path[-1] in ("责任人", "第一责任人")
    if is_late_change(event) and is_person and change.kind is ChangeKind.REMOVED and not event.explanation:
        yield change.path, told(event, context)
