"""没有从标准、作风、落实对标 / None of the aspects of alignment is touched

为什么 / Why
    主要从工作标准、工作作风、工作落实等方面对标对表（二（二））。差距和举措里三样都看不到，对标就没有着落。“对标方
    面”可以写明，没写的按文字判断。
    One measures oneself mainly by standards, style and execution of work (二（二）). With none of the three in gaps
    or measures, alignment has no ground. 对标方面 says so; where it is not given, the words are read.

反例 / Bad
    对标方向:
      差距:
        纵向标杆单位:
          C1: {内容: 思想不够解放，思路不够开阔。, 对标方面: null}
        横向标杆单位:
          C2: {内容: 与先进单位相比还有距离。, 对标方面: null}
      举措:
        J1: {内容: 外出学习考察，开阔眼界思路。, 对标方面: null}
        J2: {内容: 组织座谈交流，营造浓厚氛围。, 对标方面: null}

正例 / Good
    对标方向:
      差距:
        纵向标杆单位:
          C1: {内容: 长宁区1个工作日办结，我局5个工作日。, 对标方面: null}
"""

import re
from collections.abc import Iterator

from xunbiao.model.diagnostic import Severity
from xunbiao.model.filing import Filing, Item, text
from xunbiao.rules.cells import says_something
from xunbiao.rules.rule import Context, Flag, rule
from xunbiao.wording import quantities

# Words of 工作标准, 工作作风 and 工作落实; a figure is a standard too.
_WORDS = re.compile(
    "标准|规范|流程|时限|环节|材料|作风|态度|主动|推诿|拖延|慢作为|不作为|首问|热情|投诉|满意|落实|执行|督办|督查|考核|问责|兑现|到位"
)


@rule(
    "XB245",
    "aspects-missing",
    Severity.WARNING,
    on=Filing,
    clause="二（二）",
    rows=("R17",),
    at_key=True,
    zh="差距和举措没有说到工作标准、工作作风、工作落实的任何一样",
    en="neither gaps nor measures speak of standards, style or execution of work",
    hint_zh="请写明差在标准、作风还是落实；文字里看不出的，在差距或举措下用“对标方面”写明",
    hint_en="Say in which of the three you fall short, in words or with 对标方面 under a gap or measure",
)
def check(filing: Filing, _context: Context) -> Iterator[Flag]:
    items = [item for item in filing.alignment.gaps + filing.alignment.measures if says_something(item.text)]
    if items and not any(_has_aspect(item) for item in items):
        yield ("对标方向", "差距"), {}


def _has_aspect(item: Item) -> bool:
    marked = text((item.data or {}).get("对标方面"))
    return bool(marked or _WORDS.search(item.text) or quantities(item.text))
