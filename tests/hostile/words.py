"""Cases of texts and labels that attack what shows them: terminals, browsers, CI runners (rows A13, A14, A16, D)."""

from collections.abc import Iterator

from .case import Case, added, instead

INVISIBLE = (
    "\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180e\u200b\u200c\u200d\u200e\u200f"
    "\u202a\u202b\u202c\u202d\u202e\u2060\u2066\u2069\u3164\ufeff\ufff9"
)
SAID = {
    "rich tag": "[bold]甲[/red]",
    "rich link": "[link=https://example.cn]甲[/link]",
    "unbalanced": "甲 [/foo] 乙",
    "emoji code": "甲 :smile: :skull:",
    "workflow command": "::error file=a,line=1::甲",
    "stop": "::stop-commands::甲",
    "set env": "甲 ::set-env name=PATH::乙",
    "group": "##[group]甲",
    "azure": "甲 ##vso[task.setvariable variable=a]乙",
    "after a wide blank": "甲\u3000::error::乙",
    "percent": "甲%0A::error::乙",
    "colons": "::::甲::::",
    "html": "<script>alert(1)</script>",
    "attribute": '" onmouseover="alert(1)',
    "entity": "&lt;b&gt;&#x202e;",
    "style": "</style><b>",
    "javascript": "javascript:alert(1)",
    "template": "{{7*7}}${7*7}<%= 7*7 %>",
    "format": "{0} {value} %s %(x)s {file!r}",
    "markdown": "|甲|乙| `丙` ![图](http://x)",
    "heading": "# 甲",
    "mention": "@everyone #1 !1",
    "formula": '=HYPERLINK("http://x","甲")',
    "formula at": "@SUM(1)",
    "formula wide": "＝1+1",
    "formula plus": "+1-1",
    "path": "../../../etc/passwd",
    "drive": "C:\\Windows\\甲",
    "option": "--output=pwn",
    "sql": "'; DROP TABLE 甲; --",
    "null word": "null",
    "long": "甲" * 199,
    "mixed blanks": "甲\u00a0乙\u3000丙\u2003丁",
    "rare": "𠀀𪚥",
    "combining": "甲" + "\u0301" * 60,
    "right to left": "אבג 甲 עברית",
    "backslash": "\\x1b[31m \\u202e",
    "quotes": "'\"“”‘’«»",
}
"""Texts that are allowed, each of which some output would trip over were it not made harmless there."""

LABELS = {
    "ref": "$ref",
    "proto": "__proto__",
    "constructor": "constructor",
    "class": "__class__",
    "markup": "[bold]甲[/red]",
    "command": "a::error::b",
    "azure": "##vso[task.complete]",
    "percent": "%0A::error::x",
    "html": "<img src=x onerror=y>",
    "formula": "=1+1",
    "path": "../../甲",
    "template": "{{7*7}}",
    "format": "{0.__class__}",
    "long": "甲" * 1000,
    "emoji": ":skull:",
    "dollar": "${HOME}",
    "pipe": "a|b",
    "at": "@甲",
    "dash": "-rf",
    "tilde": "~甲",
    "dot": "甲.乙",
    "index": "甲[0]",
    "blank": " 甲 ",
    "wide": "联系人　",
    "near": "联系方式",
    "traditional": "聯系人",
    "latin": "lianxiren",
}
REPEATED = {
    "digits": "1",
    "years": "2020年",
    "brackets": "（",
    "blanks": " 甲",
    "dashes": "-",
    "commas": "，",
    "percents": "%1",
    "from": "由5个",
    "issuers": "平〔2020〕",
    "names": "张某、",
    "phones": "0375-",
    "dots": "1.",
    "spans": "1至2",
    "words": "进一步",
    "mixed": "一1",
}


def cases() -> Iterator[Case]:
    """All of them."""
    for make in (invisible, said, labels, ids, backtracking):
        yield from make()


def invisible() -> Iterator[Case]:
    """A13: what is not seen and changes what is read; warned of where it stands, read all the same."""
    for character in INVISIBLE:
        yield instead("A13", f"U+{ord(character):04X}", "XB017", "联系人", f"李¶{character}某")


def said() -> Iterator[Case]:
    """D: the unit's name is repeated in a message, so this is where such a text comes out again."""
    for name, text in SAID.items():
        quoted = "'" + text.replace("'", "''") + "'"
        yield instead("D", f"said {name}", "XB202", "填报单位", f"¶{quoted}")


def labels() -> Iterator[Case]:
    """A14: the same in labels, which are told as unknown, cut and shown harmlessly."""
    for name, label in LABELS.items():
        quoted = "'" + label.replace("'", "''") + "'"
        yield added("A14", f"label {name}", "XB102", f"¶{quoted}: 甲")
    yield added("A14", "label with escapes", "XB004", '¶"\\e[31m": 甲')
    yield added("A14", "label beyond libyaml", "XB011", "'" + "甲" * 2000 + "'¶: 甲")
    yield added("A14", "label of two lines", "XB102", '¶"甲\\n::error::乙": 甲')
    for written in ("[甲]", "{甲: 乙}"):
        yield added("A14", f"label {written}", "XB016", f"¶{written}: 丙")
        yield added("A14", f"label ? {written}", "XB016", f"? ¶{written}\n: 丙")


def ids() -> Iterator[Case]:
    """A14: ids of items, which turn up in other files, in trails and in forms."""
    odd = {"path": "../../x", "command": "::error::", "space": "J 1", "han": "举措一", "long": "J" * 200, "dash": "-J1"}
    for name, id_ in odd.items():
        yield instead("A14", f"id {name}", "XB107", "J1", f"{{内容: 甲}}\n    ¶'{id_}': {{内容: 乙}}\n    J9:")


def backtracking() -> Iterator[Case]:
    """A16: long repetitions in places that patterns look at, as long as the schema lets them be."""
    for name, piece in REPEATED.items():
        yield instead("A16", f"many {name}", "XB105", "内容", "¶甲" + piece * (12_000 // len(piece)))
        yield instead("A16", f"as many {name} as may be", None, "内容", "甲" + piece * (3_900 // len(piece)))
