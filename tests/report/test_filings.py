"""What is counted in filings: goals with figures, named persons, four questions, four cuts, practices; and signals."""

import pytest

from xunbiao.model.diagnostic import Diagnostic, Severity, Span
from xunbiao.model.language import Phrase

from .campaign import Small, filing, goal, measure


def figures(small: Small, unit: int = 0):  # type: ignore[no-untyped-def]
    return small.progress().units[unit].figures


def test_quantified_goals(small: Small) -> None:
    """A 目标值 makes a goal quantified, and so does a figure in its own words; 进一步优化 does not."""
    assert (figures(small).goals, figures(small).goals_quantified) == (2, 1)
    goals = {"M1": goal(text="办理时间压缩至3个工作日以内。"), "M2": goal(text="大幅压缩办理时间。")}
    small.put("jia/filing", filing(goals, {}), "2019-11-18 10:00")
    assert (figures(small).goals, figures(small).goals_quantified) == (2, 1)


def test_named_persons(small: Small) -> None:
    """张某（法规科） is a person, 各科室 is none."""
    assert (figures(small, 0).measures, figures(small, 0).measures_named) == (2, 2)
    assert (figures(small, 1).measures, figures(small, 1).measures_named) == (1, 0)


def test_all_four_questions_answered(small: Small) -> None:
    """A benchmark's strength, a gap towards it, a measure and a date answer all four."""
    assert figures(small).questions.answered == 4


@pytest.mark.parametrize(
    ("place", "value", "unanswered"),
    [
        (("寻标对象", "纵向标杆单位", 0, "好在哪"), " ", "strength"),
        (("对标方向", "差距"), {}, "gap"),
        (("对标方向", "差距", "纵向标杆单位", "C1", "内容"), None, "gap"),
        (("对标方向", "举措"), {"J1": measure("")}, "means"),
        (("对标方向", "时限"), "长期坚持", "deadline"),
    ],
)
def test_one_question_not_answered(small: Small, place: tuple, value: object, unanswered: str) -> None:  # type: ignore[type-arg]
    """Each question is answered by its own cell alone."""
    *way, last = place
    inside = small.documents["filings/jia/filing.yaml"]
    for step in way:
        inside = inside[step]
    inside[last] = value
    questions = figures(small).questions
    assert questions.answered == 3
    assert getattr(questions, unanswered) is False


def test_a_benchmark_of_each_kind_needs_a_gap(small: Small) -> None:
    """Who names a horizontal benchmark and no gap towards it has not said how far behind it is."""
    benchmarks = small.documents["filings/jia/filing.yaml"]["寻标对象"]
    benchmarks["横向标杆单位"] = [{"名称": "某市乙局", "好在哪": "一窗受理。"}]
    assert not figures(small).questions.gap


def test_every_benchmark_must_say_what_it_is_good_at(small: Small) -> None:
    """One benchmark's strength does not answer for another."""
    benchmarks = small.documents["filings/jia/filing.yaml"]["寻标对象"]["纵向标杆单位"]
    benchmarks.append({"名称": "宁波市某局"})
    assert not figures(small).questions.strength


def test_four_cuts(small: Small) -> None:
    """Goals by 维度: time for 甲, steps for 自来水, and coverage for 丙 is none of the four."""
    cuts = {each.unit.id: each.figures.cuts for each in small.progress().units}
    assert {unit: {name: number for name, number in found.items() if number} for unit, found in cuts.items()} == {
        "jia": {"时间": 1},
        "yi": {"时间": 1},
        "bing": {},
        "shui": {"环节": 1},
    }


def test_practices_in_the_order_of_the_catalogue(small: Small) -> None:
    """An element counts for its practice; a code that the catalogue lacks comes last, without a title."""
    measures = small.documents["filings/yi/filing.yaml"]["对标方向"]["举措"]
    measures["J1"]["参考做法"] = ["P31", "P01", "P09-99"]
    found = small.progress().practices
    assert [(use.code, bool(use.title), [unit.id for unit in use.units], len(use.uses)) for use in found] == [
        ("P01", True, ["yi"], 1),
        ("P09", True, ["jia"], 3),
        ("P09-99", False, ["yi"], 1),
        ("P31", False, ["yi"], 1),
    ]


def found_by(code: str, path: str, zh: str) -> Diagnostic:
    span = Span(12, 1, 12, 5)
    return Diagnostic(path, span, code, "x", Severity.HINT, "举措进展", Phrase(zh, ""), Phrase("", ""), "")


def test_signals_for_a_person_to_check(small: Small) -> None:
    """Findings worded 建议人工核查, on reports and across units, in the two documents that this report is about."""
    told = [
        found_by("XB340", "filings/jia/2020Q1.yaml", "与上一期相同，建议人工核查"),
        found_by("XB501", "filings/jia/filing.yaml", "与乙局相同，建议人工核查"),
        found_by("XB340", "filings/jia/2020Q2.yaml", "别的季度，建议人工核查"),
        found_by("XB301", "filings/jia/2020Q1.yaml", "缺少J2的进展"),
        found_by("XB201", "filings/jia/filing.yaml", "别的规则，建议人工核查"),
    ]
    signals = {each.unit.id: each.signals for each in small.progress(diagnostics=told).units}
    assert [(each.code, each.path, each.line) for each in signals["jia"]] == [
        ("XB501", "filings/jia/filing.yaml", 12),
        ("XB340", "filings/jia/2020Q1.yaml", 12),
    ]
    assert signals["yi"] == ()


def test_outcomes_of_the_summary(small: Small) -> None:
    """The summary's texts by label and its 制度成果, blank ones left out; a quarterly report has none."""
    summary = {
        "类型": "总结报告",
        "版本": 1,
        "填报单位": "某市甲局",
        "新举措": ["承诺制", " "],
        "制度成果": [{"名称": "承诺办法", "文号": "某〔2020〕8号", "印发日期": "2020-10-12"}, {"名称": ""}],
        "举措进展": {"J1": {"状态": "已完成", "完成率": 100}},
    }
    small.put("jia/summary", summary, "2020-12-20 09:00")
    outcome = small.progress("summary", "2021-01-05").units[0].outcome
    assert outcome.texts["新举措"] == ("承诺制",)
    assert [(each.name, each.number) for each in outcome.institutions] == [("承诺办法", "某〔2020〕8号")]
    assert small.progress().units[0].outcome is None
