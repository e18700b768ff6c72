"""What a campaign decides about the rules: their severity, and which unit is excused from which, until when and why."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date

from xunbiao.model.campaign import Campaign, Roster, Waiver
from xunbiao.model.diagnostic import START, Diagnostic, Severity
from xunbiao.rules import all_rules

OFF = "off"


@dataclass(frozen=True, slots=True)
class Settings:
    """The campaign's own settings, as of a day; it remembers which waivers were used, to name those that were not."""

    campaign: Campaign
    roster: Roster
    today: date
    _used: set[int] = field(default_factory=set)

    def severity(self, code: str, path: str) -> Severity | None:
        """How much a finding weighs here; None if it is turned off or waived."""
        set_here = self.campaign.severities.get(code)
        if set_here == OFF or self._is_waived(code, path):
            return None
        return Severity(set_here) if set_here else all_rules()[code].severity

    def clause(self, clause: str) -> str:
        """A clause as this campaign's own notice numbers it (条款标签)."""
        labels = self.campaign.data.get("条款标签") or {}
        return str(labels.get(clause) or clause)

    def unused(self) -> Iterator[Diagnostic]:
        """Waivers that have run out or excused nothing: each is itself worth a look."""
        for index, waiver in enumerate(self.campaign.waivers):
            if self._expired(waiver) or index not in self._used:
                yield self._unused(index, waiver)

    def _is_waived(self, code: str, path: str) -> bool:
        waived = False
        for index, waiver in enumerate(self.campaign.waivers):
            unit = self.roster.find(waiver.unit)
            folder = f"filings/{unit.id}/" if unit else None
            if waiver.code == code and folder and path.startswith(folder) and not self._expired(waiver):
                self._used.add(index)
                waived = True
        return waived

    def _expired(self, waiver: Waiver) -> bool:
        return waiver.until is not None and waiver.until < self.today

    def _unused(self, index: int, waiver: Waiver) -> Diagnostic:
        rule = all_rules()["XB041" if self._expired(waiver) else "XB040"]
        values = {"unit": waiver.unit, "code": waiver.code, "until": waiver.until}
        return Diagnostic(
            "xunbiao.yaml", START, rule.code, rule.name, self.severity_of(rule.code) or rule.severity,
            f"规则.豁免[{index}]", rule.message.fill(values), rule.hint.fill(values), "",
        )  # fmt: skip

    def severity_of(self, code: str) -> Severity | None:
        set_here = self.campaign.severities.get(code)
        return None if set_here == OFF else Severity(set_here) if set_here else all_rules()[code].severity
