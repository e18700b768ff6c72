"""文件不是 UTF-8 编码 / A file is not UTF-8

为什么 / Why
    有的记事本和旧版软件按 GBK 保存中文。猜着读会把字读错，所以不猜。
    Some editors save Chinese text as GBK. Guessing would misread characters, so nothing is guessed.

反例 / Bad
    （用记事本另存为“ANSI”的文件）
    (a file saved as “ANSI” by Notepad)

正例 / Good
    （用记事本另存为“UTF-8”的同一个文件）
    (the same file saved as “UTF-8”)
"""

from xunbiao.model.diagnostic import Severity
from xunbiao.rules.rule import rule

RULE = rule(
    "XB003",
    "not-utf8",
    Severity.ERROR,
    zh="从第 {byte} 个字节起不是 UTF-8{looks_like}",
    en="not UTF-8 from byte {byte} on{looks_like}",
    hint_zh="用记事本或编辑器打开，选“另存为”，编码选 UTF-8，再保存",
    hint_en="Open it in an editor, choose “Save as” with the encoding UTF-8, and save",
).of(__doc__)
