"""campaign folder → Files: which documents there are and their bytes. The only module that walks the disk."""

import errno
import os
import re
import stat
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from xunbiao.errors import CannotGoOn
from xunbiao.model.diagnostic import START, Finding, Skipped
from xunbiao.model.document import DocumentKey, Kind
from xunbiao.model.language import Phrase
from xunbiao.model.period import Quarter
from xunbiao.source import guards

CONFIG = "xunbiao.yaml"
_ROSTER = "units.yaml"
_ID = re.compile(r"[a-z][a-z0-9]*(?:-[a-z0-9]+)*")
_PRACTICE = re.compile(r"P[0-9]{2,3}")
# Names that Windows keeps for devices: a folder of that name cannot be checked out there.
_DEVICES = frozenset({"con", "prn", "aux", "nul"} | {f"{port}{n}" for port in ("com", "lpt") for n in range(10)})
# Windows has no such flag; there a link is looked for before it is opened.
_NO_FOLLOW = getattr(os, "O_NOFOLLOW", 0)
_NOT_A_DOCUMENT = Phrase("不是申报表、季度报告或总结报告", "not a filing, quarterly or summary report")


def is_unit_id(text: str) -> bool:
    """Whether a text may name a unit's folder: lower-case ASCII words joined by hyphens, no device name of Windows."""
    return len(text) <= 64 and _ID.fullmatch(text) is not None and text not in _DEVICES


def find_root(start: Path) -> Path:
    """The campaign folder that holds `start`: itself or the nearest folder above with a xunbiao.yaml, as git does."""
    start = start.resolve()
    for folder in (start, *start.parents):
        if (folder / CONFIG).is_file():
            return folder
    raise CannotGoOn(
        f"{start} 及其上级文件夹里没有 {CONFIG}：这里不是活动文件夹。"
        "请用 -C 指明活动文件夹，或用 xunbiao init 新建一个，或用 xunbiao demo 生成示例。",
        f"No {CONFIG} in {start} or any folder above: this is no campaign. "
        "Point to one with -C, start one with xunbiao init, or see an example with xunbiao demo.",
    )


def key_of(path: str) -> DocumentKey | None:
    """The document that belongs at a path of a campaign folder; None if none does."""
    match path.split("/"):
        case ["xunbiao.yaml"]:
            return DocumentKey(Kind.CAMPAIGN)
        case ["units.yaml"]:
            return DocumentKey(Kind.UNITS)
        case ["catalogue", name] if name.endswith(".yaml"):
            stem = name.removesuffix(".yaml")
            if stem == "catalogue":
                return DocumentKey(Kind.CATALOGUE)
            return DocumentKey(Kind.PRACTICE, stem) if _PRACTICE.fullmatch(stem) else None
        case ["filings", unit, name] if name.endswith(".yaml") and is_unit_id(unit):
            return _unit_document(unit, name.removesuffix(".yaml"))
        case _:
            return None


def _unit_document(unit: str, stem: str) -> DocumentKey | None:
    if stem in (Kind.FILING, Kind.SUMMARY):
        return DocumentKey(Kind(stem), unit)
    quarter = Quarter.parse(stem)
    return DocumentKey(Kind.QUARTERLY, unit, quarter) if quarter else None


@dataclass(frozen=True, slots=True)
class MemoryFiles:
    """Files that are already in memory, such as those of a commit."""

    place: str
    contents: Mapping[str, bytes]

    @property
    def keys(self) -> tuple[DocumentKey, ...]:
        return tuple(key for path in sorted(self.contents) if (key := key_of(path)))

    @property
    def strays(self) -> tuple[tuple[str, Finding], ...]:
        return ()

    @property
    def skipped(self) -> tuple[Skipped, ...]:
        return ()

    def read(self, path: str) -> bytes | Finding:
        found = self.contents.get(path)
        return MISSING if found is None else found

    def read_all(self, paths: Sequence[str]) -> Iterator[bytes | Finding]:
        return map(self.read, paths)


@dataclass(frozen=True, slots=True)
class FolderFiles:
    """The files of a campaign folder as they are on disk, listed once."""

    root: Path
    keys: tuple[DocumentKey, ...]
    strays: tuple[tuple[str, Finding], ...]
    skipped: tuple[Skipped, ...]

    @property
    def place(self) -> str:
        return str(self.root)

    def read(self, path: str) -> bytes | Finding:
        return read_file(f"{self.root}/{path}", guards.limits(Kind.UNITS if path == _ROSTER else Kind.FILING))

    def read_all(self, paths: Sequence[str]) -> Iterator[bytes | Finding]:
        return map(self.read, paths)


def folder_files(root: Path) -> FolderFiles:
    """What lies in a campaign folder: xunbiao.yaml, units.yaml, catalogue/ and filings/; links are never followed."""
    keys: dict[str, DocumentKey] = {}
    strays: list[tuple[str, Finding]] = []
    skipped: list[Skipped] = []
    for path, entry in _entries(root):
        key = key_of(path)
        if isinstance(entry, Finding):
            strays.append((path, entry))
        elif key is not None:
            keys[path] = key
        elif problem := _stray(path, entry):
            strays.append((path, problem))
        else:
            skipped.append(Skipped(path, _NOT_A_DOCUMENT))
    composed_first = sorted((path for path, _ in strays), key=lambda path: not unicodedata.is_normalized("NFC", path))
    strays += _twins([*keys, *composed_first])
    return FolderFiles(root, tuple(keys[path] for path in sorted(keys)), tuple(strays), tuple(skipped))


def read_file(path: str, limits: guards.Limits) -> bytes | Finding:
    """A regular file's bytes; a link, device, pipe, folder, unreadable or oversized file is a finding."""
    flags = os.O_RDONLY | _NO_FOLLOW | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
    try:
        if not _NO_FOLLOW and os.path.islink(path):
            return _LINK
        descriptor = os.open(path, flags)
        try:
            status = os.fstat(descriptor)
            if not stat.S_ISREG(status.st_mode):
                return _unreadable("不是普通文件", "is no regular file")
            if status.st_size > limits.size:
                return guards.too_large(status.st_size, limits)
            return _all_of(descriptor, status.st_size, limits.size)
        finally:
            os.close(descriptor)
    except OSError as error:
        return _LINK if error.errno == errno.ELOOP else _not_opened(error)


def _all_of(descriptor: int, size: int, most: int) -> bytes:
    """What a file of a size holds, with one byte more than there may be if it grows while it is read."""
    content = os.read(descriptor, size + 1)
    while len(content) != size and len(content) <= most and (more := os.read(descriptor, most)):
        content += more
    return content[: most + 1]


def _not_opened(error: OSError) -> Finding:
    if isinstance(error, PermissionError):
        return _unreadable("没有读取权限", "may not be read by you")
    reason = os.strerror(error.errno) if error.errno else type(error).__name__
    return _unreadable(f"无法打开（{reason}）", f"cannot be opened ({reason})")


def _unreadable(zh: str, en: str) -> Finding:
    return Finding("XB001", values={"why": Phrase(zh, en)}, span=START)


MISSING = _unreadable("不存在", "does not exist")
_LINK = _unreadable("是符号链接，不予读取", "is a symbolic link, which is never followed")


def _entries(root: Path) -> Iterator[tuple[str, os.DirEntry[str] | Finding]]:
    """The entries that could be documents, in the order of their names; a folder that cannot be listed is a finding."""
    yield from (each for each in _listed(root, "") if each[0] in (CONFIG, _ROSTER))
    yield from _listed(root / "catalogue", "catalogue")
    for path, unit in _listed(root / "filings", "filings"):
        if not isinstance(unit, Finding) and unit.is_dir(follow_symlinks=False):
            yield from _listed(Path(unit.path), path)
        else:
            yield path, unit


def _listed(folder: Path, path: str) -> Iterator[tuple[str, os.DirEntry[str] | Finding]]:
    """What lies in a folder, without what is hidden; nothing where there is no such folder."""
    try:
        if folder.is_symlink():
            yield path, _LINK
            return
        with os.scandir(folder) as entries:
            found = sorted((each for each in entries if not each.name.startswith(".")), key=lambda each: each.name)
    except FileNotFoundError:
        return
    except OSError as error:
        yield path, _not_opened(error)
        return
    yield from ((f"{path}/{each.name}" if path else each.name, each) for each in found)


def _stray(path: str, entry: os.DirEntry[str]) -> Finding | None:
    """Why something that looks like a document can be none; None if it does not even look like one."""
    folder, _, name = path.rpartition("/")
    if entry.is_symlink():
        return _LINK
    if not name.lower().endswith((".yaml", ".yml")):
        return None
    unit = folder.removeprefix("filings/")
    if folder.startswith("filings/") and not is_unit_id(unit):
        return Finding("XB031", values={"folder": unit}, span=START)
    return Finding("XB030", values={"file": name}, span=START)


def _twins(paths: list[str]) -> list[tuple[str, Finding]]:
    """Files whose names differ in case or in Unicode form alone: on Windows and macOS they are one file."""
    seen: dict[str, str] = {}
    twins = []
    for path in paths:
        first = seen.setdefault(unicodedata.normalize("NFC", path).casefold(), path)
        if first != path:
            twins.append((path, Finding("XB032", values={"other": first}, span=START)))
    return twins
