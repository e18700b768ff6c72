"""Campaign, Roster → Findings: entries under 重开 that allow nothing, by what they lack."""

from collections.abc import Iterator
from typing import Any

from xunbiao.model.campaign import Campaign, Roster
from xunbiao.model.diagnostic import Finding
from xunbiao.model.filing import text
from xunbiao.model.language import Phrase
from xunbiao.model.period import Quarter, iso_day


def idle_reopenings(campaign: Campaign, roster: Roster) -> Iterator[Finding]:
    """One finding for each thing that keeps an entry from having an effect (as `audit.verify` judges it)."""
    for index, entry in enumerate(campaign.data.get("重开") or []):
        for why in _reasons(entry, campaign, roster) if entry else ():
            yield Finding("XB044", ("重开", index), {"why": why})


def _reasons(entry: dict[str, Any], campaign: Campaign, roster: Roster) -> Iterator[Phrase]:
    quarter, unit = text(entry.get("季度")), text(entry.get("单位"))
    if not quarter:
        yield Phrase("没有写“季度”", "it lacks 季度")
    elif Quarter.parse(quarter) not in campaign.all_quarters:
        yield Phrase(f"“{quarter}”不是本活动的季度", f"“{quarter}” is no quarter of this campaign")
    if unit and roster.find(unit) is None:
        yield Phrase(f"单位名录里没有“{unit}”", f"no unit “{unit}” is on the roster")
    if not text(entry.get("理由")):
        yield Phrase("没有写“理由”", "it lacks 理由")
    if iso_day(text(entry.get("至"))) is None:
        yield Phrase("没有写“至”，或者不是日期", "it lacks 至, or what stands there is no date")
