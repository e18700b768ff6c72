"""Rules → Page: all of them in a table, or one with its reason and examples; and the generated pages in docs/."""

import re
from collections.abc import Iterable, Iterator
from typing import Any

from xunbiao.model.diagnostic import Severity
from xunbiao.model.language import Language, Phrase
from xunbiao.model.page import Block, Cell, Column, Facts, Heading, Listing, Page, Paragraph, Table, Tone, Toned
from xunbiao.rules import Rule, all_rules
from xunbiao.rules.clauses import CLAUSES
from xunbiao.rules.documentation import read

KINDS = {
    "XB0": Phrase("文件、文件夹和设置", "Files, folder and settings"),
    "XB1": Phrase("表的形状", "The shape of documents"),
    "XB2": Phrase("申报表", "Filings"),
    "XB3": Phrase("季度报告和总结报告", "Quarterly and summary reports"),
    "XB4": Phrase("典型做法", "The catalogue of practices"),
    "XB5": Phrase("各单位之间", "Across units"),
    "XB6": Phrase("历次改动", "The history of changes"),
}
_TONES = {Severity.ERROR: Tone.BAD, Severity.WARNING: Tone.WARN, Severity.HINT: Tone.FAINT}
_GENERATED = "本页由 `make docs` 从规则本身生成。This page is generated from the rules themselves by `make docs`."


def build_all(rules: Iterable[Rule], language: Language) -> Page:
    """Every rule with its severity and title, by kind."""
    rules = list(rules)
    blocks: list[Block] = []
    for prefix, kind in KINDS.items():
        if of_kind := [rule for rule in rules if rule.code.startswith(prefix)]:
            blocks += [Heading(f"{prefix}xx {kind.in_(language)}"), _table(of_kind, language)]
    blocks.append(Paragraph(language("看一条：xunbiao rule XB201", "See one: xunbiao rule XB201"), Tone.FAINT))
    title = language(f"全部规则（{len(rules)} 条）", f"All rules ({len(rules)})")
    return Page(title, blocks, language, {"rules": [_summary(rule, language) for rule in rules]})


def build(rule: Rule, language: Language) -> Page:
    """One rule: what it says, why, and a bad and a good example."""
    doc = read(rule.doc)
    blocks: list[Block] = [
        Facts(list(_facts(rule, language))),
        Heading(language("为什么", "Why")),
        Paragraph(doc.why.in_(language)),
        Heading(language("怎么办", "What to do")),
        Paragraph(_blanked(rule.hint).in_(language) + language("。", ".")),
        Heading(language("反例", "Bad")),
        _example(doc.bad, language),
        Heading(language("正例", "Good")),
        _example(doc.good, language),
    ]
    return Page(f"{rule.code} {doc.title.in_(language)}", blocks, language, _record(rule, language))


def rules_document() -> str:
    """docs/rules.md: every rule, Chinese first."""
    lines = ["# 规则 Rules", "", _GENERATED, "", "每条规则：为什么、怎么办、一个反例、一个正例。", ""]
    lines += ["Each rule: why, what to do, a bad and a good example; `xunbiao rule XB201` shows the same.", ""]
    rules = list(all_rules().values())
    for prefix, kind in KINDS.items():
        of_kind = [rule for rule in rules if rule.code.startswith(prefix)]
        lines += [f"## {prefix}xx {kind.zh} {kind.en}", "", *_contents(of_kind)] if of_kind else []
        lines += [line for rule in of_kind for line in _chapter(rule)]
    return "\n".join(lines).rstrip() + "\n"


def clauses_document() -> str:
    """docs/clauses.md: every place of the notice that asks for something, and what serves it."""
    lines = ["# 条款 Clauses", "", _GENERATED, ""]
    lines += ["方案的每一处要求，由哪些规则检查，由报告的哪一栏或哪条命令反映。", ""]
    lines += [
        "What the notice asks for, place by place; the rules that check it and the report or command that shows it.",
        "",
    ]
    lines += ["| | 条款 | 要求 | Asks for | 规则 Rules | 报告和命令 Report and commands |", "|---|---|---|---|---|---|"]
    for clause in CLAUSES:
        codes = [rule.code for rule in all_rules().values() if clause.row in rule.rows]
        links = " ".join(f"[{code}](rules.md#{code.lower()})" for code in codes)
        served = f"{clause.served.zh}<br>{clause.served.en}" if clause.served.zh else ""
        served = served if codes or served else "没有可检查的 Nothing to check"
        lines.append(f"| {clause.row} | {clause.place} | {clause.asks.zh} | {clause.asks.en} | {links} | {served} |")
    return "\n".join(lines) + "\n"


def _table(rules: list[Rule], language: Language) -> Table:
    columns = [
        Column(language("代码", "Code")),
        Column(language("级别", "Level")),
        Column(language("查什么", "What it finds"), wide=True),
        Column(language("条款", "Clause")),
    ]
    rows: list[list[Cell]] = [
        [rule.code, _severity(rule, language), read(rule.doc).title.in_(language), rule.clause] for rule in rules
    ]
    return Table(columns, rows)


def _severity(rule: Rule, language: Language) -> Toned:
    return Toned(rule.severity.phrase.in_(language), _TONES[rule.severity])


def _facts(rule: Rule, language: Language) -> Iterator[tuple[str, Cell]]:
    yield language("级别", "Level"), _severity(rule, language)
    yield language("名称", "Name"), rule.name
    if rule.clause:
        yield language("条款", "Clause"), f"{rule.clause} ({', '.join(rule.rows)})"
    yield language("会这样说", "Says"), _blanked(rule.message).in_(language)


def _example(example: str, language: Language) -> Block:
    """YAML to look at; where bytes or names are the matter, a line of prose in each language."""
    if not example.startswith("（"):
        return Listing(example, "yaml")
    zh, _, en = example.partition("\n")
    return Paragraph(language(zh.strip("（）"), en.strip("()")))


def _blanked(phrase: Phrase) -> Phrase:
    """A sentence without the values that a finding would put in."""
    zh, en = (re.sub(r"\{[a-z_]+\}", "…", each) for each in (phrase.zh, phrase.en))
    return Phrase("每一处各有说明", "told at each place") if zh == "…" else Phrase(zh, en)


def _summary(rule: Rule, language: Language) -> dict[str, Any]:
    return {
        "code": rule.code,
        "name": rule.name,
        "severity": str(rule.severity),
        "title": read(rule.doc).title.in_(language),
        "clause": rule.clause,
        "rows": list(rule.rows),
    }


def _record(rule: Rule, language: Language) -> dict[str, Any]:
    doc = read(rule.doc)
    return {
        **_summary(rule, language),
        "why": doc.why.in_(language),
        "message": rule.message.in_(language),
        "hint": rule.hint.in_(language),
        "bad": doc.bad,
        "good": doc.good,
    }


def _contents(rules: list[Rule]) -> list[str]:
    head = ["| 代码 Code | 级别 Level | 查什么 | What it finds | 条款 Clause |", "|---|---|---|---|---|"]
    return [*head, *(_contents_row(rule) for rule in rules), ""]


def _contents_row(rule: Rule) -> str:
    title, level = _plain(read(rule.doc).title), rule.severity.phrase
    link = f"[{rule.code}](#{rule.code.lower()})"
    return f"| {link} | {level.zh} {level.en} | {title.zh} | {title.en} | {rule.clause} |"


def _chapter(rule: Rule) -> Iterator[str]:
    doc, level = read(rule.doc), rule.severity.phrase
    title, why, hint = _plain(doc.title), _plain(doc.why), _plain(_blanked(rule.hint))
    yield from (f'<a id="{rule.code.lower()}"></a>', "", f"### {rule.code} {title.zh} {title.en}", "")
    place = f" · 条款 {rule.clause}（{', '.join(rule.rows)}）" if rule.clause else ""
    yield from (f"{level.zh} {level.en} · `{rule.name}`{place}", "")
    yield from (why.zh, "", why.en, "", f"怎么办：{hint.zh}。", "", f"What to do: {hint.en}.", "")
    for heading, example in (("反例 Bad", doc.bad), ("正例 Good", doc.good)):
        yield from (heading, "")
        yield from (example, "") if example.startswith("（") else ("```yaml", example, "```", "")


def _plain(phrase: Phrase) -> Phrase:
    """A phrase in Markdown, where some of the signs that rules are about would mean something."""
    zh, en = (re.sub(r"([`*|<>\[\]_#])", r"\\\1", each) for each in (phrase.zh, phrase.en))
    return Phrase(zh, en)
