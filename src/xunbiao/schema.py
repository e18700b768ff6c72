"""Document → Findings: whether a document has the shape its schema asks for. The only module that knows jsonschema.

jsonschema-rs says yes fast; what it refuses, jsonschema, the reference implementation, explains. Neither's own words
are shown: they are English and quote the whole instance.
"""

import json
import re
import unicodedata
from collections.abc import Iterator
from decimal import Decimal
from difflib import get_close_matches
from functools import cache
from typing import TYPE_CHECKING, Any

from xunbiao import resources
from xunbiao.model.diagnostic import Finding, Path
from xunbiao.model.document import Kind
from xunbiao.model.language import Phrase

if TYPE_CHECKING:
    import jsonschema_rs
    from jsonschema import Draft202012Validator

_TYPES = {
    "string": Phrase("文字", "text"),
    "number": Phrase("数字", "a number"),
    "integer": Phrase("整数", "a whole number"),
    "boolean": Phrase("true 或 false", "true or false"),
    "array": Phrase("列表（每行以“- ”开头）", "a list (each line starting with “- ”)"),
    "object": Phrase("下一级标签", "labels of its own"),
    "null": Phrase("空", "blank"),
}
_SHOWN = 40

_ID_EXAMPLES = {
    "差距": "C1", "举措": "J1", "亮点": "CL1", "举措进展": "J1", "单位": "scjgj", "级别": "XB201", "季度截止": "2020Q1",
    "要点": "P09-2", "近似": "P13",
}  # fmt: skip
"""How ids look, by the label they stand under; those of goals look like M1."""

ValidationError = Any
"""jsonschema's own; its type stubs allow every attribute to be unset, which none is in an error that was raised."""


def is_valid(kind: Kind, data: dict[str, Any]) -> bool:
    """Whether a document's data has the shape of its kind."""
    return _fast(kind).is_valid(data)


def findings(kind: Kind, data: dict[str, Any]) -> list[Finding]:
    """What is wrong with the shape of a document; empty exactly if `is_valid`."""
    if is_valid(kind, data):
        return []
    found = (finding for error in _reference(kind).iter_errors(data) for finding in _explain(error))
    # A malformed id breaks two keywords at once (its pattern and its length); it is told once.
    return list({(each.code, each.path, str(each.values.get("key"))): each for each in found}.values())


def load(kind: Kind) -> dict[str, Any]:
    """A packed schema. Numbers are Decimal, as in documents, so that 0.29 is a multiple of 0.01."""
    raw = resources.read(f"schemas/{kind}.schema.json")
    schema: dict[str, Any] = json.loads(raw, parse_float=Decimal)
    return schema


@cache
def _fast(kind: Kind) -> "jsonschema_rs.Draft202012Validator":
    import jsonschema_rs

    return jsonschema_rs.Draft202012Validator(load(kind))


@cache
def _reference(kind: Kind) -> "Draft202012Validator":
    # 124 ms to import: only where something is wrong.
    from jsonschema import Draft202012Validator
    from jsonschema.validators import extend
    from referencing import Registry

    checker = Draft202012Validator.TYPE_CHECKER.redefine("integer", _is_integer)
    # An empty registry: no reference is ever fetched from anywhere.
    validator: Draft202012Validator = extend(Draft202012Validator, type_checker=checker)(  # type: ignore[no-untyped-call]
        load(kind), registry=Registry()
    )
    return validator


def _is_integer(_checker: object, instance: object) -> bool:
    if isinstance(instance, Decimal):
        return instance == instance.to_integral_value()
    return isinstance(instance, int) and not isinstance(instance, bool)


def _explain(error: ValidationError) -> Iterator[Finding]:
    """One error of the reference validator → findings in our own words, with only what the sentence needs."""
    path: Path = tuple(error.absolute_path)
    expected = error.validator_value
    if "propertyNames" in error.absolute_schema_path:
        yield _malformed_id(path, error.instance)
        return
    match error.validator:
        case "additionalProperties":
            yield from (_unknown_key(path, key, error.schema) for key in _extra_keys(error))
        case "required":
            yield from (
                Finding("XB103", path, {"key": key}, at_key=True) for key in expected if key not in error.instance
            )
        case "type":
            yield _wrong_type(path, error.instance, [expected] if isinstance(expected, str) else expected)
        case "enum" | "const":
            allowed = expected if isinstance(expected, list) else [expected]
            listed = "、".join(_shown(each) for each in allowed if each)
            yield Finding("XB104", path, {"value": _shown(error.instance), "allowed": listed})
        case "maxLength":
            yield Finding("XB105", path, {"length": len(error.instance), "limit": expected})
        case _:
            values = {"value": _shown(error.instance), "expected": _expected(error)}
            yield Finding("XB106", path, values)


def _extra_keys(error: ValidationError) -> list[str]:
    known = error.schema.get("properties", {})
    patterns = error.schema.get("patternProperties", {})
    return [key for key in error.instance if key not in known and not any(re.search(each, key) for each in patterns)]


def _unknown_key(path: Path, key: str, schema: dict[str, Any]) -> Finding:
    known = list(schema.get("properties", {}))
    if not known and "patternProperties" in schema:
        return _malformed_id(path, key)
    plain = "".join(each for each in unicodedata.normalize("NFKC", key) if each.isprintable()).strip()
    near = plain if plain in known else next(iter(get_close_matches(plain, known, 1, 0.5)), "")
    guess = Phrase(f"是不是想写“{near}”？", f"Did you mean “{near}”?") if near else Phrase("", "")
    listed = "、".join(known)
    return Finding("XB102", (*path, key), {"key": _shown(key), "guess": guess, "known": listed}, at_key=True)


def _malformed_id(path: Path, key: str) -> Finding:
    example = _ID_EXAMPLES.get(str(path[-1]) if path else "", "M1")
    return Finding("XB107", (*path, key), {"key": _shown(key), "example": example}, at_key=True)


def _expected(error: ValidationError) -> Phrase:
    """What a keyword that only practices and settings use asks for: a least number, or the look of a code."""
    wanted = _shown(error.validator_value)
    if error.validator == "minimum":
        return Phrase(f"不能小于 {wanted}", f"at least {wanted}")
    example = re.search("例如：(.+?)。", str(error.schema.get("description")))
    if error.validator == "pattern" and example:
        return Phrase(f"要写成 {example[1]} 这样", f"as {example[1]}")
    return Phrase(f"不合要求（{error.validator}）", f"against its schema ({error.validator})")


def _wrong_type(path: Path, value: object, expected: list[str]) -> Finding:
    wanted = [_TYPES[each] for each in expected if each != "null"]
    phrase = Phrase("或".join(each.zh for each in wanted), " or ".join(each.en for each in wanted))
    if isinstance(value, int | Decimal) and "string" in expected:
        # The figure itself is not repeated: 0375 was read as 375, and a zero must not get lost by following advice.
        advice = Phrase("在原来写的内容两边加英文双引号", "Put what you wrote in double quotes")
    elif isinstance(value, str) and "：" in value and {"object", "array"} & set(expected):
        advice = Phrase(
            "标签后面请用英文冒号加空格（: ），不要用全角冒号（：）",
            "Write a half-width colon and a space after a label",
        )
    elif isinstance(value, str) and value.startswith(("-", "—", "·")) and "array" in expected:
        advice = Phrase("短横线（-）后面要有一个空格", "Put a space after each dash")
    elif isinstance(value, str) and "array" in expected:
        advice = Phrase("另起一行，以“- ”开头写", "Start a new line with “- ”")
    elif isinstance(value, str) and "boolean" in expected:
        advice = Phrase("“是”写 true，“否”写 false", "Write true or false")
    elif isinstance(value, str) and "number" in expected:
        advice = Phrase("只写数字，不写单位和百分号", "Write the figure alone, without unit or percent sign")
    else:
        advice = Phrase(f"请写成{phrase.zh}", f"Write {phrase.en}")
    return Finding("XB101", path, {"value": _shown(value), "expected": phrase, "advice": advice})


def _shown(value: object) -> str:
    """A scalar, cut short; never a whole structure."""
    if isinstance(value, dict | list):
        return "…"
    text = str(value)
    if value is None or isinstance(value, bool):
        text = {None: "null", True: "true", False: "false"}[value]
    return text if len(text) <= _SHOWN else f"{text[:_SHOWN]}…"
