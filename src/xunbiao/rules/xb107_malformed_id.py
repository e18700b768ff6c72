"""编号的写法不对 / A malformed id

为什么 / Why
    编号跟着条目走到底：报告和历次改动都靠它对上同一条。只用英文字母、数字和短横线，字母开头，换一台电脑也不会变样。
    An id stays with its item for life; reports and the audit trail find the item by it. Letters, digits and hyphens,
    starting with a letter, look the same on every computer.

反例 / Bad
    类型: 申报表
    版本: 1
    填报单位: 某市市场监督管理局
    对标方向:
      举措:
        举措一:
          内容: 取消证明3项。

正例 / Good
    类型: 申报表
    版本: 1
    填报单位: 某市市场监督管理局
    对标方向:
      举措:
        J1:
          内容: 取消证明3项。
"""

from xunbiao.model.diagnostic import Severity
from xunbiao.rules.rule import rule

RULE = rule(
    "XB107",
    "malformed-id",
    Severity.ERROR,
    clause="三（二）",
    rows=("R32",),
    zh="编号“{key}”的写法不对",
    en="the id “{key}” is malformed",
    hint_zh="字母开头，只用英文字母、数字和短横线，如 {example}",
    hint_en="Letters, digits and hyphens, starting with a letter, as {example}",
).of(__doc__)
