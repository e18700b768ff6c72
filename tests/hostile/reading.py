"""Cases of bytes and YAML that must be refused, or told, before anything believes them (rows A1 to A12 and A15)."""

from collections.abc import Iterator

from .case import BASE, Case, added, instead, whole

LABELS = ("填报单位", "填报时间", "联系人", "联系电话", "内容", "名称", "单位", "责任人", "时限")


def cases() -> Iterator[Case]:
    """All of them."""
    for make in (
        anchors,
        depth,
        size,
        duplicates,
        slips,
        line_ends,
        encodings,
        controls,
        escapes,
        types,
        numbers,
        tags,
    ):
        yield from make()
    yield from structure()
    yield from other_files()


def anchors() -> Iterator[Case]:
    """A1: anchors, aliases, merge keys, and the bombs made of them."""
    for label in LABELS:
        yield instead("A1", f"anchor at {label}", "XB013", label, "¶&a 甲")
    for name, line in {
        "anchor on a mapping": "协同: ¶&a\n  甲: 乙",
        "anchor on a list": "协同: ¶&a\n  - 甲",
        "anchor on a label": "¶&a 协同: 甲",
        "merge key": "¶<<: {}",
        "merge key in quotes": '¶"<<": 甲',
        "merge below": "协同:\n  ¶<<: 甲",
        "alias of itself": "协同: ¶&a [*a]",
        "merge with itself": "协同: ¶&a\n  <<: *a",
        "laughs": "a: ¶&a [哈]\n"
        + "".join(f"{y}: &{y} [*{x}, *{x}, *{x}]\n" for x, y in zip("abcdefgh", "bcdefghi", strict=True)),
        "quadratic": "a: ¶&a " + "甲" * 5000 + "\nb: [" + "*a, " * 900 + "]",
        "merge bomb": "a: ¶&a {x: 1}\n" + "".join(f"m{i}: &m{i} {{<<: [*a, *a]}}\n" for i in range(50)),
    }.items():
        yield added("A1", name, "XB013", line)


def depth() -> Iterator[Case]:
    """A2: nesting deeper than 32, however it is made, closed or not, up to what overflows a C stack."""
    for deep in (32, 33, 100, 1000, 9000):
        for opener, closer in (("[", "]"), ("{甲: ", "}"), ("[{甲: ", "}]")):
            per = sum(opener.count(bracket) for bracket in "[{")
            allowed = 31 // per
            marked = opener * allowed + ("[¶{甲: " if per == 2 and allowed * per < 31 else f"¶{opener}")
            line = f"协同: {marked}{opener * (deep // per - allowed - 1)}"
            if len(line) < 19_000:
                yield added("A2", f"{opener} {deep} unclosed", "XB014", line)
                yield added("A2", f"{opener} {deep} closed", "XB014", line + closer * (deep // per))
    for deep in (32, 60, 3000):
        yield added("A2", f"dashes {deep}", "XB014", "协同:\n  " + "- " * 31 + "¶" + "- " * (deep - 31) + "甲")
    for deep in (31, 200):
        lines = [f"{'  ' * at}{'¶' if at == 32 else ''}甲:" for at in range(deep + 2)]
        yield added("A2", f"steps {deep}", "XB014", "\n".join(lines))
    yield added("A2", "fifty thousand lines", "XB014", "协同: " + "[\n" * 31 + "¶" + "[\n" * 50_000)


def size() -> Iterator[Case]:
    """A3: too many bytes, too long a line, too many values, wherever they are."""
    yield whole("A3", "bytes", "XB002", BASE + "#" + "\n#" * 131_100)
    yield added("A3", "line", "XB002", "¶协同: " + "甲" * 20_001)
    yield added("A3", "comment line", "XB002", "¶# " + "甲" * 20_001)
    yield added("A3", "quoted line", "XB002", '¶协同: "' + "甲" * 20_001 + '"')
    yield whole("A3", "values", "XB002", BASE + "存: [" + ", ".join("1" for _ in range(5001)) + "]\n")
    yield whole("A3", "values in lines", "XB002", BASE + "存:\n" + "  - 1\n" * 5001)
    yield whole("A3", "labels", "XB002", BASE + "存:\n" + "".join(f"  k{at}: 1\n" for at in range(2600)))
    yield instead("A3", "long text", "XB105", "内容", "¶" + "甲" * 19_000)
    yield instead("A3", "long literal", "XB105", "内容", "¶|\n" + ("          " + "甲" * 900 + "\n") * 20)


def duplicates() -> Iterator[Case]:
    """A4: a label that stands twice, also by way of escapes and of other spellings of a number."""
    for label in ("类型", "版本", "填报单位", "填报时间", "联系人", "联系电话", "寻标对象", "对标方向"):
        yield added("A4", f"{label} twice", "XB012", f"¶{label}: 甲")
    escaped = "".join(f"\\u{ord(character):04x}" for character in "联系人")
    yield added("A4", "by escapes", "XB012", f'¶"{escaped}": 甲')
    yield added("A4", "in single quotes", "XB012", "¶'联系人': 甲")
    yield added("A4", "in braces", "XB012", "附: {甲: 1, ¶甲: 2}")
    for written in ("1", "0x1", "0o1", "1.0", "true", "null", "~"):
        yield added("A4", f"label {written}", "XB016", f"¶{written}: 甲")
    yield added("A4", "zero width", "XB102", "¶联系\u200b人: 甲")
    yield added("A4", "not composed", "XB102", "¶e\u0301: 甲")
    yield added("A4", "full width", "XB102", "¶ＡＢ: 甲")


def slips() -> Iterator[Case]:
    """A5: what Word habits and merges leave behind."""
    for marker in ("<<<<<<< HEAD", "=======", ">>>>>>> 甲", "||||||| 乙"):
        yield added("A5", f"marker {marker[0]}", "XB006", f"¶{marker}")
    for label in ("填报单位", "填报时间", "联系人", "联系电话", "责任人"):
        old = next(line for line in BASE.splitlines() if line.lstrip().startswith(f"{label}: "))
        yield whole("A5", f"wide colon at {label}", "XB007", BASE.replace(old, old.replace(": ", "¶：", 1), 1))
        yield whole("A5", f"no space at {label}", "XB024", BASE.replace(old, old.replace(": ", "¶:", 1), 1))
        yield whole("A5", f"tab before {label}", "XB008", BASE.replace(old, "¶\t" + old.lstrip(), 1))
        yield instead("A5", f"quote open at {label}", "XB009", label, '¶"甲')
        yield instead("A5", f"single quote open at {label}", "XB009", label, "¶'甲")
        yield whole("A5", f"text after {label}", "XB022", BASE.replace(old, old.partition(":")[0] + ':¶ "甲"乙', 1))
        yield instead("A5", f"colon inside {label}", "XB010", label, "甲¶: 乙")
        for sign in "@`%":
            yield instead("A5", f"{sign} at {label}", "XB021", label, f"¶{sign}甲")
    yield added("A5", "one step off", "XB023", "附:\n    甲: 乙\n  ¶丙: 丁")
    yield instead("A5", "words lost behind #", "XB020", "内容", "完成 ¶#1 窗口")


def line_ends() -> Iterator[Case]:
    """A6: what differs in line ends or begins with a byte order mark is read all the same."""
    for name, ends in {"CRLF": "\r\n", "CR": "\r"}.items():
        yield whole("A6", name, None, BASE.replace("\n", ends))
    yield whole("A6", "no last line end", None, BASE.rstrip("\n"))
    yield whole("A6", "byte order mark", "XB005", "\ufeff" + BASE)
    yield whole("A6", "byte order mark and CRLF", "XB005", "\ufeff" + BASE.replace("\n", "\r\n"))


def encodings() -> Iterator[Case]:
    """A7: never guessed and read on; told at the first byte that is not UTF-8."""
    for name in ("gbk", "gb18030", "big5hkscs", "shift_jisx0213", "utf-16", "utf-32", "utf-32-be"):
        raw = BASE.encode(name, "replace")
        yield Case("A7", name, raw, "XB003", 1, readable(raw) + 1)
    head, tail = BASE.split("联系人: 李某", 1)
    for name, wrong in {
        "cut short": "李".encode()[:2], "overlong": b"\xc0\xaf", "half surrogate": b"\xed\xa0\x80", "alone": b"\x80",
        "beyond": b"\xf4\x90\x80\x80", "latin-1": "é".encode("latin-1"), "ff": b"\xff",
    }.items():  # fmt: skip
        line = head.count("\n") + 1
        yield Case("A7", name, head.encode() + "联系人: ".encode() + wrong + tail.encode(), "XB003", line, 6)


def readable(raw: bytes) -> int:
    """How many characters stand before the first byte that is not UTF-8; all cases have it in their first line."""
    try:
        return len(raw.decode())
    except UnicodeDecodeError as error:
        return len(raw[: error.start].decode())


def controls() -> Iterator[Case]:
    """A8: characters that steer a terminal, end lines unseen, or mean nothing, as they are."""
    codes = [*range(0x09), 0x0B, 0x0C, *range(0x0E, 0x20), *range(0x7F, 0xA0), 0x2028, 0x2029, 0xE000, 0xF8FF]
    codes += [0xFDD0, 0xFFFE, 0xFFFF, 0xE0001, 0xE0041, 0xE0100, 0xF0000, 0x10FFFF]
    for code in codes:
        yield instead("A8", f"U+{code:04X}", "XB004", "联系人", f"李¶{chr(code)}某")


def escapes() -> Iterator[Case]:
    """A8: the same brought in by escapes."""
    for written in (
        r"\0",
        r"\a",
        r"\b",
        r"\e[31m",
        r"\x07",
        r"\x9b",
        r"\N",
        r"\L",
        r"\P",
        r"\x7f",
        r"\uFFFE",
        r"\ue001",
    ):
        yield instead("A8", f"escaped {written}", "XB004", "联系人", f'¶"{written}"')
    for written in (r"\u202e", r"\u200b", r"\u2066", r"\ufeff"):
        yield instead("A8", f"escaped {written}", "XB017", "联系人", f'¶"{written}"')
    for written in (r"\q", r"\.", r"\ü"):
        yield instead("A8", f"escaped {written}", "XB011", "联系人", f'"甲¶{written}"')
    for digits in ("ud800", "udfff", "x", "u12", "U00110000", "Uffffffff"):
        yield instead("A8", f"escaped {digits}", "XB011", "联系人", f'"甲\\{digits[0]}¶{digits[1:]}"')


def types() -> Iterator[Case]:
    """A9: what YAML 1.1 would have made of a text, and what is truly no text."""
    for written in ("no", "yes", "on", "off", "22:22", "1_000", "0b1", "2020-01-01", "2001-12-14t21:59:43.10-05:00"):
        yield instead("A9", f"text {written}", None, "联系人", written)
    for written in (
        "1",
        "010",
        "0x1F",
        "1.5",
        "true",
        "False",
        "[]",
        "{}",
        "[甲]",
        "{甲: 乙}",
        "-1",
        "+1",
        ".5",
        "1e3",
    ):
        yield instead("A9", f"no text {written}", "XB101", "联系电话", f"¶{written}")
    for written in ("一", "1.5", "true", "[]", "五个", "1_000", "2020-01-01"):
        yield instead("A9", f"no version {written}", "XB104", "版本", f"¶{written}")
    yield whole("A9", "directive", "XB013", "¶%YAML 1.1\n---\n" + BASE)
    yield whole("A9", "tag directive", "XB013", "¶%TAG ! tag:example.cn,2020:\n---\n" + BASE)
    yield whole("A9", "unknown version", "XB013", "¶%YAML 1.2\n---\n" + BASE)


def numbers() -> Iterator[Case]:
    """A10: numbers that no other program could hold."""
    for written in (
        ".nan", ".NaN", ".inf", "-.inf", "+.INF", "1e400", "-1e9999", "1e999999999", "9007199254740993",
        "-9007199254740993", "0x7fffffffffffffff", "0o777777777777777777777", "1" * 5000, "0." + "1" * 5000, "1e16",
    ):  # fmt: skip
        yield instead("A10", f"number {written[:20]}", "XB018", "现状值", f"¶{written}")
    for written, code in {
        "2020-02-30": "XB227", "2020-13-01": "XB227", "0000-00-00": "XB226", "2020-W27-2": "XB226", "20200630": "XB101",
    }.items():  # fmt: skip
        yield instead("A10", f"day {written}", code, "时限", f"¶{written}")


def tags() -> Iterator[Case]:
    """A11: tags, of which none is ever heeded."""
    for tag in (
        "!!python/object/apply:os.system", "!!python/name:os.system", "!!binary", "!!str", "!!int", "!!float", "!!null",
        "!!timestamp", "!!set", "!!omap", "!!merge", "!x", "!include", "!ENV", "!", "!<tag:x,2020:y>", "!!js/function",
    ):  # fmt: skip
        yield instead("A11", f"tag {tag}", "XB013", "联系人", f"¶{tag} 甲")
    yield added("A11", "tag on a list", "XB013", "附: ¶!!python/object/apply:os.system [touch pwned]")
    yield added("A11", "tag on a label", "XB013", "¶!!str 附: 甲")


def structure() -> Iterator[Case]:
    """A12: files that are no single mapping."""
    texts = {"empty": "", "blank lines": "\n\n", "comments": "# 甲\n", "only ---": "---\n", "scalar": "甲\n"}
    texts |= {"number": "5\n", "list": "- 甲\n- 乙\n", "JSON list": "[1, 2]\n", "quoted": '"甲"\n', "null": "null\n"}
    texts["a long list"] = "[" + "1," * 2000 + "1]\n"
    for name, text in texts.items():
        yield whole("A12", name, "XB015", text)
    yield whole("A12", "two documents", "XB013", BASE + "¶---\n甲: 乙\n")
    yield whole("A12", "two documents, ended", "XB013", BASE + "...\n¶---\n甲: 乙\n")
    yield whole("A12", "JSON", "XB103", '¶{"类型": "申报表", "版本": 1}\n')


def other_files() -> Iterator[Case]:
    """A15: something else under the name of a document, or one that was not written to its end."""
    heads = {"PNG": b"\x89PNG\r\n\x1a\n", "gzip": b"\x1f\x8b\x08\x00", "OLE": b"\xd0\xcf\x11\xe0", "class": b"\xca\xfe"}
    for name, head in heads.items():
        at = next(at for at in range(len(head)) if head[at] >= 0x80)
        yield Case("A15", name, head + b"\x00" * 40, "XB003", 1, at + 1)
    yield whole("A15", "zip", "XB004", "PK¶\x03\x04" + "\x00" * 40)
    yield whole("A15", "ELF", "XB004", "¶\x7fELF")
    yield whole("A15", "LFS pointer", "XB019", "version https://git-lfs.github.com/spec/v1\noid sha256:" + "0" * 64)
    yield whole("A15", "NUL tail", "XB004", BASE + "¶" + "\x00" * 4096)
    yield whole("A15", "HTML", "XB015", "<html><body>甲</body></html>\n")
    yield whole("A15", "cut in a label", "XB015", BASE[:2])
