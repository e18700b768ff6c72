"""One table a sink: what is dangerous there, and what becomes of it."""

import json

import pytest

from xunbiao.formats import escaping


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("平顶山市　王某", "平顶山市　王某"),
        ("\x1b[31m", r"\x1b[31m"),
        ("\x9b31m", r"\x9b31m"),
        ("a\u202eb\u200bc\ufeff", r"a\u202eb\u200bc\ufeff"),
        ("a\nb\r\tc\x00", r"a\nb\r\tc\x00"),
        ("\u2028\xa0\ue000\ud800\ufffe", r"\u2028\xa0\ue000\ud800\ufffe"),
        ("\U000e0041", r"\U000e0041"),
        ("::error::x", r":\x3aerror:\x3ax"),
        (":::", r":\x3a\x3a"),
        ("##[group]##vso[task]", r"#\x23[group]#\x23vso[task]"),
        ("## 标题 a:b", "## 标题 a:b"),
    ],
)
def test_terminal(text: str, shown: str) -> None:
    """Nothing unseen and no command to a CI runner gets to a terminal; ordinary Chinese is left alone."""
    assert escaping.terminal(text) == shown


def test_cut() -> None:
    """A text over the limit is cut to it, the last character being an ellipsis."""
    assert escaping.visible("一二三四五六", 4) == "一二三…"
    assert escaping.visible("一二三四", 4) == "一二三四"


def test_lines() -> None:
    """Lines are kept, blank ones dropped, whatever the line end; an empty text is one empty line."""
    assert escaping.lines("一\r\n\n  二\x1b\n") == ["一", r"二\x1b"]
    assert escaping.lines(" \n ") == [""]


@pytest.mark.parametrize(
    ("text", "cell"),
    [
        ("普通", '"普通"'),
        ('说"好"', '"说""好"""'),
        ("=1+1", '"\'=1+1"'),
        ("+86", '"\'+86"'),
        ("-5", '"\'-5"'),
        ("@SUM(A1)", '"\'@SUM(A1)"'),
        ("＝1+1", '"\'＝1+1"'),
        ("＠x", '"\'＠x"'),
        ('  "=1', '"\'""=1"'),
        ("甲\n=1+1", '"甲\n\'=1+1"'),
        ("\t=1", '"\\t=1"'),
        ("\r=1", '"\\r=1"'),
        ("a=1", '"a=1"'),
        ("—", '"—"'),
    ],
)
def test_csv(text: str, cell: str) -> None:
    """A cell is quoted, and never begins, on any of its lines, as a spreadsheet's formula does."""
    assert escaping.csv(text) == cell


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("a|b\\|c", r"a\|b\\\|c"),
        ("<b>&amp;", "&lt;b&gt;&amp;amp;"),
        ("![x](y)", r"!\[x\](y)"),
        ("`*_~$", r"\`\*\_\~\$"),
        ("# 1", r"\# 1"),
        ("12. x", r"12\. x"),
        ("12.5倍", r"12\.5倍"),
        ("3) x", r"3\) x"),
        ("- x", r"\- x"),
        ("5-3", r"5\-3"),
        ("目标 5-3", "目标 5-3"),
        ("https://e.com www.e.com", r"https\://e.com www\.e.com"),
        ("请@all 见#12，a@b.cn", "请@<!-- -->all 见#<!-- -->12，a@b.cn"),
        ("::error::", r":\:error:\:"),
        ("一\n- 二", r"一<br>\- 二"),
        ("\x1b", r"\\x1b"),
    ],
)
def test_markdown(text: str, shown: str) -> None:
    """Whatever would be markup, HTML, a link, a mention or a new block is only text."""
    assert escaping.markdown(text) == shown


def test_web() -> None:
    """Tags, entities and attribute ends are text; a CI command is broken without a trace on the page."""
    assert escaping.web("<a href=\"x\" title='y'>&\x1b") == "&lt;a href=&quot;x&quot; title=&#x27;y&#x27;&gt;&amp;\\x1b"
    assert escaping.web("::error::##[x]") == ":&#58;error:&#58;#&#35;[x]"


def test_json_string() -> None:
    """A JSON string means the same text, yet nothing unseen and no CI command stands in it."""
    text = '引号" 反斜\\ \x1b\u202e\u2028\x7f\U000e0041 ::error::##vso[x] 王　某'
    written = escaping.json_string(text)
    assert json.loads(written) == text
    assert not any(map(escaping.is_unseen, written))
    assert "::" not in written
    assert "##vso[" not in written


def test_github() -> None:
    """Neither a message nor a property can end its command or begin another."""
    assert escaping.github_data("50%\n::error::x") == r"50%25\n:\x3aerror:\x3ax"
    assert escaping.github_property("a,line=1::b%0A\r") == r"a%2Cline=1%3A%3Ab%250A\r"
