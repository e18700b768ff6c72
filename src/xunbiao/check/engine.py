"""Workspace → Diagnostics: every document through source, schema and rules, unit by unit; then what units share.

One unit's documents are in memory at a time. What is compared across units (rules with `across`) is kept as small
marks, so that the cost grows with the number of units and not with its square. Many files are parted among processes.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any, TypeVar

from xunbiao.check.folder import campaign_findings
from xunbiao.check.locating import Locator
from xunbiao.check.past import event_findings
from xunbiao.check.reading import Found, Reading, assemble, noun_of, read_units
from xunbiao.check.sharing import Marks, shared
from xunbiao.check.spreading import processes_for, spread
from xunbiao.check.waivers import Settings
from xunbiao.model.diagnostic import Diagnostic, Finding, Skipped
from xunbiao.model.document import DocumentKey, Kind
from xunbiao.model.history import Event
from xunbiao.model.language import Phrase
from xunbiao.model.practice import Catalogue
from xunbiao.model.report import Dossier
from xunbiao.model.workspace import Workspace
from xunbiao.rules import Context, Rule, all_rules

Kept = TypeVar("Kept")
PathFilter = Callable[[str], bool]
Advance = Callable[[int, int], None]

_MOST_NAMED = 5


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
class _Part:
    """What one process found in its share of the units: diagnostics, marks by rule, which waivers were of use, and what
    was kept of each unit, by its number."""

    diagnostics: list[Diagnostic]
    marks: Mapping[str, Marks]
    waivers: frozenset[int]
    kept: list[tuple[int, Any]]


def check(
    workspace: Workspace,
    today: date,
    selection: Selection | None = None,
    processes: int = 0,
    events: Iterable[Event] | None = None,
    advance: Advance | None = None,
) -> Checked:
    """Everything that is to be said of a campaign's files. `today` decides what is due and what lies in the future.

    `processes` is how many share the work; 0 leaves it to the number of files and the machine. `events` is what the
    rules on history judge; without any (None) those rules are not run. `advance` is told now and then how many units
    are done of how many.
    """
    return _check(workspace, today, selection or Selection(), processes, events, None, advance)[0]


def check_keeping(
    workspace: Workspace,
    today: date,
    selection: Selection,
    keep: Callable[[Dossier], Kept],
    processes: int = 0,
    advance: Advance | None = None,
) -> tuple[Checked, list[Kept]]:
    """`check`, and what `keep` makes of each unit's dossier, in the order of the folders: everything is read once for
    both, and parted among processes for both. What is kept must be able to travel between them (pickle)."""
    return _check(workspace, today, selection, processes, None, keep, advance)


def _check(
    workspace: Workspace,
    today: date,
    selection: Selection,
    processes: int,
    events: Iterable[Event] | None,
    keep: Callable[[Dossier], Kept] | None,
    advance: Advance | None,
) -> tuple[Checked, list[Kept]]:
    settings = Settings(workspace.campaign, workspace.roster, today)
    on_history = {rule.code for rule in all_rules().values() if rule.on is Event}

    def takes(code: str) -> bool:
        return selection.takes(code) and (events is not None or code not in on_history)

    rules = tuple(rule for rule in all_rules().values() if takes(rule.code))
    locator = Locator(settings, takes, selection.wants)
    run = _Run(workspace, workspace.catalogue, today, rules, _by_noun(rules), locator, selection.wants, keep, advance)
    processes = processes or processes_for(len(workspace.files.keys))
    parts = spread(lambda part: run.part(part, processes), processes)
    found = [each for part in parts for each in part.diagnostics]
    settings.used.update(*(part.waivers for part in parts))
    found += run.shared(parts)
    found += run.locator.diagnostics(campaign_findings(workspace, rules, today))
    found += run.locator.diagnostics(event_findings(workspace, events or (), rules, today))
    found += run.locator.settings_diagnostics(workspace)
    ordered = tuple(sorted(found, key=lambda each: each.sort_key))
    read_count = sum(selection.wants(key.path) for key in workspace.files.keys)
    skipped = tuple(each for each in workspace.files.skipped if selection.wants(each.path))
    kept = sorted((each for part in parts for each in part.kept), key=lambda each: each[0])
    return Checked(ordered, read_count, skipped), [each for _, each in kept]


def _by_noun(rules: Sequence[Rule]) -> Mapping[type, Sequence[Rule]]:
    """The rules by the noun that they look at, since each is asked of every document."""
    nouns = {rule.on for rule in rules if rule.on is not None}
    return {noun: [rule for rule in rules if rule.on is noun] for noun in nouns}


@dataclass(frozen=True, slots=True)
class _Run:
    """One check of one campaign: all that stays the same from unit to unit, read before the work is parted."""

    workspace: Workspace
    catalogue: Catalogue
    today: date
    rules: tuple[Rule, ...]
    rules_on: Mapping[type, Sequence[Rule]]
    locator: Locator
    wants: PathFilter
    keep: Callable[[Dossier], Any] | None
    advance: Advance | None

    def part(self, part: int, parts: int) -> _Part:
        """Every so manieth unit, so that each process has as much to do as the others."""
        across = [rule for rule in self.rules if rule.shared] if self._wants_any_document() else []
        marks = {rule.code: Marks() for rule in across}
        diagnostics: list[Diagnostic] = []
        kept: list[tuple[int, Any]] = []
        share = list(enumerate(self.workspace.folders))[part::parts]
        units = [each for each in share if across or self.keep or self._is_wanted(each[1])]
        readings = read_units(self.workspace, [unit for _, unit in units])
        for (number, unit), reading in zip(units, readings, strict=True):
            if self.advance and part == 0:  # the others are about as far
                self.advance(number, len(self.workspace.folders))
            own = assemble(self.workspace, unit, reading.documents)
            if self._is_wanted(unit):
                findings = reading.findings + list(self._findings(own, reading))
                diagnostics += self.locator.diagnostics(findings)
            context = self._context(own, DocumentKey(Kind.FILING, unit))
            for rule in across:
                marks[rule.code].add(number, (each.mark for each in rule.shared(own, context)))  # type: ignore[misc]
            if self.keep:
                kept.append((number, self.keep(own)))
        return _Part(diagnostics, marks, frozenset(self.locator.settings.used), kept)

    def shared(self, parts: Sequence[_Part]) -> Iterator[Diagnostic]:
        """The places of marks that several units have in common; the units concerned are read once more."""
        folders = self.workspace.folders
        by_rule = {code: shared([part.marks[code] for part in parts]) for code in parts[0].marks}
        concerned = {number for marks in by_rule.values() for units in marks.values() for number in units}
        units = [folders[number] for number in sorted(concerned) if self._is_wanted(folders[number])]
        for unit, reading in zip(units, read_units(self.workspace, units), strict=True):
            own = assemble(self.workspace, unit, reading.documents)
            for code, marks in by_rule.items():
                yield from self.locator.diagnostics(self._shared_findings(own, reading, code, marks))

    def _is_wanted(self, unit: str) -> bool:
        return any(self.wants(key.path) for key in self.workspace.keys_of(unit))

    def _wants_any_document(self) -> bool:
        keys = self.workspace.files.keys
        return any(self.wants(key.path) for key in keys if key.path.startswith("filings/"))

    def _findings(self, own: Dossier, reading: Reading) -> Iterator[Found]:
        for key, document in reading.documents.items():
            context = self._context(own, key)
            noun = noun_of(own, key)
            for rule in self.rules_on.get(type(noun), ()):
                for path, values in rule.check(noun, context) if rule.check else ():
                    yield document.path, document.text, Finding(rule.code, path, values, at_key=rule.at_key)

    def _shared_findings(
        self, own: Dossier, reading: Reading, code: str, marks: Mapping[int, Sequence[int]]
    ) -> list[Found]:
        """Each place once, with the other units named that share one of its marks."""
        context = self._context(own, DocumentKey(Kind.FILING, own.unit.id))
        check = all_rules()[code].shared
        places = [each for each in (check(own, context) if check else ()) if each.mark in marks]
        units: dict[tuple[DocumentKey, object], set[int]] = {}
        for each in places:
            units.setdefault((each.key, each.path), set()).update(marks[each.mark])
        found = []
        for each in places:
            if others := units.pop((each.key, each.path), None):
                document = reading.documents[each.key]
                values = {**each.values, "others": self._named(others, own.unit.id)}
                found.append((document.path, document.text, Finding(code, each.path, values)))
        return found

    def _named(self, numbers: set[int], own: str) -> Phrase:
        """The units of these numbers but one's own, by name; of many, the first few."""
        ids = [self.workspace.folders[number] for number in sorted(numbers)]
        units = self.workspace.roster.units
        names = [units[each].name if each in units else each for each in ids if each != own]
        few, rest = "、".join(names[:_MOST_NAMED]), len(names) - _MOST_NAMED
        if rest <= 0:
            return Phrase(few, few)
        return Phrase(f"{few}等{len(names)}个单位", f"{few} and {rest} more")

    def _context(self, own: Dossier, key: DocumentKey) -> Context:
        workspace = self.workspace
        return Context(workspace.campaign, workspace.roster, self.catalogue, self.today, own, key)
