"""The fast validator and the reference give one verdict on any document, and what is refused is always explained."""

import copy
import json
from collections import Counter
from collections.abc import Iterator, Mapping
from decimal import Decimal
from pathlib import Path
from random import Random
from typing import Any

import pytest

from xunbiao import resources, schema, source
from xunbiao.model.document import Kind

from ..effort import tries

GOOD = sorted((Path(__file__).parent / "good").glob("*.yaml"))
TRIES = tries(5_000)
LEAST_EACH = tries(50)
KEYWORDS = frozenset(
    {"type", "enum", "const", "required", "additionalProperties", "maxLength", "pattern", "minimum", "not"}
)
KEYWORDS |= {"propertyNames"}
"""The keywords by which the schemas refuse; a test holds that there are no others."""

ODD: tuple[Any, ...] = (
    *(None, True, False, 0, -1, 3, 10**15, Decimal("0.5"), Decimal("1.0"), Decimal("-0"), "", " ", "无", "M1", "scjgj"),
    *("2020Q1", "2020-01-01", "申报表", "一" * 5000, [], {}, [None], [1, "一", None], {"": None}, {"M1": None}),
    *({"甲": "乙"}, ["一"] * 300, {"类型": {}}, [[[]]], "\u0000", "𠀀" * 33),
)
NUMBERS = ("编号", "序号", "宽限天数")
"""Labels that alone have a pattern or a least value."""

NAMES = (
    "",
    " ",
    "M1",
    "m 1",
    "M-1",
    "一",
    "M" * 65,
    "__proto__",
    "2020Q1",
    "XB201",
    "scjgj",
    "内容",
    "类型",
    "con",
    "a\nb",
)


def documents() -> list[tuple[Kind, dict[str, Any]]]:
    """Documents in order, of every kind: those of the schema tests, the project's own settings and its catalogue."""
    own = ["xunbiao.yaml", "units.yaml", *resources.names("catalogue", ".yaml")]
    raws = [path.read_bytes() for path in GOOD] + [resources.read(name) for name in own]
    read = [source.parse(raw, source.limits(Kind.UNITS)).data for raw in raws]
    return [(kind, data) for data in read if data for kind in Kind if kind.label == data.get("类型")]


def ways(data: Any, way: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    """The paths of all values."""
    yield way
    for key, value in data.items() if isinstance(data, dict) else enumerate(data) if isinstance(data, list) else ():
        yield from ways(value, (*way, key))


def mutated(data: dict[str, Any], random: Random) -> dict[str, Any]:
    """A document with some values changed, moved, renamed, added or taken out."""
    changed = copy.deepcopy(data)
    for _ in range(random.choice((0, 1, 2, 4, 8))):
        depth = random.choice((1, 1, 2, 99))  # what stands at the top is little beside what stands below
        places = [way for way in ways(changed) if len(way) <= depth]
        numbers = [way for way in places if way and way[-1] in NUMBERS]
        way = random.choice(numbers if numbers and random.random() < 0.2 else places)
        holder: Any = changed
        for part in way[:-1]:
            holder = holder[part]
        found: Any = changed if not way else holder[way[-1]]
        match random.randrange(7):
            case 0 if way:
                holder[way[-1]] = copy.deepcopy(random.choice(ODD))
            case 1 if way and isinstance(holder, dict):
                holder[random.choice(NAMES)] = holder.pop(way[-1])
            case 2 if isinstance(found, dict):
                found[random.choice(NAMES)] = copy.deepcopy(random.choice(ODD))
            case 3 if way:
                del holder[way[-1]]
            case 4 if isinstance(holder, dict) and way:
                holder[f"{way[-1]}\n"] = holder.pop(way[-1])
            case 5 if way and isinstance(found, str | int | Decimal):
                holder[way[-1]] = f"{found}x" if isinstance(found, str) else -1
            case 6 if isinstance(found, list):
                found.extend(copy.deepcopy(random.choice(ODD)) for _ in range(random.choice((1, 2, 300))))
    return changed


@pytest.fixture(scope="module")
def tried() -> Mapping[str, Any]:
    """The verdicts on some thousand documents: how many were refused, by which keywords, and where the two differ."""
    random, known = Random(20191021), documents()
    by_kind = {kind: [data for each, data in known if each is kind] for kind, _ in known}
    refused: Counter[bool] = Counter()
    keywords: Counter[str] = Counter()
    differing, silent = [], []
    for _ in range(TRIES):
        kind = random.choice(list(by_kind))
        data = mutated(random.choice(by_kind[kind]), random)
        errors = list(schema._reference(kind).iter_errors(data))
        fast = schema.is_valid(kind, data)
        if fast == bool(errors):
            differing.append((kind, data))
        if bool(schema.findings(kind, data)) == fast:
            silent.append((kind, data))
        refused[not fast] += 1
        keywords.update(_leaves(errors))
    return {
        "refused": refused, "keywords": keywords, "differing": differing, "silent": silent,
    }  # fmt: skip


def _leaves(errors: list[Any]) -> Iterator[str]:
    """The keywords that refused, those inside a choice included."""
    for error in errors:
        yield error.validator
        if "propertyNames" in error.absolute_schema_path:
            yield "propertyNames"
        yield from _leaves(error.context or [])


def test_the_verdicts_are_one(tried: Mapping[str, Any]) -> None:
    """What jsonschema-rs takes jsonschema takes, and what it refuses is refused."""
    assert not tried["differing"], json.dumps(tried["differing"][0], ensure_ascii=False, default=str)[:500]


def test_what_is_refused_is_explained(tried: Mapping[str, Any]) -> None:
    """There are findings exactly where a document is refused."""
    assert not tried["silent"], json.dumps(tried["silent"][0], ensure_ascii=False, default=str)[:500]


def test_at_least_half_is_refused(tried: Mapping[str, Any]) -> None:
    """The documents tried are not mostly in order, nor all of them out of it."""
    refused = tried["refused"]
    assert refused[True] >= TRIES / 2
    assert refused[False] >= TRIES / 10


@pytest.mark.parametrize("keyword", sorted(KEYWORDS))
def test_every_keyword_refuses_often(keyword: str, tried: Mapping[str, Any]) -> None:
    """Each keyword of the schemas has refused fifty documents at least, where all are tried."""
    assert tried["keywords"][keyword] >= LEAST_EACH


def test_these_are_all_the_keywords() -> None:
    """No schema refuses by a keyword that is not tried here."""
    harmless = {
        "$schema",
        "$id",
        "$ref",
        "$defs",
        "title",
        "description",
        "examples",
        "properties",
        "items",
        "deprecated",
    }
    harmless |= {"patternProperties", "default", "$comment"}
    used: set[str] = set()

    def visit(part: Any) -> None:
        if not isinstance(part, dict):
            return
        used.update(part)
        for keyword, inner in part.items():
            if keyword in ("properties", "$defs", "patternProperties"):
                for each in inner.values():
                    visit(each)
            elif keyword in ("anyOf", "oneOf", "allOf"):
                for each in inner:
                    visit(each)
            else:
                visit(inner)

    for kind in Kind:
        visit(json.loads(resources.read(f"schemas/{kind}.schema.json")))
    assert used - harmless - {"anyOf", "oneOf", "allOf"} <= KEYWORDS
