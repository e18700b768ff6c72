"""有不能用的字符 / A character that cannot be used

为什么 / Why
    控制字符、私用区字符等看不见也印不出来，多半是从别的软件粘贴时带来的，或者是文件写了一半就断了。有的会改变屏幕上显
    示的内容。
    Control and private-use characters can be neither seen nor printed. They come along when text is pasted, or when a
    file was only half written; some change what a screen shows.

反例 / Bad
    （“内容”里夹着一个退格符 U+0008）
    (a backspace U+0008 inside 内容)

正例 / Good
    （同一句话，没有退格符）
    (the same sentence without it)
"""

from xunbiao.model.diagnostic import Severity
from xunbiao.rules.rule import rule

RULE = rule(
    "XB004",
    "forbidden-character",
    Severity.ERROR,
    zh="有不能用的字符 {character}",
    en="the character {character} cannot be used",
    hint_zh="请删去这个字符；看不见的，把这几个字重新打一遍",
    hint_en="Delete it; where it cannot be seen, type the words around it again",
).of(__doc__)
