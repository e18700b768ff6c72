"""Word forms and ledgers → what becomes of each: refused, new, or changes to what is there; nothing is written."""

import os
import stat
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from xunbiao.model.campaign import Unit
from xunbiao.model.diagnostic import Diagnostic, Finding, Skipped
from xunbiao.model.document import DocumentKey, Kind
from xunbiao.model.form import Imported, Order, Refusal
from xunbiao.model.language import Phrase
from xunbiao.model.workspace import Files, Workspace

if TYPE_CHECKING:
    from xunbiao.forms import Draft, Lessons

_SENT = (".docx", ".doc", ".wps", ".docm", ".dotx")
_MOST_BYTES = 60 * 2**20


def files_in(paths: Sequence[Path]) -> Iterator[Path]:
    """The files named, and what was sent in the folders named; what Word keeps beside an open file is none."""
    for path in paths:
        if path.is_dir():
            found = sorted(each for each in path.rglob("*") if each.suffix.lower() in _SENT)
            yield from (each for each in found if not each.name.startswith(("~$", ".")) and not each.is_symlink())
        else:
            yield path


def take_in(order: Order, paths: Iterable[Path]) -> list[Imported]:
    """Every form read, in the order given, each with what the rules say of the filing that came of it."""
    from xunbiao.commands.ledger import take_in_ledger

    results: list[Imported] = []
    for path in paths:
        raw = _read(path)
        if isinstance(raw, bytes) and path.suffix.lower() == ".xlsx":
            results += take_in_ledger(order, raw, _shown(path))
            continue
        taken = {each.path: each.file for each in results if each.path and each.refusal is None}
        results.append(_taken(order, path, raw, taken))
    return _checked(order, results)


def _taken(order: Order, path: Path, raw: bytes | Refusal, taken: Mapping[str, str]) -> Imported:
    from xunbiao.forms import Setting, draft_filing, open_form

    file = _shown(path)
    form = open_form(raw) if isinstance(raw, bytes) else raw
    if isinstance(form, Refusal):
        return Imported(file, refusal=form)
    workspace = order.workspace
    draft = draft_filing(form, Setting(workspace.campaign, workspace.roster, order.today, order.unit))
    if draft.unit is None:
        unknown = Imported(file, problems=draft.problems, raw=_new_text(order, draft, file).encode())
        return unknown if order.dry_run else replace(unknown, refusal=_nobodys(workspace, draft, path))
    result = Imported(file, draft.unit, DocumentKey(Kind.FILING, draft.unit.id).path, problems=draft.problems)
    if result.path in taken:
        return replace(result, refusal=_twice(taken[result.path]))
    before = workspace.files.read(result.path)
    if order.update and isinstance(before, bytes):
        return _updated(order, result, draft, before)
    there = isinstance(before, bytes) or (Path(workspace.files.place) / result.path).exists()
    new = _new_text(order, draft, file).encode()
    refusal = _EXISTS if there and not order.dry_run else None if _can_be_kept(new) else _TOO_LONG
    return replace(result, raw=new, refusal=refusal)


def _can_be_kept(raw: bytes) -> bool:
    """Whether the text that was made can be read again; one of a cell as long as a book cannot."""
    from xunbiao import source

    return source.parse(raw).data is not None


def _read(path: Path) -> bytes | Refusal:
    """A regular file's bytes; a pipe or device would never end."""
    from xunbiao.forms.refusal import refusal

    try:
        status = os.stat(path)
        if not stat.S_ISREG(status.st_mode):
            return refusal("not-a-file").refusal
        if status.st_size > _MOST_BYTES:
            return refusal("too-large").refusal
        return path.read_bytes()
    except OSError as error:
        reason = os.strerror(error.errno) if error.errno else type(error).__name__
        return Refusal("not-a-file", Phrase(f"打不开（{reason}）", f"cannot be opened ({reason})"))


def _shown(path: Path) -> str:
    """A path as text, whatever bytes its name is made of."""
    return os.fsencode(path).decode("utf-8", "replace")


def _new_text(order: Order, draft: "Draft", file: str) -> str:
    """The text of a new filing: the head of a scaffold, and where it came from."""
    from xunbiao.forms import filing_text
    from xunbiao.scaffold import new_filing

    unit = draft.unit or Unit("", "", must_file=False)
    scaffold = new_filing(order.workspace.campaign, unit, order.language).split("\n")
    head = scaffold[: scaffold.index("类型: 申报表")] if draft.unit else scaffold[:2]
    name = "".join(each if each.isprintable() else "�" for each in Path(file).name)
    came = order.language(
        f"# 由 {name} 导入。读出来的都请核对。", f"# Imported from {name}; please check what was read."
    )
    return filing_text(draft, [*head, came], _lessons(), order.language)


def _lessons() -> "Lessons":
    """What a scaffold teaches, by the labels that a filing has."""
    from xunbiao.scaffold import lessons

    aligned, own = "对标方向", "创标意向"
    return {
        ("填报时间",): lessons.FILED_ON,
        ("联系人",): lessons.CONTACT,
        ("联系电话",): lessons.PHONE,
        ("第一责任人",): lessons.FIRST_RESPONSIBLE,
        ("寻标对象", "纵向标杆单位"): lessons.VERTICAL,
        ("寻标对象", "纵向标杆单位", "好在哪"): lessons.STRENGTH,
        ("寻标对象", "横向标杆单位"): lessons.HORIZONTAL,
        (aligned, "目标"): lessons.GOAL,
        (aligned, "目标", "纵向标杆单位", "指标", "维度"): lessons.DIMENSION,
        (aligned, "差距"): lessons.GAP,
        (aligned, "举措"): lessons.MEASURE,
        (aligned, "举措", "参考做法"): lessons.PRACTICES,
        (aligned, "时限"): lessons.ALIGNED_BY,
        (own, "目标"): lessons.INNOVATION_GOAL,
        (own, "亮点"): lessons.HIGHLIGHT,
    }


def _updated(order: Order, result: Imported, draft: "Draft", before: bytes) -> Imported:
    from xunbiao import source
    from xunbiao.changes import diff
    from xunbiao.editing import edit
    from xunbiao.forms import update_filing

    data = source.parse(before).data
    if data is None:
        return replace(result, refusal=_UNREADABLE)
    assert result.unit is not None
    update = update_filing(draft, data, _reported(order.workspace, result.unit))
    after = edit(before, update.edits)
    return replace(
        result,
        raw=after,
        problems=(*draft.problems, *update.problems),
        changes=diff(Kind.FILING, data, source.parse(after).data),
        is_update=True,
    )


def _reported(workspace: Workspace, unit: Unit) -> frozenset[str]:
    """The ids that a unit's reports name, whether or not the filing still has them."""
    from xunbiao.check import dossier

    own = dossier(workspace, unit.id)
    reports = [*own.reports.values(), *([own.summary] if own.summary else [])]
    measures = {each.id for report in reports for each in report.measures}
    return frozenset(measures | {each.id for report in reports for each in report.metrics})


def _checked(order: Order, results: Sequence[Imported]) -> list[Imported]:
    """The results with what the rules say, as if everything that was not refused were in the folder already."""
    from xunbiao.check import Selection, check

    contents = {each.path: each.raw for each in results if each.path and each.raw and each.refusal is None}
    if not contents:
        return list(results)
    workspace = replace(order.workspace, files=_Overlay(order.workspace.files, contents))
    checked = check(workspace, order.today, Selection(wants=contents.__contains__))
    found: dict[str, list[Diagnostic]] = {path: [] for path in contents}
    for each in checked.diagnostics:
        found[each.path].append(each)
    return [replace(each, diagnostics=found[each.path]) if _is_in(each, found) else each for each in results]


def _is_in(result: Imported, found: Mapping[str, Any]) -> bool:
    return result.refusal is None and result.path in found


@dataclass(frozen=True, slots=True)
class _Overlay:
    """The files of a campaign with some of them as they would be."""

    below: Files
    contents: Mapping[str, bytes]

    @property
    def place(self) -> str:
        return self.below.place

    @property
    def keys(self) -> Sequence[DocumentKey]:
        from xunbiao.workspace import key_of

        own = (key_of(path) for path in self.contents)
        every = {key.path: key for key in (*self.below.keys, *(key for key in own if key))}
        return [every[path] for path in sorted(every)]

    @property
    def strays(self) -> Sequence[tuple[str, Finding]]:
        return self.below.strays

    @property
    def skipped(self) -> Sequence[Skipped]:
        return self.below.skipped

    def read(self, path: str) -> bytes | Finding:
        return self.contents.get(path) or self.below.read(path)

    def read_all(self, paths: Sequence[str]) -> Iterator[bytes | Finding]:
        return map(self.read, paths)


def _nobodys(workspace: Workspace, draft: "Draft", path: Path) -> Refusal:
    """Whose form it is cannot be told; the file's own name often says it."""
    from difflib import get_close_matches

    typed = str(draft.data["填报单位"] or "")
    names = {name: unit.id for unit in workspace.roster for name in unit.names}
    stem = path.stem.replace("申报表", "")
    near = get_close_matches(typed, names, 1, 0.6) or get_close_matches(stem, names, 1, 0.6)
    guess = names[near[0]] if near else "UNIT"
    zh_what = f"单位名录里没有“{typed}”" if typed else "没有写填报单位"
    en_what = f"no unit “{typed}” on the roster" if typed else "填报单位 is not filled in"
    maybe = (f"可能是{near[0]}；", f"perhaps {near[0]}; ") if near else ("", "")
    zh = f"{zh_what}。{maybe[0]}请用 --unit {guess} 指明单位"
    return Refusal("unit-unknown", Phrase(zh, f"{en_what}: {maybe[1]}name the unit with --unit {guess}"))


def _twice(other: str) -> Refusal:
    zh = f"和 {other} 是同一个单位的，只导入了前一份"
    return Refusal("unit-twice", Phrase(zh, f"of the same unit as {other}, which alone was taken"))


_EXISTS = Refusal(
    "exists",
    Phrase(
        "这个单位已经有申报表，没有改动它。要按这份表更新，请加 --update",
        "the unit has a filing already, which was left alone; --update brings it up to this form",
    ),
)
_TOO_LONG = Refusal(
    "too-long",
    Phrase(
        "表里有一格长得存不进申报表，没有导入。请核对是不是把别的材料贴了进来",
        "a cell is too long for a filing, and nothing was taken: was something else pasted into it?",
    ),
)
_UNREADABLE = Refusal(
    "filing-unreadable",
    Phrase(
        "已有的申报表读不了，没有改动它。请先用 xunbiao validate 查错",
        "the filing that is there cannot be read and was left alone: see xunbiao validate",
    ),
)
