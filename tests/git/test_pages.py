"""How a change and a history read to somebody who does not know git."""

from decimal import Decimal
from typing import Any

import pytest

from xunbiao.formats import PAGE_FORMATS, render
from xunbiao.formats.values import words
from xunbiao.model.document import DocumentKey, Kind
from xunbiao.model.history import Change, ChangeKind
from xunbiao.model.language import Language, Phrase
from xunbiao.model.page import Table, Tone, Toned
from xunbiao.pages import history as page
from xunbiao.pages.change_cells import field_cell, kind_cell, values_cell

from .story import CAMPAIGN, FILE, ROSTER, Story, doc

LONG = "连锁企业新增经营场所办理时间由5个工作日压缩至22个工作日以内，取消分支机构执照。"


def said(before: Any, after: Any, kind: ChangeKind = ChangeKind.CHANGED, language: Language = Language.ZH) -> str:
    return words(values_cell(Change(("x",), kind, before, after), language), "")


@pytest.mark.parametrize(
    ("before", "after", "words"),
    [
        (22, 26, "22 → 26"),
        (Decimal("0.50"), Decimal("1E+2"), "0.50 → 100"),
        (True, False, "是 → 否"),
        ("张某", "李某", "张某 → 李某"),
        ("2020-06-30", "立行立改", "2020-06-30 → 立行立改"),
        (LONG, LONG.replace("22", "26"), "…理时间由5个工作日压缩至[22个工作日→26个工作日]以内，取消分支机…"),
        (LONG, "全新的一句话，与原来毫无关系，完全不同。", f"{LONG} → 全新的一句话，与原来毫无关系，完全不同。"),
        (LONG, LONG + "另外增加一条。", "…消分支机构执照。[+另外增加一条。]"),
        (["P09", "P10"], ["P10", "P11"], "[+P11]，[-P09]"),
        (["a", "a"], ["a"], "[-a]"),
        ("5", 5, "5 → 5"),
    ],
)
def test_both_values_are_shown_in_short(before: Any, after: Any, words: str) -> None:
    """Figures as they are, a number never cut in two, a long text by what changed, a list by what came and went."""
    assert said(before, after) == words


@pytest.mark.parametrize(
    ("value", "words"),
    [
        ({"内容": "一窗受理", "责任人": "张某", "时限": "2020-06-30"}, "一窗受理（责任人 张某；时限 2020-06-30）"),
        ({"内容": "压缩时间", "指标": {"目标值": 1, "单位": "天"}}, "压缩时间（目标值 1天）"),
        ({"名称": "甲局", "好在哪": "快"}, "甲局"),
        ({"状态": "未启动", "完成率": 0, "理由": ""}, "状态 未启动，完成率 0"),
        (["甲", "乙"], "甲、乙"),
        ([{"名称": "甲"}, {"名称": "乙"}], "甲、乙"),
        ({"指标": {"维度": "时间", "方向": None}}, "指标 维度 时间"),
    ],
)
def test_an_item_is_shown_by_what_it_says(value: Any, words: str) -> None:
    """What was created or removed is shown in a line: its words, its figure, who and until when."""
    assert said(None, value, ChangeKind.CREATED) == words
    assert said(value, None, ChangeKind.REMOVED) == words


def test_a_slip_says_by_how_many_days() -> None:
    """A deadline moved back shows both days and the difference, across a leap day."""
    assert said("2020-02-28", "2020-03-01", ChangeKind.SLIPPED) == "2020-02-28 → 2020-03-01（推迟2天）"
    assert said("2020-02-28", "2020-03-01", ChangeKind.SLIPPED, Language.EN).endswith("(2 days later)")


def test_an_unreadable_version_says_why() -> None:
    """The reason comes in the reader's language."""
    why = Phrase("第3行：坏了", "line 3: broken")
    assert said(None, why, ChangeKind.UNREADABLE) == "第3行：坏了"
    assert said(None, why, ChangeKind.UNREADABLE, Language.EN) == "line 3: broken"


def test_a_text_beyond_comparing_is_shown_whole() -> None:
    """Long texts are not compared word by word, which would take the square of their length."""
    long = "标" * 20_000
    assert said(long, long + "本") == f"{long} → {long}本"


def test_kind_and_field_name_the_change() -> None:
    """A lowered goal is toned as bad, a raised one as good; a document as a whole has no field."""
    key = DocumentKey(Kind.FILING, "scjgj")
    cell = kind_cell(Change(("a",), ChangeKind.LOOSENED, 1, 2), Language.ZH)
    assert cell == Toned("目标降低", Tone.BAD)
    assert field_cell(key, Change((), ChangeKind.CREATED), Language.ZH) == "申报表"
    assert (
        field_cell(key, Change(("对标方向", "举措", "J1"), ChangeKind.CREATED), Language.EN)
        == "filing 对标方向.举措.J1"
    )


@pytest.mark.parametrize("format", PAGE_FORMATS)
@pytest.mark.parametrize("language", Language)
def test_every_format_tells_every_event(story: Story, format: str, language: Language) -> None:
    """Whatever the format, who changed what is in it."""
    story.add({FILE: doc(1)}, by="王某")
    story.add({FILE: doc(3)}, by="张某")
    shown = page.build(story.events(), CAMPAIGN, ROSTER, language, commit="c" * 40)
    text = render(shown, format, width=100, color=False)
    assert "张某" in text
    assert ("loosened" if format == "json" else language("目标降低", "loosened")) in text


def test_the_grave_comes_first_and_the_campaign_before_its_units(story: Story) -> None:
    """Lowered goals, then slipped deadlines, then what cannot be read, whenever they arrived."""
    story.add({FILE: doc(1, 时限="2020-06-30"), "xunbiao.yaml": {"申报截止": "2019-11-20"}})
    story.add({FILE: doc(1, 时限="2020-07-30"), "xunbiao.yaml": {"申报截止": "2019-11-20", "主办": "某委"}})
    story.add({FILE: doc(3, 时限="2020-07-30")})
    shown = page.build(story.events(), CAMPAIGN, ROSTER, Language.ZH, commit="c" * 40)
    tables = [block for block in shown.blocks if isinstance(block, Table)]
    assert [row[2] for row in tables[0].rows] == [Toned("目标降低", Tone.BAD), Toned("时限推迟", Tone.BAD)]
    headings = [getattr(block, "text", "") for block in shown.blocks if getattr(block, "level", 0) == 2]
    assert headings == ["须关注", "活动本身", "市场监管局"]


def test_without_events_the_page_says_so() -> None:
    """No row is better than an empty table."""
    shown = page.build([], CAMPAIGN, ROSTER, Language.EN, commit="c" * 40, unit="gsj")
    assert render(shown, "text", width=80, color=False).endswith("No change matches.\n")
    assert shown.record == {"events": []}
