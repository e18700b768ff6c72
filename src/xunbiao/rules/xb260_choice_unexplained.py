"""没有写为什么选这些标杆 / No reason is given for the choice of benchmarks

为什么 / Why
    先收集、消化各地各领域的经验做法，为确定标杆对象提供科学依据（三（一））。“选择理由”写一句依据，别人才看得出为什
    么学它。
    Experience is gathered first, to choose benchmarks on good grounds (三（一）). A sentence under 选择理由 lets
    others see why one learns from this unit.

反例 / Bad
    寻标对象:
      纵向标杆单位:
        - 名称: 上海市长宁区市场监督管理局
          地区: 上海市长宁区
          好在哪: 连锁门店新增经营场所当场备案，1个工作日办结。
      横向标杆单位:
        - 名称: 国家税务总局某市税务局
          好在哪: 涉税事项一窗受理，窗口满意度99%。

正例 / Good
    寻标对象:
      纵向标杆单位:
        - 名称: 上海市长宁区市场监督管理局
          地区: 上海市长宁区
          好在哪: 连锁门店新增经营场所当场备案，1个工作日办结。
          选择理由: 上海市优化营商环境改革案例，2019年8月到该局实地看过。
"""

from collections.abc import Iterator

from xunbiao.model.diagnostic import Severity
from xunbiao.model.filing import BENCHMARK_KINDS, Filing, text
from xunbiao.rules.rule import Context, Flag, rule


@rule(
    "XB260",
    "choice-unexplained",
    Severity.HINT,
    on=Filing,
    clause="三（一）",
    rows=("R25",),
    at_key=True,
    zh="没有一个标杆写了选择理由",
    en="no benchmark has a reason for its choice",
    hint_zh="可以在标杆下加一行“选择理由”，写依据，例如“2018年全省营商环境评价第一名”",
    hint_en="A line 选择理由 can be added under a benchmark, such as “first in the province's assessment of 2018”",
)
def check(filing: Filing, _context: Context) -> Iterator[Flag]:
    listed = filing.data.get("寻标对象") or {}
    entries = [entry for kind in BENCHMARK_KINDS for entry in listed.get(kind) or [] if entry]
    if entries and not any(text(entry.get("选择理由")) for entry in entries):
        yield ("寻标对象",), {}
