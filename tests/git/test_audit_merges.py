"""Who is named for what a merge brought in."""

from xunbiao.model.history import Revision

from .story import FILE, NOON, Story, commit, doc


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
