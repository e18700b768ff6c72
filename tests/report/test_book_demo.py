"""The example campaign's workbook held against a count from the YAML files and `git log`, and opened in LibreOffice."""

import os
import shutil
import subprocess
from collections import Counter
from datetime import date, datetime
from pathlib import Path
from typing import Any

import pytest
import yaml
from openpyxl import load_workbook

from ..calling import call
from .recount import BEFORE, DUE, ENDS, ROOT, Demo, day
from .test_demo_counts import open_measures

SOFFICE, POPPLER = shutil.which("soffice"), shutil.which("pdftotext")
DOCUMENTS = [pytest.param("2019Q4", marks=pytest.mark.slow), "2020Q1", pytest.param("summary", marks=pytest.mark.slow)]
SIGNS = {"环节": "减环节", "材料": "减材料", "时间": "减时间", "成本": "减成本"}
Row = dict[str, Any]


def xunbiao(folder: Path, *arguments: str) -> None:
    assert call(["-C", folder, "--today", "2021-01-05", *arguments], cwd=folder).returncode == 0


@pytest.fixture(scope="module")
def demo(example: Path) -> Demo:
    return Demo(example)


class Books(dict[str, Path]):
    """The workbook on a quarter or the summary, by its document, made when it is asked for."""

    def __init__(self, demo: Demo, folder: Path) -> None:
        super().__init__()
        self.demo, self.folder = demo, folder

    def __missing__(self, document: str) -> Path:
        on = ["--summary"] if document == "summary" else ["--quarter", document]
        self[document] = self.folder / f"{document}.xlsx"
        xunbiao(self.demo.folder, "report", *on, "--format", "xlsx", "--output", str(self[document]))
        return self[document]


@pytest.fixture(scope="module")
def books(demo: Demo, tmp_path_factory: pytest.TempPathFactory) -> Books:
    return Books(demo, tmp_path_factory.mktemp("books"))


@pytest.fixture(scope="module", params=DOCUMENTS)
def book(request: pytest.FixtureRequest, books: Books) -> tuple[str, Any]:
    return request.param, load_workbook(books[request.param])


def rows(sheet: Any, first: str = "序号") -> list[Row]:
    found = list(sheet.iter_rows(values_only=True))
    at = next(at for at, row in enumerate(found) if first in row)
    titles = [title for title in found[at] if title]
    return [dict(zip(titles, row, strict=False)) for row in found[at + 1 :] if any(each is not None for each in row)]


def names(demo: Demo) -> dict[str, str]:

    units = yaml.load((demo.folder / "units.yaml").read_bytes(), Loader=yaml.CBaseLoader)["单位"]
    return {unit: entry["全称"] for unit, entry in units.items()}


def test_units(demo: Demo, book: tuple[str, Any]) -> None:
    """Who has reported, on time or not, when; how its measures stand; what its filing cuts; and the sum of all."""
    document, found = book
    told = {row["填报单位"]: row for row in rows(found["汇总表"])}
    total = told.pop("合计")
    named, arrived, due = names(demo), demo.arrivals(), date.fromisoformat(DUE[document])
    assert set(told) == {named[unit] for unit in demo.expected}
    for unit in demo.expected:
        row, report = told[named[unit]], demo.load(unit, document)
        on = arrived.get((unit, document)) if report else None
        in_time = on is not None and on <= due
        assert (row["应报"], row["已报"], row["按时"]) == (1, int(report is not None), int(in_time)), unit
        assert (row["报送时间"].date() if row["报送时间"] else None) == on, unit
        entries = (report or {}).get("举措进展") or {}
        statuses = Counter(entry["状态"] for entry in entries.values())
        if report:
            assert {each: row[each] for each in statuses} == statuses, unit
            rates = [float(entry["完成率"]) for entry in entries.values()]
            assert row["平均完成率"] == pytest.approx(sum(rates) / len(rates) / 100), unit
        cuts = Counter(item.get("指标", {}).get("维度") for item, _ in demo.goals(unit).values())
        assert {label: row[label] for label in SIGNS.values()} == {SIGNS[cut]: cuts[cut] for cut in SIGNS}, unit
    for title in ("应报", "已报", "按时", "举措", "达进度", "欠进度", "逾期举措", "减时间", "指标"):
        assert total[title] == sum(row[title] or 0 for row in told.values()), title


def test_ledger(demo: Demo, book: tuple[str, Any]) -> None:
    """A row a measure with its person, deadline, status and rate; what is overdue and by how many days."""
    document, found = book
    told = {(row["单位编号"], row["项目编号"]): row for row in rows(found["台账"])}
    reports = {unit: demo.load(unit, document) or {} for unit in demo.expected}
    measures = {(unit, id_): item for unit in demo.expected for id_, item in demo.measures(unit).items()}
    extra = {(unit, id_) for unit in demo.expected for id_ in reports[unit].get("举措进展") or {}} - set(measures)
    assert set(told) == {*measures, *extra}
    overdue = {
        (unit, id_): (date.fromisoformat(ENDS[document]) - due).days
        for unit, id_, due in open_measures(demo, document)
        if due < date.fromisoformat(ENDS[document])
    }
    for key, item in measures.items():
        row, entry = told[key], (reports[key[0]].get("举措进展") or {}).get(key[1]) or {}
        assert row["举措（逐条）"] == item["内容"], key
        assert row["责任人"] == (item.get("责任人") or None), key
        assert row["时限"] == datetime.combine(day(item["时限"]) or date.min, datetime.min.time()), key
        assert (row["状态"], row["本季进展"]) == (entry.get("状态"), entry.get("进展") or None), key
        assert row["完成率"] == (pytest.approx(float(entry["完成率"]) / 100) if entry else None), key
        assert ("举措逾期" in row["是否逾期"]) == (key in overdue), key
        assert key not in overdue or f"举措逾期{overdue[key]}天" in row["是否逾期"], key
    late = [row for row in rows(found["逾期"]) if row["类型"] == "举措逾期"]
    assert sorted(row["天数"] for row in late) == sorted(overdue.values())


def test_figures(demo: Demo, book: tuple[str, Any]) -> None:
    """Every goal with a figure: its numbers as numbers, and the share of the way."""
    document, found = book
    ids = {name: unit for unit, name in names(demo).items()}
    told = {(ids[row["填报单位"]], row["编号"]): row for row in rows(found["指标"])}
    goals = {(unit, id_): item["指标"] for unit in demo.expected
             for id_, (item, _) in demo.goals(unit).items() if "指标" in item}  # fmt: skip
    assert told.keys() == goals.keys()
    for (unit, id_), metric in goals.items():
        row = told[unit, id_]
        values = (demo.load(unit, document) or {}).get("指标进展") or {}
        value = (values.get(id_) or {}).get("现值")
        assert (row["现状值"], row["目标值"]) == (float(metric["现状值"]), float(metric["目标值"]))
        assert row["现值"] == (float(value) if value else None)
        if value and row["现状值"] != row["目标值"]:
            way = (row["现值"] - row["现状值"]) / (row["目标值"] - row["现状值"])
            assert row["已走"] == pytest.approx(way)


def test_changes(demo: Demo, book: tuple[str, Any]) -> None:
    """As many rows as measures whose status or rate is not what it was; none in a first quarter, in words."""
    document, found = book
    before = BEFORE.get(document)
    changed = 0
    for unit in demo.expected:
        was, now = (demo.load(unit, each) if each else None for each in (before, document))
        if was and now:
            told = [
                {id_: (entry["状态"], entry["完成率"]) for id_, entry in each["举措进展"].items()}
                for each in (was, now)
            ]
            changed += sum(told[0].get(id_) != told[1].get(id_) for id_ in {*told[0], *told[1]})
    listed = [row for row in rows(found["变化"]) if row["编号"]]
    assert len(listed) == changed
    assert changed or "这是第一个季度" in str(rows(found["变化"]))


def test_practices(demo: Demo, book: tuple[str, Any]) -> None:
    """Units that name a practice, in the list and in the matrix."""
    _, found = book
    practices = [yaml.load(path.read_bytes(), Loader=yaml.CBaseLoader) for path in ROOT.glob("catalogue/P*.yaml")]
    known = {code: each["编号"] for each in practices for code in (each["编号"], *each["要点"])}
    named = {(unit, known.get(code, code)) for unit in demo.expected
             for item in demo.measures(unit).values() for code in item.get("参考做法") or []}  # fmt: skip
    counts = Counter(code for _, code in named)
    listed = {row["编号"]: row["借鉴单位数"] for row in rows(found["对照30项"], "编号")}
    assert {code: count for code, count in listed.items() if count} == counts
    sums = rows(found["对照矩阵"], "填报单位")[-1]
    assert {code: count for code, count in sums.items() if code.startswith("P") and count} == {
        code: count for code, count in counts.items() if code in known
    }


@pytest.mark.slow
def test_results(demo: Demo, books: Books) -> None:
    """Every text and every rule that the summaries tell of has its row."""
    labels = ("制度成果", "新思路", "新举措", "新做法", "经验", "成效")
    summaries = [demo.load(unit, "summary") or {} for unit in demo.expected]
    counted = Counter({label: sum(len(each.get(label) or []) for each in summaries) for label in labels})
    told = Counter(row["成果类别"] for row in rows(load_workbook(books["summary"])["总结成果"]))
    assert told == Counter({label: number for label, number in counted.items() if number})


@pytest.mark.parametrize("document", DOCUMENTS)
def test_it_comes_back_unchanged(demo: Demo, books: Books, document: str) -> None:
    """No ledger that nobody edited changes a file."""
    xunbiao(demo.folder, "import", str(books[document]))
    assert demo.git("status", "--porcelain") == ""


def converted(book: Path, kind: str, folder: Path) -> Path:
    """The workbook as LibreOffice saves it in another format, or in its own anew."""
    command = [str(SOFFICE), f"-env:UserInstallation={(folder / 'profile').as_uri()}", "--headless"]
    command += ["--convert-to", kind, "--outdir", str(folder / kind), str(book)]
    subprocess.run(command, env={**os.environ, "HOME": str(folder)}, capture_output=True, timeout=240, check=True)
    return folder / kind / f"{book.stem}.{kind}"


@pytest.mark.slow
@pytest.mark.skipif(SOFFICE is None, reason="LibreOffice (soffice) is not installed")
def test_it_comes_back_unchanged_when_libreoffice_has_saved_it(demo: Demo, books: Books, tmp_path: Path) -> None:
    """A clerk who opens and saves it without an edit changes nothing."""
    xunbiao(demo.folder, "import", str(converted(books["2020Q1"], "xlsx", tmp_path)))
    assert demo.git("status", "--porcelain") == ""


@pytest.mark.slow
@pytest.mark.skipif(SOFFICE is None or POPPLER is None, reason="LibreOffice (soffice) or pdftotext is not installed")
def test_it_opens_in_libreoffice(books: Books, tmp_path: Path) -> None:
    """It becomes pages with every sheet on them, its titles on each page, and no #### where a column is too narrow."""
    shown = converted(books["2020Q1"], "pdf", tmp_path)
    text = subprocess.run([str(POPPLER), "-layout", str(shown), "-"], capture_output=True, check=True).stdout.decode()
    pages = text.split("\f")[:-1]
    assert "###" not in text
    assert "Err:" not in text
    for sheet in ("汇总表", "总体情况", "台账", "逾期", "指标", "变化", "对照30项", "对照矩阵", "人工核查", "说明"):
        mine = [page for page in pages if page.rstrip().splitlines()[-1].split()[0] == sheet]
        assert mine, sheet
        assert sheet in ("总体情况", "说明") or all("单位" in page for page in mine), sheet
