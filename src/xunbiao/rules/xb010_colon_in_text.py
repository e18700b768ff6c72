"""文字里有英文冒号加空格 / A colon and a space inside a text

为什么 / Why
    英文冒号加空格是标签的标志，写在一句话里，这句话就会被看成又一个标签。
    A half-width colon with a space is the sign of a label; inside a sentence it makes the sentence look like one more
    label.

反例 / Bad
    类型: 申报表
    版本: 1
    填报单位: 某市市场监督管理局
    对标方向:
      举措:
        J1:
          内容: 一是减材料: 取消证明3项。

正例 / Good
    类型: 申报表
    版本: 1
    填报单位: 某市市场监督管理局
    对标方向:
      举措:
        J1:
          内容: 一是减材料：取消证明3项。
"""

from xunbiao.model.diagnostic import Severity
from xunbiao.rules.rule import rule

RULE = rule(
    "XB010",
    "colon-in-text",
    Severity.ERROR,
    zh="这一行里有第二个英文冒号",
    en="there is a second half-width colon on this line",
    hint_zh="文字里的冒号改用全角“：”，或者把整段文字用英文双引号括起来",
    hint_en="Use a full-width colon （：） inside the text, or put the whole text in double quotes",
).of(__doc__)
