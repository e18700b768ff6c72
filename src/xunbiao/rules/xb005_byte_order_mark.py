"""文件开头有 BOM / A file starts with a byte order mark

为什么 / Why
    有的记事本保存 UTF-8 时会在开头加三个看不见的字节。内容照读，但别的工具可能会把它当作第一个标签的一部分。
    Some editors put three invisible bytes in front of UTF-8 text. The file is read all the same, but other tools may
    take them for part of the first label.

反例 / Bad
    （用旧版记事本另存为“UTF-8”的文件，开头有 EF BB BF 三个字节）
    (a file of an old Notepad that starts with the bytes EF BB BF)

正例 / Good
    （另存为“UTF-8 无BOM”的文件）
    (a file saved as UTF-8 without BOM)
"""

from xunbiao.model.diagnostic import Severity
from xunbiao.rules.rule import rule

RULE = rule(
    "XB005",
    "byte-order-mark",
    Severity.WARNING,
    zh="文件开头有看不见的标记（BOM）",
    en="the file starts with an invisible mark (BOM)",
    hint_zh="另存为时编码选“UTF-8”（无BOM），再保存一次",
    hint_en="Save it again as UTF-8 without BOM",
).of(__doc__)
