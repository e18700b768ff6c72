"""blob → Version: a document's data as it once was, or why nobody can read it."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from xunbiao import source
from xunbiao.model.document import Kind
from xunbiao.model.language import Phrase
from xunbiao.rules import all_rules


@dataclass(frozen=True, slots=True)
class Unreadable:
    """A version of a document that is no data, and why."""

    reason: Phrase


Version = dict[str, Any] | Unreadable
Versions = Callable[[Sequence[str], Kind], Iterator[Version]]
"""Blob ids of documents of a kind → their versions, in order: one stream, so that nothing is read or parsed twice."""

LINK = Unreadable(Phrase("是符号链接或子模块", "a symbolic link or submodule"))
MISSING = Unreadable(Phrase("没有内容", "no contents"))


def read_versions(raws: Iterable[bytes | None], kind: Kind = Kind.FILING) -> Iterator[Version]:
    """Versions in the order given. Of one that follows another of the same document, only what differs is read."""
    before, known = b"", dict[str, Any]()
    for raw in raws:
        data = source.reread(raw, before, known) if raw is not None and known else None
        version = read_version(raw, kind) if data is None else data
        if raw is not None and isinstance(version, dict):
            before, known = raw, version
        yield version


def read_version(raw: bytes | None, kind: Kind = Kind.FILING) -> Version:
    """A blob as `repository.blobs` gives it → its data, or why it has none. Never raises."""
    limits = source.limits(kind)
    if raw is None:
        return too_large(limits)
    parsed = source.parse(raw, limits)
    if parsed.data is not None:
        return parsed.data
    finding = next(each for each in reversed(parsed.findings) if each.code not in ("XB005", "XB017"))
    message = all_rules()[finding.code].message.fill(finding.values)
    line = finding.span.line if finding.span else 1
    return Unreadable(Phrase(f"第{line}行：{message.zh}", f"line {line}: {message.en}"))


def too_large(limits: source.Limits) -> Unreadable:
    kib = limits.size // 1024
    return Unreadable(Phrase(f"超过{kib} KiB", f"larger than {kib} KiB"))
