"""What a check has to say: the input of every format of diagnostics."""

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from xunbiao.model.diagnostic import Diagnostic, Severity, Skipped
from xunbiao.model.language import Language


@dataclass(frozen=True, slots=True)
class Verdict:
    """All that was found, what was read and what was not, and where to look up a line of a file."""

    diagnostics: Sequence[Diagnostic]
    files_read: int
    files_skipped: Sequence[Skipped]
    sources: Callable[[str], Sequence[str]]
    language: Language

    @property
    def counts(self) -> Mapping[Severity, int]:
        """How many of each severity, zeros included."""
        found = Counter(each.severity for each in self.diagnostics)
        return {severity: found[severity] for severity in Severity}
