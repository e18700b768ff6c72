"""When documents arrive on the main line, by whose hand, and what a merge is to blame for (threat C8)."""

from datetime import datetime

import pytest

from xunbiao import repository
from xunbiao.model.history import Arrival, Revision

from .conftest import NOON, History

FILE = "filings/scjgj/filing.yaml"
OTHER = "filings/fgw/filing.yaml"


def told(history: History) -> list[Revision]:
    return list(repository.revisions(repository.open_repository(history.top), history.tip))


def arrivals(history: History, **formerly: str) -> dict[str, Arrival]:
    return repository.arrivals(repository.open_repository(history.top), history.tip, formerly)


def day(instant: datetime) -> str:
    return instant.astimezone(NOON.tzinfo).date().isoformat()


def test_a_document_arrives_with_the_merge_that_brings_it(history: History) -> None:
    """A branch written in time and merged late is late: the merge's committer date counts, and the author stays."""
    history.add({"xunbiao.yaml": "x"}, at="2019-11-01")
    branch = history.commit({FILE: "a"}, at="2019-11-18", author="王某")
    history.merge(branch, files={FILE: "a"}, at="2019-11-25", author="收件人")
    arrival = arrivals(history)[FILE]
    assert (arrival.first.author, day(arrival.first.authored_at)) == ("王某", "2019-11-18")
    assert day(arrival.first.arrived_at) == "2019-11-25"


def test_first_and_last_are_told_apart(history: History) -> None:
    """Later changes do not move the first arrival."""
    history.add({FILE: "a"}, at="2019-11-10", author="王某")
    history.add({FILE: "b", OTHER: "c"}, at="2019-12-10", author="李某")
    found = arrivals(history)
    assert (day(found[FILE].first.arrived_at), day(found[FILE].last.arrived_at)) == ("2019-11-10", "2019-12-10")
    assert (found[FILE].first.author, found[FILE].last.author) == ("王某", "李某")
    assert found[OTHER].first == found[OTHER].last


def test_an_authors_date_does_not_count(history: History) -> None:
    """Who dates a commit back to before the deadline is still late."""
    history.add({FILE: "a"}, at="2019-12-10", written="2019-11-01")
    assert day(arrivals(history)[FILE].first.arrived_at) == "2019-12-10"


def test_a_branch_of_branches_arrives_with_the_main_line(history: History) -> None:
    """What reached main through a branch merged into a branch arrives with the merge into main."""
    root = history.add({"xunbiao.yaml": "x"})
    inner = history.commit({FILE: "a"}, author="王某")
    outer = history.commit({OTHER: "b"}, author="张某", parents=[root])
    joined = history.commit({FILE: "a"}, author="合并人", parents=[outer, inner])
    history.merge(joined, files={FILE: "a", OTHER: "b"}, at="2019-12-01", author="收件人")
    (revision,) = told(history)[1:]
    assert {part.commit.author: [each.path for each in part.files] for part in revision.parts} == {
        "王某": [FILE],
        "张某": [OTHER],
    }
    assert {day(part.commit.arrived_at) for part in revision.parts} == {"2019-12-01"}


def test_merging_main_into_a_branch_claims_nothing(history: History) -> None:
    """A branch that catches up with main does not become the author of what main holds."""
    root = history.add({"xunbiao.yaml": "x"})
    branch = history.commit({FILE: "a"}, author="王某", parents=[root])
    history.add({OTHER: "b"}, author="张某")
    caught_up = history.commit({OTHER: "b"}, author="王某", parents=[branch, history.tip])
    history.merge(caught_up, files={FILE: "a"}, author="收件人")
    found = arrivals(history)
    assert (found[FILE].first.author, found[OTHER].first.author) == ("王某", "张某")


def test_an_evil_merge_is_its_mergers_doing(history: History) -> None:
    """What a merge holds and none of its parents does was written in merging."""
    root = history.add({FILE: "a", OTHER: "b"})
    branch = history.commit({FILE: "a2"}, author="王某", parents=[root])
    history.add({"xunbiao.yaml": "x"})
    history.merge(branch, files={FILE: "a2", OTHER: "evil"}, author="合并人")
    merge = told(history)[-1]
    assert merge.commit.is_merge
    assert [(part.commit.author, [each.path for each in part.files]) for part in merge.parts] == [
        ("王某", [FILE]),
        ("合并人", [OTHER]),
    ]
    assert arrivals(history)[OTHER].last.author == "合并人"


def test_an_octopus_is_a_merge_with_more_parents(history: History) -> None:
    """Each branch of an octopus brings its own; a file that differs from all parents is the merge's own."""
    root = history.add({FILE: "a"})
    branches = [
        history.commit({f"filings/u{i}/filing.yaml": "x", FILE: f"a{i}"}, author=f"甲{i}", parents=[root])
        for i in range(3)
    ]
    files = {f"filings/u{i}/filing.yaml": "x" for i in range(3)}
    history.merge(*branches, files={**files, FILE: "evil"}, author="合并人")
    merge = told(history)[-1]
    assert {each.path for each in merge.files} == {*files, FILE}
    assert [part.commit.author for part in merge.parts] == ["甲0", "甲1", "甲2", "合并人"]
    own = merge.parts[-1].files
    assert [(each.path, len(each.others)) for each in own] == [(FILE, 3)]
    assert {path: each.first.author for path, each in arrivals(history).items() if path != FILE} == {
        f"filings/u{i}/filing.yaml": f"甲{i}" for i in range(3)
    }


def test_a_merge_that_keeps_ours_brings_nothing(history: History) -> None:
    """A branch merged with -s ours is in the history, but nothing of it arrived."""
    root = history.add({FILE: "a"})
    branch = history.commit({FILE: "b", OTHER: "c"}, parents=[root])
    history.add({"xunbiao.yaml": "x"})
    history.merge(branch, files={})
    assert [each.path for revision in told(history) for each in revision.files] == [FILE, "xunbiao.yaml"]
    assert set(arrivals(history)) == {FILE}


def test_a_revert_is_a_change_like_any_other(history: History) -> None:
    """Taking a change back brings the earlier bytes, as a revision of its own."""
    history.add({FILE: "a"})
    history.add({FILE: "b"})
    history.add({FILE: "a"})
    blobs = [each.after for revision in told(history) for each in revision.files]
    assert blobs[0] == blobs[2] != blobs[1]


def test_deleted_and_restored_keeps_its_first_day_and_says_so(history: History) -> None:
    """A document that comes back arrived when it first came, but that it was away is said."""
    history.add({FILE: "a"}, at="2019-11-10")
    history.add({FILE: None})
    assert arrivals(history) == {}
    history.add({FILE: "b"}, at="2020-01-10")
    arrival = arrivals(history)[FILE]
    assert (day(arrival.first.arrived_at), day(arrival.last.arrived_at)) == ("2019-11-10", "2020-01-10")
    assert arrival.restored


def test_a_renamed_folder_keeps_its_days(history: History) -> None:
    """A unit's folder that is renamed keeps its first arrivals, also of the file that changed on the way."""
    old, new = "filings/gsj", "filings/scjgj"
    history.add({f"{old}/filing.yaml": "a", f"{old}/2019Q4.yaml": "b"}, at="2019-11-10")
    gone = {f"{old}/filing.yaml": None, f"{old}/2019Q4.yaml": None}
    history.add({**gone, f"{new}/filing.yaml": "a, renamed", f"{new}/2019Q4.yaml": "b"}, at="2020-01-10")
    found = arrivals(history)
    assert set(found) == {f"{new}/filing.yaml", f"{new}/2019Q4.yaml"}
    assert {day(each.first.arrived_at) for each in found.values()} == {"2019-11-10"}
    assert found[f"{new}/filing.yaml"].moved_from == f"{old}/filing.yaml"
    assert not found[f"{new}/filing.yaml"].restored


@pytest.mark.parametrize("steps", [1, 2])
def test_a_former_id_on_the_roster_keeps_the_days(history: History, steps: int) -> None:
    """Where nothing but 前身 connects two folders, that is enough, in one commit or in two."""
    history.add({"filings/gsj/filing.yaml": "a"}, at="2019-11-10")
    if steps == 2:
        history.add({"filings/gsj/filing.yaml": None})
        history.add({FILE: "all new"}, at="2020-01-10")
    else:
        history.add({"filings/gsj/filing.yaml": None, FILE: "all new"}, at="2020-01-10")
    assert day(arrivals(history)[FILE].first.arrived_at) == "2020-01-10"
    arrival = arrivals(history, scjgj="gsj")[FILE]
    assert day(arrival.first.arrived_at) == "2019-11-10"
    assert (arrival.moved_from, arrival.restored) == ("filings/gsj/filing.yaml", steps == 2)


def test_the_second_name_of_two_keeps_the_first_of_all(history: History) -> None:
    """A document that moved twice still knows where it first lay."""
    names = ["filings/a/filing.yaml", "filings/b/filing.yaml", "filings/c/filing.yaml"]
    history.add({names[0]: "same"}, at="2019-11-10")
    history.add({names[0]: None, names[1]: "same"})
    history.add({names[1]: None, names[2]: "same"})
    arrival = arrivals(history)[names[2]]
    assert (arrival.moved_from, day(arrival.first.arrived_at)) == (names[0], "2019-11-10")


def test_trailers_are_read_from_the_last_paragraph(history: History) -> None:
    """Trailers name what was submitted, each as often as it stands there; prose with a colon is none."""
    message = "报送\n\n说明: 一段话\n第二行\n\nXunbiao-Unit: scjgj\nXunbiao-Document: a\nXunbiao-Document: b\n"
    history.add({FILE: "a"}, message=message)
    history.add({FILE: "b"}, message="Xunbiao-Unit: forged in the subject")
    history.add({FILE: "c"}, message="报送\n\nXunbiao-Unit: x\nand prose\n")
    trailers = [dict(each.commit.trailers) for each in told(history)]
    assert trailers == [{"Xunbiao-Unit": ("scjgj",), "Xunbiao-Document": ("a", "b")}, {}, {}]


def test_the_last_commit_by_a_day_is_found(history: History) -> None:
    """The state as of a day is that of the last commit that had arrived on the main line by then."""
    first = history.add({FILE: "a"}, at="2019-11-10")
    branch = history.commit({FILE: "b"}, at="2019-11-12")
    merge = history.merge(branch, files={FILE: "b"}, at="2019-11-20")
    opened = repository.open_repository(history.top)

    def by(text: str) -> str | None:
        return repository.last_arrived_by(opened, merge, datetime.fromisoformat(text))

    assert by("2019-11-01T00:00:00+08:00") is None
    assert by("2019-11-15T00:00:00+08:00") == first
    assert by("2019-11-20T12:00:00+08:00") == merge


def test_the_main_line_is_that_of_the_commit_asked_for(history: History) -> None:
    """History ends where it is asked to end: a later change is none of an earlier commit's."""
    first = history.add({FILE: "a"})
    history.add({FILE: "b"})
    opened = repository.open_repository(history.top)
    assert len(list(repository.revisions(opened, first))) == 1
