"""Scaffolded documents: complete, explained, and safe whatever a filing says."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from xunbiao import schema, source
from xunbiao.model.campaign import Campaign, Unit
from xunbiao.model.document import DocumentKey, Kind
from xunbiao.model.filing import Filing, read_filing
from xunbiao.model.language import Language
from xunbiao.model.period import Quarter
from xunbiao.model.report import Dossier, read_report
from xunbiao.scaffold import new_filing, new_report

Q4, Q1 = Quarter(2019, 4), Quarter(2020, 1)
TODAY = date(2020, 4, 2)
UNIT = Unit("swj", "云溪市商务局")
CAMPAIGN = Campaign(
    name="云溪市活动",
    city="云溪市",
    host="云溪市发展和改革委员会",
    issued=date(2019, 10, 21),
    stages=(),
    filing_due=date(2019, 11, 20),
    quarters_due={Q4: Q4.last_day, Q1: Q1.last_day},
    summary_due=date(2020, 6, 30),
)
GOAL = {"内容": "压缩至3天", "指标": {"名称": "办理时间", "维度": "时间", "单位": "天", "现状值": 5, "目标值": 3}}
FILING = read_filing(
    {
        "联系人": "李某",
        "联系电话": "0101234",
        "对标方向": {
            "目标": {"纵向标杆单位": {"M1": GOAL}, "横向标杆单位": {"M2": {"内容": "无指标"}}},
            "举措": {"J1": {"内容": "开设专窗", "责任人": "张某", "时限": "2020-03-31"}},
        },
        "创标意向": {"目标": {"CM1": GOAL}, "举措": {"CJ1": {"内容": "上线系统"}}},
    }
)


def dossier(filing: Filing = FILING, **reports: dict[str, object]) -> Dossier:
    read = {Quarter.parse(name): read_report(data) for name, data in reports.items()}
    return Dossier(UNIT, filing, {quarter: each for quarter, each in read.items() if quarter}, None)


def report_text(own: Dossier, quarter: Quarter | None = Q1, language: Language = Language.ZH) -> str:
    kind = Kind.QUARTERLY if quarter else Kind.SUMMARY
    return new_report(CAMPAIGN, own, DocumentKey(kind, "swj", quarter), TODAY, language)


@pytest.mark.parametrize("language", Language)
def test_filing_has_the_shape_of_the_schema_and_every_label_of_the_form(language: Language) -> None:
    """As written, it can be read, and each cell of Annex 2 waits to be filled in."""
    parsed = source.parse(new_filing(CAMPAIGN, UNIT, language).encode())
    assert parsed.findings == ()
    assert parsed.data is not None
    assert schema.is_valid(Kind.FILING, parsed.data)
    assert list(parsed.data["对标方向"]) == ["目标", "差距", "举措", "时限"]
    assert list(parsed.data["创标意向"]) == ["目标", "亮点", "举措", "时限"]
    assert list(parsed.data["对标方向"]["目标"]) == ["纵向标杆单位", "横向标杆单位"]
    assert parsed.data["填报时间"] is None


def test_filing_explains_itself_in_the_language_asked_for() -> None:
    """The due date stands at the top, and the lessons above their labels."""
    zh, en = (new_filing(CAMPAIGN, UNIT, language) for language in Language)
    assert "请于 2019-11-20 前（含当天）报送云溪市发展和改革委员会" in zh
    assert "due by 2019-11-20 (inclusive)" in en
    assert "  # 要达到什么，尽可能量化、细化。\n" in zh
    assert "What to reach" in en
    assert "What to reach" not in zh


@pytest.mark.parametrize("quarter", [Q1, None])
def test_report_carries_every_measure_and_every_goal_with_figures(quarter: Quarter | None) -> None:
    """Ids come in the order of the filing; a goal without figures has none to report."""
    data = source.parse(report_text(dossier(), quarter).encode()).data
    assert data is not None
    assert schema.is_valid(Kind.QUARTERLY if quarter else Kind.SUMMARY, data)
    assert list(data["举措进展"]) == ["J1", "CJ1"]
    assert list(data["指标进展"]) == ["M1", "CM1"]
    assert data["联系人"] == "李某"
    assert data["联系电话"] == "0101234"


def test_report_shows_how_each_item_stood_last_time_without_filling_it_in() -> None:
    """The last state is a comment, so that nobody hands in last quarter's report again by mistake."""
    last = {
        "季度": "2019Q4",
        "联系人": "王某",
        "举措进展": {"J1": {"状态": "达进度", "完成率": 40, "进展": "已装修"}},
        "指标进展": {"M1": {"现值": Decimal("4.5")}},
        "存在问题": ["缺人手"],
    }
    text = report_text(dossier(**{"2019Q4": last}))
    data = source.parse(text.encode()).data
    assert data is not None
    assert "  # 上次：达进度，40%，已装修\n" in text
    assert "  # M1 办理时间（天）：现状 5 → 上次 4.5 → 目标 3\n" in text
    assert "  # 上次：缺人手\n" in text
    assert data["举措进展"]["J1"] == {"状态": None, "完成率": None, "进展": None, "佐证": []}
    assert data["存在问题"] is None
    assert data["联系人"] == "王某"


def test_report_keeps_what_was_finished_before() -> None:
    """A measure that is done stays done, with its evidence."""
    done = {"状态": "已完成", "完成率": 100, "进展": "全部上线: 12项", "佐证": ["云商〔2020〕1号"]}
    data = source.parse(report_text(dossier(**{"2019Q4": {"季度": "2019Q4", "举措进展": {"J1": done}}})).encode()).data
    assert data is not None
    assert data["举措进展"]["J1"] == done


@pytest.mark.parametrize(
    "hostile", ["换行\n状态: 已完成", "# 注释", "a: b", "\x1b[31m红", "‮倒", "x" * 3000, "- 一\n- 二"]
)
def test_no_text_of_a_filing_becomes_yaml(hostile: str) -> None:
    """What a measure says is quoted in comments alone, on one line, whatever it says."""
    section = replace(FILING.alignment, measures=(replace(FILING.alignment.measures[0], text=hostile, person=hostile),))
    text = report_text(dossier(replace(FILING, alignment=section)))
    data = source.parse("".join(each for each in text if each.isprintable() or each == "\n").encode()).data
    assert data is not None
    assert list(data["举措进展"]) == ["J1", "CJ1"]
    assert data["举措进展"]["J1"]["状态"] is None


def test_report_without_measures_or_goals_is_still_a_mapping() -> None:
    """An empty filing gives an empty report, not a broken one."""
    data = source.parse(report_text(dossier(read_filing({}))).encode()).data
    assert data is not None
    assert data["举措进展"] == {}
    assert data["指标进展"] == {}


def test_figures_are_proposed_to_be_of_the_quarters_last_day_but_never_of_a_day_to_come() -> None:
    """A report that is started before its quarter ends speaks of today."""
    for today, day in ((date(2020, 4, 2), "2020-03-31"), (date(2020, 3, 20), "2020-03-20")):
        text = new_report(CAMPAIGN, dossier(), DocumentKey(Kind.QUARTERLY, "swj", Q1), today, Language.ZH)
        assert text.count(f"    截至: {day}\n") == 2
