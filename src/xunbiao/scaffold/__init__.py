"""Unit, quarter → text of a new document whose comments teach; city, date → the files of a new campaign."""

from xunbiao.scaffold.campaign import Start, campaign_files
from xunbiao.scaffold.documents import new_filing, new_report
from xunbiao.scaffold.roster import read_roster_file

__all__ = ["Start", "campaign_files", "new_filing", "new_report", "read_roster_file"]
