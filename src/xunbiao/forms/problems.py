"""What is wrong or doubtful about how a form is filled in: a stable code, the form's own cell, a sentence."""

from collections.abc import Mapping

from xunbiao.model.diagnostic import Path, Severity
from xunbiao.model.form import Problem
from xunbiao.model.language import Phrase


def problem(code: str, path: Path = (), words: str = "", why: Phrase | None = None) -> Problem:
    """The problem of that code at a place, with the words that stand there."""
    message = _SENTENCES[code].fill({"words": _cut(words), "why": why or Phrase("", "")})
    severity = Severity.WARNING if code in _WARNINGS else _FILLED_IN.get(code, Severity.HINT)
    return Problem(code, path, severity, message, words, code in _FILLED_IN)


def _cut(words: str) -> str:
    words = " ".join(words.split()).rstrip("。；;.")
    return words if len(words) <= 40 else f"{words[:40]}…"


# What stands in a file besides the form, and what could not be taken as it is.
_WARNINGS = frozenset(
    {"macro", "external-link", "attached-template", "embedded-object", "foreign-chunk"}
    | {"more-than-one-form", "unsupported-character", "hidden-text", "leftover", "too-long"}
)
# What was filled in wrongly, rather than read with doubt.
_FILLED_IN: Mapping[str, Severity] = {
    "missing": Severity.ERROR,
    "blank": Severity.ERROR,
    "template-left": Severity.ERROR,
    "incomplete-date": Severity.ERROR,
    "not-a-date": Severity.ERROR,
    "impossible-date": Severity.ERROR,
    "refers-elsewhere": Severity.WARNING,
    "unit-unknown": Severity.ERROR,
    "unit-differs": Severity.ERROR,
    "cell-formula": Severity.ERROR,
    "cell-no-status": Severity.ERROR,
    "cell-no-rate": Severity.ERROR,
    "cell-read-only": Severity.ERROR,
    "cell-no-such-item": Severity.ERROR,
    "cell-conflict": Severity.ERROR,
}
_SENTENCES: Mapping[str, Phrase] = {
    "missing": Phrase("没有填", "is not filled in"),
    "blank": Phrase("没有填", "is left blank"),
    "template-left": Phrase("还是空表的样子，没有填", "is as the empty form has it"),
    "incomplete-date": Phrase("‘{words}’不是完整的日期：{why}", "‘{words}’ is no whole date: {why}"),
    "not-a-date": Phrase("‘{words}’不是日期", "‘{words}’ is no date"),
    "impossible-date": Phrase("‘{words}’：{why}", "‘{words}’: {why}"),
    "refers-elsewhere": Phrase("‘{words}’要写明内容", "‘{words}’ must say what it refers to"),
    "unit-unknown": Phrase("单位名录里没有‘{words}’", "no unit ‘{words}’ on the roster"),
    "unit-differs": Phrase(
        "表上写的是‘{words}’，和 --unit 不是一个单位", "the form names ‘{words}’, another unit than --unit"
    ),
    "unit-alias": Phrase("‘{words}’按单位名录写成全称", "‘{words}’ is written as the full name on the roster"),
    "more-than-a-date": Phrase(
        "‘{words}’里只取了日期，其余的话在注释里", "of ‘{words}’ only the date is taken; the words stay in a comment"
    ),
    "lead-in": Phrase(
        "编号前的‘{words}’没有算作一条，在注释里",
        "‘{words}’ before the first number is no item; it is kept in a comment",
    ),
    "unnumbered-paragraph": Phrase(
        "有的段落没有编号，各算一条，请核对", "paragraphs without a number are taken as items; please check"
    ),
    "figure-or-number": Phrase(
        "开头的数字像数值也像编号，按编号读，请核对",
        "what begins an item may be a figure; read as a number, please check",
    ),
    "number-out-of-order": Phrase("编号不连续，请核对分条", "the numbers are not in order; check the items"),
    "soft-break": Phrase("按换行分了条，请核对", "items are parted at line breaks; please check"),
    "numbers-inside": Phrase(
        "句子中间的编号没有分条，请核对", "numbers inside a sentence do not part items; please check"
    ),
    "kind-guessed": Phrase(
        "没有写纵向还是横向，按先纵后横读，请核对",
        "vertical or horizontal is not said; taken in this order, please check",
    ),
    "table-in-cell": Phrase(
        "格里套着表格，按行读成文字，请核对", "a table inside a cell is read as lines; please check"
    ),
    "more-than-one-form": Phrase(
        "文件里不止一份申报表，只读了填得最多的一份，另外的在注释里",
        "the file holds more than one form; the fullest is read, the rest kept in comments",
    ),
    "struck-through": Phrase(
        "有加了删除线的字，仍按有效读，请核对", "text that is struck through is read as it stands; please check"
    ),
    "hidden-text": Phrase("有隐藏文字，没有读进格里，在注释里", "hidden text is kept in a comment, in no cell"),
    "unsupported-character": Phrase(
        "有存不了的字符，写成了〔U+…〕，请改", "characters that cannot be kept are written as 〔U+…〕; please replace"
    ),
    "invisible-character": Phrase("去掉了看不见的字符", "invisible characters are left out"),
    "macro": Phrase("文件里有宏，没有理会", "the file holds macros, which are ignored"),
    "external-link": Phrase(
        "文件引用了外部内容，没有去取", "the file refers to something outside it, which is never fetched"
    ),
    "attached-template": Phrase(
        "文件挂着外部模板，没有去取", "the file has an outside template, which is never fetched"
    ),
    "embedded-object": Phrase("文件里嵌着别的文件，没有读", "a file embedded in this one is not read"),
    "foreign-chunk": Phrase("文件里插着别的文件的内容，没有读", "content inserted from another file is not read"),
    "leftover": Phrase(
        "‘{words}’没有归到哪一格，在文件末尾的注释里",
        "‘{words}’ belongs to no cell and is kept in a comment at the end",
    ),
    "below-the-line-kept": Phrase(
        "内容改了，原来的{words}没有动，请核对", "the words changed and {words} was left as it was; please check"
    ),
    "cell-formula": Phrase(
        "是公式，没有导入，请写数值或文字", "holds a formula and is not taken; write the value itself"
    ),
    "cell-no-status": Phrase("‘{words}’不是状态，没有导入：{why}", "‘{words}’ is no 状态 and is not taken: {why}"),
    "cell-no-rate": Phrase(
        "‘{words}’不是 0 到 100 的数，没有导入", "‘{words}’ is no number from 0 to 100 and is not taken"
    ),
    "cell-read-only": Phrase("这一列不能在台账里改，没有导入", "this column cannot be changed here and is not taken"),
    "cell-no-such-item": Phrase("报告里没有这一项，没有导入", "the report has no such item; not taken"),
    "cell-conflict": Phrase(
        "同一单位的各行写得不一样，没有导入", "the rows of one unit say different things; not taken"
    ),
    "too-long": Phrase("太长，请分条或者精简", "is too long: part or shorten it"),
}
