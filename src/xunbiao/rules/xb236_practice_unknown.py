"""参考的做法不存在 / A practice that does not exist

为什么 / Why
    附件1的典型做法编号 P01 起，要点是 P09-1 这样（三（一））。编号写错，对照和统计就连不上。活动也可以有自己的做法。
    The practices of 附件1 are P01 and so on, their elements P09-1 (三（一）). A wrong code cannot be compared or
    counted. A campaign may have practices of its own.

反例 / Bad
    对标方向:
      举措:
        J1:
          参考做法:
            - P31

正例 / Good
    对标方向:
      举措:
        J1:
          参考做法:
            - P09-2
"""

from collections.abc import Iterator

from xunbiao.model.diagnostic import Severity
from xunbiao.model.filing import Filing, text
from xunbiao.model.language import Phrase
from xunbiao.model.practice import Catalogue
from xunbiao.rules.organs import plain
from xunbiao.rules.rule import Context, Flag, rule

_LOOK_UP = Phrase("用 xunbiao catalogue 查一查编号", "look the code up with xunbiao catalogue")


@rule(
    "XB236",
    "practice-unknown",
    Severity.ERROR,
    on=Filing,
    clause="三（一）",
    rows=("R24",),
    zh="没有“{code}”这项典型做法",
    en="there is no practice “{code}”",
    hint_zh="请{todo}",
    hint_en="Please {todo}",
)
def check(filing: Filing, context: Context) -> Iterator[Flag]:
    for measure in filing.measures:
        for index, entry in enumerate((measure.data or {}).get("参考做法") or []):
            code = text(entry)
            if code and not context.catalogue.knows(code):
                yield (*measure.path, "参考做法", index), {"code": code, "todo": _todo(code, context.catalogue)}


def _todo(code: str, catalogue: Catalogue) -> Phrase:
    """The code that was probably meant: another writing of it, the practice of an element, or of a title."""
    whole, _, element = plain(code).upper().partition("-")
    number = f"P{whole.removeprefix('P'):0>2}"
    if catalogue.knows(f"{number}-{element}"):
        return _write(f"{number}-{element}")
    if practice := catalogue.practices.get(number):
        elements = "、".join(practice.elements)
        return Phrase(f"写 {number} 或它的要点：{elements}", f"write {number} or one of its elements: {elements}")
    titled = [each.code for each in catalogue.practices.values() if plain(code) in plain(each.title)]
    return _write(titled[0]) if len(titled) == 1 else _LOOK_UP


def _write(code: str) -> Phrase:
    return Phrase(f"写成 {code}", f"write {code}")
