"""Which events and versions are asked for, and in which order they come."""

from datetime import date, datetime, timedelta

import pytest

from xunbiao.audit import Selection, Unreadable, read_version
from xunbiao.model.history import ChangeKind

from .story import CAMPAIGN, FILE, Story, doc


@pytest.mark.parametrize(
    ("field", "count"),
    [
        ("", 4),
        ("目标值", 1),
        ("M1", 1),
        ("对标方向", 2),
        ("对标方向.时限", 1),
        ("标值", 0),
        ("1", 0),
        ("对标方向.M1", 0),
    ],
)
def test_a_field_or_item_is_picked_by_whole_names(story: Story, field: str, count: int) -> None:
    """A stretch of the way to the field counts, a part of a word does not: M1 is not CM1."""
    story.add({FILE: doc(1, 时限="2020-06-30")})
    after = doc(3, 时限="2020-07-30")
    story.add({FILE: {**after, "创标意向": {"目标": {"CM1": {"内容": "新"}}}}})
    chosen = Selection(field, None, None, frozenset(ChangeKind))
    assert sum(chosen.takes(each, CAMPAIGN) for each in story.events()) == count


def test_days_are_those_of_arrival(story: Story) -> None:
    """From and until a day, both included, as the campaign's clock counts."""
    for offset in range(3):
        story.add({FILE: doc(offset)}, at=datetime.fromisoformat("2019-11-18T23:30:00+08:00") + timedelta(days=offset))
    chosen = Selection("", date(2019, 11, 19), date(2019, 11, 19), frozenset(ChangeKind))
    assert [chosen.takes(each, CAMPAIGN) for each in story.events()] == [False, True, False]


def test_one_units_events_need_only_its_own_versions(story: Story) -> None:
    """Asked for one unit, nothing of the others is read; its former folder and its line on the roster belong to it."""
    story.add({"filings/gsj/filing.yaml": doc(1), "filings/fgw/filing.yaml": doc(7), "units.yaml": {"单位": {}}})
    story.add({"filings/gsj/filing.yaml": None, FILE: doc(3), "units.yaml": {"单位": {"scjgj": {"全称": "新"}}}})
    other = story.blob(doc(7))
    found = story.events(unit="scjgj")
    assert other not in story.asked
    assert [str(each.change.kind) for each in found] == ["created", "changed", "loosened", "created"]
    assert story.events(unit="fgw")[0].document.unit == "fgw"


def test_each_version_is_read_once(story: Story) -> None:
    """However often a version plays a part, it is asked for once within its document."""
    for target in (1, 3, 1, 3):
        story.add({FILE: doc(target)})
    assert len(story.events()) == 4
    assert len(story.asked) == 2


def test_events_stand_in_the_order_of_arrival(story: Story) -> None:
    """Documents interleave by when they arrived, then by path."""
    other = "filings/fgw/filing.yaml"
    story.add({FILE: doc(1)})
    story.add({other: doc(1)})
    story.add({FILE: doc(3), other: doc(3)})
    assert [each.document.unit for each in story.events()] == ["scjgj", "fgw", "fgw", "scjgj"]


@pytest.mark.parametrize(
    ("raw", "words"),
    [
        (b"a: 1\n", None), (None, "256 KiB"), (b"", ""), (b"a: [1\n", "line"), (b"\xff\xfe", "line 1"),
        (b"- a\n", ""), (b"a: &x 1\n", "line 1"), (b"[" * 30_000, "line 1"), ("名称：甲\n".encode(), "line 1"),
        (b"\xef\xbb\xbfa: 1\n", None), ("\ufeff\u200b: [\n".encode(), "line"),
    ],
)  # fmt: skip
def test_any_bytes_become_a_version(raw: bytes | None, words: str | None) -> None:
    """Whatever a blob holds is data or a reason in both languages; nothing raises."""
    version = read_version(raw)
    if words is None:
        assert isinstance(version, dict)
    else:
        assert isinstance(version, Unreadable)
        assert words in version.reason.en
        assert version.reason.zh
