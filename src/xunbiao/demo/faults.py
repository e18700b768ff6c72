"""What is wrong in a document from the day it is handed in, place by place: every row is on purpose."""

from dataclasses import dataclass
from typing import Any

from xunbiao.demo.places import GONE, put


@dataclass(frozen=True, slots=True)
class Fault:
    """In a unit's document, another value at a place."""

    unit: str
    document: str
    place: str
    value: Any


_VERTICAL, _HORIZONTAL = "寻标对象.纵向标杆单位", "寻标对象.横向标杆单位"
_GOALS_V, _GOALS_H = "对标方向.目标.纵向标杆单位", "对标方向.目标.横向标杆单位"
_GAPS_V, _GAPS_H = "对标方向.差距.纵向标杆单位", "对标方向.差距.横向标杆单位"
_MEASURES = "对标方向.举措"

FAULTS = (
    # Goals without figures, and measures that say nothing.
    Fault("kjj", "filing", f"{_GOALS_V}.M2.内容", "进一步压缩技术合同登记时限。"),
    Fault("kjj", "filing", f"{_GOALS_V}.M2.指标", GONE),
    Fault("kjj", "filing", f"{_GOALS_H}.M3.内容", "大幅减少科技项目申报材料。"),
    Fault("kjj", "filing", f"{_GOALS_H}.M3.指标", GONE),
    Fault("kjj", "filing", f"{_MEASURES}.J1.内容", "加强学习，提高认识，不断提升高企申报服务水平。"),
    Fault("mzj", "filing", f"{_GOALS_V}.M1.内容", "显著提升社会组织登记效率，达到全国一流水平。"),
    Fault("mzj", "filing", f"{_GOALS_V}.M1.指标", GONE),
    Fault(
        "mzj",
        "filing",
        f"{_MEASURES}.J2.内容",
        "一是为76家养老机构建立“一院一档”；二是组织消防、食品安全培训12场；三是2020年8月底前备案率达到100%。",
    ),
    # Figures that do not fit: no better than today, worse than today, other units, other than the sentence says.
    Fault("zlsgs", "filing", f"{_GOALS_V}.M2.内容", "用水报装环节控制在5个以内。"),
    Fault("zlsgs", "filing", f"{_GOALS_V}.M2.指标.目标值", 5),
    Fault("wglj", "filing", f"{_GOALS_H}.M3.内容", "A级景区入园平均等候控制在25分钟以内。"),
    Fault("wglj", "filing", f"{_GOALS_H}.M3.指标.目标值", 25),
    Fault("ycj", "filing", f"{_GOALS_V}.M1.内容", "零售许可证新办由15天压缩至5天以内。"),
    Fault("jrj", "filing", f"{_GOALS_V}.M1.内容", "小微企业首贷平均办理时间由15个工作日压缩至5个工作日以内。"),
    # Benchmarks that are none.
    Fault("jrj", "filing", f"{_VERTICAL}.0.名称", "先进地区"),
    Fault("jrj", "filing", f"{_VERTICAL}.0.地区", GONE),
    Fault("jrj", "filing", f"{_GAPS_V}.C1.内容", "先进地区归集30个部门数据，我市8个，少22个。"),
    Fault("rfb", "filing", f"{_VERTICAL}.0.名称", "宝丰县人民防空办公室"),
    Fault("rfb", "filing", f"{_VERTICAL}.0.地区", "平顶山市宝丰县"),
    Fault("rfb", "filing", f"{_GAPS_V}.C1.内容", "宝丰县不单独受理，我办单独受理、单独审图，多10个工作日。"),
    Fault("qxj", "filing", f"{_HORIZONTAL}.0.名称", "平顶山市气象局"),
    Fault("xfzd", "filing", _HORIZONTAL, []),
    Fault("nyncj", "filing", f"{_HORIZONTAL}.0.名称", "中国平煤神马能源化工集团有限责任公司"),
    Fault("nyncj", "filing", f"{_HORIZONTAL}.0.好在哪", "采购合同和检疫证明线上核验，不收复印件。"),
    Fault("nyncj", "filing", f"{_GAPS_H}.C2.内容", "平煤神马集团线上核验，我局仍收取执照复印件2份。"),
    # Persons that are missing or nobody.
    Fault("lyj", "filing", f"{_MEASURES}.J2.责任人", GONE),
    Fault("rqgs", "filing", f"{_MEASURES}.J2.责任人", "专人负责"),
    Fault("xfzd", "filing", f"{_MEASURES}.J3.责任人", "各科室"),
    Fault("ycj", "filing", "第一责任人", GONE),
    # Deadlines that are none, impossible, or outside the campaign.
    Fault("rlgs", "filing", "对标方向.时限", "立行立改，长期坚持"),
    Fault("ycj", "filing", "创标意向.举措.CJ1.时限", "2020-09-31"),
    Fault("wglj", "filing", "创标意向.举措.CJ1.内容", "2021年3月底前上线点单平台，收录剧目160个。"),
    Fault("wglj", "filing", "创标意向.举措.CJ1.时限", "2021-03-31"),
    Fault("slj", "filing", "创标意向.时限", "2020-09-30"),
    # Cells left blank, ids used twice, practices that do not exist.
    Fault("lyj", "filing", _GAPS_V, None),
    Fault("rlgs", "filing", f"{_GAPS_H}.C2.内容", ""),
    Fault("rqgs", "filing", "创标意向.亮点", None),
    Fault("wglj", "filing", _GAPS_H, {"C1": {"内容": "市公安局材料精简四成，我局旅行社设立材料比旅馆许可多4件。"}}),
    Fault("rqgs", "filing", f"{_MEASURES}.J2.参考做法", ["P31"]),
    Fault("rlgs", "filing", f"{_MEASURES}.J1.参考做法", ["P21-9"]),
    # Text taken over from another unit (slj).
    Fault("nyncj", "filing", "创标意向.亮点.CL1.内容", "一村一码，农户扫码报修农机，抢修人员位置和进度实时可见。"),
    Fault("nyncj", "filing", "创标意向.举措.CJ1.内容", "2020年8月底前为1860个村配发农机报修码，组建抢修队24支。"),
    # The head of the form.
    Fault("mzj", "filing", "填报单位", "市民政局"),
    Fault("zlsgs", "filing", "填报时间", "2019-10-12"),
    Fault("xfzd", "filing", "联系电话", "266013"),
    # Reports: whose, of when, on what.
    Fault("rqgs", "2020Q1", "填报单位", "平顶山热力集团有限公司"),
    Fault("qxj", "2020Q3", "填报单位", "平顶山市气象台"),
    Fault("mzj", "2020Q3", "季度", "2020Q2"),
    Fault("slj", "2020Q2", "填报时间", "2020-03-30"),
    Fault(
        "wglj",
        "2020Q1",
        "举措进展.J9",
        {"状态": "达进度", "完成率": 30, "进展": "旅游厕所改造完成6座。"},
    ),
    Fault("nyncj", "2020Q3", "举措进展.J3", GONE),
    Fault("nyncj", "2020Q3", "指标进展.M2", GONE),
    # Reports: what cannot be.
    Fault("mzj", "2020Q2", "举措进展.J1.佐证", GONE),
    Fault("rfb", "2020Q3", "举措进展.J3.完成率", 90),
    Fault("zlsgs", "2020Q2", "举措进展.J1", {"状态": "达进度", "完成率": 80, "进展": "环节减至3个，通水386户。"}),
    Fault("zlsgs", "2020Q3", "举措进展.J1.进展", "环节减至2个，通水521户。"),
    Fault("ycj", "2020Q2", "举措进展.J3.状态", "已调整"),
    Fault("jrj", "2020Q3", "指标进展.M2.现值", 16),
    Fault("nyncj", "summary", "指标进展.M3.现值", 105),
    # Reports: no lesson told until the summary.
    Fault("jrj", "2020Q2", "经验做法", []),
    Fault("xfzd", "2020Q2", "经验做法", []),
    # Documents named: brackets that are not 〔〕, and none at all.
    Fault("rqgs", "2020Q3", "举措进展.J3.佐证", ["平燃司（2020）12号"]),
    Fault("qxj", "summary", "制度成果.0.文号", "平气发[2020]38号"),
    Fault("kjj", "summary", "制度成果", []),
    # Corrected later: see edits.py.
    Fault("rmyh", "filing", f"{_GOALS_V}.M2.内容", "企业征信自助查询网点由3个增至20个。"),
    Fault("rmyh", "filing", f"{_GOALS_V}.M2.指标.目标值", 20),
    Fault("yzj", "filing", f"{_MEASURES}.J3.时限", "2020-11-31"),
    # Not in the filing yet: see edits.py.
    Fault("zwdsj", "filing", f"{_MEASURES}.J4", GONE),
)

REPEATS = frozenset({("kjj", "2020Q2"), ("lyj", "2020Q3")})
"""Reports that say word for word what the one before said."""

DRAFTS = {
    "fgw": (
        (f"{_GOALS_V}.M1.内容", "企业投资项目备案办理时间由3个工作日压缩至2个工作日以内。"),
        (f"{_GOALS_V}.M1.指标.目标值", 2),
    )
}
"""What a filing first said on its branch, and no longer when it arrived."""


def apply(unit: str, document: str, data: dict[str, Any]) -> None:
    """Writes a document's faults into it."""
    for fault in FAULTS:
        if (fault.unit, fault.document) == (unit, document):
            put(data, fault.place, fault.value)
