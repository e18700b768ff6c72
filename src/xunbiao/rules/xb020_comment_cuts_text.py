"""# 把后面的文字变成了注释 / A # turns the rest of a text into a comment

为什么 / Why
    空格后面的 # 开始一段注释，从它到行末都不读。写在句子里，后半句就丢了，而且没有别的迹象。
    A # after a space starts a comment, and everything up to the end of the line is not read. Inside a sentence the
    rest of it is lost, and nothing else tells.

反例 / Bad
    类型: 申报表
    版本: 1
    填报单位: 某市市场监督管理局
    对标方向:
      举措:
        J1:
          内容: 6月底前改造 #2窗口和 #3窗口。

正例 / Good
    类型: 申报表
    版本: 1
    填报单位: 某市市场监督管理局
    对标方向:
      举措:
        J1:
          内容: "6月底前改造 #2窗口和 #3窗口。"
          时限: 2020-06-30 # 这是注释
"""

from xunbiao.model.diagnostic import Severity
from xunbiao.rules.rule import rule

RULE = rule(
    "XB020",
    "comment-cuts-text",
    Severity.WARNING,
    zh="“{cut}”被当作注释，没有读进来",
    en="“{cut}” is taken for a comment and not read",
    hint_zh="是内容的，把整段文字用英文双引号括起来；是注释的，在 # 后面加一个空格",
    hint_en="If it is content, put the whole text in double quotes; if it is a comment, put a space after the #",
).of(__doc__)
