"""figures and names → the parts of a sentence of a circular."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal

from xunbiao.model.campaign import Unit
from xunbiao.model.digits import percent
from xunbiao.model.language import Language
from xunbiao.pages.terms import counted

MOST_NAMED = 30
"""Beyond so many names a sentence points to the annex, where every unit stands."""


def listed(names: Sequence[str], language: Language) -> str:
    """甲局、乙局; of very many the first ones, and where the others are."""
    shown = language("、", ", ").join(names[:MOST_NAMED])
    if len(names) <= MOST_NAMED:
        return shown
    return shown + language(f"等，共{len(names)}个（详见附件）", f" and others, {len(names)} in all (see the annexes)")


def tally(units: Iterable[Unit]) -> Mapping[str, int]:
    """How often each unit, by its full name, in the order of the roster."""
    return Counter(unit.name for unit in units)


def with_counts(found: Mapping[str, int], language: Language) -> str:
    """甲局（2项）、乙局（1项）."""
    return listed([language(f"{name}（{each}项）", f"{name} ({each})") for name, each in found.items()], language)


def with_days(days: Sequence[tuple[str, int]], language: Language) -> str:
    """甲局（3天）、乙局（1天）, the longest first."""
    ordered = sorted(days, key=lambda each: -each[1])
    return listed(
        [language(f"{name}（{each}天）", f"{name} ({counted(each, 'day')})") for name, each in ordered], language
    )


def rate(share: Decimal | None, language: Language) -> str:
    """97.4%; where there is no whole, that there is none."""
    return percent(share) if share is not None else language("无", "none")
