"""`xunbiao diff` and `xunbiao catalogue` as typed: formats, JSON, empty states, wrong usage."""

import json
from pathlib import Path

import pytest

from .conftest import CAMPAIGN, Run


def data(run: Run, *arguments: str) -> dict[str, object]:
    done = run(*arguments)
    assert (done.returncode, done.stderr) == (0, "")
    parsed: dict[str, object] = json.loads(done.stdout)
    return parsed


def test_diff_of_a_unit_as_json(xunbiao: Run) -> None:
    """The contract's JSON: every practice with its relation, elements, evidence and figures, whatever is shown."""
    found = data(xunbiao, "diff", "国网青禾供电公司", "--format", "json")
    practices = {each["practice"]: each for each in found["practices"]}  # type: ignore[attr-defined]
    assert (found["unit"], found["filing"], len(practices)) == ("dianli", True, 30)
    power = practices["P22"]
    assert power["relation"] == "partial"
    assert set(power["elements"]["covered"]) | set(power["elements"]["not_covered"]) == {
        f"P22-{n}" for n in range(1, 9)
    }
    named = next(each for each in power["evidence"] if each["named"])
    assert (named["field"], named["named"]) == ("对标方向.举措.J1", ["P22-7"])
    first = power["figures"][0]
    assert (first["baseline"], first["target"], first["gap"], first["comparable"]) == (20, 12, 7.26, True)
    assert first["field"] == "对标方向.目标.纵向标杆单位.M1.指标"
    assert first["datum"]["region"] == "北京市"


def test_diff_all_counts_units_and_practices(xunbiao: Run) -> None:
    """Totals agree with the matrix; who draws upon none and who has not filed are told apart."""
    found = data(xunbiao, "diff", "--all", "-f", "json")
    assert [each["unit"] for each in found["units"]] == ["shichang", "dianli", "huanbao", "fangguan"]  # type: ignore[attr-defined]
    assert found["drawing_upon_none"] == ["huanbao"]
    assert found["without_filing"] == ["fangguan"]
    counted = {each["practice"]: each for each in found["practices"]}  # type: ignore[attr-defined]
    assert (counted["P22"]["partial"], counted["P22"]["none"]) == (1, 3)
    assert len(found["drawn_upon_by_nobody"]) == 26  # type: ignore[arg-type]


def test_diff_of_a_practice_has_every_unit(xunbiao: Run) -> None:
    """--practice takes a number or a code and lists all units with their positions."""
    by_number, by_code = (data(xunbiao, "diff", "--practice", each, "-f", "json") for each in ("22", "P22"))
    assert by_number == by_code
    assert [each["relation"] for each in by_code["units"]] == ["none", "partial", "none", "none"]  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    "arguments",
    [["shichang"], ["shichang", "--full", "-f", "html"], ["--all"], ["--all", "-f", "csv"], ["-p", "9", "-f", "md"]],
)
def test_diff_never_fails_a_filing(xunbiao: Run, arguments: list[str]) -> None:
    """Every view, in whatever format, ends with 0 and names the unit."""
    done = xunbiao("diff", *arguments)
    assert (done.returncode, done.stderr) == (0, "")
    assert "青禾市市场监督管理局" in done.stdout


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        ([], "三者只用一个"),
        (["shichang", "--all"], "三者只用一个"),
        (["shichan"], "shichang"),
        (["--practice", "99"], "没有“99”"),
        (["shichang", "--format", "pdf"], "没有“pdf”格式"),
    ],
)
def test_wrong_usage_is_one_clear_line(xunbiao: Run, arguments: list[str], message: str) -> None:
    """What cannot be answered says so in a line on stderr and ends with 2."""
    done = xunbiao("diff", *arguments)
    assert (done.returncode, done.stdout) == (2, "")
    assert message in done.stderr
    assert done.stderr.count("\n") == 1


def test_diff_writes_a_file_once(xunbiao: Run, tmp_path: Path) -> None:
    """-o writes the page, and leaves an existing file alone."""
    target = tmp_path / "all.html"
    assert xunbiao("diff", "--all", "-f", "html", "-o", target).returncode == 0
    first = target.read_bytes()
    assert xunbiao("diff", "--all", "-f", "html", "-o", target).returncode == 2
    assert target.read_bytes() == first


def test_match_prints_one_object_a_line(xunbiao: Run) -> None:
    """Texts from standard input come back in order, one JSON object each, a blank line included."""
    done = xunbiao(
        "catalogue", "--match", "-", "-f", "json", given="新开分店免办分支机构执照\n\n植树造林\n外贸大厅\r\n"
    )
    found = [json.loads(line) for line in done.stdout.splitlines()]
    assert [each["text"] for each in found] == ["新开分店免办分支机构执照", "", "植树造林", "外贸大厅"]
    assert [each["draws_upon"] for each in found] == [["P09"], [], [], ["P13"]]
    assert len(found[0]["matches"]) >= 3
    assert set(found[0]["matches"][0]) == {"practice", "score", "evidence"}
    assert found[0]["matches"][0]["score"] > 0.9


def test_match_of_one_text(xunbiao: Run) -> None:
    """A text on the command line is one object; in other formats a page that names the practice and the words."""
    text = "凭纳税信用就能贷款"
    assert json.loads(xunbiao("catalogue", "--match", text, "-f", "json").stdout)["draws_upon"] == ["P11"]
    shown = xunbiao("catalogue", "--match", text).stdout
    assert "P11" in shown
    assert "纳税信用" in shown


@pytest.mark.parametrize("asked", ["9", "p09-2", "一照多址", "附记备案"])
def test_a_practice_is_found_by_whatever_names_it(xunbiao: Run, asked: str) -> None:
    """Number, code, an element's code, a word of the title or one of its phrases leads to the practice."""
    assert data(xunbiao, "catalogue", asked, "-f", "json")["practice"] == "P09"


def test_the_catalogue_lists_all_by_category(xunbiao: Run) -> None:
    """Without an argument the 30 practices come in their six categories of 8, 3, 3, 4, 4 and 8."""
    found = data(xunbiao, "catalogue", "-f", "json")
    assert [len(each["practices"]) for each in found["categories"]] == [8, 3, 3, 4, 4, 8]  # type: ignore[attr-defined]


def test_the_catalogue_is_read_outside_a_campaign(xunbiao: Run, tmp_path: Path) -> None:
    """Where there is no campaign the packed practices are shown, and a note on stderr says so."""
    done = xunbiao("catalogue", "9", cwd=tmp_path)
    assert done.returncode == 0
    assert "一照多址" in done.stdout
    assert "随工具附带" in done.stderr


@pytest.mark.parametrize("arguments", [["99"], ["9", "--match", "x"], ["改革"]])
def test_what_is_no_practice_is_one_clear_line(xunbiao: Run, arguments: list[str]) -> None:
    """An unknown or ambiguous name, and two questions at once, end with 2."""
    done = xunbiao("catalogue", *arguments)
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.count("\n") == 1


def test_nothing_is_written(xunbiao: Run) -> None:
    """Reading commands leave the campaign folder as it was."""
    before = sorted((path, path.stat().st_mtime_ns) for path in CAMPAIGN.rglob("*"))
    xunbiao("diff", "--all")
    xunbiao("catalogue", "--match", "x")
    assert sorted((path, path.stat().st_mtime_ns) for path in CAMPAIGN.rglob("*")) == before
