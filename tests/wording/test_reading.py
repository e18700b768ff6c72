"""Everything at once: one reading, its places, and what kind of thing each figure is."""

from datetime import date
from decimal import Decimal

import pytest

from xunbiao.wording import deadline, deadlines, quantities, read, same_unit

TODAY = date(2020, 4, 10)
KINDS = {
    "办理时限3个工作日": "时间",
    "环节由6个减少到2个": "环节",
    "申请材料减少30%": "材料",
    "材料压减8项": "材料",
    "材料由12份精简到4份": "材料",
    "企业用电成本下降8%": "成本",
    "减免税费600万元": "成本",
    "投资3000万元": "其他",
    "放款4.1亿元": "其他",
    "节省费用80万元": "成本",
    "每户节省1.2万元": "成本",
    "工本费10元": "成本",
    "免费": "成本",
    "跑动次数减少2次": "跑动",
    "最多跑1次": "跑动",
    "开展培训3次": "其他",
    "网上可办率达到95%": "覆盖率",
    "全覆盖": "覆盖率",
    "满意度达到98%": "满意度",
    "排名进入前6名": "位次",
    "全省第3位": "位次",
    "培育5个案例": "其他",
    "得分78.85分": "其他",
    "完成年度任务的75%": None,
    "取消3份材料": "材料",
    "零跑腿": "跑动",
    "零材料": "材料",
    "即来即办": "时间",
    "接入费用降为零": "成本",
    "审批效率提高30%": "其他",
    "压减2道手续": "环节",
    "压减2道程序": "环节",
    "精简3个步骤": "环节",
    "精简3个审批环节": "环节",
}
DIRECTIONS = {
    "压缩30%": "down",
    "产值翻两番": "up",
    "投资增幅达到5%": "up",
    "收入涨幅8%": "up",
    "税费降幅达到5%": "down",
    "材料减幅达到5%": "down",
    "业务增速达到5%": "up",
    "由5天压缩至3天": "down",
    "网办率由60%提高到90%": "up",
    "新增学位2000个": "up",
    "由3个变为5个": "up",
    "满意度达到98%": None,
    "3个工作日": None,
    "办件量翻一番": "up",
    "时间减半": "down",
    "压缩率达到65%": "down",
}
PLACES = {
    "时限由5个工作日压缩至3个工作日以内。": ["5个工作日压缩至3个工作日以内"],
    "不超过 ３ 个环节": ["不超过 ３ 个环节"],
    "网办率约98%，掌办率80%以上": ["约98%", "80%以上"],
    "排名进入前6名": ["前6名"],
    "由12份、8份减至4份、3份": ["12份、8份减至4份", "8份减至4份、3份"],
    "实现“零跑腿”": ["零跑腿"],
    "控制在10分钟以内": ["控制在10分钟以内"],
    "办理时间需2个多月。": ["2个多月"],
    " 3天 ": ["3天"],
}


@pytest.mark.parametrize(("text", "kind"), KINDS.items())
def test_kind(text: str, kind: str | None) -> None:
    """A figure's 维度 comes from its unit, else from what is measured, else there is none."""
    assert quantities(text)[0].kind == kind


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("网上可办率95%，梳理事项21项", "其他"),
        ("材料精简，出台制度12项", "其他"),
        ("办理环节精简，压减到3个", "环节"),
        ("满意度提高，达到98%", "满意度"),
        ("材料精简30%，环节4个", "环节"),
    ],
)
def test_kind_carries_over(text: str, kind: str) -> None:
    """What an earlier clause measures is still meant by a share or a bare 个, and not by a count of other things."""
    assert quantities(text)[-1].kind == kind


@pytest.mark.parametrize(("text", "direction"), DIRECTIONS.items())
def test_direction(text: str, direction: str | None) -> None:
    """Which way a figure goes is told by the two figures, the verb or the word, or by nothing."""
    assert quantities(text)[0].direction == direction


@pytest.mark.parametrize(("text", "places"), PLACES.items())
def test_places(text: str, places: list[str]) -> None:
    """A figure's place runs from its first bound or its earlier value to its last bound, as typed."""
    assert [text[quantity.start : quantity.end] for quantity in quantities(text)] == places


def test_both_units() -> None:
    """A change from one unit to another keeps both."""
    (quantity,) = quantities("由3个月压缩至45个工作日")
    assert (quantity.before, quantity.before_unit, quantity.value, quantity.unit) == (3, "个月", 45, "工作日")


def test_a_unit_named_once_serves_both() -> None:
    """Where only one of two figures names the unit, the other has the same."""
    for text in ("由12份精简到4", "由12精简到4份", "材料由12减到4份"):
        (quantity,) = quantities(text)
        assert (quantity.before, quantity.before_unit, quantity.value, quantity.unit) == (12, "份", 4, "份")


def test_six_subjects_one_by_one() -> None:
    """分别 gives each of six subjects its own figure."""
    found = quantities("环节、材料、时限、费用、跑动、满意度分别为2个、3份、1天、0元、1次、99%")
    assert [quantity.kind for quantity in found] == ["环节", "材料", "时间", "成本", "跑动", "满意度"]
    assert [quantity.unit for quantity in found] == ["环节", "份", "天", "元", "次", "%"]


@pytest.mark.parametrize(
    ("text", "change"),
    [
        ("压缩企业和群众反映强烈的三十个事项5天", "by"),
        ("压缩企业和群众普遍反映特别强烈的许可时间5天", None),
        ("压减时间，窗口5天", None),
        ("至少再从外地引进5家", None),
    ],
)
def test_a_verb_reaches_so_far(text: str, change: str | None) -> None:
    """A verb governs the figures of its clause within sixteen characters, and none beyond."""
    assert quantities(text)[-1].change == change


def test_an_adverb_reaches_so_far() -> None:
    """至少 bounds a figure within eight characters, and none beyond."""
    assert quantities("至少再从外地引进5家")[0].comparator == ">="
    assert quantities("至少再从外地大力引进一批5家")[0].comparator == "="


def test_range_has_ends_and_no_value() -> None:
    """A range has its two ends and no single value; a single value is both its ends."""
    spread, single = quantities("培育3—5个案例，上线8个系统")
    assert (spread.value, spread.low, spread.high, spread.comparator) == (None, 3, 5, "range")
    assert (single.value, single.low, single.high, single.comparator) == (8, 8, 8, "=")


def test_subject_is_the_word_of_the_text() -> None:
    """What is measured is told in the text's own word, one by one after 分别."""
    read_ = quantities("申请材料、办理环节、办理时限分别压缩至4份、3个、2个工作日")
    assert [(quantity.subject, quantity.kind) for quantity in read_] == [
        ("材料", "材料"),
        ("环节", "环节"),
        ("时限", "时间"),
    ]


def test_values_are_exact() -> None:
    """万 and 亿 are multiplied out without rounding and without needless zeros."""
    assert [str(quantity.value) for quantity in quantities("1.35万项、1.2亿元、19.2万元、0.5个百分点")] == [
        "13500",
        "120000000",
        "192000",
        "0.5",
    ]
    assert quantities("缩短三分之一")[0].value == Decimal("33.33")


def test_everything_at_once() -> None:
    """One reading holds figures, deadline, vague words, persons, phones and document numbers of a text."""
    text = "大幅压缩时限，由20个工作日减至3个工作日以内，2020年6月底前完成（注册科 赵明远，2662201），"
    text += "依据平市监〔2020〕12号。"
    reading = read(text, today=TODAY, area_code="0375")
    assert reading.text == text
    assert reading.quantified
    assert [(quantity.before, quantity.value) for quantity in reading.quantities] == [(20, 3)]
    assert reading.deadline is not None
    assert (reading.deadline.date, reading.deadline.state) == (date(2020, 6, 30), "date")
    assert [word.word for word in reading.vague] == ["大幅"]
    assert [person.name for person in reading.persons] == ["赵明远"]
    assert [phone.number for phone in reading.phones] == ["0375-2662201"]
    assert [number.normal for number in reading.document_numbers] == ["平市监〔2020〕12号"]


def test_nothing() -> None:
    """An empty text has no figures and no deadline."""
    reading = read("", today=TODAY)
    assert (reading.quantified, reading.quantities, reading.deadline) == (False, (), None)


def test_words_in_place_of_a_date_are_a_deadline_without_a_day() -> None:
    """长期坚持 stands where a deadline should: it is read, with its reason and without a day."""
    deadline = read("立行立改，长期坚持", today=TODAY).deadline
    assert deadline is not None
    assert (deadline.date, deadline.state) == (None, "none")
    assert "立行立改" in deadline.why_zh or "长期坚持" in deadline.why_zh


def test_every_day_of_a_text() -> None:
    """All places that speak of a day are told in order, with those that look back."""
    text = "较2018年底，2020年3月底前试点，2020年2月30日前推开"
    found = deadlines(text, today=TODAY)
    assert [text[each.start : each.end] for each in found] == ["2018年底", "2020年3月底前", "2020年2月30日前"]
    assert [each.state for each in found] == ["date", "date", "impossible"]


def test_window_gives_the_year() -> None:
    """A missing year is the campaign's, even long after it; without a campaign it is the next to come."""
    late = date(2026, 5, 1)
    campaign = (date(2019, 10, 21), date(2020, 12, 31))
    assert read("6月底前", today=late, window=campaign).deadline.date == date(2020, 6, 30)  # type: ignore[union-attr]
    assert read("6月底前", today=late).deadline.date == date(2026, 6, 30)  # type: ignore[union-attr]
    assert read("4月底前", today=late).deadline.date == date(2027, 4, 30)  # type: ignore[union-attr]


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("日", "天", True),
        ("自然日", "天", True),
        ("天", "工作日", False),
        ("名", "位次", True),
        ("％", "%", True),
        ("%", "百分点", False),
        ("份", "件", False),
        (None, None, True),
        (None, "份", False),
    ],
)
def test_same_unit(one: str | None, other: str | None, same: bool) -> None:
    """Days by any name are one unit; a working day, a percentage point and an unnamed unit are others."""
    assert same_unit(one, other) is same
    assert same_unit(other, one) is same


def test_place_of_a_half() -> None:
    """A half after its unit belongs to the figure: 两天半."""
    text = "两天半办完，半天受理"
    assert [text[each.start : each.end] for each in quantities(text)] == ["两天半", "半天"]


def test_reason_for_a_day_before_a_period() -> None:
    """7月前 is explained as the day before the month, 6月底前 is not."""
    before, end = (deadlines(text, today=TODAY)[0] for text in ("2020年7月前", "6月底前"))
    assert (before.date, end.date) == (date(2020, 6, 30), date(2020, 6, 30))
    assert "底前" in before.why_zh
    assert "推算" in end.why_zh
    assert "底前" not in end.why_zh


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("2020年2月30日", "没有这一天"),
        ("30日前", "日期不全"),
        ("年 月 日前完成", "没有填写"),
        ("2020年 月 日前完成", "没有填全"),
        ("", "没有填写时限"),
        ("长期坚持", "“长期坚持”不是期限"),
        ("尽快完成", "“尽快”不是期限"),
        ("20个工作日内", "工作日数"),
        ("一年左右", "左右"),
        ("完成整改", "没有写明日期"),
        ("2020-06-30", "写明了日期：2020-06-30"),
    ],
)
def test_reason(text: str, why: str) -> None:
    """Each state of a deadline is explained to a clerk in its own words, in two languages."""
    found = deadline(text, today=TODAY)
    assert why in found.why_zh
    assert found.why_en
    assert 0 <= found.start <= found.end <= len(text)


def test_no_place_where_there_is_nothing() -> None:
    """A text that names no day has a deadline of no extent."""
    found = deadline("完成整改", today=TODAY)
    assert (found.start, found.end, found.state) == (0, 0, "none")


def test_place_of_a_deadline() -> None:
    """A deadline's place takes in 前 and the clock, as typed."""
    text = "材料于２０２０年 ６月３０日１７时前 报送"
    found = deadline(text, today=TODAY)
    assert text[found.start : found.end] == "２０２０年 ６月３０日１７时前"
