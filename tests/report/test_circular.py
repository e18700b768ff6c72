"""The 通报: its sentences are the report's figures, whole and blameless, in every case that a quarter may be in."""

import io
import json
import re
from collections.abc import Iterator
from copy import deepcopy
from datetime import date
from itertools import pairwise
from pathlib import Path

import docx
import pytest

from xunbiao.formats import render_office
from xunbiao.model.diagnostic import Diagnostic, Severity, Span
from xunbiao.model.language import Language, Phrase
from xunbiao.model.page import Addressees, Annex, Page, Signature, Table
from xunbiao.model.progress import Basis
from xunbiao.pages import circular

from ..calling import call
from .campaign import Small, filing, goal, measure, moment, report

BLAME = ("不力", "滞后", "落后", "懒", "形式主义", "严重", "较差", "慢作为", "敷衍")


def page(small: Small, quarter: str = "2020Q1", today: str = "2020-04-10", language: Language = Language.ZH) -> Page:
    progress = small.progress(quarter, today)
    return circular.build(
        progress, small.workspace.campaign, Basis("3f" * 20, "HEAD", moment(f"{today} 09:00"), {}), language
    )


def text(shown: Page) -> str:
    """What the document says, the lines of its title joined, tables left out."""
    document = docx.Document(io.BytesIO(render_office(shown, "docx")))
    return "\n".join(each.text.replace("\n", "") for each in document.paragraphs)


def section(told: str, heading: str) -> list[str]:
    """The paragraphs under a heading, down to the next one."""
    lines = told.split("\n")
    rest = lines[lines.index(heading) + 1 :]
    end = next((at for at, line in enumerate(rest) if re.match(r"（[一二三四五]）|[一二三]、|附件|$", line)), len(rest))
    return rest[:end]


def annexes(shown: Page) -> dict[str, Table]:
    blocks = list(shown.blocks)
    return {
        block.title: table for block, table in pairwise(blocks) if isinstance(block, Annex) and isinstance(table, Table)
    }


def test_the_head_comes_from_the_campaign(small: Small) -> None:
    """Title, addressees, grounds and signature are xunbiao.yaml's, the city's name left out of the title."""
    small.config |= {
        "主送": ["各区人民政府", "", "市各有关单位"],
        "依据": [{"名称": "优化营商环境方案", "文号": "某办〔2018〕1号"}, {"名称": "《实施意见》"}, None],
        "主办": "某市发展和改革委员会",
    }
    told = text(page(small)).split("\n")
    assert told[3] == "关于对标活动2020年第一季度进展情况的通报"
    assert told[5] == "各区人民政府，市各有关单位："
    assert told[6] == (
        "根据《优化营商环境方案》（某办〔2018〕1号）、《实施意见》和活动安排，"
        "现将各单位2020年第一季度工作进展情况通报如下。数据截至2020年4月10日。"
    )
    assert Signature("某市发展和改革委员会", date(2020, 4, 10)) in page(small).blocks


def test_a_campaign_that_says_no_more_than_it_must(small: Small) -> None:
    """Without addressees and grounds the units are addressed and the calendar is the ground."""
    shown = page(small)
    assert Addressees(["各填报单位"]) in shown.blocks
    assert "按照活动安排，现将各单位2020年第一季度工作进展情况通报如下。" in text(shown)
    assert "平顶山" not in text(shown)


def test_who_reported(small: Small) -> None:
    """The five numbers in total and by class, as counted by hand."""
    assert section(text(page(small)), "（一）报送情况") == [
        "应于2020年3月31日前报送的单位4个，已报3个，上报率75%；其中按时报送2个，按时率50%；逾期报送1个，未报1个。"
        "按类别看，市直应报3个，已报2个，按时1个；公用企业应报1个，已报1个，按时1个。"
    ]


def test_who_is_named(small: Small) -> None:
    """Whoever is missing or late, with days, by full names; and the measures, each unit with its count."""
    told = text(page(small))
    assert section(told, "（一）报送方面") == [
        "截至2020年4月10日未报送的单位1个，已逾期10天：某市丙局。",
        "逾期报送的单位1个，括号内为逾期天数：某市乙局（2天）。",
    ]
    assert section(told, "（二）进度方面") == [
        "时限已过、尚未完成的举措1项，单位为某市甲局。",
        "欠进度的举措1项，单位为某市甲局。",
    ]
    assert section(told, "（三）申报内容方面") == [
        "没有量化的目标1项，单位为某市甲局。",
        "没有落实到具体责任人的举措1项，单位为某市乙局。",
    ]


def test_how_measures_stand(small: Small) -> None:
    """Statuses that add up, an average of those that give one, and what changed since the quarter before."""
    assert section(text(page(small)), "（二）举措进展") == [
        "截至2020年3月31日，各单位共有举措5项，其中已完成1项（占20%）、达进度2项（占40%）、欠进度1项（占20%）、"
        "未报进展1项（占20%）。平均完成率52.5%（按填写完成率的4项计算）。",
        "与2019年第四季度相比，两期都报送的2个单位中，状态有变化的举措2项，完成率上升的2项，下降的1项。",
    ]


def test_what_comes_next(small: Small) -> None:
    """A blank for the day that only a person sets, measures that fall due, and the next due date and place."""
    small.config["报送"] = {"单位": "某市发改委", "房间": "0101房间", "电话": "2660000"}
    told = text(page(small))
    assert section(told, "（一）补报和补正")[0].startswith("未报送的单位（某市丙局），请于×月×日前补报。")
    assert section(told, "（三）按时报送") == [
        "2020年第二季度工作进展情况，请于2020年6月30日前报送至某市发改委，地点：0101房间，电话：2660000。"
    ]
    assert "补报期限" in circular.blanks(small.progress()).zh


def test_days_of_grace_set_the_day(small: Small) -> None:
    """Where the campaign grants days of grace, those that are missing have until then."""
    small.config["宽限天数"] = 15
    assert "未报送的单位（某市丙局），请于2020年4月15日前补报。" in text(page(small))


def test_the_annexes(small: Small) -> None:
    """A row a unit and their sum; who is missing or late; what is overdue or behind: only where there is something."""
    found = annexes(page(small))
    assert list(found) == ["各单位进展情况汇总表", "未报送和逾期报送单位名单", "逾期未完成和欠进度举措清单"]
    summary = found["各单位进展情况汇总表"].rows
    assert [row[1] for row in summary] == ["某市甲局", "某市乙局", "某市丙局", "某市自来水公司", "4个单位"]
    assert [row[2] for row in summary] == ["按时", "逾期2天", "未报", "按时", "已报3个"]
    for at in (3, 6, 8):
        assert sum(row[at] for row in summary[:-1]) == summary[-1][at]  # type: ignore[misc]
    assert "张某" not in str(found)


def all_in_time(small: Small) -> Small:
    """Everybody filed with figures and persons, and reported in time that all is done."""
    for unit in ("jia", "yi", "bing", "shui"):
        small.put(f"{unit}/filing", filing({"M1": goal(5, 1)}, {"J1": measure("合并窗口。", "2020-06-30")}),
                  "2019-11-18 10:00")  # fmt: skip
        small.put(f"{unit}/2020Q1", report("2020Q1", {"J1": ("已完成", 100)}, {"M1": 1}), "2020-03-30 09:00")
    return small


def test_nothing_is_wanting(empty: Small) -> None:
    """All in time, all done, all quantified: said as people say it, with no list of nobody."""
    told = text(page(all_in_time(empty)))
    assert section(told, "（一）报送情况") == ["应于2020年3月31日前报送的单位4个，全部按时报送。"]
    assert section(told, "（二）举措进展")[0] == "截至2020年3月31日，各单位共有举措4项，均为已完成。平均完成率100%。"
    assert section(told, "（一）报送方面") == ["无，各单位全部按时报送。"]
    assert section(told, "（二）进度方面") == ["无，没有逾期未完成、欠进度和未启动的举措。"]
    assert section(told, "（三）申报内容方面") == ["无，目标全部量化，举措都有时限和具体责任人。"]
    assert "补报" not in told
    assert "附件：各单位进展情况汇总表" in told
    assert "补报期限" not in circular.blanks(empty.progress()).zh


def test_nobody_reported(empty: Small) -> None:
    """No report at all is said once, not shown as zeros."""
    told = text(page(empty))
    assert section(told, "（一）报送情况") == ["应于2020年3月31日前报送的单位4个，均未报送。"]
    assert section(told, "（二）举措进展") == ["还没有收到报告，进展情况无从汇总。"]
    assert section(told, "（三）指标进展") == ["申报表里没有指标。"]
    assert section(told, "（四）申报情况") == ["还没有能够读取的申报表。"]


def test_no_unit_is_expected(empty: Small) -> None:
    """An empty roster says so and annexes nothing."""
    for each in empty.units.values():
        each["应报"] = False
    shown = page(empty)
    told = text(shown)
    assert section(told, "（一）报送情况") == ["单位名录里没有应报的单位。"]
    assert section(told, "（一）报送方面") == ["无。"]
    assert not annexes(shown)
    assert "附件" not in told


def test_the_first_quarter(small: Small) -> None:
    """There is none before it to compare with."""
    assert (
        section(text(page(small, "2019Q4", "2020-01-05")), "（二）举措进展")[1]
        == "这是第一个报送季度，没有上季度可比。"
    )


@pytest.mark.parametrize(
    ("today", "said"), [("2020-03-10", "2020年第一季度尚未结束"), ("2019-12-10", "2020年第一季度尚未开始")]
)
def test_a_quarter_that_is_not_over(empty: Small, today: str, said: str) -> None:
    """It says so, nobody is late yet, and the next due date is asked for, which may be another quarter's."""
    told = text(page(empty, today=today))
    assert said in told
    assert "报送期限未到，目前还没有单位报送。" in told
    assert section(told, "（一）报送方面") == ["报送期限未到。"]
    assert "未报送的单位" not in told


def test_what_arrived_after_the_day(small: Small) -> None:
    """Reports that came after the day of the circular are counted, as in the report, and it says so."""
    assert "数据截至2020年4月1日，此后报送的1份报告也已计入。" in text(page(small, today="2020-04-01"))


def test_the_campaigns_end(small: Small) -> None:
    """The summary has its own title, counts what it leaves, and asks for nothing when all has fallen due."""
    rule = {"名称": "管理办法", "文号": "某甲〔2020〕1号", "印发日期": "2020-10-12"}
    summary = report("summary", {"J1": ("欠进度", 90)}, {"M1": 1}) | {"制度成果": [rule], "新举措": ["一", "二"]}
    small.put("jia/summary", summary, "2020-12-20 09:00")
    shown = page(small, "summary", "2021-01-05")
    told = text(shown)
    assert "关于对标活动总结情况的通报" in told
    assert section(told, "（五）总结成果") == ["1个单位的总结报告共形成制度成果1项、新思路0项、新举措2项、新做法0项。"]
    assert "活动的各项材料均已到期，没有后续报送任务。" in told
    assert annexes(shown)["制度成果清单"].rows == [(1, "某市甲局", "管理办法", "某甲〔2020〕1号", date(2020, 10, 12))]


def test_very_many_names(empty: Small) -> None:
    """Beyond thirty names a sentence stops and says how many there are; the annex has them all."""
    empty.units |= {f"u{at}": {"全称": f"某市第{at}局", "类别": "市直", "应报": True} for at in range(60)}
    shown = page(empty)
    (sentence,) = section(text(shown), "（一）报送方面")
    assert sentence.startswith("截至2020年4月10日未报送的单位64个，已逾期10天：某市甲局、")
    assert sentence.endswith("、某市第25局等，共64个（详见附件）。")
    assert len(annexes(shown)["未报送单位名单"].rows) == 64


def test_signals_are_no_verdicts(small: Small) -> None:
    """What a person should look at stays out of the circular, and no word of it blames."""
    path = "filings/jia/2020Q1.yaml"
    found = Diagnostic(path, Span(1, 1, 1, 2), "XB340", "repeats", Severity.HINT, "举措进展.J1",
                       Phrase("与上季度报告相同，建议人工核查", "the same"), Phrase("", ""), "四（五）")  # fmt: skip
    progress = small.progress(diagnostics=[found])
    assert any(each.signals for each in progress.units)
    basis = Basis("3f" * 20, "HEAD", moment("2020-04-10 09:00"), {})
    told = text(circular.build(progress, small.workspace.campaign, basis, Language.ZH))
    assert told == text(page(small))
    assert not [word for word in BLAME if word in told]


def test_hostile_names(small: Small) -> None:
    """A name that no XML can hold, that looks like a formula or runs on for pages is written as a name."""
    small.units["bing"]["全称"] = '=HYPERLINK("http://e.com")\x07‮' + "长" * 300
    told = text(page(small))
    assert '=HYPERLINK("http://e.com")\\x07\\u202e' + "长" * 300 in told


def test_in_english(small: Small) -> None:
    """The same figures in the same order, in English sentences."""
    told = text(page(small, language=Language.EN))
    assert (
        "By 31 March 2020, 4 units had to report; 3 have (75%), 2 of them on time (50% of all); 1 late, 1 missing."
        in told
    )
    assert "Missing as of 10 April 2020, 10 days overdue: 1 unit: 某市丙局." in told
    assert "2.1 Reports" in told
    assert not re.findall(r"[，。；]", told)


@pytest.fixture
def demo(example: Path) -> Path:
    return example


def numbers(told: str) -> Iterator[int]:
    return (int(each) for each in re.findall(r"(?<![.\d〔])\d+(?![.\d〕%])", told))


@pytest.mark.parametrize(
    "asked",
    [
        pytest.param(["--quarter", "2019Q4"], marks=pytest.mark.slow),
        ["--quarter", "2020Q1"],
        pytest.param(["--quarter", "2020Q3"], marks=pytest.mark.slow),
        pytest.param(["--summary"], marks=pytest.mark.slow),
    ],
)
def test_the_figures_are_the_reports(demo: Path, tmp_path: Path, asked: list[str]) -> None:
    """On the example campaign the document on disk says what `--format json` says, and what is left blank is named."""
    words = ["-C", demo, "--today", "2021-01-05", "report", *asked, "--format"]
    file = tmp_path / "circular.docx"
    record = json.loads(call([*words, "json"], cwd=tmp_path).stdout)
    made = call([*words, "docx", "-o", file], cwd=tmp_path)
    assert (made.returncode, made.stdout) == (0, b"")
    assert "发文字号" in made.stderr.decode()
    document = docx.Document(str(file))
    told = "\n".join(each.text for each in document.paragraphs)
    total, measures, indicators = record["total"], record["measures"], record["indicators"]
    (turnout,) = section(told, "（一）报送情况")
    assert next(numbers(turnout.partition("单位")[2])) == total["expected"]
    if total["on_time"] < total["expected"]:
        assert f"已报{total['actual']}个" in turnout
        assert f"按时报送{total['on_time']}个" in turnout
        assert (f"逾期报送{total['late_count']}个" in turnout) == (total["late_count"] > 0)
        assert (f"未报{total['missing_count']}个" in turnout) == (total["missing_count"] > 0)
    standing = section(told, "（二）举措进展")[0]
    assert f"共有举措{measures['total']}项" in standing
    for status, count in measures["by_status"].items():
        assert (f"{status}{count}项（" in standing) == (count > 0)
    assert f"指标共{indicators['total']}个，报送现值的{indicators['with_value']}个" in told
    assert f"共有目标{record['goals']['total']}项，已量化{record['goals']['quantified']}项" in told
    wanting = section(told, "（一）报送方面")
    for kind, start in (("late", "逾期报送的单位"), ("missing", "截至")):
        sentences = [each for each in wanting if each.startswith(start)]
        assert len(sentences) == bool(record[kind])
        assert all(each["name"] in sentences[0] for each in record[kind])
    overdue = len(measures["overdue"])
    assert (f"尚未完成的举措{overdue}项" in told) == (overdue > 0)
    rows = [[cell.text for cell in row.cells] for row in document.tables[0].rows][1:-1]
    assert [row[1] for row in rows] == [each["name"] for each in record["units"]]
    assert [int(row[3]) for row in rows] == [each["measures"]["total"] for each in record["units"]]
    assert [int(row[6]) for row in rows] == [each["measures"]["overdue"] for each in record["units"]]


def test_docx_is_no_text_for_a_screen(demo: Path, tmp_path: Path) -> None:
    """The same call gives the same file, byte for byte, by way of a pipe as well."""
    words = ["-C", demo, "report", "--quarter", "2020Q1", "--as-of", "2020-04-10", "--format", "docx"]
    piped = call(words, cwd=tmp_path)
    assert piped.stdout[:2] == b"PK"
    assert call([*words, "-o", tmp_path / "a.docx"], cwd=tmp_path).returncode == 0
    assert (tmp_path / "a.docx").read_bytes() == piped.stdout


def test_config_is_left_alone(small: Small) -> None:
    """Building a circular changes nothing that it was given."""
    before = deepcopy(small.config)
    page(small)
    assert small.config == before
