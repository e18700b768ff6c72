"""What is owed as of today: by everyone, by one unit, with git and without."""

from datetime import date
from typing import Any

import pytest

from xunbiao.formats import render
from xunbiao.model.history import WorkState
from xunbiao.model.language import Language
from xunbiao.model.obligation import Agenda, State, count
from xunbiao.pages import status as page
from xunbiao.progress import Ledger, agenda

from .campaign import Small


def ledger(small: Small, today: str = "2020-04-10", git: bool = True, **others: Any) -> Ledger:
    arrivals = small.arrivals if git else None
    return Ledger(small.workspace.campaign, date.fromisoformat(today), arrivals, frozenset(small.documents), **others)


def owed(small: Small, unit: str | None = None, **how: Any) -> Agenda:
    return agenda(small.workspace.roster, ledger(small, **how), unit)


def text(built: Any, width: int = 80) -> str:
    return render(built, "text", width=width, color=False)


def test_everything_that_is_asked_for_in_the_order_of_the_due_dates(small: Small) -> None:
    """Filing, four quarters, summary: for each unit that owes, whether it has come or is yet to."""
    found = owed(small)
    counts = [(str(quarter or kind), count(each)) for (kind, quarter), each in found.by_document.items()]
    assert [name for name, _ in counts] == ["filing", "2019Q4", "2020Q1", "2020Q2", "2020Q3", "summary"]
    assert [(each.expected, each.actual, each.on_time) for _, each in counts] == [
        (4, 4, 3),
        (4, 3, 3),
        (4, 3, 2),
        (4, 0, 0),
        (4, 0, 0),
        (4, 0, 0),
    ]


def test_next_is_what_falls_due_today_or_later(small: Small) -> None:
    """On a due date that is next; the day after it is the one that follows; after the last there is none."""
    nexts = [owed(small, today=day).next_due for day in ("2020-03-31", "2020-04-01", "2021-01-01")]
    assert [str(each[0].due) if each else None for each in nexts] == ["2020-03-31", "2020-06-30", None]
    assert [each[0].days_left for each in nexts if each] == [0, 90]


def test_without_git_files_count_and_lateness_is_not_judged(small: Small) -> None:
    """A file is there or not; that it came late nobody can say."""
    found = owed(small, git=False)
    states = {each.unit.id: each.state for each in found.by_document[found.obligations[0].key.kind, None]}
    assert states == dict.fromkeys(("jia", "yi", "bing", "shui"), State.PRESENT)
    record = page.build(found, Language.ZH).record
    assert record["documents"][2]["actual"] == 3
    assert record["documents"][2]["on_time"] is None
    assert "没有 git 仓库" in text(page.build(found, Language.ZH))


def test_a_file_that_git_does_not_have_is_a_draft(small: Small) -> None:
    """Written is not handed in: 丙's report lies in the folder, so it is to be checked and submitted."""
    small.documents["filings/bing/2019Q4.yaml"] = small.documents["filings/jia/2019Q4.yaml"]
    small.documents["filings/bing/2020Q1.yaml"] = small.documents["filings/jia/2020Q1.yaml"]
    found = owed(small, "bing", work={"filings/bing/2020Q1.yaml": WorkState.NEW})
    assert [each.state for each in found.obligations][:3] == [State.ON_TIME, State.ON_TIME, State.DRAFT]
    built = page.build_for_unit(found, found.obligations[0].unit, "xunbiao", Language.ZH)
    assert built.record["next_commands"] == ["xunbiao validate filings/bing/2020Q1.yaml", "xunbiao submit bing"]


@pytest.mark.parametrize(
    ("unit", "today", "dropped", "commands"),
    [
        ("bing", "2020-04-10", [], ["xunbiao new bing --quarter 2020Q1"]),
        ("jia", "2020-04-10", [], ["xunbiao new jia --quarter 2020Q2"]),
        ("jia", "2020-04-10", ["filing"], ["xunbiao new jia"]),
        ("jia", "2020-12-30", ["filing", "2019Q4", "2020Q1"], ["xunbiao new jia"]),
    ],
)
def test_the_command_to_type_next(small: Small, unit: str, today: str, dropped: list[str], commands: list[str]) -> None:
    """The oldest document that is not in comes first, a filing before any report."""
    for name in dropped:
        small.drop(f"{unit}/{name}")
    found = owed(small, unit, today=today)
    built = page.build_for_unit(found, found.obligations[0].unit, "xunbiao", Language.ZH)
    assert built.record["next_commands"] == commands


def test_the_summary_has_a_command_of_its_own(small: Small) -> None:
    """When all quarters are in, the summary is next."""
    for quarter in ("2020Q2", "2020Q3"):
        small.put(f"jia/{quarter}", small.documents["filings/jia/2020Q1.yaml"], "2020-06-29 09:00")
    found = owed(small, "jia")
    built = page.build_for_unit(found, found.obligations[0].unit, "xunbiao -C x", Language.ZH)
    assert built.record["next_commands"] == ["xunbiao -C x new jia --summary"]


def test_changes_that_are_not_submitted(small: Small) -> None:
    """A report that is in and was changed in the folder, or deleted there, is something to see to."""
    path = "filings/jia/2020Q1.yaml"
    changed = owed(small, "jia", work={path: WorkState.CHANGED})
    unit = changed.obligations[0].unit
    built = page.build_for_unit(changed, unit, "xunbiao", Language.ZH)
    assert built.record["next_commands"] == [f"xunbiao validate {path}", "xunbiao submit jia"]
    deleted = owed(small, "jia", work={path: WorkState.DELETED})
    built = page.build_for_unit(deleted, unit, "xunbiao", Language.ZH)
    assert built.record["next_commands"] == [f"git restore -- {path}"]


@pytest.mark.parametrize(
    ("today", "zh", "en"),
    [
        ("2020-03-29", "还有 2 天", "2 days left"),
        ("2020-03-30", "还有 1 天", "1 day left"),
        ("2020-03-31", "今天到期", "due today"),
        ("2020-04-01", "已逾期 1 天", "1 day overdue"),
    ],
)
def test_days_are_said(small: Small, today: str, zh: str, en: str) -> None:
    """A clerk reads how many days are left, that it is due today, or how many days it is overdue."""
    small.put("bing/2019Q4", small.documents["filings/bing/2019Q4.yaml"], "2019-12-30 09:00")
    found = owed(small, "bing", today=today)
    for language, words in ((Language.ZH, zh), (Language.EN, en)):
        assert words in text(page.build_for_unit(found, found.obligations[0].unit, "xunbiao", language))


def test_who_owes_nothing_is_told_so(small: Small) -> None:
    """A county that is not asked to file reads that, and no command."""
    found = owed(small, "xian")
    built = page.build_for_unit(found, small.workspace.roster.units["xian"], "xunbiao", Language.ZH)
    assert "不在应报之列" in text(built)
    assert built.record["next_commands"] == []


def test_everyone_at_a_glance(small: Small) -> None:
    """Who is missing since when, who came late by how much, what is next."""
    shown = text(page.build(owed(small), Language.ZH), 100)
    missing, rest = shown.split("■ 逾期报送")
    late, following = rest.split("■ 接下来")
    assert "某市丙局" in missing
    assert "某市自来水公司" in missing  # has never reported on 2019Q4
    assert [line.split()[:2] for line in late.splitlines() if "某市" in line] == [
        ["某市乙局", "2020年第一季度报告"],
        ["某市乙局", "申报表"],
    ]
    assert "2020年第二季度报告，2020-06-30 前报送，还有 81 天；4 个单位应报，0 个已报。" in following
