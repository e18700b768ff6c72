"""The seven schemas: how they are written, what they accept and refuse, and that three validators agree on it."""

import json
import re
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import jsonschema
import jsonschema_rs
import pytest

HERE = Path(__file__).parent
SCHEMAS = HERE.parents[1] / "schemas"
KINDS = ("filing", "quarterly", "summary", "campaign", "units", "practice", "catalogue")
DOCUMENTS = ("filing", "quarterly", "summary")
GOOD = sorted((HERE / "good").glob("*.yaml"))
BAD = sorted((HERE / "bad").glob("*.yaml"))
CHINESE = re.compile("[\u4e00-\u9fff]")
NOTES = {"$schema", "$id", "$defs", "title", "description"}
APPLICATORS = {"$ref", "properties", "patternProperties", "propertyNames", "items"}
ASSERTIONS = {"type", "const", "enum", "required", "additionalProperties", "maxLength", "minimum", "pattern", "not"}
PORTABLE = re.compile(r"\^[-A-Za-z0-9\[\](){}*+]+\$")
NEWLINE = {"pattern": "\\n"}

Schema = dict[str, Any]
Place = tuple[str | int, ...]
Load = Callable[[Path], Any]


def schema_of(kind: str) -> Schema:
    text = (SCHEMAS / f"{kind}.schema.json").read_text(encoding="utf-8")
    schema: Schema = json.loads(text)
    return schema


def kind_of(path: Path) -> str:
    return path.name.split("-")[0]


def errors_of(kind: str, document: Any) -> list[jsonschema.ValidationError]:
    return list(jsonschema.Draft202012Validator(schema_of(kind)).iter_errors(document))


def accepted_by_rust(kind: str, document: Any) -> bool:
    return bool(jsonschema_rs.Draft202012Validator(schema_of(kind)).is_valid(document))


def subschemas(schema: Schema, place: Place = ()) -> Iterator[tuple[Place, Schema]]:
    """The schema and every schema in it, each with its place."""
    yield place, schema
    for keyword in ("properties", "patternProperties", "$defs"):
        for name, child in schema.get(keyword, {}).items():
            yield from subschemas(child, (*place, keyword, name))
    for keyword in ("items", "propertyNames", "not"):
        if keyword in schema:
            yield from subschemas(schema[keyword], (*place, keyword))


def properties_of(schema: Schema) -> dict[Place, Schema]:
    """The schemas of all properties at any depth, by their place."""
    return {place: s for place, s in subschemas(schema) if place and place[-2] in ("properties", "patternProperties")}


def definition(reference: str, root: Schema) -> tuple[Schema, Place]:
    """What a `$ref` points at, and where that stands."""
    name = reference.removeprefix("#/$defs/")
    return root["$defs"][name], ("$defs", name)


def visited(schema: Schema, value: Any, root: Schema, place: Place = ()) -> Iterator[Place]:
    """The places of the properties that a document uses."""
    if "$ref" in schema:
        target, at = definition(schema["$ref"], root)
        yield from visited(target, value, root, at)
    if "items" in schema:
        for item in value or ():
            yield from visited(schema["items"], item, root, (*place, "items"))
    for keyword in ("properties", "patternProperties"):
        for name, child in schema.get(keyword, {}).items():
            for key in value or ():
                if key == name or keyword == "patternProperties":
                    yield (*place, keyword, name)
                    yield from visited(child, value[key], root, (*place, keyword, name))


def values_in(value: Any, place: Place = ()) -> Iterator[Place]:
    """The place of every value in a document, the root left out."""
    if place:
        yield place
    children = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, child in children:
        yield from values_in(child, (*place, key))


def replaced(document: Any, place: Place, value: Any) -> Any:
    if not place:
        return value
    copy: Any = dict(document) if isinstance(document, dict) else list(document)
    copy[place[0]] = replaced(copy[place[0]], place[1:], value)
    return copy


def field(place: Place) -> str:
    """A place as reports write it: 寻标对象.纵向标杆单位[0].名称."""
    text = "".join(f"[{step}]" if isinstance(step, int) else f".{step}" for step in place)
    return text.removeprefix(".") or "(root)"


@pytest.mark.parametrize("kind", KINDS)
def test_schema_is_valid_2020_12(kind: str) -> None:
    """A schema states its dialect and its own name and satisfies the dialect's metaschema in both engines."""
    schema = schema_of(kind)
    assert schema["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    assert schema["$id"] == f"urn:xunbiao:schema:{kind}:1"
    jsonschema.Draft202012Validator.check_schema(schema)
    assert jsonschema_rs.meta.is_valid(schema)


def test_there_is_no_schema_without_tests() -> None:
    """The kinds tested here are all the schemas there are."""
    assert sorted(path.name for path in SCHEMAS.iterdir()) == sorted(f"{kind}.schema.json" for kind in KINDS)


@pytest.mark.parametrize("kind", KINDS)
def test_every_property_is_explained_in_chinese(kind: str) -> None:
    """An editor shows a Chinese title and description on every key at any depth."""
    described = [schema_of(kind), *properties_of(schema_of(kind)).values()]
    assert len(described) > 5
    assert [s for s in described if not CHINESE.search(s.get("description", ""))] == []
    assert [s for s in described if not CHINESE.search(s.get("title", ""))] == []
    assert [s for s in described if not s["description"].endswith("。")] == []


@pytest.mark.parametrize("kind", KINDS)
def test_every_mapping_is_closed(kind: str) -> None:
    """No mapping at any depth takes a key that the schema does not know."""
    mappings = [s for _, s in subschemas(schema_of(kind)) if "object" in s.get("type", ())]
    assert mappings
    assert [s for s in mappings if s.get("additionalProperties") is not False] == []
    assert [s for s in mappings if "properties" not in s and "patternProperties" not in s] == []


@pytest.mark.parametrize("kind", KINDS)
def test_definitions_are_ascii_and_used(kind: str) -> None:
    """Definitions have ASCII names, each is used, and no reference leads out of the file."""
    schema = schema_of(kind)
    targets = {s["$ref"] for _, s in subschemas(schema) if "$ref" in s}
    assert targets == {f"#/$defs/{name}" for name in schema["$defs"]}
    assert all(name.isascii() and name.isalnum() for name in schema["$defs"])


def test_shared_definitions_are_identical() -> None:
    """A definition that several schemas carry reads the same in each, down to the order of its keys."""
    texts: dict[str, set[str]] = {}
    for kind in KINDS:
        for name, definition in schema_of(kind)["$defs"].items():
            texts.setdefault(name, set()).add(json.dumps(definition, ensure_ascii=False))
    assert {name for name, versions in texts.items() if len(versions) > 1} == set()


@pytest.mark.parametrize("kind", KINDS)
def test_only_keywords_we_can_explain(kind: str) -> None:
    """Only keywords that have a sentence of their own in both languages are used: no `format`, no `oneOf`."""
    used = {keyword for _, schema in subschemas(schema_of(kind)) for keyword in schema}
    assert used - NOTES - APPLICATORS - ASSERTIONS == set()


@pytest.mark.parametrize("kind", KINDS)
def test_patterns_mean_the_same_everywhere(kind: str) -> None:
    """Patterns are anchored and ASCII, without look-around; what Python's `$` lets by, a last newline, is refused."""
    root = schema_of(kind)
    for _, schema in subschemas(root):
        if "pattern" in schema and schema != NEWLINE:
            assert PORTABLE.fullmatch(schema["pattern"])
            assert (schema["pattern"], schema["maxLength"]) == ("^P[0-9]{2}$", 3)  # no room for a newline
        for pattern in schema.get("patternProperties", {}):
            assert PORTABLE.fullmatch(pattern)
            assert definition(schema["propertyNames"]["$ref"], root)[0]["not"] == NEWLINE


def test_patterns_answer_at_once() -> None:
    """No pattern takes long over fifty thousand characters made to hold it up."""
    schemas = [schema for kind in KINDS for _, schema in subschemas(schema_of(kind))]
    patterns = {p for schema in schemas for p in schema.get("patternProperties", ())}
    patterns |= {schema["pattern"] for schema in schemas if "pattern" in schema}
    assert len(patterns) > 5
    started = time.process_time()
    for pattern in patterns:
        for hostile in ("a" * 50_000 + "!", "a-" * 25_000, "A1" * 25_000 + "-", "-" * 50_000, "P" + "0" * 50_000):
            re.search(pattern, hostile)
    assert time.process_time() - started < 1


@pytest.mark.parametrize("kind", KINDS)
def test_schema_names_no_city(kind: str) -> None:
    """Schemas serve any city: the one that started it is not named in them."""
    assert "平顶山" not in (SCHEMAS / f"{kind}.schema.json").read_text(encoding="utf-8")


@pytest.mark.parametrize("path", GOOD, ids=lambda path: path.stem)
def test_good_document_passes(path: Path, load: Load) -> None:
    """A document of the right shape passes both engines, however blank or unreadable its content is."""
    document = load(path)
    assert errors_of(kind_of(path), document) == []
    assert accepted_by_rust(kind_of(path), document)


@pytest.mark.parametrize("path", BAD, ids=lambda path: path.stem)
def test_bad_document_is_refused_for_its_reason(path: Path, load: Load) -> None:
    """A bad document is refused by both engines, for the one reason and at the one place its first line states."""
    stated = path.read_text(encoding="utf-8").splitlines()[0].removeprefix("# refused: ")
    document = load(path)
    assert [f"{e.validator} at {field(tuple(e.absolute_path))}" for e in errors_of(kind_of(path), document)] == [stated]
    reported = jsonschema_rs.Draft202012Validator(schema_of(kind_of(path))).iter_errors(document)
    assert {field(tuple(e.instance_path)) for e in reported} == {stated.partition(" at ")[2]}


@pytest.mark.parametrize("kind", KINDS)
def test_every_keyword_refuses_something(kind: str, load: Load) -> None:
    """Each keyword a schema uses is the reason for which some bad document is refused."""
    used = {keyword for _, s in subschemas(schema_of(kind)) if s != NEWLINE for keyword in s} & ASSERTIONS
    reasons = {str(e.validator) for path in BAD if kind_of(path) == kind for e in errors_of(kind, load(path))}
    assert reasons == used


@pytest.mark.parametrize("kind", KINDS)
def test_every_property_is_used_by_a_good_document(kind: str, load: Load) -> None:
    """The good documents of a kind together use every property its schema has."""
    schema = schema_of(kind)
    used = {place for path in GOOD if kind_of(path) == kind for place in visited(schema, load(path), schema)}
    assert properties_of(schema).keys() - used == set()


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("wrong", [{"?": 1}, [[1]], "长" * 4001], ids=["unknown key", "list of lists", "long text"])
def test_no_value_may_be_of_another_shape(kind: str, wrong: Any, load: Load) -> None:
    """Wherever a document has a value, what fits nowhere is refused in its place by both engines."""
    document = load(HERE / "good" / f"{kind}-every-key.yaml")
    for place in ((), *values_in(document)):
        other = replaced(document, place, wrong)
        assert errors_of(kind, other), field(place)
        assert not accepted_by_rust(kind, other), field(place)


@pytest.mark.parametrize("kind", DOCUMENTS)
def test_whatever_is_filled_in_may_be_empty(kind: str, load: Load) -> None:
    """Wherever a unit fills something in, leaving it empty has the right shape: that is a rule's finding."""
    document = load(HERE / "good" / f"{kind}-every-key.yaml")
    for place in values_in(document):
        if place not in {("类型",), ("版本",)}:
            empty = replaced(document, place, None)
            assert errors_of(kind, empty) == [], field(place)
            assert accepted_by_rust(kind, empty), field(place)


@pytest.mark.parametrize("path", GOOD, ids=lambda path: path.stem)
def test_good_document_tells_editors_its_schema(path: Path) -> None:
    """A document's first line leads an editor to its schema by a relative path."""
    first = path.read_text(encoding="utf-8").splitlines()[0]
    target = path.parent / first.removeprefix("# yaml-language-server: $schema=")
    assert target.resolve() == (SCHEMAS / f"{kind_of(path)}.schema.json").resolve()


@pytest.mark.parametrize("kind", KINDS)
def test_check_jsonschema_agrees(kind: str) -> None:
    """check-jsonschema, which users may run instead, accepts and refuses the same files."""
    good, bad = ([str(path) for path in files if kind_of(path) == kind] for files in (GOOD, BAD))
    checker = Path(sys.executable).with_name("check-jsonschema")
    schema = SCHEMAS / f"{kind}.schema.json"
    command = [str(checker), "--schemafile", str(schema), "--output-format", "json", "-v", *good, *bad]
    run = subprocess.run(command, capture_output=True, encoding="utf-8", check=False)
    answer = json.loads(run.stdout)
    assert sorted(answer["successes"]) == good
    assert sorted({error["filename"] for error in answer["errors"]}) == bad
    assert answer["parse_errors"] == []
