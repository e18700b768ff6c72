"""Every rule flags what its bad files mark, nothing in its good files, and documents itself in both languages."""

import re
from collections import Counter
from datetime import date
from pathlib import Path
from string import Formatter
from typing import Any

import pytest

from xunbiao import resources, rules
from xunbiao.check import check, open_workspace
from xunbiao.rules import Rule, all_rules
from xunbiao.rules.documentation import read
from xunbiao.workspace import MemoryFiles

HERE = Path(__file__).parent
RULES = Path(str(rules.__file__)).parent
PROSE = {
    "XB001",
    "XB002",
    "XB003",
    "XB004",
    "XB005",
    "XB008",
    "XB017",
    "XB019",
    "XB030",
    "XB031",
    "XB032",
    "XB033",
    "XB034",
    "XB105",
    "XB412",
}
"""Rules whose examples are told in prose, since bytes or names of files are the matter."""


def test_bad_file(bad_case: Any, tmp_path: Path) -> None:
    """A bad file is flagged on the marked lines and on no other."""
    assert bad_case.marked, "a bad file marks at least one line"
    assert bad_case.flagged(tmp_path) == bad_case.marked


def test_good_file(good_case: Any, tmp_path: Path) -> None:
    """A good file is not flagged."""
    assert not good_case.marked
    assert good_case.flagged(tmp_path) == set()


def test_examples(each_rule: Rule, example: tuple[Any, Any], tmp_path: Path) -> None:
    """The documented bad example is flagged, the good one is not; only what no text can show is told in prose."""
    bad, good = example
    assert (bad is None or good is None) == (each_rule.code in PROSE)
    assert bad is None or bad.flagged(tmp_path)
    assert good is None or good.flagged(tmp_path) == set()


def test_documentation(each_rule: Rule) -> None:
    """A rule has a title, a reason and examples, in Chinese and English."""
    doc = read(each_rule.doc)
    for phrase in (doc.title, doc.why):
        assert re.search("[\u4e00-\u9fff]", phrase.zh)
        assert re.search("[a-z]{2}", phrase.en)
    assert doc.bad
    assert doc.good
    assert doc.bad != doc.good


def test_words(each_rule: Rule) -> None:
    """Message and hint stand in both languages with the same values, and leave the full stop to the renderer."""
    for phrase in (each_rule.message, each_rule.hint):
        is_a_value = re.fullmatch(r"(\{[a-z]+\} ?)+", phrase.zh) is not None
        assert is_a_value or re.search("[\u4e00-\u9fff]", phrase.zh)
        assert re.search("[a-z]{2}", phrase.en)
        assert placeholders(phrase.zh) == placeholders(phrase.en)
        assert not phrase.zh.endswith(("。", "."))
        assert not phrase.en.endswith((".", "。"))


def test_identity(each_rule: Rule) -> None:
    """Code, name, clause and rows are well-formed; a row needs its clause."""
    assert re.fullmatch(r"XB[0-6][0-9]{2}", each_rule.code)
    assert re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", each_rule.name)
    assert all(re.fullmatch(r"R(0[1-9]|[1-5][0-9]|6[0-6])", row) for row in each_rule.rows)
    assert bool(each_rule.clause) == bool(each_rule.rows)
    assert re.fullmatch(r"(首段|引言|落款|主送|附件[12]|[一二三四](（[一二三四五]）)?)?(说明)?", each_rule.clause)


def test_files(each_rule: Rule) -> None:
    """A rule has a bad and a good file, and its module is named after its code and name."""
    folder = HERE / each_rule.code
    assert list(folder.glob("bad-*"))
    assert list(folder.glob("good-*"))
    assert (RULES / f"{each_rule.code.lower()}_{each_rule.name.replace('-', '_')}.py").is_file()


def test_names_are_unique() -> None:
    """No two rules share a name, and every test folder belongs to a rule."""
    names = Counter(rule.name for rule in all_rules().values())
    assert [name for name, count in names.items() if count > 1] == []
    assert {each.name for each in HERE.glob("XB*")} <= set(all_rules())


@pytest.mark.parametrize("today", [date(2020, 4, 10), date(2020, 12, 28)])
def test_known_good_documents(base_files: dict[str, bytes], today: date) -> None:
    """The known-good documents are clean in the eyes of all rules together."""
    if today < date(2020, 12, 20):
        for stem in ("2020Q2", "2020Q3", "summary"):
            del base_files[f"filings/scjgj/{stem}.yaml"]
    config = {name: resources.read(name) for name in ("xunbiao.yaml", "units.yaml")}
    checked = check(open_workspace(MemoryFiles("test", {**config, **base_files})), today)
    assert [f"{each.path}:{each.span.line} {each.code} {each.message.zh}" for each in checked.diagnostics] == []


def placeholders(text: str) -> set[str]:
    """The names of the values that a sentence needs."""
    return {name for _, name, _, _ in Formatter().parse(text) if name}
