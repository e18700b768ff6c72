"""What git remembers: commits, versions of files, changes between versions, and events as a supervisor reads them."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Any

from xunbiao.model.diagnostic import Path
from xunbiao.model.document import DocumentKey
from xunbiao.model.language import Phrase


class ChangeKind(StrEnum):
    """What happened to a field. Loosened, tightened and slipped are changes whose direction is known."""

    CREATED = "created"
    REMOVED = "removed"
    CHANGED = "changed"
    TIGHTENED = "tightened"
    LOOSENED = "loosened"
    SLIPPED = "slipped"

    @property
    def phrase(self) -> Phrase:
        return {
            ChangeKind.CREATED: Phrase("新增", "created"),
            ChangeKind.REMOVED: Phrase("删除", "removed"),
            ChangeKind.CHANGED: Phrase("修改", "changed"),
            ChangeKind.TIGHTENED: Phrase("目标提高", "tightened"),
            ChangeKind.LOOSENED: Phrase("目标降低", "loosened"),
            ChangeKind.SLIPPED: Phrase("时限推迟", "slipped"),
        }[self]


@dataclass(frozen=True, slots=True)
class Commit:
    """A commit that touches the campaign. Author data are the author's own word; `arrived_at` is when it reached the
    first-parent line of HEAD: the committer date of the commit there that brought it in."""

    id: str
    parents: tuple[str, ...]
    author: str
    email: str
    authored_at: datetime
    committed_at: datetime
    arrived_at: datetime
    subject: str
    trailers: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class FileChange:
    """A path and its blob before and after a commit; None where there was or is none."""

    path: str
    before: str | None
    after: str | None


@dataclass(frozen=True, slots=True)
class Revision:
    """A commit on the first-parent line of HEAD (or what it merged) with the files it changed."""

    commit: Commit
    files: tuple[FileChange, ...]


@dataclass(frozen=True, slots=True)
class Change:
    """A difference between two versions of a document. `before` or `after` is None for what was created or removed."""

    path: Path
    kind: ChangeKind
    before: Any
    after: Any


@dataclass(frozen=True, slots=True)
class Event:
    """A change, by whom and when: one a field and arrival."""

    commit: Commit
    unit: str
    document: DocumentKey
    change: Change
    after_deadline: bool


@dataclass(frozen=True, slots=True)
class Signature:
    """Who, by what e-mail, when (with the time zone to write)."""

    name: str
    email: str
    at: datetime


@dataclass(frozen=True, slots=True)
class NewCommit:
    """A commit to be made on `branch`: the files that it writes (None deletes), the branch it merges, if any."""

    author: Signature
    committer: Signature
    message: str
    files: Mapping[str, bytes | None]
    branch: str = "main"
    merges: str = ""
