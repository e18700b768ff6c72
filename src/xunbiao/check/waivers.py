"""What a campaign decides about the rules: their severity, and which unit is excused from which, until when and why."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import date
from difflib import get_close_matches

from xunbiao.check.reopenings import idle_reopenings
from xunbiao.model.campaign import Campaign, Roster, Waiver
from xunbiao.model.diagnostic import Finding, Path, Severity
from xunbiao.model.language import Phrase
from xunbiao.rules import all_rules

OFF = "off"


@dataclass(frozen=True, slots=True)
class Settings:
    """The campaign's own settings, as of a day; `used` are the waivers that were of use, the rest is named."""

    campaign: Campaign
    roster: Roster
    today: date
    used: set[int] = field(default_factory=set)

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

    def findings(self, was_tried: Callable[[Waiver], bool]) -> Iterator[Finding]:
        """What is wrong with the settings themselves. A waiver is in vain only if its rule saw its unit's files."""
        for code in self.campaign.severities:
            if code not in all_rules():
                yield Finding("XB042", ("规则", "级别", code), {"code": code, "guess": _guess(code)}, at_key=True)
        for index, waiver in enumerate(self.campaign.waivers):
            path: Path = ("规则", "豁免", index)
            values = {"unit": waiver.unit, "code": waiver.code, "until": waiver.until}
            yield from (Finding("XB043", path, {"label": label}) for label in _blanks(waiver))
            if waiver.code not in all_rules():
                yield Finding("XB042", (*path, "规则"), {"code": waiver.code, "guess": _guess(waiver.code)})
            elif self._expired(waiver):
                yield Finding("XB041", path, values)
            elif index not in self.used and was_tried(waiver):
                yield Finding("XB040", path, values)
        yield from idle_reopenings(self.campaign, self.roster)

    def _is_waived(self, code: str, path: str) -> bool:
        waived = False
        for index, waiver in enumerate(self.campaign.waivers):
            unit = self.roster.find(waiver.unit)
            folder = f"filings/{unit.id}/" if unit else None
            if waiver.code == code and folder and path.startswith(folder) and not self._expired(waiver):
                self.used.add(index)
                waived = True
        return waived

    def _expired(self, waiver: Waiver) -> bool:
        return waiver.until is not None and waiver.until < self.today


def _blanks(waiver: Waiver) -> list[str]:
    cells = {"单位": waiver.unit, "规则": waiver.code, "理由": waiver.reason, "至": waiver.until}
    return [label for label, value in cells.items() if not value]


def _guess(code: str) -> Phrase:
    """The rule that was most likely meant: letters typed for digits are seen first."""
    typed = code.upper()[:2] + code.upper()[2:].translate(_DIGITS)
    near = [typed] if typed in all_rules() else get_close_matches(typed, all_rules(), 1, 0.8)
    return Phrase(f"，是不是 {near[0]}？", f"; did you mean {near[0]}?") if near else Phrase("", "")


_DIGITS = str.maketrans("OIL", "011")
