"""A filled-in Word form as nouns: what is wrong with how it is filled in, why it is none, what an import is to do and
has done."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from xunbiao.model.campaign import Unit
from xunbiao.model.diagnostic import Diagnostic, Path, Severity, field_name
from xunbiao.model.history import Change
from xunbiao.model.language import Language, Phrase
from xunbiao.model.workspace import Workspace


@dataclass(frozen=True, slots=True)
class Problem:
    """A finding on the form itself, by a code that is stable. `words` are those typed there; the path () is the whole
    form's. `is_of_filling_in` tells what was filled in wrongly from what could only be read with doubt."""

    code: str
    path: Path
    severity: Severity
    message: Phrase
    words: str = ""
    is_of_filling_in: bool = False

    @property
    def key(self) -> str:
        """`对标方向.时限:not-a-date`."""
        return f"{field_name(self.path)}:{self.code}" if self.path else self.code

    @property
    def place(self) -> str:
        """The cell as the form names it: 对标方向·时限."""
        return place_name(self.path)


@dataclass(frozen=True, slots=True)
class Refusal:
    """Why a file is not taken, by a code that is stable."""

    code: str
    message: Phrase


@dataclass(frozen=True, slots=True)
class Imported:
    """What became of one file: refused, or read into the bytes (`raw`) of the document at `path` of the campaign.

    `path` is empty where nobody knows whose form it is. `changes` are those to a document that was there before;
    `written` says that the document now stands in the folder.
    """

    file: str
    unit: Unit | None = None
    path: str = ""
    raw: bytes = b""
    problems: Sequence[Problem] = ()
    diagnostics: Sequence[Diagnostic] = ()
    changes: Sequence[Change] = ()
    refusal: Refusal | None = None
    is_update: bool = False
    written: bool = False

    @property
    def is_refused(self) -> bool:
        """Whether the file, or a cell of a ledger, was not taken."""
        return self.refusal is not None or any(each.code.startswith("cell-") for each in self.problems)

    @property
    def text(self) -> str:
        """The document as text."""
        return self.raw.decode("utf-8-sig").replace("\r\n", "\n")


def place_name(path: Path) -> str:
    """对标方向·时限, 对标方向·差距（横向标杆单位）C2, 寻标对象·纵向标杆单位; the form as a whole is 申报表."""
    parts = [str(part) for part in path if not isinstance(part, int)]
    if len(parts) > 2 and parts[2] in ("纵向标杆单位", "横向标杆单位"):
        parts = [parts[0], f"{parts[1]}（{parts[2]}）", *parts[3:]]
    # An id follows its label at once: 举措J1.
    return "".join(part if not at or part.isascii() else f"·{part}" for at, part in enumerate(parts)) or "申报表"


@dataclass(frozen=True, slots=True)
class Order:
    """How forms are to be taken in: for which unit (as they say themselves if None), whether into filings that are
    there already, and whether it is only to be looked at what would come of it."""

    workspace: Workspace
    today: date
    language: Language
    unit: Unit | None = None
    update: bool = False
    dry_run: bool = False
