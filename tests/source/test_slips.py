"""Each usual slip of a clerk is recognised as what it is, at the place where it was made."""

import pytest

from xunbiao import source

HEAD = "类型: 申报表\n版本: 1\n"


@pytest.mark.parametrize(
    ("text", "code", "line", "column"),
    [
        ("类型：申报表\n版本: 1\n", "XB007", 1, 3),
        ("类型：申报表\n版本：1\n", "XB007", 1, 3),
        (HEAD + "填报单位：市场监管局\n填报时间: 2019-11-18\n", "XB007", 3, 5),
        (HEAD + "举措:\n  J1:\n    内容: 取消证明\n    责任人：张某\n    时限: 2020-06-30\n", "XB007", 6, 8),
        (HEAD + "寻标对象:\n  纵向标杆单位:\n    - 名称：某局\n      地区: 某市\n", "XB007", 5, 9),
        (HEAD + "举措:\n\tJ1: x\n", "XB008", 4, 1),
        (HEAD + "举措:\n  J1: x\n\tJ2: y\n", "XB008", 5, 1),
        (HEAD + '联系人: "李某\n填报时间: 2019-11-18\n', "XB009", 3, 6),
        (HEAD + "联系人: '李某\n填报时间: 2019-11-18\n", "XB009", 3, 6),
        (HEAD + '联系人: "李某\n联系电话: "2662201"\n', "XB009", 3, 6),
        (HEAD + '经验:\n  - "一网通办\n  - "只跑一次"\n', "XB009", 4, 5),
        (HEAD + "内容: 一是减材料: 取消3项\n", "XB010", 3, 10),
        (HEAD + "经验:\n  - 一: 二: 三\n", "XB010", 4, 9),
        (HEAD + "内容: @某科\n", "XB021", 3, 5),
        (HEAD + "内容: `x`\n", "XB021", 3, 5),
        (HEAD + "内容: %90\n", "XB021", 3, 5),
        (HEAD + "内容: *重点\n", "XB021", 3, 5),
        (HEAD + "内容: !重要\n", "XB021", 3, 5),
        (HEAD + "内容: >90%\n", "XB021", 3, 5),
        (HEAD + "内容: |x\n", "XB021", 3, 5),
        (HEAD + "内容: [暂定]方案\n", "XB021", 3, 5),
        (HEAD + "内容: {甲}乙\n", "XB021", 3, 5),
        (HEAD + "内容: - 一\n", "XB021", 3, 5),
        (HEAD + "内容: [一, 二\n时限: x\n", "XB021", 3, 5),
        (HEAD + '内容: "一网通办"率90%\n', "XB022", 3, 4),
        (HEAD + "内容: 'it's'\n", "XB022", 3, 4),
        (HEAD + "举措:\n  J1: x\n J2: y\n", "XB023", 5, 2),
        (HEAD + "  联系人: x\n", "XB023", 3, 3),
        (HEAD + "寻标:\n  - 名称: 某局\n   地区: 某市\n", "XB023", 5, 4),
        (HEAD + "# 说明\n\n   联系人: x\n", "XB023", 5, 4),
        ("类型:申报表\n版本: 1\n", "XB024", 1, 3),
        (HEAD + "联系人:李某\n填报时间: 2019-11-18\n", "XB024", 3, 4),
        ("类型:申报表\n版本:1\n", "XB024", 1, 3),
        (HEAD + "<<<<<<< HEAD\n联系人: 李某\n=======\n联系人: 孙某\n>>>>>>> x\n", "XB006", 3, 1),
        (HEAD + "联系人: 李某\n=======\n", "XB006", 4, 1),
        (HEAD + "协同:\n  - 甲\n  乙: 丙\n", "XB011", 5, 3),
        (HEAD + '联系人: "\\ud800"\n', "XB011", 3, 9),
    ],
)
def test_slip(text: str, code: str, line: int, column: int) -> None:
    """A slip has its own code, and its line and column count characters, Chinese ones included."""
    parsed = source.parse(text.encode())
    assert parsed.data is None
    assert [finding.code for finding in parsed.findings] == [code]
    span = parsed.findings[0].span
    assert span is not None
    assert (span.line, span.column) == (line, column)
    assert (span.end_line, span.end_column) > (span.line, span.column)


@pytest.mark.parametrize(
    "text",
    [
        "内容: 分两步：先试点，后铺开\n",
        "内容: 8:30开门，见 https://example.org/a:b\n",
        "内容: 办结率>90%，误差<1%，A=B，100%*2&3!\n",
        "内容: 张某@某科\n",
        '内容: 推行"一网通办"\n',
        "内容: 产值-5%、+3%\n",
        "内容: -5\n",
        "内容: a#b\n",
        "内容: 第1项 # 说明\n",
        "内容: '6月底前 #1窗口'\n",
        'a: "x #y"\nb: "\n  #z\n  "\n',
        "a: |\n  完成 #1\n  #2\n",
        "a: >-\n  完成 #1\n",
        "a: [x, '#y'] # z\n",
        "#不空格的注释\na: 1\n",
        "a: 1\n  #缩进的注释\n",
    ],
)
def test_what_is_no_slip(text: str) -> None:
    """Signs inside a text, comments and quotes as they should be are read without a word."""
    parsed = source.parse(text.encode())
    assert parsed.data is not None
    assert parsed.findings == ()


@pytest.mark.parametrize(
    ("text", "cut", "line", "column"),
    [
        ("内容: 完成 #1窗口\n", "#1窗口", 1, 8),
        ("内容: #1窗口\n", "#1窗口", 1, 5),
        ("a:\n  - 完成 #1窗口 #2窗口\n", "#1窗口 #2窗口", 2, 8),
        ("a: x#y #z\n", "#z", 1, 8),
        ("a: 1\t#b\n", "#b", 1, 6),
        ("a: 'x' #b\n", "#b", 1, 8),
    ],
)
def test_a_text_cut_by_a_number_sign(text: str, cut: str, line: int, column: int) -> None:
    """Words lost behind a # without a space are told as a warning; the rest is read."""
    parsed = source.parse(text.encode())
    assert parsed.data is not None
    assert [(finding.code, finding.values["cut"]) for finding in parsed.findings] == [("XB020", cut)]
    assert parsed.findings[0].span is not None
    assert (parsed.findings[0].span.line, parsed.findings[0].span.column) == (line, column)
