"""自己的典型做法没有用上 / A practice of one’s own that is not in effect

为什么 / Why
    xunbiao.yaml 里“典型做法”写“内置”（或者没有写），就只用软件自带的30项，catalogue/ 里自己加的、改的都不起作用。
    With 典型做法: 内置 in xunbiao.yaml (or nothing) the 30 packed practices are used alone; what was added or changed
    in catalogue/ has no effect.

反例 / Bad
    （xunbiao.yaml 写“典型做法: 内置”，catalogue/ 里有 P31.yaml）
    (xunbiao.yaml says 典型做法: 内置, and catalogue/ holds P31.yaml)

正例 / Good
    （xunbiao.yaml 写“典型做法: 扩展”，catalogue/ 里有 P31.yaml）
    (xunbiao.yaml says 典型做法: 扩展, and catalogue/ holds P31.yaml)
"""

from collections.abc import Iterator

from xunbiao.model.diagnostic import Severity
from xunbiao.model.practice import Practice
from xunbiao.rules.practices import in_effect
from xunbiao.rules.rule import Context, Flag, rule


@rule(
    "XB412",
    "practice-not-in-effect",
    Severity.WARNING,
    on=Practice,
    zh="{code} 没有用上：xunbiao.yaml 用的是内置的典型做法",
    en="{code} is not in effect: xunbiao.yaml uses the packed practices",
    hint_zh="把“典型做法”改成 扩展 或 替换，或者删去这个文件",
    hint_en="Set 典型做法 to 扩展 or 替换, or delete this file",
)
def check(practice: Practice, context: Context) -> Iterator[Flag]:
    if practice.code == context.key.unit and not in_effect(practice, context):
        yield (), {"code": practice.code}
