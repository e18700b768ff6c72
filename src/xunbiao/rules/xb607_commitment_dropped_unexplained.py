"""截止后删去目标或举措，没有说明 / A commitment dropped, unexplained

为什么 / Why
    报上来的目标、举措是承诺。申报截止以后整条删去，或者把目标的指标删去，比改低更彻底，更要在“调整说明”里说清楚，
    督查（四（五））才有据可查。只在 validate --against 时检查。
    Goals and measures, once filed, are commitments. Dropping one, or the figure of a goal, after filings were
    due does more than lowering it, and is to be explained under 调整说明 all the more (四（五）). Checked with validate
    --against.

反例 / Bad
    此前:
      对标方向:
        举措:
          J9:
            内容: 对同类连锁门店推行一次许可、附记备案。
            责任人: 张某（注册登记科）
            时限: 2020-06-30
    现在:
      对标方向:
        举措:
          J9:

正例 / Good
    此前:
      对标方向:
        举措:
          J9:
            内容: 对同类连锁门店推行一次许可、附记备案。
            责任人: 张某（注册登记科）
            时限: 2020-06-30
    现在:
      对标方向:
        举措:
          J9:
      调整说明:
        - 字段: 对标方向.举措.J9
          理由: 与省里统一部署的改革合并，不再单列。
          日期: 2020-04-08
"""

from collections.abc import Iterator

from xunbiao.model.diagnostic import Severity
from xunbiao.model.history import ChangeKind, Event
from xunbiao.rules.past import is_late_change, told
from xunbiao.rules.rule import Context, Flag, rule


@rule(
    "XB607",
    "commitment-dropped-unexplained",
    Severity.WARNING,
    on=Event,
    clause="四（五）",
    rows=("R46",),
    at_key=True,
    zh="申报截止后删去了 {field}，没有调整说明（{by}）",
    en="{field} was dropped after the deadline, without 调整说明 ({by})",
    hint_zh="在“调整说明”里写明字段、理由、日期；删错了的，恢复原来的编号和内容",
    hint_en="Explain it under 调整说明: 字段, 理由, 日期; or put it back under its id",
)
def check(event: Event, context: Context) -> Iterator[Flag]:
    change = event.change
    if not is_late_change(event) or change.kind is not ChangeKind.REMOVED or event.explanation:
        return
    is_item = isinstance(change.before, dict) and bool({"目标", "举措"} & set(change.path[:-1]))
    is_figure = "目标" in change.path and change.path[-1] in ("指标", "目标值")
    if is_item or is_figure:
        yield change.path, told(event, context)
