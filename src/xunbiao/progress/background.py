"""Filing × Report → Background: what a ledger shows beside the measures, no more of the documents than that."""

from collections.abc import Iterable
from dataclasses import replace

from xunbiao.model.filing import Filing, Item
from xunbiao.model.report import Report
from xunbiao.model.standing import Background


def background(filing: Filing | None, report: Report | None) -> Background:
    """Out of what came in; texts are the documents' own, not copies."""
    return Background(
        verticals=tuple(each.name for each in filing.verticals if each.name) if filing else (),
        horizontals=tuple(each.name for each in filing.horizontals if each.name) if filing else (),
        goals=_bare(filing.goals) if filing else (),
        gaps=_bare(filing.alignment.gaps) if filing else (),
        first_responsible=filing.first_responsible if filing else "",
        contact=next((each.contact for each in (report, filing) if each and each.contact), ""),
        phone=next((each.phone for each in (report, filing) if each and each.phone), ""),
        problems=report.texts("存在问题") if report else (),
        next_steps=report.texts("下一步措施") if report else (),
    )


def _bare(items: Iterable[Item]) -> tuple[Item, ...]:
    """Without the raw data, which would keep the whole document in memory."""
    return tuple(replace(item, data=None) for item in items)
