"""What became of each field between two versions of a document."""

from copy import deepcopy
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from xunbiao.changes import diff, likeness
from xunbiao.model.diagnostic import field_name
from xunbiao.model.document import Kind
from xunbiao.model.history import ChangeKind

GOAL = ("对标方向", "目标", "横向标杆单位", "M2")


def filing() -> dict[str, Any]:
    return {
        "填报单位": "平顶山市市场监督管理局",
        "寻标对象": {
            "纵向标杆单位": [{"名称": "甲", "好在哪": "快"}, {"名称": "乙", "好在哪": "省"}],
            "横向标杆单位": None,
        },
        "对标方向": {
            "目标": {
                "纵向标杆单位": {},
                "横向标杆单位": {
                    "M2": {
                        "内容": "企业开办时间压缩至1个工作日。",
                        "指标": {"名称": "企业开办时间", "维度": "时间", "单位": "工作日", "现状值": 3, "目标值": 1},
                    }
                },
            },
            "举措": {"J1": {"内容": "一窗受理", "责任人": "张某", "时限": "2020-06-30", "参考做法": ["P09", "P10"]}},
            "时限": "2020-11-30",
        },
        "创标意向": {"目标": {"CM1": {"内容": "网办率100%", "指标": {"维度": "覆盖率", "目标值": Decimal("99.5")}}}},
    }


def put(data: dict[str, Any], path: tuple[str | int, ...], value: Any) -> dict[str, Any]:
    """A copy with another value at a path; `...` takes the key out."""
    copy = deepcopy(data)
    at: Any = copy
    for part in path[:-1]:
        at = at[part]
    if value is ...:
        del at[path[-1]]
    else:
        at[path[-1]] = value
    return copy


def told(
    before: dict[str, Any] | None, after: dict[str, Any] | None, kind: Kind = Kind.FILING
) -> list[tuple[Any, ...]]:
    return [(field_name(each.path), str(each.kind), each.before, each.after) for each in diff(kind, before, after)]


def test_a_new_and_a_dropped_document_is_one_change() -> None:
    """A whole document is one change without values; nothing against nothing is none."""
    assert told(None, filing()) == [("", "created", None, None)]
    assert told(filing(), None) == [("", "removed", None, None)]
    assert told(None, None) == []
    assert told(filing(), filing()) == []


@pytest.mark.parametrize(
    ("metric", "before", "after", "kind"),
    [
        ({"维度": "时间"}, 1, 3, "loosened"),
        ({"维度": "时间"}, 3, 1, "tightened"),
        ({"维度": "位次"}, 3, 5, "loosened"),
        ({"维度": "覆盖率"}, 100, 90, "loosened"),
        ({"维度": "满意度"}, Decimal("99.1"), Decimal("99.2"), "tightened"),
        ({"维度": "其他", "方向": "降"}, 1, 2, "loosened"),
        ({"维度": "时间", "方向": "升"}, 1, 2, "tightened"),
        ({"维度": None}, 1, 2, "changed"),
        ({}, 1, 2, "changed"),
        ({"维度": "时间"}, 1, "两个", "changed"),
        ({"维度": "时间"}, True, 2, "changed"),
        ({"维度": "时间"}, None, 2, "created"),
        ({"维度": "时间"}, 1, None, "removed"),
    ],
)
def test_a_target_is_judged_by_its_direction(metric: dict[str, Any], before: Any, after: Any, kind: str) -> None:
    """Tightened and loosened follow 维度, which 方向 overrides; without direction or figure it is just a change."""
    path = (*GOAL, "指标")
    one = put(filing(), path, {**metric, "目标值": before})
    two = put(filing(), path, {**metric, "目标值": after})
    assert told(one, two) == [(field_name((*path, "目标值")), kind, before, after)]


@pytest.mark.parametrize(("key", "value"), [("单位", "小时"), ("维度", "覆盖率"), ("方向", "升")])
def test_figures_measured_otherwise_are_not_compared(key: str, value: str) -> None:
    """Where the unit or the direction changes with the figure, nobody can say which of both is the harder."""
    path = (*GOAL, "指标")
    after = put(put(filing(), (*path, "目标值"), 3), (*path, key), value)
    kinds = {field: kind for field, kind, *_ in told(filing(), after)}
    assert kinds[field_name((*path, "目标值"))] == "changed"


@pytest.mark.parametrize(
    ("before", "after", "kind"),
    [
        ("2020-06-30", "2020-07-01", "slipped"),
        ("2020-06-30", "2020-06-29", "changed"),
        ("2020-06-30", "立行立改", "changed"),
        ("长期坚持", "2020-06-30", "changed"),
        ("2020-06-30", "2020-02-30", "changed"),
        ("2020-06-30", None, "removed"),
        ("", "2020-06-30", "created"),
    ],
)
def test_a_later_deadline_has_slipped(before: Any, after: Any, kind: str) -> None:
    """A 时限 moved to a later day slips; an earlier day or words that are no day are a change."""
    path = ("对标方向", "举措", "J1", "时限")
    assert told(put(filing(), path, before), put(filing(), path, after)) == [(field_name(path), kind, before, after)]


def test_the_campaigns_own_deadlines_slip_too() -> None:
    """Moving a due date of the whole campaign moves everybody's goalposts."""
    one = {"申报截止": "2019-11-20", "季度截止": {"2020Q1": "2020-03-31"}, "阶段": {"实施": {"止": "2020-11-30"}}}
    two = {"申报截止": "2019-11-30", "季度截止": {"2020Q1": "2020-04-10"}, "阶段": {"实施": {"止": "2020-12-30"}}}
    assert [(field, kind) for field, kind, *_ in told(one, two, Kind.CAMPAIGN)] == [
        ("申报截止", "slipped"),
        ("季度截止.2020Q1", "slipped"),
        ("阶段.实施.止", "slipped"),
    ]


def test_a_new_item_is_one_change_and_keeps_its_words() -> None:
    """An item is one thing, whatever it is made of; so is each of several in a cell that was not there."""
    new = {"内容": "新举措", "责任人": "李某", "时限": "2020-08-31"}
    path = ("对标方向", "举措", "J2")
    assert told(filing(), put(filing(), path, new)) == [("对标方向.举措.J2", "created", None, new)]
    assert told(put(filing(), path, new), filing()) == [("对标方向.举措.J2", "removed", new, None)]
    gaps = {"纵向标杆单位": {"C1": {"内容": "慢"}, "C2": {"内容": "贵"}}}
    assert [each[:2] for each in told(filing(), put(filing(), ("对标方向", "差距"), gaps))] == [
        ("对标方向.差距.纵向标杆单位.C1", "created"),
        ("对标方向.差距.纵向标杆单位.C2", "created"),
    ]
    assert [each[:2] for each in told(filing(), put(filing(), ("创标意向",), ...))] == [
        ("创标意向.目标.CM1", "removed")
    ]


def test_an_item_that_moves_keeps_its_id() -> None:
    """A goal moved from one cell to another is followed: the move is told, and that it was loosened on the way."""
    goal = filing()["对标方向"]["目标"]["横向标杆单位"]["M2"]
    looser = put(goal, ("指标", "目标值"), 2)
    moved = put(put(filing(), GOAL, ...), ("对标方向", "目标", "纵向标杆单位", "M2"), looser)
    to = "对标方向.目标.纵向标杆单位.M2"
    assert told(filing(), moved) == [
        (to, "changed", field_name(GOAL), to),
        (f"{to}.指标.目标值", "loosened", 1, 2),
    ]


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (5, Decimal("5.0")),
        (Decimal("0.10"), Decimal("0.1")),
        ("一窗 受理", "一窗受理"),
        ("一窗受理\n", " 一窗受理"),
        ("é", "e\u0301"),
        (None, ""),
        ("  ", None),
        ([], None),
        ({}, ""),
        (["P09", "P10"], ["P10", "P09"]),
        (["甲 乙"], ["甲乙"]),
    ],
)
def test_what_says_the_same_is_no_change(before: Any, after: Any) -> None:
    """Numbers compare as numbers; white space, Unicode form, blanks of any kind and the order of a list say nothing."""
    path = ("对标方向", "举措", "J1", "备注")
    assert told(put(filing(), path, before), put(filing(), path, after)) == []


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("5", 5), (True, 1), (0, False), ("是", True), (["甲"], ["甲", "甲"]), (["甲"], "甲"), ("a", {"b": "c"}),
        ("5天", "５天"),
    ],
)  # fmt: skip
def test_what_differs_in_kind_is_a_change(before: Any, after: Any) -> None:
    """A number is no text, a truth value no number, and twice is not once."""
    path = ("对标方向", "举措", "J1", "备注")
    assert told(put(filing(), path, before), put(filing(), path, after)) == [
        (field_name(path), "changed", before, after)
    ]


def test_benchmarks_are_followed_by_name() -> None:
    """A benchmark keeps its identity when the list is reordered; a new and a dropped one are one change each."""
    path = ("寻标对象", "纵向标杆单位")
    first, second = filing()["寻标对象"]["纵向标杆单位"]
    assert told(filing(), put(filing(), path, [second, first])) == []
    assert told(filing(), put(filing(), path, [{**second, "好在哪": "更省"}, first])) == [
        ("寻标对象.纵向标杆单位[0].好在哪", "changed", "省", "更省")
    ]
    third = {"名称": "丙"}
    assert told(filing(), put(filing(), path, [first, second, third])) == [
        ("寻标对象.纵向标杆单位[2]", "created", None, third)
    ]
    assert told(filing(), put(filing(), path, [second])) == [("寻标对象.纵向标杆单位[0]", "removed", first, None)]
    assert told(filing(), put(filing(), path, [{"名称": "丁", "好在哪": "快"}, second])) == [
        ("寻标对象.纵向标杆单位[0].名称", "changed", "甲", "丁")
    ]


def test_lists_of_texts_are_told_as_wholes() -> None:
    """Texts of a list have no name to follow: the list before and the list after are told."""
    path = ("对标方向", "举措", "J1", "参考做法")
    assert told(filing(), put(filing(), path, ["P09", "P11"])) == [
        (field_name(path), "changed", ["P09", "P10"], ["P09", "P11"])
    ]
    assert told(filing(), put(filing(), path, [])) == [(field_name(path), "removed", ["P09", "P10"], [])]


def test_an_explanation_that_is_added_stands_alone() -> None:
    """调整说明 grows by entries; the earlier ones are not told again."""
    old = {"字段": "时限", "理由": "接口未开放"}
    new = {"字段": "目标值", "理由": "口径调整"}
    before = filing() | {"调整说明": [old]}
    assert told(before, filing() | {"调整说明": [new, old]}) == [("调整说明[0]", "created", None, new)]


def test_a_report_is_told_by_measure() -> None:
    """Progress is told by measure and figure."""
    one = {"举措进展": {"J1": {"状态": "达进度", "完成率": 60}}, "存在问题": ["甲"]}
    two = {"举措进展": {"J1": {"状态": "已完成", "完成率": 100}, "J2": {"状态": "未启动"}}, "存在问题": ["甲", "乙"]}
    assert told(one, two, Kind.QUARTERLY) == [
        ("举措进展.J1.状态", "changed", "达进度", "已完成"),
        ("举措进展.J1.完成率", "changed", 60, 100),
        ("举措进展.J2", "created", None, {"状态": "未启动"}),
        ("存在问题", "changed", ["甲"], ["甲", "乙"]),
    ]


def test_many_entries_are_compared_in_linear_time() -> None:
    """A list as long as a file may be is paired in well under a second."""
    entries = [{"名称": f"单位{i}", "好在哪": "快"} for i in range(2_000)]
    path = ("寻标对象", "纵向标杆单位")
    changed = [{**each, "好在哪": "省"} for each in reversed(entries)]
    assert len(told(put(filing(), path, entries), put(filing(), path, changed))) == 2_000


def test_likeness_is_the_share_said_alike() -> None:
    """The same is 1, nothing in common 0, and a changed name among ten fields something below 1."""
    assert likeness(filing(), filing()) == 1
    assert likeness(filing(), {"填报单位": "别的"}) == 0
    assert 0.8 < likeness(filing(), filing() | {"填报单位": "别的"}) < 1
    assert likeness({}, {}) == 0


_scalars = st.none() | st.booleans() | st.integers(-3, 3) | st.decimals(-2, 2, places=1) | st.text("甲乙 1", max_size=3)
_values = st.recursive(
    _scalars,
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(st.sampled_from(["名称", "时限", "目标值", "指标", "举措"]), inner)
    ),
    max_leaves=12,
)
_documents = st.dictionaries(
    st.sampled_from(["寻标对象", "对标方向", "创标意向", "举措进展", "单位", "季度截止"]), _values
)


@settings(max_examples=150, deadline=None)
@given(_documents, _documents, st.sampled_from(list(Kind)))
def test_any_two_documents_can_be_compared(one: dict[str, Any], two: dict[str, Any], kind: Kind) -> None:
    """No data, however odd, stops the comparison; what is new in one direction is gone in the other."""
    assert diff(kind, one, deepcopy(one)) == ()
    forth, back = diff(kind, one, two), diff(kind, two, one)
    assert bool(forth) == bool(back)
    count = [
        sum(each.kind is kind_ for each in changes)
        for changes, kind_ in ((forth, ChangeKind.CREATED), (back, ChangeKind.REMOVED))
    ]
    assert count[0] == count[1]
