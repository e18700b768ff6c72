"""What the story is made of: people, and steps that each become a commit, on documents as they stand by then."""

from collections.abc import Callable, Mapping
from copy import deepcopy
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, TypeAlias

from xunbiao.demo.profile import Profile
from xunbiao.model.document import DocumentKey, Kind
from xunbiao.model.history import NewCommit, Signature
from xunbiao.model.period import Quarter
from xunbiao.source import mapping

Files: TypeAlias = "Mapping[str, bytes | None]"

_SCHEMAS = {Kind.FILING: "filing", Kind.QUARTERLY: "quarterly", Kind.SUMMARY: "summary"}
_MARK = "示例：人名、电话、数字和事情都是虚构的。"


@dataclass(slots=True)
class Desk:
    """The documents as they stand while the story goes on, by their paths."""

    documents: dict[str, dict[str, Any]] = field(default_factory=dict)

    def copy(self, path: str) -> dict[str, Any]:
        return deepcopy(self.documents[path])

    def put(self, path: str, document: dict[str, Any]) -> dict[str, bytes | None]:
        """Keeps a document and gives the file that it becomes."""
        self.documents[path] = document
        return {path: text(path, document)}


@dataclass(frozen=True, slots=True)
class Step:
    """A commit to come: who wrote it when, who commits it when, what it says, and the files that it writes."""

    author: Signature
    committer: Signature
    message: str
    write: Callable[[Desk], Files]
    branch: str = "main"
    merges: str = ""

    @property
    def at(self) -> datetime:
        return self.committer.at

    def commit(self, desk: Desk) -> NewCommit:
        return NewCommit(self.author, self.committer, self.message, self.write(desk), self.branch, self.merges)


def clerk(profile: Profile, at: datetime) -> Signature:
    """The unit's 联系人."""
    return Signature(f"{profile.contact}（{profile.short}）", f"{profile.id}@pds.example", at)


def coordinator(at: datetime) -> Signature:
    """Who receives and merges at the coordinator's office."""
    return Signature("郭某（市营商环境监督局）", "yshj@pds.example", at)


def message(subject: str, unit: str = "", document: str = "", body: str = "") -> str:
    """A commit message, marked as an example, with the trailers that say what it is about."""
    trailers = [f"Xunbiao-Unit: {unit}"] if unit else []
    trailers += [f"Xunbiao-Document: {document}"] if document else []
    head = subject if "示例" in subject else f"{subject}（示例）"
    return "\n\n".join(part for part in (head, body, "\n".join(trailers)) if part) + "\n"


def key(unit: str, document: str) -> DocumentKey:
    """`scjgj`, `2020Q1` → which document that is."""
    quarter = Quarter.parse(document)
    return DocumentKey(Kind.QUARTERLY, unit, quarter) if quarter else DocumentKey(Kind(document), unit)


def text(path: str, document: dict[str, Any]) -> bytes:
    """The file of a document: the line for editors, the mark, the document."""
    schema = next(name for kind, name in _SCHEMAS.items() if kind.label == document["类型"])
    depth = "../" * path.count("/")
    head = (f"# yaml-language-server: $schema={depth}schemas/{schema}.schema.json", f"# {_MARK}")
    return "".join(f"{line}\n" for line in (*head, *mapping(document))).encode()
