"""units, Catalogue → PracticeUses: which of the 30 practices are drawn upon, by which measures."""

from collections.abc import Iterable

from xunbiao.model.campaign import Unit
from xunbiao.model.practice import Catalogue
from xunbiao.model.progress import PracticeUse, UnitProgress


def practice_uses(catalogue: Catalogue, units: Iterable[UnitProgress]) -> tuple[PracticeUse, ...]:
    """The practices that measures name under 参考做法, in the order of the catalogue; codes that it lacks come last."""
    found: dict[str, list[tuple[Unit, str, str]]] = {}
    for each in units:
        for code, measure in each.figures.practices if each.figures else ():
            practice = code.partition("-")[0] if catalogue.knows(code) else code
            found.setdefault(practice, []).append((each.unit, measure, code))
    known = [code for code in catalogue.practices if code in found]
    unknown = sorted(found.keys() - set(known))
    titles = {code: practice.title for code, practice in catalogue.practices.items()}
    return tuple(PracticeUse(code, titles.get(code, ""), tuple(found[code])) for code in (*known, *unknown))
