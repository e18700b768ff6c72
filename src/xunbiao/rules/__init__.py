"""Filing, report, dossier → Findings: one file a rule. Its code, words, clause, documentation and check live there."""

from collections.abc import Mapping
from functools import cache
from importlib import import_module
from pkgutil import iter_modules

from xunbiao.rules.rule import Context, Rule, Shared, rule

__all__ = ["Context", "Rule", "Shared", "all_rules", "rule"]


@cache
def all_rules() -> Mapping[str, Rule]:
    """Every rule by code, in order: found in the files of this folder whose names start with a code."""
    files = (info.name for info in iter_modules(__path__) if info.name.startswith("xb"))
    modules = (import_module(f"{__name__}.{name}") for name in files)
    found = [value for module in modules for value in vars(module).values() if isinstance(value, Rule)]
    return {each.code: each for each in sorted(found, key=lambda each: each.code)}
