"""How measures and figures stand, what is overdue, due soon, put off or changed."""

from collections.abc import Callable
from decimal import Decimal
from typing import Any

import pytest

from xunbiao.model.period import Quarter
from xunbiao.model.standing import Pace

from .campaign import Small, filing, goal, measure, report


def rows(found: Any) -> list[tuple[str, Any]]:
    return [(unit.unit.id, each) for unit, each in found.measures]


def test_statuses(small: Small) -> None:
    """Five measures: 达进度 once each of 甲 and 乙, 欠进度, 已完成, and that of 丙, of which nothing was said."""
    counted = small.progress().statuses
    assert {status: number for status, number in counted.by_status.items() if number} == {
        "达进度": 2,
        "欠进度": 1,
        "已完成": 1,
    }
    assert (counted.unreported, counted.total) == (1, 5)


def test_average_completion_is_over_those_that_gave_one(small: Small) -> None:
    """60, 30, 20 and 100 make 52.5; what is missing or no share of a hundred is left out, not taken for nought."""
    assert small.progress().statuses.average_completion == Decimal("52.5")
    small.documents["filings/shui/2020Q1.yaml"]["举措进展"]["J1"]["完成率"] = 250
    assert small.progress().statuses.average_completion == Decimal(110) / 3


def test_overdue_is_judged_on_the_quarters_last_day(small: Small) -> None:
    """甲's J1 was due on 29 February and is not done: 31 days on 31 March; 丙's falls due that day."""
    overdue = [(unit, each.id, each.days_overdue) for unit, each in rows(small.progress()) if each.days_overdue]
    assert overdue == [("jia", "J1", 31)]


def test_overdue_while_the_quarter_runs_is_judged_today(small: Small) -> None:
    """On 2 March two days have passed since 29 February, a leap year's; on that day itself none has."""
    days = [{each.days_overdue for _, each in rows(small.progress(today=day))} - {None}
            for day in ("2020-03-02", "2020-02-29")]  # fmt: skip
    assert days == [{2}, set()]


def test_what_was_done_before_is_not_overdue_for_want_of_a_report(small: Small) -> None:
    """丙 told 已完成 in 2019Q4 and nothing since: its measure, due on 31 March, is not overdue in 2020Q2."""
    small.documents["filings/bing/filing.yaml"]["对标方向"]["举措"]["J2"] = measure("再做一件。", "2020-03-31")
    standing = {each.id: each for unit, each in rows(small.progress("2020Q2", "2020-07-10")) if unit == "bing"}
    assert (standing["J1"].last_status, standing["J1"].last_told) == ("已完成", Quarter(2019, 4))
    assert standing["J1"].days_overdue is None
    assert standing["J2"].days_overdue == 91


def test_a_later_report_says_nothing_about_a_quarter(small: Small) -> None:
    """What was reported after a quarter does not make its measures done in it."""
    small.put("jia/2020Q2", report("2020Q2", {"J1": ("已完成", 100)}, {}), "2020-06-30 09:00")
    assert ("jia", "J1") in [(unit, each.id) for unit, each in rows(small.progress()) if each.days_overdue]


@pytest.mark.parametrize(
    ("own", "cell", "overdue"),
    [
        ("", "2020-03-01", 30),
        ("2020-02-31", "2020-03-01", 30),
        ("2020年2月底前", "2020-11-30", 31),
        ("", "长期坚持", None),
    ],
)
def test_a_measure_without_a_date_of_its_own_has_the_cells(
    small: Small, own: str, cell: str, overdue: int | None
) -> None:
    """The form's one 时限 holds for every measure under it, also where a measure's own is none; a slogan is no date."""
    document = small.documents["filings/jia/filing.yaml"]["对标方向"]
    document["举措"]["J1"]["时限"], document["时限"] = own, cell
    assert small.progress().units[0].measures[0].days_overdue == overdue


def test_due_soon(small: Small) -> None:
    """Still to be done on the quarter's last day or in the next quarter: 丙 told 已完成 before, so its J1 is not."""
    due = [(unit, each.id, each.due_in) for unit, each in rows(small.progress()) if each.due_in]
    assert due == [("jia", "J2", Quarter(2020, 2))]
    small.documents["filings/bing/2019Q4.yaml"]["举措进展"]["J1"]["状态"] = "达进度"
    due = [(unit, each.id, each.due_in) for unit, each in rows(small.progress()) if each.due_in]
    assert due == [("jia", "J2", Quarter(2020, 2)), ("bing", "J1", Quarter(2020, 1))]


def test_a_measure_that_only_the_report_names(small: Small) -> None:
    """It is counted, so that nothing reported is lost, and marked, since the filing does not have it."""
    small.documents["filings/jia/2020Q1.yaml"]["举措进展"]["J9"] = {"状态": "超进度", "完成率": 80}
    found = small.progress()
    assert found.statuses.by_status["超进度"] == 1
    assert [each.id for _, each in found.measures if not each.in_filing] == ["J9"]


def test_blank_status_is_unreported(small: Small) -> None:
    """An entry without a 状态 is counted with those of which nothing was said."""
    small.documents["filings/jia/2020Q1.yaml"]["举措进展"]["J1"]["状态"] = None
    counted = small.progress().statuses
    assert (counted.unreported, counted.total) == (2, 5)


def test_indicators(small: Small) -> None:
    """Half the way from 5 to 1 at 3; a fifth from 10 to 5 at 9; 8 to 4 reached; of 丙 nothing is known."""
    found = {unit.unit.id: each for unit, each in small.progress().indicators}
    assert {unit: each.share for unit, each in found.items()} == {
        "jia": Decimal("0.5"),
        "yi": Decimal("0.2"),
        "bing": None,
        "shui": 1,
    }
    assert [unit for unit, each in found.items() if each.is_reached] == ["shui"]


def test_straight_line_runs_from_the_filings_due_date_to_the_deadline(small: Small) -> None:
    """From 20 November 2019 to 30 November 2020 are 376 days, 132 of them by 31 March 2020."""
    found = {unit.unit.id: each for unit, each in small.progress().indicators}
    assert found["jia"].line == Decimal(132) / 376
    assert (found["jia"].pace, found["yi"].pace, found["bing"].pace) == (Pace.AHEAD, Pace.BEHIND, None)


def test_on_the_line_and_beyond_its_ends(small: Small) -> None:
    """After the deadline the line asks for all of the way, and who is there is on it; before the start, for nothing."""
    document = small.documents["filings/shui/filing.yaml"]["对标方向"]
    document["时限"] = "2020-02-01"
    standing = {unit.unit.id: each for unit, each in small.progress().indicators}["shui"]
    assert (standing.line, standing.pace) == (1, Pace.ON_LINE)
    early = {unit.unit.id: each for unit, each in small.progress("2019Q4", "2019-11-01").indicators}
    assert early["jia"].line == 0


def test_without_a_deadline_there_is_no_line(small: Small) -> None:
    """立行立改 is no date, so nobody is ahead of it or behind."""
    small.documents["filings/jia/filing.yaml"]["对标方向"]["时限"] = "立行立改"
    standing = small.progress().units[0].indicators[0]
    assert (standing.line, standing.pace, standing.share) == (None, None, Decimal("0.5"))


def test_a_goal_no_better_than_now_is_marked(small: Small) -> None:
    """A goal of 25 minutes where it takes 20 today leads nowhere, whatever its share of the way says."""
    small.put("jia/filing", filing({"M1": goal(20, 25)}, {}), "2019-11-18 10:00")
    standing = small.progress().units[0].indicators[0]
    assert standing.leads_nowhere
    assert not small.progress().units[1].indicators[0].leads_nowhere


def test_changes_since_the_quarter_before(small: Small) -> None:
    """甲 moved from 达进度 40 to 欠进度 60 and from 未启动 0 to 达进度 30; 乙 fell back from 30 to 20."""
    found = {each.unit.id: each.changes for each in small.progress().units}
    assert [(each.id, each.before, each.after, each.delta) for each in found["jia"]] == [
        ("J1", ("达进度", 40), ("欠进度", 60), 20),
        ("J2", ("未启动", 0), ("达进度", 30), 30),
    ]
    assert [(each.delta, each.status_changed) for each in found["yi"]] == [(-10, False)]
    assert (found["bing"], found["shui"]) == (None, None)


def test_new_and_removed_measures(small: Small) -> None:
    """What one report has and the other has not is new or gone, and has no delta."""
    progress = small.documents["filings/jia/2020Q1.yaml"]["举措进展"]
    progress["J3"] = progress.pop("J2")
    changes = {each.id: each for each in small.progress().units[0].changes}
    assert (changes["J3"].before, changes["J2"].after, changes["J3"].delta) == (None, None, None)


def test_the_first_quarter_has_none_before(small: Small) -> None:
    """There is nothing to compare with, which is not the same as no change."""
    found = small.progress("2019Q4")
    assert found.period.before is None
    assert [each.changes for each in found.units] == [None] * 4


def test_slips(small: Small, events: Callable[..., Any]) -> None:
    """A 时限 put off twice is one slip of two steps, their days added up; other changes are none."""
    where = ("对标方向", "举措", "J2", "时限")
    told = [
        events("jia", where, "2020-06-30", "2020-07-30", "2020-05-01 09:00"),
        events("jia", where, "2020-07-30", "2020-08-31", "2020-07-01 09:00"),
        events("jia", ("对标方向", "举措", "J1", "时限"), "2020-06-30", "2020-05-30", "2020-05-01 09:00", "changed"),
        events("yi", ("对标方向", "时限"), "2020-11-30", "2020-12-10", "2020-05-01 09:00"),
    ]
    found = {each.unit.id: each.slips for each in small.progress(events=told).units}
    assert [(slip.field, len(slip.steps), slip.days) for slip in found["jia"]] == [("对标方向.举措.J2.时限", 2, 62)]
    assert [(slip.field, slip.days) for slip in found["yi"]] == [("对标方向.时限", 10)]
    assert (found["bing"], found["shui"]) == ((), ())


def test_moved_due_dates_are_told(small: Small, events: Callable[..., Any]) -> None:
    """Who moves the campaign's own due date changes who is on time, so the report says when that was done."""
    told = [events("", ("季度截止", "2020Q1"), "2020-03-31", "2020-04-30", "2020-04-05 09:00")]
    [change] = small.progress(events=told).due_changes
    assert (change.field, change.before, change.after) == ("季度截止.2020Q1", "2020-03-31", "2020-04-30")
    assert str(change.day) == "2020-04-05"
