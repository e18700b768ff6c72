"""What a rule is: a code, its words in two languages, and a generator that finds where they apply."""

import inspect
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from xunbiao.model.campaign import Campaign, Roster
from xunbiao.model.diagnostic import Finding, Path, Severity
from xunbiao.model.document import DocumentKey
from xunbiao.model.language import Phrase
from xunbiao.model.practice import Catalogue
from xunbiao.model.report import Dossier


@dataclass(frozen=True, slots=True)
class Context:
    """What a rule may know besides the document it looks at. `dossier` is all that the same unit has handed in."""

    campaign: Campaign
    roster: Roster
    catalogue: Catalogue
    today: date
    dossier: Dossier
    key: DocumentKey

    @property
    def latest_day(self) -> date:
        """The last day that a document may speak of: today; an example campaign is there as a whole, whatever day it
        takes for today."""
        return max(self.today, self.campaign.last_day) if self.campaign.example_day else self.today


@dataclass(frozen=True, slots=True)
class Shared:
    """What a rule across units yields: findings with the same `mark` in two or more units are the fault."""

    mark: int
    key: DocumentKey
    path: Path
    values: Mapping[str, object]


Flag = tuple[Path, Mapping[str, object]]
Check = Callable[[Any, Context], Iterator[Flag]]
SharedCheck = Callable[[Dossier, Context], Iterator[Shared]]


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule with its documentation. `on` is the noun that `check` looks at; a rule without `check` belongs to a layer
    below (reading, schema, folder), which yields findings with its code."""

    code: str
    name: str
    severity: Severity
    message: Phrase
    hint: Phrase
    doc: str
    clause: str = ""
    rows: tuple[str, ...] = ()
    on: type | None = None
    check: Check | None = None
    shared: SharedCheck | None = None
    at_key: bool = False

    def findings(self, noun: object, context: Context) -> Iterator[Finding]:
        """What the rule finds on a document's noun."""
        for path, values in self.check(noun, context) if self.check else ():
            yield Finding(self.code, path, values, at_key=self.at_key)

    @property
    def title(self) -> Phrase:
        """The first line of the documentation: `中文 / English`."""
        zh, _, en = self.doc.partition("\n")[0].partition(" / ")
        return Phrase(zh, en)


def rule(
    code: str,
    name: str,
    severity: Severity,
    *,
    zh: str,
    en: str,
    hint_zh: str,
    hint_en: str,
    on: type | None = None,
    clause: str = "",
    rows: tuple[str, ...] = (),
    at_key: bool = False,
) -> "Declaration":
    """Declares a rule; what it says stands here, in both languages. Use it as a decorator on the check, or, for what a
    layer below finds, assign `.of(__doc__)`."""
    made = Rule(code, name, severity, Phrase(zh, en), Phrase(hint_zh, hint_en), "", clause, rows, on, at_key=at_key)
    return Declaration(made)


@dataclass(frozen=True, slots=True)
class Declaration:
    """A rule that still lacks its documentation and its check."""

    made: Rule

    def __call__(self, check: Check) -> Rule:
        return replace(self.made, check=check, doc=_doc(inspect.getmodule(check).__doc__))

    def across(self, check: SharedCheck) -> Rule:
        """For a check whose findings count only where units share them."""
        return replace(self.made, shared=check, doc=_doc(inspect.getmodule(check).__doc__))

    def of(self, doc: str | None) -> Rule:
        return replace(self.made, doc=_doc(doc))


def _doc(text: str | None) -> str:
    return inspect.cleandoc(text or "")
