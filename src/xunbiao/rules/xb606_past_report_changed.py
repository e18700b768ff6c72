"""往季的报告事后改动 / A past quarter's report changed

为什么 / Why
    季度报告截止以后，全市的汇总和通报（四（五））就按它出了。事后再改、再删，汇总和报告就对不上。新情况写进下一季；
    确实要更正的，请主办单位重开这一季。只在 validate --against 时检查。
    Once a quarter's reports are due, the city's summary is made from them (四（五）). A report changed or removed
    afterwards no longer agrees with it. News belongs in the next report; a correction needs the quarter
    reopened. Checked with validate --against.

反例 / Bad
    此前:
      举措进展:
        J1:
          完成率: 60
    现在:
      举措进展:
        J1:
          完成率: 80

正例 / Good
    此前:
      举措进展:
        J1:
          完成率: 60
    现在:
      举措进展:
        J1:
          完成率: 60
"""

from collections.abc import Iterator

from xunbiao.model.diagnostic import Severity, field_name
from xunbiao.model.document import Kind
from xunbiao.model.history import ChangeKind, Event
from xunbiao.model.language import Phrase
from xunbiao.rules.past import short, told
from xunbiao.rules.rule import Context, Flag, rule

_REPORTS = (Kind.QUARTERLY, Kind.SUMMARY)


@rule(
    "XB606",
    "past-report-changed",
    Severity.WARNING,
    on=Event,
    clause="四（五）",
    rows=("R46",),
    zh="{document}截止以后又改了：{what}（{by}）",
    en="the {document} was changed after it was due: {what} ({by})",
    hint_zh="改回去，新情况写进下一季的报告；要更正的，由主办单位在 xunbiao.yaml 里重开",
    hint_en="Set it back and put news into the next report; for a correction ask the host to reopen the quarter",
)
def check(event: Event, context: Context) -> Iterator[Flag]:
    change = event.change
    if event.document.kind not in _REPORTS or not event.after_deadline or change.kind is ChangeKind.UNREADABLE:
        return
    # A report as a whole comes late, comes back or moves with its unit's folder without being changed.
    if change.path or change.kind is ChangeKind.REMOVED:
        yield change.path, {**told(event, context), "document": context.key.phrase, "what": _what(event)}


def _what(event: Event) -> Phrase:
    """The change in a few words; a value that is a list or an entry is not quoted."""
    change, field = event.change, field_name(event.change.path)
    if not change.path:
        return Phrase("整份删除", "it was deleted")
    shown = [short(each) for each in (change.before, change.after)]
    if all(shown):
        return Phrase(f"{field} {shown[0]} → {shown[1]}", f"{field} {shown[0]} → {shown[1]}")
    kind = change.kind.phrase
    return Phrase(f"{kind.zh} {field}", f"{field} {kind.en}")
