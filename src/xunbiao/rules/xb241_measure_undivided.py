"""几件事写在一条举措里 / Several tasks in one measure

为什么 / Why
    要“工作项目化、项目清单化、清单责任化”（四（二））：一件事一条，各有编号、责任人和时限。“一是……二是……”写成一条，
    进度和责任都分不清。
    Work is to be broken into items, items listed, and the list assigned (四（二）): one task a measure, each with
    id, person and deadline. With “firstly … secondly …” in one measure neither progress nor responsibility can be
    told apart.

反例 / Bad
    对标方向:
      举措:
        J1:
          内容: 一是2020年3月底前印发备案办法；二是2020年6月底前取消分支机构执照1项。

正例 / Good
    对标方向:
      举措:
        J1:
          内容: 2020年6月30日前对同类连锁门店实行一次许可、附记备案，取消分支机构执照1项。
"""

import re
from collections.abc import Iterator

from xunbiao.model.diagnostic import Severity
from xunbiao.model.filing import Filing
from xunbiao.rules.rule import Context, Flag, rule

_STOP = r"(?:^|[\s。；;：:，,、！？])"
# A first and a second enumerator of one kind, where a part of the text may begin; 1.5 and 二（一） enumerate nothing.
_KINDS = (
    ("一是", "二是"),
    (rf"{_STOP}[（(]一[）)]", rf"{_STOP}[（(]二[）)]"),
    (rf"{_STOP}[（(]1[）)]", rf"{_STOP}[（(]2[）)]"),
    (rf"{_STOP}一、", rf"{_STOP}二、"),
    (rf"{_STOP}[1１][.．、](?![0-9０-９])", rf"{_STOP}[2２][.．、](?![0-9０-９])"),
    ("[①⑴⒈]", "[②⑵⒉]"),
    (rf"{_STOP}第一[，,、]", rf"{_STOP}第二[，,、]"),
    (rf"{_STOP}首先", rf"{_STOP}(?:其次|再次|然后)"),
)
_PAIRS = tuple((re.compile(first), re.compile(second)) for first, second in _KINDS)


@rule(
    "XB241",
    "measure-undivided",
    Severity.WARNING,
    on=Filing,
    clause="四（二）",
    rows=("R39",),
    zh="举措{id}里写了几件事",
    en="measure {id} holds several tasks",
    hint_zh="请拆成几条，每条一个编号，各写责任人和时限",
    hint_en="Split it, each task with an id, a person and a deadline of its own",
)
def check(filing: Filing, _context: Context) -> Iterator[Flag]:
    for measure in filing.measures:
        if _enumerates(measure.text):
            yield (*measure.path, "内容"), {"id": measure.id}


def _enumerates(text: str) -> bool:
    """Whether a first and, after it, a second enumerator of the same kind stand in a text."""
    return any((found := first.search(text)) and second.search(text, found.end()) for first, second in _PAIRS)
