"""Why a file is not taken as a form: a code for programs, and one sentence that says what to do."""

from collections.abc import Mapping

from xunbiao.model.form import Refusal
from xunbiao.model.language import Phrase


class Refused(Exception):  # noqa: N818  an outcome that is told to the user, not a fault of the program
    """Carries a Refusal out of the depths of a file; it never leaves the package."""

    def __init__(self, refusal: Refusal) -> None:
        super().__init__(refusal.code)
        self.refusal = refusal


def refusal(code: str) -> Refused:
    """To be raised: the refusal of that code."""
    return Refused(Refusal(code, _WHY[code]))


_WHY: Mapping[str, Phrase] = {
    "old-word": Phrase(
        "这是 .doc 或 .wps 文件，读不了。请在 Word 或 WPS 里打开，另存为 .docx 再导入",
        "a .doc or .wps file cannot be read: open it in Word or WPS, save it as .docx and import that",
    ),
    "encrypted": Phrase(
        "文件加了密码，读不了。请在 Word 或 WPS 里去掉密码，另存为 .docx 再导入",
        "the file is protected by a password: remove it in Word or WPS, save as .docx and import that",
    ),
    "damaged": Phrase(
        "文件损坏，读不了。请在 Word 或 WPS 里打开，另存为 .docx 再导入；打不开就请报送单位重发",
        "the file is damaged: open it in Word or WPS and save it as .docx, or ask for it again",
    ),
    "too-large": Phrase(
        "文件大得不像一份申报表，没有读。请把申报表单独存成一个 .docx 再导入",
        "the file is far larger than a form and was not read: save the form alone as .docx and import that",
    ),
    "doctype": Phrase(
        "文件里有文档类型声明，或者不是 UTF-8 编码，不是正常的 .docx，没有读。请在 Word 或 WPS 里另存为 .docx 再导入",
        "the file declares a document type or is not in UTF-8, which no ordinary .docx does, and was not read: "
        "save it as .docx in Word or WPS and import that",
    ),
    "empty-file": Phrase("文件是空的。请报送单位重发", "the file is empty: ask for it again"),
    "pdf": Phrase("这是 PDF，读不了。请报送单位发 .docx 文件", "a PDF cannot be read: ask for the .docx file"),
    "rtf": Phrase(
        "这是 RTF 文件，读不了。请在 Word 或 WPS 里打开，另存为 .docx 再导入",
        "an RTF file cannot be read: open it in Word or WPS, save it as .docx and import that",
    ),
    "web-page": Phrase(
        "这是网页或 XML 文件，不是 .docx。请在 Word 或 WPS 里打开，另存为 .docx 再导入",
        "this is a web page or XML and no .docx: open it in Word or WPS, save it as .docx and import that",
    ),
    "workbook": Phrase(
        "这是 Excel 表格，不是申报表。要导入台账，文件名请以 .xlsx 结尾",
        "this is a workbook and no form; to import the 台账 its name must end in .xlsx",
    ),
    "not-a-workbook": Phrase("不是能读的 .xlsx 文件", "not a .xlsx file that can be read"),
    "not-a-ledger": Phrase(
        "不是 xunbiao report 生成的台账：要有“台账”工作表，和记着出处的隐藏工作表“xunbiao”",
        "not the ledger that xunbiao report writes: that has a sheet 台账 and a hidden one, xunbiao, with its origin",
    ),
    "too-many-rows": Phrase(
        "台账超过两万行，没有读。请按单位拆成几份（每份保留隐藏的工作表和列）再导入",
        "the ledger has more than 20,000 rows and was not read: part it by units, hidden sheet and columns kept",
    ),
    "stale": Phrase(
        "台账已经过时：生成以后报告又改过。请重新生成台账，再填一次",
        "the ledger is stale: reports have changed since it was made. Make it anew and fill it in again",
    ),
    "open-document": Phrase(
        "这是 .odt 或别的 OpenDocument 文件，读不了。请另存为 .docx 再导入",
        "an OpenDocument file cannot be read: save it as .docx and import that",
    ),
    "not-a-docx": Phrase(
        "不是 .docx 文件。请在 Word 或 WPS 里打开，另存为 .docx 再导入",
        "not a .docx file: open it in Word or WPS, save it as .docx and import that",
    ),
    "not-the-form": Phrase(
        "里面没有附件2申报表（寻标对象、对标方向、创标意向的那张表）",
        "there is no Annex 2 form in it (the table with 寻标对象, 对标方向, 创标意向)",
    ),
    "not-a-file": Phrase("不是能读的文件", "not a file that can be read"),
}
