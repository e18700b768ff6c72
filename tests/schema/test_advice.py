"""What a value of the wrong kind is told to become: the slip that it looks like, and the way to write it."""

from typing import Any

import pytest

from xunbiao import schema
from xunbiao.model.document import Kind

FILING = {"类型": "申报表", "版本": 1, "填报单位": "甲", "填报时间": "2019-11-18", "联系人": "乙", "联系电话": "1"}
UNITS = {"类型": "单位名录", "版本": 1}
CATALOGUE: dict[str, Any] = {"类型": "典型做法", "版本": 1}
CASES: list[tuple[Kind, dict[str, Any], tuple[str | int, ...], str]] = [
    (Kind.FILING, FILING | {"联系电话": 375}, ("联系电话",), "两边加英文双引号"),
    (Kind.FILING, FILING | {"寻标对象": "纵向标杆单位：甲"}, ("寻标对象",), "不要用全角冒号"),
    (Kind.FILING, FILING | {"寻标对象": {"纵向标杆单位": "-甲"}}, ("寻标对象", "纵向标杆单位"), "后面要有一个空格"),
    (Kind.FILING, FILING | {"寻标对象": {"纵向标杆单位": "甲"}}, ("寻标对象", "纵向标杆单位"), "以“- ”开头"),
    (Kind.FILING, FILING | {"寻标对象": 5}, ("寻标对象",), "请写成"),
    (Kind.UNITS, UNITS | {"单位": {"a": {"全称": "甲", "应报": "是"}}}, ("单位", "a", "应报"), "写 true"),
    (Kind.UNITS, UNITS | {"单位": {"a": {"全称": ["甲"]}}}, ("单位", "a", "全称"), "请写成"),
]


@pytest.mark.parametrize(("kind", "document", "path", "advice"), CASES)
def test_the_advice_fits_the_slip(
    kind: Kind, document: dict[str, Any], path: tuple[str | int, ...], advice: str
) -> None:
    """One finding, at the value, that says in both languages how to write it."""
    (found,) = [each for each in schema.findings(kind, document) if each.code == "XB101"]
    assert found.path == path
    assert advice in found.values["advice"].zh
    assert found.values["advice"].en


def test_a_figure_with_its_unit_is_told_to_go_without() -> None:
    """The commonest slip of all: 5个工作日 where a number stands."""
    goal = {"内容": "甲", "指标": {"名称": "甲", "维度": "时间", "现状值": "5个工作日"}}
    document = FILING | {"对标方向": {"目标": {"纵向标杆单位": {"M1": goal}}}}
    (found,) = [each for each in schema.findings(Kind.FILING, document) if each.code == "XB101"]
    assert found.path[-1] == "现状值"
    assert "不写单位" in found.values["advice"].zh
