"""举措不具体 / A measure that cannot be carried out as it stands

为什么 / Why
    举措应具体明确，具有可操作性（附件2说明）。做什么、做多少、做出什么、哪天做完、谁来做，至少要有两样，而且要说到
    具体的事。
    Measures are to be definite and practicable (附件2说明): of what is done to what, how much, with what result, by
    when and by whom, at least two are to be there, and a definite matter among them.

反例 / Bad
    对标方向:
      举措:
        J1:
          内容: 强化责任担当，狠抓工作落实。

正例 / Good
    对标方向:
      举措:
        J1:
          内容: 2020年6月30日前对同类连锁门店实行一次许可、附记备案，取消分支机构执照1项。
"""

from collections.abc import Iterator

from xunbiao.model.diagnostic import Severity
from xunbiao.model.filing import Filing, Item
from xunbiao.model.language import Phrase
from xunbiao.rules.cells import is_blank, says_something
from xunbiao.rules.prose import MATTER, empty_words, evidence, names_somebody, says_matter
from xunbiao.rules.rule import Context, Flag, rule

ENOUGH = 2


@rule(
    "XB222",
    "measure-vague",
    Severity.WARNING,
    on=Filing,
    clause="附件2说明",
    rows=("R58", "R62", "R65"),
    zh="举措{id}不具体{words}",
    en="measure {id} is not definite{words}",
    hint_zh="请写明对什么做什么、做多少、做出什么，例如“3月底前与税务系统完成接口联调，取消纸质证明1项”",
    hint_en="Say what is done to what, how much, and what will be there afterwards",
)
def check(filing: Filing, _context: Context) -> Iterator[Flag]:
    for measure in filing.measures:
        if says_something(measure.text) and not _is_concrete(measure):
            yield (*measure.path, "内容"), {"id": measure.id, "words": _words(measure.text)}


def _is_concrete(measure: Item) -> bool:
    """At least two of the five, counting 责任人 and 时限 beside the text; one of them is said in the text."""
    if not says_matter(measure.text):
        return False
    if names_somebody(measure.person) or not is_blank(measure.deadline):
        return True
    # A matter that no list of words knows is one that the evidence does not count.
    found = evidence(measure.text)
    return len(found if found & MATTER else found | {"object"}) >= ENOUGH


def _words(text: str) -> Phrase:
    words = empty_words(text)
    return Phrase(f"，{words}没有说到具体的事", f"; {words} names nothing to be done") if words else Phrase("", "")
