"""campaign, day → a message to each unit that still owes something, out of the same ledger as `status`."""

from datetime import date, timedelta
from pathlib import Path

from xunbiao.commands.call import Call, parse_quarter
from xunbiao.commands.owing import open_ledger
from xunbiao.errors import CannotGoOn
from xunbiao.model.campaign import Campaign

SOON = 15
"""Days ahead of a due date from which units are reminded of it, where no quarter was asked for."""


def remind(call: Call, quarter: str | None, summary: bool, as_of: str | None, format: str, output: Path | None) -> None:
    """Shows a message for each unit with something missing that fell due by the quarter's (or summary's) due date, or
    falls due within fifteen days. Raises CannotGoOn for a past state, of which nobody is to be reminded."""
    from xunbiao import check
    from xunbiao.pages import reminder
    from xunbiao.progress import agenda
    from xunbiao.progress.reminders import reminders

    if as_of is not None:
        zh = "--remind 按今天的情况催报，不能用 --as-of；要按另一天算，用 --today。"
        raise CannotGoOn(zh, "--remind is about today: leave out --as-of, or set the day with --today.")
    workspace = call.workspace()
    campaign = workspace.campaign
    today = call.today(campaign)
    owed = agenda(workspace.roster, open_ledger(call, workspace, today))
    by = _by(campaign, today, quarter, summary)
    found = reminders(owed, by, lambda unit: check.dossier(workspace, unit))
    call.show(reminder.build(found, campaign, today, by, call.language(campaign)), format, output, force=True)


def _by(campaign: Campaign, today: date, quarter: str | None, summary: bool) -> date:
    if summary:
        return campaign.summary_due
    if quarter is None:
        return today + timedelta(days=SOON)
    key = campaign.report_key("", parse_quarter(campaign, quarter))
    return campaign.due(key) or campaign.summary_due
