"""Filing → Comparison: adopted, partial, suggested or none; elements, evidence, figures, and what would suit."""

from decimal import Decimal
from pathlib import Path

import pytest
import yaml

from xunbiao.catalogue import Comparison, Relation, Standing, Verdict, make_adviser
from xunbiao.check import dossier, open_folder
from xunbiao.model.practice import Catalogue

ROOT = Path(__file__).resolve().parents[2]
Comparisons = tuple[Comparison, ...]
SHICHANG, DIANLI, HUANBAO, FANGGUAN = range(4)


def standing(comparison: Comparison, code: str) -> Standing:
    return next(each for each in comparison.standings if each.practice.code == code)


@pytest.mark.parametrize(
    ("unit", "relations"),
    [
        (SHICHANG, {"P09": "adopted", "P25": "partial", "P30": "suggested"}),
        (DIANLI, {"P22": "partial"}),
        (HUANBAO, {}),
        (FANGGUAN, {}),
    ],
)
def test_relations(comparisons: Comparisons, unit: int, relations: dict[str, str]) -> None:
    """A named practice is adopted, named elements make it partial, words alone suggest it, and all others are none."""
    found = {each.practice.code: each.relation.value for each in comparisons[unit].taken_up}
    assert found == relations
    assert len(comparisons[unit].standings) == 30


def test_an_adopted_practice_shows_what_its_texts_cover(comparisons: Comparisons) -> None:
    """To name a practice whole covers no element by itself: the texts of its measures and goals say which."""
    adopted = standing(comparisons[SHICHANG], "P09")
    assert "P09-2" in adopted.covered
    assert "P09-3" in adopted.left_out
    assert sorted(adopted.covered + adopted.left_out) == sorted(adopted.practice.elements)


def test_a_named_element_is_covered(comparisons: Comparisons) -> None:
    """Elements that a measure names are covered even where its words do not tell."""
    assert standing(comparisons[SHICHANG], "P25").covered == ("P25-3", "P25-5")
    assert {"P22-7"} <= set(standing(comparisons[DIANLI], "P22").covered)


def test_evidence_names_field_and_words(comparisons: Comparisons) -> None:
    """Each mention has its place, what it names, and words that stand in its text."""
    mentions = standing(comparisons[SHICHANG], "P09").mentions
    assert [(each.item.id, each.named) for each in mentions] == [("M1", ()), ("J1", ("P09",))]
    assert all(word in each.item.text for each in mentions for word in each.words)
    assert all(each.words for each in mentions)


def test_figures_stand_side_by_side(comparisons: Comparisons) -> None:
    """Comparable figures have a gap, the others say why there is none."""
    figures = standing(comparisons[DIANLI], "P22").figures
    assert [(each.goal.id, each.verdict, each.gap) for each in figures] == [
        ("M1", Verdict.COMPARABLE, Decimal("7.26")),
        ("M2", Verdict.COMPARABLE, Decimal(0)),
        ("M3", Verdict.OTHER_SCOPE, None),
    ]


def test_benchmarks_and_duties_prompt_what_is_not_taken_up(comparisons: Comparisons) -> None:
    """What a unit admires at its benchmark or has as its duty, and does not take up, is brought up with the reason."""
    prompted = {
        each.practice.code: [(prompt.place.zh, prompt.text) for prompt in each.prompts]
        for each in comparisons[SHICHANG].of(Relation.NONE)
        if each.prompts
    }
    assert prompted == {
        "P15": [("职责", "信用监管")],
        "P17": [("标杆好在哪", "建立风险监测系统，数据一异常就自动预警。")],
    }


def test_what_is_taken_up_is_not_prompted(comparisons: Comparisons) -> None:
    """一照多址 is a duty of the unit and in its measures: nobody needs to be told."""
    assert standing(comparisons[SHICHANG], "P09").prompts == ()


def test_a_unit_without_a_filing_is_advised_by_its_duties(comparisons: Comparisons) -> None:
    """Where there is no filing, nothing is taken up, and duties still point to practices."""
    missing = comparisons[FANGGUAN]
    assert missing.filing is None
    assert [each.practice.code for each in missing.standings if each.prompts] == ["P27"]


def test_elements_are_of_the_practice(comparisons: Comparisons, catalogue: Catalogue) -> None:
    """Whatever is covered or left out is an element of its practice, in the catalogue's order."""
    for comparison in comparisons:
        for each in comparison.standings:
            order = list(catalogue.practices[each.practice.code].elements)
            assert list(each.covered) == [code for code in order if code in each.covered]
            assert list(each.left_out) == [code for code in order if code not in each.covered]


def named_in(path: Path) -> set[str]:
    """The practices that a filing's measures name, counted without the tool."""
    filing = yaml.safe_load(path.read_text(encoding="utf-8"))
    measures = [each for part in ("对标方向", "创标意向") for each in (filing[part].get("举措") or {}).values()]
    return {code.split("-")[0] for measure in measures for code in measure.get("参考做法") or []}


@pytest.mark.parametrize("path", sorted((ROOT / "filings").glob("*/filing.yaml")), ids=lambda path: path.parent.name)
def test_the_projects_own_filings(path: Path) -> None:
    """What the measures of the project's own example filings name is adopted or partial, and nothing else is."""
    workspace = open_folder(ROOT)
    unit = workspace.roster.units[path.parent.name]
    found = make_adviser(workspace.catalogue).compare(unit, dossier(workspace, unit.id).filing)
    assert {each.practice.code for each in found.of(Relation.ADOPTED, Relation.PARTIAL)} == named_in(path)
