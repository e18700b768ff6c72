"""Figures add up in any campaign, and the JSON says what the figures say."""

import json
from datetime import date, datetime, timedelta
from decimal import Decimal
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from xunbiao.check.opening import read_campaign, read_roster
from xunbiao.formats import render
from xunbiao.model.campaign import CHINA
from xunbiao.model.filing import read_filing
from xunbiao.model.history import Arrival, Commit
from xunbiao.model.language import Language
from xunbiao.model.period import Quarter
from xunbiao.model.progress import Basis, Progress
from xunbiao.model.report import STATUSES, Dossier, read_report
from xunbiao.model.standing import Pace
from xunbiao.model.workspace import Workspace
from xunbiao.pages import report as page
from xunbiao.progress import period_of, survey
from xunbiao.workspace import MemoryFiles

from .campaign import CONFIG, filing, goal, measure, practices, report

DAYS = st.dates(date(2019, 11, 1), date(2021, 2, 1))
IDS = st.sampled_from(["J1", "J2", "CJ1"])
FIGURES = st.one_of(st.none(), st.integers(-5, 120), st.decimals(0, 100, places=1))
DEADLINES = st.one_of(st.just(""), st.just("长期坚持"), st.just("2020-09-31"), DAYS.map(str))
GOALS = st.dictionaries(
    st.sampled_from(["M1", "M2"]),
    st.builds(goal, FIGURES, FIGURES, st.sampled_from(["环节", "时间", "覆盖率"]), st.just("提高到90%。")),
)
MEASURES = st.dictionaries(
    IDS, st.builds(measure, st.just("做一件事。"), DEADLINES, st.sampled_from(["张某", "专人", ""]), st.just(["P01"]))
)
TOLD = st.dictionaries(IDS, st.tuples(st.sampled_from([*STATUSES, "", None]), FIGURES))
QUARTERS = [Quarter(2019, 4), Quarter(2020, 1), Quarter(2020, 2), Quarter(2020, 3)]


def arrival(path: str, instant: datetime) -> Arrival:
    commit = Commit("0" * 40, (), "", "", instant, instant, instant, "")
    return Arrival(path, commit, commit)


@st.composite
def campaigns(draw: st.DrawFn) -> Progress:
    """Any few units with any few documents, seen on any day, and the progress in any quarter."""
    units: dict[str, dict[str, Any]] = {}
    found: list[Dossier] = []
    arrivals: dict[str, Arrival] = {}
    for number in range(draw(st.integers(0, 4))):
        bounds = {key: str(draw(DAYS)) for key in draw(st.sets(st.sampled_from(["自", "至"])))}
        former = {"前身": f"u{draw(st.integers(0, 4))}"} if draw(st.booleans()) else {}
        category = draw(st.sampled_from(["市直", "公用企业"]))
        must = draw(st.booleans())
        units[f"u{number}"] = {"全称": f"单位{number}", "类别": category, "应报": must, **bounds, **former}
    campaign, roster = read_campaign(CONFIG), read_roster({"单位": units})
    for unit in roster:
        names = draw(st.sets(st.sampled_from(["filing", *map(str, QUARTERS), "summary"])))
        for name in names:
            path, day = f"filings/{unit.id}/{name}.yaml", draw(DAYS)
            hour = timedelta(minutes=draw(st.integers(0, 1439)))
            arrivals[path] = arrival(path, datetime.combine(day, datetime.min.time(), CHINA) + hour)
        reports = {
            quarter: read_report(report(str(quarter), draw(TOLD), {"M1": draw(FIGURES)}))
            for quarter in QUARTERS
            if str(quarter) in names
        }
        summary = read_report(report("summary", draw(TOLD), {"M1": draw(FIGURES)})) if "summary" in names else None
        filed = read_filing(filing(draw(GOALS), draw(MEASURES))) if "filing" in names else None
        found.append(Dossier(unit, filed, reports, summary))
    workspace = Workspace(MemoryFiles("test", {}), campaign, roster, practices)
    quarter = draw(st.sampled_from(campaign.all_quarters))
    begun = survey(workspace, period_of(campaign, quarter, draw(DAYS)), arrivals)
    return begun.progress(map(begun.take, found))


def is_share(rate: Decimal | None) -> bool:
    return rate is None or 0 <= rate <= 1


@settings(max_examples=150, deadline=None)
@given(campaigns())
def test_figures_add_up(found: Progress) -> None:
    """expected = actual + missing, statuses sum to measures, parts sum to wholes, rates lie within 0 and 1."""
    turnout = found.turnout
    assert turnout.expected == len(found.units) == turnout.actual + turnout.missing
    assert turnout.actual == turnout.on_time + turnout.late
    assert is_share(turnout.reporting_rate)
    assert is_share(turnout.on_time_rate)
    assert sum((each.expected for each in found.classes.values()), 0) == turnout.expected
    counted = found.statuses
    assert sum(counted.by_status.values()) + counted.unreported == counted.total == len(found.measures)
    assert counted.average_completion is None or 0 <= counted.average_completion <= 100
    for each in found.filings:
        assert each.goals_quantified <= each.goals
        assert each.measures_named <= each.measures
        assert 0 <= each.questions.answered <= 4


@settings(max_examples=100, deadline=None)
@given(campaigns())
def test_judgments_hold(found: Progress) -> None:
    """Nothing done is overdue, nothing overdue is due later, days are positive, and a pace needs a share and a line."""
    for _, each in found.measures:
        assert each.days_overdue is None or (each.days_overdue > 0 and each.last_status != "已完成")
        assert each.days_overdue is None or each.due_in is None
    for _, each in found.indicators:
        assert is_share(each.line)
        assert (each.pace is None) == (each.share is None or each.line is None)
        assert each.value is not None or each.share is None


@settings(max_examples=60, deadline=None)
@given(campaigns(), st.sampled_from(Language))
def test_json_says_what_the_figures_say(found: Progress, language: Language) -> None:
    """Read back, the JSON has the same totals, and its rows sum to them."""
    built = page.build(found, Basis("0" * 40, "HEAD", datetime(2021, 1, 1, tzinfo=CHINA), {}), language)
    record = json.loads(render(built, "json", width=80, color=False))
    for key in ("expected", "actual", "on_time"):
        assert record["total"][key] == getattr(found.turnout, key) == sum(each[key] for each in record["units"])
        assert record["total"][key] == sum(each[key] for each in record["classes"])
    assert len(record["late"]) == found.turnout.late
    assert len(record["missing"]) == found.turnout.missing
    measures = record["measures"]
    assert measures["by_status"] == dict(found.statuses.by_status)
    assert measures["total"] == len(measures["items"]) == sum(each["measures"]["total"] for each in record["units"])
    assert len(measures["overdue"]) == sum(each["measures"]["overdue"] for each in record["units"])
    indicators = record["indicators"]
    assert sum(indicators[pace] for pace in Pace) == sum(each["pace"] is not None for each in indicators["items"])
    assert record["goals"]["total"] == sum(each["goals"] or 0 for each in record["units"])


@settings(max_examples=40, deadline=None)
@given(campaigns(), st.sampled_from(Language), st.sampled_from(["text", "md", "csv", "html"]), st.integers(20, 140))
def test_any_campaign_can_be_shown(found: Progress, language: Language, format: str, width: int) -> None:
    """However little there is to say, every format says it at every width."""
    built = page.build(found, Basis("0" * 40, "HEAD", datetime(2021, 1, 1, tzinfo=CHINA), {}), language)
    assert render(built, format, width=width, color=False).strip()
