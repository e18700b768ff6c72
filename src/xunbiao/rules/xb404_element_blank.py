"""没有要点，或者要点是空的 / No element, or a blank one

为什么 / Why
    要点是可以照着做的主意。没有要点，别的单位不知道学什么，比对也无从谈起。
    Elements are what others can do likewise. Without them nobody knows what to take up, and nothing can be compared.

反例 / Bad
    要点: null

正例 / Good
    要点:
      P31-1: 次要材料没有带齐的，先收下，写明欠哪几件
"""

from collections.abc import Iterator

from xunbiao.model.diagnostic import Severity
from xunbiao.model.filing import text
from xunbiao.model.language import Phrase
from xunbiao.model.practice import Practice
from xunbiao.rules.rule import Context, Flag, rule

NONE = Phrase("没有要点", "there is no element")


@rule(
    "XB404",
    "element-blank",
    Severity.ERROR,
    on=Practice,
    at_key=True,
    zh="{what}",
    en="{what}",
    hint_zh="用自己的话写，一条一个可以照着做的主意",
    hint_en="Write it in your own words, one thing to do in each",
)
def check(practice: Practice, _context: Context) -> Iterator[Flag]:
    if not practice.elements:
        yield ("要点",), {"what": NONE}
    for id_, words in practice.elements.items():
        if not text(words):
            yield ("要点", id_), {"what": Phrase(f"要点 {id_} 是空的", f"the element {id_} is blank")}
