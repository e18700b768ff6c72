"""`xunbiao rule` and the generated pages: a clerk finds each rule, and each place of the notice is accounted for."""

import json
import re
from collections.abc import Callable

import pytest

from xunbiao.cli import COMMANDS, main
from xunbiao.pages.rule import clauses_document, rules_document
from xunbiao.rules import Rule, all_rules
from xunbiao.rules.clauses import CLAUSES
from xunbiao.rules.documentation import read

Run = Callable[..., tuple[int, str, str]]
NOTHING_TO_CHECK = {"R04", "R37"}


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Run:
    """A command line → exit code, standard output, standard error."""
    monkeypatch.setenv("COLUMNS", "100")

    def command(*arguments: str) -> tuple[int, str, str]:
        with pytest.raises(SystemExit) as ended:
            main(arguments)
        out, err = capsys.readouterr()
        return int(ended.value.code or 0), out, err

    return command


def test_list_names_every_rule(run: Run) -> None:
    """Without a code every rule stands in the list, with its severity and title."""
    code, out, _ = run("--lang", "zh", "rule")
    assert code == 0
    lines = {line.split()[0]: line for line in out.splitlines() if line.startswith("XB") and "xx" not in line}
    assert set(lines) == set(all_rules())
    assert "错误" in lines["XB201"]
    assert "目标值没有高于现有标准" in lines["XB201"]
    assert "三（二）" in lines["XB201"]


@pytest.mark.parametrize("asked", ["XB201", "xb201", "goal-not-above-baseline"])
def test_one_rule_in_chinese(run: Run, asked: str) -> None:
    """A rule is found by code or name, and shows its reason, what to do and both examples."""
    code, out, _ = run("--lang", "zh", "rule", asked)
    assert code == 0
    assert out.startswith("XB201 目标值没有高于现有标准")
    for part in ("为什么", "怎么办", "反例", "正例", "目标值: 3", "目标值: 1", "三（二） (R29)"):
        assert part in out
    assert "must" not in out


def test_one_rule_in_english(run: Run) -> None:
    """In English nothing of the Chinese reason is left."""
    _, out, _ = run("--lang", "en", "rule", "XB318")
    assert out.startswith("XB318 Done, yet below 100")
    assert "Status and completion rate speak of the same thing" in out
    assert "两个里有一个" not in out


def test_prose_examples_are_in_the_readers_language(run: Run) -> None:
    """An example that no text can show is told in one language at a time."""
    _, zh, _ = run("--lang", "zh", "rule", "XB019")
    _, en, _ = run("--lang", "en", "rule", "XB019")
    assert "开头是 version https://git-lfs" in zh
    assert "a file that starts with" not in zh
    assert "a file that starts with" in en
    assert "开头是" not in en


def test_one_rule_as_json(run: Run) -> None:
    """A program gets the rule's words and examples as they are."""
    code, out, _ = run("rule", "XB318", "--format", "json")
    record = json.loads(out)
    assert code == 0
    assert record["code"] == "XB318"
    assert record["severity"] == "error"
    assert record["rows"] == ["R27"]
    assert record["bad"] == "举措进展:\n  J1:\n    状态: 已完成\n    完成率: 90"


def test_markdown_keeps_examples_apart(run: Run) -> None:
    """In Markdown an example is a block of YAML."""
    _, out, _ = run("--lang", "zh", "rule", "XB318", "--format", "md")
    assert "## 反例" in out
    assert "```yaml\n举措进展:" in out


def test_unknown_rule(run: Run) -> None:
    """A code that does not exist ends with exit code 2, one line and the nearest ones."""
    code, out, err = run("--lang", "zh", "rule", "XB2011")
    assert (code, out) == (2, "")
    assert err.count("\n") == 1
    assert "没有规则“XB2011”" in err
    assert "XB201" in err.split("是不是")[1]
    code, _, err = run("--lang", "en", "rule", "zzz")
    assert code == 2
    assert err == "xunbiao: There is no rule “zzz”. All rules: xunbiao rule\n"


def test_rules_document_holds_every_rule() -> None:
    """docs/rules.md has a chapter for each rule that links lead to, in code order."""
    text = rules_document()
    anchors = re.findall(r'<a id="(xb[0-9]+)"></a>', text)
    assert anchors == [code.lower() for code in all_rules()]
    assert set(re.findall(r"\(#(xb[0-9]+)\)", text)) == set(anchors)
    assert text.endswith("\n")
    assert not text.endswith("\n\n")


def test_rows_are_complete() -> None:
    """The table of places has the 66 rows of the notice, each once, in order."""
    assert [clause.row for clause in CLAUSES] == [f"R{n:02}" for n in range(1, 67)]
    assert all(clause.asks.zh and clause.asks.en for clause in CLAUSES)


def test_every_row_is_accounted_for() -> None:
    """Each place is served by a rule, a report column or a command; two are no more than words."""
    checked = {row for rule in all_rules().values() for row in rule.rows}
    served = {clause.row for clause in CLAUSES if clause.served.zh}
    assert {clause.row for clause in CLAUSES} - checked - served == NOTHING_TO_CHECK
    text = clauses_document()
    assert text.count("没有可检查的") == len(NOTHING_TO_CHECK)
    for rule in all_rules().values():
        assert text.count(f"[{rule.code}](") == len(rule.rows)


def test_served_names_commands_that_exist() -> None:
    """A command that a row points to is one of the tool's own."""
    named = {word for clause in CLAUSES for word in re.findall(r"`(\w+)[^`]*`", clause.served.zh + clause.served.en)}
    assert named
    assert named <= {name for names in COMMANDS.values() for name in names}


def test_clauses_are_places_of_the_notice(each_rule: Rule) -> None:
    """The clause that a rule names is one where the notice asks for something."""
    assert each_rule.clause in {"", *(clause.place for clause in CLAUSES)}


def test_documentation_is_parted() -> None:
    """A docstring's parts come out as written; lines of one language are joined as that language joins them."""
    doc = read(
        "标题 / Title\n\n为什么 / Why\n    第一行，\n    第二行。\n    First line\n    and 方向 second.\n\n"
        "反例 / Bad\n    a:\n      b: 1\n\n正例 / Good\n    a: 1\n"
    )
    assert (doc.title.zh, doc.title.en) == ("标题", "Title")
    assert (doc.why.zh, doc.why.en) == ("第一行，第二行。", "First line and 方向 second.")
    assert (doc.bad, doc.good) == ("a:\n  b: 1", "a: 1")
