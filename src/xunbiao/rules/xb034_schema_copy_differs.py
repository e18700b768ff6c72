"""schemas/ 里的文件同软件自带的不一样 / A schema that differs from the packed one

为什么 / Why
    活动文件夹里的 schemas/ 只供编辑器提示用；检查一律用软件自带的，谁也改不松。两者不一样，编辑器说没错的地方检查可能
    说有错，反过来也是。
    The schemas/ in a campaign folder serve editors alone; documents are checked by the packed ones, which no branch
    can weaken. Where the two differ, editor and check may disagree.

反例 / Bad
    （schemas/filing.schema.json 是旧版本的，或者被改过）
    (schemas/filing.schema.json is of an older version, or was edited)

正例 / Good
    （schemas/filing.schema.json 同软件自带的一样）
    (schemas/filing.schema.json as packed)
"""

from xunbiao.model.diagnostic import Severity
from xunbiao.rules.rule import rule

RULE = rule(
    "XB034",
    "schema-copy-differs",
    Severity.WARNING,
    zh="同软件自带的不一样；检查用的是自带的",
    en="differs from the packed one, by which documents are checked",
    hint_zh="换成软件自带的：在空文件夹里运行 xunbiao init，把那里的 schemas/ 复制过来",
    hint_en="Copy schemas/ from a folder freshly made by xunbiao init",
).of(__doc__)
