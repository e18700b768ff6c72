"""Profile → plain data of its documents: the filing, the quarterly reports and the summary."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from typing import Any

from xunbiao.demo.profile import REPORTS, Benchmark, Figure, Goal, Measure, Profile, Step
from xunbiao.model.period import Quarter

Document = dict[str, Any]

_STARTS = date(2019, 11, 21)
_IMPLEMENTATION_ENDS = date(2020, 11, 30)
_SLACK = 15
"""Percentage points off the straight line to the deadline that still count as 达进度."""

_ANGLES = {"时间": "时间", "环节": "流程", "材料": "流程", "跑动": "流程", "满意度": "满意", "成本": "服务"}


def filing(profile: Profile, filed_on: date) -> Document:
    """附件2 as the unit fills it in, with the keys below the line."""
    return {
        **_head("申报表", profile),
        "填报时间": f"{filed_on}",
        "联系人": profile.contact,
        "联系电话": profile.phone,
        "第一责任人": profile.leader,
        "第一责任人职务": profile.post,
        "寻标对象": {
            "纵向标杆单位": [_benchmark(each) for each in profile.verticals],
            "横向标杆单位": [_benchmark(each) for each in profile.horizontals],
        },
        "对标方向": _alignment(profile),
        "创标意向": _innovation(profile),
    }


def _head(kind: str, profile: Profile) -> Document:
    return {"类型": kind, "版本": 1, "填报单位": profile.name}


def _benchmark(benchmark: Benchmark) -> Document:
    region = {"地区": benchmark.region} if benchmark.region else {}
    return {"名称": benchmark.name, **region, "好在哪": benchmark.strength}


def _alignment(profile: Profile) -> Document:
    gaps = profile.vertical_gaps + profile.horizontal_gaps
    numbered = {f"C{number}": {"内容": gap.text, "对标方面": gap.aspect} for number, gap in enumerate(gaps, 1)}
    ids = list(numbered)
    split = len(profile.vertical_gaps)
    return {
        "目标": {
            "纵向标杆单位": {id_: _goal(goal) for id_, goal in profile.vertical_ids},
            "横向标杆单位": {id_: _goal(goal) for id_, goal in profile.horizontal_ids},
        },
        "差距": {
            "纵向标杆单位": {id_: numbered[id_] for id_ in ids[:split]},
            "横向标杆单位": {id_: numbered[id_] for id_ in ids[split:]},
        },
        "举措": {id_: _measure(each) for id_, each in profile.measure_ids if id_.startswith("J")},
        "时限": profile.alignment_due,
    }


def _innovation(profile: Profile) -> Document:
    return {
        "目标": {id_: _goal(goal) for id_, goal in profile.innovation_ids},
        "亮点": {f"CL{number}": {"内容": text} for number, text in enumerate(profile.highlights, 1)},
        "举措": {id_: _measure(each) for id_, each in profile.measure_ids if id_.startswith("CJ")},
        "时限": profile.innovation_due,
    }


def _goal(goal: Goal) -> Document:
    figure = goal.figure
    angle = goal.angle or _ANGLES.get(figure.dimension, "落实")
    benchmark = {} if figure.benchmark is None else {"标杆值": figure.benchmark}
    return {
        "内容": goal.text,
        "角度": angle,
        "指标": {
            "名称": figure.name,
            "维度": figure.dimension,
            "单位": figure.unit,
            **_direction(figure),
            "现状值": figure.baseline,
            **benchmark,
            "目标值": figure.target,
        },
    }


def _direction(figure: Figure) -> Document:
    """方向 where a figure gets better against the custom of its dimension."""
    usual_lower = figure.dimension in ("环节", "材料", "时间", "成本", "跑动", "位次")
    lower = figure.target < figure.baseline
    return {} if lower == usual_lower else {"方向": "降" if lower else "升"}


def _measure(measure: Measure) -> Document:
    practices = {"参考做法": list(measure.practices)} if measure.practices else {}
    return {"内容": measure.text, "责任人": measure.person, "时限": measure.deadline, **practices}


def quarterly(profile: Profile, quarter: str, filed_on: date, filed: Document) -> Document:
    """A quarter's report on what the filing, as it stands by then, holds."""
    index = REPORTS.index(quarter)
    period = Quarter.parse(quarter)
    last_day = period.last_day if period else _IMPLEMENTATION_ENDS
    problem = profile.problems[index]
    measures = _promised(profile, filed)
    return {
        **_head("季度报告", profile),
        "季度": quarter,
        "填报时间": f"{filed_on}",
        "联系人": profile.contact,
        "联系电话": profile.phone,
        "举措进展": {id_: _progress(measure, index, last_day) for id_, measure in measures},
        "指标进展": _figures(profile, index, min(filed_on, last_day), filed),
        "存在问题": [problem] if problem else [],
        "下一步措施": list(_next_steps([measure for _, measure in measures], index)),
        "经验做法": [profile.lesson] if quarter == "2020Q2" else [],
    }


def summary(profile: Profile, filed_on: date, filed: Document) -> Document:
    """The summary report, which stands for the last quarter."""
    index = REPORTS.index("summary")
    measures = _promised(profile, filed)
    return {
        **_head("总结报告", profile),
        "填报时间": f"{filed_on}",
        "联系人": profile.contact,
        "联系电话": profile.phone,
        "举措进展": {id_: _progress(measure, index, _IMPLEMENTATION_ENDS) for id_, measure in measures},
        "指标进展": _figures(profile, index, _IMPLEMENTATION_ENDS, filed),
        "新思路": [profile.idea],
        "新举措": [each.text for each in profile.innovations],
        "新做法": [profile.practice],
        "制度成果": [{"名称": each.name, "文号": each.number, "印发日期": each.issued} for each in profile.outcomes],
        "经验": [profile.lesson],
        "成效": list(_effects(profile, index, filed)),
    }


def _promised(profile: Profile, filed: Document) -> list[tuple[str, Measure]]:
    """The measures that stand in the filing by now, with the deadline and the person that it names now."""
    entries = {**filed["对标方向"]["举措"], **filed["创标意向"]["举措"]}
    return [(id_, _as_filed(measure, entries[id_])) for id_, measure in profile.measure_ids if id_ in entries]


def _as_filed(measure: Measure, entry: Document) -> Measure:
    try:
        deadline = f"{date.fromisoformat(entry['时限'])}"
    except ValueError:
        deadline = measure.deadline
    return replace(measure, deadline=deadline, person=entry.get("责任人") or "")


def _progress(measure: Measure, index: int, day: date) -> Document:
    step = measure.steps[index] if index < len(measure.steps) else _afterwards(measure)
    evidence = {"佐证": list(step.evidence)} if step.evidence else {}
    return {
        "状态": _status(step.rate, date.fromisoformat(measure.deadline), day),
        "完成率": step.rate,
        "进展": step.text,
        **evidence,
    }


def _afterwards(measure: Measure) -> Step:
    """What a report says of a measure that had been done before."""
    done = measure.steps[-1]
    quarter = Quarter.parse(REPORTS[len(measure.steps) - 1])
    when = quarter.phrase.zh if quarter else ""
    return Step(done.rate, f"已于{when}完成，{measure.title}转入日常运行。", done.evidence)


def _status(rate: int, deadline: date, day: date) -> str:
    """The 状态 that goes with a 完成率, against a straight line from the start of 实施 to the deadline."""
    if rate in (0, 100):
        return "已完成" if rate else "未启动"
    expected = 100 * (day - _STARTS).days / (deadline - _STARTS).days
    if day >= deadline or rate < expected - _SLACK:
        return "欠进度"
    return "超进度" if rate > expected + _SLACK else "达进度"


def _figures(profile: Profile, index: int, day: date, filed: Document) -> Document:
    counted = set(_counted(filed))
    return {
        id_: {"现值": goal.figure.values[index], "截至": f"{day}"} for id_, goal in profile.goal_ids if id_ in counted
    }


def _counted(filed: Document) -> Iterator[str]:
    """The ids of the goals that the filing gives figures for."""
    faced = filed["对标方向"]["目标"]
    for goals in (faced["纵向标杆单位"], faced["横向标杆单位"], filed["创标意向"]["目标"]):
        yield from (id_ for id_, goal in goals.items() if "指标" in goal)


def _next_steps(measures: list[Measure], index: int) -> Iterator[str]:
    """The open measures nearest to their deadlines; where none is open, what is to be looked at again."""
    ahead = [each for each in measures if len(each.steps) > index + 1]
    for measure in sorted(ahead, key=lambda each: each.deadline)[:2]:
        day = date.fromisoformat(measure.deadline)
        by = f"，由{measure.person}负责" if measure.person else ""
        yield f"{day.month}月{day.day}日前完成{measure.title}{by}。"
    if not ahead:
        titles = "、".join(each.title for each in measures[:2])
        yield f"10月底前对{titles}回头看1次，形成总结材料。"


def _effects(profile: Profile, index: int, filed: Document) -> Iterator[str]:
    counted = set(_counted(filed))
    for id_, goal in profile.goal_ids:
        figure = goal.figure
        if id_ in counted:
            reached = figure.values[index]
            verb = "降至" if reached < figure.baseline else "提高到"
            unit = "个工作日" if figure.unit == "工作日" else figure.unit
            yield f"{figure.name}由{figure.baseline}{unit}{verb}{reached}{unit}。"
