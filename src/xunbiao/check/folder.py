"""Workspace → findings outside the units' documents: stray names, the catalogue, the schemas, the settings."""

from collections.abc import Iterator, Sequence
from datetime import date
from difflib import get_close_matches

from xunbiao import resources, source
from xunbiao.check.reading import Found, Reading, read_document
from xunbiao.model.campaign import Unit
from xunbiao.model.diagnostic import START, Finding
from xunbiao.model.document import DocumentKey, Kind
from xunbiao.model.language import Phrase
from xunbiao.model.practice import Practice, read_practice
from xunbiao.model.report import Dossier
from xunbiao.model.workspace import Workspace
from xunbiao.rules import Context, Rule

_MOST_GUESSES = 20
"""A guess looks at every unit of the roster; a tree of nothing but strange folders must not cost its square."""


def campaign_findings(workspace: Workspace, rules: Sequence[Rule], today: date) -> list[Found]:
    """What is found outside the units' documents, as far as `rules` has its codes."""
    findings: list[Found] = [(path, "", finding) for path, finding in workspace.files.strays]
    for key in workspace.files.keys:
        if key.kind in (Kind.PRACTICE, Kind.CATALOGUE):
            findings += _catalogue_findings(workspace, key, rules, today)
        elif key.kind in (Kind.CAMPAIGN, Kind.UNITS):
            findings += _marred(workspace, key)
    findings += _unknown_folders(workspace)
    findings += _foreign_schemas(workspace)
    codes = {rule.code for rule in rules}
    return [each for each in findings if each[2].code in codes]


def _catalogue_findings(workspace: Workspace, key: DocumentKey, rules: Sequence[Rule], today: date) -> Iterator[Found]:
    """A campaign's own practice, through source, schema and rules; it belongs to no unit."""
    reading = Reading({}, [])
    read_document(workspace, key, reading)
    yield from reading.findings
    if key.kind is not Kind.PRACTICE or key not in reading.documents:
        return
    nobody = Dossier(Unit("", "", must_file=False), None, {}, None)
    context = Context(workspace.campaign, workspace.roster, workspace.catalogue, today, nobody, key)
    document = reading.documents[key]
    for rule in rules:
        if rule.on is Practice:
            for finding in rule.findings(read_practice(document.data), context):
                yield document.path, document.text, finding


def _unknown_folders(workspace: Workspace) -> Iterator[Found]:
    unknown = [unit for unit in workspace.folders if unit not in workspace.roster.units]
    for number, unit in enumerate(unknown):
        near = get_close_matches(unit, workspace.roster.units, 1, 0.6) if number < _MOST_GUESSES else []
        guess = Phrase(f"，是不是 {near[0]}？", f"; did you mean {near[0]}?") if near else Phrase("", "")
        path = workspace.keys_of(unit)[0].path
        yield path, "", Finding("XB033", values={"folder": unit, "guess": guess}, span=START)


def _foreign_schemas(workspace: Workspace) -> Iterator[Found]:
    """Schemas that lie in the folder for editors, and are not those that documents are checked by."""
    for path in resources.names("schemas", ".json"):
        copy = workspace.files.read(path)
        if isinstance(copy, bytes) and copy.replace(b"\r\n", b"\n") != resources.read(path).replace(b"\r\n", b"\n"):
            yield path, "", Finding("XB034", span=START)


def _marred(workspace: Workspace, key: DocumentKey) -> list[Found]:
    """A byte order mark or invisible characters in the configuration, which could be read all the same."""
    raw = workspace.files.read(key.path)
    parsed = source.parse(raw, source.limits(key.kind)) if isinstance(raw, bytes) else None
    return [(key.path, parsed.text, finding) for finding in parsed.findings] if parsed else []
