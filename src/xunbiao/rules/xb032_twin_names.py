"""两个文件名只差大小写 / Two names that differ in case alone

为什么 / Why
    在 Windows 和苹果电脑上，只差大小写（或者同一个字的两种编码）的两个文件名是同一个文件，其中一份会被另一份盖掉。
    On Windows and macOS two names that differ in case (or in Unicode form) alone are one file: one of the two
    documents overwrites the other.

反例 / Bad
    （filings/scjgj/filing.yaml 和 filings/scjgj/Filing.yaml）
    (filings/scjgj/filing.yaml and filings/scjgj/Filing.yaml)

正例 / Good
    （只有 filings/scjgj/filing.yaml）
    (filings/scjgj/filing.yaml alone)
"""

from xunbiao.model.diagnostic import Severity
from xunbiao.rules.rule import rule

RULE = rule(
    "XB032",
    "twin-names",
    Severity.ERROR,
    zh="同 {other} 在有的电脑上是同一个文件",
    en="on some computers this is the same file as {other}",
    hint_zh="两份比一比，留下对的一份，删去另一份",
    hint_en="Compare the two, keep the right one, delete the other",
).of(__doc__)
