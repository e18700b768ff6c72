"""Which report stands for a quarter, as of which day it is judged, and which quarter fell due last."""

from datetime import date

import pytest

from xunbiao.model.document import Kind
from xunbiao.model.period import Quarter
from xunbiao.progress import fallen_due, period_of

from .campaign import Small, report


@pytest.mark.parametrize(
    ("today", "judged", "begun", "over"),
    [
        ("2019-12-31", "2019-12-31", False, False),
        ("2020-01-01", "2020-01-01", True, False),
        ("2020-03-31", "2020-03-31", True, False),
        ("2020-04-01", "2020-03-31", True, True),
    ],
)
def test_judging_day(empty: Small, today: str, judged: str, begun: bool, over: bool) -> None:
    """The quarter's last day, or today while it still runs."""
    period = period_of(empty.workspace.campaign, Quarter(2020, 1), date.fromisoformat(today))
    assert (str(period.judged_on), period.has_begun, period.is_over) == (judged, begun, over)


def test_the_summary_stands_for_the_last_quarter(small: Small) -> None:
    """--quarter 2020Q4 reads summary.yaml, due with it, and is held against 2020Q3."""
    small.put("jia/summary", report("summary", {"J1": ("已完成", 100)}, {}), "2020-12-20 09:00")
    found = small.progress("2020Q4", "2021-01-05")
    assert (found.period.kind, str(found.period.due), found.period.before) == (
        Kind.SUMMARY,
        "2020-12-31",
        Quarter(2020, 3),
    )
    assert found.units[0].report.delivery.path == "filings/jia/summary.yaml"
    assert found.units[0].measures[0].status == "已完成"


def test_a_last_quarter_with_a_form_of_its_own(empty: Small) -> None:
    """Where the campaign asks for both, the quarter's report and the summary are two things."""
    empty.config["季度截止"]["2020Q4"] = "2020-12-25"
    campaign = empty.workspace.campaign
    quarterly = period_of(campaign, Quarter(2020, 4), date(2021, 1, 5))
    summary = period_of(campaign, Quarter(2020, 4), date(2021, 1, 5), summary=True)
    assert (quarterly.kind, quarterly.before) == (Kind.QUARTERLY, Quarter(2020, 3))
    assert (summary.kind, summary.before) == (Kind.SUMMARY, Quarter(2020, 4))


@pytest.mark.parametrize(
    ("today", "quarter"),
    [("2019-12-30", None), ("2019-12-31", "2019Q4"), ("2020-04-10", "2020Q1"), ("2021-06-01", "2020Q4")],
)
def test_the_quarter_that_fell_due_last(empty: Small, today: str, quarter: str | None) -> None:
    """A quarter has fallen due on its due date; before the first there is none."""
    found = fallen_due(empty.workspace.campaign, date.fromisoformat(today))
    assert (str(found) if found else None) == quarter
