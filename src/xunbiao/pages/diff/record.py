"""Comparison → plain data, as the contract's JSON has it (§7)."""

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Any

from xunbiao.catalogue import Comparison, Mention, Outline, Prompt, Relation, Revised, SideBySide, Standing
from xunbiao.model.campaign import Unit
from xunbiao.model.diagnostic import field_name
from xunbiao.model.practice import Catalogue
from xunbiao.pages.catalogue import datum_record
from xunbiao.pages.matching import rounded

Json = dict[str, Any]


def comparison(each: Comparison) -> Json:
    """A unit with all its practices. `filing` says whether there was a filing to read."""
    return {**who(each.unit), "filing": each.filing is not None, "practices": [standing(one) for one in each.standings]}


def who(unit: Unit) -> Json:
    return {"unit": unit.id, "name": unit.name}


def standing(each: Standing) -> Json:
    return {
        "practice": each.practice.code,
        "title": each.practice.title,
        "category": each.practice.category,
        **position(each),
    }


def position(each: Standing) -> Json:
    """How a filing stands to a practice, the practice itself left out."""
    return {
        "relation": each.relation.value,
        "elements": {"covered": list(each.covered), "not_covered": list(each.left_out)},
        "evidence": [_mention(one) for one in each.mentions],
        "figures": [figures(one) for one in each.figures],
        "prompts": [_prompt(one) for one in each.prompts],
    }


def counts(outlines: Sequence[Outline], catalogue: Catalogue) -> Mapping[str, Counter[Relation]]:
    """For each practice's code how many units stand in each relation to it."""
    counted: dict[str, Counter[Relation]] = {code: Counter() for code in catalogue.practices}
    for each in outlines:
        for code, relation in zip(catalogue.practices, each.relations, strict=True):
            counted[code][relation] += 1
    return counted


def _mention(each: Mention) -> Json:
    return {
        "field": field_name(each.item.path),
        "named": list(each.named),
        "score": rounded(each.score),
        "words": list(each.words),
        "elements": list(each.elements),
    }


def _prompt(each: Prompt) -> Json:
    return {"field": field_name(each.path) or None, "text": each.text, "words": list(each.words)}


def figures(each: SideBySide) -> Json:
    """A goal's figures and a practice's; `gap` is null where `comparable` is false."""
    return {
        "field": field_name(each.metric.path),
        "name": each.metric.name,
        "unit": each.metric.unit,
        "baseline": each.metric.baseline,
        "target": each.metric.target,
        "datum": datum_record(each.datum),
        "comparable": each.verdict.value == "comparable",
        "verdict": each.verdict.value,
        "gap": each.gap,
    }


def revised(each: Revised) -> Json:
    """A reference to what has been rewritten since; `from` or `to` is null where there was or is none."""
    return {
        "field": field_name(each.measure.path),
        "named": each.code,
        "version": {"from": each.then.version, "to": each.now.version if each.now else None},
        "changes": [{"code": one.code, "from": one.before, "to": one.after} for one in each.differences],
    }
