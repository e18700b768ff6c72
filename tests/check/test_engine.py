"""One run shows everything: every file through source, schema and rules, in order, and none hides another."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from xunbiao.check import Checked, Selection, check, dossier, dossiers, open_folder
from xunbiao.model.language import Phrase
from xunbiao.model.period import Quarter
from xunbiao.model.workspace import Workspace

Run = Callable[..., Checked]
Open = Callable[..., Workspace]
Base = Callable[[str], str]

TODAY = date(2020, 4, 10)
UNIT = "filings/scjgj"


@pytest.fixture
def troubled(base: Base) -> dict[str, str]:
    """A unit with a slip in one report, a wrong shape in another, a low target, and a stranger beside it."""
    return {
        f"{UNIT}/filing.yaml": base("filing").replace("          目标值: 99\n", "          目标值: 90\n"),
        f"{UNIT}/2019Q4.yaml": base("2019Q4").replace("联系人: 李某", "联系人：李某"),
        f"{UNIT}/2020Q1.yaml": base("2020Q1").replace("    完成率: 60", "    完成率: 60%"),
        "filings/nowhere/filing.yaml": base("filing"),
    }


def test_every_layer_is_told_in_one_run(checked: Run, troubled: dict[str, str]) -> None:
    """A slip, a wrong shape, a rule and a stray folder are all told; no one hides another."""
    found = {(each.path, each.code) for each in checked(troubled).diagnostics}
    assert {
        (f"{UNIT}/2019Q4.yaml", "XB007"),
        (f"{UNIT}/2020Q1.yaml", "XB101"),
        (f"{UNIT}/filing.yaml", "XB201"),
        ("filings/nowhere/filing.yaml", "XB033"),
        ("filings/nowhere/filing.yaml", "XB202"),
    } <= found


def test_findings_are_in_order(checked: Run, troubled: dict[str, str]) -> None:
    """Findings come by path, line, column and code."""
    keys = [(each.path, each.span.line, each.span.column, each.code) for each in checked(troubled).diagnostics]
    assert keys == sorted(keys)
    assert len(keys) > 3


def test_a_diagnostic_says_all(checked: Run, troubled: dict[str, str]) -> None:
    """A finding has its place, field, severity, clause and both wordings, with the values filled in."""
    (found,) = [each for each in checked(troubled).diagnostics if each.code == "XB201"]
    assert (found.path, found.span.line, found.span.column, found.span.end_column) == (
        f"{UNIT}/filing.yaml",
        55,
        16,
        18,
    )
    assert found.field == "对标方向.目标.横向标杆单位.M2.指标.目标值"
    assert (found.name, str(found.severity), found.clause) == ("goal-not-above-baseline", "error", "三（二）")
    assert found.message == Phrase(
        "目标值 90 没有高于现有标准 92（越高越好）", "the target 90 is no better than the present 92 (higher is better)"
    )
    assert "{" not in found.hint.zh + found.hint.en


@pytest.mark.parametrize(
    ("selection", "codes"),
    [
        (Selection(select=("XB20",)), {"XB201"}),
        (Selection(select=("XB101", "XB007")), {"XB101", "XB007"}),
        (Selection(select=("XB",), ignore=("XB0", "XB1", "XB21", "XB22", "XB3", "XB5")), {"XB201"}),
        (Selection(select=("XB201",), ignore=("XB2",)), set()),
        (Selection(wants=lambda path: path.endswith("2019Q4.yaml")), {"XB007"}),
        (Selection(wants=lambda _path: False), set()),
    ],
)
def test_selection(checked: Run, troubled: dict[str, str], selection: Selection, codes: set[str]) -> None:
    """Codes are chosen by themselves or by their beginnings, files by their paths; ignoring wins."""
    del troubled["filings/nowhere/filing.yaml"]
    found = checked(troubled, selection).diagnostics
    assert {each.code for each in found} == codes


def test_files_are_counted(checked: Run, troubled: dict[str, str]) -> None:
    """The count is of the files that were asked for, configuration included."""
    assert checked(troubled).files_read == len(troubled) + 2
    assert checked(troubled, Selection(wants=lambda path: path.startswith(UNIT))).files_read == 3


def test_only_some_files_see_the_others(checked: Run, base: Base) -> None:
    """A report is checked against its filing even when the report alone was asked for."""
    files = {
        f"{UNIT}/filing.yaml": base("filing"),
        f"{UNIT}/2020Q1.yaml": base("2020Q1").replace("  CJ1:", "  CJ9:"),
    }
    result = checked(files, Selection(wants=lambda path: path.endswith("2020Q1.yaml")))
    assert "XB310" in {each.code for each in result.diagnostics}


def test_processes_agree(opened: Open, base: Base) -> None:
    """However many processes share the work, the findings are the same."""
    bad = base("filing").replace("          目标值: 99\n", "          目标值: 90\n")
    files = {f"filings/{unit}/filing.yaml": bad for unit in ("scjgj", "fgw", "jtj", "gaj", "nowhere")}
    workspace = opened(files)
    one = check(workspace, TODAY, processes=1)
    assert one == check(workspace, TODAY, processes=3)
    assert {each.code for each in one.diagnostics} >= {"XB201", "XB202", "XB033"}


def test_dossiers_hold_what_passed(opened: Open, troubled: dict[str, str]) -> None:
    """What has the wrong shape is left out of a dossier; the units come in the roster's order, strangers last."""
    workspace = opened({**troubled, "filings/fgw/filing.yaml": troubled[f"{UNIT}/filing.yaml"]})
    found = list(dossiers(workspace))
    assert [each.unit.id for each in found] == ["fgw", "scjgj", "nowhere"]
    own = dossier(workspace, "scjgj")
    assert own.filing is not None
    assert own.reports == {}
    assert not found[-1].unit.must_file
    assert dossier(workspace, "jtj").filing is None


def test_reports_before_a_quarter(opened: Open, base: Base) -> None:
    """The report before is the latest earlier one; before the summary it is the last of all."""
    own = dossier(opened({f"{UNIT}/{name}.yaml": base(name) for name in ("2019Q4", "2020Q1", "summary")}), "scjgj")
    first, second = Quarter(2019, 4), Quarter(2020, 1)
    assert own.before(first) is None
    assert own.before(second) is own.reports[first]
    assert own.before(Quarter(2020, 3)) is own.reports[second]
    assert own.before(None) is own.reports[second]


def test_clauses_as_the_campaign_numbers_them(
    checked: Run, troubled: dict[str, str], settings: Callable[[str], str]
) -> None:
    """Another city's numbering of the same clause is what its users read."""
    text = settings("  级别: {}").replace("条款标签: {}", "条款标签:\n  三（二）: 第三部分第二条")
    found = checked({**troubled, "xunbiao.yaml": text}).diagnostics
    assert {each.clause for each in found if each.code == "XB201"} == {"第三部分第二条"}


def test_a_mark_in_the_configuration_is_told(checked: Run, settings: Callable[[str], str]) -> None:
    """A byte order mark in xunbiao.yaml is told, and the file is read."""
    found = checked({"xunbiao.yaml": b"\xef\xbb\xbf" + settings("  级别: {}").encode()}).diagnostics
    assert [(each.path, each.code) for each in found] == [("xunbiao.yaml", "XB005")]


def test_a_folder_on_disk_gives_the_same(tmp_path: Path, opened: Open, troubled: dict[str, str]) -> None:
    """A folder and the same files in memory give the same findings."""
    in_memory = opened(troubled)
    for path in ("xunbiao.yaml", "units.yaml", *troubled):
        raw = in_memory.files.read(path)
        assert isinstance(raw, bytes)
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_bytes(raw)
    on_disk = open_folder(tmp_path / "filings" / "scjgj")
    assert check(on_disk, TODAY).diagnostics == check(in_memory, TODAY).diagnostics


def test_what_is_strange_on_disk_is_told_beside_the_rest(
    tmp_path: Path, opened: Open, troubled: dict[str, str]
) -> None:
    """A link, a stray name and a foreign schema are told, and every other file is checked as before."""
    in_memory = opened(troubled)
    for path in ("xunbiao.yaml", "units.yaml", *troubled):
        raw = in_memory.files.read(path)
        assert isinstance(raw, bytes)
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_bytes(raw)
    (tmp_path / UNIT / "2020Q2.yaml").symlink_to("/etc/passwd")
    (tmp_path / UNIT / "申报表.yaml").write_text("x: 1\n", encoding="utf-8")
    (tmp_path / UNIT / "notes.txt").write_text("x", encoding="utf-8")
    (tmp_path / "schemas").mkdir()
    (tmp_path / "schemas" / "filing.schema.json").write_text("{}", encoding="utf-8")
    result = check(open_folder(tmp_path), TODAY)
    before = set(check(in_memory, TODAY).diagnostics)
    more = {(each.path, each.code) for each in result.diagnostics if each not in before}
    assert more == {
        (f"{UNIT}/2020Q2.yaml", "XB001"),
        (f"{UNIT}/申报表.yaml", "XB030"),
        ("schemas/filing.schema.json", "XB034"),
    }
    assert before <= set(result.diagnostics)
    assert [each.path for each in result.skipped] == [f"{UNIT}/notes.txt"]
