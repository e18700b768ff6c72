"""Imported forms → Page: where each file went, what was changed, what is to be corrected, by the form's own cells."""

from collections.abc import Iterator, Sequence
from typing import Any

from xunbiao.model.diagnostic import Diagnostic, Severity, field_name
from xunbiao.model.form import Imported, Problem, place_name
from xunbiao.model.history import Change
from xunbiao.model.language import Language
from xunbiao.model.page import Block, Bullets, Heading, Page, Paragraph, Tone, Toned
from xunbiao.pages.change_cells import kind_cell, prefixed, values_cell

_ON_THE_FORM = frozenset(
    {"填报单位", "填报时间", "联系人", "联系电话", "名称", "内容", "时限", "目标", "差距", "举措", "亮点"}
)
_TONES = {Severity.ERROR: Tone.BAD, Severity.WARNING: Tone.WARN, Severity.HINT: Tone.FAINT}


def build(results: Sequence[Imported], language: Language, *, dry_run: bool) -> Page:
    """What became of each file, in the order given."""
    blocks = [block for each in results for block in _blocks(each, language, dry_run)]
    blocks.append(_summary(results, language, dry_run))
    record = {"version": 1, "dry_run": dry_run, "forms": [_record(each, language) for each in results]}
    return Page(language("导入结果", "Taken in"), blocks, language, record)


def differences(result: Imported, language: Language) -> Page:
    """What a form would change in the filing that is there."""
    return Page(_headline(result, language), [_changes(result.changes, language)], language)


def _blocks(result: Imported, language: Language, dry_run: bool) -> Iterator[Block]:
    yield Heading(_headline(result, language))
    if result.refusal:
        yield Paragraph(result.refusal.message.in_(language) + language("。", "."), Tone.BAD)
        return
    if result.is_update:
        yield _changes(result.changes, language)
    lines = [*_problem_lines(result.problems, language), *_diagnostic_lines(result, language)]
    if lines:
        yield Bullets(lines)
    elif not result.is_update:
        yield Paragraph(language("没有发现问题。", "Nothing to correct."), Tone.GOOD)
    more = sum(not _is_shown(each) for each in result.diagnostics)
    if more and not dry_run:
        zh = f"另有{more}条警告和提示，多是表上没有的栏目：xunbiao validate {result.path}"
        en = f"{more} more, mostly about what the form has no place for: xunbiao validate {result.path}"
        yield Paragraph(language(zh, en), Tone.FAINT)


def _headline(result: Imported, language: Language) -> str:
    if result.refusal or not result.path:
        return result.file
    name = result.unit.name if result.unit else ""
    return language(f"{result.file} → {result.path}（{name}）", f"{result.file} → {result.path} ({name})")


def _changes(changes: Sequence[Change], language: Language) -> Block:
    if not changes:
        return Paragraph(language("和已有的申报表一样，没有改动。", "The same as the filing that is there."), Tone.GOOD)
    return Bullets([_change(each, language) for each in changes])


def _change(change: Change, language: Language) -> Toned:
    kind = kind_cell(change, language)
    said, tone = (str(kind.value), kind.tone) if isinstance(kind, Toned) else (str(kind), Tone.PLAIN)
    about = f"{said} {place_name(change.path)}{language('：', ': ')}"
    return Toned(prefixed(about, values_cell(change, language)), tone)


def _problem_lines(problems: Sequence[Problem], language: Language) -> Iterator[Toned]:
    for each in problems:
        yield Toned(f"{each.place}{language('：', ': ')}{each.message.in_(language)}", _TONES[each.severity])


def _diagnostic_lines(result: Imported, language: Language) -> Iterator[Toned]:
    """What the rules say of the cells of the form, but not where the form has just been found wanting there."""
    told = {field_name(each.path) for each in result.problems if each.is_of_filling_in}
    for each in result.diagnostics:
        if _is_shown(each) and each.field not in told:
            yield Toned(_diagnostic(each, language), _TONES[each.severity])


def _is_shown(found: Diagnostic) -> bool:
    """Errors, and warnings about what stands on the form; what stands below its line nobody could have filled in."""
    last = found.field.rpartition(".")[2]
    on_the_form = last in _ON_THE_FORM or last.isascii()
    return found.severity is Severity.ERROR or (found.severity is Severity.WARNING and on_the_form)


def _diagnostic(found: Diagnostic, language: Language) -> str:
    place = place_name(tuple(part.partition("[")[0] for part in found.field.split(".")) if found.field else ())
    message, hint = found.message.in_(language), found.hint.in_(language)
    if language is Language.ZH:
        return f"{place}：{message}。{hint}（{found.code}）"
    return f"{place}: {message}. {hint} ({found.code})"


def _summary(results: Sequence[Imported], language: Language, dry_run: bool) -> Paragraph:
    refused = sum(each.refusal is not None for each in results)
    read, written = len(results) - refused, sum(each.written for each in results)
    zh = (
        f"读了{read}份，写入{written}份，{refused}份没有导入。"
        if not dry_run
        else f"试运行：读了{read}份，{refused}份读不了，没有写文件。"
    )
    en = (
        f"{read} read, {written} written, {refused} not taken."
        if not dry_run
        else f"A dry run: {read} read, {refused} refused, nothing written."
    )
    return Paragraph(language(zh, en), Tone.BAD if refused else Tone.PLAIN)


def _record(result: Imported, language: Language) -> dict[str, Any]:
    """One file as plain data; `problems` are `path:code` of what is filled in wrongly, as short as can be."""
    return {
        "file": result.file,
        "unit": result.unit.id if result.unit else None,
        "path": result.path or None,
        "written": result.written,
        "refused": {"code": result.refusal.code, "message": result.refusal.message.in_(language)}
        if result.refusal
        else None,
        "yaml": result.text or None,
        "problems": _codes(result),
        "findings": [_finding(each, language) for each in result.problems],
        "diagnostics": [_diagnostic_record(each, language) for each in result.diagnostics],
        "changes": [_change_record(each) for each in result.changes],
    }


def _codes(result: Imported) -> list[str]:
    if result.refusal:
        return [result.refusal.code]
    return [each.key for each in result.problems if each.is_of_filling_in]


def _finding(problem: Problem, language: Language) -> dict[str, Any]:
    return {
        "code": problem.code,
        "severity": problem.severity.value,
        "field": field_name(problem.path),
        "place": problem.place,
        "words": problem.words,
        "message": problem.message.in_(language),
    }


def _diagnostic_record(found: Diagnostic, language: Language) -> dict[str, Any]:
    return {
        "code": found.code,
        "name": found.name,
        "severity": found.severity.value,
        "line": found.span.line,
        "column": found.span.column,
        "field": found.field,
        "message": found.message.in_(language),
        "hint": found.hint.in_(language),
    }


def _change_record(change: Change) -> dict[str, Any]:
    return {"field": field_name(change.path), "kind": change.kind.value, "from": change.before, "to": change.after}
