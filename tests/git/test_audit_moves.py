"""Documents followed through renamed folders and merged units."""

import pytest

from xunbiao.audit import former_ids
from xunbiao.model.campaign import Roster, Unit

from .story import FILE, Story, doc


def test_a_renamed_folder_keeps_its_trail(story: Story) -> None:
    """A unit's documents are followed into its new folder: the move is told, and what changed with it."""
    story.add({"filings/gsj/filing.yaml": doc(1)})
    story.add({"filings/gsj/filing.yaml": None, FILE: doc(3)})
    story.add({FILE: doc(4)})
    assert story.told() == [
        ("", "created", None, None),
        ("", "changed", "filings/gsj/filing.yaml", FILE),
        ("指标.目标值", "loosened", 1, 3),
        ("指标.目标值", "loosened", 3, 4),
    ]
    assert [(each.unit, each.document.unit) for each in story.events()] == [
        ("scjgj", "gsj"), ("scjgj", "scjgj"), ("scjgj", "scjgj"), ("scjgj", "scjgj"),
    ]  # fmt: skip


def test_a_move_in_two_steps_is_followed_by_the_roster(story: Story) -> None:
    """Deleted under the old id, filed anew and lower under the new one: the trail goes on, by 前身."""
    story.add({"filings/gsj/filing.yaml": doc(1)})
    story.add({"filings/gsj/filing.yaml": None})
    story.add({FILE: doc(3)})
    assert [each[1] for each in story.told()] == ["created", "removed", "created", "loosened"]


def test_a_move_shows_without_the_roster_too(story: Story) -> None:
    """Two documents that say much the same, one gone and one come in the same commit, are one that moved."""
    nobody = Roster({})
    story.add({"filings/a/filing.yaml": doc(1, 时限="2020-06-30")})
    story.add({"filings/a/filing.yaml": None, "filings/b/filing.yaml": doc(3, 时限="2020-06-30")})
    assert [(each.unit, str(each.change.kind)) for each in story.events(nobody)] == [
        ("b", "created"),
        ("b", "changed"),
        ("b", "loosened"),
    ]


def test_unlike_documents_did_not_move(story: Story) -> None:
    """One unit that withdraws and another that files in the same commit are two units."""
    other = {"填报单位": "别的局", "对标方向": {"目标": {"横向标杆单位": {"M1": {"内容": "别的事"}}}}}
    story.add({"filings/a/filing.yaml": doc(1)})
    story.add({"filings/a/filing.yaml": None, "filings/b/filing.yaml": other})
    assert [(each.unit, str(each.change.kind)) for each in story.events(Roster({}))] == [
        ("a", "created"),
        ("a", "removed"),
        ("b", "created"),
    ]


def test_an_old_folder_belongs_to_its_successor(story: Story) -> None:
    """What a merged unit had filed and dropped is found under the unit that took it over."""
    story.add({"filings/gsj/2019Q4.yaml": doc(1)})
    story.add({"filings/gsj/2019Q4.yaml": None})
    assert {each.unit for each in story.events()} == {"scjgj"}


@pytest.mark.parametrize(
    ("formerly", "id_"), [("工商局", "gsj"), ("gsj", "gsj"), ("老工商", "gsj"), ("zgs", "zgs"), ("", None)]
)
def test_a_former_unit_is_named_by_id_name_or_alias(formerly: str, id_: str | None) -> None:
    """前身 may say who it was in any way the roster knows, or by an id that is on it no more."""
    roster = Roster({"scjgj": Unit("scjgj", "新", formerly=formerly), "gsj": Unit("gsj", "工商局", ("老工商",))})
    assert former_ids(roster) == ({"scjgj": id_} if id_ else {})


def test_units_that_succeed_each_other_in_a_circle_end_somewhere(story: Story) -> None:
    """A mistake on the roster does not hang the tool."""
    roster = Roster({"a": Unit("a", "甲", formerly="b"), "b": Unit("b", "乙", formerly="a")})
    story.add({"filings/a/filing.yaml": doc(1)})
    assert len(story.events(roster)) == 1
