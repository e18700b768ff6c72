"""A quarterly or summary report as nouns: how each measure and each goal's figure stands."""

from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from xunbiao.model.campaign import Unit
from xunbiao.model.diagnostic import Path
from xunbiao.model.document import DocumentKey
from xunbiao.model.filing import Filing, number, text
from xunbiao.model.period import Quarter

NOT_STARTED, ON_TRACK, AHEAD, BEHIND, DONE, CHANGED = STATUSES = (
    "未启动", "达进度", "超进度", "欠进度", "已完成", "已调整",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class MeasureProgress:
    """举措进展 of one measure."""

    path: Path
    id: str
    status: str
    completion: Decimal | None
    progress: str
    reason: str
    evidence: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class MetricProgress:
    """指标进展 of one goal: its present figure and the day it is of."""

    path: Path
    id: str
    value: Decimal | None
    as_of: str
    remark: str = ""


@dataclass(frozen=True, slots=True)
class Report:
    """A quarterly report, or the summary report (quarter is None), which stands for the last quarter."""

    quarter: Quarter | None
    unit_name: str
    filed_on: str
    contact: str
    phone: str
    measures: tuple[MeasureProgress, ...]
    metrics: tuple[MetricProgress, ...]
    data: dict[str, Any]

    def texts(self, label: str) -> tuple[str, ...]:
        """A list of prose such as 存在问题, 下一步措施, 新举措, without blank lines."""
        entries = self.data.get(label)
        return tuple(text(entry) for entry in entries if text(entry)) if isinstance(entries, list) else ()


@dataclass(frozen=True, slots=True)
class Dossier:
    """All that a unit has handed in, as far as it could be read."""

    unit: Unit
    filing: Filing | None
    reports: dict[Quarter, Report]
    summary: Report | None
    keys: tuple[DocumentKey, ...] = ()

    def before(self, quarter: Quarter | None) -> Report | None:
        """The latest report before a quarter; before the summary (None) the last quarterly one."""
        earlier = [each for each in self.reports if quarter is None or each < quarter]
        return self.reports[max(earlier)] if earlier else None


def read_report(data: dict[str, Any]) -> Report:
    """Data that passed the quarterly or summary schema → Report; nothing is judged here."""
    return Report(
        quarter=Quarter.parse(text(data.get("季度"))),
        unit_name=text(data.get("填报单位")),
        filed_on=text(data.get("填报时间")),
        contact=text(data.get("联系人")),
        phone=text(data.get("联系电话")),
        measures=tuple(
            MeasureProgress(
                path=("举措进展", id_),
                id=id_,
                status=text(entry.get("状态")),
                completion=number(entry.get("完成率")),
                progress=text(entry.get("进展")),
                reason=text(entry.get("理由")),
                evidence=tuple(text(each) for each in entry.get("佐证") or [] if text(each)),
            )
            for id_, entry in _entries(data, "举措进展")
        ),
        metrics=tuple(
            MetricProgress(
                ("指标进展", id_), id_, number(entry.get("现值")), text(entry.get("截至")), text(entry.get("说明"))
            )
            for id_, entry in _entries(data, "指标进展")
        ),
        data=data,
    )


def _entries(data: dict[str, Any], label: str) -> list[tuple[str, dict[str, Any]]]:
    entries = data.get(label) or {}
    return [(id_, entry or {}) for id_, entry in entries.items()]
