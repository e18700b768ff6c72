"""有的举措没有报进展 / A measure without progress

为什么 / Why
    申报表里的举措要逐步推动、逐项落实（三（二）），每期都报，一条也不漏；没有动的写“未启动”。
    The measures of the filing are carried out one by one (三（二）); each report tells of all of them, those not
    begun as 未启动.

反例 / Bad
    filing:
      对标方向:
        举措:
          J3:
            内容: 2020年8月31日前开放门店地址库查询接口1个。
            责任人: 钱某（信息中心）
            时限: 2020-08-31
    2020Q1: {}

正例 / Good
    filing:
      对标方向:
        举措:
          J3:
            内容: 2020年8月31日前开放门店地址库查询接口1个。
            责任人: 钱某（信息中心）
            时限: 2020-08-31
    2020Q1:
      举措进展:
        J3:
          状态: 达进度
          完成率: 20
          进展: 接口说明写完初稿。
"""

from collections.abc import Iterator

from xunbiao.model.diagnostic import Severity
from xunbiao.model.report import Report
from xunbiao.rules.reporting import measures, progress_in, since
from xunbiao.rules.rule import Context, Flag, rule


@rule(
    "XB312",
    "measure-not-reported",
    Severity.WARNING,
    on=Report,
    clause="三（二）",
    rows=("R27",),
    at_key=True,
    zh="举措 {id} 没有报进展",
    en="no progress is told of measure {id}",
    hint_zh="加上 {id}，写明状态、完成率和进展",
    hint_en="Add {id} with 状态, 完成率 and 进展",
)
def check(report: Report, context: Context) -> Iterator[Flag]:
    told = progress_in(report)
    later = since(context, report)
    for id_ in measures(context):
        if id_ not in told and id_ not in later:
            yield ("举措进展",), {"id": id_}
