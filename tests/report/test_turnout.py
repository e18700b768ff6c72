"""The five numbers, and who is late or missing, on a campaign that can be counted by hand."""

from decimal import Decimal
from typing import Any

from xunbiao.model.history import Arrival
from xunbiao.model.obligation import Flag, State, Turnout

from .campaign import Small


def by_id(found: Any) -> dict[str, Any]:
    return {each.unit.id: each for each in found.units}


def test_five_numbers(small: Small) -> None:
    """Of four that owe, three reported, two of them by the due date; the county owes nothing."""
    turnout = small.progress().turnout
    assert (turnout.expected, turnout.actual, turnout.on_time) == (4, 3, 2)
    assert (turnout.reporting_rate, turnout.on_time_rate) == (Decimal("0.75"), Decimal("0.5"))
    assert (turnout.late, turnout.missing) == (1, 1)


def test_classes_add_up_in_the_order_of_the_roster(small: Small) -> None:
    """The classes are those of the units that owe, and their numbers are parts of the total."""
    classes = small.progress().classes
    assert list(classes.items()) == [("市直", Turnout(3, 2, 1)), ("公用企业", Turnout(1, 1, 1))]


def test_late_by_days_and_missing_by_days(small: Small) -> None:
    """Days late count from the due date: to the arrival for what came, to today for what did not."""
    found = by_id(small.progress(today="2020-04-10"))
    assert (found["yi"].report.state, found["yi"].report.days_late) == (State.LATE, 2)
    assert (found["bing"].report.state, found["bing"].report.days_late) == (State.MISSING, 10)
    assert (found["jia"].report.state, found["jia"].report.days_late) == (State.ON_TIME, 0)


def test_a_day_ends_where_the_campaign_is(small: Small) -> None:
    """23:59 in China is still in time; one minute later it is the next day, though it is the due date in UTC."""
    assert by_id(small.progress())["shui"].report.state is State.ON_TIME
    small.put("shui/2020Q1", small.documents["filings/shui/2020Q1.yaml"], "2020-04-01 00:00")
    assert by_id(small.progress())["shui"].report.days_late == 1


def test_not_yet_due_is_missing_but_not_late(small: Small) -> None:
    """Before the due date nothing is late, and yet expected = actual + missing."""
    found = small.progress(today="2020-03-20")
    assert found.turnout.missing == 1
    assert by_id(found)["bing"].report.days_late == 0


def test_filings_are_counted_apart(small: Small) -> None:
    """The filings have five numbers of their own: all four came, one of them five days late."""
    found = small.progress()
    assert found.filing_turnout == Turnout(4, 4, 3)
    assert by_id(found)["yi"].filing.days_late == 5


def test_reports_of_who_owes_nothing_are_named_and_not_counted(small: Small) -> None:
    """A county that reports without being asked neither raises a rate above one nor goes unmentioned."""
    small.put("xian/2020Q1", small.documents["filings/jia/2020Q1.yaml"], "2020-03-30 10:00")
    found = small.progress()
    assert found.turnout == Turnout(4, 3, 2)
    assert [unit.id for unit in found.extra] == ["xian"]


def test_joined_and_left(small: Small) -> None:
    """自 and 至 bound who owes: by the day on which the quarter's report falls due, both days included."""
    small.units["shui"]["至"] = "2020-03-31"
    small.units["bing"]["自"] = "2020-04-01"
    assert [each.unit.id for each in small.progress("2020Q1").units] == ["jia", "yi", "shui"]
    assert [each.unit.id for each in small.progress("2020Q2").units] == ["jia", "yi", "bing"]
    assert by_id(small.progress("2020Q2"))["bing"].filing is None


def test_unreadable_report_has_come_in(small: Small) -> None:
    """A report that is no report counts as handed in, is named as unreadable, and leaves its measures unreported."""
    small.put("jia/2020Q1", {"类型": "季度报告", "版本": 1}, "2020-03-30 09:00")
    found = small.progress()
    assert found.turnout.actual == 3
    assert [each.unit.id for each in found.units if not each.readable] == ["jia"]
    assert found.statuses.unreported == 3


def test_changed_after_it_was_due(small: Small, later: Any) -> None:
    """A report that came in time and was changed afterwards is still in time, and flagged."""
    path = "filings/jia/2020Q1.yaml"
    small.arrivals[path] = later(small.arrivals[path], "2020-05-01 09:00")
    delivery = by_id(small.progress())["jia"].report.delivery
    assert (delivery.days_late, delivery.flags) == (0, (Flag.CHANGED_AFTER_DUE,))


def test_changed_on_the_due_date_is_in_time(small: Small, later: Any) -> None:
    """Until the end of the due date a report may be corrected."""
    path = "filings/jia/2020Q1.yaml"
    small.arrivals[path] = later(small.arrivals[path], "2020-03-31 23:00")
    assert by_id(small.progress())["jia"].report.delivery.flags == ()


def test_restored_and_moved_are_flagged(small: Small) -> None:
    """That a document was deleted and came back, or out of another folder, is told with its first arrival."""
    path = "filings/jia/2020Q1.yaml"
    known = small.arrivals[path]
    small.arrivals[path] = Arrival(path, known.first, known.last, restored=True, moved_from="filings/old/2020Q1.yaml")
    assert by_id(small.progress())["jia"].report.delivery.flags == (Flag.RESTORED, Flag.MOVED)


def test_nobody_owes_anything(empty: Small) -> None:
    """Where nobody is expected there is no rate, rather than a rate of nought."""
    for unit in empty.units.values():
        unit["应报"] = False
    turnout = empty.progress().turnout
    assert (turnout.expected, turnout.reporting_rate, turnout.on_time_rate) == (0, None, None)
