"""缩进对不齐 / Indentation does not line up

为什么 / Why
    同一层的标签要从同一列开始。多一个或少一个空格，就不知道这一行属于上面哪一条。
    Labels of one level start at the same column. One space more or less, and nobody can tell what a line belongs to.

反例 / Bad
    类型: 申报表
    版本: 1
    填报单位: 某市市场监督管理局
    对标方向:
      举措:
        J1:
          内容: 取消证明3项。
         时限: 2020-06-30

正例 / Good
    类型: 申报表
    版本: 1
    填报单位: 某市市场监督管理局
    对标方向:
      举措:
        J1:
          内容: 取消证明3项。
          时限: 2020-06-30
"""

from xunbiao.model.diagnostic import Severity
from xunbiao.rules.rule import rule

RULE = rule(
    "XB023",
    "indentation",
    Severity.ERROR,
    zh="这一行的缩进同上面哪一层都对不齐",
    en="the indentation of this line fits no level above it",
    hint_zh="同一层的标签左边对齐，每深一层多两个空格",
    hint_en="Align labels of one level; each level is two spaces deeper",
).of(__doc__)
