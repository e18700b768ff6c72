"""`init` and `new`: from an empty folder to a document that explains itself."""

import subprocess
from pathlib import Path

import pytest
from openpyxl import Workbook


def test_init_makes_a_campaign_that_validates(xunbiao, tmp_path: Path) -> None:
    """A new campaign folder is a git repository with one commit, holds everything, and has no findings."""
    made = xunbiao("init", "c", "--city", "云溪市", "--issued", "2024-03-01")
    assert made.returncode == 0, made.stderr
    for name in ("xunbiao.yaml", "units.yaml", "schemas/filing.schema.json", "catalogue/P30.yaml", ".editorconfig"):
        assert (tmp_path / "c" / name).is_file()
    log = subprocess.run(
        ["git", "log", "--format=%an %s"], cwd=tmp_path / "c", capture_output=True, text=True, check=True
    )
    assert log.stdout == "李某 建立活动文件夹\n"
    checked = xunbiao("validate", cwd=tmp_path / "c")
    assert checked.returncode == 0, checked.stdout


def test_init_proposes_dates_after_the_notice(xunbiao, tmp_path: Path) -> None:
    """A month to file, then four quarters that end after it, then the summary a quarter later."""
    xunbiao("init", "c", "--issued", "2024-03-01")
    settings = (tmp_path / "c/xunbiao.yaml").read_text(encoding="utf-8")
    assert "申报截止: 2024-03-31" in settings
    assert "2024Q1" not in settings
    assert "  2024Q2: 2024-06-30\n  2024Q3: 2024-09-30\n  2024Q4: 2024-12-31\n  2025Q1: 2025-03-31\n" in settings
    assert "总结截止: 2025-06-30" in settings


def test_init_refuses_a_folder_that_holds_something(xunbiao, tmp_path: Path) -> None:
    """Nothing of what is there is touched."""
    (tmp_path / "c").mkdir()
    (tmp_path / "c/notes.txt").write_text("mine")
    refused = xunbiao("init", "c")
    assert refused.returncode == 2
    assert "已有内容" in refused.stderr
    assert [path.name for path in (tmp_path / "c").iterdir()] == ["notes.txt"]


def test_init_without_a_git_identity_still_writes_and_says_what_to_do(xunbiao, tmp_path: Path) -> None:
    """A clerk whose git knows no name gets the files and the two commands to type."""
    nobody = dict.fromkeys(("GIT_AUTHOR_NAME", "GIT_AUTHOR_EMAIL", "GIT_COMMITTER_NAME", "GIT_COMMITTER_EMAIL"), "")
    made = xunbiao("init", "c", environment={**nobody, "HOME": str(tmp_path), "EMAIL": ""})
    assert made.returncode == 0, made.stderr
    assert "git config --global user.name" in made.stdout
    assert (tmp_path / "c/xunbiao.yaml").is_file()


@pytest.mark.parametrize("encoding", ["utf-8-sig", "gb18030"])
def test_roster_comes_from_csv_as_excel_saves_it(xunbiao, tmp_path: Path, encoding: str) -> None:
    """UTF-8 with a mark or GBK, whichever Excel chose; 是 and 否 are truth values, 、 parts aliases."""
    table = "编号,全称,别名,审批事项,应报\nswj,云溪市商务局,市商务局、商务局,是,是\n,云溪市统计局,,否,否\n"
    (tmp_path / "units.csv").write_bytes(table.encode(encoding))
    made = xunbiao("init", "c", "--city", "云溪市", "--roster", "units.csv")
    assert made.returncode == 0, made.stderr
    roster = (tmp_path / "c/units.yaml").read_text(encoding="utf-8")
    assert "  swj:\n    全称: 云溪市商务局\n    别名:\n      - 市商务局\n      - 商务局\n    审批事项: true" in roster
    assert "  dw002:\n    全称: 云溪市统计局" in roster


def test_roster_comes_from_xlsx(xunbiao, tmp_path: Path) -> None:
    """The first sheet of a workbook, its first row naming the columns."""
    book = Workbook()
    for row in (["全称", "编号", "服务事项"], ["云溪市公安局", "gaj", "有"]):
        book.active.append(row)
    book.save(tmp_path / "units.xlsx")
    made = xunbiao("init", "c", "--roster", "units.xlsx")
    assert made.returncode == 0, made.stderr
    assert "  gaj:\n    全称: 云溪市公安局" in (tmp_path / "c/units.yaml").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("u.csv", "名称,编号\n甲局,jia\n".encode(), "全称"),
        ("u.csv", "全称,编号\n甲局,a\n乙局,a\n".encode(), "第 3 行"),
        ("u.csv", "全称,应报\n甲局,也许\n".encode(), "也许"),
        ("u.csv", "全称,编号\n甲局,不行\n".encode(), "units.yaml"),
        ("u.xlsx", b"PK not a zip", "另存为 .xlsx"),
        ("u.pdf", b"%PDF", "xlsx"),
        ("u.yaml", "单位：\n".encode(), "XB007"),
    ],
)
def test_roster_with_a_mistake_is_refused_before_anything_is_written(
    xunbiao, tmp_path: Path, name: str, content: bytes, said: str
) -> None:
    """One clear line names the mistake; no folder is left behind."""
    (tmp_path / name).write_bytes(content)
    refused = xunbiao("init", "c", "--roster", name)
    assert refused.returncode == 2, refused.stderr
    assert said in refused.stderr
    assert refused.stderr.count("\n") == 1
    assert not (tmp_path / "c").exists()


def test_new_writes_a_filing_that_teaches_and_never_overwrites(xunbiao, tmp_path: Path) -> None:
    """The file names every label of the form and what is wanted; a second `new` leaves it alone."""
    xunbiao("init", "c", "--city", "云溪市")
    made = xunbiao("new", "云溪市发展和改革委员会", cwd=tmp_path / "c")
    assert made.returncode == 0, made.stderr
    path = tmp_path / "c/filings/fgw/filing.yaml"
    text = path.read_text(encoding="utf-8")
    assert text.startswith("# yaml-language-server: $schema=../../schemas/filing.schema.json\n")
    assert "填报单位: 云溪市发展和改革委员会\n" in text
    path.write_text("mine", encoding="utf-8")
    again = xunbiao("new", "fgw", cwd=tmp_path / "c")
    assert again.returncode == 2
    assert "没有改动" in again.stderr
    assert path.read_text(encoding="utf-8") == "mine"


def test_new_names_the_nearest_units_for_one_it_does_not_know(xunbiao, tmp_path: Path) -> None:
    """A slip in the name gets a suggestion, in the language asked for."""
    xunbiao("init", "c", "--city", "云溪市")
    wrong = xunbiao("new", "云溪市发展改革委员会", "--lang", "en", cwd=tmp_path / "c")
    assert wrong.returncode == 2
    assert "Did you mean" in wrong.stderr
    assert "云溪市发展和改革委员会" in wrong.stderr


def test_new_report_needs_the_filing_first(xunbiao, tmp_path: Path) -> None:
    """A report without a filing has nothing to report on: the line says which command comes first."""
    xunbiao("init", "c", "--issued", "2024-03-01")
    wrong = xunbiao("new", "fgw", "--quarter", "2024Q2", cwd=tmp_path / "c")
    assert wrong.returncode == 2
    assert "xunbiao new fgw" in wrong.stderr


def test_new_knows_only_the_quarters_of_the_campaign(xunbiao, tmp_path: Path) -> None:
    """Another quarter, or none at all, is answered with those that there are."""
    xunbiao("init", "c", "--issued", "2024-03-01")
    for quarter in ("2019Q4", "2024Q5", "一季度"):
        wrong = xunbiao("new", "fgw", "--quarter", quarter, cwd=tmp_path / "c")
        assert wrong.returncode == 2
        assert "2024Q2、2024Q3" in wrong.stderr
