"""What small campaigns are made of: a calendar, units, filings, reports and their arrivals, all in memory."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from functools import cache
from typing import Any

import yaml

from xunbiao.check import dossiers, open_workspace
from xunbiao.check.opening import read_campaign, read_roster
from xunbiao.model.diagnostic import Diagnostic
from xunbiao.model.history import Arrival, Commit, Event
from xunbiao.model.period import Quarter
from xunbiao.model.practice import Catalogue
from xunbiao.model.progress import Progress
from xunbiao.model.workspace import Workspace
from xunbiao.progress import period_of, survey
from xunbiao.workspace import MemoryFiles

CONFIG: dict[str, Any] = {
    "类型": "活动",
    "版本": 1,
    "名称": "某市对标活动",
    "城市": "某市",
    "主办": "某市发展和改革委员会",
    "印发日期": "2019-10-21",
    "时区": "Asia/Shanghai",
    "阶段": {
        "准备": {"止": "2019-11-20"},
        "实施": {"起": "2019-11-21", "止": "2020-11-30"},
        "总结": {"止": "2020-12-31"},
    },
    "申报截止": "2019-11-20",
    "季度截止": {"2019Q4": "2019-12-31", "2020Q1": "2020-03-31", "2020Q2": "2020-06-30", "2020Q3": "2020-09-30"},
    "总结截止": "2020-12-31",
}

UNITS: dict[str, Any] = {
    "jia": {"全称": "某市甲局", "类别": "市直", "应报": True},
    "yi": {"全称": "某市乙局", "类别": "市直", "应报": True},
    "bing": {"全称": "某市丙局", "类别": "市直", "应报": True},
    "shui": {"全称": "某市自来水公司", "类别": "公用企业", "应报": True},
    "xian": {"全称": "某县人民政府", "类别": "县市区", "应报": False},
}


def goal(baseline: float | None = None, target: float | None = None, dimension: str = "时间", text: str = "") -> Any:
    """A goal with an 指标 if it has figures; without them only what it says."""
    if baseline is None:
        return {"内容": text or "进一步优化流程。"}
    metric = {"名称": "办理时间", "维度": dimension, "单位": "工作日", "现状值": baseline, "目标值": target}
    return {"内容": text or f"由{baseline}个工作日压缩至{target}个工作日。", "指标": metric}


def measure(text: str, deadline: str = "", person: str = "张某（法规科）", practices: Iterable[str] = ()) -> Any:
    return {"内容": text, "责任人": person, "时限": deadline, "参考做法": list(practices)}


def filing(goals: Mapping[str, Any], measures: Mapping[str, Any], **others: Any) -> dict[str, Any]:
    """A filing whose goals face its one vertical benchmark; `others` replace whole cells of 对标方向."""
    return {
        "类型": "申报表",
        "版本": 1,
        "填报单位": "某市某局",
        "填报时间": "2019-11-18",
        "联系人": "李某",
        "联系电话": "2662201",
        "寻标对象": {"纵向标杆单位": [{"名称": "杭州市某局", "地区": "杭州市", "好在哪": "当日办结。"}]},
        "对标方向": {
            "目标": {"纵向标杆单位": dict(goals)},
            "差距": {"纵向标杆单位": {"C1": {"内容": "相差4个工作日。"}}},
            "举措": dict(measures),
            "时限": "2020-11-30",
        }
        | others,
    }


def report(
    quarter: str, measures: Mapping[str, tuple[str | None, float | None]], values: Mapping[str, float | None]
) -> dict[str, Any]:
    """A report on a quarter, or the summary: (状态, 完成率) of each measure and 现值 of each goal."""
    head = {"类型": "季度报告", "季度": quarter} if quarter != "summary" else {"类型": "总结报告"}
    return {
        **head,
        "版本": 1,
        "填报单位": "某市某局",
        "填报时间": "2020-03-30",
        "举措进展": {id_: {"状态": status, "完成率": rate} for id_, (status, rate) in measures.items()},
        "指标进展": {id_: {"现值": value} for id_, value in values.items()},
    }


def moment(text: str) -> datetime:
    """`2020-03-31 23:59`, where the campaign takes place."""
    return datetime.fromisoformat(f"{text}+08:00")


def commit(at: str, id_: str = "") -> Commit:
    instant = moment(at)
    return Commit(
        id_ or f"{int(instant.timestamp()):040x}", (), "李某", "li@example.cn", instant, instant, instant, "报送"
    )


@cache
def practices() -> Catalogue:
    """The packed practices, read once."""
    roster = {"类型": "单位名录", "版本": 1, "单位": {}}
    files = {"xunbiao.yaml": CONFIG, "units.yaml": roster}
    packed = {path: yaml.safe_dump(each, allow_unicode=True).encode() for path, each in files.items()}
    return open_workspace(MemoryFiles("test", packed)).catalogue


@dataclass
class Small:
    """A campaign's files as data, and when each document arrived; change it, then ask."""

    config: dict[str, Any]
    units: dict[str, Any]
    documents: dict[str, dict[str, Any]] = field(default_factory=dict)
    arrivals: dict[str, Arrival] = field(default_factory=dict)

    def put(self, path: str, document: dict[str, Any], at: str) -> None:
        path = f"filings/{path}.yaml"
        self.documents[path] = document
        self.arrivals[path] = Arrival(path, commit(at), commit(at))

    def drop(self, path: str) -> None:
        del self.documents[f"filings/{path}.yaml"], self.arrivals[f"filings/{path}.yaml"]

    @property
    def files(self) -> dict[str, bytes]:
        roster = {"类型": "单位名录", "版本": 1, "单位": self.units}
        data = {"xunbiao.yaml": self.config, "units.yaml": roster, **self.documents}
        return {path: yaml.safe_dump(each, allow_unicode=True, sort_keys=False).encode() for path, each in data.items()}

    @property
    def workspace(self) -> Workspace:
        roster = read_roster({"单位": self.units})
        return Workspace(MemoryFiles("test", self.files), read_campaign(self.config), roster, practices)

    def progress(
        self,
        quarter: str = "2020Q1",
        today: str = "2020-04-10",
        events: Iterable[Event] = (),
        diagnostics: Iterable[Diagnostic] = (),
    ) -> Progress:
        workspace, number = self.workspace, Quarter.parse(quarter)
        period = period_of(
            workspace.campaign,
            number or workspace.campaign.last_quarter,
            date.fromisoformat(today),
            summary=quarter == "summary",
        )
        begun = survey(workspace, period, self.arrivals, events)
        return begun.progress(map(begun.take, dossiers(workspace)), diagnostics)
