"""Diagnostics → Signals by path: what a person should look at (四（五）: 形式主义)."""

from collections import defaultdict
from collections.abc import Iterable, Mapping

from xunbiao.model.diagnostic import Diagnostic
from xunbiao.model.progress import Signal
from xunbiao.rules import all_rules

_CODES = ("XB3", "XB5")
_FOR_A_HUMAN = "人工核查"


def signal_codes() -> tuple[str, ...]:
    """The rules on reports and across units that ask for a person's eye, by their own words; no others need be run."""
    rules = (rule for rule in all_rules().values() if rule.code.startswith(_CODES))
    return tuple(rule.code for rule in rules if _FOR_A_HUMAN in rule.message.zh + rule.hint.zh)


def signals_by_path(diagnostics: Iterable[Diagnostic]) -> Mapping[str, tuple[Signal, ...]]:
    """The findings on reports and across units that are worded 建议人工核查, by file."""
    found: dict[str, list[Signal]] = defaultdict(list)
    for each in diagnostics:
        if each.code.startswith(_CODES) and _FOR_A_HUMAN in each.message.zh + each.hint.zh:
            found[each.path].append(Signal(each.path, each.span.line, each.code, each.field, each.message))
    return {path: tuple(signals) for path, signals in found.items()}
