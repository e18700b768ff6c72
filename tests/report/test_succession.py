"""Units that were renamed or merged: what they handed in stays theirs."""

from dataclasses import replace

from xunbiao.model.obligation import Turnout

from .campaign import Small, report


def rename(small: Small, old: str, new: str, day: str) -> None:
    """`old` owes until a day, `new` from then on, and the folder moves with it."""
    small.units[new] = {
        "全称": f"{small.units[old]['全称']}（新）",
        "类别": "市直",
        "应报": True,
        "前身": old,
        "自": day,
    }
    small.units[old]["至"] = day
    for path in [path for path in small.documents if path.startswith(f"filings/{old}/")]:
        moved = path.replace(f"/{old}/", f"/{new}/")
        small.documents[moved] = small.documents.pop(path)
        small.arrivals[moved] = replace(small.arrivals.pop(path), path=moved, moved_from=path)


def test_reports_of_before_the_renaming_count_for_the_unit_that_owed_them(small: Small) -> None:
    """In the quarter before the renaming the old unit was expected, and its report in the new folder is its report."""
    rename(small, "jia", "jiaxin", "2020-05-15")
    found = small.progress("2020Q1")
    assert found.turnout == Turnout(4, 3, 2)
    assert found.units[0].unit.id == "jia"
    assert found.units[0].report.delivery.path == "filings/jiaxin/2020Q1.yaml"
    assert [measure.status for measure in found.units[0].measures] == ["欠进度", "达进度"]


def test_after_the_renaming_the_new_unit_owes(small: Small) -> None:
    """From the renaming on the new unit is expected once, with the old one's filing as its own."""
    rename(small, "jia", "jiaxin", "2020-05-15")
    found = small.progress("2020Q2", "2020-07-10")
    assert [each.unit.id for each in found.units] == ["yi", "bing", "shui", "jiaxin"]
    assert found.units[-1].figures.measures == 2
    assert found.units[-1].filing.days_late == 0


def test_documents_that_stayed_in_the_old_folder_are_found(small: Small) -> None:
    """Where only the roster was changed, the new unit's filing is the one in its 前身's folder."""
    small.units["jiaxin"] = {"全称": "某市新甲局", "类别": "市直", "应报": True, "前身": "jia", "自": "2020-05-15"}
    small.units["jia"]["至"] = "2020-05-14"
    found = small.progress("2020Q2", "2020-07-10")
    assert found.units[-1].unit.id == "jiaxin"
    assert found.units[-1].figures.measures == 2


def test_a_former_id_that_left_the_roster_is_still_known(small: Small) -> None:
    """前身 may name a unit that units.yaml no longer lists; its folder still speaks for the new one."""
    small.units["jiaxin"] = {"全称": "某市新甲局", "类别": "市直", "应报": True, "前身": "jia"}
    del small.units["jia"]
    found = small.progress("2020Q1")
    assert found.turnout == Turnout(4, 3, 2)
    assert found.units[-1].report.delivery.path == "filings/jia/2020Q1.yaml"


def test_two_that_owe_keep_to_their_own_folders(small: Small) -> None:
    """While a unit and its 前身 both owe, one report is not counted for both."""
    small.units["jiaxin"] = {"全称": "某市新甲局", "类别": "市直", "应报": True, "前身": "jia"}
    found = small.progress("2020Q1")
    assert found.turnout == Turnout(5, 3, 2)


def test_ones_own_folder_comes_first(small: Small) -> None:
    """Where both folders hold a report on the quarter, that in the unit's own is read and its arrival counts."""
    small.units["jiaxin"] = {"全称": "某市新甲局", "类别": "市直", "应报": True, "前身": "jia", "自": "2020-01-01"}
    small.units["jia"]["至"] = "2019-12-31"
    small.put("jiaxin/2020Q1", report("2020Q1", {"J1": ("超进度", 90)}, {}), "2020-04-05 09:00")
    unit = small.progress("2020Q1").units[-1]
    assert (unit.unit.id, unit.report.days_late, unit.measures[0].status) == ("jiaxin", 5, "超进度")
    assert [(change.id, change.before) for change in unit.changes] == [
        ("J1", ("达进度", 40)),
        ("J2", ("未启动", 0)),
    ]
