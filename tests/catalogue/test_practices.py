"""catalogue/*.yaml, annex1_tokens.tsv → the 30 practices of Annex 1, complete and true to each number.

The notice's text is not part of the project. What is kept of it is each number token with its practice and place
(tests/data/annex1_tokens.tsv); these tests hold the catalogue to that list in both directions.
"""

import csv
import re
import unicodedata
from collections import Counter
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

import pytest
import yaml

ROOT = Path(__file__).resolve().parents[2]
CATALOGUE = ROOT / "catalogue"
TOKENS = ROOT / "tests" / "data" / "annex1_tokens.tsv"
IDS = [f"P{number:02}" for number in range(1, 31)]
KEYS = [
    *("类型", "编号", "序号", "名称", "类别", "版本", "地区", "要点"),
    *("数据", "减", "评价指标", "勘误", "说法", "例句", "近似"),
]
SIZES = {1: 8, 2: 3, 3: 3, 4: 4, 5: 4, 6: 8}
INDICATORS = {
    *("开办企业", "劳动力市场监管", "办理建筑许可", "政府采购", "招标投标", "获得电力", "获得用水用气", "登记财产"),
    *("获得信贷", "保护中小投资者", "知识产权创造保护和运用", "跨境贸易", "纳税", "执行合同", "办理破产"),
    *("市场监管", "政务服务", "包容普惠创新"),
}
NEAR_GROUPS = ("13 21 23 30", "4 5", "1 5", "2 3 6", "15 17", "19 20 26", "24 25 29 30")
DIGITS = {"零": 0, "一": 1, "两": 2, "三": 3, "六": 6, "十": 10}
BOUNDS = {"以上": "至少", "以下": "至多", "内": "至多", "余": "超过", "多": "超过", "约": "约"}
Practice = dict[str, Any]


class Token(NamedTuple):
    """One row of the table: where a number stands in Annex 1 and what became of it."""

    practice: str
    place: str
    token: str
    kind: str
    why: str


@cache
def practice(code: str) -> Practice:
    """One practice file as plain data, numbers as PyYAML reads them."""
    content: Practice = yaml.safe_load((CATALOGUE / f"{code}.yaml").read_text(encoding="utf-8"))
    return content


@cache
def tokens() -> tuple[Token, ...]:
    """The rows of the token table, without its comment lines."""
    lines = [line for line in TOKENS.read_text(encoding="utf-8").splitlines() if not line.startswith("#")]
    return tuple(Token(**row) for row in csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE))


def stated_by(token: Token) -> list[int]:
    """The indexes into 数据 a token stands for; none when it is no datum."""
    return [int(index) for index in token.kind.removeprefix("datum").split()] if token.kind != "none" else []


def number_in(text: str) -> Decimal:
    """The number a printed token begins with, 万 multiplied out, a third as a percentage of two decimals."""
    plain = unicodedata.normalize("NFKC", text)
    if plain.startswith("三分之一"):
        return Decimal("33.33")
    if found := re.match(r"(\d+(?:\.\d+)?)(万?)", plain):
        return Decimal(found[1]) * (10_000 if found[2] else 1)
    return Decimal(DIGITS[plain[0]])


def values(datum: Practice) -> list[Decimal]:
    """The one number of a datum, or its before and after."""
    return [Decimal(str(datum[key])) for key in ("值", "前", "后") if key in datum]


def test_there_are_thirty_numbered_files() -> None:
    """The catalogue is P01 to P30 and catalogue.yaml, each file saying its own number."""
    assert sorted(path.stem for path in CATALOGUE.glob("P*.yaml")) == IDS
    assert [(practice(code)["编号"], practice(code)["序号"]) for code in IDS] == [(c, int(c[1:])) for c in IDS]


def test_categories_are_those_of_the_notice() -> None:
    """The six categories hold 8, 3, 3, 4, 4 and 8 practices, in order, and catalogue.yaml names each of them."""
    categories = [practice(code)["类别"] for code in IDS]
    assert categories == sorted(categories)
    assert Counter(categories) == SIZES
    named = yaml.safe_load((CATALOGUE / "catalogue.yaml").read_text(encoding="utf-8"))["类别"]
    assert list(named) == [str(number) for number in SIZES]
    assert all(named.values())


def test_titles_differ() -> None:
    """No two practices carry the same title."""
    assert len({practice(code)["名称"] for code in IDS}) == 30


@pytest.mark.parametrize("code", IDS)
def test_file_is_plain_block_yaml(code: str) -> None:
    """A practice file is UTF-8 with LF, block style, without anchors or tags, and begins with its schema line."""
    raw = (CATALOGUE / f"{code}.yaml").read_bytes()
    text = raw.decode("utf-8")
    assert b"\r" not in raw
    assert raw.endswith(b"\n")
    assert text.startswith("# yaml-language-server: $schema=../schemas/practice.schema.json\n")
    for event in yaml.parse(text):
        assert getattr(event, "anchor", None) is None
        assert getattr(event, "tag", None) is None
        if isinstance(event, yaml.CollectionStartEvent) and event.flow_style:
            assert event.start_mark is not None
            assert text[event.start_mark.index :][:2] in ("[]", "{}")


@pytest.mark.parametrize("code", IDS)
def test_keys_are_all_there_and_in_order(code: str) -> None:
    """Each practice has the same keys in the same order, at least one region, and no region twice."""
    assert list(practice(code)) == KEYS
    regions = practice(code)["地区"]
    assert regions
    assert len(set(regions)) == len(regions)


@pytest.mark.parametrize("code", IDS)
def test_elements_are_few_short_and_numbered(code: str) -> None:
    """A practice has 3 to 8 elements of at most 40 characters, one clause each, numbered Pnn-1 onwards."""
    elements = practice(code)["要点"]
    assert 3 <= len(elements) <= 8
    assert list(elements) == [f"{code}-{number}" for number in range(1, len(elements) + 1)]
    assert all(0 < len(text) <= 40 and "。" not in text for text in elements.values())


@pytest.mark.parametrize("code", IDS)
def test_data_are_well_formed(code: str) -> None:
    """A datum has a value or a before and after, words of the fixed lists, and a region of its practice."""
    for datum in practice(code)["数据"]:
        keys = [key for key in datum if key != "截至"]
        shape = ["值"] if "值" in datum else ["前", "后"]
        assert keys == ["名称", "地区", *shape, "单位", "限定", "性质", "原文"]
        assert datum.get("截至", "目前") == "目前"
        assert datum["地区"] in practice(code)["地区"]
        assert datum["限定"] in ("恰", "约", "至少", "至多", "超过")
        assert datum["性质"] in ("规模", "条件", "结构", "产出", "成效")
        assert not datum["单位"].startswith(("万", "亿")), "万 and 亿 are multiplied out"


@pytest.mark.parametrize("code", IDS)
def test_bounds_follow_the_printed_words(code: str) -> None:
    """限定 is what the printed words say: 以上 at least, 以下 and 以内 at most, 余 and 多 more than, 约 about."""
    for datum in practice(code)["数据"]:
        said = {bound for word, bound in BOUNDS.items() if word in datum["原文"]}
        assert said in ({datum["限定"]}, set())
        assert said or datum["限定"] == "恰"


@pytest.mark.parametrize("token", [t for t in tokens() if t.kind != "none"], ids=lambda t: f"{t.practice}-{t.place}")
def test_token_is_the_datum_it_points_to(token: Token) -> None:
    """A number token stands in the 原文 of each datum it names, and its number is one of that datum's."""
    data = practice(token.practice)["数据"]
    assert token.kind.startswith("datum ")
    assert stated_by(token)
    for index in stated_by(token):
        assert token.token in data[index]["原文"]
        assert number_in(token.token) in values(data[index])


@pytest.mark.parametrize("code", IDS)
def test_each_number_of_a_datum_has_its_token(code: str) -> None:
    """A datum is stated by as many tokens as it has numbers, before and after by two, and all tokens are in order."""
    rows = [(index, number_in(t.token)) for t in tokens() if t.practice == code for index in stated_by(t)]
    expected = [(index, value) for index, datum in enumerate(practice(code)["数据"]) for value in values(datum)]
    assert rows == expected


def test_sixty_figures_are_data() -> None:
    """At least 60 number tokens of Annex 1 are data, and so are at least 60 data."""
    assert sum(token.kind != "none" for token in tokens()) >= 60
    assert sum(len(practice(code)["数据"]) for code in IDS) >= 60


def test_whatever_is_no_datum_says_why() -> None:
    """A token is either a datum, without a reason, or none, with one; tokens are short and each has its own place."""
    for token in tokens():
        assert (token.kind == "none") == bool(token.why)
        assert 0 < len(token.token) <= 8
        assert token.practice == "-" or token.practice in IDS
    places = Counter((t.practice, t.place) for t in tokens() if t.practice != "-")
    assert set(places.values()) == {1}


def test_tokens_cover_every_practice_in_order() -> None:
    """The table goes through all practices in their order, and lists the running number of each."""
    order = [t.practice for t in tokens() if t.practice != "-"]
    assert order == sorted(order)
    assert [t.token for t in tokens() if t.place == "序#1"] == [str(number) for number in range(1, 31)]


@pytest.mark.parametrize("code", IDS)
def test_reductions_and_indicators_are_of_the_fixed_lists(code: str) -> None:
    """减 names kinds of saving, 评价指标 at least one of the 18 indicators, neither of them twice."""
    saved, indicators = practice(code)["减"], practice(code)["评价指标"]
    assert set(saved) <= {"环节", "材料", "时间", "成本", "跑动"}
    assert indicators
    assert set(indicators) <= INDICATORS
    assert len(set(saved)) == len(saved)
    assert len(set(indicators)) == len(indicators)


@pytest.mark.parametrize("code", IDS)
def test_errata_correct_something_and_are_not_repeated(code: str) -> None:
    """An erratum changes its word, and neither title, elements nor data carry the misprint."""
    for erratum in practice(code)["勘误"]:
        assert list(erratum) == ["原文", "应为"]
        assert erratum["原文"] != erratum["应为"]
        own = [practice(code)["名称"], *practice(code)["要点"].values(), *(d["名称"] for d in practice(code)["数据"])]
        assert not any(erratum["原文"] in text.replace(erratum["应为"], "") for text in own)


@pytest.mark.parametrize("code", IDS)
def test_phrases_are_short_and_enough(code: str) -> None:
    """A practice has 6 to 15 phrases of 2 to 8 characters."""
    phrases = practice(code)["说法"]
    assert 6 <= len(phrases) <= 15
    assert all(2 <= len(phrase) <= 8 for phrase in phrases)


def test_no_phrase_speaks_for_two_practices() -> None:
    """Each phrase stands once in the whole catalogue."""
    counted = Counter(phrase for code in IDS for phrase in practice(code)["说法"])
    assert [phrase for phrase, times in counted.items() if times > 1] == []


def test_neighbours_are_mutual() -> None:
    """Who names a neighbour is named by it, and says first which one it means."""
    for code in IDS:
        for other, difference in practice(code)["近似"].items():
            assert other in IDS
            assert other != code
            assert code in practice(other)["近似"]
            assert difference.startswith(f"{other} ")
            assert "本项" in difference
            assert len(difference) <= 60


@pytest.mark.parametrize("group", NEAR_GROUPS)
def test_known_near_neighbours_are_told_apart(group: str) -> None:
    """Practices that are easily taken for one another explain the difference, each to each."""
    members = {f"P{int(number):02}" for number in group.split()}
    for code in members:
        assert members - {code} <= set(practice(code)["近似"])
