"""What git remembers: commits, versions of files, changes between versions, and events as a supervisor reads them."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum
from typing import Any

from xunbiao.model.diagnostic import Path
from xunbiao.model.document import DocumentKey
from xunbiao.model.language import Phrase
from xunbiao.model.period import iso_day


class ChangeKind(StrEnum):
    """What happened to a field. Loosened, tightened and slipped are changes whose direction is known; unreadable is a
    version of a whole document that could not be read."""

    CREATED = "created"
    REMOVED = "removed"
    CHANGED = "changed"
    TIGHTENED = "tightened"
    LOOSENED = "loosened"
    SLIPPED = "slipped"
    UNREADABLE = "unreadable"

    @property
    def phrase(self) -> Phrase:
        return {
            ChangeKind.CREATED: Phrase("新增", "created"),
            ChangeKind.REMOVED: Phrase("删除", "removed"),
            ChangeKind.CHANGED: Phrase("修改", "changed"),
            ChangeKind.TIGHTENED: Phrase("目标提高", "tightened"),
            ChangeKind.LOOSENED: Phrase("目标降低", "loosened"),
            ChangeKind.SLIPPED: Phrase("时限推迟", "slipped"),
            ChangeKind.UNREADABLE: Phrase("无法读取", "unreadable"),
        }[self]


@dataclass(frozen=True, slots=True)
class Commit:
    """A commit that touches the campaign.

    Author, subject and trailers are the author's own word. `arrived_at` is when it reached the first-parent line of
    HEAD: the committer date of the commit there that brought it in. A date that git cannot mean is brought to the
    nearest of the years 1970 to 9000. `trailers` maps a key to its values in order (`Xunbiao-Document` repeats).
    """

    id: str
    parents: tuple[str, ...]
    author: str
    email: str
    authored_at: datetime
    committed_at: datetime
    arrived_at: datetime
    subject: str
    trailers: Mapping[str, tuple[str, ...]] = field(default_factory=dict)

    @property
    def is_merge(self) -> bool:
        return len(self.parents) > 1

    @property
    def received(self) -> date | None:
        """The day on which a form came in on paper or by mail, by the word of the coordinator who entered it; None for
        what was handed in through git."""
        days = [iso_day(each) for each in self.trailers.get("Xunbiao-Received", ())]
        return days[-1] if days else None


@dataclass(frozen=True, slots=True)
class FileChange:
    """A path and its blob before and after a commit; None where there was or is none.

    `others` are its blobs in the second and further parents of a merge; `link` says that what is there now is a
    symbolic link or a submodule, whose target is never read.
    """

    path: str
    before: str | None
    after: str | None
    others: tuple[str | None, ...] = ()
    link: bool = False


@dataclass(frozen=True, slots=True)
class Revision:
    """A commit on the first-parent line of HEAD with the files in which it differs from its first parent.

    `parts` are the commits that arrived by it, oldest first, when it is a merge: each with the files in which it
    differs from every one of its parents, which is what its author did. The merge itself is the last of them when it
    holds something that none of its parents does.
    """

    commit: Commit
    files: tuple[FileChange, ...]
    parts: tuple["Revision", ...] = ()

    def moves(self, formerly: Mapping[str, str]) -> dict[str, str]:
        """Files that moved from one unit's folder to another's, new path → old path.

        A folder is the old one renamed where `formerly` (id → former id) says so, or where a file of the same name
        and bytes left the one and entered the other; its further files then moved with it.
        """
        lost = {each.path: each.before for each in self.files if each.before and each.after is None}
        won = {each.path: each.after for each in self.files if each.after and each.before is None}
        by_content = {(path.rpartition("/")[2], blob): path.rpartition("/")[0] for path, blob in lost.items()}
        folders = {f"filings/{new}": f"filings/{old}" for new, old in formerly.items()}
        for path, blob in won.items():
            folder, _, name = path.rpartition("/")
            if (name, blob) in by_content:
                folders.setdefault(folder, by_content[name, blob])
        places = {path: path.rpartition("/") for path in won}
        moved = {path: f"{folders.get(folder)}/{name}" for path, (folder, _, name) in places.items()}
        return {path: old for path, old in moved.items() if old in lost}


@dataclass(frozen=True, slots=True)
class Arrival:
    """How a document reached the main line: the commit that first brought it and the one that changed it last.

    `restored` says that it was deleted in between; `moved_from` is the path under which it first arrived, if another.
    """

    path: str
    first: Commit
    last: Commit
    restored: bool = False
    moved_from: str = ""


@dataclass(frozen=True, slots=True)
class Snapshot:
    """The blobs of a commit's files by campaign-relative path, and what was left out and why (links, submodules,
    size)."""

    id: str
    files: Mapping[str, str]
    skipped: Mapping[str, Phrase] = field(default_factory=dict)


class WorkState(StrEnum):
    """How a document in the folder stands to HEAD."""

    NEW = "new"
    CHANGED = "changed"
    DELETED = "deleted"

    @property
    def phrase(self) -> Phrase:
        return {
            WorkState.NEW: Phrase("未提交", "not in git yet"),
            WorkState.CHANGED: Phrase("有改动", "changed"),
            WorkState.DELETED: Phrase("已删除", "deleted"),
        }[self]


@dataclass(frozen=True, slots=True)
class Change:
    """A difference between two versions of a document. `before` or `after` is None for what was created or removed.

    For a document as a whole both are None: the commit and the path name it. For an unreadable version `after` is the
    Phrase that says why.
    """

    path: Path
    kind: ChangeKind
    before: Any = None
    after: Any = None


@dataclass(frozen=True, slots=True)
class Event:
    """A change, by whom and when: one a field and arrival.

    `unit` is the id the unit goes by today, `document` what the document was known by then. `commit` is the commit
    that made the change; when that is a merge, the change was made in merging. `explanation` is the reason that the
    document's 调整说明 gives for this change, now or in a later version.
    """

    commit: Commit
    unit: str
    document: DocumentKey
    change: Change
    after_deadline: bool
    explanation: str = ""


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
