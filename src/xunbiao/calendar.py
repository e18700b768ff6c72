"""campaign, instant → days: the one clock of every rule and report."""

import os
from collections.abc import Mapping
from datetime import UTC, date, datetime, timedelta
from pathlib import PurePosixPath

from xunbiao.errors import CannotGoOn
from xunbiao.model.campaign import Campaign, Phase
from xunbiao.model.document import DocumentKey
from xunbiao.model.history import Commit
from xunbiao.model.period import Quarter, iso_day


def local_day(campaign: Campaign, instant: datetime) -> date:
    """The calendar day of an instant where the campaign takes place: 16:30 UTC is the next day in China."""
    return instant.astimezone(campaign.zone).date()


def arrival_day(campaign: Campaign, commit: Commit, key: DocumentKey) -> date:
    """The day on which a document came in with a commit: when it reached the main line or, where the coordinator who
    entered it from paper says so, the earlier day on which the paper came."""
    day = local_day(campaign, commit.arrived_at)
    return min(day, received_day(commit, key) or day)


def received_day(commit: Commit, key: DocumentKey) -> date | None:
    """The day on which a form came in on paper or by mail, by the word of a commit that names the document."""
    if commit.received is None:
        return None
    named = commit.trailers.get("Xunbiao-Document", ())
    return commit.received if PurePosixPath(key.path).stem in named else None


def today(campaign: Campaign, asked: date | None, environment: Mapping[str, str] = os.environ) -> date:
    """Today, as everything is judged: as asked (--today, XUNBIAO_TODAY), else 示例日期, else now where the campaign is.

    Raises CannotGoOn where XUNBIAO_TODAY is no date.
    """
    if asked is None and (text := environment.get("XUNBIAO_TODAY")):
        asked = parse_day(text)
    return asked or campaign.example_day or local_day(campaign, datetime.now(UTC))


def parse_day(text: str) -> date:
    """`2020-06-30` → date. Raises CannotGoOn, since a day comes from the command line or the environment."""
    day = iso_day(text)
    if day is None:
        raise CannotGoOn(f"“{text}”不是日期，请写成 2020-06-30 这样。", f"“{text}” is no date such as 2020-06-30.")
    return day


def closes(campaign: Campaign, quarter: Quarter) -> date:
    """The last day on which a quarter's reports may still come in: its due date and the grace (宽限天数)."""
    due = campaign.due(campaign.report_key("", quarter))
    return (due or quarter.last_day) + timedelta(days=campaign.grace_days)


def phase(campaign: Campaign, quarter: Quarter, today: date) -> Phase:
    """How far a quarter has come on a day."""
    due = campaign.due(campaign.report_key("", quarter)) or quarter.last_day
    if today <= due:
        return Phase.DUE if today == due else Phase.OPEN
    return Phase.GRACE if today <= closes(campaign, quarter) else Phase.CLOSED
