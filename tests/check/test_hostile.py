"""Whatever a document says, the whole check neither raises nor takes long, and every message can be told."""

import copy
import json
import time
from collections.abc import Callable, Iterator
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from xunbiao import source
from xunbiao.check import Checked
from xunbiao.model.diagnostic import Path

from ..effort import tries

Run = Callable[..., Checked]
Base = Callable[[str], str]

NAMES = ("filing", "2019Q4", "2020Q1", "summary")
ODD = (
    None, "", " ", "无", "5", -1, 0, 0.5, 10**15, True, [], {}, [None], [""], {"": None}, {"x": {}}, "2020-02-30",
    "0000-01-01", "9999-12-31", "{0}", "{value}", "%s", "\\x1b", "[bold]", "::error::", "〔", "P99", "P", "平顶山市",
    "２０２０", "100%", "一" * 300, "-" * 300, "1" * 300, "J1", "scjgj",
)  # fmt: skip


def ways(data: Any, way: Path = ()) -> Iterator[Path]:
    """The paths of all values in a document."""
    yield way
    entries = data.items() if isinstance(data, dict) else enumerate(data) if isinstance(data, list) else ()
    for key, value in entries:
        yield from ways(value, (*way, key))


def put(data: dict[str, Any], way: Path, value: object) -> dict[str, Any]:
    """A document with another value at a path."""
    changed = copy.deepcopy(data)
    at: Any = changed
    for part in way[:-1]:
        at = at[part]
    at[way[-1]] = value
    return changed


def emit(data: Any) -> str:
    """Data as YAML, by way of JSON."""
    return json.dumps(
        data, ensure_ascii=False, default=lambda number: float(number) if isinstance(number, Decimal) else 0
    )


@pytest.fixture(scope="module")
def documents(base: Base) -> dict[str, dict[str, Any]]:
    """The known-good documents as data."""
    read = {name: source.parse(base(name).encode()).data for name in NAMES}
    return {name: data for name, data in read.items() if data is not None}


@settings(deadline=None, max_examples=tries(120), suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(draw=st.data())
def test_any_value_anywhere(draw: st.DataObject, documents: dict[str, dict[str, Any]], checked: Run) -> None:
    """With odd values put anywhere in any document the check ends, and its messages are whole in both languages."""
    files = {f"filings/scjgj/{name}.yaml": emit(data) for name, data in documents.items()}
    for _ in range(draw.draw(st.integers(1, 4))):
        name = draw.draw(st.sampled_from(NAMES))
        way = draw.draw(st.sampled_from([way for way in ways(documents[name]) if way]))
        files[f"filings/scjgj/{name}.yaml"] = emit(put(documents[name], way, draw.draw(st.sampled_from(ODD))))
    for each in checked(files).diagnostics:
        assert each.span.line >= 1
        assert each.message.zh
        assert each.message.en
        assert each.hint.zh
        assert each.hint.en


LONG = (
    "a" * 4000,
    "一" * 4000,
    "1" * 4000,
    "（" * 4000,
    "〔2020〕" * 600,
    "由" * 2000 + "至" * 2000,
    "三分之" * 1300,
    "3至5" * 1000,
    "2020年" * 700,
    "0375-" * 800,
    "、" * 4000,
    "！" * 3999 + "a",
    " " * 3999 + "a",
    "压缩到" * 1300,
    "一是" * 2000,
    "张某" * 2000,
    "aA1!" * 1000,
    "“" * 4000,
    "百分之百" * 1000,
    "进一步" * 1300,
    "号〕〔" * 1300,
    "\u3000" * 4000,
)


@pytest.mark.parametrize("text", LONG, ids=range(len(LONG)))
def test_long_texts_in_every_place(text: str, documents: dict[str, dict[str, Any]], checked: Run) -> None:
    """A file in which every text is as long as may be, and made to mislead a pattern, is checked in a second."""
    checked({})  # what is loaded once is loaded
    for name, data in documents.items():
        filled = copy.deepcopy(data)
        for way in [way for way in ways(data) if way and way[-1] in ("内容", "进展", "好在哪", "理由", 0)]:
            if isinstance(value_at(data, way), str):
                filled = put(filled, way, text)
        raw = emit(filled)[: 250 * 1024]
        start = time.process_time()
        checked({f"filings/scjgj/{name}.yaml": raw})
        assert time.process_time() - start < 1


@pytest.mark.parametrize("text", [text[:400] for text in LONG], ids=range(len(LONG)))
def test_long_names_in_every_place(text: str, documents: dict[str, dict[str, Any]], checked: Run) -> None:
    """The same goes for names, dates, persons and phones."""
    checked({})
    for name, data in documents.items():
        filled = copy.deepcopy(data)
        for way in [way for way in ways(data) if way and isinstance(value_at(data, way), str)]:
            if way[-1] not in ("类型", "维度", "状态", "角度", "对标方面", "问题类型"):
                filled = put(filled, way, text[:200])
        start = time.process_time()
        checked({f"filings/scjgj/{name}.yaml": emit(filled)})
        assert time.process_time() - start < 1


def value_at(data: Any, way: Path) -> Any:
    """What a document has at a path."""
    for part in way:
        data = data[part]
    return data


def test_texts_are_never_templates(base: Base, checked: Run) -> None:
    """Braces and percent signs of a filing come out in messages as they went in."""
    text = base("2020Q1").replace("联系人: 李某", '联系人: "{contact}{0}%s"')
    found = [each for each in checked({"filings/scjgj/2020Q1.yaml": text}).diagnostics if each.code == "XB308"]
    assert "{contact}{0}%s" in found[0].message.zh


@pytest.mark.slow
def test_an_item_of_each_odd_kind_under_every_label(documents: dict[str, dict[str, Any]], checked: Run) -> None:
    """Null and an empty mapping in place of each single value are told or passed, one by one."""
    for name, data in documents.items():
        for way in list(ways(data))[1:]:
            for value in (None, {}):
                checked({f"filings/scjgj/{name}.yaml": emit(put(data, way, value))})
