"""用了制表符（Tab） / A tab instead of spaces

为什么 / Why
    层次靠行首空格的多少来表示，Tab 在各人的屏幕上宽窄不一，YAML 不允许用它缩进。
    Levels are shown by the number of spaces at the start of a line. A tab is of a different width on every screen, so
    YAML forbids it there.

反例 / Bad
    （“内容”一行用 Tab 键缩进）
    (the line 内容 is indented by a tab)

正例 / Good
    （“内容”一行用两个空格缩进）
    (the line 内容 is indented by two spaces)
"""

from xunbiao.model.diagnostic import Severity
from xunbiao.rules.rule import rule

RULE = rule(
    "XB008",
    "tab",
    Severity.ERROR,
    zh="这里有制表符（Tab）",
    en="there is a tab here",
    hint_zh="删去它，改用空格，每一层两个",
    hint_en="Delete it and type spaces, two for each level",
).of(__doc__)
