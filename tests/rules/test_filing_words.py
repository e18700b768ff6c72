"""What the rules on filings say: the part of a sentence or hint that depends on what was found."""

import json
from collections.abc import Callable
from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from xunbiao import resources, schema, source
from xunbiao.check import check, open_workspace
from xunbiao.model.document import Kind
from xunbiao.workspace import MemoryFiles

Change = tuple[str, Any]
Say = Callable[..., list[str]]


@pytest.fixture
def say(base_files: dict[str, bytes]) -> Say:
    """What a rule says, message and hint, of the known-good filing after some changes: (path with dots, value)."""

    def of(code: str, *changes: Change, unit: str = "scjgj", language: str = "zh") -> list[str]:
        data = source.parse(base_files["filings/scjgj/filing.yaml"]).data
        for path, value in changes:
            put(data, path.split("."), value)
        assert schema.findings(Kind.FILING, data) == []
        config = {name: resources.read(name) for name in ("xunbiao.yaml", "units.yaml")}
        content = json.dumps(data, ensure_ascii=False, default=number).encode()
        workspace = open_workspace(MemoryFiles("test", {**config, f"filings/{unit}/filing.yaml": content}))
        found = [each for each in check(workspace, date(2020, 4, 10)).diagnostics if each.code == code]
        return [f"{getattr(each.message, language)}|{getattr(each.hint, language)}" for each in found]

    return of


def put(data: Any, path: list[str], value: Any) -> None:
    """Sets a value at a way through mappings and lists."""
    for key in path[:-1]:
        data = data[int(key)] if isinstance(data, list) else data[key]
    last = path[-1]
    data[int(last) if isinstance(data, list) else last] = value


def number(value: Decimal) -> float:
    return float(value)


M1 = "对标方向.目标.纵向标杆单位.M1"


@pytest.mark.parametrize(
    ("name", "unit", "words"),
    [
        ("平顶山市公安局", "scjgj", ["scjgj（平顶山市市场监督管理局）不符", "filings/gaj/"]),
        ("平顶山市林业局办公室", "scjgj", ["不在单位名录", "改成“平顶山市市场监督管理局”", "是不是平顶山市林业局"]),
        ("平顶山市市场监督局", "scjgj", ["请改成“平顶山市市场监督管理局”"]),
        ("东山办事处", "scjgj", ["请改成“平顶山市市场监督管理局”"]),
    ],
)
def test_unit(say: Say, name: str, unit: str, words: list[str]) -> None:
    """A wrong unit is told from a misspelt one, and the right folder or name is given."""
    (said,) = say("XB202", ("填报单位", name), unit=unit)
    assert all(word in said for word in words), said
    assert ("是不是" in said) == ("林业" in name)


@pytest.mark.parametrize(
    ("code", "todo"),
    [
        ("P9", "写 P09 或它的要点：P09-1、"),
        ("９", "写 P09 或它的要点"),
        ("P09-77", "写 P09 或它的要点"),
        ("p9-2", "写成 P09-2"),
        ("标准地", "写成 P05"),
        ("改革", "用 xunbiao catalogue"),
        ("P31", "用 xunbiao catalogue"),
        ("不是做法", "用 xunbiao catalogue"),
    ],
)
def test_practice(say: Say, code: str, todo: str) -> None:
    """A code that no practice has is followed by the one that was probably meant."""
    (said,) = say("XB236", ("对标方向.举措.J1.参考做法", [code]))
    assert said.startswith(f"没有“{code}”这项典型做法|请{todo}")


@pytest.mark.parametrize(
    ("text", "block"),
    [
        (
            "企业开办时间由3个工作日压缩至1个工作日以内。",
            '{名称: "企业开办时间", 维度: 时间, 单位: "工作日", 现状值: 3, 目标值: 1}',
        ),
        (
            "全市12家窗口推开，网办率提高到98.5%",
            '{名称: "网办率", 维度: 覆盖率, 单位: "%", 现状值: null, 目标值: 98.5}',
        ),
        ("在8个大厅推开，满意度提高2个百分点", '{名称: "满意度", 维度: 满意度, 单位: "%", 现状值: null, 目标值: null}'),
        ("退件率由9.6%降到3%", '{名称: "退件率", 维度: 覆盖率, 方向: 降, 单位: "%", 现状值: 9.6, 目标值: 3}'),
        (
            "开放时间由8小时增加到10小时",
            '{名称: "开放时间", 维度: 时间, 方向: 升, 单位: "小时", 现状值: 8, 目标值: 10}',
        ),
        ("三天办结", '{名称: "办结", 维度: 时间, 单位: "天", 现状值: null, 目标值: 3}'),
        ("每年为企业节省1.5万元", '{名称: "每年为企业节省", 维度: 成本, 单位: "元", 现状值: null, 目标值: null}'),
    ],
)
def test_metric_block(say: Say, text: str, block: str) -> None:
    """A goal's figure is written as 指标, which can be pasted as it stands."""
    (said,) = say("XB256", (f"{M1}.内容", text), (f"{M1}.指标", None))
    assert said.endswith(f"请核对后写在“内容”下面一行，可以直接粘贴：指标: {block}")
    assert source.parse(said.rpartition("：")[2].encode()).data


def test_metric_block_in_place_of_an_empty_one(say: Say) -> None:
    """Where an empty 指标 stands already, the block goes in its place."""
    (said,) = say("XB256", (f"{M1}.指标", {"名称": "", "目标值": None}))
    assert "换掉下面空着的“指标”" in said


@pytest.mark.parametrize(
    ("field", "text", "reading", "day"),
    [
        ("对标方向.时限", "2020年11月底前完成", "读作 2020-11-30", "2020-11-30"),
        ("对标方向.时限", "6月底前", "按上下文推算为 2020-06-30，请核对", "2020-06-30"),
        ("对标方向.举措.J1.时限", "60日内", "按上下文推算为 2020-01-17，请核对", "2020-01-17"),
        ("填报时间", "2019.11.18", "读作 2019-11-18", "2019-11-18"),
    ],
)
def test_date_in_another_form(say: Say, field: str, text: str, reading: str, day: str) -> None:
    """A date in words comes back as it was read; a span counts from the day of filing."""
    assert say("XB259", (field, text)) == [f"日期“{text}”没有写成年-月-日的形式（{reading}）|请写成 {day}"]


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("2019-10-20", "早于方案印发的 2019-10-21"),
        ("2021-01-01", "在今天（2020-04-10）以后"),
        ("2019-11-31", "没有这一天"),
        ("近期", "不是日期"),
    ],
)
def test_filing_date(say: Say, text: str, why: str) -> None:
    """What is wrong with a day of filing is said."""
    (said,) = say("XB232", ("填报时间", text))
    assert said.startswith(f"填报时间“{text}”{why}|")


def test_deadline_in_the_past(say: Say) -> None:
    """A deadline is held against the day of filing or, where that cannot be true, against the campaign's first day."""
    (said,) = say("XB228", ("对标方向.时限", "2019-11-17"))
    assert "早于填报时间 2019-11-18" in said
    (said,) = say("XB228", ("对标方向.时限", "2019-10-20"), ("填报时间", "2029-11-18"))
    assert "早于活动印发日期 2019-10-21" in said


@pytest.mark.parametrize(
    ("region", "why"),
    [("河南省郑州市", "不在平顶山市|请另选"), ("平顶山市", "不在单位名录里|请核对全称"), (None, "不在单位名录里")],
)
def test_horizontal(say: Say, region: str | None, why: str) -> None:
    """A horizontal benchmark is told to lie elsewhere only if its region says so."""
    field = "寻标对象.横向标杆单位.0."
    (said,) = say("XB209", (field + "名称", "某某医院"), (field + "地区", region))
    assert said.startswith(f"横向标杆单位“某某医院”{why}")


@pytest.mark.parametrize(
    ("code", "field", "text", "said"),
    [
        ("XB216", f"{M1}.内容", "进一步优化流程，进一步提速", "目标M1没有量化，“进一步”“优化”不是数|"),
        ("XB216", f"{M1}.内容", "办得更快", "目标M1没有量化|"),
        ("XB222", "对标方向.举措.J1.内容", "加强学习，狠抓落实", "举措J1不具体，“加强学习”“狠抓落实”没有说到具体的事|"),
        ("XB222", "对标方向.举措.J1.内容", "打好翻身仗", "举措J1不具体|"),
        ("XB221", "对标方向.差距.纵向标杆单位.C1.内容", "与对方没有差距", "差距C1等于说没有差距|"),
        ("XB221", "对标方向.差距.纵向标杆单位.C1.内容", "效率偏低", "差距C1没有数字，也没有说到具体的事|"),
    ],
)
def test_empty_words(say: Say, code: str, field: str, text: str, said: str) -> None:
    """Words that only sound like something are quoted, each once; where there are none, the sentence ends before."""
    (found,) = say(code, (field, text), (f"{M1}.指标", None))
    assert found.startswith(said)


@pytest.mark.parametrize(
    ("label", "value", "why"),
    [
        ("目标值", 101, "超过了100%"),
        ("现状值", -1, "是负数"),
    ],
)
def test_impossible_share(say: Say, label: str, value: int, why: str) -> None:
    """What is wrong with a share is said."""
    (said,) = say("XB248", (f"创标意向.目标.CM1.指标.{label}", value))
    assert said.startswith(f"指标的{label} {value} {why}|")


def test_impossible_rank(say: Say) -> None:
    """What is wrong with a rank is said."""
    metric = {"名称": "排名", "维度": "位次", "单位": "位", "现状值": 12, "目标值": 1.5}
    (said,) = say("XB248", ("创标意向.目标.CM1.指标", metric))
    assert said.startswith("指标的目标值 1.5 不是位次")


def test_blank_items_in_both_languages(say: Say) -> None:
    """A blank is told by its cell and its item, in the reader's language."""
    change = ("对标方向.差距.横向标杆单位.C2.内容", "")
    assert say("XB204", change) == [
        "对标方向·差距（横向标杆单位）C2的内容没有填|请填写对标方向·差距（横向标杆单位）C2的内容"
    ]
    assert say("XB204", change, language="en")[0].startswith("内容 of 对标方向·差距 (横向标杆单位) C2 is left blank")


def test_phones(say: Say) -> None:
    """The first fault of several numbers is told, and what has no number at all is told apart."""
    assert "：位数不够" in say("XB234", ("联系电话", "0375-2660166、26601"))[0]
    assert "：看不出电话号码|" in say("XB234", ("联系电话", "见办公室"))[0]


def test_angle(say: Say) -> None:
    """Which angle is missing is told, approvals apart from services."""
    goals = {"M1": {"内容": "群众满意度提高到99%。", "角度": "满意"}}
    changes = (("对标方向.目标", {"纵向标杆单位": goals}), ("创标意向.目标", {}))
    (said,) = say("XB244", *changes)
    assert "没有从时间、流程、落实的角度寻标" in said


def test_declared_benchmarks_are_listed(say: Say) -> None:
    """A benchmark that is not declared comes with those that are; one that is not said, with those to choose from."""
    benchmarks = [{"名称": "国家税务总局平顶山市税务局"}, {"名称": "平顶山市公安局"}]
    changes = (("寻标对象.横向标杆单位", benchmarks), ("对标方向.差距.横向标杆单位.C2.标杆", "外局"))
    names = "国家税务总局平顶山市税务局、平顶山市公安局"
    assert say("XB215", *changes)[0].endswith(f"其中之一：{names}；或者把它补进寻标对象")
    (said,) = say("XB255", *changes)
    assert said.startswith("横向标杆单位有2个，M2没有写明")
    assert said.endswith(names)


@pytest.mark.parametrize(("dimension", "direction"), [("时间", "越低越好"), ("覆盖率", "越高越好")])
def test_which_way_is_better(say: Say, dimension: str, direction: str) -> None:
    """A goal that is no better comes with the way that counts as better."""
    metric = {"名称": "甲", "维度": dimension, "单位": "个", "现状值": 5, "目标值": 5}
    (said,) = say("XB201", (f"{M1}.指标", metric))
    assert direction in said


def test_adjustments_are_counted(say: Say) -> None:
    """Which adjustment lacks what is told, the first counted as one."""
    entries = [{"字段": "甲", "理由": "乙", "日期": "2020-04-08"}, {"字段": "甲"}]
    assert say("XB249", ("调整说明", entries)) == ["第2处调整说明没有写理由、日期|请补上理由、日期"]


def test_metric_lacks(say: Say) -> None:
    """What a 指标 lacks is told by its labels."""
    assert say("XB257", (f"{M1}.指标", {"现状值": 5})) == [
        "M1的指标没有写名称、维度、单位、目标值|请在“指标”下补上名称、维度、单位、目标值"
    ]
