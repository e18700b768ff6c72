"""Workspace → documents and dossiers: what a unit has handed in, as far as source and schema let it pass."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from xunbiao import schema, source
from xunbiao.model.campaign import Unit
from xunbiao.model.diagnostic import Finding
from xunbiao.model.document import Document, DocumentKey, Kind
from xunbiao.model.filing import Filing, read_filing
from xunbiao.model.period import Quarter
from xunbiao.model.report import Dossier, Report, read_report
from xunbiao.model.workspace import Workspace

Found = tuple[str, str, Finding]
"""A file's path, its text, and a finding in it."""


@dataclass(frozen=True, slots=True)
class Reading:
    """Documents of the right shape by key, and the findings of those that are not."""

    documents: dict[DocumentKey, Document]
    findings: list[Found]


def dossiers(workspace: Workspace) -> Iterator[Dossier]:
    """What every unit has handed in, as far as it has the right shape; in the order of the roster, then the unknown."""
    folders = set(workspace.folders)
    known = [unit.id for unit in workspace.roster if unit.id in folders]
    units = [*known, *(each for each in workspace.folders if each not in workspace.roster.units)]
    for unit, reading in zip(units, read_units(workspace, units), strict=True):
        yield assemble(workspace, unit, reading.documents)


def dossier(workspace: Workspace, unit: str) -> Dossier:
    """What one unit has handed in; empty if it has no folder."""
    (reading,) = read_units(workspace, [unit])
    return assemble(workspace, unit, reading.documents)


def read_units(workspace: Workspace, units: Sequence[str]) -> Iterator[Reading]:
    """All documents of some units, a unit at a time."""
    contents = workspace.files.read_all([key.path for unit in units for key in workspace.keys_of(unit)])
    for unit in units:
        reading = Reading({}, [])
        for key in workspace.keys_of(unit):
            _add(key, next(contents), reading)
        yield reading


def read_document(workspace: Workspace, key: DocumentKey, reading: Reading) -> None:
    """Adds a document to what was read, or the reasons why it cannot be."""
    _add(key, workspace.files.read(key.path), reading)


def _add(key: DocumentKey, raw: bytes | Finding, reading: Reading) -> None:
    path = key.path
    if isinstance(raw, Finding):
        reading.findings.append((path, "", raw))
        return
    parsed = source.parse(raw)
    reading.findings.extend((path, parsed.text, finding) for finding in parsed.findings)
    if parsed.data is None:
        return
    if schema.is_valid(key.kind, parsed.data):
        reading.documents[key] = Document(key, path, parsed.text, parsed.data)
    else:
        reading.findings.extend((path, parsed.text, each) for each in schema.findings(key.kind, parsed.data))


def assemble(workspace: Workspace, unit: str, documents: Mapping[DocumentKey, Document]) -> Dossier:
    """A unit's documents as nouns."""
    filing: Filing | None = None
    summary: Report | None = None
    reports: dict[Quarter, Report] = {}
    for key, document in documents.items():
        if key.kind is Kind.FILING:
            filing = read_filing(document.data)
        elif key.kind is Kind.SUMMARY:
            summary = read_report(document.data)
        elif key.quarter:
            reports[key.quarter] = read_report(document.data)
    known = workspace.roster.units.get(unit) or Unit(unit, unit, must_file=False)
    return Dossier(known, filing, reports, summary, tuple(documents))


def noun_of(own: Dossier, key: DocumentKey) -> Filing | Report | None:
    """The noun that a unit's document was read as."""
    if key.kind is Kind.FILING:
        return own.filing
    return own.summary if key.kind is Kind.SUMMARY else own.reports.get(key.quarter) if key.quarter else None
