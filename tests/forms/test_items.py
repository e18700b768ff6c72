"""What a cell lists: where an item ends and the next begins, what is no number, what a person should look at."""

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from xunbiao.forms.indicators import read_indicator, unread_figures
from xunbiao.forms.items import split_items, split_names
from xunbiao.forms.story import Paragraph

from ..effort import tries

# The cell's text (| parts paragraphs, a line feed is a soft break), its items, the doubts that are told.
CASES: list[tuple[str, list[str], set[str]]] = [
    ("12366热线接通率98%。", ["12366热线接通率98%。"], set()),
    ("1.35万户企业受益。", ["1.35万户企业受益。"], set()),
    ("1.2020年底前完成。", ["2020年底前完成。"], set()),
    ("1.5个环节压缩到1个；2.3件材料减到1件。", ["5个环节压缩到1个", "3件材料减到1件。"], {"figure-or-number"}),
    ("1.压缩时限；2.16项材料取消。", ["压缩时限", "16项材料取消。"], set()),
    (
        "1.时间压缩至2.5个工作日；2.材料压缩至1.5件；3.公开。",
        ["时间压缩至2.5个工作日", "材料压缩至1.5件", "公开。"],
        set(),
    ),
    ("一、二级医院全覆盖", ["一、二级医院全覆盖"], set()),
    ("一、二手房交易提速|二、新房交易提速", ["二手房交易提速", "新房交易提速"], {"figure-or-number"}),
    ("1、2号窗口合并", ["1、2号窗口合并"], set()),
    ("1、5个工作日内办结", ["5个工作日内办结"], set()),
    ("3.甲|4.乙", ["甲", "乙"], set()),
    ("3、4号窗口合并", ["3、4号窗口合并"], set()),
    ("①甲②乙③丙", ["甲", "乙", "丙"], set()),
    ("⑴甲；⑵乙", ["甲", "乙"], set()),
    ("⒈甲|⒉乙", ["甲", "乙"], set()),
    ("㈠甲|㈡乙", ["甲", "乙"], set()),
    ("（一）甲（二）乙", ["甲", "乙"], set()),
    ("（1）按附件（2）办理；（2）公开", ["按附件（2）办理", "公开"], set()),
    ("第一，甲；第二，乙。", ["甲", "乙。"], set()),
    ("其一，甲；其二，乙。", ["甲", "乙。"], set()),
    ("目标一：甲|目标二：乙", ["甲", "乙"], set()),
    ("十、甲|十一、乙|十二、丙", ["甲", "乙", "丙"], set()),
    ("1 甲|2 乙", ["甲", "乙"], set()),
    ("12 项业务下沉|3 个窗口", ["12 项业务下沉", "3 个窗口"], set()),
    ("- 甲|- 乙", ["甲", "乙"], set()),
    ("-5%以内", ["-5%以内"], set()),
    ("甲；乙；丙", ["甲；乙；丙"], set()),
    ("甲。|乙。", ["甲。", "乙。"], set()),
    ("甲。\n乙。", ["甲。", "乙。"], {"soft-break"}),
    ("推行“一窗受理”，\n实现一次办结。", ["推行“一窗受理”，实现一次办结。"], set()),
    ("上线APP\nV2版", ["上线APP V2版"], set()),
    ("1.甲|乙|2.丙", ["甲", "乙", "丙"], {"unnumbered-paragraph"}),
    ("1.甲|1.乙|3.丙", ["甲", "乙", "丙"], {"number-out-of-order"}),
    ("1.甲；3.乙", ["甲；3.乙"], {"number-out-of-order"}),
    ("1.推行一网通办2.实行承诺制", ["推行一网通办2.实行承诺制"], {"numbers-inside"}),
    ("1.推行“一网通办”2.实行承诺制", ["推行“一网通办”", "实行承诺制"], set()),
    ("差距如下：1.甲；2.乙", ["甲", "乙"], {"lead-in"}),
    ("我局存在以下差距：|1.甲|2.乙", ["甲", "乙"], {"lead-in"}),
    ("推行“证照联办”：一是甲；二是乙", ["推行“证照联办”：一是甲；二是乙"], {"numbers-inside"}),
    ("1.推进：|（1）甲；|（2）乙。|2.丙", ["推进：\n（1）甲；\n（2）乙。", "丙"], set()),
    ("一、优化流程|1.甲|2.乙|二、压缩时限", ["优化流程\n1.甲\n2.乙", "压缩时限"], set()),
    ("1.内容包括：\n①甲\n②乙", ["内容包括：\n①甲\n②乙"], set()),
    ("", [], set()),
    ("|　|", [], set()),
]


def paragraphs(text: str) -> list[Paragraph]:
    return [Paragraph(each) for each in text.split("|")]


@pytest.mark.parametrize(("text", "wanted", "doubts"), CASES)
def test_items_are_parted_at_their_numbers(text: str, wanted: list[str], doubts: set[str]) -> None:
    """Figures, ranges and references are no numbers; what could be either is told."""
    found = split_items(paragraphs(text))
    assert list(found.texts) == wanted
    assert found.doubts == doubts


def test_a_lead_in_is_kept() -> None:
    """The sentence before the first number is no item and is not lost."""
    assert split_items(paragraphs("我局存在以下差距：|1.甲|2.乙")).lead == "我局存在以下差距："


def test_numbers_of_word_need_no_typed_ones() -> None:
    """Deeper paragraphs of a list stay inside their item; numbers typed once more beside Word's are left out."""
    listed = [
        Paragraph("甲", 0, "1."),
        Paragraph("细则", 1, "（一）"),
        Paragraph("乙", 0, "2."),
        Paragraph("续行", 1, ""),
    ]
    assert split_items(listed).texts == ("甲\n（一）细则", "乙\n续行")
    doubled = [Paragraph("1.甲", 0, "1."), Paragraph("2.乙", 0, "2.")]
    assert split_items(doubled).texts == ("甲", "乙")
    assert split_items([Paragraph("12项甲", 0, "1."), Paragraph("2020年乙", 0, "2.")]).texts == ("12项甲", "2020年乙")


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("甲市税务局、乙市税务局", ["甲市税务局", "乙市税务局"]),
        ("甲市税务局；乙市税务局。", ["甲市税务局", "乙市税务局"]),
        ("甲市税务局\n乙市税务局", ["甲市税务局", "乙市税务局"]),
        ("1.甲市税务局|2.乙市税务局", ["甲市税务局", "乙市税务局"]),
        ("甲市市场监督管理局 乙市市场监督管理局", ["甲市市场监督管理局", "乙市市场监督管理局"]),
        ("甲市税务局　　乙所", ["甲市税务局", "乙所"]),
        ("平顶山市人力资源和社会保障局", ["平顶山市人力资源和社会保障局"]),
        ("长宁区市场监管局（一照多址、一证多址）", ["长宁区市场监管局（一照多址、一证多址）"]),
        ("国网 平顶山供电公司", ["国网 平顶山供电公司"]),
    ],
)
def test_units_are_parted_by_what_stands_between(text: str, names: list[str]) -> None:
    """和 is part of many names and what stands in brackets is not parted."""
    assert list(split_names(paragraphs(text))) == names


@settings(max_examples=tries(400), deadline=None)
@given(st.text(alphabet="1.2、（）一二是；。①\n\x0b 甲个年：-•", max_size=60), st.text(alphabet="|甲1.", max_size=10))
def test_no_letter_is_lost_and_none_is_made(text: str, more: str) -> None:
    """Every 甲 of a cell stands in an item or in the lead, in the order in which it was typed."""
    found = split_items(paragraphs(text + more))
    told = "".join((found.lead, *found.texts))
    assert told.count("甲") == (text + more).count("甲")


@pytest.mark.slow
def test_items_take_time_linear_in_the_text() -> None:
    """A cell of 200,000 characters that could all be numbers is read within seconds."""
    for text in ("1.甲；2.乙；" * 20_000, "（1）" * 60_000, "一是" * 80_000, "1" * 200_000):
        started = time.process_time()
        split_items([Paragraph(text)])
        assert time.process_time() - started < 5


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("企业开办时间由5个工作日压缩至3个工作日以内。", ("企业开办时间", "时间", "工作日", "", 5, 3)),
        ("一是网办率由60%提高到100%，全省首创。", ("网办率", "覆盖率", "%", "", 60, 100)),
        ("纳税时间指标进入全省前3名", ("纳税时间指标", "位次", "位次", "", None, 3)),
        ("办结时间由15天压缩至10个工作日", ("办结时间", "时间", "工作日", "", None, 10)),
        ("暴雨预警提前量由40分钟提高到70分钟", ("暴雨预警提前量", "时间", "分钟", "升", 40, 70)),
        ("审批事项由36项减至28项", ("审批事项", "其他", "项", "降", 36, 28)),
        ("审批时间由3天延长至5天", ("审批时间", "时间", "天", "", 3, 5)),
    ],
)
def test_a_goal_becomes_figures(text: str, wanted: tuple[object, ...]) -> None:
    """名称, 维度, 单位, 方向 where the words say so, 现状值 in the same unit alone, 目标值."""
    read = read_indicator(text)
    assert read is not None
    assert (read.name, read.dimension, read.unit, read.direction, read.baseline, read.target) == wanted


def test_a_goal_that_says_only_by_how_much_makes_no_indicator() -> None:
    """压缩50% does not say what is reached; the figure is named all the same."""
    assert read_indicator("办理时限压缩50%以上。") is None
    assert unread_figures("办理时限压缩50%以上。") == ("50%以上",)
    assert read_indicator("提升服务水平") is None
