"""Amount in its place → whether it counts as a quantity, or only looks like one.

100%  3个工作日  200余项  count;   一家牵头  三个转变  24小时自助  110千伏变电站  第一批  十分  近三年  do not
"""

import re

from xunbiao.wording.amounts import Amount
from xunbiao.wording.scan import Figure
from xunbiao.wording.words.phrases import EVERYBODY, FIRST_OF, NAMES_AFTER, ORNAMENTED, SESSIONS, STEPS_UP, WAYS_AFTER

_END = re.compile(r"$|[，。；、！？,.()：:”\n/]|以[内上下]|的|和|及|或|左右|了")
_CIRCLE = re.compile("[^，。；]{0,8}圈")
_LONG = frozenset(["年", "个月", "季度", "周", "星期"])
_ORNAMENTAL = frozenset(["个", "项", "种", "大类", "类", "条", "步", "次"])
_VISITS = frozenset("次趟回")
_RANKED_BY = frozenset(["名", "位", "位次", "名次"])
_VISITED = re.compile("(?:跑|来|最多|只|仅|至多|上门|往返|取|排|每.{0,6})$")
_PER_TERM = re.compile("每[年月周天日季半一二两三][^，。；]{0,12}$")
# 落后第一名11.3分 measures against the first.
_AGAINST = re.compile("落后|距|与|较|比|超|追赶|差")
_NO_RANK = re.compile("[\u4e00-\u9fff]")


def counts(text: str, figure: Figure, *, changed: bool, measured_time: bool) -> bool:
    """Whether a figure is a quantity.

    `changed` tells that a verb of change or a 由 governs it; `measured_time` that the sentence measures a length of
    time.
    """
    amount = figure.amount
    if figure.word is not None:
        return _word_counts(text, figure)
    if figure.quoted and text.startswith("”", figure.end) and text.startswith(WAYS_AFTER, figure.end + 1):
        return False
    if not _number_counts(text, amount, changed=changed):
        return False
    if amount.measure.chinese and not _chinese_counts(text, figure, changed=changed):
        return False
    return _time_counts(text, amount, changed=changed, measured=measured_time)


def _word_counts(text: str, figure: Figure) -> bool:
    """零跑腿 counts, “零跑腿”服务模式 is a name; 一半以上 counts."""
    after = figure.end + text.startswith("”", figure.end)
    word = figure.word
    if word is not None and word.role in ("zero", "whole") and text.startswith(WAYS_AFTER, after):
        return False
    if word is not None and word.role == "whole" and text.startswith(EVERYBODY, figure.end):
        return False
    if word is None or word.role != "rank":
        return True
    return not (text.startswith(FIRST_OF, figure.end) or _AGAINST.search(text[max(0, figure.start - 3) : figure.start]))


def _number_counts(text: str, amount: Amount, *, changed: bool) -> bool:
    measure, at = amount.measure, amount.number_at
    before, after = text[at - 1 : at] if at else "", text[measure.end : measure.end + 1]
    if (before.isascii() and before.isalpha()) or (amount.rank and not _ranks(text, amount)):
        return False
    if (measure.bare and amount.bound == "=") or (measure.chinese and before and before in "数几好"):
        return False
    if measure.unit is None:
        return _unitless_counts(text, amount, after)
    if measure.unit.rated:
        return changed or amount.reached
    return not (measure.unit.arabic and measure.chinese) and not (
        measure.unit.name == "分" and before in tuple("点时：:")
    )


def _ranks(text: str, amount: Amount) -> bool:
    unit = amount.unit
    if unit is not None:
        return unit.name in _RANKED_BY or (amount.rank == "前" and unit.name == "%")
    if amount.rank == "前":
        return True
    lead = text[max(0, amount.start - 6) : amount.start]
    return bool(_END.match(text, amount.measure.end)) and (amount.reached or bool(_RANKING.search(lead)))


_RANKING = re.compile("全[省国市县区]|同类|排|居|列|名次|位次|升|前移")


def _unitless_counts(text: str, amount: Amount, after: str) -> bool:
    """A number without a unit counts when a bound or 达到 leads to it and nothing follows, or when in 万 or 亿."""
    if amount.rank == "前":
        return not after or not _NO_RANK.match(after) or after in "的行列甲强，"
    if amount.rank:
        return True
    ends = bool(_END.match(text, amount.measure.end))
    if amount.measure.high >= 10_000 and text[amount.measure.end - 1] in "万亿余多":
        return True
    return ends and (amount.reached or amount.before is not None) and after != "."


def _chinese_counts(text: str, figure: Figure, *, changed: bool) -> bool:
    """一 is mostly no number (一个窗口), nor is 三 before 转变; both are where something leads to them."""
    amount = figure.amount
    measure = amount.measure
    unit = measure.unit
    led = amount.reached or amount.only or amount.bound != "=" or changed
    if unit is None or unit.name in ("%", "位次") or unit.kind == "时间":
        return not (figure.quoted and unit is None)
    if figure.quoted and not led:
        return False
    if unit.name == "分":
        return measure.low >= 20
    if unit.name == "类" and measure.high <= 5:
        return amount.only or amount.bound != "="
    if measure.high == 1:
        return _one_counts(text, amount, led=led, changed=changed)
    if unit.name == "次" and text.startswith(SESSIONS, measure.end):
        return False
    bounded = amount.only or amount.bound != "="
    return bounded or not (measure.high <= 10 and unit.name in _ORNAMENTAL and text.startswith(ORNAMENTED, measure.end))


def _one_counts(text: str, amount: Amount, *, led: bool, changed: bool) -> bool:
    """压缩至一个 counts, 一个窗口 does not; 只跑一次 counts, 做到一次办好 does not."""
    end = amount.measure.end
    if text.startswith(STEPS_UP, end):
        return False
    if amount.unit is None or amount.unit.name not in _VISITS:
        return led
    lead = text[max(0, amount.number_at - 14) : amount.number_at]
    if _VISITED.search(lead) or _PER_TERM.search(lead) or amount.bound != "=":
        return True
    return led and (bool(_END.match(text, end)) or (changed and not amount.reached))


def _time_counts(text: str, amount: Amount, *, changed: bool, measured: bool) -> bool:
    """3个工作日 counts; 24小时自助, 近三年 and 三年行动 do not; 三个月 does where time is what is measured."""
    unit = amount.unit
    if unit is None or unit.kind != "时间":
        return True
    if text.startswith(NAMES_AFTER, amount.end) or _CIRCLE.match(text, amount.end):
        return False
    if text.startswith(("之外", "以外"), amount.measure.end):
        return False  # 8小时之外 is when, not how long
    lead = text[max(0, amount.number_at - 1) : amount.number_at]
    if unit.name in _LONG:
        return (
            changed or amount.reached or amount.only or measured or amount.bound in ("<=", ">=", "<", ">")
        ) and lead != "近"
    if amount.measure.chinese and amount.measure.high == 1 and unit.name in ("天", "日", "分钟", "秒", "小时"):
        return changed or amount.bound != "=" or amount.reached or amount.only or bool(_DONE.match(text, amount.end))
    return True


_DONE = re.compile("[办审出领拿完结发搞答取受送]|就|即|可")
