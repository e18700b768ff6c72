"""The ledger that a report wrote comes back: only cells that were edited change anything, and a stale sheet nothing."""

import io
import os
import shutil
import subprocess
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

import pytest
from formpaper.raw import form, zipped
from formpaper.words import REPOSITORY
from openpyxl import Workbook, load_workbook

from xunbiao import cli
from xunbiao.forms.sheet import Ledger, read_ledger
from xunbiao.model.form import Refusal
from xunbiao.source import parse

TITLES = [
    *(
        "序号",
        "填报单位",
        "单位类别",
        "纵向标杆单位",
        "横向标杆单位",
        "对标目标",
        "现状值",
        "目标值",
        "单位",
        "四减类别",
    ),
    *("差距", "举措", "责任领导", "责任人", "时限", "状态", "完成率", "本季进展", "存在问题", "下一步措施", "佐证材料"),
    *("报送时间", "是否逾期", "备注", "单位编号", "项目编号"),
]
Run = Callable[..., subprocess.CompletedProcess[str]]


def git(folder: Path, *arguments: str) -> str:
    names = {f"GIT_{who}_{what}": "x@example.cn" for who in ("AUTHOR", "COMMITTER") for what in ("NAME", "EMAIL")}
    done = subprocess.run(
        ["git", *arguments], cwd=folder, env={**os.environ, **names}, capture_output=True, text=True, check=True
    )
    return done.stdout.strip()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A campaign in git with one unit's filing and report."""
    for name in ("xunbiao.yaml", "units.yaml"):
        shutil.copy(REPOSITORY / name, tmp_path)
    own = tmp_path / "filings/scjgj"
    own.mkdir(parents=True)
    for name in ("filing.yaml", "2020Q1.yaml"):
        shutil.copy(REPOSITORY / "tests/rules/base" / name, own)
    git(tmp_path, "init", "-q")
    git(tmp_path, "add", ".")
    git(tmp_path, "commit", "-qm", "报送")
    return tmp_path


@pytest.fixture
def xunbiao(folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Run:
    monkeypatch.chdir(folder)

    def run(*arguments: str | Path) -> subprocess.CompletedProcess[str]:
        capsys.readouterr()
        with pytest.raises(SystemExit) as ended:
            cli.main([*map(str, arguments)])
        told = capsys.readouterr()
        return subprocess.CompletedProcess(arguments, int(ended.value.code or 0), told.out, told.err)

    return run


def report(folder: Path) -> Path:
    return folder / "filings/scjgj/2020Q1.yaml"


def rows_of(folder: Path) -> list[dict[str, object]]:
    """What a report shows of each measure, as the sheet has it."""
    data = parse(report(folder).read_bytes()).data
    assert data is not None
    rows = []
    for at, item in enumerate(data["举措进展"], 1):
        told = data["举措进展"][item]
        rows.append(
            {
                "序号": at,
                "填报单位": "平顶山市市场监督管理局",
                "责任人": "张某",
                "状态": told["状态"],
                "完成率": int(told["完成率"]) / 100,
                "本季进展": told["进展"],
                "佐证材料": "\n".join(told.get("佐证") or []),
                "存在问题": "\n".join(data["存在问题"]),
                "下一步措施": "；".join(data["下一步措施"]),
                "单位编号": "scjgj",
                "项目编号": item,
            }
        )
    return rows


def workbook(
    folder: Path, edited: Mapping[tuple[int, str], object] | None = None, *, commit: str = "", copy: bool = True
) -> bytes:
    """The workbook as it was written, with cells edited by row (of the items, from 0) and title."""
    rows = rows_of(folder)
    book = Workbook()
    sheet, origin = book.active, book.create_sheet("xunbiao")
    sheet.title = "台账"
    origin.sheet_state = "hidden"
    origin.append(["提交", commit or git(folder, "rev-parse", "HEAD")])
    origin.append(["季度", "2020Q1"])
    if copy:
        put(origin, rows)
    sheet.append(["平顶山市“寻标、对标、创标”活动台账"])
    put(
        sheet,
        [
            {**row, **{title: value for (at, title), value in (edited or {}).items() if at == number}}
            for number, row in enumerate(rows)
        ],
    )
    for title in ("单位编号", "项目编号"):
        sheet.column_dimensions[sheet.cell(2, TITLES.index(title) + 1).column_letter].hidden = True
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


def put(sheet: object, rows: Sequence[Mapping[str, object]]) -> None:
    sheet.append(TITLES)  # type: ignore[attr-defined]
    for row in rows:
        sheet.append([row.get(title) for title in TITLES])  # type: ignore[attr-defined]
        sheet.cell(sheet.max_row, TITLES.index("完成率") + 1).number_format = "0%"  # type: ignore[attr-defined]


def address(at: int, title: str) -> str:
    from openpyxl.utils import get_column_letter

    return f"{get_column_letter(TITLES.index(title) + 1)}{at + 3}"


def test_a_sheet_that_nobody_edited_changes_nothing(xunbiao: Run, folder: Path) -> None:
    """However lists are joined in a cell, with or without the copy of what was written."""
    before = report(folder).read_bytes()
    for copy in (True, False):
        (folder / "台账.xlsx").write_bytes(workbook(folder, copy=copy))
        made = xunbiao("import", "台账.xlsx")
        assert made.returncode == 0, made.stdout + made.stderr
        assert report(folder).read_bytes() == before


def test_a_cell_that_says_what_was_written_is_no_edit(xunbiao: Run, folder: Path) -> None:
    """Even where a workbook could not hold the report's text as it is, and so shows another."""
    before = report(folder).read_bytes()
    book = load_workbook(io.BytesIO(workbook(folder)))
    for sheet in book:
        for row in sheet.iter_rows():
            for cell in row:
                if cell.row > 2 and sheet.cell(2 if sheet.title == "台账" else 3, cell.column).value == "本季进展":
                    cell.value = "看不见的字写成了\\u200b。" if cell.value != "本季进展" else cell.value
    book.save(folder / "台账.xlsx")
    made = xunbiao("import", "台账.xlsx")
    assert made.returncode == 0, made.stdout + made.stderr
    assert report(folder).read_bytes() == before


def test_edited_cells_change_their_fields_alone(xunbiao: Run, folder: Path) -> None:
    """状态, 完成率, 进展 and 佐证 of an item; what a unit says once may be edited on any of its rows."""
    before = report(folder).read_text(encoding="utf-8")
    old = parse(before.encode()).data
    assert old is not None
    edits = {
        (0, "状态"): "已完成",
        (0, "完成率"): 1,
        (0, "本季进展"): "全部办结，备案45户。",
        (0, "佐证材料"): "平市监〔2020〕12号\n平市监〔2020〕20号",
        (1, "存在问题"): "1.接口没有开放。\n2.人手不足。",
    }
    (folder / "台账.xlsx").write_bytes(workbook(folder, edits))
    looked = xunbiao("import", "台账.xlsx", "--dry-run")
    assert "已完成" in looked.stdout
    assert report(folder).read_text(encoding="utf-8") == before
    made = xunbiao("import", "台账.xlsx")
    assert made.returncode == 0, made.stdout
    new = parse(report(folder).read_bytes()).data
    assert new is not None
    item = next(iter(old["举措进展"]))
    told = {
        "状态": "已完成",
        "完成率": 100,
        "进展": "全部办结，备案45户。",
        "佐证": ["平市监〔2020〕12号", "平市监〔2020〕20号"],
    }
    assert new["举措进展"][item] == {**old["举措进展"][item], **told}
    assert new["存在问题"] == ["接口没有开放。", "人手不足。"]
    assert {**new, "举措进展": None, "存在问题": None} == {**old, "举措进展": None, "存在问题": None}
    comments = [line for line in before.split("\n") if line.lstrip().startswith("#")]
    assert [
        line for line in report(folder).read_text(encoding="utf-8").split("\n") if line.lstrip().startswith("#")
    ] == comments


@pytest.mark.parametrize(
    ("title", "value", "words"),
    [
        ("状态", "差不多", "不是状态"),
        ("完成率", "六成", "不是 0 到 100 的数"),
        ("完成率", 1.2, "不是 0 到 100 的数"),
        ("完成率", "=1/2", "是公式"),
        ("本季进展", "=HYPERLINK(1)", "是公式"),
        ("责任人", "王某", "不能在台账里改"),
        ("目标值", 5, "不能在台账里改"),
    ],
)
def test_a_cell_that_cannot_be_taken_is_told_by_its_address(
    xunbiao: Run, folder: Path, title: str, value: object, words: str
) -> None:
    """The other cells are taken all the same; the exit code is 1."""
    (folder / "台账.xlsx").write_bytes(workbook(folder, {(0, title): value, (1, "本季进展"): "新的进展。"}))
    made = xunbiao("import", "台账.xlsx")
    assert made.returncode == 1
    told = made.stdout.replace("\n  ", "")
    assert f"{address(0, title)}·{title}：" in told
    assert words in told
    assert "进展: 新的进展。" in report(folder).read_text(encoding="utf-8")


def test_rows_that_contradict_each_other_are_refused(xunbiao: Run, folder: Path) -> None:
    """A unit says its problems once; two rows that say different ones are both told."""
    (folder / "台账.xlsx").write_bytes(workbook(folder, {(0, "存在问题"): "甲", (1, "存在问题"): "乙"}))
    made = xunbiao("import", "台账.xlsx")
    assert made.returncode == 1
    assert address(0, "存在问题") in made.stdout
    assert address(1, "存在问题") in made.stdout


def test_a_row_without_its_item_is_refused(xunbiao: Run, folder: Path) -> None:
    """An item that the report does not have cannot be filled in from here."""
    (folder / "台账.xlsx").write_bytes(workbook(folder, {(0, "项目编号"): "J99"}))
    made = xunbiao("import", "台账.xlsx")
    assert made.returncode == 1
    assert "报告里没有这一项" in made.stdout


def test_a_stale_sheet_is_refused(xunbiao: Run, folder: Path) -> None:
    """When the report has changed since the sheet was made, or its commit is not here, nothing is taken."""
    (folder / "台账.xlsx").write_bytes(workbook(folder, {(0, "本季进展"): "新的进展。"}))
    text = report(folder).read_text(encoding="utf-8")
    report(folder).write_text(text + "# 后来加的\n", encoding="utf-8")
    made = xunbiao("import", "台账.xlsx")
    assert made.returncode == 1
    assert "台账已经过时" in made.stdout
    assert "filings/scjgj/2020Q1.yaml" in made.stdout.replace("\n  ", "")
    assert report(folder).read_text(encoding="utf-8") == text + "# 后来加的\n"
    report(folder).write_text(text, encoding="utf-8")
    (folder / "台账.xlsx").write_bytes(workbook(folder, {(0, "本季进展"): "新的进展。"}, commit="0" * 40))
    assert "台账已经过时" in xunbiao("import", "台账.xlsx").stdout
    assert report(folder).read_text(encoding="utf-8") == text


def test_other_workbooks_are_refused(folder: Path) -> None:
    """A workbook of another kind, a form under another name, a broken file: one sentence, never an error."""
    plain = io.BytesIO()
    Workbook().save(plain)
    for data in (plain.getvalue(), form(), b"x", workbook(folder)[:900], zipped({"xl/workbook.xml": "<w/>"})):
        assert isinstance(read_ledger(data), Refusal)


def test_a_cell_far_out_costs_nothing(folder: Path) -> None:
    """A sheet with something in its last row and column is read within its bounds."""
    book = load_workbook(io.BytesIO(workbook(folder)))
    book["台账"].cell(1_048_576, 16_384).value = "x"
    stream = io.BytesIO()
    book.save(stream)
    found = read_ledger(stream.getvalue())
    assert isinstance(found, Ledger)
    assert len(found.rows) == len(rows_of(folder))


@pytest.mark.slow
def test_a_ledger_too_long_is_refused_and_not_cut() -> None:
    """Beyond 20,000 rows nothing is read, so that no edit is lost without a word."""
    book = Workbook(write_only=True)
    sheet = book.create_sheet("台账")
    sheet.append(["单位编号", "项目编号"])
    for at in range(20_000):
        sheet.append([f"u{at}", "J1"])
    book.create_sheet("xunbiao").append(["季度", "2020Q1"])
    stream = io.BytesIO()
    book.save(stream)
    read = read_ledger(stream.getvalue())
    assert isinstance(read, Refusal)
    assert read.code == "too-many-rows"
