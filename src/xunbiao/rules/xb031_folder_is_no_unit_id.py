"""文件夹名不是单位编号 / A folder whose name is no unit id

为什么 / Why
    filings/ 下每个单位一个文件夹，名字是单位编号：小写英文字母开头，只有小写字母、数字和短横线，最长64个字符。中文名
    和大写字母在别的电脑上会变样。
    Each unit has a folder under filings/, named by its id: lower-case letters, digits and hyphens, starting with a
    letter, 64 characters at most. Other names change from computer to computer.

反例 / Bad
    （filings/市场监管局/filing.yaml、filings/SCJGJ/filing.yaml）
    (filings/SCJGJ/filing.yaml)

正例 / Good
    （filings/scjgj/filing.yaml）
    (filings/scjgj/filing.yaml)
"""

from xunbiao.model.diagnostic import Severity
from xunbiao.rules.rule import rule

RULE = rule(
    "XB031",
    "folder-is-no-unit-id",
    Severity.ERROR,
    zh="文件夹名“{folder}”不是单位编号",
    en="the folder “{folder}” is no unit id",
    hint_zh="改成单位名录（units.yaml）里的编号，如 scjgj",
    hint_en="Rename it to the unit’s id in units.yaml, as scjgj",
).of(__doc__)
