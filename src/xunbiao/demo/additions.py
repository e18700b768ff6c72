"""What some units say beyond the usual: a second benchmark, partners, reasons, study visits, an adjusted measure."""

from typing import Any

from xunbiao.demo.places import put

_GOALS_V, _GAPS_V = "对标方向.目标.纵向标杆单位", "对标方向.差距.纵向标杆单位"
_BEIJING, _SHENZHEN = "国家税务总局北京市税务局", "国家税务总局深圳市税务局"
_CITY_TAX = "国家税务总局平顶山市税务局"

_ADDITIONS = (
    (
        "sswj",
        "filing",
        "寻标对象.纵向标杆单位",
        [
            {"名称": _BEIJING, "地区": "北京市", "好在哪": "300多项业务“全市通办”，网上办税率98%。"},
            {"名称": _SHENZHEN, "地区": "广东省深圳市", "好在哪": "年纳税时间118小时，网上办税自动预填。"},
        ],
    ),
    ("sswj", "filing", f"{_GOALS_V}.M1.标杆", _BEIJING),
    ("sswj", "filing", f"{_GOALS_V}.M2.标杆", _SHENZHEN),
    ("sswj", "filing", f"{_GAPS_V}.C1.标杆", _BEIJING),
    (
        "sswj",
        "filing",
        f"{_GAPS_V}.C3",
        {"内容": "深圳市年纳税时间118小时，我局142小时，多24小时。", "标杆": _SHENZHEN, "对标方面": "标准"},
    ),
    ("scjgj", "filing", "寻标对象.纵向标杆单位.0.选择理由", "在全国较早试行“一照多址”，门店备案数据公开可查。"),
    ("scjgj", "filing", "对标方向.目标.横向标杆单位.M2.三年行动方案任务", "压缩企业开办时间"),
    ("scjgj", "filing", "对标方向.差距.横向标杆单位.C2.问题类型", "堵点"),
    ("zrzyj", "filing", "寻标对象.纵向标杆单位.0.选择理由", "登记与交易机构整体合并，做法与我市机构设置相近。"),
    ("zrzyj", "filing", "对标方向.差距.横向标杆单位.C2.问题类型", "痛点"),
    (
        "zrzyj",
        "filing",
        "考察记录",
        [
            {
                "日期": "2019-11-06",
                "地点": "宜春市不动产登记交易中心",
                "人员": "阎某、薛某等4人",
                "内容": "看综合窗口收件和后台并行审核流程。",
            }
        ],
    ),
    (
        "fgw",
        "filing",
        "考察记录",
        [
            {
                "日期": "2019-11-01",
                "地点": "杭州市发展和改革委员会",
                "人员": "郑某、冯某等5人",
                "内容": "了解承诺事项标准和项目代办制度。",
            }
        ],
    ),
    ("fgw", "filing", "对标方向.目标.纵向标杆单位.M2.三年行动方案任务", "精简报建审批事项"),
    ("zjj", "filing", "对标方向.举措.J3.协同单位", ["平顶山市自然资源和规划局", "平顶山市人民防空办公室"]),
    ("zjj", "filing", "对标方向.差距.纵向标杆单位.C1.问题类型", "难点"),
    ("swj", "filing", "对标方向.举措.J1.协同单位", [_CITY_TAX]),
    ("scjgj", "filing", "对标方向.举措.J2.协同单位", ["平顶山市公安局", _CITY_TAX, "平顶山市人力资源和社会保障局"]),
    ("gjj", "filing", "对标方向.举措.J2.协同单位", ["平顶山市自然资源和规划局"]),
    ("jtysj", "filing", "对标方向.差距.横向标杆单位.C2.问题类型", "痛点"),
    ("ggzyjy", "2020Q1", "举措进展.J3.状态", "已调整"),
    ("ggzyjy", "2020Q1", "举措进展.J3.理由", "疫情期间外地专家不能集中，联网城市由一批推进改为分两批推进。"),
)


def apply(unit: str, document: str, data: dict[str, Any]) -> None:
    """Writes a document's additions into it."""
    for name, kind, place, value in _ADDITIONS:
        if (name, kind) == (unit, document):
            put(data, place, value)
