"""Metric, Datum → whether a goal's figure and a practice's are held beside each other, and by how much they differ."""

from decimal import Decimal

import pytest

from xunbiao.catalogue import SideBySide, Verdict
from xunbiao.catalogue.figures import side_by_side
from xunbiao.model.filing import Item, Metric
from xunbiao.model.practice import Datum, Practice


def goal(name: str, unit: str, target: str, dimension: str = "时间") -> Item:
    metric = Metric(("目标", "M1", "指标"), name, dimension, unit, Decimal(20), None, Decimal(target))
    return Item(("目标", "M1"), "M1", "对标方向", "目标", name, metric=metric)


def practice(*data: tuple[str, str, str]) -> Practice:
    figures = tuple(
        Datum(name, "甲市", unit, Decimal(value), None, None, "恰", "成效", "目前", value) for name, unit, value in data
    )
    return Practice("P99", 99, "一项做法", 1, 1, (), {}, figures, (), (), (), (), {})


def pairs(item: Item, *data: tuple[str, str, str]) -> list[SideBySide]:
    return list(side_by_side(item, practice(*data)))


@pytest.mark.parametrize(
    ("ours", "theirs"),
    [
        (("低压接电时间", "天"), ("低压小微企业接电平均用时", "天")),
        (("低压接电时间", "日"), ("低压小微企业接电平均用时", "天")),
        (("办电环节", "环节"), ("小微企业办电环节", "个")),
        (("办电环节", "个"), ("小微企业办电环节", "个")),
        (("零跑腿业务", "项"), ("实现“零跑腿”的医保经办业务", "个")),
        (("网办率", "%"), ("事项网上办理比例（当年目标）", "%")),
    ],
)
def test_the_same_thing_in_the_same_unit_compares(ours: tuple[str, str], theirs: tuple[str, str]) -> None:
    """Names that say the same in other words, with units that mean the same, are comparable."""
    found = pairs(goal(*ours, "12"), (*theirs, "5"))
    assert [each.verdict for each in found] == [Verdict.COMPARABLE]


@pytest.mark.parametrize(
    ("ours", "theirs", "verdict"),
    [
        (("低压接电时间", "工作日"), ("低压小微企业接电平均用时", "天"), Verdict.OTHER_UNIT),
        (("高压接电时间", "天"), ("低压小微企业接电平均用时", "天"), Verdict.OTHER_SCOPE),
        (("用水接入成本", "元"), ("获得电力接入成本", "元"), Verdict.OTHER_SCOPE),
        (("网办率", "%"), ("全程网上办理或最多跑一次的企业审批和服务事项占比", "%"), Verdict.OTHER_SCOPE),
    ],
)
def test_what_does_not_compare_says_why(ours: tuple[str, str], theirs: tuple[str, str], verdict: Verdict) -> None:
    """A near figure in another unit, or one that takes in something else, is shown without a gap."""
    found = pairs(goal(*ours, "12"), (*theirs, "5"))
    assert [(each.verdict, each.gap) for each in found] == [(verdict, None)]


@pytest.mark.parametrize(
    ("ours", "theirs"),
    [
        (("不动产登记材料", "件"), ("办理不动产登记的取号次数", "次")),
        (("窗口满意率", "%"), ("纳入监测范围的企业占比", "%")),
        (("企业开办时间", "工作日"), ("累计受益的标准箱", "标准箱")),
    ],
)
def test_different_things_are_not_held_together(ours: tuple[str, str], theirs: tuple[str, str]) -> None:
    """Figures that share a subject but measure something else do not appear at all."""
    assert pairs(goal(*ours, "12"), (*theirs, "5")) == []


def test_the_gap_is_what_the_goal_still_lacks() -> None:
    """Where less is better the gap is target minus figure; where more is better the other way round."""
    lower = pairs(goal("接电时间", "天", "12"), ("接电用时", "天", "4.74"))
    higher = pairs(goal("网办率", "%", "85", "覆盖率"), ("网办率", "%", "90"))
    ahead = pairs(goal("网办率", "%", "100", "覆盖率"), ("网办率", "%", "90"))
    assert [each.gap for each in (*lower, *higher, *ahead)] == [Decimal("7.26"), Decimal(5), Decimal(-10)]


def test_a_goal_without_figures_stands_beside_nothing() -> None:
    """A goal without a metric, or without a target, yields nothing."""
    bare = Item(("目标", "M1"), "M1", "对标方向", "目标", "接电时间")
    assert pairs(bare, ("接电时间", "天", "5")) == []


def test_comparable_figures_push_the_others_out() -> None:
    """Where one figure of a practice compares, those that do not are left away."""
    found = pairs(goal("接电时间", "天", "12"), ("接电时间", "天", "5"), ("接电时间", "小时", "9"))
    assert [each.datum.unit for each in found] == ["天"]
