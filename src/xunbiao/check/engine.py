"""Workspace → Diagnostics: every document through source, schema and rules, unit by unit; then what units share.

One unit's documents are in memory at a time. What is compared across units (rules with `across`) is kept as small
marks, so that the cost grows with the number of units and not with its square.
"""

from collections import defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import date
from difflib import get_close_matches

from xunbiao import resources, schema, source
from xunbiao.check.waivers import Settings
from xunbiao.model.campaign import Unit
from xunbiao.model.diagnostic import START, Diagnostic, Finding, Skipped, field_name
from xunbiao.model.document import Document, DocumentKey, Kind
from xunbiao.model.filing import Filing, read_filing
from xunbiao.model.language import Phrase
from xunbiao.model.period import Quarter
from xunbiao.model.practice import Practice, read_practice
from xunbiao.model.report import Dossier, Report, read_report
from xunbiao.model.workspace import Workspace
from xunbiao.rules import Context, Rule, Shared, all_rules

PathFilter = Callable[[str], bool]


@dataclass(frozen=True, slots=True)
class Selection:
    """Which findings are wanted: by code (a code or its beginning, as XB2) and by file."""

    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    wants: PathFilter = field(default=lambda _path: True)

    def takes(self, code: str) -> bool:
        chosen = not self.select or code.startswith(self.select)
        return chosen and not (self.ignore and code.startswith(self.ignore))


@dataclass(frozen=True, slots=True)
class Checked:
    """All findings in order, and how many files were read and which were not."""

    diagnostics: tuple[Diagnostic, ...]
    files_read: int
    skipped: tuple[Skipped, ...]


@dataclass(frozen=True, slots=True)
class _Read:
    """A unit's documents: those of the right shape, and the findings of those that are not, by path."""

    documents: dict[DocumentKey, Document]
    findings: list[tuple[str, str, Finding]]


def dossiers(workspace: Workspace) -> Iterator[Dossier]:
    """What every unit has handed in, as far as it has the right shape; in the order of the roster, then the unknown."""
    known = [unit.id for unit in workspace.roster if unit.id in set(workspace.folders)]
    for unit in (*known, *(each for each in workspace.folders if each not in workspace.roster.units)):
        yield dossier(workspace, unit)


def dossier(workspace: Workspace, unit: str) -> Dossier:
    """What one unit has handed in; empty if it has no folder."""
    return _dossier(workspace, unit, _read_unit(workspace, unit).documents)


def check(workspace: Workspace, today: date, selection: Selection | None = None) -> Checked:
    """Everything that is to be said of a campaign's files. `today` decides what is due and what lies in the future."""
    selection = selection or Selection()
    settings = Settings(workspace.campaign, workspace.roster, today)
    rules = [rule for rule in all_rules().values() if selection.takes(rule.code)]
    found: list[Diagnostic] = []
    shared: dict[tuple[str, int], list[Shared]] = defaultdict(list)
    for unit in workspace.folders:
        read = _read_unit(workspace, unit)
        own = _dossier(workspace, unit, read.documents)
        findings = read.findings + list(_unit_findings(workspace, own, read.documents, rules, today, shared))
        found += _diagnostics(findings, settings, selection)
    found += _diagnostics(_campaign_findings(workspace, rules, today), settings, selection)
    found += _diagnostics(list(_shared_findings(workspace, shared)), settings, selection)
    found += _diagnostics(_settings_findings(workspace, settings, selection), settings, selection)
    read_count = sum(selection.wants(key.path) for key in workspace.files.keys)
    ordered = tuple(sorted(found, key=lambda each: each.sort_key))
    return Checked(ordered, read_count, tuple(each for each in workspace.files.skipped if selection.wants(each.path)))


def _read_unit(workspace: Workspace, unit: str) -> _Read:
    read = _Read({}, [])
    for key in workspace.keys_of(unit):
        if key.kind in (Kind.FILING, Kind.QUARTERLY, Kind.SUMMARY):
            _read_document(workspace, key, read)
    return read


def _read_document(workspace: Workspace, key: DocumentKey, read: _Read) -> None:
    raw = workspace.files.read(key.path)
    if isinstance(raw, Finding):
        read.findings.append((key.path, "", raw))
        return
    parsed = source.parse(raw)
    read.findings.extend((key.path, parsed.text, finding) for finding in parsed.findings)
    if parsed.data is None:
        return
    if schema.is_valid(key.kind, parsed.data):
        read.documents[key] = Document(key, key.path, parsed.text, parsed.data)
    else:
        read.findings.extend((key.path, parsed.text, each) for each in schema.findings(key.kind, parsed.data))


def _dossier(workspace: Workspace, unit: str, documents: dict[DocumentKey, Document]) -> Dossier:
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


def _unit_findings(
    workspace: Workspace,
    own: Dossier,
    documents: dict[DocumentKey, Document],
    rules: list[Rule],
    today: date,
    shared: dict[tuple[str, int], list[Shared]],
) -> Iterator[tuple[str, str, Finding]]:
    for key, document in documents.items():
        context = Context(workspace.campaign, workspace.roster, workspace.catalogue, today, own, key)
        noun = _noun(own, key)
        for rule in rules:
            if rule.on is not None and isinstance(noun, rule.on):
                yield from ((document.path, document.text, finding) for finding in rule.findings(noun, context))
    for rule in rules:
        if rule.shared:
            key = DocumentKey(Kind.FILING, own.unit.id)
            context = Context(workspace.campaign, workspace.roster, workspace.catalogue, today, own, key)
            for each in rule.shared(own, context):
                shared[rule.code, each.mark].append(each)


def _noun(own: Dossier, key: DocumentKey) -> Filing | Report | None:
    if key.kind is Kind.FILING:
        return own.filing
    return own.summary if key.kind is Kind.SUMMARY else own.reports.get(key.quarter) if key.quarter else None


def _campaign_findings(workspace: Workspace, rules: list[Rule], today: date) -> list[tuple[str, str, Finding]]:
    """What is found outside the units' documents: stray names, the catalogue, the schemas, the roster."""
    findings = [(path, "", finding) for path, finding in workspace.files.strays]
    for key in workspace.files.keys:
        if key.kind in (Kind.PRACTICE, Kind.CATALOGUE):
            findings += _catalogue_findings(workspace, key, rules, today)
        elif key.kind in (Kind.CAMPAIGN, Kind.UNITS):
            findings += _marred(workspace, key)
    findings += _unknown_folders(workspace)
    findings += _foreign_schemas(workspace)
    return [each for each in findings if each[2].code in {rule.code for rule in rules}]


def _catalogue_findings(
    workspace: Workspace, key: DocumentKey, rules: list[Rule], today: date
) -> Iterator[tuple[str, str, Finding]]:
    """A campaign's own practice, through source, schema and rules; it belongs to no unit."""
    read = _Read({}, [])
    _read_document(workspace, key, read)
    yield from read.findings
    if key.kind is not Kind.PRACTICE or key not in read.documents:
        return
    nobody = Dossier(Unit("", "", must_file=False), None, {}, None)
    context = Context(workspace.campaign, workspace.roster, workspace.catalogue, today, nobody, key)
    document = read.documents[key]
    for rule in rules:
        if rule.on is Practice:
            for finding in rule.findings(read_practice(document.data), context):
                yield document.path, document.text, finding


def _unknown_folders(workspace: Workspace) -> Iterator[tuple[str, str, Finding]]:
    for unit in workspace.folders:
        if unit not in workspace.roster.units:
            near = get_close_matches(unit, workspace.roster.units, 1, 0.6)
            guess = Phrase(f"，是不是 {near[0]}？", f"; did you mean {near[0]}?") if near else Phrase("", "")
            path = workspace.keys_of(unit)[0].path
            yield path, "", Finding("XB033", values={"folder": unit, "guess": guess}, span=START)


def _foreign_schemas(workspace: Workspace) -> Iterator[tuple[str, str, Finding]]:
    """Schemas that lie in the folder for editors, and are not those that documents are checked by."""
    for path in resources.names("schemas", ".json"):
        copy = workspace.files.read(path)
        if isinstance(copy, bytes) and copy.replace(b"\r\n", b"\n") != resources.read(path).replace(b"\r\n", b"\n"):
            yield path, "", Finding("XB034", span=START)


def _settings_findings(
    workspace: Workspace, settings: Settings, selection: Selection
) -> list[tuple[str, str, Finding]]:
    """What the campaign's own rule settings say wrongly or in vain."""
    raw = workspace.files.read("xunbiao.yaml")
    content = source.parse(raw).text if isinstance(raw, bytes) else ""
    return [("xunbiao.yaml", content, finding) for finding in settings.findings(selection.takes)]


def _marred(workspace: Workspace, key: DocumentKey) -> list[tuple[str, str, Finding]]:
    """A byte order mark or invisible characters in the configuration, which could be read all the same."""
    raw = workspace.files.read(key.path)
    parsed = source.parse(raw) if isinstance(raw, bytes) else None
    return [(key.path, parsed.text, finding) for finding in parsed.findings] if parsed else []


def _shared_findings(
    workspace: Workspace, shared: dict[tuple[str, int], list[Shared]]
) -> Iterator[tuple[str, str, Finding]]:
    """Marks that two or more units have in common, each told once at each place, with the other units named."""
    told: set[tuple[str, DocumentKey, object]] = set()
    for (code, _mark), places in shared.items():
        units = sorted({place.key.unit for place in places})
        if len(units) < 2:
            continue
        for place in places:
            if (code, place.key, place.path) in told:
                continue
            told.add((code, place.key, place.path))
            others = [workspace.roster.units[unit].name if unit in workspace.roster.units else unit for unit in units]
            own = workspace.roster.units.get(place.key.unit)
            named = "、".join(name for name in others if name != (own.name if own else place.key.unit))
            raw = workspace.files.read(place.key.path)
            content = source.parse(raw).text if isinstance(raw, bytes) else ""
            yield place.key.path, content, Finding(code, place.path, {**place.values, "others": named})


def _diagnostics(
    findings: list[tuple[str, str, Finding]], settings: Settings, selection: Selection
) -> Iterator[Diagnostic]:
    """Findings with their places in the text; a text is composed again only if something in it is found by its path."""
    places: dict[str, source.Places] = {}
    for path, content, finding in findings:
        severity = settings.severity(finding.code, path)
        if severity is None or not selection.takes(finding.code) or not selection.wants(path):
            continue
        rule = all_rules()[finding.code]
        span = finding.span
        if span is None:
            found = places.get(path) or places.setdefault(path, source.places(content))
            span = found.of_key(finding.path) if finding.at_key else found.of(finding.path)
        yield Diagnostic(
            path, span, rule.code, rule.name, severity, field_name(finding.path),
            rule.message.fill(finding.values), rule.hint.fill(finding.values), settings.clause(rule.clause),
        )  # fmt: skip
