"""Chinese data values → the words of a page in the reader's language."""

from xunbiao.model.language import Language, Phrase
from xunbiao.model.report import AHEAD, BEHIND, CHANGED, DONE, NOT_STARTED, ON_TRACK

UNREPORTED = Phrase("未报", "not reported")

_ENGLISH = {
    NOT_STARTED: "not started",
    ON_TRACK: "on track",
    AHEAD: "ahead",
    BEHIND: "behind",
    DONE: "done",
    CHANGED: "changed",
    "环节": "steps",
    "材料": "documents",
    "时间": "time",
    "成本": "cost",
    "市直": "city department",
    "县市区": "county or district",
    "功能区": "development zone",
    "垂直管理": "vertical agency",
    "公用企业": "public utility",
    "新思路": "new ideas",
    "新举措": "new measures",
    "新做法": "new practices",
    "经验": "experience",
    "成效": "results",
    "制度成果": "rules issued",
}


def term(value: str, language: Language) -> str:
    """A status, class or dimension as it reads; what has no English word stays as the file has it."""
    return language(value, _ENGLISH.get(value, value))


def status(value: str, language: Language) -> str:
    """A 状态; a measure that the report gives none is said to have none."""
    return term(value, language) if value else UNREPORTED.in_(language)


def counted(number: int, noun: str) -> str:
    """English: 1 day, 2 days."""
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"
