"""What is wrong with how a form is filled in is told by a code, the form's own cell and the words that stand there."""

import pytest
from formpaper.raw import docx, form, form_rows, head_line, numbered, p, run, sdt, tbl, tc, titles, tr
from formpaper.words import CELLS, HEAD, drafted, expected, read

from xunbiao.forms import Draft
from xunbiao.model.diagnostic import Severity

DEADLINE = ("对标方向", "时限")
DATES = {
    "2020年6月30日前完成。": ("2020-06-30", ""),
    "2020年6月底前": ("2020-06-30", ""),
    "2020年底前完成": ("2020-12-31", ""),
    "2020.6.30": ("2020-06-30", ""),
    "2020 年 6 月 30 日前完成。": ("2020-06-30", ""),
    "２０２０年６月３０日前": ("2020-06-30", ""),
    "二〇二〇年六月三十日前完成": ("2020-06-30", ""),
    "2019年11月至2020年6月30日": ("2020-06-30", ""),
    "立行立改，长期坚持。": (None, "not-a-date"),
    "—": (None, "not-a-date"),
    "待定": (None, "not-a-date"),
    "    年  月  日前完成。": (None, "template-left"),
    "____年__月__日前完成": (None, "template-left"),
    "单击或点击此处输入日期。": (None, "template-left"),
    "": (None, "blank"),
    "　　": (None, "blank"),
    "2020年6月": (None, "incomplete-date"),
    "2020年  月  日前完成。": (None, "incomplete-date"),
    "6月30日前": (None, "incomplete-date"),
    "2020年上半年": (None, "incomplete-date"),
    "2020年6月31日前完成。": (None, "impossible-date"),
    "2020年13月1日前": (None, "impossible-date"),
    "同上": (None, "refers-elsewhere"),
    "见附件": (None, "refers-elsewhere"),
}


def with_cell(path: tuple[str, ...], paragraphs: str) -> bytes:
    """The form with one cell drawn otherwise."""
    rows = form_rows()
    at = list(CELLS).index(path)
    start = rows[at].rindex("<w:tc>")
    head, cell = rows[at][:start], rows[at][start:]
    properties = cell[: cell.index("<w:p>")]
    rows[at] = f"{head}{properties}{paragraphs}</w:tc></w:tr>"
    return form(rows)


def with_head(**values: str) -> bytes:
    return form(head=p(run("　　".join(f"{label}：{values.get(label, value)}" for label, value in HEAD.items()))))


def codes(draft: Draft) -> set[str]:
    return {each.key for each in draft.problems if each.is_of_filling_in}


@pytest.mark.parametrize("words", DATES)
def test_a_deadline_is_a_whole_possible_day_or_null_with_a_code(words: str) -> None:
    """Nothing is worked out; what is no date becomes null, and its words are kept in a note."""
    day, code = DATES[words]
    draft = drafted(with_cell(DEADLINE, p(run(words))))
    assert draft.data["对标方向"]["时限"] == day
    assert codes(draft) == ({f"对标方向.时限:{code}"} if code else set())
    if code in ("not-a-date", "incomplete-date", "impossible-date", "refers-elsewhere"):
        assert any(" ".join(words.split()).strip("。") in note.zh for note in draft.notes[DEADLINE])


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("2020年6月30日前完成（其中第1项2020年3月底前完成）", "2020-06-30"),
        ("2019年12月31日前（简易）；2020年6月30日前（全部）", "2020-06-30"),
        ("2020年6月30日前完成，长期坚持", "2020-06-30"),
    ],
)
def test_more_than_a_day_is_kept_and_told(words: str, day: str) -> None:
    """The last of several days is taken, and the whole sentence stays in a note."""
    draft = drafted(with_cell(DEADLINE, p(run(words))))
    assert draft.data["对标方向"]["时限"] == day
    assert [each.code for each in draft.problems] == ["more-than-a-date"]
    assert words in draft.notes[DEADLINE][0].zh


def test_the_sentence_names_the_cell_and_the_words() -> None:
    """As a clerk reads it: 对标方向·时限：‘立行立改，长期坚持’不是日期."""
    (problem,) = drafted(with_cell(DEADLINE, p(run("立行立改，长期坚持。")))).problems
    assert f"{problem.place}：{problem.message.zh}" == "对标方向·时限：‘立行立改，长期坚持’不是日期"
    assert problem.severity is Severity.ERROR


@pytest.mark.parametrize(
    ("label", "value", "read_as", "code"),
    [
        ("填报时间", "", None, "missing"),
        ("填报时间", "2019年11月", None, "incomplete-date"),
        ("填报时间", "2019年11月31日", None, "impossible-date"),
        ("填报时间", "  年  月  日", None, "template-left"),
        ("填报时间", "20191118", "2019-11-18", ""),
        ("联系人", "", None, "missing"),
        ("联系人", "王　芳", "王芳", ""),
        ("联系人", "王 芳、李 明", "王芳、李明", ""),
        ("联系人", "欧阳 明月", "欧阳 明月", ""),
        ("联系电话", "", None, "missing"),
        ("联系电话", "______", None, "missing"),
        ("联系电话", " 0375—2660001、138 0000 0001 ", "0375—2660001、138 0000 0001", ""),
        ("填报单位", "", None, "missing"),
        ("填报单位", "市住建局", "平顶山市住房和城乡建设局", ""),
        ("填报单位", "平顶山市天文局", "平顶山市天文局", "unit-unknown"),
    ],
)
def test_the_line_above_is_read_and_what_is_missing_is_told(
    label: str, value: str, read_as: str | None, code: str
) -> None:
    """Values as they were typed, without padding; a unit by its 全称."""
    draft = drafted(with_head(**{label: value}))
    assert draft.data[label] == read_as
    assert codes(draft) == ({f"{label}:{code}"} if code else set())


def test_an_alias_is_told_beside_the_full_name() -> None:
    """What was typed instead of the 全称 is kept in a note."""
    draft = drafted(with_head(填报单位="市住建局"))
    assert [each.code for each in draft.problems] == ["unit-alias"]
    assert "市住建局" in draft.notes["填报单位",][0].zh


@pytest.mark.parametrize(
    ("paragraphs", "code"),
    [
        (p(), "blank"),
        (p(run("　 ")), "blank"),
        (sdt(p(run("单击或点击此处输入文字。")), placeholder=True), "template-left"),
        (p(sdt(run("请填写"), placeholder=True)), "template-left"),
        (p(run("单击此处输入文字。")), "template-left"),
    ],
)
def test_a_cell_without_words_is_empty_and_told(paragraphs: str, code: str) -> None:
    """Blank cells and controls that nobody filled in are []."""
    draft = drafted(with_cell(("创标意向", "亮点"), paragraphs))
    assert draft.data["创标意向"]["亮点"] == {}
    assert codes(draft) == {f"创标意向.亮点:{code}"}


def test_a_placeholder_beside_words_leaves_the_words() -> None:
    """Only the control is left out."""
    raw = with_cell(("创标意向", "亮点"), p(run("首批覆盖9类"), sdt(run("点击输入"), placeholder=True)))
    assert read(raw)["创标意向", "亮点"] == ("首批覆盖9类",)


def test_a_placeholder_in_the_head_is_told_at_its_own_label() -> None:
    """Of two blank values on a line, one is missing and one is a control that was left."""
    head = p(
        run("填报单位：平顶山市住房和城乡建设局　填报时间："),
        sdt(run("选择日期"), placeholder=True),
        run("　联系人：　联系电话：2660777"),
    )
    assert codes(drafted(form(head=head))) == {"填报时间:template-left", "联系人:missing"}


def test_a_row_that_is_not_there_is_blank() -> None:
    """A form from which a row was deleted lacks that cell."""
    rows = form_rows()
    del rows[list(CELLS).index(("创标意向", "亮点"))]
    assert codes(drafted(form(rows))) == {"创标意向.亮点:blank"}


def test_words_that_fit_nowhere_are_kept_and_told() -> None:
    """Other lines, other tables and what follows the last label's value are leftovers, standard words are not."""
    raw = docx(
        p(run("关于报送申报表的函")) + titles() + head_line() + tbl(*form_rows()) + p(run("以上内容真实有效。"))
        + tbl(tr(tc(p(run("审核人"))), tc(p(run("周某")))))
    )  # fmt: skip
    draft = drafted(raw)
    assert draft.leftovers == ("关于报送申报表的函", "以上内容真实有效。", "审核人　周某")
    assert [each.code for each in draft.problems] == ["leftover"] * 3


def test_a_value_on_the_line_that_has_no_field_is_kept() -> None:
    """邮箱 ends the telephone number, and is a leftover itself."""
    draft = drafted(form(head=head_line() + p(run("电子邮箱：zjj@example.cn　第一责任人：吴某"))))
    assert draft.data["联系电话"] == "0375-2660777"
    assert draft.data["第一责任人"] == "吴某"
    assert draft.leftovers == ("电子邮箱：zjj@example.cn",)


def test_the_head_nearest_to_the_table_counts() -> None:
    """A letter above the form may name another person to call."""
    draft = drafted(form(head=p(run("联系人：主办李某　联系电话：2662201")) + head_line()))
    assert draft.data["联系人"] == HEAD["联系人"]
    assert draft.leftovers == ("联系人：主办李某", "联系电话：2662201")


def test_the_fuller_of_two_forms_is_read() -> None:
    """An empty form before the filled one is passed over; of two filled ones the other is kept aside and told."""
    empty = tbl(*form_rows(lambda _path, _texts: p(), units=lambda _names: p()))
    both = docx(empty + p() + head_line() + tbl(*form_rows()) + p() + tbl(*form_rows()[:6]))
    draft = drafted(both)
    assert draft.data["创标意向"]["亮点"]["CL1"]["内容"].startswith("“清单制")
    assert "more-than-one-form" in {each.code for each in draft.problems}


def test_a_column_of_numbers_is_no_item() -> None:
    """Numbers in cells of their own, in the form's table or in one inside the cell, only number."""
    path = ("对标方向", "举措")
    inner = tbl(*(tr(tc(p(run(str(at)))), tc(p(run(text)))) for at, text in enumerate(CELLS[path], 1)), columns=2)
    assert read(with_cell(path, inner + p()))[path] == CELLS[path]
    rows = form_rows()
    at = list(CELLS).index(path)
    own = [
        tr(tc(p(), merge="continue"), tc(p(run("举措")) if n == 1 else p()), tc(p(run(f"{n}"))), tc(p(run(text))))
        for n, text in enumerate(CELLS[path], 1)
    ]
    assert read(form([*rows[:at], *own, *rows[at + 1 :]]))[path] == CELLS[path]


@pytest.mark.parametrize(
    ("text", "kept", "remark"),
    [
        ("甲\u200b乙", "甲乙", "invisible-character"),
        ("甲\ue123乙", "甲〔U+E123〕乙", "unsupported-character"),
        ("甲\uf0fc乙", "甲✓乙", None),
        ("甲\u00a0乙", "甲 乙", None),
    ],
)
def test_characters_that_a_filing_cannot_hold_are_shown(text: str, kept: str, remark: str | None) -> None:
    """Private characters by their numbers, those of symbol fonts by what they show; invisible ones are left out."""
    draft = drafted(with_cell(("创标意向", "亮点"), p(run(text))))
    assert draft.data["创标意向"]["亮点"]["CL1"]["内容"] == kept
    assert [each.code for each in draft.problems] == ([remark] if remark else [])


def test_pieces_of_runs_are_read_as_they_show() -> None:
    """Symbols, hyphens that hold, ruby, old drop-down lists; footnote marks and comments are nothing."""
    choice = (
        '<w:r><w:fldChar w:fldCharType="begin"><w:ffData><w:ddList><w:result w:val="1"/><w:listEntry w:val="市级"/>'
        '<w:listEntry w:val="省级"/></w:ddList></w:ffData></w:fldChar></w:r>'
        "<w:r><w:instrText>FORMDROPDOWN</w:instrText></w:r>"
        '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )
    pieces = (
        '<w:r><w:sym w:font="Wingdings" w:char="F0FE"/><w:t>事项</w:t></w:r>'
        "<w:r><w:noBreakHyphen/><w:softHyphen/><w:t>A</w:t></w:r>"
        "<w:r><w:ruby><w:rt><w:r><w:t>biao</w:t></w:r></w:rt><w:rubyBase><w:r><w:t>标</w:t></w:r></w:rubyBase></w:ruby></w:r>"
        '<w:commentRangeStart w:id="0"/><w:r><w:footnoteReference w:id="2"/></w:r>'
        '<w:r><w:commentReference w:id="0"/></w:r>'
    )
    raw = with_cell(("创标意向", "亮点"), p(pieces, choice))
    assert read(raw)["创标意向", "亮点"] == ("☑事项-A标省级",)


def test_formulas_and_alternatives_are_read_once() -> None:
    """A formula gives its letters; of two drawings of the same words one is read; an empty control is nothing."""
    math = '<m:oMath xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"><m:r><m:t>x=5</m:t></m:r></m:oMath>'
    both = (
        f'<mc:AlternateContent><mc:Choice Requires="wps">{run("甲")}</mc:Choice>'
        f"<mc:Fallback>{run('甲')}</mc:Fallback></mc:AlternateContent>"
    )
    old = f"<mc:AlternateContent><mc:Fallback>{run('乙')}</mc:Fallback></mc:AlternateContent><mc:AlternateContent/>"
    within = (
        '<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:t>丙</w:t></mc:Choice></mc:AlternateContent></w:r>'
        "<w:sdt><w:sdtPr/></w:sdt>"
    )
    raw = with_cell(("创标意向", "亮点"), p(math, both, old, within))
    assert read(raw)["创标意向", "亮点"] == ("x=5甲乙丙",)
    around = f"<mc:AlternateContent><mc:Choice Requires='wps'>{p(run('甲'))}</mc:Choice></mc:AlternateContent>"
    assert read(with_cell(("创标意向", "亮点"), f"{around}<w:sdt><w:sdtPr/></w:sdt>{p()}"))["创标意向", "亮点"] == (
        "甲",
    )


def test_struck_through_text_stays_and_is_told() -> None:
    """Whoever strikes through by hand may mean to delete; that is for a person to decide."""
    draft = drafted(
        with_cell(("创标意向", "亮点"), p(run("甲"), run("乙", "<w:strike/>"), run("丙", '<w:strike w:val="0"/>')))
    )
    assert draft.data["创标意向"]["亮点"]["CL1"]["内容"] == "甲乙丙"
    assert [each.code for each in draft.problems] == ["struck-through"]


def test_numbered_paragraphs_keep_what_is_below_them() -> None:
    """（1）（2） below 1. stay inside the item, each on a line of its own."""
    told = "".join(
        p(run(text)) for text in ("1.流程再造：", "（1）合并环节2个；", "（2）取消材料3件。", "2.公开指南。")
    )
    found = drafted(with_cell(("对标方向", "举措"), told)).data["对标方向"]["举措"]
    assert [entry["内容"] for entry in found.values()] == [
        "流程再造：\n（1）合并环节2个；\n（2）取消材料3件。",
        "公开指南。",
    ]


def test_labels_on_rows_of_their_own_hold_for_the_rows_below() -> None:
    """A section's name across the whole table is no cell left blank."""
    rows, section = [], ""
    for path, texts in CELLS.items():
        if path[0] != section:
            section = path[0]
            rows.append(tr(tc(p(run(section)), span=3)))
        content = p(run("、".join(texts))) if section == "寻标对象" else "".join(p(run(text)) for text in texts)
        rows.append(tr(*(tc(p(run(label))) for label in path[1:]), tc(content)))
    assert read(form(rows)) == expected()
    assert drafted(form(rows)).problems == ()


def test_ids_count_on_from_vertical_to_horizontal() -> None:
    """目标 has one row of ids in the filing: M1, M2, M3 and M4; so has every other label of a part."""
    data = drafted(form(form_rows(numbered()))).data
    goals = data["对标方向"]["目标"]
    assert [*goals["纵向标杆单位"], *goals["横向标杆单位"]] == ["M1", "M2", "M3", "M4"]
    assert list(data["创标意向"]["举措"]) == ["CJ1", "CJ2"]
