"""Everything that `planted.yaml` tells is in the commits, and nothing is wrong that it does not tell."""

from datetime import date

DUE = {
    "filing": date(2019, 11, 20),
    "2019Q4": date(2019, 12, 31),
    "2020Q1": date(2020, 3, 31),
    "2020Q2": date(2020, 6, 30),
    "2020Q3": date(2020, 9, 30),
    "summary": date(2020, 12, 31),
}
TODAY_ID = {"zwdsj": "xzspj"}


def test_each_deadline_gives_the_counts_of_the_table(campaign, planted) -> None:
    """Handed in, on time, late and never, counted from when each document first reached main."""
    units = {path.split("/")[1] for path in campaign.documents}
    for document, due in DUE.items():
        firsts = {}
        for unit in units:
            ids = [unit, *(old for old, new in TODAY_ID.items() if new == unit)]
            found = [each.at.date() for id_ in ids for each in campaign.of(id_, document)]
            if found:
                firsts[unit] = min(found)
        expected = planted["counts"][document]
        assert int(expected["expected"]) == len(units) == 38
        assert len(firsts) == int(expected["handed_in"])
        assert sum(first <= due for first in firsts.values()) == int(expected["on_time"])
        assert sum(first > due for first in firsts.values()) == int(expected["late"])
        late = {unit: (first - due).days for unit, first in firsts.items() if first > due}
        assert late == {row["unit"]: int(row["days"]) for row in planted["late"] if row["document"] == document}
        never = units - set(firsts)
        assert never == {row["unit"] for row in planted["never"] if row["document"] == document}
        assert len(never) == int(expected["never"])


def test_late_documents_arrive_on_the_day_of_the_table(campaign, planted) -> None:
    """A late document's first arrival is the day that the table names, in China's time."""
    for row in planted["late"]:
        first = campaign.of(row["unit"], row["document"])[0]
        assert f"{first.at:%Y-%m-%d}" == row["arrived"], row
        assert (first.at.date() - DUE[row["document"]]).days == int(row["days"])
        assert first.at.utcoffset().total_seconds() == 8 * 3600


def test_faults_stand_where_the_table_says(campaign, planted, look) -> None:
    """Each fault, and what follows from others, is in its document at the end."""
    for row in [*planted["faults"], *planted["follows"]]:
        found = look(campaign.load(row["unit"], row["document"]), row["field"])
        assert found == (None if row.get("absent") else row["value"]), row


def test_faults_are_of_many_kinds_and_most_units_have_none(campaign, planted) -> None:
    """At least 25 kinds of fault, in 16 units; the other 22 of the 38 have none."""
    assert len({row["kind"] for row in planted["faults"]}) >= 25
    flawed = {row["unit"] for row in [*planted["faults"], *planted["follows"]]}
    units = {path.split("/")[1] for path in campaign.documents}
    assert len(planted["clean"]) == 22
    assert units - flawed == set(planted["clean"])


def test_events_change_the_field_on_the_day_of_the_table(campaign, planted, look) -> None:
    """Each event is a change of that field on main by that person, after the deadline or before as told."""
    for row in planted["events"]:
        changes = [
            each
            for each in campaign.of(row["unit"], row["document"])
            if f"{each.at:%Y-%m-%d}" == row["date"] and each.before and each.author == row["author"]
        ]
        assert len(changes) == 1, row
        assert look(changes[0].was, row["field"]) == row.get("from"), row
        assert look(changes[0].now, row["field"]) == row.get("to"), row
        assert (changes[0].at.date() > DUE[row["document"]]) == (row["after_deadline"] == "true")
        if "reason" in row:
            assert look(changes[0].now, "调整说明.0.理由") == row["reason"]
        elif row["kind"] in ("loosened", "slipped"):
            assert look(changes[0].now, "调整说明") is None


def test_nothing_else_is_changed_after_it_arrived(campaign, planted) -> None:
    """On main, a document changes only where the table tells of it."""
    told = {(row["unit"], row["document"], row["date"]) for row in planted["events"]}
    incidents = planted["incidents"]
    repaired = incidents["unreadable"]
    told.add((repaired["unit"], repaired["document"], repaired["repaired"][:10]))
    changed = {
        (*each.path.removeprefix("filings/").removesuffix(".yaml").split("/"), f"{each.at:%Y-%m-%d}")
        for each in campaign.arrivals
        if each.path.startswith("filings/") and each.before and each.after
    }
    published = {row for row in changed if row[2] == incidents["published"]["date"]}
    assert len(published) == int(incidents["published"]["units"])
    assert changed - published == told


def test_broken_version_is_put_right_by_the_next_commit_of_that_document(campaign, planted) -> None:
    """A full-width colon makes the version on main unreadable; the repair changes nothing else."""
    row = planted["incidents"]["unreadable"]
    broken, repaired = campaign.of(row["unit"], row["document"])
    assert [f"{each.at:%Y-%m-%d %H:%M}" for each in (broken, repaired)] == [row["broken"], row["repaired"]]
    assert broken.author == repaired.author == row["author"]
    assert "联系人：" in broken.after.decode()
    assert broken.after.decode().replace("联系人：", "联系人: ") == repaired.after.decode()


def test_merge_changes_what_the_branch_said(campaign, planted, look) -> None:
    """The coordinator's merge arrives with a figure that no commit of the branch has."""
    row = planted["incidents"]["changed_in_merge"]
    (arrived,) = campaign.of(row["unit"], row["document"])
    drafts = [plain for branch, path, plain in campaign.drafted if branch == f"{row['unit']}/{row['document']}"]
    assert [look(each, row["field"]) for each in drafts] == [row["on_branch"]]
    assert look(arrived.now, row["field"]) == row["on_main"]
    assert (arrived.author, f"{arrived.at:%Y-%m-%d}") == (row["author"], row["date"])


def test_goal_undone_on_its_branch_never_reaches_main(campaign, planted, look) -> None:
    """What the first commit of a branch says and the second takes back was never on main."""
    row = planted["incidents"]["undone_on_branch"]
    drafts = [look(each, row["field"]) for branch, path, each in campaign.drafted if branch == f"{row['unit']}/filing"]
    assert drafts == [row["drafted"], row["arrived"]]
    assert {look(each.now, row["field"]) for each in campaign.of(row["unit"], "filing")} == {row["arrived"]}


def test_deleted_report_comes_back_as_it_was(campaign, planted) -> None:
    """A report is gone from main for a day and then stands there again, byte for byte."""
    row = planted["incidents"]["deleted"]
    first, deleted, restored = campaign.of(row["unit"], row["document"])
    assert deleted.after is None
    assert restored.after == first.after
    assert [f"{each.at:%Y-%m-%d}" for each in (deleted, restored)] == [row["deleted"], row["restored"]]


def test_form_on_paper_is_committed_by_the_coordinator(campaign, planted) -> None:
    """Its author is the clerk on the day of writing, its committer the coordinator on the day it came."""
    row = planted["incidents"]["on_paper"]
    first = campaign.of(row["unit"], row["document"])[0]
    assert (first.author, first.committer) == (row["author"], row["committer"])
    assert (f"{first.written:%Y-%m-%d}", f"{first.at:%Y-%m-%d}") == (row["written"], row["arrived"])


def test_border_cases_of_the_deadline(campaign, planted) -> None:
    """One report arrives minutes before midnight; one filing is written in time and merged the day after."""
    just = planted["incidents"]["just_in_time"]
    assert f"{campaign.of(just['unit'], just['document'])[0].at:%Y-%m-%d %H:%M}" == just["arrived"]
    row = planted["incidents"]["written_in_time"]
    first = campaign.of(row["unit"], row["document"])[0]
    assert (f"{first.written:%Y-%m-%d}", f"{first.at:%Y-%m-%d}") == (row["written"], row["arrived"])


def test_unit_is_renamed_with_its_folder(campaign, planted) -> None:
    """The roster has the new id and 全称 with the old one as alias; the folder moves, its reports unchanged."""
    row = planted["incidents"]["renamed"]
    roster = campaign.roster
    assert row["from"] not in roster["单位"]
    unit = roster["单位"][row["to"]]
    assert (unit["全称"], unit["前身"], unit["应报"]) == (row["name"], row["from"], "true")
    assert row["old_name"] in unit["别名"]
    assert row["name"] not in unit["别名"]
    moved = [each for each in campaign.arrivals if each.path.startswith(f"filings/{row['to']}/") and each.at.month == 5]
    assert len(moved) == int(row["files"])
    for each in moved:
        (gone,) = [
            old for old in campaign.arrivals if old.path == each.path.replace(row["to"], row["from"]) and not old.after
        ]
        assert f"{gone.at:%Y-%m-%d}" == f"{each.at:%Y-%m-%d}" == row["date"]
        if each.path.endswith("filing.yaml"):
            assert gone.was["填报单位"] == row["old_name"]
            assert each.now == {**gone.was, "填报单位": row["name"]}
        else:
            assert gone.before == each.after
    assert not any(path.startswith(f"filings/{row['from']}/") for path in campaign.main)


def test_repeated_reports_say_word_for_word_what_the_one_before_said(campaign, planted) -> None:
    """But for the quarter and the dates, nothing is new; of all reports only these repeat."""
    assert {(row["unit"], row["document"]) for row in planted["incidents"]["repeated"]} == {
        (unit, document)
        for unit in {path.split("/")[1] for path in campaign.documents}
        for before, document in (("2019Q4", "2020Q1"), ("2020Q1", "2020Q2"), ("2020Q2", "2020Q3"))
        if said(campaign, unit, before) and said(campaign, unit, before) == said(campaign, unit, document)
    }


def said(campaign, unit, document):
    """A report without what must differ from quarter to quarter; None where there is none."""
    if f"filings/{unit}/{document}.yaml" not in campaign.main:
        return None
    report = campaign.load(unit, document)
    figures = {id_: entry["现值"] for id_, entry in report["指标进展"].items()}
    return {**report, "指标进展": figures, "季度": "", "填报时间": ""}
