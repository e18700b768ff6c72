"""Single values of a document are changed; every other character stays."""

import difflib
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from xunbiao.editing import Drop, Put, edit
from xunbiao.errors import CannotGoOn
from xunbiao.source import parse

from ..effort import tries

FILING = (Path(__file__).parents[1] / "rules/base/filing.yaml").read_bytes()
TEXT = """\
# 头
类型: 申报表   # 固定
填报时间:            # 还没有填
联系人: '李某'
说明: |
  第一行
  # 这不是注释

  第三行
折行: 一句
  接着说
名单:
  - 名称: 甲局   # 老标杆
    好在哪: 快
  # 下一个
  - 名称: 乙局
空名单: []
一行: {甲: 1, 乙: [2, 3]}
举措:
  # 先说这一条
  J1:
    内容: 旧的话
    时限:
  # 再说这一条
  J2: {}

时限: 2020-06-30
""".encode()


def changed_lines(before: bytes, after: bytes) -> list[str]:
    """The lines that went (-) and came (+)."""
    lines = difflib.ndiff(before.decode().split("\n"), after.decode().split("\n"))
    return [line for line in lines if line[:1] in "+-"]


@pytest.mark.parametrize(
    ("change", "wanted"),
    [
        (
            Put(("填报时间",), "2019-11-18"),
            ["-填报时间:            # 还没有填", "+填报时间: 2019-11-18            # 还没有填"],
        ),
        (Put(("联系人",), "王某"), ["-联系人: '李某'", "+联系人: 王某"]),
        (Put(("联系人",), None), ["-联系人: '李某'", "+联系人:"]),
        (Put(("类型",), "别的"), ["-类型: 申报表   # 固定", "+类型: 别的   # 固定"]),
        (Put(("时限",), "2020-11-30"), ["-时限: 2020-06-30", "+时限: 2020-11-30"]),
        (Put(("举措", "J1", "内容"), "新的: 话 #1"), ["-    内容: 旧的话", '+    内容: "新的: 话 #1"']),
        (Put(("举措", "J1", "时限"), "2020-06-30"), ["-    时限:", "+    时限: 2020-06-30"]),
        (Put(("举措", "J1", "责任人"), "张某"), ["+    责任人: 张某"]),
        (
            Put(("举措", "J1", "指标"), {"名称": "甲", "目标值": 3}),
            ["+    指标:", "+      名称: 甲", "+      目标值: 3"],
        ),
        (Put(("举措", "J3"), {"内容": "多一条"}), ["+  J3:", "+    内容: 多一条"]),
        (Put(("举措", "J2", "内容"), "补上"), ["-  J2: {}", "+  J2:", "+    内容: 补上"]),
        (Put(("名单", 1, "名称"), "丙局"), ["-  - 名称: 乙局", "+  - 名称: 丙局"]),
        (Put(("名单", 0, "名称"), "丙局"), ["-  - 名称: 甲局   # 老标杆", "+  - 名称: 丙局   # 老标杆"]),
        (Put(("名单", 2), {"名称": "丙局", "好在哪": "省"}), ["+  - 名称: 丙局", "+    好在哪: 省"]),
        (Put(("空名单", 0), {"名称": "丙局"}), ["-空名单: []", "+空名单:", "+  - 名称: 丙局"]),
        (Put(("空名单",), "没有"), ["-空名单: []", "+空名单: 没有"]),
        (Put(("新的",), ["一", "二"]), ["+新的:", "+  - 一", "+  - 二"]),
        (Put(("新的", "里面"), "值"), ["+新的:", "+  里面: 值"]),
        (
            Put(("一行", "甲"), 5),
            ["-一行: {甲: 1, 乙: [2, 3]}", "+一行:", "+  甲: 5", "+  乙:", "+    - 2", "+    - 3"],
        ),
        (Put(("折行",), "一句"), ["-  接着说"]),
        (Put(("说明",), "短"), ["-说明: |", "-  第一行", "-  # 这不是注释", "-", "-  第三行", "+说明: 短"]),
        (Drop(("举措", "J1")), ["-  J1:", "-    内容: 旧的话", "-    时限:"]),
        (Drop(("举措", "J2")), ["-  J2: {}"]),
        (Drop(("名单", 1)), ["-  - 名称: 乙局"]),
        (Drop(("名单", 0)), ["-  - 名称: 甲局   # 老标杆", "-    好在哪: 快"]),
        (Drop(("说明",)), ["-说明: |", "-  第一行", "-  # 这不是注释", "-", "-  第三行"]),
    ],
)  # fmt: skip
def test_only_the_lines_of_the_value_change(change: Put | Drop, wanted: list[str]) -> None:
    """Comments, blank lines, quotes and order stay, whatever form the value has."""
    told = [f"{line[0]}{line[2:]}" for line in changed_lines(TEXT, edit(TEXT, [change]))]
    assert sorted(told) == sorted(wanted)


@pytest.mark.parametrize(
    ("line", "change", "wanted"),
    [
        ("甲: []   # 以后填", Put(("甲", 0), "P09"), "甲:   # 以后填\n  - P09"),
        ("甲: {}  # 以后填", Put(("甲", "乙"), "丙"), "甲:  # 以后填\n  乙: 丙"),
        ("甲: [一, 二]  # 两个", Put(("甲", 2), "三"), "甲:  # 两个\n  - 一\n  - 二\n  - 三"),
        ("甲: 旧的话  # 说", Put(("甲",), ["新", "的"]), "甲:  # 说\n  - 新\n  - 的"),
        ("甲:   # 空着", Put(("甲", 0), "一"), "甲:   # 空着\n  - 一"),
        ("甲:  # 名单\n  - 一", Put(("甲",), ["二"]), "甲:  # 名单\n  - 二"),
        ("甲:  # 名单\n  - 一", Drop(("甲", 0)), "甲: []  # 名单"),
        ("甲:\n  - {}  # 空的\n  - 二", Put(("甲", 0, "乙"), "一"), "甲:\n  - 乙: 一  # 空的\n  - 二"),
        ("甲:\n  - 一  # 第一\n  - 二", Put(("甲", 0), {"名": "乙"}), "甲:\n  - 名: 乙  # 第一\n  - 二"),
        ("甲:\n  - 名: 一\n# 乙的\n乙: 1", Put(("甲", 0), "丙"), "甲:\n  - 丙\n# 乙的\n乙: 1"),
        ("甲: |\n  长话\n# 乙的\n乙: 1", Put(("甲",), ["短"]), "甲:\n  - 短\n# 乙的\n乙: 1"),
        ("甲: [一,  # 头\n  二]  # 尾", Put(("甲",), "三"), "甲: 三  # 尾"),
    ],
)
def test_a_comment_beside_a_value_stays_when_the_value_is_written_anew(
    line: str, change: Put | Drop, wanted: str
) -> None:
    """What somebody wrote behind a value or its label stays on that line, however many lines the new value has."""
    assert edit(f"{line}\n".encode(), [change]).decode() == f"{wanted}\n"


def test_nothing_to_change_gives_the_same_bytes() -> None:
    """Not even a line end is touched."""
    assert edit(TEXT + b"\r\n", []) == TEXT + b"\r\n"


def test_the_last_entry_leaves_an_empty_collection() -> None:
    """A mapping or list from which all is taken is {} or []."""
    after = edit(TEXT, [Drop(("举措", "J1")), Drop(("举措", "J2")), Drop(("名单", 1)), Drop(("名单", 0))])
    data = parse(after).data
    assert data is not None
    assert (data["举措"], data["名单"]) == ({}, [])


@pytest.mark.parametrize(
    ("mark", "end"), [(b"", b"\n"), (b"\xef\xbb\xbf", b"\n"), (b"", b"\r\n"), (b"\xef\xbb\xbf", b"\r\n")]
)
def test_line_ends_and_marks_stay(mark: bytes, end: bytes) -> None:
    """A file that came from Windows goes back as one."""
    before = mark + TEXT.replace(b"\n", end)
    after = edit(before, [Put(("联系人",), "王某")])
    assert after == mark + TEXT.replace("'李某'".encode(), "王某".encode()).replace(b"\n", end)


def test_a_file_that_cannot_be_read_is_left_alone() -> None:
    """One line says which field, and to edit by hand."""
    with pytest.raises(CannotGoOn, match="edit the file by hand"):
        edit(b"a: [", [Put(("a",), "b")])


def paths(data: object, way: tuple[str | int, ...] = ()) -> list[tuple[str | int, ...]]:
    """Every path of a document."""
    found = []
    for key, value in data.items() if isinstance(data, dict) else enumerate(data) if isinstance(data, list) else ():
        found += [(*way, key), *paths(value, (*way, key))]
    return found


WORDS = st.text(alphabet="压缩至3个工作日，。：# -[]{}&*!|>'\"%@`\n\t\\~null:", max_size=12)


@settings(max_examples=tries(120), deadline=None)
@given(data=st.data())
def test_any_edit_of_a_filing_reads_back(data: st.DataObject) -> None:
    """Values of any text put in, entries added and taken away in any order: the file reads as it should."""
    raw = FILING
    for _ in range(data.draw(st.integers(1, 4))):
        document = parse(raw).data
        assert document is not None
        path = data.draw(st.sampled_from(paths(document)))
        if data.draw(st.booleans()):
            change: Put | Drop = Put(path, data.draw(WORDS))
        else:
            change = Drop(path)
        try:
            after = edit(raw, [change])
        except CannotGoOn:
            assert isinstance(change, Drop)
            continue
        assert parse(after).data != document or isinstance(change, Put)
        raw = after
