"""Events out of revisions written by hand: what is told, to whom it goes, and when it arrived."""

from collections.abc import Iterator, Sequence
from copy import deepcopy
from datetime import date, datetime, timedelta
from typing import Any

import pytest

from xunbiao.audit import TOO_LARGE, Selection, Unreadable, Version, events, former_ids, read_version
from xunbiao.model.campaign import Campaign, Roster, Unit
from xunbiao.model.diagnostic import field_name
from xunbiao.model.history import ChangeKind, Commit, Event, FileChange, Revision
from xunbiao.model.language import Phrase
from xunbiao.model.period import Quarter

NOON = datetime.fromisoformat("2019-11-18T12:00:00+08:00")
CAMPAIGN = Campaign(
    name="活动", city="某市", host="某委", issued=date(2019, 10, 21), stages=(), filing_due=date(2019, 11, 20),
    quarters_due={Quarter(2019, 4): date(2019, 12, 31)}, summary_due=date(2020, 12, 31),
)  # fmt: skip
ROSTER = Roster({"scjgj": Unit("scjgj", "市场监管局", formerly="工商局"), "gsj": Unit("gsj", "工商局")})
FILE = "filings/scjgj/filing.yaml"


def doc(target: Any = 1, **more: Any) -> dict[str, Any]:
    metric = {"维度": "时间", "单位": "天", "目标值": target}
    goal = {"内容": "开办时间", "指标": metric}
    return {"填报单位": "市场监管局", "对标方向": {"目标": {"横向标杆单位": {"M1": goal}}, **more}}


class Story:
    """Revisions with their versions, each blob named by a number of its own."""

    def __init__(self) -> None:
        self.versions: dict[str, Version] = {}
        self.state: dict[str, str | None] = {}
        self.revisions: list[Revision] = []
        self.asked: list[str] = []

    def blob(self, content: Version | None) -> str | None:
        if content is None:
            return None
        for id_, known in self.versions.items():
            if known == content:
                return id_
        self.versions[f"b{len(self.versions)}"] = deepcopy(content)
        return f"b{len(self.versions) - 1}"

    def change(self, path: str, before: Version | None, after: Version | None, *others: Version | None) -> FileChange:
        return FileChange(path, self.blob(before), self.blob(after), tuple(map(self.blob, others)))

    def add(
        self,
        files: dict[str, Version | None],
        *,
        parts: Sequence[Revision] = (),
        by: str = "李某",
        at: datetime | None = None,
    ) -> None:
        number = len(self.revisions)
        made = commit(by, f"c{number}", at or NOON + timedelta(hours=number), parents=1 + bool(parts))
        changes = tuple(FileChange(path, self.state.get(path), self.blob(content)) for path, content in files.items())
        self.state |= {each.path: each.after for each in changes}
        self.revisions.append(Revision(made, changes, tuple(parts)))

    def read(self, ids: Sequence[str]) -> Iterator[Version]:
        self.asked += ids
        return (self.versions[each] for each in ids)

    def events(self, roster: Roster = ROSTER, unit: str = "") -> list[Event]:
        self.asked.clear()
        return events(self.revisions, self.read, CAMPAIGN, roster, unit)

    def told(self) -> list[tuple[Any, ...]]:
        """Field, kind, from, to; the goal's long field name cut to its end."""
        return [
            (
                field_name(each.change.path).rpartition("M1.")[2],
                str(each.change.kind),
                each.change.before,
                each.change.after,
            )
            for each in self.events()
        ]


def commit(author: str, id_: str, at: datetime, parents: int = 1) -> Commit:
    return Commit(id_, ("p",) * parents, author, f"{author}@b", at, at, at, "报送")


@pytest.fixture
def story() -> Story:
    return Story()


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
    story.add({FILE: TOO_LARGE})
    story.add({FILE: doc(1)})
    assert [each[1] for each in story.told()] == ["unreadable", "created"]


def test_a_link_is_unreadable(story: Story) -> None:
    """A document replaced by a symbolic link is told as such, not as removed."""
    story.add({FILE: doc(1)})
    change = FileChange(FILE, story.state[FILE], None, link=True)
    story.revisions.append(Revision(commit("李某", "c9", NOON), (change,)))
    assert [each[1] for each in story.told()] == ["created", "unreadable"]
    assert "symbolic link" in story.told()[-1][3].en


def test_what_was_undone_within_a_branch_is_not_told(story: Story) -> None:
    """The main line is compared before and after the merge: a goal lowered and raised again never moved."""
    story.add({FILE: doc(1)})
    parts = [
        Revision(commit("甲", "x", NOON), (story.change(FILE, doc(1), doc(5)),)),
        Revision(commit("乙", "y", NOON), (story.change(FILE, doc(5), doc(1, 时限="2020-06-30")),)),
    ]
    story.add({FILE: doc(1, 时限="2020-06-30")}, parts=parts)
    assert story.told()[1:] == [("对标方向.时限", "created", None, "2020-06-30")]
    assert story.events()[-1].commit.author == "乙"


def test_each_field_goes_to_who_changed_it_last_on_the_branch(story: Story) -> None:
    """Two people on one branch are told apart field by field."""
    story.add({FILE: doc(1, 时限="2020-06-30")})
    one, two = doc(3, 时限="2020-06-30"), doc(3, 时限="2020-09-30")
    parts = [
        Revision(commit("甲", "x", NOON), (story.change(FILE, doc(1, 时限="2020-06-30"), one),)),
        Revision(commit("乙", "y", NOON), (story.change(FILE, one, two),)),
    ]
    story.add({FILE: two}, parts=parts, by="合并人")
    assert [(str(each.change.kind), each.commit.author) for each in story.events()[1:]] == [
        ("loosened", "甲"),
        ("slipped", "乙"),
    ]


def test_a_clean_merge_of_two_sides_blames_each_for_its_own(story: Story) -> None:
    """A file that differs from both parents because both changed it is not the merge's doing."""
    story.add({FILE: doc(1, 时限="2020-06-30")})
    story.add({FILE: doc(1, 时限="2020-09-30")}, by="主线")
    ours, theirs = doc(1, 时限="2020-09-30"), doc(3, 时限="2020-06-30")
    both = doc(3, 时限="2020-09-30")
    parts = [
        Revision(commit("支线", "x", NOON), (story.change(FILE, doc(1, 时限="2020-06-30"), theirs),)),
        Revision(commit("合并人", "m", NOON, 2), (story.change(FILE, ours, both, theirs),)),
    ]
    story.add({FILE: both}, parts=parts, by="合并人")
    assert [(str(each.change.kind), each.commit.author) for each in story.events()] == [
        ("created", "李某"),
        ("slipped", "主线"),
        ("loosened", "支线"),
    ]


def test_an_evil_merge_is_told_as_its_mergers(story: Story) -> None:
    """What neither side had was written in merging, and the event's commit is the merge."""
    story.add({FILE: doc(1)})
    theirs, merged = doc(1, 时限="2020-06-30"), doc(9, 时限="2020-06-30")
    parts = [
        Revision(commit("支线", "x", NOON), (story.change(FILE, doc(1), theirs),)),
        Revision(commit("合并人", "m", NOON, 2), (story.change(FILE, doc(1), merged, theirs),)),
    ]
    story.add({FILE: merged}, parts=parts, by="合并人")
    loosened, created = sorted(story.events()[1:], key=lambda each: str(each.change.kind), reverse=True)
    assert (str(loosened.change.kind), loosened.commit.author, loosened.commit.is_merge) == ("loosened", "合并人", True)
    assert (str(created.change.kind), created.commit.author) == ("created", "支线")


def test_a_document_made_and_mended_on_a_branch_goes_to_its_maker(story: Story) -> None:
    """Who created the document is told as its creator, though a colleague mended it before it arrived."""
    story.add({"xunbiao.yaml": {}})
    parts = [
        Revision(commit("甲", "x", NOON), (story.change(FILE, None, doc(1)),)),
        Revision(commit("乙", "y", NOON), (story.change(FILE, doc(1), doc(3)),)),
    ]
    story.add({FILE: doc(3)}, parts=parts)
    assert [(str(each.change.kind), each.commit.author) for each in story.events()] == [("created", "甲")]


def test_what_a_merge_did_to_what_it_brought_is_told(story: Story) -> None:
    """A new document, or a new goal, that was altered in merging: its author made it, the merger altered it."""
    story.add({"xunbiao.yaml": {}})
    parts = [
        Revision(commit("甲", "x", NOON), (story.change(FILE, None, doc(1)),)),
        Revision(commit("合并人", "c1", NOON, 2), (story.change(FILE, None, doc(3), doc(1)),)),
    ]
    story.add({FILE: doc(3)}, parts=parts, by="合并人")
    assert [(each.commit.author, str(each.change.kind), each.change.before) for each in story.events()] == [
        ("甲", "created", None),
        ("合并人", "loosened", 1),
    ]
    bare = doc(3)
    bare["对标方向"]["目标"]["横向标杆单位"] = {}
    fresh = Story()
    fresh.add({FILE: bare})
    parts = [
        Revision(commit("甲", "x", NOON), (fresh.change(FILE, bare, doc(1)),)),
        Revision(commit("合并人", "c1", NOON, 2), (fresh.change(FILE, bare, doc(3), doc(1)),)),
    ]
    fresh.add({FILE: doc(3)}, parts=parts, by="合并人")
    assert [(each.commit.author, str(each.change.kind), each.change.before) for each in fresh.events()[1:]] == [
        ("甲", "created", None),
        ("合并人", "loosened", 1),
    ]


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
