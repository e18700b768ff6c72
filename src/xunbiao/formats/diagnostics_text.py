"""Diagnostics → text for a clerk: place, what is wrong, the line with a caret, and what to do."""

from collections.abc import Iterator, Sequence
from itertools import groupby

from rich.text import Text

from xunbiao.formats.escaping import terminal
from xunbiao.formats.excerpt import excerpt
from xunbiao.formats.screen import Screen
from xunbiao.formats.terminal import STYLES, joined, styled, written
from xunbiao.formats.values import MARKS
from xunbiao.formats.verdict import Verdict
from xunbiao.formats.wrapping import wrap
from xunbiao.model.diagnostic import START, Diagnostic, Severity, Skipped
from xunbiao.model.language import Language
from xunbiao.model.page import Tone

MOST = 200
"""How many findings are shown; of the rest there is a count."""

_MOST_SKIPPED = 20
_LONGEST = 400
_TONES = {Severity.ERROR: Tone.BAD, Severity.WARNING: Tone.WARN, Severity.HINT: Tone.PLAIN}
_ARROW = "  → "


def render(verdict: Verdict, screen: Screen) -> str:
    """Finding after finding, a blank line after each; then what was skipped; then the counts in one line."""
    lines = [
        line
        for path, group in groupby(verdict.diagnostics[:MOST], lambda found: found.path)
        for line in _findings(list(group), path, verdict, screen)
    ]
    rest = len(verdict.diagnostics) - MOST
    if rest > 0:
        lines += [styled(_more(rest, verdict.language), "bold"), Text()]
    lines += _skipped(verdict.files_skipped, verdict.language)
    return written([*lines, _summary(verdict)], color=screen.color)


def _findings(group: Sequence[Diagnostic], path: str, verdict: Verdict, screen: Screen) -> Iterator[Text]:
    """The findings of one file, which is looked up once, and only if a line of it is wanted."""
    source = verdict.sources(path) if any(found.span != START for found in group) else ()
    for found in group:
        yield _head(found, verdict.language)
        if found.field:
            yield styled("  " + terminal(found.field, _LONGEST), "dim")
        yield from _place(found, source, screen.width)
        hint = wrap(terminal(found.hint.in_(verdict.language), _LONGEST), screen.width - len(_ARROW))
        yield from (Text((" " * len(_ARROW) if i else _ARROW) + line) for i, line in enumerate(hint))
        yield Text()


def _head(found: Diagnostic, language: Language) -> Text:
    clause = terminal(found.clause)
    return joined(
        styled(f"{terminal(found.path)}:{found.span.line}:{found.span.column}", "bold"),
        " ",
        styled(found.severity.phrase.in_(language), STYLES[_TONES[found.severity]]),
        " ",
        styled(found.code, "bold"),
        " " + terminal(found.message.in_(language), _LONGEST),
        styled(language(f"〔{clause}〕", f" [{clause}]") if clause else "", "dim"),
    )


def _place(found: Diagnostic, source: Sequence[str], columns: int) -> Sequence[Text]:
    """The first line of the place; none for what is said of a whole file, nor where the file has no such line."""
    if found.span == START or not 0 < found.span.line <= len(source):
        return []
    return excerpt(source[found.span.line - 1].rstrip("\r\n"), found.span, columns)


def _skipped(files: Sequence[Skipped], language: Language) -> list[Text]:
    word, colon = language("略过", "skipped"), language("：", ": ")
    lines = [
        styled(f"{word} {terminal(each.path)}{colon}{terminal(each.reason.in_(language), _LONGEST)}", "dim")
        for each in files[:_MOST_SKIPPED]
    ]
    rest = len(files) - _MOST_SKIPPED
    if rest > 0:
        lines.append(styled(language(f"略过的还有 {rest} 个文件", f"{rest} more files skipped"), "dim"))
    return lines


def _more(rest: int, language: Language) -> str:
    return language(
        f"还有 {rest} 条没有列出；用 --format json 可看全部。",
        f"{rest} more are not listed; --format json has them all.",
    )


def _summary(verdict: Verdict) -> Text:
    counts, read, skipped = verdict.counts, verdict.files_read, len(verdict.files_skipped)
    errors, warnings, hints = counts[Severity.ERROR], counts[Severity.WARNING], counts[Severity.HINT]
    text = verdict.language(
        f"{errors} 个错误、{warnings} 个警告、{hints} 个提示；读了 {read} 个文件，略过 {skipped} 个。",
        f"{_counted(errors, 'error')}, {_counted(warnings, 'warning')}, {_counted(hints, 'hint')}; "
        f"{_counted(read, 'file')} read, {skipped} skipped.",
    )
    tone = Tone.BAD if errors else Tone.WARN if warnings else Tone.GOOD
    return styled(f"{MARKS[tone]} {text}", STYLES[tone])


def _counted(count: int, noun: str) -> str:
    return f"{count} {noun}" if count == 1 else f"{count} {noun}s"
