"""标签不是文字 / A label is no text

为什么 / Why
    标签和编号必须是文字。纯数字、true、false、null 会被当成别的东西；编号要以字母开头，如 M1。
    Labels and ids must be texts. Bare numbers, true, false and null are read as something else; an id starts with a
    letter, as M1.

反例 / Bad
    类型: 申报表
    版本: 1
    填报单位: 某市市场监督管理局
    对标方向:
      举措:
        1:
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
    "XB016",
    "label-is-no-text",
    Severity.ERROR,
    zh="标签 {key} 不是文字",
    en="the label {key} is no text",
    hint_zh="编号前面加字母，如 J1",
    hint_en="Start the id with a letter, as J1",
).of(__doc__)
