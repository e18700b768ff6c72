"""The workbook on a small campaign, cell by cell, and the 台账 on its way out, through a clerk's hands, and back."""

import io
from collections.abc import Callable, Iterator
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import load_workbook

from xunbiao import cli, repository
from xunbiao.formats import render_office
from xunbiao.model.campaign import CHINA
from xunbiao.model.history import Event, NewCommit, Signature
from xunbiao.model.language import Language
from xunbiao.model.ledger import COMMIT, ITEM_ID, ORIGIN, QUARTER, SHEET, UNIT_ID
from xunbiao.model.progress import Basis, Progress
from xunbiao.pages import book
from xunbiao.source import parse

from .campaign import Small, moment, report
from .test_properties import campaigns

BASIS = Basis("1" * 40, "HEAD", datetime(2020, 4, 10, 9, tzinfo=CHINA), {})
LEDGER = [
    *(
        "序号",
        "填报单位",
        "单位类别",
        "纵向标杆单位",
        "横向标杆单位",
        "对标目标",
        "现状值",
        "目标值",
        "单位",
        "四减类别",
    ),
    *("差距", "举措（逐条）", "责任领导", "责任人", "时限", "状态", "完成率", "本季进展", "存在问题", "下一步措施"),
    *("佐证材料", "报送时间", "是否逾期", "备注", "单位编号", "项目编号"),
]
SHEETS = [
    *("汇总表", "总体情况", "台账", "逾期", "指标", "变化", "对照30项", "对照矩阵", "人工核查", "说明", "xunbiao"),
]
Row = dict[str, Any]


def made(progress: Progress, language: Language = Language.ZH) -> Any:
    return load_workbook(io.BytesIO(render_office(book.build(progress, BASIS, language), "xlsx")))


def rows(sheet: Any, first: str = "序号") -> list[Row]:
    """The rows below the titles, one of which is `first`."""
    found = list(sheet.iter_rows(values_only=True))
    at = next(at for at, row in enumerate(found) if first in row)
    titles = [title for title in found[at] if title]
    return [dict(zip(titles, row, strict=False)) for row in found[at + 1 :] if any(each is not None for each in row)]


def words(sheet: Any) -> str:
    return "\n".join(str(value) for row in sheet.iter_rows(values_only=True) for value in row if value is not None)


def test_the_sheets(small: Small) -> None:
    """What the office files comes first; the summary has its results as well."""
    assert made(small.progress()).sheetnames == SHEETS
    assert made(small.progress("summary")).sheetnames == [*SHEETS[:-2], "总结成果", *SHEETS[-2:]]


def test_a_row_a_unit_and_one_for_all(small: Small) -> None:
    """Five numbers as 1 and 0 that add up, each unit's state in words, days as days."""
    found = rows(made(small.progress())["汇总表"])
    assert [row["填报单位"] for row in found] == ["某市甲局", "某市乙局", "某市丙局", "某市自来水公司", "合计"]
    for title in ("应报", "已报", "按时", "举措", "目标", "逾期举措", "减时间"):
        assert sum(row[title] or 0 for row in found[:-1]) == found[-1][title], title
    assert [row["报送情况"] for row in found[:-1]] == ["按时", "逾期2天", "未报", "按时"]
    assert [row["报送时间"] for row in found[:2]] == [datetime(2020, 3, 30), datetime(2020, 4, 2)]
    assert found[1]["申报情况"] == "逾期5天"
    assert (found[2]["报送时间"], found[2]["已完成"], found[2]["平均完成率"]) == (None, None, None)
    assert found[0]["平均完成率"] == pytest.approx(0.45)
    assert found[0]["联系电话"] == "2662201"


def test_the_ledger_has_a_row_a_measure(small: Small) -> None:
    """With the titles that the office knows, in their order, and what each document says."""
    small.documents["filings/jia/filing.yaml"]["第一责任人"] = "王某"
    told = small.documents["filings/jia/2020Q1.yaml"]
    told["举措进展"]["J1"] |= {"进展": "备案21户。", "佐证": ["文一", "文二"], "理由": "等接口"}
    told |= {"存在问题": ["接口未开放。"], "下一步措施": ["对接。", "推开。"]}
    found = rows(made(small.progress())[SHEET])
    assert list(found[0]) == LEDGER
    assert [(row[UNIT_ID], row[ITEM_ID]) for row in found] == [
        ("jia", "J1"), ("jia", "J2"), ("yi", "J1"), ("bing", "J1"), ("shui", "J1"),
    ]  # fmt: skip
    first, second, late, missing, done = found
    said = [
        *(
            1,
            "某市甲局",
            "市直",
            "杭州市某局",
            None,
            "1.由5个工作日压缩至1个工作日。\n2.进一步优化流程。",
            "5\n—",
            "1\n—",
        ),
        *(
            "工作日",
            "减时间",
            "相差4个工作日。",
            "推行告知承诺。",
            "王某",
            "张某（法规科）",
            datetime(2020, 2, 29),
            "欠进度",
        ),
        *(
            0.6,
            "备案21户。",
            "接口未开放。",
            "对接。\n推开。",
            "文一\n文二",
            datetime(2020, 3, 30),
            "是（举措逾期31天）",
        ),
        *("理由：等接口", "jia", "J1"),
    ]
    assert list(first.values()) == said
    assert (second["是否逾期"], second["备注"]) == ("否", "下季到期")
    assert (late["现状值"], late["目标值"], late["是否逾期"]) == (10, 5, "是（报送逾期2天）")
    assert [missing[title] for title in ("状态", "完成率", "本季进展", "报送时间")] == [None] * 4
    assert missing["是否逾期"] == "是（未报，逾期10天）"
    assert missing["备注"] == "2019Q4 报为已完成"
    assert (done["状态"], done["完成率"], done["是否逾期"]) == ("已完成", 1, "否")


def test_a_deadline_that_is_no_day_is_said(small: Small) -> None:
    """The section's day counts, and the words stay to be seen."""
    small.documents["filings/yi/filing.yaml"]["对标方向"]["举措"]["J1"]["时限"] = "立行立改"
    row = rows(made(small.progress())[SHEET])[2]
    assert row["时限"] == datetime(2020, 11, 30)
    assert "时限写的是“立行立改”" in row["备注"]


def test_the_hidden_sheet_says_where_it_came_from(small: Small) -> None:
    """The commit, the quarter, and the ledger as it was written; the ids are out of sight."""
    found = made(small.progress())
    hidden = found[ORIGIN]
    pairs = dict(list(hidden.iter_rows(values_only=True, max_col=2))[1:3])
    assert pairs == {COMMIT: "1" * 40, QUARTER: "2020Q1"}
    assert hidden.sheet_state == "hidden"
    assert rows(hidden) == rows(found[SHEET])
    titles = [cell.column for cell in found[SHEET][4] if cell.value in (UNIT_ID, ITEM_ID)]
    hidden_from = [each for each in found[SHEET].column_dimensions.values() if each.hidden]
    assert [(each.min, each.max) for each in hidden_from] == [(titles[0], titles[1])]


def test_what_is_overdue_by_kind(small: Small, events: Callable[..., Event]) -> None:
    """Missing first, then late, then measures, then what was put off; with days and since when."""
    put_off = events("jia", ("对标方向", "举措", "J2", "时限"), "2020-05-31", "2020-06-30", "2020-02-01 09:00")
    found = rows(made(small.progress(events=[put_off]))["逾期"])
    assert [(row["类型"], row["填报单位"], row["天数"]) for row in found] == [
        ("季度报告未报", "某市丙局", 10),
        ("季度报告逾期", "某市乙局", 2),
        ("申报表逾期", "某市乙局", 5),
        ("举措逾期", "某市甲局", 31),
        ("时限推迟", "某市甲局", 30),
    ]
    assert found[3]["时限"] == datetime(2020, 2, 29)
    assert "没有说明" in found[4]["说明"]
    assert "时限推迟1次，共30天" in str(rows(made(small.progress(events=[put_off]))[SHEET])[1]["备注"])


def test_figures_on_their_way(small: Small) -> None:
    """现状值, 现值, 目标值 as numbers, the share of the way, and whether the straight line asks for more."""
    found = {(row["填报单位"], row["编号"]): row for row in rows(made(small.progress())["指标"])}
    jia = found["某市甲局", "M1"]
    assert [jia[title] for title in ("现状值", "现值", "目标值", "已走", "快慢", "是否达标")] == [
        5,
        3,
        1,
        0.5,
        "快",
        "否",
    ]
    assert found["某市自来水公司", "M1"]["是否达标"] == "是"
    assert found["某市丙局", "M1"]["是否达标"] == "没有现值"
    assert jia["时限"] == datetime(2020, 11, 30)


def test_practices_and_who_draws_upon_them(small: Small) -> None:
    """All thirty, those that nobody names as well; units × practices with a sign for the whole and one for a part."""
    small.documents["filings/jia/filing.yaml"]["对标方向"]["举措"]["J2"]["参考做法"] = ["P10-1", "P99"]
    found = made(small.progress())
    listed = {row["编号"]: row for row in rows(found["对照30项"], "编号")}
    assert len(listed) == 31
    assert (listed["P09"]["借鉴单位数"], listed["P09"]["举措数"]) == (1, 1)
    assert listed["P09"]["借鉴单位（举措：写明的编号）"] == "某市甲局（J1：P09、P09-2）"
    assert (listed["P01"]["借鉴单位数"], listed["P99"]["典型做法"]) == (0, "目录里没有这个编号")
    matrix = {row["填报单位"]: row for row in rows(found["对照矩阵"], "填报单位")}
    assert (matrix["某市甲局"]["P09"], matrix["某市甲局"]["P10"], matrix["某市甲局"]["P11"]) == ("●", "○", None)
    assert matrix["合计"]["P09"] == 1


def test_what_became_of_each_measure(small: Small) -> None:
    """From the report before to this one, in points; what fell back is marked."""
    found = rows(made(small.progress())["变化"])
    assert [(row["填报单位"], row["编号"], row["增减（百分点）"], row["说明"]) for row in found] == [
        ("某市甲局", "J1", 20, None),
        ("某市甲局", "J2", 30, None),
        ("某市乙局", "J1", -10, "完成率下降"),
    ]


def test_charts_are_drawn_from_the_figures(small: Small) -> None:
    """How measures stand and how each class of unit reports."""
    sheet = made(small.progress())["总体情况"]
    assert len(sheet._charts) == 2
    assert {row["单位类别"]: row["上报率"] for row in rows(sheet, "单位类别")[:3]} == {
        "市直": pytest.approx(2 / 3),
        "公用企业": 1,
        "合计": 0.75,
    }


@pytest.mark.parametrize(
    ("quarter", "today", "sheet", "said"),
    [
        ("2019Q4", "2020-01-10", "变化", "这是第一个季度"),
        ("2020Q2", "2020-04-10", "汇总表", "还没有结束"),
        ("2020Q3", "2020-04-10", "汇总表", "还没有开始"),
        ("2020Q3", "2020-04-10", "总体情况", "还没有收到任何报告"),
        ("summary", "2020-04-10", "总结成果", "还没有总结报告"),
        ("2020Q1", "2020-04-10", "人工核查", "没有需要人工核查的情况"),
    ],
)
def test_what_there_is_not_yet_is_said(small: Small, quarter: str, today: str, sheet: str, said: str) -> None:
    """Words instead of zeros: a first quarter, one that still runs or has not begun, a report that nobody wrote."""
    assert said in words(made(small.progress(quarter, today))[sheet])


@pytest.mark.parametrize("language", Language)
def test_an_empty_campaign_says_so(empty: Small, language: Language) -> None:
    """No document, then no unit either: every sheet is there and says why it is empty."""
    found = made(empty.progress(), language)
    assert "还没有收到举措" in words(found[SHEET])
    for unit in empty.units.values():
        unit["应报"] = False
    found = made(empty.progress(), language)
    assert language("没有应报的单位", "No unit is expected") in words(found.worksheets[0])
    assert all(len(words(sheet)) > 10 for sheet in found)


def test_it_is_told_in_english_too(small: Small) -> None:
    """But for the ledger, whose titles are the labels by which it is read back."""
    found = made(small.progress(), Language.EN)
    assert found.sheetnames[:3] == ["Units", "Overview", SHEET]
    assert list(rows(found[SHEET])[0]) == LEDGER


def test_results_of_the_campaign(small: Small) -> None:
    """Rules with number and day, and each text of a summary report, one a row."""
    told = report("summary", {"J1": ("已完成", 100)}, {})
    issued = {"名称": "备案办法", "文号": "某政〔2020〕8号", "印发日期": "2020-10-12"}
    small.put("jia/summary", told | {"制度成果": [issued], "新举措": ["一照多址。"]}, "2020-12-20 09:00")
    found = rows(made(small.progress("summary", "2021-01-05"))["总结成果"])
    assert [list(row.values())[1:6] for row in found] == [
        ["某市甲局", "制度成果", "备案办法", "某政〔2020〕8号", datetime(2020, 10, 12)],
        ["某市甲局", "新举措", "一照多址。", None, None],
    ]


@pytest.fixture
def city(small: Small, tmp_path: Path) -> Path:
    """The small campaign in a repository, with texts in its reports."""
    for path, document in small.documents.items():
        if path.endswith("2020Q1.yaml"):
            document |= {"存在问题": ["接口未开放。", "人手不足。"], "下一步措施": ["=对接", "+推开"]}
            document["举措进展"]["J1"] |= {"进展": "一是备案21户；\n二是“一照多址”。", "佐证": ["某政〔2020〕1号"]}
    who = Signature("李某", "li@example.cn", moment("2020-04-09 09:00"))
    repository.write_commits(repository.create(tmp_path / "city"), [NewCommit(who, who, "报送", dict(small.files))])
    return tmp_path / "city"


@pytest.fixture
def run(city: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Callable[..., str]:
    """`xunbiao ARGUMENTS` there: what it says; it ends with 0."""
    monkeypatch.chdir(city)

    def call(*arguments: str) -> str:
        capsys.readouterr()
        with pytest.raises(SystemExit) as left:
            cli.main(["--today", "2020-04-10", *arguments])
        told = capsys.readouterr()
        assert not left.value.code, told.out + told.err
        return told.out

    return call


def reports(city: Path) -> Iterator[tuple[str, bytes]]:
    return ((str(path), path.read_bytes()) for path in sorted((city / "filings").rglob("*.yaml")))


def test_a_ledger_that_nobody_edited_changes_nothing(city: Path, run: Callable[..., str]) -> None:
    """What `report` wrote, `import` reads, and every file stays as it is."""
    before = dict(reports(city))
    run("report", "--quarter", "2020Q1", "--format", "xlsx", "--output", "台账.xlsx")
    run("import", "台账.xlsx")
    assert dict(reports(city)) == before


def test_what_is_edited_in_the_ledger_arrives_in_the_report(city: Path, run: Callable[..., str]) -> None:
    """状态, 完成率 and 本季进展 of one measure, 存在问题 of its unit; and nothing else."""
    run("report", "--quarter", "2020Q1", "--format", "xlsx", "--output", "台账.xlsx")
    edited = load_workbook("台账.xlsx")
    sheet = edited[SHEET]
    titles = {cell.value: cell.column for cell in sheet[4]}
    for title, value in (("状态", "已完成"), ("完成率", 1), ("本季进展", "全部办结。"), ("存在问题", "无。")):
        sheet.cell(5, titles[title]).value = value
    edited.save("台账.xlsx")
    others = {path: raw for path, raw in reports(city) if "jia/2020Q1" not in path}
    before = parse((city / "filings/jia/2020Q1.yaml").read_bytes()).data
    run("import", "台账.xlsx")
    after = parse((city / "filings/jia/2020Q1.yaml").read_bytes()).data
    assert before is not None
    assert after is not None
    assert after["举措进展"]["J1"] == {
        **before["举措进展"]["J1"], "状态": "已完成", "完成率": 100, "进展": "全部办结。",
    }  # fmt: skip
    assert after["存在问题"] == ["无。"]
    assert after["举措进展"]["J2"] == before["举措进展"]["J2"]
    assert {path: raw for path, raw in reports(city) if "jia/2020Q1" not in path} == others


def test_the_workbook_never_goes_to_a_screen(run: Callable[..., str], city: Path) -> None:
    """Into a file with -o, which may be written again."""
    for _ in range(2):
        run("report", "--quarter", "2020Q1", "--format", "xlsx", "--output", "季报.xlsx")
    assert load_workbook(city / "季报.xlsx").sheetnames[0] == "汇总表"


@settings(max_examples=15, deadline=None)
@given(campaigns(), st.sampled_from(Language))
def test_any_campaign_adds_up(found: Progress, language: Language) -> None:
    """The last row of 汇总表 is the sum of the others, and 台账 has a row for each measure, whatever came in."""
    workbook = made(found, language)
    units, no, unit = workbook.worksheets[0], language("序号", "No."), language("填报单位", "Unit")
    listed = [row for row in rows(units, no) if row[unit]]
    if found.units:
        *each, total = listed
        assert len(each) == total[language("应报", "Due")] == found.turnout.expected
        for title in (language("已报", "In"), language("按时", "On time"), language("逾期举措", "Overdue")):
            assert sum(row[title] or 0 for row in each) == (total[title] or 0)
        assert total[language("已报", "In")] == found.turnout.actual
    assert len([row for row in rows(workbook[SHEET]) if row[ITEM_ID]]) == len(found.measures)
