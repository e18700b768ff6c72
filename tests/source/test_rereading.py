"""A version read by what differs from an earlier one says what it says when it is read whole, or is not read so."""

import random
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from xunbiao import source

FILING = (Path(__file__).parents[1] / "rules" / "base" / "filing.yaml").read_text(encoding="utf-8")
SIGNS = "\t\n :-#&*!|>'\"%@`[]{},?~<=.：“”一二0 \\\u200b\x00\r\ufeff"

LINES = (
    "a: 1", "a: 一", "b: 二", "b:", "a:", "c: [1,", "c: {x: 1,", "x: 2}", "x: 3", "]", "}", 'd: "开', "d: '开", '合"',
    "e'", "f: |", "f: |+", "f: >-", "f: |2", "字", "# 注", "#注", "- 条", "- a: 1", "-", "-a: 1", "? a", ": b", "...",
    "---", "%YAML 1.2", "", " ", "g: &x 1", "h: *x", "i: !t 1", "<<: {}", '"a": 1', "'b': 2", "1: 2", "true: 3",
    "~: 4", "a b: 5", "a:b: 6", "a : 7", "号: 010", "号: 1e999", "号: 9007199254740993", "{a: 1}", "[a]", "a: 1 # 注",
    "a: 1 #注", 'a: "\\u202e"', "\ta: 1", "a:\t1", "\ufeffa: 1", "a: 1\r", "\r", "a:\u00851", "a: \u20281",
    "a: 一\u200b", "2019Q4: 是", "名称: “一照多址”", "名称：中文",
)  # fmt: skip
"""Whatever means something in YAML, a line each."""


VALUES = (
    " 1", " 一", "", " “一照多址”当场备案", " 010", " 1e3", " ~", " true", " |\n  一\n\n  二", " |+\n  一\n\n",
    " |-\n    一\n   二", " >\n  一\n  二\n# 注", " |2\n   一", ' "一\n二"', ' "一\n  b: 二"', " '一\nc: 二\n三'",
    " '一\n\n# 二'", " [1,\n2]", " {x: 1,\n y: 2}", "\n  {x: 1,\n  y: 2}", "\n  [x,\n  y]", "\n- 一\n- 二",
    "\n  - 一\n  - x: 1\n    y: 2", "\n- x: 1\n  y: 2", "\n  字\n  词", " 字\n  词\n\n  句", "  # 注",
    " 一 # 注\n  # 注\n# 注", '\n  "x": 1\n  y: 2', "\n  ? x\n  : 1\n  y: 2", "\n  x: 1\n\n  y: |\n    二\n",
    "\n\n  x: 1", "\n  # 注\n  x: 1", "\n  x:\n    y:\n      z: 1\n      w: 二\n    v: 三",
    "\n  x: {}\n  y: []\n  z:\n  - 1\n  w: 2", "\n    x: 1\n    y: 2", '\n  x: "一\n  y: 二"\n  z: 3',
    "\n  x: '一\ny: 二'\n  \"z\": 3", "\n  'x': 1", "\n  - x: 1\n    y: 2\n  -   z: 3", " 字\n\n# 注\n",
    "\n  x: |\n   一\n  # 注\n  y: 2", "\n  ? |\n   x\n  : 1",
)  # fmt: skip
"""What may stand under a label, in every style of YAML."""


def document(dice: random.Random) -> list[str]:
    """Labels with values of every style, now and then one under another."""
    labels = dice.sample("abcdefghij", dice.randint(3, 8))
    blocks = [f"{label}:{dice.choice(VALUES)}" for label in labels]
    if dice.random() < 0.5:
        inner = "\n".join(document(dice)) if dice.random() < 0.3 else "\n".join(blocks[:4])
        blocks.append("k:\n" + "\n".join(f"  {line}" if line else "" for line in inner.split("\n")))
    return blocks


def revised(blocks: list[str], dice: random.Random) -> list[str]:
    """Some blocks with another value or label, gone, new or elsewhere; or a line of them changed."""
    blocks = list(blocks)
    for _ in range(dice.randint(1, 2)):
        at = dice.randrange(len(blocks))
        match dice.randrange(6):
            case 0:
                blocks[at] = blocks[at].partition(":")[0] + ":" + dice.choice(VALUES)
            case 1:
                blocks[at:at] = [f"{dice.choice('klmnab')}:{dice.choice(VALUES)}"]
            case 2:
                blocks = [*blocks[:at], *blocks[at + 1 :], blocks[at]]
            case 3:
                blocks[at] = "\n".join(shaken(blocks[at].split("\n"), dice))
            case 4:
                blocks[at] = blocks[at].replace(
                    dice.choice("1一xy\n"), dice.choice(("3", "三", "y", "\n", '"', "#")), 1
                )
            case _:
                del blocks[at]
                blocks = blocks or ["a: 1"]
    return blocks


def agree(before: bytes, after: bytes) -> bool:
    """Holds a version that is read by what differs against the same read whole; whether it was read so."""
    known = source.parse(before).data
    if known is None:
        return False
    shown = repr(known)
    found = source.reread(after, before, known)
    assert repr(known) == shown
    if found is None:
        return False
    assert repr(found) == repr(source.parse(after).data), (before, after)
    return True


def odd(dice: random.Random) -> list[str]:
    """Some lines, at some indents."""
    indents = (0, 0, 0, 0, 2, 2, 2, 4, 4, 1, 3)
    return [" " * dice.choice(indents) + dice.choice(LINES) for _ in range(dice.randint(1, 9))]


def shaken(lines: list[str], dice: random.Random) -> list[str]:
    """The same lines but for a few that are gone, new, doubled, moved, or set in otherwise."""
    lines = list(lines)
    for _ in range(dice.randint(1, 3)):
        at = dice.randrange(len(lines) + 1)
        match dice.randrange(5):
            case 0:
                del lines[at : at + dice.randint(1, 3)]
            case 1:
                lines[at:at] = odd(dice)[: dice.randint(1, 2)]
            case 2:
                lines[at:at] = lines[at : at + dice.randint(1, 4)]
            case 3:
                moved = lines[at : at + 3]
                del lines[at : at + 3]
                to = dice.randrange(len(lines) + 1)
                lines[to:to] = moved
            case _:
                lines[at : at + 2] = [f"  {each}" if dice.random() < 0.5 else each[2:] for each in lines[at : at + 2]]
    return lines


def text_of(lines: list[str], dice: random.Random) -> bytes:
    return ("\n".join(lines) + dice.choice(("\n", "\n", "\n", "", "\n\n", "\r\n"))).encode()


@settings(deadline=None, max_examples=500)
@given(st.integers(0, 2**64))
def test_odd_lines(seed: int) -> None:
    """Whatever YAML the versions hold, and however odd the difference."""
    dice = random.Random(seed)
    before = odd(dice)
    agree(text_of(before, dice), text_of(shaken(before, dice), dice))


@settings(deadline=None, max_examples=500)
@given(st.integers(0, 2**64))
def test_values_of_every_style(seed: int) -> None:
    """Texts, quotes, brackets and lists on one line or on several, whichever of them change."""
    dice = random.Random(seed)
    before = document(dice)
    agree(text_of(before, dice), text_of(revised(before, dice), dice))


@settings(deadline=None, max_examples=200)
@given(st.integers(0, 2**64))
def test_odd_edits_of_a_filing(seed: int) -> None:
    """A whole filing into which odd lines came, or whose lines were moved."""
    dice = random.Random(seed)
    lines = FILING.split("\n")
    first, then = shaken(lines, dice), shaken(lines, dice)
    agree(FILING.encode(), text_of(first, dice))
    agree(text_of(first, dice), FILING.encode())
    agree(text_of(first, dice), text_of(then, dice))


@settings(deadline=None, max_examples=200)
@given(st.lists(st.tuples(st.integers(0, len(FILING) - 1), st.integers(0, 9), st.text(alphabet=SIGNS, max_size=4))))
def test_any_damage(edits: list[tuple[int, int, str]]) -> None:
    """A filing with pieces cut out and signs put in, and its repair."""
    text = FILING
    for start, length, put in edits[:4]:
        text = text[:start] + put + text[start + length :]
    agree(FILING.encode(), text.encode("utf-8", "surrogatepass"))
    agree(text.encode("utf-8", "surrogatepass"), FILING.encode())


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("目标值: 1", "目标值: 3"),
        ("    J1:\n", "    J9:\n      内容: 新的举措\n    J1:\n"),
        ("填报时间: ", "填报时间: 1"),
        ("联系人: 李某\n", ""),
        ("内容: ", "内容: '“新”'  # 注\n        备注: |\n          一\n          二\n        改动: "),
    ],
)
def test_what_a_clerk_changes_is_read_alone(old: str, new: str) -> None:
    """A figure, an item, a line: read without the rest, which stays the same object."""
    assert old in FILING
    after = FILING.replace(old, new, 1).encode()
    assert agree(FILING.encode(), after)
    known = source.parse(FILING.encode()).data
    assert known is not None
    found = source.reread(after, FILING.encode(), known)
    assert found is not None
    assert found["创标意向"] is known["创标意向"]


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("a: 1\nb: 2\n", "a: 1\nb: 2\na: 1\n"),  # a label twice
        ("a: 1\nb: 2\n...\n", "a: 1\nb: 2\n...\nc: 3\n"),  # the end of a document, then more
        ('a: "x\nb: y"\nc: 1\n"d": 2\n', 'a: "x\nb: y"\nc: 1\n"d": 3\n'),  # a quoted text that looks like labels
        ("a:\n  {x: 1,\n  y: 2}\n", "a:\n  {x: 1,\n  z: 3,\n  y: 2}\n"),  # flow style on lines of their own
        ("a: 1\nb: 2\nc: 3\n", "a: 1\rb: 2\nc: 3\n"),  # an end of line that splits no line here
        ("a: 1\nb: 2\nc: 3\n", "a: 1\nb: 2\nc: 3"),  # no end of line at all
        ("a: 1\nb: 2\nc: 3\n", "\ufeffa: 1\nb: 2\nc: 3\n"),
        ("a: 1\nb: 2\nc: 3\n", "a: 1\nb: 2\nc: &x 3\n"),
        ("a: 1\nb: 2\nc: 3\n", "a: 1\nb: 2\nc: 1e999\n"),
        ("a: 1\nb: 2\nc: 3\n", "a: 1\nb: 2\nc: [3\n"),
        ("a: 1\nb: 2\nc: 3\n", "a: 1\nb: 2\n1: 3\n"),
        ("# 甲\na: 1\nb: 2\n", "# \x01\na: 1\nb: 2\n"),
        ("a: 1\n", ""),
        ("\na: 1\n", "\n"),
        ("a: 1\nb: 2\n", "x: 1\ny: 2\n"),  # another document
    ],
)  # fmt: skip
def test_what_might_mean_something_else_is_left_to_the_parser(before: str, after: str) -> None:
    """Where lines are no blocks, or a block would be refused, there is no answer."""
    known = source.parse(before.encode()).data
    assert known is not None
    assert source.reread(after.encode(), before.encode(), known) is None


def test_more_values_than_a_file_may_hold() -> None:
    """A version that grows beyond the limit by blocks that are each small is not read by its blocks."""
    before = "".join(f"k{number}: {number}\n" for number in range(2_400)).encode()
    after = before + b"".join(b"l%d: 1\n" % number for number in range(200))
    known = source.parse(before).data
    assert known is not None
    assert source.parse(after).data is None
    assert source.reread(after, before, known) is None


def test_as_deep_as_a_file_may_go() -> None:
    """Depth counts from the top of the file, not of the block that differs."""

    def nested(inner: str) -> bytes:
        return f"x: 1\ny: 2\na:\n  b:\n    c: {inner}\n".encode()

    before = nested("1")
    known = source.parse(before).data
    assert known is not None
    for depth in range(1, 40):
        after = nested("[" * depth + "]" * depth)
        found = source.reread(after, before, known)
        assert found is None or repr(found) == repr(source.parse(after).data)
    assert source.reread(nested("[[1]]"), before, known) is not None
