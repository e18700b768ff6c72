"""A YAML file of a campaign: which document it is, its data, and its text for finding places again."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from xunbiao.model.language import Phrase
from xunbiao.model.period import Quarter


class Kind(StrEnum):
    """The kinds of document; the value names its schema."""

    FILING = "filing"
    QUARTERLY = "quarterly"
    SUMMARY = "summary"
    CAMPAIGN = "campaign"
    UNITS = "units"
    PRACTICE = "practice"
    CATALOGUE = "catalogue"

    @property
    def label(self) -> str:
        """What stands after 类型: in the file."""
        return _LABELS[self].zh

    @property
    def phrase(self) -> Phrase:
        return _LABELS[self]


_LABELS = {
    Kind.FILING: Phrase("申报表", "filing"),
    Kind.QUARTERLY: Phrase("季度报告", "quarterly report"),
    Kind.SUMMARY: Phrase("总结报告", "summary report"),
    Kind.CAMPAIGN: Phrase("活动", "campaign"),
    Kind.UNITS: Phrase("单位名录", "roster"),
    Kind.PRACTICE: Phrase("典型做法", "practice"),
    Kind.CATALOGUE: Phrase("典型做法目录", "catalogue"),
}


@dataclass(frozen=True, slots=True)
class DocumentKey:
    """What a document is known by: its kind, and for a unit's documents the unit's id and the quarter."""

    kind: Kind
    unit: str = ""
    quarter: Quarter | None = None

    @property
    def path(self) -> str:
        """Where it lies in the campaign folder, with forward slashes."""
        match self.kind:
            case Kind.CAMPAIGN:
                return "xunbiao.yaml"
            case Kind.UNITS:
                return "units.yaml"
            case Kind.CATALOGUE | Kind.PRACTICE:
                return f"catalogue/{self.unit or 'catalogue'}.yaml"
            case Kind.QUARTERLY:
                return f"filings/{self.unit}/{self.quarter}.yaml"
            case Kind.FILING | Kind.SUMMARY:
                return f"filings/{self.unit}/{self.kind}.yaml"

    @property
    def phrase(self) -> Phrase:
        """How a user calls it: 申报表, 2020年第一季度报告."""
        if self.quarter is None:
            return self.kind.phrase
        quarter = self.quarter.phrase
        return Phrase(f"{quarter.zh}报告", f"{quarter.en} report")


@dataclass(frozen=True, slots=True)
class Document:
    """A file that could be read as YAML. `data` holds str, int, Decimal, bool, None, list and dict, nothing else."""

    key: DocumentKey
    path: str
    text: str
    data: dict[str, Any]
