"""Item, practices then and now → Revised: how what a measure names has changed since it was named."""

from collections.abc import Iterator
from dataclasses import dataclass

from xunbiao.model.filing import Item
from xunbiao.model.practice import Catalogue, Practice


@dataclass(frozen=True, slots=True)
class Difference:
    """A practice's title (`code` P09) or an element's text (P09-2), before and after; None where there is none."""

    code: str
    before: str | None
    after: str | None


@dataclass(frozen=True, slots=True)
class Revised:
    """What a measure names by a code, as it was then and is now. `now` is None for a practice that is gone; without
    differences the 版本 alone has been raised."""

    measure: Item
    code: str
    then: Practice
    now: Practice | None
    differences: tuple[Difference, ...]


def revised(measure: Item, code: str, then: Practice, catalogue: Catalogue) -> Revised | None:
    """How the practice or element that a measure names differs from what it was; None where it is the same. To one who
    names an element the practice's other elements do not matter."""
    now = catalogue.practices.get(then.code)
    found = tuple(each for each in _differences(then, now) if code in (each.code, then.code))
    raised = now is not None and code == then.code and now.version != then.version
    return Revised(measure, code, then, now, found) if found or raised else None


def _differences(then: Practice, now: Practice | None) -> Iterator[Difference]:
    before = {then.code: then.title, **then.elements}
    after = {now.code: now.title, **now.elements} if now else {}
    for code in dict.fromkeys([*before, *after]):
        if before.get(code) != after.get(code):
            yield Difference(code, before.get(code), after.get(code))
