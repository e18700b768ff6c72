"""Unit, Dossier, quarter → the text of a new filing, quarterly report or summary report."""

import re
import textwrap
from collections.abc import Iterator, Sequence
from datetime import date

from xunbiao.model.campaign import Campaign, Unit
from xunbiao.model.document import DocumentKey, Kind
from xunbiao.model.filing import Filing, Item
from xunbiao.model.language import Language, Phrase
from xunbiao.model.report import DONE, Dossier, MeasureProgress, Report
from xunbiao.scaffold import lessons
from xunbiao.source import scalar

_WIDTH = 100
# Chinese sentences have no spaces to wrap at, and wrapping them elsewhere would tear words and commands apart.
_SENTENCE = re.compile(r"(?<=。)(?=.)|(?<=[.] )(?=[A-Z])")


def new_filing(campaign: Campaign, unit: Unit, language: Language, suggestions: Sequence[str] = ()) -> str:
    """An empty filing: every label of Annex 2, with what is wanted above it, in the order of the form.

    `suggestions` are lines to stand as comments where practices are named.
    """
    key = DocumentKey(Kind.FILING, unit.id)
    return _text(_head(campaign, unit, key, language), _filing_body(language, suggestions))


def new_report(campaign: Campaign, dossier: Dossier, key: DocumentKey, today: date, language: Language) -> str:
    """A report that carries every measure and goal of the filing forward, with how it stood last time beside it.

    Figures are proposed to be of the quarter's last day, or of today while it still runs. Raises ValueError without a
    filing.
    """
    filing, unit = dossier.filing, dossier.unit
    if filing is None:
        raise ValueError("a report needs the filing that it reports on")
    before = dossier.before(key.quarter)
    head = _head(campaign, unit, key, language)
    return _text(head, _report_body(filing, before, key, today, language))


def _text(*parts: Iterator[str]) -> str:
    return "\n".join(line.rstrip() for part in parts for line in part) + "\n"


def _head(campaign: Campaign, unit: Unit, key: DocumentKey, language: Language) -> Iterator[str]:
    yield f"# yaml-language-server: $schema=../../schemas/{key.kind}.schema.json"
    yield "#"
    due, name = campaign.due(key), key.phrase.in_(language)
    yield from _comment(
        language(
            f"{unit.name}：{name}。请于 {due} 前（含当天）报送{campaign.host}。",
            f"{unit.name}: {name}, due by {due} (inclusive) to {campaign.host}.",
        )
    )
    yield from _comment(
        language(
            "怎么填：在冒号后面空一格写内容；以 # 开头的是说明，不用删。电话和只有数字的内容加英文双引号。"
            f"填完运行 xunbiao validate {key.path} 检查，没有错误后运行 xunbiao submit {unit.id} 报送。",
            "How: write after the colon and a space; lines starting with # explain and may stay. Put phone numbers in "
            f"double quotes. Then run xunbiao validate {key.path} and, without errors, xunbiao submit {unit.id}.",
        )
    )
    yield f"类型: {key.kind.label}"
    yield "版本: 1"
    yield f"填报单位: {scalar(unit.name)}"


def _filing_body(language: Language, suggestions: Sequence[str]) -> Iterator[str]:
    yield from _contact(language, None)
    yield from _taught(lessons.FIRST_RESPONSIBLE, language, "第一责任人:")
    yield "寻标对象:"
    yield from _taught(lessons.VERTICAL, language, "纵向标杆单位:", 2)
    yield "    - 名称:"
    yield "      地区:"
    yield from _taught(lessons.STRENGTH, language, "好在哪:", 6)
    yield from _taught(lessons.HORIZONTAL, language, "横向标杆单位:", 2)
    yield "    - 名称:"
    yield "      好在哪:"
    yield "对标方向:"
    yield from _taught(lessons.GOAL, language, "目标:", 2)
    yield "    纵向标杆单位:"
    yield from _goal("M1", 6, language, benchmark=True)
    yield "    横向标杆单位:"
    yield from _goal("M2", 6, language, benchmark=True)
    yield from _taught(lessons.GAP, language, "差距:", 2)
    for kind, id_ in (("纵向标杆单位", "C1"), ("横向标杆单位", "C2")):
        yield from (f"    {kind}:", f"      {id_}:", "        内容:")
    yield from _taught(lessons.MEASURE, language, "举措:", 2)
    yield from _measure("J1", language, suggestions)
    yield from _taught(lessons.ALIGNED_BY, language, "时限:", 2)
    yield "创标意向:"
    yield from _taught(lessons.INNOVATION_GOAL, language, "目标:", 2)
    yield from _goal("CM1", 4, language, benchmark=False)
    yield from _taught(lessons.HIGHLIGHT, language, "亮点:", 2)
    yield from ("    CL1:", "      内容:")
    yield "  举措:"
    yield from _measure("CJ1", language)
    yield "  时限:"


def _contact(language: Language, filled: Report | Filing | None) -> Iterator[str]:
    yield from _taught(lessons.FILED_ON, language, "填报时间:")
    yield from _taught(lessons.CONTACT, language, f"联系人: {scalar(filled.contact) if filled else ''}")
    yield from _taught(lessons.PHONE, language, f"联系电话: {scalar(filled.phone) if filled else ''}")


def _goal(id_: str, indent: int, language: Language, *, benchmark: bool) -> Iterator[str]:
    pad = " " * indent
    yield f"{pad}{id_}:"
    yield f"{pad}  内容:"
    yield f"{pad}  指标:"
    yield f"{pad}    名称:"
    yield from _taught(lessons.DIMENSION, language, "维度:", indent + 4)
    for label in ("单位", "现状值", *(("标杆值",) if benchmark else ()), "目标值"):
        yield f"{pad}    {label}:"


def _measure(id_: str, language: Language, suggestions: Sequence[str] = ()) -> Iterator[str]:
    yield f"    {id_}:"
    yield from ("      内容:", "      责任人:", "      时限:")
    yield from _comment(lessons.PRACTICES.in_(language), 6)
    yield from (line for each in suggestions for line in _comment(each, 6))
    yield "      参考做法: []"


def _report_body(
    filing: Filing, before: Report | None, key: DocumentKey, today: date, language: Language
) -> Iterator[str]:
    if key.quarter:
        yield f"季度: {key.quarter}"
    yield from _contact(language, before or filing)
    yield from _taught(lessons.STATUS, language, "举措进展:" if filing.measures else "举措进展: {}")
    for measure in filing.measures:
        yield from _measure_progress(measure, before, language)
    goals = [goal for goal in filing.goals if goal.metric]
    yield from _taught(lessons.VALUE, language, "指标进展:" if goals else "指标进展: {}")
    for goal in goals:
        yield from _metric_progress(goal, before, min(key.quarter.last_day, today) if key.quarter else None)
    yield from _prose(before, language, summary=key.kind is Kind.SUMMARY)


def _measure_progress(measure: Item, before: Report | None, language: Language) -> Iterator[str]:
    last = next((each for each in before.measures if each.id == measure.id), None) if before else None
    who = language("责任人", "person")
    yield from _comment(
        f"{measure.id} {_cut(measure.text)}（{who} {measure.person or '—'}，时限 {measure.deadline or '—'}）", 2
    )
    if last:
        stood = (
            f"{last.status or '—'}，{'—' if last.completion is None else f'{last.completion}%'}，{_cut(last.progress)}"
        )
        yield from _comment(language(f"上次：{stood}", f"Last time: {stood}"), 2)
    yield f"  {measure.id}:"
    yield from _measure_fields(last if last and last.status == DONE else None)


def _measure_fields(done: MeasureProgress | None) -> Iterator[str]:
    """Blank, or, for what was finished before, as it was reported then."""
    yield f"    状态: {done.status if done else ''}"
    yield f"    完成率: {scalar(str(done.completion)).strip(chr(34)) if done and done.completion is not None else ''}"
    yield f"    进展: {scalar(done.progress) if done else ''}"
    if done and done.evidence:
        yield "    佐证:"
        yield from (f"      - {scalar(each)}" for each in done.evidence)
    else:
        yield "    佐证: []"


def _metric_progress(goal: Item, before: Report | None, as_of: date | None) -> Iterator[str]:
    metric = goal.metric
    if metric is None:
        return
    last = next((each for each in before.metrics if each.id == goal.id), None) if before else None
    figures = [("现状", metric.baseline), ("上次", last.value if last else None), ("目标", metric.target)]
    way = " → ".join(f"{name} {value}" for name, value in figures if value is not None)
    yield from _comment(f"{goal.id} {metric.name or _cut(goal.text)}（{metric.unit or '—'}）：{way}", 2)
    yield f"  {goal.id}:"
    yield "    现值:"
    yield f"    截至: {as_of or ''}"


def _prose(before: Report | None, language: Language, *, summary: bool) -> Iterator[str]:
    if summary:
        yield from _taught(lessons.SUMMARY_LISTS, language, "新思路: []")
        yield from ("新举措: []", "新做法: []")
        yield from _taught(lessons.OUTCOMES, language, "制度成果:")
        yield from ("  - 名称:", "    文号:", "    印发日期:")
        yield from ("经验: []", "成效: []")
        return
    for label, lesson in (("存在问题", lessons.PROBLEMS), ("下一步措施", lessons.NEXT_STEPS)):
        told = before.texts(label) if before else ()
        yield from _taught(lesson, language, f"{label}:" if told else f"{label}: []")
        yield from (line for each in told for line in _comment(language(f"上次：{each}", f"Last time: {each}"), 2))
    yield from _taught(lessons.EXPERIENCE, language, "经验做法: []")


def _taught(lesson: Phrase, language: Language, line: str, indent: int = 0) -> Iterator[str]:
    yield from _comment(lesson.in_(language), indent)
    yield f"{' ' * indent}{line}"


def _comment(text: str, indent: int = 0) -> Iterator[str]:
    """A text as comment lines, a sentence a line. Line breaks inside it are folded, so that none of it becomes YAML."""
    for sentence in _SENTENCE.split(" ".join(text.split())):
        yield from (f"{' ' * indent}# {line}" for line in textwrap.wrap(sentence, _WIDTH, break_long_words=False))


def _cut(text: str) -> str:
    return text if len(text) <= 40 else f"{text[:40]}…"
