"""台账.xlsx → changes to the quarterly reports whose cells were edited, as far as the sheet is not stale."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from xunbiao.model.campaign import Unit
from xunbiao.model.document import DocumentKey
from xunbiao.model.form import Imported, Order, Refusal
from xunbiao.model.language import Phrase

if TYPE_CHECKING:
    from xunbiao.forms.ledger import LedgerUpdate
    from xunbiao.forms.sheet import Ledger, LedgerRow


def take_in_ledger(order: Order, raw: bytes, file: str) -> list[Imported]:
    """One result for each unit whose cells were edited or refused; one refusal where the whole sheet is refused."""
    from xunbiao.forms.refusal import refusal
    from xunbiao.forms.sheet import read_ledger

    ledger = read_ledger(raw)
    if isinstance(ledger, Refusal):
        return [Imported(file, refusal=ledger)]
    then = _reports_then(order, ledger)
    if then is None:
        return [Imported(file, refusal=refusal("stale").refusal)]
    results = [each for each in _by_unit(order, ledger, then, file) if each.changes or each.problems or each.refusal]
    stale = [each for each in results if each.changes and not _is_as_then(order, each.path, then)]
    if stale:
        names = "、".join(each.path for each in stale)
        message = refusal("stale").refusal.message
        return [Imported(file, refusal=Refusal("stale", Phrase(f"{message.zh}（{names}）", f"{message.en} ({names})")))]
    return results or [Imported(file, is_update=True)]


def _reports_then(order: Order, ledger: "Ledger") -> Mapping[str, bytes] | None:
    """The reports as they were in the commit that the sheet came from; None where there is no such commit."""
    from xunbiao import repository

    opened = repository.open_repository(Path(order.workspace.files.place))
    commit = repository.commit_id(opened, ledger.commit)
    if commit is None:
        return None
    paths = [_key(order, ledger, unit).path for unit in dict.fromkeys(row.unit for row in ledger.rows)]
    return repository.read_files(opened, commit, paths)


def _key(order: Order, ledger: "Ledger", unit: str) -> DocumentKey:
    return order.workspace.campaign.report_key(unit, ledger.quarter)


def _is_as_then(order: Order, path: str, then: Mapping[str, bytes]) -> bool:
    from xunbiao.repository import with_line_feeds

    now = order.workspace.files.read(path)
    return isinstance(now, bytes) and with_line_feeds(now) == with_line_feeds(then.get(path, b""))


def _by_unit(order: Order, ledger: "Ledger", then: Mapping[str, bytes], file: str) -> Iterator[Imported]:
    from xunbiao.forms.ledger import units_of

    for id_, rows in units_of(ledger.rows):
        unit = order.workspace.roster.units.get(id_)
        if unit is None or (order.unit is not None and unit != order.unit):
            continue
        yield _unit(order, ledger, unit, rows, then, file)


def _unit(
    order: Order, ledger: "Ledger", unit: Unit, rows: "list[LedgerRow]", then: Mapping[str, bytes], file: str
) -> Imported:
    from xunbiao import source
    from xunbiao.changes import diff
    from xunbiao.editing import edit
    from xunbiao.forms.ledger import update_report

    key = _key(order, ledger, unit.id)
    result = Imported(file, unit, key.path, is_update=True)
    now, before = order.workspace.files.read(key.path), then.get(key.path, b"")
    if isinstance(now, bytes) and _is_as_then(order, key.path, then):
        before = now
    data = source.parse(before).data if before else {}
    if data is None:
        return replace(result, refusal=_UNREADABLE)
    update: LedgerUpdate = update_report(rows, data, ledger.written)
    after = edit(before, update.edits)
    changes = diff(key.kind, data, source.parse(after).data) if update.edits else ()
    return replace(result, raw=after, problems=update.problems, changes=changes)


_UNREADABLE = Refusal(
    "report-unreadable",
    Phrase("报告读不了，没有改动它。请先用 xunbiao validate 查错", "the report cannot be read: see xunbiao validate"),
)
