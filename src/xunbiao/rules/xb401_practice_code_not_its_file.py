"""编号同文件名不符 / A practice whose code is not its file name

为什么 / Why
    申报表里用编号引用做法（P31），软件按文件名找它。两个不一样，引用的和看到的就不是同一项。
    Filings refer to a practice by its code (P31), and its file is found by name. Where the two differ, a reference
    leads to another practice.

反例 / Bad
    编号: P32

正例 / Good
    编号: P31
"""

from collections.abc import Iterator

from xunbiao.model.diagnostic import Severity
from xunbiao.model.practice import Practice
from xunbiao.rules.rule import Context, Flag, rule


@rule(
    "XB401",
    "practice-code-not-its-file",
    Severity.ERROR,
    on=Practice,
    zh="编号 {code} 同文件名 {file} 不符",
    en="the code {code} does not match the file name {file}",
    hint_zh="改编号，或者改文件名",
    hint_en="Change the code or the file’s name",
)
def check(practice: Practice, context: Context) -> Iterator[Flag]:
    if practice.code != context.key.unit:
        yield ("编号",), {"code": practice.code, "file": context.key.path}
