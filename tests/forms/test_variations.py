"""The same form, drawn as many ways as programs and people draw it: every one is read alike."""

from collections.abc import Callable, Sequence
from io import BytesIO
from typing import Any
from zipfile import ZipFile

import pytest
from formpaper import raw
from formpaper.raw import (
    LISTS,
    docx,
    form,
    form_rows,
    head_line,
    named,
    note_row,
    numbered,
    p,
    run,
    runs,
    sdt,
    tbl,
    tc,
    titles,
    tr,
)
from formpaper.words import CELLS, HEAD, HORIZONTAL, VERTICAL, expected, read
from hypothesis import given, settings
from hypothesis import strategies as st

from ..effort import tries


def strict(data: bytes) -> bytes:
    """The form in the other namespace of the standard, as Word saves it on request."""
    with ZipFile(BytesIO(data)) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    parts["word/document.xml"] = parts["word/document.xml"].replace(
        raw.W.encode(), b"http://purl.oclc.org/ooxml/wordprocessingml/main"
    )
    return raw.zipped(parts)


def own_cells(row: bool) -> list[str]:
    """The head in cells of its own, a label and its value side by side: all in one row, or a pair a row."""
    pairs = [(tc(p(run(f"{label}："))), tc(p(run(value)))) for label, value in HEAD.items()]
    return [tr(*(cell for pair in pairs for cell in pair))] if row else [tr(*pair) for pair in pairs]


def above_values() -> list[str]:
    """A row of labels and a row of values below it."""
    return [tr(*(tc(p(run(label))) for label in HEAD)), tr(*(tc(p(run(value))) for value in HEAD.values()))]


def two_lines(write: Callable[[str], str] = run) -> str:
    parts = [f"{label}:{value}" for label, value in HEAD.items()]
    return p(write("   ".join(parts[:2]))) + p(write("   ".join(parts[2:])))


def two_lines_of_one_paragraph() -> str:
    return p(run("填报单位：{}　填报时间：{}\n联系人：{}　联系电话：{}".format(*HEAD.values())))


def with_stamp() -> str:
    """Other words for a label, and 盖章 beside the unit's."""
    line = head_line().replace("联系电话", "联系方式")
    return line.replace("：平顶山市住房和城乡建设局", "（盖章）：平顶山市住房和城乡建设局（公章）")


def lines(texts: Sequence[str]) -> str:
    return "".join(p(run(text)) for text in texts)


def broken(text: str) -> str:
    return p(run("\n".join(text)))


def spread(gap: str) -> Callable[[str], str]:
    return lambda text: p(run(gap.join(text)))


def tracked(text: str) -> str:
    """Half of it inserted, something deleted before it, and something moved away and here."""
    at = len(text) // 2
    return (
        '<w:del w:id="1"><w:r><w:delText>删去的话</w:delText></w:r></w:del>'
        f'{run(text[:at])}<w:moveFrom w:id="2">{run("移走的话")}</w:moveFrom>'
        f'<w:ins w:id="3"><w:moveTo w:id="4">{run(text[at:])}</w:moveTo></w:ins>'
    )


def in_field(text: str) -> str:
    """As the result of a field, with a code that holds another field."""
    begin, separate, end = (f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>' for kind in ("begin", "separate", "end"))
    code = f"<w:r><w:instrText>REF a </w:instrText></w:r>{begin}{run('代码里的字')}{separate}{run('内层')}{end}"
    return f"{begin}{code}{separate}{run(text)}{end}"


def in_link(text: str) -> str:
    return f'<w:hyperlink w:anchor="x"><w:smartTag>{run(text)}</w:smartTag></w:hyperlink>'


def in_simple_field(text: str) -> str:
    return f'<w:fldSimple w:instr="DOCPROPERTY x">{run(text)}</w:fldSimple>'


def in_control(text: str) -> str:
    return sdt(run(text))


def cell_in_control(inner: str, **options: object) -> str:
    return sdt(tc(inner, **options))  # type: ignore[arg-type]


def cell_with_table(inner: str, **options: object) -> str:
    """The content in a table of one cell inside the cell."""
    return tc(tbl(tr(tc(inner)), columns=1) + p(), **options)  # type: ignore[arg-type]


def without_merges(rows: list[str]) -> list[str]:
    """As a web page saved by WPS: cells that were merged are empty ones."""
    return [row.replace("<w:vMerge/>", "").replace('<w:vMerge w:val="restart"/>', "") for row in rows]


def split(rows: list[str]) -> str:
    """Parted over two tables, as a page break does it."""
    return tbl(*rows[:8]) + p() + tbl(*rows[8:], note_row())


def deleted_row() -> str:
    return tr(tc(p(run("举措"))), tc(p(run("删去的一行")), span=3), properties="<w:del/>")


def joined_paragraphs(_path: tuple[str, ...], texts: tuple[str, ...]) -> str:
    """Each item in two paragraphs whose border was deleted."""
    gone = "<w:rPr><w:del/></w:rPr>"
    told = [f"{at}.{text}" if len(texts) > 1 else text for at, text in enumerate(texts, 1)]
    return "".join(p(run(text[:4]), properties=gone) + p(run(text[4:])) for text in told)


def box(text: str) -> str:
    """A text box over the cell: the same words in two alternatives, of which one is read."""
    inner = f"<w:txbxContent>{p(run(text))}</w:txbxContent>"
    drawing = f"<w:drawing><wp:anchor><wps:txbx>{inner}</wps:txbx></wp:anchor></w:drawing>"
    choice = f'<mc:AlternateContent><mc:Choice Requires="wps">{drawing}</mc:Choice>'
    fallback = f"<mc:Fallback><w:pict><v:textbox>{inner}</v:textbox></w:pict></mc:Fallback>"
    return f"<w:r>{choice}{fallback}</mc:AlternateContent></w:r>"


def choose(numbers: dict[str, str]) -> dict[str, bytes]:
    return {name: form(form_rows(numbered(form_, joint=joint))) for name, (form_, joint) in numbers.items()}  # type: ignore[misc]


HEADS: dict[str, Callable[[], bytes]] = {
    "one line above": lambda: form(),
    "half-width colons": lambda: form(head=head_line("{}:{}", "  ")),
    "two lines": lambda: form(head=two_lines()),
    "two lines in one paragraph": lambda: form(head=two_lines_of_one_paragraph()),
    "spaced labels": lambda: form(head=head_line().replace("联系人", "联 系 人").replace("填报", "填　报")),
    "many runs": lambda: form(head=head_line(write=runs)),
    "first row": lambda: docx(titles() + tbl(tr(tc(head_line(), span=4)), *form_rows(), note_row())),
    "first two rows": lambda: docx(titles() + tbl(*(tr(tc(line, span=4)) for line in _lines()), *form_rows())),
    "cells of their own in a row": lambda: docx(titles() + tbl(*own_cells(row=True), *form_rows())),
    "cells of their own, a row each": lambda: docx(titles() + tbl(*own_cells(row=False), *form_rows())),
    "values below their labels": lambda: docx(titles() + tbl(*above_values(), *form_rows())),
    "a table of their own": lambda: docx(titles() + tbl(*own_cells(row=True), columns=8) + p() + tbl(*form_rows())),
    "other words and a stamp": lambda: form(head=with_stamp()),
    "underlined": lambda: form(head=head_line("{}：__{}__")),
    "more on the line": lambda: form(head=head_line() + p(run("电子邮箱：zjj@example.cn　传真：2660778"))),
    "after the table": lambda: docx(titles() + tbl(*form_rows()) + head_line()),
    "name with blanks": lambda: form(head=head_line().replace("平顶山市住房", "平顶山市　住房")),
}  # fmt: skip
TABLES: dict[str, Callable[[], bytes]] = {
    "content merged instead of the label": lambda: form(form_rows(merge_content=True)),
    "eight grid columns": lambda: docx(titles() + head_line() + tbl(*form_rows(wide=2), note_row(2), columns=8)),
    "twelve grid columns": lambda: docx(titles() + head_line() + tbl(*form_rows(wide=3), note_row(3), columns=12)),
    "no merges": lambda: form(without_merges(form_rows())),
    "labels with wide blanks": lambda: form(form_rows(label=spread("　"))),
    "labels with blanks": lambda: form(form_rows(label=spread("  "))),
    "labels a character a line": lambda: form(form_rows(label=broken)),
    "labels with colons": lambda: form(form_rows(label=lambda text: p(run(f"{text}：")))),
    "labels in runs": lambda: form(form_rows(label=lambda text: p(runs(text)))),
    "two tables": lambda: docx(titles() + head_line() + split(form_rows())),
    "inside another table": lambda: docx(titles() + tbl(tr(tc(head_line() + tbl(*form_rows()) + p())), columns=1)),
    "in a content control": lambda: docx(titles() + head_line() + sdt(tbl(*form_rows(), note_row()))),
    "rows in content controls": lambda: form([sdt(row) for row in form_rows()]),
    "cells in content controls": lambda: form(form_rows(cell=cell_in_control)),
    "tables in cells": lambda: form(form_rows(cell=cell_with_table)),
    "a deleted row": lambda: form([*form_rows()[:8], deleted_row(), *form_rows()[8:]]),
    "no note": lambda: docx(titles() + head_line() + tbl(*form_rows())),
    "other tables, signatures around": lambda: docx(
        p(run("关于报送申报表的函")) + tbl(tr(tc(p(run("序号"))), tc(p(run("文件")))), tr(tc(p(run("1"))), tc(p())))
        + titles() + head_line() + tbl(*form_rows(), tr(tc(p(run("主要负责人签字：　　　审核：")), span=4)))
        + p(run("填表说明见通知")) + tbl(tr(tc(p(run("备注"))), tc(p(run("无")))))
    ),
    "strict namespace": lambda: strict(form()),
}  # fmt: skip
TEXTS: dict[str, Callable[[], bytes]] = {
    "1. by paragraph": lambda: form(form_rows(numbered("{}."))),
    "1． full-width": lambda: form(form_rows(numbered("{}．"))),
    "1) by paragraph": lambda: form(form_rows(numbered("{})"))),
    "1. with a blank": lambda: form(form_rows(numbered("{}. "))),
    "（1） by paragraph": lambda: form(form_rows(numbered("（{}）"))),
    "一是 by paragraph": lambda: form(form_rows(numbered("{}是"))),
    "一、 by paragraph": lambda: form(form_rows(numbered("{}、"))),
    "第一， by paragraph": lambda: form(form_rows(numbered("第{}，"))),
    "1. inline": lambda: form(form_rows(numbered("{}.", joint="；"))),
    "（1） inline": lambda: form(form_rows(numbered("（{}）", joint="；"))),
    "一是 inline": lambda: form(form_rows(numbered("{}是", joint="；"))),
    "一是 inline after stops": lambda: form(form_rows(numbered("{}是", joint="。"))),
    "一是 inline after commas": lambda: form(form_rows(numbered("{}是", joint="，"))),
    "1. by soft breaks": lambda: form(form_rows(numbered("{}.", joint="；\n"))),
    "1. by soft breaks without marks": lambda: form(form_rows(numbered("{}.", joint="\n"))),
    "by paragraph without numbers": lambda: form(form_rows(lambda _path, texts: lines(texts))),
    "empty paragraphs between": lambda: form(form_rows(lambda path, own: p() + numbered()(path, own) + p(run("　　")))),
    "indented by blanks": lambda: form(form_rows(numbered("　　{}."))),
    "numbered by Word": lambda: form(form_rows(raw.listed()), **LISTS),
    "bullets by Word": lambda: form(form_rows(raw.listed(2)), **LISTS),
    "numbered by a style": lambda: form(form_rows(raw.listed(style="Items")), **LISTS),
    "bullets typed": lambda: form(form_rows(lambda _path, texts: "".join(p(run(f"● {text}")) for text in texts))),
    "runs of three characters": lambda: form(form_rows(numbered(write=runs), write=runs, units=named("、", runs))),
    "tracked changes": lambda: form(form_rows(numbered(write=tracked), write=tracked, units=named("、", tracked))),
    "borders of paragraphs deleted": lambda: form(form_rows(joined_paragraphs)),
    "content controls in lines": lambda: form(form_rows(numbered(write=in_control), write=in_control)),
    "fields": lambda: form(form_rows(numbered(write=in_field), write=in_field)),
    "simple fields": lambda: form(form_rows(numbered(write=in_simple_field), write=in_simple_field)),
    "links": lambda: form(form_rows(numbered(write=in_link), write=in_link)),
    "units by soft breaks": lambda: form(form_rows(units=named("\n"))),
    "units by paragraphs": lambda: form(form_rows(units=lines)),
    "units numbered": lambda: form(form_rows(units=lambda names: numbered()((), names))),
    "units by semicolons": lambda: form(form_rows(units=named("；"))),
}  # fmt: skip


def _lines() -> list[str]:
    first, _, second = two_lines().partition("</w:p>")
    return [f"{first}</w:p>", second]


@pytest.mark.parametrize("name", HEADS)
def test_head_is_read_wherever_it_stands(name: str) -> None:
    """The four values are found above the table, in its rows, in cells of their own, and after it."""
    assert read(HEADS[name]()) == expected()


@pytest.mark.parametrize("name", TABLES)
def test_cells_are_found_by_their_labels(name: str) -> None:
    """Merges, grid columns, spacing of labels, nesting and what stands around the table make no difference."""
    assert read(TABLES[name]()) == expected()


@pytest.mark.parametrize("name", TEXTS)
def test_items_are_parted_as_they_were_meant(name: str) -> None:
    """One item a number, however it is typed; the words stay as they are."""
    assert read(TEXTS[name]()) == expected()


WRITERS = [run, runs, tracked, in_field, in_simple_field, in_link, in_control]
LABELS = [lambda text: p(run(text)), spread("　"), spread(" "), broken, lambda text: p(runs(f"{text}："))]
HEADINGS = [head_line, two_lines, two_lines_of_one_paragraph]
NUMBERS = [
    ("{}.", ""),
    ("（{}）", ""),
    ("{}是", ""),
    ("{}、", ""),
    ("{}.", "；"),
    ("（{}）", "；"),
    ("{}是", "；"),
    ("{}.", "；\n"),
]
AROUND = ["", p(run("关于报送申报表的函")), tbl(tr(tc(p(run("序号"))), tc(p(run("文件"))))), p(box("印章")), p()]


@settings(max_examples=tries(120), deadline=None)
@given(data=st.data())
def test_all_of_it_at_once_is_read_alike(data: st.DataObject) -> None:
    """Any writing with any numbers, labels, merges, grids, wrappers and surroundings."""

    def one_of(choices: Sequence[Any]) -> Any:
        return data.draw(st.sampled_from(choices))

    write, (number, joint), wide = one_of(WRITERS), one_of(NUMBERS), one_of([1, 2, 3])
    rows = form_rows(
        numbered(number, joint=joint, write=write),
        units=named(one_of(["、", "\n", "；"]), write),
        label=one_of(LABELS),
        merge_content=one_of([True, False]),
        wide=wide,
        cell=one_of([tc, cell_in_control, cell_with_table]),
        write=write,
    )
    if one_of([True, False]):
        rows = without_merges(rows)
    head = one_of(HEADINGS)()
    in_table = one_of([True, False])
    head_rows = [tr(tc(head, span=4 * wide))] if in_table else []
    parted = one_of([True, False])
    table = tbl(*head_rows, *rows, columns=4 * wide) if not parted else split([*head_rows, *rows])
    whole = one_of([table, sdt(table), tbl(tr(tc(("" if in_table else head) + table + p())), columns=1)])
    above = "" if in_table or whole not in (table, sdt(table)) else head
    assert read(docx(one_of(AROUND) + titles() + above + whole + one_of(AROUND))) == expected()


def test_circled_numbers_part_items_without_anything_between() -> None:
    """①…②… need no mark between them."""

    def circled(_path: tuple[str, ...], texts: tuple[str, ...]) -> str:
        return p(run("".join(f"{'①②③'[at]}{text}" for at, text in enumerate(texts))))

    assert read(form(form_rows(circled))) == expected()


def test_text_boxes_and_hidden_text_are_kept_aside() -> None:
    """Words in a box over the table or hidden in a cell are in no cell; they are reported."""
    from formpaper.words import drafted

    hidden = p(run("看得见的话"), run("看不见的话", "<w:vanish/>"))
    raw_ = form(
        form_rows(lambda path, texts: hidden if path[-1] == "亮点" else numbered()(path, texts)),
        head=head_line() + p(box("印章旁的话")),
    )
    draft = drafted(raw_)
    assert draft.data["创标意向"]["亮点"]["CL1"]["内容"] == "看得见的话"
    assert set(draft.leftovers) == {"印章旁的话", "看不见的话"}
    assert {"leftover", "hidden-text"} <= {each.code for each in draft.problems}


def test_every_cell_is_used() -> None:
    """The words that the forms here are drawn with fill the whole of Annex 2."""
    assert len(CELLS) == 12
    assert {path[-1] for path in CELLS} >= {VERTICAL, HORIZONTAL, "举措", "时限", "亮点", "目标"}
