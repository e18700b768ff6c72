"""findings → Diagnostics: each with its place in the text, its weight in this campaign, and its words."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from xunbiao import source
from xunbiao.check.reading import Found
from xunbiao.check.waivers import Settings
from xunbiao.model.campaign import Waiver
from xunbiao.model.diagnostic import Diagnostic, field_name
from xunbiao.model.workspace import Workspace
from xunbiao.rules import all_rules


@dataclass(frozen=True, slots=True)
class Locator:
    """How findings become diagnostics in this run: the campaign's settings, and which codes and files are wanted."""

    settings: Settings
    takes: Callable[[str], bool]
    wants: Callable[[str], bool]

    def diagnostics(self, findings: Iterable[Found]) -> Iterator[Diagnostic]:
        """Those that are wanted. A text is composed again only if something in it is found by its path."""
        places: dict[str, source.Places] = {}
        for path, content, finding in findings:
            severity = self.settings.severity(finding.code, path)
            if severity is None or not self.takes(finding.code) or not self.wants(path):
                continue
            rule = all_rules()[finding.code]
            span = finding.span
            if span is None:
                found = places.get(path) or places.setdefault(path, source.places(content))
                span = found.of_key(finding.path) if finding.at_key else found.of(finding.path)
            yield Diagnostic(
                path, span, rule.code, rule.name, severity, field_name(finding.path),
                rule.message.fill(finding.values), rule.hint.fill(finding.values), self.settings.clause(rule.clause),
            )  # fmt: skip

    def settings_diagnostics(self, workspace: Workspace) -> Iterator[Diagnostic]:
        """What the campaign's own rule settings say wrongly or in vain; ask last, once all waivers were tried."""
        raw = workspace.files.read("xunbiao.yaml")
        content = source.text(raw) if isinstance(raw, bytes) else ""

        def was_tried(waiver: Waiver) -> bool:
            unit = workspace.roster.find(waiver.unit)
            return self.takes(waiver.code) and all(
                self.wants(key.path) for key in workspace.keys_of(unit.id if unit else "")
            )

        yield from self.diagnostics([("xunbiao.yaml", content, each) for each in self.settings.findings(was_tried)])
