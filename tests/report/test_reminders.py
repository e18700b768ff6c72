"""`report --remind`: a message to each unit that owes something, agreeing with `status` to the unit and the day."""

import csv
import io
import json
from datetime import date
from pathlib import Path

import docx
import pytest

from xunbiao.check import dossier
from xunbiao.formats import PAGE_FORMATS, render, render_office
from xunbiao.model.language import Language
from xunbiao.model.obligation import Reminder
from xunbiao.model.page import Letter, Page
from xunbiao.pages import reminder
from xunbiao.progress import Ledger, agenda
from xunbiao.progress.reminders import reminders

from ..calling import call
from .campaign import Small, filing, goal, measure


def found(small: Small, today: str, by: str) -> tuple[Reminder, ...]:
    workspace = small.workspace
    ledger = Ledger(workspace.campaign, date.fromisoformat(today), small.arrivals, small.arrivals.keys())
    owed = agenda(workspace.roster, ledger)
    return reminders(owed, date.fromisoformat(by), lambda unit: dossier(workspace, unit))


def page(small: Small, today: str, by: str, language: Language = Language.ZH) -> Page:
    day, last = date.fromisoformat(today), date.fromisoformat(by)
    return reminder.build(found(small, today, by), small.workspace.campaign, day, last, language)


def letters(shown: Page) -> list[Letter]:
    return [each for each in shown.blocks if isinstance(each, Letter)]


@pytest.fixture
def one_missing(small: Small) -> Small:
    """The small campaign with nothing missing but 丙's report on 2020Q1."""
    small.put("shui/2019Q4", small.documents["filings/jia/2019Q4.yaml"], "2019-12-30 09:00")
    return small


def test_one_document_overdue(one_missing: Small) -> None:
    """What, due when, how many days late, where to send it: whole sentences to the unit by its full name."""
    one_missing.config["报送"] = {"单位": "某市发改委", "房间": "0101房间", "电话": "2660000"}
    (letter,) = letters(page(one_missing, "2020-04-10", "2020-03-31"))
    assert (letter.subject, letter.to) == ("关于催报2020年第一季度报告的函", "某市丙局")
    assert letter.paragraphs == [
        "按照对标活动安排，贵单位的2020年第一季度报告应于2020年3月31日前报送。截至2020年4月10日尚未收到，已逾期10天。",
        "请抓紧报送至某市发改委，地点：0101房间，电话：2660000。如已报送，请与我们联系核对。感谢支持！",
    ]
    assert (letter.signature.name, letter.signature.day) == ("某市发展和改革委员会", date(2020, 4, 10))


@pytest.mark.parametrize(
    ("today", "when"), [("2020-03-26", "还有5天"), ("2020-03-31", "今天到期"), ("2020-04-01", "已逾期1天")]
)
def test_days(one_missing: Small, today: str, when: str) -> None:
    """Before the due date the days left, on it that it is today, after it the days late."""
    (letter,) = [each for each in letters(page(one_missing, today, "2020-03-31")) if each.to == "某市丙局"]
    assert letter.paragraphs[0].endswith(f"，{when}。")
    assert ("抓紧" in letter.paragraphs[-1]) == ("逾期" in when)


def test_several_documents(empty: Small) -> None:
    """One message a unit lists all that it owes, oldest first, each with its own days."""
    empty.put("jia/filing", filing({"M1": goal()}, {"J1": measure("一")}), "2019-11-18 10:00")
    told = {each.to: each for each in letters(page(empty, "2020-04-10", "2020-03-31"))}
    assert list(told) == ["某市乙局", "某市丙局", "某市自来水公司", "某市甲局"]
    assert told["某市乙局"].subject == "关于催报申报表等3项材料的函"
    assert told["某市乙局"].paragraphs[1:4] == [
        "1.申报表，应于2019年11月20日前报送，已逾期142天；",
        "2.2019年第四季度报告，应于2019年12月31日前报送，已逾期101天；",
        "3.2020年第一季度报告，应于2020年3月31日前报送，已逾期10天。",
    ]


def test_nobody_owes_anything(one_missing: Small) -> None:
    """It says so and writes no message."""
    one_missing.put("bing/2020Q1", one_missing.documents["filings/jia/2020Q1.yaml"], "2020-04-02 09:00")
    shown = page(one_missing, "2020-04-10", "2020-03-31")
    assert not letters(shown)
    assert "没有需要催报的单位。" in render(shown, "text", width=100, color=False)
    assert shown.record["reminders"] == []


def test_whom_to_call(one_missing: Small) -> None:
    """The person of the unit's latest document that names one, and the unit's addresses."""
    one_missing.units["bing"]["邮箱"] = ["bing@example.cn"]
    assert [(each.contact, each.phone) for each in found(one_missing, "2020-04-10", "2020-03-31")] == [
        ("李某", "2662201")
    ]
    one_missing.documents["filings/bing/2019Q4.yaml"] |= {"联系人": "赵某", "联系电话": "2660001"}
    (entry,) = page(one_missing, "2020-04-10", "2020-03-31").record["reminders"]
    assert (entry["contact"], entry["phone"]) == ("赵某", "2660001")


@pytest.mark.parametrize("format", PAGE_FORMATS)
@pytest.mark.parametrize("language", Language)
def test_every_format(one_missing: Small, format: str, language: Language) -> None:
    """Each says who owes; those with room for prose have the message whole, on one line."""
    shown = page(one_missing, "2020-04-10", "2020-03-31", language)
    told = render(shown, format, width=60, color=False)
    assert "某市丙局" in told
    if format != "csv":
        (letter,) = letters(shown)
        assert [line for line in told.split("\n") if letter.paragraphs[0][:40] in line]


def test_on_paper(empty: Small) -> None:
    """In Word each message is a page of its own."""
    raw = render_office(page(empty, "2020-04-10", "2020-03-31"), "docx")
    document = docx.Document(io.BytesIO(raw))
    assert [each.text.replace("\n", "") for each in document.paragraphs if each.style.style_id == "Title"][1:] == [
        "关于催报申报表等3项材料的函"
    ] * 4


def test_hostile_names(one_missing: Small) -> None:
    """A unit's name is never markup, a formula or a control character in a message."""
    one_missing.units["bing"]["全称"] = '=1+1\x1b[31m<b>"|'
    shown = page(one_missing, "2020-04-10", "2020-03-31")
    assert "<b>" not in render(shown, "html", width=80, color=False)
    assert "\x1b" not in render(shown, "text", width=80, color=False)
    rows = list(csv.reader(io.StringIO(render(shown, "csv", width=80, color=False)[1:])))
    assert rows[1][0].startswith("'=1+1")


@pytest.fixture
def demo(example: Path) -> Path:
    return example


def asked(demo: Path, today: str, *words: str) -> dict[str, object]:
    ended = call(["-C", demo, "--today", today, *words, "--format", "json"], cwd=demo)
    assert ended.returncode == 0
    return dict(json.loads(ended.stdout))


@pytest.mark.parametrize("today", ["2019-11-21", "2020-04-10", "2020-07-01", "2020-12-31", "2021-01-05"])
@pytest.mark.parametrize("quarter", ["2019Q4", "2020Q1", "2020Q4"])
def test_it_agrees_with_status(demo: Path, today: str, quarter: str) -> None:
    """Who is reminded of what is what `status` says is not in, of all that falls due by then, with the same days."""
    record = asked(demo, today, "report", "--quarter", quarter, "--remind")
    status = asked(demo, today, "status")
    due = {"2019Q4": "2019-12-31", "2020Q1": "2020-03-31", "2020Q4": "2020-12-31"}[quarter]
    expected = {
        (each["unit"], each["document"], each["quarter"], each["days_left"])
        for each in status["obligations"]  # type: ignore[attr-defined]
        if each["state"] in ("missing", "draft") and each["due"] <= due
    }
    told = [
        (each["unit"], owed["document"], owed["quarter"], owed["days_left"])
        for each in record["reminders"]  # type: ignore[attr-defined]
        for owed in each["owed"]
    ]
    assert set(told) == expected
    assert len(told) == len(expected)


def test_without_a_quarter(demo: Path) -> None:
    """Whatever is missing, and what falls due within fifteen days: not sooner, so that nobody is pestered."""
    assert asked(demo, "2020-03-15", "report", "--remind")["due_by"] == "2020-03-30"
    assert asked(demo, "2020-03-16", "report", "--remind")["due_by"] == "2020-03-31"


def test_the_past_is_not_reminded_of(demo: Path) -> None:
    """--as-of is refused with what to do instead, and an unknown quarter or format as everywhere."""
    ended = call(["-C", demo, "report", "--remind", "--as-of", "HEAD"], cwd=demo)
    assert (ended.returncode, ended.stdout) == (2, b"")
    assert "--today" in ended.stderr.decode()
    assert call(["-C", demo, "report", "--remind", "-q", "2025Q1"], cwd=demo).returncode == 2
    assert call(["-C", demo, "report", "--remind", "-f", "pdf"], cwd=demo).returncode == 2


def test_drafts_and_a_folder_without_git(small: Small, tmp_path: Path) -> None:
    """Without git a file that is there counts as handed in, as in `status`; what is not there is owed."""
    for path, raw in small.files.items():
        file = tmp_path / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(raw)
    record = asked(tmp_path, "2020-04-10", "report", "--quarter", "2020Q1", "--remind")
    assert [each["unit"] for each in record["reminders"]] == ["shui", "bing"]  # type: ignore[attr-defined]
