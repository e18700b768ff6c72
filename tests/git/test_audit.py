"""Events out of revisions written by hand: what is told, and when it arrived."""

from copy import deepcopy
from datetime import datetime, timedelta
from typing import Any

import pytest

from xunbiao.audit import Unreadable, read_version
from xunbiao.model.diagnostic import field_name
from xunbiao.model.history import FileChange, Revision
from xunbiao.model.language import Phrase

from .story import FILE, NOON, Story, commit, doc


def test_a_document_that_arrives_is_one_event(story: Story) -> None:
    """The first version is told as created, by its author, under its unit, with its key."""
    story.add({FILE: doc()}, by="王某")
    (event,) = story.events()
    assert (event.unit, event.document.path, event.commit.author) == ("scjgj", FILE, "王某")
    assert (field_name(event.change.path), str(event.change.kind), event.after_deadline) == ("", "created", False)


def test_a_change_is_told_per_field_with_both_values(story: Story) -> None:
    """Each field has its event with what it was and what it became."""
    story.add({FILE: doc(1, 时限="2020-06-30")})
    story.add({FILE: doc(3, 时限="2020-09-30")})
    assert story.told()[1:] == [
        ("指标.目标值", "loosened", 1, 3),
        ("对标方向.时限", "slipped", "2020-06-30", "2020-09-30"),
    ]


@pytest.mark.parametrize(
    ("at", "late"),
    [("2019-11-20T23:59:59+08:00", False), ("2019-11-20T16:00:00+00:00", True), ("2019-11-21T00:00:00+08:00", True)],
)
def test_after_the_deadline_means_after_its_last_day_there(story: Story, at: str, late: bool) -> None:
    """The day counts where the campaign takes place, and the due day itself is still in time."""
    story.add({FILE: doc()}, at=datetime.fromisoformat(at))
    assert [each.after_deadline for each in story.events()] == [late]


def test_each_kind_of_document_has_its_own_deadline(story: Story) -> None:
    """A filing, a quarterly report and a summary are each held against their own due date; a quarter of none is not."""
    names = ["filing", "2019Q4", "summary", "2018Q1"]
    story.add({f"filings/scjgj/{name}.yaml": doc() for name in names}, at=NOON + timedelta(days=60))
    assert {each.document.path.rpartition("/")[2]: each.after_deadline for each in story.events()} == {
        "filing.yaml": True, "2019Q4.yaml": True, "summary.yaml": False, "2018Q1.yaml": False,
    }  # fmt: skip


def test_what_is_no_document_is_not_told(story: Story) -> None:
    """Notes, other folders and misnamed files are nobody's filing."""
    story.add({"filings/scjgj/note.txt": doc(), "filings/SCJGJ/filing.yaml": doc(), "catalogue/x.yaml": doc()})
    assert story.events() == []


def test_the_calendar_and_the_roster_are_told_when_they_change(story: Story) -> None:
    """Moving a due date is an event of the campaign, a new name of a unit one of the unit; their beginning is none."""
    story.add({"xunbiao.yaml": {"申报截止": "2019-11-20"}, "units.yaml": {"单位": {"gsj": {"全称": "工商局"}}}})
    story.add({"xunbiao.yaml": {"申报截止": "2019-12-20"}, "units.yaml": {"单位": {"gsj": {"全称": "某局"}}}})
    assert [(each.unit, field_name(each.change.path), str(each.change.kind)) for each in story.events()] == [
        ("gsj", "单位.gsj.全称", "changed"),
        ("", "申报截止", "slipped"),
    ]


def test_deleted_and_restored_lower_is_told_as_loosened(story: Story) -> None:
    """Who deletes a filing and brings it back with a weaker goal has weakened the goal."""
    story.add({FILE: doc(1)})
    story.add({FILE: None})
    story.add({FILE: doc(3)})
    assert story.told() == [
        ("", "created", None, None),
        ("", "removed", None, None),
        ("", "created", None, None),
        ("指标.目标值", "loosened", 1, 3),
    ]


def test_an_item_dropped_and_brought_back_lower_is_told_as_loosened() -> None:
    """The same trick with a single goal, with its 指标 or with the figure alone, however many commits lie between."""
    path = ("对标方向", "目标", "横向标杆单位")
    for cut in (1, 2, 3):
        fresh = Story()
        fresh.add({FILE: doc(1)})
        without = deepcopy(doc(1))
        holder: Any = without
        for part in (*path, "M1", "指标")[: 2 + cut]:
            holder = holder[part]
        del holder[("M1", "指标", "目标值")[cut - 1]]
        fresh.add({FILE: without})
        fresh.add({FILE: {**without, "联系人": "李某"}})
        fresh.add({FILE: {**doc(3), "联系人": "李某"}})
        assert [str(each[1]) for each in fresh.told()] == ["created", "removed", "created", "created", "loosened"]
        assert fresh.told()[-1] == ("指标.目标值", "loosened", 1, 3)


def test_an_item_brought_back_unchanged_is_only_created(story: Story) -> None:
    """Nothing is made of an item that comes back as it was."""
    bare = doc(1)
    bare["对标方向"]["目标"]["横向标杆单位"] = {}
    story.add({FILE: doc(1)})
    story.add({FILE: bare})
    story.add({FILE: doc(1)})
    assert [str(each[1]) for each in story.told()] == ["created", "removed", "created"]


def test_an_unreadable_version_is_an_event_and_the_trail_goes_on(story: Story) -> None:
    """The version is told with its reason; the next one is held against the last that could be read."""
    broken = Unreadable(Phrase("第3行：坏了", "line 3: broken"))
    story.add({FILE: doc(1)})
    story.add({FILE: broken})
    story.add({FILE: doc(3)})
    assert story.told() == [
        ("", "created", None, None),
        ("", "unreadable", None, broken.reason),
        ("指标.目标值", "loosened", 1, 3),
    ]


def test_a_document_that_starts_unreadable_is_created_when_it_can_be_read(story: Story) -> None:
    """Too large at first, then readable: two events."""
    story.add({FILE: read_version(None)})
    story.add({FILE: doc(1)})
    assert [each[1] for each in story.told()] == ["unreadable", "created"]


def test_a_link_is_unreadable(story: Story) -> None:
    """A document replaced by a symbolic link is told as such, not as removed."""
    story.add({FILE: doc(1)})
    change = FileChange(FILE, story.state[FILE], None, link=True)
    story.revisions.append(Revision(commit("李某", "c9", NOON), (change,)))
    assert [each[1] for each in story.told()] == ["created", "unreadable"]
    assert "symbolic link" in story.told()[-1][3].en


def test_an_explanation_is_shown_with_what_it_explains(story: Story) -> None:
    """调整说明 that names the field, and these values, explains the change, even where it came later."""
    story.add({FILE: doc(1)})
    story.add({FILE: doc(3)})
    story.add({FILE: doc(4)})
    entry = {"字段": "M1.指标.目标值", "原值": 1, "现值": "3", "理由": "口径调整"}
    story.add({FILE: {**doc(4), "调整说明": [entry]}})
    assert [each.explanation for each in story.events()] == ["", "口径调整", "", ""]


@pytest.mark.parametrize(
    ("named", "values", "explained"),
    [
        ("对标方向.目标.横向标杆单位.M1.指标.目标值", {}, True),
        ("目标值", {}, True),
        ("标值", {}, False),
        ("", {}, False),
        ("目标值", {"原值": "", "现值": None}, True),
        ("目标值", {"原值": 2}, False),
        ("目标值", {"现值": 9}, False),
    ],
)
def test_an_explanation_must_name_the_change(story: Story, named: str, values: dict[str, Any], explained: bool) -> None:
    """By the whole name of the field or its end, and not with other values."""
    story.add({FILE: doc(1)})
    story.add({FILE: {**doc(3), "调整说明": [{"字段": named, "理由": "因为", **values}, None, "x"]}})
    loosened = next(each for each in story.events() if str(each.change.kind) == "loosened")
    assert loosened.explanation == ("因为" if explained else "")
