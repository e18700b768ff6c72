"""text that libyaml refused → the slip that a clerk most likely made, at the place where it was made.

libyaml says what it did not expect; a clerk needs to hear what was typed. Each slip below was seen in files that were
filled in with Word habits: a full-width colon, a tab, a colon inside a sentence, a quote that is not closed.
"""

import re

import yaml

from xunbiao.model.diagnostic import Finding, Span

_CONFLICT = re.compile(r"^(?:<{7}|={7}|>{7}|\|{7})(?: .*)?$", re.MULTILINE)
_FULL_WIDTH_COLON = re.compile(r"^[ ]*(?:- +)?([^\s:：\"'#\-][^\s:：\"'#]{0,20})：", re.MULTILINE)
_NO_SPACE = re.compile(r"^[ ]*(?:- +)?([\u4e00-\u9fff][^\s:：\"'#]{0,20}):(?!//)(?=\S)", re.MULTILINE)
_OPENED = re.compile(r"[ ]*(?:- +)*(?:[^\s:\"'#][^:\"']*: +)?([\"'])")
_SPECIAL = "@`%*&!>|[]{},?-"


def explain(text: str, error: yaml.YAMLError) -> Finding:
    """A libyaml error → one finding, the most telling first."""
    if conflict := _CONFLICT.search(text):
        return _at(text, conflict.start(), conflict.end(), "XB006", marker=conflict[0][:7])
    mark = getattr(error, "problem_mark", None)
    line = min(mark.line, text.count("\n")) if mark else 0
    context = getattr(error, "context_mark", None)
    problem = str(getattr(error, "problem", "") or "")
    lines = text.split("\n")
    return (
        _quote_left_open(problem, context, lines)
        or _quote_closed_by_the_next(lines[: line + 1])
        or _tab(problem, line, lines)
        or _colon_typed_wrong(lines, {line, line - 1, context.line if context else line})
        or _special_start(problem, context or mark, lines)
        or _text_after_quote(problem, line, mark, lines)
        or _text_after_bracket(problem, line, mark, lines)
        or _colon_in_text(problem, line, mark, lines)
        or _indentation(problem, line, lines)
        or _plain_error(line, mark, problem, lines)
    )


def leading_colon(text: str) -> Finding | None:
    """The first line that would be `key: value` were its colon a half-width one with a space behind it."""
    for code, pattern in (("XB007", _FULL_WIDTH_COLON), ("XB024", _NO_SPACE)):
        if found := pattern.search(text):
            return _at(text, found.end() - 1, found.end(), code, label=found[1])
    return None


def _quote_left_open(problem: str, context: yaml.Mark | None, lines: list[str]) -> Finding | None:
    if "unexpected end of stream" not in problem or context is None:
        return None
    return Finding("XB009", span=_rest(lines, context.line, context.column))


def _quote_closed_by_the_next(lines: list[str]) -> Finding | None:
    """A quote opened and not closed on its line, where the next quote is one that was meant to open another text."""
    opened: tuple[int, re.Match[str]] | None = None
    for number, text in enumerate(lines):
        found = _OPENED.match(text)
        if opened and opened[1][1] in text:
            if found and found[1] == opened[1][1]:
                return Finding("XB009", span=_rest(lines, opened[0], opened[1].start(1)))
            opened = None
        elif found and found[1] not in text[found.end() :]:
            opened = (number, found)
    return None


def _tab(problem: str, line: int, lines: list[str]) -> Finding | None:
    for number in (line, line + 1):
        if number < len(lines) and "\t" in (text := lines[number]):
            column = text.index("\t")
            if "tab" in problem or not text[:column].strip() or "cannot start" in problem or "key" in problem:
                return Finding("XB008", span=Span(number + 1, column + 1, number + 1, column + 2))
    return None


def _colon_typed_wrong(lines: list[str], numbers: set[int]) -> Finding | None:
    for number in sorted(numbers):
        for code, pattern in (("XB007", _FULL_WIDTH_COLON), ("XB024", _NO_SPACE)):
            if 0 <= number < len(lines) and (found := pattern.match(lines[number])):
                span = Span(number + 1, found.end(), number + 1, found.end() + 1)
                return Finding(code, values={"label": found[1]}, span=span)
    return None


def _special_start(problem: str, mark: yaml.Mark | None, lines: list[str]) -> Finding | None:
    if mark is None or mark.line >= len(lines):
        return None
    rest = lines[mark.line][mark.column :]
    if rest[:1] == "-" and "sequence entries are not allowed" not in problem:
        return None
    started = rest[:1] and rest[0] in _SPECIAL and "expected key" not in problem and "mapping values" not in problem
    values = {"character": rest[:1]}
    return Finding("XB021", values=values, span=_rest(lines, mark.line, mark.column)) if started else None


def _text_after_quote(problem: str, line: int, mark: yaml.Mark | None, lines: list[str]) -> Finding | None:
    if "expected key" not in problem or mark is None or line >= len(lines):
        return None
    before = lines[line][: mark.column].rstrip()
    if before.endswith(('"', "'")) and ":" in before:
        return Finding("XB022", span=_rest(lines, line, before.index(":") + 1))
    return None


def _text_after_bracket(problem: str, line: int, mark: yaml.Mark | None, lines: list[str]) -> Finding | None:
    """`内容: [暂定]方案`: the bracket opened a list, and words follow it."""
    if "expected key" not in problem or mark is None or line >= len(lines):
        return None
    before = lines[line][: mark.column].rstrip()
    start = re.match(r"[ ]*(?:- +)*(?:[^\s\[{][^\[{]*: +)?([\[{])", before)
    if not before.endswith(("]", "}")) or start is None:
        return None
    return Finding("XB021", values={"character": start[1]}, span=_rest(lines, line, start.start(1)))


def _colon_in_text(problem: str, line: int, mark: yaml.Mark | None, lines: list[str]) -> Finding | None:
    if "mapping values are not allowed" not in problem or mark is None or line >= len(lines):
        return None
    if lines[line][: mark.column].count(": ") < 1:
        return None
    return Finding("XB010", span=Span(line + 1, mark.column + 1, line + 1, mark.column + 2))


def _indentation(problem: str, line: int, lines: list[str]) -> Finding | None:
    """A line that begins where nothing above it that is still open begins, nor below a label that waits for more."""
    if not any(each in problem for each in ("expected key", "expected '-'", "mapping values")) or line >= len(lines):
        return None
    above = [each for each in lines[:line] if each.strip() and not each.lstrip().startswith("#")]
    indent, open_columns = _indent(lines[line]), _open_columns(above)
    deeper = bool(above) and above[-1].rstrip().endswith(":") and indent > open_columns[0]
    if not above or indent in open_columns or deeper:
        return None
    return Finding("XB023", span=_rest(lines, line, indent))


def _open_columns(above: list[str]) -> list[int]:
    """Where the blocks begin that are still open after some lines, the innermost first."""
    columns: list[int] = []
    for text in reversed(above):
        indent = _indent(text)
        inner = len(text) - len(re.sub(r"^[ ]*(?:- +)*", "", text))
        columns += [column for column in (inner, indent) if not columns or column < columns[-1]]
        if indent == 0:
            break
    return columns


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip(" "))


def _plain_error(line: int, mark: yaml.Mark | None, problem: str, lines: list[str]) -> Finding:
    column = mark.column if mark and mark.line == line else 0
    return Finding("XB011", values={"problem": problem[:120] or "?"}, span=_rest(lines, line, column))


def _rest(lines: list[str], line: int, column: int) -> Span:
    """From a column to the end of its line."""
    length = len(lines[line]) if line < len(lines) else 0
    column = min(column, length)
    return Span(line + 1, column + 1, line + 1, max(length, column + 1) + 1)


def _at(text: str, start: int, end: int, code: str, **values: object) -> Finding:
    line = text.count("\n", 0, start) + 1
    column = start - (text.rfind("\n", 0, start) + 1) + 1
    return Finding(code, values=values, span=Span(line, column, line, column + end - start))
