"""不符合 YAML 的写法 / Not written as YAML

为什么 / Why
    读文件的程序在这里看不懂了，又不是哪种常见的笔误。
    The parser could not make sense of this place, and it is none of the usual slips.

反例 / Bad
    类型: 申报表
    版本: 1
    填报单位: 某市市场监督管理局
    对标方向:
      举措:
        J1:
          协同单位:
            - 市税务局
            市财政局: 协同

正例 / Good
    类型: 申报表
    版本: 1
    填报单位: 某市市场监督管理局
    对标方向:
      举措:
        J1:
          协同单位:
            - 市税务局
            - 市财政局
"""

from xunbiao.model.diagnostic import Severity
from xunbiao.rules.rule import rule

RULE = rule(
    "XB011",
    "not-yaml",
    Severity.ERROR,
    zh="这里不符合 YAML 的写法（{problem}）",
    en="this is not written as YAML ({problem})",
    hint_zh="对照 xunbiao new 生成的样子，检查这一行和上一行的缩进、短横线、冒号和引号",
    hint_en=(
        "Compare with what xunbiao new writes: indentation, dashes, colons and quotes of this line and the one above"
    ),
).of(__doc__)
