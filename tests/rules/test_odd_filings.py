"""No filing of the right shape, however odd its texts and figures, makes a rule raise or take long."""

import json
import time
from datetime import date
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from xunbiao import resources, schema
from xunbiao.check import check, open_workspace
from xunbiao.model.document import Kind
from xunbiao.workspace import MemoryFiles

from ..effort import tries

SAYINGS = """
    由5个工作日压缩至1个工作日 进一步 大幅 2020年6月31日前 立行立改 一是 二是 （一） 1. 2、 会同市公安局 联合
    同上 待定 无明显差距 平办[2018]24号 满意度99.9% 零跑腿 三分之一 P09-2 平顶山市 某某 0375-2662201 年 月 日 堵点 六成
    12345 ×× 万亿 不动产登记 百分之百 浙江省 先进地区 {0} %s \\ “ ” 。 ， 1e9 -0 😀
"""
LETTERS = st.characters(min_codepoint=32, exclude_categories=["Cc", "Cf", "Cn", "Co", "Cs", "Zl", "Zp"])
TEXTS = st.one_of(
    st.none(),
    st.text(LETTERS, max_size=30),
    st.lists(st.sampled_from(SAYINGS.split()), max_size=8).map("".join),
)
NUMBERS = st.one_of(st.none(), st.integers(-(10**12), 10**12), st.decimals(-1000, 1000, places=2).map(float))
DIMENSIONS = st.sampled_from(["环节", "材料", "时间", "成本", "跑动", "覆盖率", "满意度", "位次", "其他", "", None])
METRICS = st.one_of(
    st.none(),
    st.fixed_dictionaries(
        {},
        optional={
            "名称": TEXTS,
            "维度": DIMENSIONS,
            "单位": st.sampled_from(["工作日", "天", "%", "万元", "万", "个", "", None]),
            "方向": st.sampled_from(["升", "降", "", None]),
            "现状值": NUMBERS,
            "标杆值": NUMBERS,
            "目标值": NUMBERS,
        },
    ),
)
IDS = st.sampled_from(["M1", "C1", "J1", "A-1", "B2"])


def items(**more: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    """A cell: blank, or ids with what stands under them."""
    entry = st.one_of(st.none(), st.fixed_dictionaries({}, optional={"内容": TEXTS, **more}))
    return st.one_of(st.none(), st.dictionaries(IDS, entry, max_size=3))


def faced(**more: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    cells = {"纵向标杆单位": items(**more), "横向标杆单位": items(**more)}
    return st.one_of(st.none(), st.fixed_dictionaries({}, optional=cells))


def listed(*labels: str) -> st.SearchStrategy[Any]:
    """A list of entries with these labels."""
    entry = st.one_of(st.none(), st.fixed_dictionaries({}, optional=dict.fromkeys(labels, TEXTS)))
    return st.one_of(st.none(), st.lists(entry, max_size=3))


NAMES = st.one_of(st.none(), st.lists(TEXTS, max_size=3))
MEASURES = items(责任人=TEXTS, 时限=TEXTS, 参考做法=NAMES, 协同单位=NAMES)
GOAL = {"标杆": TEXTS, "指标": METRICS}
PARTS = {
    "填报时间": TEXTS,
    "联系人": TEXTS,
    "联系电话": TEXTS,
    "第一责任人": TEXTS,
    "寻标对象": st.fixed_dictionaries(
        {},
        optional={
            "纵向标杆单位": listed("名称", "地区", "好在哪", "选择理由"),
            "横向标杆单位": listed("名称", "地区", "好在哪", "选择理由"),
        },
    ),
    "对标方向": st.fixed_dictionaries(
        {}, optional={"目标": faced(**GOAL), "差距": faced(标杆=TEXTS), "举措": MEASURES, "时限": TEXTS}
    ),
    "创标意向": st.fixed_dictionaries(
        {}, optional={"目标": items(**GOAL), "亮点": items(), "举措": MEASURES, "时限": TEXTS}
    ),
    "考察记录": listed("日期", "地点"),
    "公示记录": listed("媒体", "日期"),
    "调整说明": listed("字段", "理由", "日期"),
}
FILINGS = st.fixed_dictionaries({"类型": st.just("申报表"), "版本": st.just(1), "填报单位": TEXTS}, optional=PARTS)


def findings(*filings: dict[str, Any]) -> list[str]:
    """The codes found in the filings of the first units."""
    config = {name: resources.read(name) for name in ("xunbiao.yaml", "units.yaml")}
    files = {
        f"filings/{unit}/filing.yaml": json.dumps(filing, ensure_ascii=False).encode()
        for unit, filing in zip(("scjgj", "sswj"), filings, strict=False)
    }
    checked = check(open_workspace(MemoryFiles("test", {**config, **files})), date(2020, 4, 10))
    return [each.code for each in checked.diagnostics]


@settings(
    max_examples=tries(120),
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)
@given(FILINGS, FILINGS)
def test_no_rule_raises(one: dict[str, Any], other: dict[str, Any]) -> None:
    """Whatever stands in a filing of the right shape is judged; a deadline that is not there is missed all the same."""
    assert schema.is_valid(Kind.FILING, one)
    found = findings(one, other)
    assert "XB225" in found or "时限" in json.dumps(one, ensure_ascii=False)


LONG = [
    "1." * 2000,
    "（一）" * 1300,
    "与" * 4000,
    "与税务局" * 1000,
    "联合市" * 1300,
    "牵头" * 2000,
    "同" + "公" * 3998 + "局",
    "减" * 4000,
    "（" * 4000,
    "无明显" * 1300,
    "[2018]" * 600,
    "2020年" * 800,
    "9" * 4000,
    "先进地区等" * 800,
    "市" * 4000,
    "一是" * 2000,
    "某" * 4000,
    "进一步" * 1300,
]


@pytest.mark.parametrize("text", LONG, ids=lambda text: text[:4])
def test_long_texts(text: str) -> None:
    """Texts as long as the schema allows take all rules together a fraction of a second."""
    item = {"内容": text, "责任人": text[:400]}
    filing = {
        **{"类型": "申报表", "版本": 1, "填报单位": text[:400], "联系电话": text[:400], "填报时间": text[:200]},
        "寻标对象": {"纵向标杆单位": [{"名称": text[:400], "好在哪": text}]},
        "对标方向": {
            "目标": {"纵向标杆单位": {"M1": {"内容": text, "指标": {"单位": "天", "维度": "时间", "目标值": 1}}}},
            "差距": {"纵向标杆单位": {"C1": {"内容": text}}},
            "举措": {"J1": item},
        },
        "创标意向": {"目标": {"CM1": {"内容": text}}, "亮点": {"CL1": {"内容": text}}},
    }
    findings(filing)
    begun = time.process_time()
    findings(filing)
    assert time.process_time() - begun < 1.5
