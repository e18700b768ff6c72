"""A quarter that was closed: its seal (a tag), the receipt kept elsewhere, and what speaks against either."""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

from xunbiao.model.history import Commit
from xunbiao.model.language import Phrase
from xunbiao.model.period import Quarter


@dataclass(frozen=True, slots=True)
class Tag:
    """A tag as git stores it. `id` is the tag object's (the commit's, where a bare name points at one); `target` is the
    full id of what it names; `own_name` is the name inside the object, which moving a tag does not change."""

    name: str
    id: str
    target: str
    own_name: str = ""
    tagger: str = ""
    email: str = ""
    at: datetime | None = None
    message: str = ""
    is_annotated: bool = False
    is_signed: bool = False


class SignatureState(StrEnum):
    """What a signature is worth: good, made by a key that is not known here, wrong, or not there."""

    GOOD = "good"
    UNKNOWN = "unknown"
    BAD = "bad"
    MISSING = "missing"

    @property
    def phrase(self) -> Phrase:
        return {
            SignatureState.GOOD: Phrase("有效", "good"),
            SignatureState.UNKNOWN: Phrase("无法核对（本机不认识签名的密钥）", "not checked (key unknown here)"),
            SignatureState.BAD: Phrase("无效", "bad"),
            SignatureState.MISSING: Phrase("没有签名", "none"),
        }[self]


@dataclass(frozen=True, slots=True)
class Seal:
    """What a seal says: the documents of a quarter as they stood in a commit, path → sha256 of the bytes.

    `promises_signature` is the seal's own word that it is signed; `errors_accepted` is why it was made although the
    documents had errors.
    """

    tag: str
    tag_id: str
    commit: str
    quarter: Quarter
    documents: Mapping[str, str]
    by: str
    at: datetime | None
    promises_signature: bool = False
    errors_accepted: str = ""

    @property
    def digest(self) -> str:
        return digest_of(self.documents)


@dataclass(frozen=True, slots=True)
class Receipt:
    """What is kept outside the repository: with it, a seal that was replaced together with its history is found."""

    quarter: str
    tag: str
    tag_id: str
    commit: str
    digest: str
    is_signed: bool = False

    @property
    def text(self) -> str:
        """A receipt as it can be written down and read again."""
        return (
            f"quarter: {self.quarter}\ntag: {self.tag}\ntag_id: {self.tag_id}\ncommit: {self.commit}\n"
            f"digest: {self.digest}\nsigned: {'yes' if self.is_signed else 'no'}\n"
        )


def digest_of(documents: Mapping[str, str]) -> str:
    """sha256 over `DIGEST  PATH` lines, sorted by path, each ended by a line feed: what sha256sum writes."""
    lines = "".join(f"{documents[path]}  {path}\n" for path in sorted(documents))
    return hashlib.sha256(lines.encode()).hexdigest()


class Doubt(StrEnum):
    """What can speak against a closed quarter, or against the history as a whole."""

    AMENDED = "amended"
    DELETED = "deleted"
    ADDED = "added"
    RESTORED = "restored"
    MOVED_FOLDER = "moved-folder"
    REOPENED = "reopened"
    REWRITTEN = "history-rewritten"
    TAG_MOVED = "tag-moved"
    TAG_MISSING = "tag-missing"
    TAG_UNREADABLE = "tag-unreadable"
    DIGEST_DIFFERS = "digest-differs"
    SIGNATURE_MISSING = "signature-missing"
    SIGNATURE_BAD = "signature-bad"
    SIGNATURE_UNCHECKED = "signature-unchecked"
    BEFORE_PARENT = "dated-before-parent"
    AFTER_ARRIVAL = "dated-after-arrival"
    REPLACED = "replaced-objects"
    AUTHOR_NOT_LISTED = "author-not-listed"
    ON_BEHALF = "on-behalf"

    @property
    def phrase(self) -> Phrase:
        return Phrase(*_DOUBTS[self])


_DOUBTS = {
    Doubt.AMENDED: ("封账后改动", "changed after sealing"),
    Doubt.DELETED: ("封账后删除", "deleted after sealing"),
    Doubt.ADDED: ("封账后增加", "added after sealing"),
    Doubt.RESTORED: ("改动后恢复原样", "changed and restored"),
    Doubt.MOVED_FOLDER: ("随单位改名移动", "moved with its unit"),
    Doubt.REOPENED: ("经重开改动", "changed while reopened"),
    Doubt.REWRITTEN: ("历史被改写", "history rewritten"),
    Doubt.TAG_MOVED: ("标签被移动", "tag moved"),
    Doubt.TAG_MISSING: ("标签不见了", "tag missing"),
    Doubt.TAG_UNREADABLE: ("标签不是封账标签", "tag is no seal"),
    Doubt.DIGEST_DIFFERS: ("摘要不符", "digest differs"),
    Doubt.SIGNATURE_MISSING: ("缺少签名", "signature missing"),
    Doubt.SIGNATURE_BAD: ("签名无效", "signature bad"),
    Doubt.SIGNATURE_UNCHECKED: ("签名无法核对", "signature not checked"),
    Doubt.BEFORE_PARENT: ("提交早于它的上一个提交", "dated before its parent"),
    Doubt.AFTER_ARRIVAL: ("提交晚于它的到达", "dated after its arrival"),
    Doubt.REPLACED: ("对象被替换或嫁接", "replaced or grafted objects"),
    Doubt.AUTHOR_NOT_LISTED: ("作者不在该单位的邮箱名单里", "author not on the unit's list"),
    Doubt.ON_BEHALF: ("代录", "entered on behalf"),
}


@dataclass(frozen=True, slots=True)
class Remark:
    """One thing that `verify` has to say. A breach means that something does not stand; the rest is worth knowing."""

    doubt: Doubt
    is_breach: bool
    what: Phrase
    quarter: str = ""
    path: str = ""
    commit: Commit | None = None


@dataclass(frozen=True, slots=True)
class Standing:
    """A sealed quarter and whether it stands."""

    seal: Seal
    signature: SignatureState
    stands: bool


@dataclass(frozen=True, slots=True)
class Verdict:
    """All that `verify` found at a commit."""

    commit: str
    standings: tuple[Standing, ...]
    remarks: tuple[Remark, ...] = field(default=())
    receipts: int = 0

    @property
    def breaches(self) -> tuple[Remark, ...]:
        return tuple(each for each in self.remarks if each.is_breach)
