"""合并冲突没有处理完 / A merge conflict was left behind

为什么 / Why
    两个人同时改了同一处，git 把两种写法都留在文件里，用 <<<<<<<、=======、>>>>>>> 隔开，等人来选。没选之前读不出哪个
    才算数。
    Two people changed the same place; git keeps both versions between <<<<<<<, ======= and >>>>>>> until someone
    chooses. Before that nobody can say which one counts.

反例 / Bad
    类型: 申报表
    版本: 1
    <<<<<<< HEAD
    填报单位: 某市市场监督管理局
    =======
    填报单位: 市市场监管局
    >>>>>>> draft

正例 / Good
    类型: 申报表
    版本: 1
    填报单位: 某市市场监督管理局
"""

from xunbiao.model.diagnostic import Severity
from xunbiao.rules.rule import rule

RULE = rule(
    "XB006",
    "conflict-marker",
    Severity.ERROR,
    zh="合并冲突没有处理完：{marker}",
    en="a merge conflict was left behind: {marker}",
    hint_zh="两种写法留一种，删去 <<<<<<<、=======、>>>>>>> 这几行",
    hint_en="Keep one of the two versions and delete the lines <<<<<<<, ======= and >>>>>>>",
).of(__doc__)
