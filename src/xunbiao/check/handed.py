"""Workspace, bytes → the workspace as if they lay where they belong: for a document that comes on standard input."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from xunbiao import source
from xunbiao.errors import CannotGoOn
from xunbiao.model.diagnostic import Finding, Skipped
from xunbiao.model.document import DocumentKey, Kind
from xunbiao.model.filing import text
from xunbiao.model.period import Quarter
from xunbiao.model.workspace import Files, Workspace

NOBODY = "-"
"""Whose document it is where it names no 填报单位."""

_TAKEN = (Kind.FILING, Kind.QUARTERLY, Kind.SUMMARY, Kind.PRACTICE)


def key_for(workspace: Workspace, raw: bytes) -> DocumentKey:
    """Where a document belongs, by its own 类型, 填报单位, 季度 and 编号.

    What cannot be read counts as a filing; a unit that is not on the roster is told like a folder of its name.

    Raises CannotGoOn for settings and rosters, which are read before anything can be checked.
    """
    data = source.parse(raw).data or {}
    kind = next((each for each in Kind if each.label == text(data.get("类型"))), Kind.FILING)
    if kind not in _TAKEN:
        taken = "、".join(each.label for each in _TAKEN)
        english = ", ".join(each.phrase.en for each in _TAKEN)
        raise CannotGoOn(f"标准输入只接受：{taken}。", f"Standard input takes these only: {english}.")
    if kind is Kind.PRACTICE:
        return DocumentKey(kind, text(data.get("编号")))
    name = text(data.get("填报单位"))
    unit = workspace.roster.find(name)
    quarter = Quarter.parse(text(data.get("季度"))) or workspace.campaign.quarters[0]
    return DocumentKey(kind, unit.id if unit else name or NOBODY, quarter if kind is Kind.QUARTERLY else None)


def with_document(workspace: Workspace, key: DocumentKey, raw: bytes) -> Workspace:
    """The workspace with a document in its place, instead of what lies there."""
    return replace(workspace, files=_Handed(workspace.files, key, raw))


@dataclass(frozen=True, slots=True)
class _Handed:
    """Files, one of which comes from elsewhere."""

    files: Files
    key: DocumentKey
    raw: bytes

    @property
    def place(self) -> str:
        return self.files.place

    @property
    def keys(self) -> Sequence[DocumentKey]:
        return sorted({*self.files.keys, self.key}, key=lambda each: each.path)

    @property
    def strays(self) -> Sequence[tuple[str, Finding]]:
        return self.files.strays

    @property
    def skipped(self) -> Sequence[Skipped]:
        return self.files.skipped

    def read(self, path: str) -> bytes | Finding:
        return self.raw if path == self.key.path else self.files.read(path)

    def read_all(self, paths: Sequence[str]) -> Iterator[bytes | Finding]:
        return map(self.read, paths)
