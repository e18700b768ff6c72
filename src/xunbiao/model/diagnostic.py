"""What is found in a user's files: first a finding (what, where in the data), then a diagnostic (what, which line)."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from xunbiao.model.language import Phrase

Path = tuple[str | int, ...]
"""The way to a value in a document: keys and list indices, as in jsonschema's `absolute_path`."""


class Severity(StrEnum):
    """How much a finding weighs. The notice's 必须, 至少一个, blanks and integrity are errors; 应, 力争 warnings."""

    ERROR = "error"
    WARNING = "warning"
    HINT = "hint"

    @property
    def phrase(self) -> Phrase:
        return {
            Severity.ERROR: Phrase("错误", "error"),
            Severity.WARNING: Phrase("警告", "warning"),
            Severity.HINT: Phrase("提示", "hint"),
        }[self]


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A stretch of text; lines and columns count from 1, columns in code points, the end column is exclusive."""

    line: int
    column: int
    end_line: int
    end_column: int


START = Span(1, 1, 1, 1)
"""Where a finding stands that speaks of a whole file."""


@dataclass(frozen=True, slots=True)
class Finding:
    """A rule's code, the values its sentence needs, and its place: a path in the data or, failing data, a span."""

    code: str
    path: Path = ()
    values: Mapping[str, object] = field(default_factory=dict)
    span: Span | None = None
    at_key: bool = False


@dataclass(frozen=True, slots=True)
class Skipped:
    """A file that was not looked at, and why."""

    path: str
    reason: Phrase


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """A finding as a user sees it, with its place in the file and what to do about it."""

    path: str
    span: Span
    code: str
    name: str
    severity: Severity
    field: str
    message: Phrase
    hint: Phrase
    clause: str

    @property
    def sort_key(self) -> tuple[str, int, int, str, str]:
        return (self.path, self.span.line, self.span.column, self.code, self.field)


def field_name(path: Path) -> str:
    """A path as users read it: `寻标对象.纵向标杆单位[0].名称`."""
    text = ""
    for part in path:
        text += f"[{part}]" if isinstance(part, int) else f".{part}" if text else str(part)
    return text
