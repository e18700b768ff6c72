"""文件读不了 / A file cannot be read

为什么 / Why
    快捷方式（符号链接）、管道、没有权限的文件都不读：它们可能指向别处，读出来的不是这个单位交的材料。
    Links, pipes and files without permission are not read: they may point elsewhere, to something the unit never
    handed in.

反例 / Bad
    （filings/scjgj/filing.yaml 是指向别处的快捷方式）
    (filings/scjgj/filing.yaml is a link to somewhere else)

正例 / Good
    （filings/scjgj/filing.yaml 是一个普通文件）
    (filings/scjgj/filing.yaml is an ordinary file)
"""

from xunbiao.model.diagnostic import Severity
from xunbiao.rules.rule import rule

RULE = rule(
    "XB001",
    "unreadable-file",
    Severity.ERROR,
    zh="读不了这个文件：{why}",
    en="this file cannot be read: {why}",
    hint_zh="请换成一个普通文件，并让自己有读取权限",
    hint_en="Put an ordinary file here that you are allowed to read",
).of(__doc__)
