"""Progress → 对照30项: each practice of Annex 1 with those who draw upon it, and units × practices at a glance."""

from collections.abc import Mapping, Sequence

from xunbiao.model.campaign import Unit
from xunbiao.model.language import Language, Phrase
from xunbiao.model.page import Cell, Column, Level, Matrix, MatrixColumn, Sheet, Table, Tone, Toned
from xunbiao.model.progress import Basis, PracticeUse, Progress
from xunbiao.pages.book.setting import set_up

_MATRIX = Phrase("对照矩阵", "Matrix")


def sheet(progress: Progress, basis: Basis, language: Language) -> Sheet:
    """Practices that nobody draws upon are there too; codes that the catalogue lacks come last."""
    columns = [
        Column(language("编号", "No.")),
        Column(language("典型做法", "Practice"), wide=True),
        Column(language("借鉴单位数", "Units"), number=True),
        Column(language("举措数", "Measures"), number=True),
        Column(language("借鉴单位（举措：写明的编号）", "Who draws upon it (measure: as named)"), wide=True),
    ]
    uses = {use.code: use for use in progress.practices}
    known = [_row(code, title, uses.get(code), language) for code, title in progress.practice_titles.items()]
    unknown = language("目录里没有这个编号", "not in the catalogue")
    others = [
        _row(use.code, Toned(unknown, Tone.WARN), use, language)
        for use in progress.practices
        if use.code not in progress.practice_titles
    ]
    none = language("目录里没有典型做法。", "The catalogue has no practice.")
    count = len(progress.practice_titles)
    name = Phrase(f"对照{count}项", f"{count} practices")
    return set_up(progress, basis, name, language, [Table(columns, [*known, *others], none)])


def _row(code: str, title: Cell, use: PracticeUse | None, language: Language) -> Sequence[Cell]:
    if use is None:
        return [code, title, 0, 0, None]
    named: dict[Unit, dict[str, list[str]]] = {}
    for unit, measure, as_named in use.uses:
        named.setdefault(unit, {}).setdefault(measure, []).append(as_named)
    told = [f"{unit.name}（{_measures(measures)}）" for unit, measures in named.items()]
    return [code, title, len(named), sum(map(len, named.values())), language("；", "; ").join(told)]


def _measures(named: Mapping[str, Sequence[str]]) -> str:
    return "，".join(f"{measure}：{'、'.join(codes)}" for measure, codes in named.items())


def matrix_sheet(progress: Progress, basis: Basis, language: Language) -> Sheet:
    """A row for each unit with a filing."""
    whole = Level(language("写明整项", "names the practice"), "●", 3)
    part = Level(language("写明其中要点", "names some elements"), "○", 1)
    none = Level(language("没有写明", "not named"), "", 0)
    found: dict[tuple[str, str], Level] = {}
    for use in progress.practices:
        for unit, _, as_named in use.uses:
            if found.get((unit.id, use.code)) != whole:
                found[unit.id, use.code] = whole if as_named == use.code else part
    titles = progress.practice_titles
    columns = [MatrixColumn(code, title, code) for code, title in titles.items()]
    filed = [each.unit for each in progress.units if each.figures]
    rows = [(unit.name, [found.get((unit.id, code), none) for code in titles]) for unit in filed]
    empty = language("还没有能读的申报表。", "No filing can be read yet.")
    matrix = Matrix(language("填报单位", "Unit"), columns, rows, [whole, part], language("合计", "All"), empty)
    return set_up(progress, basis, _MATRIX, language, [matrix])
