"""文号写法不对 / A document number written wrongly

为什么 / Why
    文号的年份用六角括号〔〕括起，如 平办〔2018〕24号（引言，GB/T 9704）。写成 [2018]、（2018）的，与原文件对不上，
    检索也检不到。
    The year in a 文号 stands between 〔 and 〕, as in 平办〔2018〕24号 (引言, GB/T 9704). Written with other
    brackets it does not match the document and cannot be found.

反例 / Bad
    对标方向:
      举措:
        J1:
          内容: 落实平市监[2019]61号，在2020年6月30日前对连锁门店实行附记备案，取消分支机构执照1项。

正例 / Good
    对标方向:
      举措:
        J1:
          内容: 落实平市监〔2019〕61号，在2020年6月30日前对连锁门店实行附记备案，取消分支机构执照1项。
"""

from collections.abc import Iterator

from xunbiao.model.diagnostic import Severity
from xunbiao.model.filing import Filing
from xunbiao.model.language import Phrase
from xunbiao.rules.prose import texts_with
from xunbiao.rules.rule import Context, Flag, rule
from xunbiao.wording import document_numbers


@rule(
    "XB235",
    "document-number-malformed",
    Severity.WARNING,
    on=Filing,
    clause="引言",
    rows=("R02",),
    zh="文号“{text}”写法不对：{why}",
    en="the document number “{text}” is written wrongly: {why}",
    hint_zh="请写成 {normal}",
    hint_en="Write {normal}",
)
def check(filing: Filing, _context: Context) -> Iterator[Flag]:
    for path, text in texts_with("号", filing.data):
        for each in document_numbers(text):
            if not each.ok and len(each.issuer) > 1:  # 按（2019）12号 has no issuer
                why = Phrase(each.why_zh.rstrip("。"), each.why_en.rstrip("."))
                yield path, {"text": each.text, "why": why, "normal": each.normal}
