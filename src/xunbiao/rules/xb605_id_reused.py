"""编号改指另一件事 / An id reused for another matter

为什么 / Why
    编号（J1、M1……）跟着一件事走到底，季度报告按编号报进展，留痕按编号追踪。把原来的事换成另一件、编号不变，
    过去的进展就记到了不相干的事上，督查（四（五））看不出来。只在 validate --against 时检查。
    An id (J1, M1 …) stays with its matter for life: reports and the audit trail go by it. Putting another
    matter under an old id books past progress to something else, unseen by who follows up (四（五）). Checked with
    validate --against.

反例 / Bad
    此前:
      对标方向:
        举措:
          J1:
            内容: 对同类连锁门店推行一次许可、附记备案，取消分支机构执照。
    现在:
      对标方向:
        举措:
          J1:
            内容: 每月组织一次干部业务培训，年底考试合格率达到95%。

正例 / Good
    此前:
      对标方向:
        举措:
          J1:
            内容: 对同类连锁门店推行一次许可、附记备案，取消分支机构执照。
    现在:
      对标方向:
        举措:
          J1:
            内容: 对同类连锁门店推行一次许可、附记备案，分支机构执照全部取消。
"""

from collections.abc import Iterator

from xunbiao.model.diagnostic import Severity
from xunbiao.model.document import Kind
from xunbiao.model.history import ChangeKind, Event
from xunbiao.rules.past import told
from xunbiao.rules.rule import Context, Flag, rule

_ALIKE = 0.12
_SHORTEST = 8


@rule(
    "XB605",
    "id-reused",
    Severity.WARNING,
    on=Event,
    clause="四（五）",
    rows=("R46",),
    zh="{id} 原来说的是“{before}”，现在成了另一件事（{by}）",
    en="{id} used to be “{before}” and is another matter now ({by})",
    hint_zh="新的事用新的编号；原来的事不做了，删去原条目并在“调整说明”里写明",
    hint_en="Give the new matter a new id; if the old one is given up, remove it and explain under 调整说明",
)
def check(event: Event, context: Context) -> Iterator[Flag]:
    change = event.change
    texts = change.before, change.after
    of_item = len(change.path) > 2 and change.path[-1] == "内容" and event.document.kind is Kind.FILING
    if not of_item or change.kind is not ChangeKind.CHANGED or not all(isinstance(each, str) for each in texts):
        return
    old, new = (_pairs(each) for each in texts)
    if min(len(old), len(new)) >= _SHORTEST and len(old & new) < _ALIKE * min(len(old), len(new)):
        yield change.path, {**told(event, context), "id": change.path[-2]}


def _pairs(text: str) -> set[str]:
    """Neighbouring letters and digits of a text: what is left of them says whether it is still about the same."""
    letters = "".join(each for each in text if each.isalnum())
    return {letters[at : at + 2] for at in range(len(letters) - 1)}
