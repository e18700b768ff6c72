"""Revisions written by hand, with their versions, for what is told of them."""

from collections.abc import Iterator, Sequence
from copy import deepcopy
from datetime import date, datetime, timedelta
from typing import Any

from xunbiao.audit import Version, events
from xunbiao.model.campaign import Campaign, Roster, Unit
from xunbiao.model.diagnostic import field_name
from xunbiao.model.document import Kind
from xunbiao.model.history import Commit, Event, FileChange, Revision
from xunbiao.model.period import Quarter

NOON = datetime.fromisoformat("2019-11-18T12:00:00+08:00")
CAMPAIGN = Campaign(
    name="活动", city="某市", host="某委", issued=date(2019, 10, 21), stages=(), filing_due=date(2019, 11, 20),
    quarters_due={Quarter(2019, 4): date(2019, 12, 31)}, summary_due=date(2020, 12, 31),
)  # fmt: skip
ROSTER = Roster({"scjgj": Unit("scjgj", "市场监管局", formerly="工商局"), "gsj": Unit("gsj", "工商局")})
FILE = "filings/scjgj/filing.yaml"


def doc(target: Any = 1, **more: Any) -> dict[str, Any]:
    metric = {"维度": "时间", "单位": "天", "目标值": target}
    goal = {"内容": "开办时间", "指标": metric}
    return {"填报单位": "市场监管局", "对标方向": {"目标": {"横向标杆单位": {"M1": goal}}, **more}}


class Story:
    """Revisions with their versions, each blob named by a number of its own."""

    def __init__(self) -> None:
        self.versions: dict[str, Version] = {}
        self.state: dict[str, str | None] = {}
        self.revisions: list[Revision] = []
        self.asked: list[str] = []

    def blob(self, content: Version | None) -> str | None:
        if content is None:
            return None
        for id_, known in self.versions.items():
            if known == content:
                return id_
        self.versions[f"b{len(self.versions)}"] = deepcopy(content)
        return f"b{len(self.versions) - 1}"

    def change(self, path: str, before: Version | None, after: Version | None, *others: Version | None) -> FileChange:
        return FileChange(path, self.blob(before), self.blob(after), tuple(map(self.blob, others)))

    def add(
        self,
        files: dict[str, Version | None],
        *,
        parts: Sequence[Revision] = (),
        by: str = "李某",
        at: datetime | None = None,
    ) -> None:
        number = len(self.revisions)
        made = commit(by, f"c{number}", at or NOON + timedelta(hours=number), parents=1 + bool(parts))
        changes = tuple(FileChange(path, self.state.get(path), self.blob(content)) for path, content in files.items())
        self.state |= {each.path: each.after for each in changes}
        self.revisions.append(Revision(made, changes, tuple(parts)))

    def read(self, ids: Sequence[str], _kind: Kind) -> Iterator[Version]:
        self.asked += ids
        return (self.versions[each] for each in ids)

    def events(self, roster: Roster = ROSTER, unit: str = "") -> list[Event]:
        self.asked.clear()
        return events(self.revisions, self.read, CAMPAIGN, roster, unit)

    def told(self) -> list[tuple[Any, ...]]:
        """Field, kind, from, to; the goal's long field name cut to its end."""
        return [
            (
                field_name(each.change.path).rpartition("M1.")[2],
                str(each.change.kind),
                each.change.before,
                each.change.after,
            )
            for each in self.events()
        ]


def commit(author: str, id_: str, at: datetime, parents: int = 1) -> Commit:
    return Commit(id_, ("p",) * parents, author, f"{author}@b", at, at, at, "报送")
