"""Diagnostics → fingerprints, by which a service knows a finding again after lines have moved."""

import hashlib
from collections import Counter
from collections.abc import Sequence

from xunbiao.model.diagnostic import Diagnostic


def fingerprints(diagnostics: Sequence[Diagnostic]) -> list[str]:
    """One for each, all different: its file, rule and field, and which of its like it is; no line and no wording."""
    seen: Counter[tuple[str, str, str]] = Counter()
    prints = []
    for each in diagnostics:
        likeness = (each.path, each.code, each.field)
        seen[likeness] += 1
        text = "\0".join([*likeness, str(seen[likeness])])
        prints.append(hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest())
    return prints
