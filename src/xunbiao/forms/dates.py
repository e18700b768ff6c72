"""the words in a date's place → the day they name, or why they name none."""

import re
from dataclasses import dataclass
from datetime import date

from xunbiao.forms.story import UNFILLED
from xunbiao.model.language import Phrase
from xunbiao.wording import Window, deadline, deadlines

MISSING, BLANK, TEMPLATE, INCOMPLETE, NOT_A_DATE, IMPOSSIBLE, ELSEWHERE = (
    "missing", "blank", "template-left", "incomplete-date", "not-a-date", "impossible-date", "refers-elsewhere",
)  # fmt: skip
ELSEWHERE_WORDS = re.compile(
    r"[（(]?(?:同上|同前|见上|见前|同对标方向|同对标|与对标方向.{0,4}|(?:详)?见附件.{0,6})[）)]?[。.]?"
)
PROMPT = re.compile(
    r"(?:单击|点击)(?:此处|或点击).{0,16}[。.]?|请(?:在此)?(?:输入|填写|选择).{0,12}[。.]?|"
    r"(?:Click|Choose) (?:or tap |here ).{0,40}|选择一项[。.]?"
)
"""What an empty content control says, where it has become text."""
_BLANKS = " \t\u3000\n_＿" + UNFILLED
# What may stand beside a date without saying anything more.
_BESIDE = re.compile(
    "之?前|以前|底|末|完成|办结|实现|达到|达标|全部|全面|确保|力争|计划|预计|落实到位|整改到位|到位|于|在|到|至|止|截止|日|"
    r"目标|时限|期限|[，,。.；;：:（）()\s]"
)


@dataclass(frozen=True, slots=True)
class Day:
    """A day as ISO text, or the code and reason why there is none; `more`: the words hold more than the day."""

    words: str
    day: str | None
    code: str = ""
    why: Phrase = Phrase("", "")  # noqa: RUF009  a frozen value
    guess: date | None = None
    more: bool = False


def read_day(text: str, today: date, window: Window | None) -> Day:
    """A date as typed → a whole and possible day, never one that had to be worked out."""
    words = " ".join(text.replace(UNFILLED, "").strip(_BLANKS).split())
    if not words or PROMPT.fullmatch(words):
        return Day(words, None, TEMPLATE if words or UNFILLED in text else BLANK)
    if ELSEWHERE_WORDS.fullmatch(words):
        why = Phrase("只写了见别处，请写上日期", "refers elsewhere; write the date here")
        return Day(words, None, ELSEWHERE, why)
    read = deadline(words, today=today, window=window)
    if read.state == "date" and read.date:
        # Of several days the last to come is the one by which all is done.
        days = {
            each.date for each in deadlines(words, today=today, window=window) if each.state == "date" and each.date
        }
        rest = _BESIDE.sub("", words[: read.start] + words[read.end :])
        return Day(words, max({read.date, *days}).isoformat(), more=bool(rest))
    why = Phrase(read.why_zh.rstrip("。"), read.why_en.rstrip("."))
    return Day(words, None, _code(read.state, words), why, read.date)


def _code(state: str, words: str) -> str:
    if state == "blank":
        return TEMPLATE if "年" in words or "月" in words else NOT_A_DATE
    return {"incomplete": INCOMPLETE, "inferred": INCOMPLETE, "impossible": IMPOSSIBLE}.get(state, NOT_A_DATE)
