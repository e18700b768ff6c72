"""What is changed after a document was handed in: when, by whom, which places, and what the commit says."""

from dataclasses import dataclass
from typing import Any

from xunbiao.demo.places import GONE


@dataclass(frozen=True, slots=True)
class Edit:
    """A commit straight on the main line that changes places of one document."""

    at: str
    unit: str
    document: str
    subject: str
    changes: tuple[tuple[str, Any], ...]
    by_coordinator: bool = False


_GOALS_V, _GOALS_H = "对标方向.目标.纵向标杆单位", "对标方向.目标.横向标杆单位"
_MEASURES = "对标方向.举措"
_RAIN_GOAL = "完成5个开发区雷电灾害风险区域评估，成果免费供入区项目使用。"

EDITS = (
    # Before the deadline a goal may still be set lower.
    Edit(
        "2019-11-15 15:20",
        "rmyh",
        "filing",
        "按机具采购数量核减征信自助网点目标",
        (
            (f"{_GOALS_V}.M2.内容", "企业征信自助查询网点由3个增至16个。"),
            (f"{_GOALS_V}.M2.指标.目标值", 16),
        ),
    ),
    # An impossible date, corrected in time.
    Edit("2019-11-19 10:40", "yzj", "filing", "更正快递进村时限", ((f"{_MEASURES}.J3.时限", "2020-09-30"),)),
    # A measure is added with the epidemic.
    Edit(
        "2020-02-18 16:05",
        "zwdsj",
        "filing",
        "增加复工通行网上办举措",
        (
            (
                f"{_MEASURES}.J4",
                {
                    "内容": "2020年2月底前上线企业复工、车辆通行2项网上申请，24小时内办结。",
                    "责任人": "柯某（数据资源科）",
                    "时限": "2020-02-29",
                    "参考做法": ["P30-4"],
                },
            ),
        ),
    ),
    # A deadline is brought forward.
    Edit(
        "2020-03-10 09:50",
        "gjj",
        "filing",
        "提前掌上提取业务时限",
        (
            (f"{_MEASURES}.J1.内容", "2020年5月底前在手机端开通购房、离退休等8类提取，刷脸认证、当日到账。"),
            (f"{_MEASURES}.J1.时限", "2020-05-31"),
        ),
    ),
    # A measure changes hands.
    Edit(
        "2020-04-13 11:15",
        "rsj",
        "filing",
        "人才引进自动核准更换责任人",
        ((f"{_MEASURES}.J1.责任人", "沈某（人才开发科）"),),
    ),
    # A goal is lowered after the deadline, and nobody says why.
    Edit(
        "2020-05-12 10:26",
        "mzj",
        "filing",
        "修改申报表",
        (
            (f"{_GOALS_H}.M3.内容", "低保审核确认由30个工作日压缩至26个工作日。"),
            (f"{_GOALS_H}.M3.指标.目标值", 26),
        ),
    ),
    # Lowered, and taken back the next day by the coordinator.
    Edit(
        "2020-05-20 15:12",
        "gaj",
        "filing",
        "调整户政窗口满意率目标",
        (
            (f"{_GOALS_H}.M4.内容", "窗口群众满意率由95%提高到97%。"),
            (f"{_GOALS_H}.M4.指标.目标值", 97),
        ),
    ),
    Edit(
        "2020-05-21 09:30",
        "gaj",
        "filing",
        "Revert “调整户政窗口满意率目标（示例）”",
        (
            (f"{_GOALS_H}.M4.内容", "窗口群众满意率由95%提高到99%。"),
            (f"{_GOALS_H}.M4.指标.目标值", 99),
        ),
        by_coordinator=True,
    ),
    # Only the wording changes.
    Edit(
        "2020-06-03 15:45",
        "ggzyjy",
        "filing",
        "理顺亮点文字",
        (("创标意向.亮点.CL1.内容", "开标现场比对投标文件的机器码、文本和报价规律，疑点当场推送监管部门。"),),
    ),
    # An unfinished measure disappears.
    Edit("2020-07-10 09:20", "xfzd", "filing", "修改申报表", ((f"{_MEASURES}.J2", GONE),)),
    # A past quarter's report is changed afterwards.
    Edit(
        "2020-07-15 10:05",
        "czj",
        "2020Q1",
        "补充一季度数据",
        (("举措进展.J1.完成率", 60), ("举措进展.J1.进展", "修订范本13种。")),
    ),
    # A goal is lowered after the deadline, with the reason.
    Edit(
        "2020-07-16 16:30",
        "cgj",
        "filing",
        "调整水气报装接入目标并说明理由",
        (
            (f"{_GOALS_H}.M3.内容", "用水用气报装接入时间由20个工作日压缩至10个工作日。"),
            (f"{_GOALS_H}.M3.指标.目标值", 10),
            (
                "调整说明",
                [
                    {
                        "字段": f"{_GOALS_H}.M3.指标.目标值",
                        "原值": 8,
                        "现值": 10,
                        "理由": "汛期道路禁止开挖，外线施工比计划多2个工作日。",
                        "日期": "2020-07-16",
                    }
                ],
            ),
        ),
    ),
    # A goal is set higher.
    Edit(
        "2020-07-20 14:55",
        "zjj",
        "filing",
        "提高联合验收目标",
        (
            (f"{_GOALS_H}.M3.内容", "竣工联合验收由25个工作日压缩至10个工作日以内。"),
            (f"{_GOALS_H}.M3.指标.目标值", 10),
        ),
    ),
    # A person is taken off a measure.
    Edit("2020-08-06 17:10", "slj", "filing", "修改申报表", ((f"{_MEASURES}.J2.责任人", GONE),)),
    # A deadline slips twice, the first time without a reason.
    Edit(
        "2020-08-10 11:00",
        "qxj",
        "filing",
        "修改雷电评估时限",
        ((f"{_MEASURES}.J1.内容", f"2020年9月底前{_RAIN_GOAL}"), (f"{_MEASURES}.J1.时限", "2020-09-30")),
    ),
    Edit(
        "2020-09-22 16:18",
        "qxj",
        "filing",
        "再次修改雷电评估时限并说明理由",
        (
            (f"{_MEASURES}.J1.内容", f"2020年10月底前{_RAIN_GOAL}"),
            (f"{_MEASURES}.J1.时限", "2020-10-31"),
            (
                "调整说明",
                [
                    {
                        "字段": f"{_MEASURES}.J1.时限",
                        "原值": "2020-09-30",
                        "现值": "2020-10-31",
                        "理由": "第5个开发区范围调整，地网资料要重新采集。",
                        "日期": "2020-09-22",
                    }
                ],
            ),
        ),
    ),
)
