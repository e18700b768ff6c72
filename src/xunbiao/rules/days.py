"""Filing → its dates as days, read alike by all rules that look at them."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from xunbiao.model.campaign import Campaign
from xunbiao.model.diagnostic import Path
from xunbiao.model.filing import Filing, text
from xunbiao.model.language import Phrase
from xunbiao.model.period import iso_day
from xunbiao.rules.cells import is_blank
from xunbiao.wording import deadline
from xunbiao.wording.reading import DeadlineState

FILED = "填报时间"
DEADLINE = "时限"


@dataclass(frozen=True, slots=True)
class Dated:
    """A text that stands where a date is asked for: the day it means, if any, how that is known, and why."""

    path: Path
    text: str
    day: date | None
    state: DeadlineState
    why: Phrase
    is_iso: bool = False


def read_day(path: Path, written: str, campaign: Campaign, reference: date | None = None) -> Dated:
    """A text as a day. ISO dates are read at once; prose as wording reads it: a missing year is taken from the
    campaign, a span (60日内) counts from `reference`, or failing that from the campaign's first day."""
    day = iso_day(written)
    if day:
        return Dated(path, written, day, "date", Phrase("", ""), is_iso=True)
    window = (campaign.first_day, campaign.last_day)
    read = deadline(written, today=reference or campaign.first_day, window=window)
    return Dated(path, written, read.date, read.state, Phrase(read.why_zh.rstrip("。"), read.why_en.rstrip(".")))


def filed_on(filing: Filing, campaign: Campaign) -> Dated:
    """填报时间."""
    return read_day((FILED,), filing.filed_on, campaign)


def section_deadlines(filing: Filing, campaign: Campaign) -> tuple[Dated, Dated]:
    """时限 of 对标方向 and of 创标意向."""
    filed = iso_day(filing.filed_on)
    alignment, innovation = filing.alignment, filing.innovation
    return (
        read_day((alignment.name, DEADLINE), alignment.deadline, campaign, filed),
        read_day((innovation.name, DEADLINE), innovation.deadline, campaign, filed),
    )


def measure_deadlines(filing: Filing, campaign: Campaign) -> Iterator[Dated]:
    """时限 of each measure that has one of its own; a measure without one is due with its section."""
    filed = iso_day(filing.filed_on)
    for measure in filing.measures:
        if not is_blank(measure.deadline):
            yield read_day((*measure.path, DEADLINE), measure.deadline, campaign, filed)


def deadlines(filing: Filing, campaign: Campaign) -> tuple[Dated, ...]:
    """Every 时限 of a filing: those of its two sections, then those of its measures."""
    return (*section_deadlines(filing, campaign), *measure_deadlines(filing, campaign))


def record_days(filing: Filing, campaign: Campaign) -> Iterator[Dated]:
    """日期 in the records below the form (考察记录, 公示记录, 调整说明), where one is given."""
    for label in ("考察记录", "公示记录", "调整说明"):
        entries: list[dict[str, Any] | None] = filing.data.get(label) or []
        for index, entry in enumerate(entries):
            written = text((entry or {}).get("日期"))
            if not is_blank(written):
                yield read_day((label, index, "日期"), written, campaign)


def believable_filing_day(filing: Filing, campaign: Campaign, today: date) -> date | None:
    """填报时间 if it can be true: not before the campaign was announced and not in the future."""
    day = filed_on(filing, campaign).day
    return day if day and campaign.first_day <= day <= today else None


def implementation_begins(campaign: Campaign) -> date:
    """The first day of 实施; where the campaign does not say, the day it was announced."""
    begins = [stage.first_day for stage in campaign.stages if stage.name == "实施" and stage.first_day]
    return begins[0] if begins else campaign.first_day
