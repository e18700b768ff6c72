"""`import` and `export` as a user calls them."""

import json
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from formpaper.raw import docx, form, form_rows, head_line, numbered, p, run
from formpaper.words import CELLS, HEAD, REPOSITORY, expected, texts

from xunbiao import cli
from xunbiao.source import parse

Run = Callable[..., subprocess.CompletedProcess[str]]
BAD_DATE = form([row.replace("2020年6月30日前完成。", "立行立改，长期坚持。") for row in form_rows()])


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A campaign folder with the notice's settings and roster."""
    for name in ("xunbiao.yaml", "units.yaml"):
        shutil.copy(REPOSITORY / name, tmp_path)
    return tmp_path


@pytest.fixture
def xunbiao(folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Run:
    """The command line in this process, since a start a call would take most of the time."""
    monkeypatch.chdir(folder)
    monkeypatch.setenv("COLUMNS", "100")
    for name in ("XUNBIAO_LANG", "XUNBIAO_TODAY"):
        monkeypatch.delenv(name, raising=False)

    def run_(*arguments: str | Path) -> subprocess.CompletedProcess[str]:
        capsys.readouterr()
        with pytest.raises(SystemExit) as ended:
            cli.main([*map(str, arguments)])
        told = capsys.readouterr()
        return subprocess.CompletedProcess(arguments, int(ended.value.code or 0), told.out, told.err)

    return run_


def filing(folder: Path) -> Path:
    return folder / "filings/zjj/filing.yaml"


def read(text: str) -> dict[tuple[str, ...], object]:
    data = parse(text.encode()).data
    assert data is not None
    found: dict[tuple[str, ...], object] = {(label,): data[label] for label in HEAD}
    for path in CELLS:
        value = data
        for part in path:
            value = value[part]
        found[path] = texts(value)
    return found


def test_a_form_becomes_a_filing_that_teaches(xunbiao: Run, folder: Path) -> None:
    """The file is written where it belongs, with the lessons of `new`, and validates against the schema."""
    (folder / "表.docx").write_bytes(form())
    made = xunbiao("import", "表.docx")
    assert made.returncode == 0, made.stderr
    assert "filings/zjj/filing.yaml（平顶山市住房和城乡建设局）" in made.stdout
    text = filing(folder).read_text(encoding="utf-8")
    assert read(text) == expected()
    assert text.startswith("# yaml-language-server: $schema=../../schemas/filing.schema.json\n")
    assert "# 由 表.docx 导入" in text
    assert "# 从“5个工作日压缩至3.5个工作日以内”读出，请核对。\n        指标:\n          名称: 施工许可办理时间" in text
    assert "# 要达到什么，尽可能量化、细化。" in text
    assert "      # 从括号里读出，请核对。\n      责任人: 何志强（审批科）" in text


def test_findings_name_the_forms_own_cell(xunbiao: Run, folder: Path) -> None:
    """As text for a clerk, as JSON with the codes; the form that could be read ends with 0."""
    (folder / "表.docx").write_bytes(BAD_DATE)
    shown = xunbiao("import", "表.docx")
    assert "× 对标方向·时限：‘立行立改，长期坚持’不是日期" in shown.stdout
    assert shown.returncode == 0
    told = xunbiao("import", "表.docx", "--dry-run", "--format", "json")
    (result,) = json.loads(told.stdout)["forms"]
    assert result["problems"] == ["对标方向.时限:not-a-date"]
    assert result["unit"] == "zjj"
    assert result["written"] is False
    assert result["findings"][0]["place"] == "对标方向·时限"
    assert any(each["field"] == "对标方向.时限" for each in result["diagnostics"])
    assert parse(result["yaml"].encode()).data["对标方向"]["时限"] is None  # type: ignore[index]
    assert "# 表上写的是“立行立改，长期坚持”。" in result["yaml"]


def test_a_cell_as_long_as_a_book_is_refused(xunbiao: Run, folder: Path) -> None:
    """What would be no readable filing is not written."""
    rows = form_rows(lambda path, own: p(run("长" * 30_000)) if path[-1] == "亮点" else numbered()(path, own))
    (folder / "表.docx").write_bytes(form(rows))
    refused = xunbiao("import", "表.docx", "--format", "json")
    assert refused.returncode == 1
    assert json.loads(refused.stdout)["forms"][0]["refused"]["code"] == "too-long"
    assert not filing(folder).exists()


def test_a_dry_run_writes_nothing(xunbiao: Run, folder: Path) -> None:
    """The YAML alone goes to stdout, what there is to say to stderr; a unit need not be known for it."""
    (folder / "表.docx").write_bytes(form(head=head_line().replace("平顶山市住房和城乡建设局", "平顶山市天文局")))
    tried = xunbiao("import", "表.docx", "--dry-run")
    assert tried.returncode == 0
    assert read(tried.stdout) == expected() | {("填报单位",): "平顶山市天文局"}
    assert "单位名录里没有‘平顶山市天文局’" in tried.stderr
    assert not (folder / "filings").exists()


def test_english_is_spoken_on_demand(xunbiao: Run, folder: Path) -> None:
    """The words of the form stay, what is said about them is English."""
    (folder / "表.docx").write_bytes(BAD_DATE)
    told = xunbiao("--lang", "en", "import", "表.docx", "--dry-run")
    assert "对标方向·时限: ‘立行立改，长期坚持’ is no date" in told.stderr
    assert "Imported from 表.docx; please check" in told.stdout


def test_a_folder_is_taken_in_whole(xunbiao: Run, folder: Path) -> None:
    """Every form in it; what is none is named, with 1, and hinders no other; Word's own leavings are passed over."""
    sent = folder / "报来"
    sent.mkdir()
    (sent / "a.docx").write_bytes(form())
    (sent / "b.docx").write_bytes(form(head=head_line().replace("住房和城乡建设局", "医疗保障局")))
    (sent / "c.doc").write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600))
    (sent / "d.docx").write_bytes(docx(p(run("通知"))))
    (sent / "e.docx").write_bytes(form())
    (sent / "f.docx").write_bytes(form(head=head_line().replace("平顶山市住房和城乡建设局", "")))
    (sent / "~$a.docx").write_bytes(b"x")
    (sent / "读我.txt").write_text("x")
    made = xunbiao("import", sent, "--format", "json")
    assert made.returncode == 1
    results = json.loads(made.stdout)["forms"]
    assert [Path(each["file"]).name for each in results] == ["a.docx", "b.docx", "c.doc", "d.docx", "e.docx", "f.docx"]
    codes = [each["refused"]["code"] if each["refused"] else None for each in results]
    assert codes == [None, None, "old-word", "not-the-form", "unit-twice", "unit-unknown"]
    assert sorted(path.parent.name for path in folder.glob("filings/*/filing.yaml")) == ["ylbzj", "zjj"]


def test_refusals_are_one_clear_line(xunbiao: Run, folder: Path) -> None:
    """What it is and what to do."""
    (folder / "旧.wps").write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600))
    refused = xunbiao("import", "旧.wps")
    assert refused.returncode == 1
    assert "× 这是 .doc 或 .wps 文件，读不了。请在 Word 或 WPS 里打开，另存为 .docx 再导入。" in refused.stdout.replace(
        "\n  ", ""
    )
    assert xunbiao("import", "没有.docx").returncode == 1
    assert xunbiao("import", ".").returncode == 1
    (folder / "旧.wps").unlink()
    assert xunbiao("import", ".").returncode == 2


def test_the_unit_can_be_named(xunbiao: Run, folder: Path) -> None:
    """--unit for a form that does not say whose it is; the file's name is a guess that is offered, never taken."""
    (folder / "市住建局申报表.docx").write_bytes(form(head=head_line().replace("平顶山市住房和城乡建设局", "")))
    refused = xunbiao("import", "市住建局申报表.docx")
    assert refused.returncode == 1
    assert "--unit zjj" in refused.stdout
    made = xunbiao("import", "市住建局申报表.docx", "--unit", "市住建局")
    assert made.returncode == 0
    assert "填报单位：没有填" in made.stdout
    assert "填报单位: 平顶山市住房和城乡建设局" in filing(folder).read_text(encoding="utf-8")
    other = xunbiao("import", "市住建局申报表.docx", "--unit", "天文局")
    assert other.returncode == 2


def test_a_filing_that_is_there_is_left_alone_unless_updated(xunbiao: Run, folder: Path) -> None:
    """Without --update it stays; with it the difference is shown and only that is written; unchanged, nothing is."""
    (folder / "表.docx").write_bytes(form())
    xunbiao("import", "表.docx")
    before = filing(folder).read_bytes()
    again = xunbiao("import", "表.docx")
    assert again.returncode == 1
    assert "--update" in again.stdout
    same = xunbiao("import", "表.docx", "--update")
    assert same.returncode == 0
    assert "没有改动" in same.stdout
    assert filing(folder).read_bytes() == before
    old = CELLS["创标意向", "亮点"][0]
    rows = form_rows(lambda path, own: numbered()(path, (old.replace("9类", "12类"),) if path[-1] == "亮点" else own))
    (folder / "表.docx").write_bytes(form(rows))
    looked = xunbiao("import", "表.docx", "--update", "--dry-run")
    assert "12类" in looked.stdout
    assert filing(folder).read_bytes() == before
    changed = xunbiao("import", "表.docx", "--update")
    assert "修改 创标意向·亮点CL1·内容：" in changed.stdout
    assert filing(folder).read_bytes() == before.replace("覆盖9类项目".encode(), "覆盖12类项目".encode())


def test_export_gives_the_form_back(xunbiao: Run, folder: Path) -> None:
    """A .docx named as offices name it, never over another file unless forced; the same bytes each time."""
    (folder / "表.docx").write_bytes(form())
    xunbiao("import", "表.docx")
    made = xunbiao("export", "zjj")
    assert made.returncode == 0, made.stderr
    out = folder / "平顶山市住房和城乡建设局申报表.docx"
    first = out.read_bytes()
    assert xunbiao("export", "zjj").returncode == 2
    assert xunbiao("export", "zjj", "--force").returncode == 0
    assert out.read_bytes() == first
    taken = xunbiao("import", out, "--update")
    assert "没有改动" in taken.stdout
    xunbiao("export", "zjj", "-o", "别处/a.docx")
    assert (folder / "别处/a.docx").read_bytes() == first


def test_export_of_all_and_of_none(xunbiao: Run, folder: Path) -> None:
    """--all makes a form for every unit with a filing and names those without; --blank an empty one."""
    (folder / "表.docx").write_bytes(form())
    xunbiao("import", "表.docx")
    everyone = xunbiao("export", "--all")
    assert everyone.returncode == 1
    assert [path.name for path in (folder / "申报表").iterdir()] == ["平顶山市住房和城乡建设局申报表.docx"]
    assert everyone.stderr.count("没有能读的申报表") == 37
    assert xunbiao("export", "--blank").returncode == 0
    empty = xunbiao("import", "空白申报表.docx", "--dry-run", "--format", "json")
    assert len(json.loads(empty.stdout)["forms"][0]["problems"]) == 16
    assert xunbiao("export").returncode == 2
    assert xunbiao("export", "zjj", "--all").returncode == 2
    assert xunbiao("export", "zjj", "--format", "odt").returncode == 2


def test_export_as_text(xunbiao: Run, folder: Path) -> None:
    """A table in Markdown to stdout, keys below the line left out."""
    (folder / "表.docx").write_bytes(form())
    xunbiao("import", "表.docx")
    told = xunbiao("export", "zjj", "-f", "md")
    assert told.returncode == 0
    assert "| 对标方向 | 时限 | — | 2020年6月30日前完成。 |" in told.stdout
    assert "责任人" not in told.stdout


@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice (soffice) is not installed")
@pytest.mark.slow
def test_export_as_pages(xunbiao: Run, folder: Path) -> None:
    """A PDF through LibreOffice."""
    (folder / "表.docx").write_bytes(form())
    xunbiao("import", "表.docx")
    made = xunbiao("export", "zjj", "-f", "pdf", "-o", "a.pdf")
    assert made.returncode == 0, made.stderr
    assert (folder / "a.pdf").read_bytes().startswith(b"%PDF")


def test_export_as_pages_without_office_says_so(folder: Path) -> None:
    """One line names LibreOffice and the way round; exit 2."""
    command = [sys.executable, "-c", "from xunbiao.cli import main; main()", "export", "--blank", "-f", "pdf"]
    refused = subprocess.run(
        command, cwd=folder, env={"PATH": str(folder)}, capture_output=True, text=True, check=False
    )
    assert refused.returncode == 2
    assert "LibreOffice" in refused.stderr
    assert "--format docx" in refused.stderr
