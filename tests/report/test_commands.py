"""`report` and `status` on real repositories: what is read out of git, what is named, and what each trouble says."""

import json
import os
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from xunbiao import cli, repository
from xunbiao.model.history import NewCommit, Signature

from .campaign import Small, moment

Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def xunbiao(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Run:
    """Runs `xunbiao ARGUMENTS` in the campaign's folder: exit code, stdout, stderr."""
    for name in [name for name in os.environ if name.startswith(("GIT_", "XUNBIAO_"))]:
        monkeypatch.delenv(name)
    monkeypatch.setenv("COLUMNS", "100")

    def run(*arguments: str, cwd: Path = tmp_path / "city") -> tuple[int, str, str]:
        monkeypatch.chdir(cwd)
        capsys.readouterr()
        with pytest.raises(SystemExit) as left:
            cli.main(["--today", "2020-04-10", *arguments])
        out, err = capsys.readouterr()
        return int(left.value.code or 0), out, err

    return run


def commit(message: str, files: dict[str, bytes | None], at: str, **how: Any) -> NewCommit:
    who = Signature("李某", "li@example.cn", moment(at))
    return NewCommit(who, who, message, files, **how)


@pytest.fixture
def city(small: Small, tmp_path: Path) -> Path:
    """The small campaign in a repository: a commit a document, each at the time of its arrival."""
    folder = tmp_path / "city"
    files = small.files
    own = {path: files.pop(path) for path in ("xunbiao.yaml", "units.yaml")}
    made = sorted(files, key=lambda path: small.arrivals[path].first.arrived_at)
    commits = [commit("建立活动", dict(own), "2019-10-21 09:00")]
    for path in made:
        at = small.arrivals[path].first.arrived_at
        who = Signature("李某", "li@example.cn", at)
        commits.append(NewCommit(who, who, f"报送 {path}", {path: files[path]}))
    repository.write_commits(repository.create(folder), commits)
    return folder


def git(folder: Path, *arguments: str) -> str:
    return subprocess.run(
        ["git", "-C", str(folder), *arguments], capture_output=True, text=True, check=True
    ).stdout.strip()


def add(folder: Path, *commits: NewCommit) -> None:
    repository.write_commits(repository.open_repository(folder), commits)


def record(xunbiao: Run, *arguments: str) -> dict[str, Any]:
    code, out, err = xunbiao(*arguments, "--format", "json")
    assert code == 0, err
    return dict(json.loads(out))


def test_report_reads_head(xunbiao: Run, city: Path) -> None:
    """The five numbers come out of the commit's files and the days on which they reached the main line."""
    found = record(xunbiao, "report", "--quarter", "2020Q1")
    assert found["as_of"] == git(city, "rev-parse", "HEAD")
    assert {key: found["total"][key] for key in ("expected", "actual", "on_time")} == {
        "expected": 4,
        "actual": 3,
        "on_time": 2,
    }
    assert [(each["unit"], each["days_late"], each["source"]) for each in found["late"]] == [("yi", 2, "git")]
    assert [(each["unit"], each["days_late"]) for each in found["missing"]] == [("bing", 10)]


@pytest.mark.usefixtures("city")
def test_the_quarter_that_fell_due_last_is_said(xunbiao: Run) -> None:
    """Without --quarter it is the one that fell due last, and stderr says which."""
    code, out, err = xunbiao("report")
    assert code == 0
    assert "2020年第一季度进展情况" in out
    assert "没有指定季度，按最近到期的 2020Q1" in err


def test_uncommitted_files_are_named_and_not_counted(xunbiao: Run, city: Path) -> None:
    """A new report, a changed one and a deleted one are named on stderr and in the record; the figures stay."""
    before = record(xunbiao, "report", "--quarter", "2020Q1")
    (city / "filings/bing/2020Q1.yaml").write_bytes((city / "filings/jia/2020Q1.yaml").read_bytes())
    (city / "filings/jia/2020Q1.yaml").write_text("类型: 季度报告\n", "utf-8")
    (city / "filings/yi/2020Q1.yaml").unlink()
    code, out, err = xunbiao("report", "--quarter", "2020Q1", "--format", "json")
    after = json.loads(out)
    assert code == 0
    assert after.pop("uncommitted") == [
        {"path": "filings/bing/2020Q1.yaml", "state": "new"},
        {"path": "filings/jia/2020Q1.yaml", "state": "changed"},
        {"path": "filings/yi/2020Q1.yaml", "state": "deleted"},
    ]
    assert before.pop("uncommitted") == []
    assert after == before
    assert "没有计入：filings/bing/2020Q1.yaml（未提交）" in err


def test_who_is_expected_comes_out_of_the_commit(xunbiao: Run, city: Path) -> None:
    """A roster that was changed and not committed excuses nobody."""
    roster = city / "units.yaml"
    roster.write_text(roster.read_text("utf-8").replace("应报: true", "应报: false"), "utf-8")
    found = record(xunbiao, "report", "--quarter", "2020Q1")
    assert found["total"]["expected"] == 4
    assert found["uncommitted"] == [{"path": "units.yaml", "state": "changed"}]


def test_a_broken_configuration_in_the_folder_does_not_stop_a_report(xunbiao: Run, city: Path) -> None:
    """What counts is the commit; the folder's xunbiao.yaml is merely named as changed."""
    (city / "xunbiao.yaml").write_text("名称：某市\n", "utf-8")
    found = record(xunbiao, "report", "--quarter", "2020Q1")
    assert found["uncommitted"] == [{"path": "xunbiao.yaml", "state": "changed"}]


def test_as_of_a_day(xunbiao: Run, city: Path) -> None:
    """By the end of 31 March two had reported; 乙's report of 2 April was not there yet."""
    found = record(xunbiao, "report", "--quarter", "2020Q1", "--as-of", "2020-03-31")
    assert (found["total"]["actual"], found["total"]["on_time"]) == (2, 2)
    assert found["as_of"] == git(city, "rev-parse", "HEAD~1")
    assert found["as_of_asked"] == "2020-03-31"


def test_as_of_a_name(xunbiao: Run, city: Path) -> None:
    """A tag, branch or id is read as it stood."""
    git(city, "tag", "-m", "x", "before", "HEAD~2")
    found = record(xunbiao, "report", "--quarter", "2020Q1", "--as-of", "before")
    assert found["as_of"] == git(city, "rev-parse", "HEAD~2")
    assert found["total"]["actual"] == 1


def test_it_is_late_when_it_was_merged_late(xunbiao: Run, city: Path) -> None:
    """What was written in time and merged after the due date arrived after the due date."""
    report = (city / "filings/jia/2020Q1.yaml").read_bytes()
    path = "filings/bing/2020Q1.yaml"
    add(
        city,
        commit("写好", {path: report}, "2020-03-30 09:00", branch="bing"),
        commit("合并", {path: report}, "2020-04-03 09:00", merges="bing"),
    )
    found = record(xunbiao, "report", "--quarter", "2020Q1")
    assert {each["unit"]: each["days_late"] for each in found["late"]} == {"yi": 2, "bing": 3}


def test_slipped_deadlines_and_moved_due_dates_come_out_of_history(xunbiao: Run, city: Path) -> None:
    """A 时限 that was put off twice, and the campaign's own due date that was set later: when, and how far."""
    path = "filings/jia/filing.yaml"
    text = (city / path).read_text("utf-8")
    config = (city / "xunbiao.yaml").read_text("utf-8")
    add(
        city,
        commit("推迟", {path: text.replace("2020-06-30", "2020-07-31").encode()}, "2020-04-03 09:00"),
        commit("再推迟", {path: text.replace("2020-06-30", "2020-08-31").encode()}, "2020-04-04 09:00"),
        commit("改截止", {"xunbiao.yaml": config.replace("2020-03-31", "2020-04-02").encode()}, "2020-04-05 09:00"),
    )
    found = record(xunbiao, "report", "--quarter", "2020Q1")
    [slip] = found["measures"]["slipped"]
    assert (slip["unit"], slip["field"], slip["times"], slip["days"]) == ("jia", "对标方向.举措.J2.时限", 2, 62)
    assert [step["arrived_on"] for step in slip["steps"]] == ["2020-04-03", "2020-04-04"]
    [change] = found["due_changes"]
    assert (change["field"], change["from"], change["to"]) == ("季度截止.2020Q1", "2020-03-31", "2020-04-02")
    assert found["total"]["on_time"] == 3


def test_a_deadline_put_off_once_and_one_put_off_in_moving(xunbiao: Run, city: Path) -> None:
    """One later change is enough, and so is one in the very commit that moves the folder."""
    names = ["filing", "2019Q4", "2020Q1"]
    files = {name: (city / f"filings/jia/{name}.yaml").read_bytes() for name in names}
    files["filing"] = files["filing"].replace(b"2020-06-30", b"2020-07-31")
    roster = (city / "units.yaml").read_text("utf-8").replace("  jia:\n", "  jiaxin:\n    前身: jia\n")
    moved: dict[str, bytes | None] = {f"filings/jia/{name}.yaml": None for name in names}
    moved |= {f"filings/jiaxin/{name}.yaml": raw for name, raw in files.items()}
    shui = (city / "filings/shui/filing.yaml").read_bytes().replace(b"2020-03-01", b"2020-03-11")
    add(
        city,
        commit("推迟", {"filings/shui/filing.yaml": shui}, "2020-04-03 09:00"),
        commit("更名", {"units.yaml": roster.encode(), **moved}, "2020-05-15 09:00"),
    )
    found = record(xunbiao, "report", "--quarter", "2020Q1")
    assert {each["unit"]: each["days"] for each in found["measures"]["slipped"]} == {"shui": 10, "jiaxin": 31}


def test_a_renamed_folder_keeps_its_dates_and_slips(xunbiao: Run, city: Path) -> None:
    """After the folder and the roster moved on, the report counts once, on time, and earlier slips stay the unit's."""
    names = ["filing", "2019Q4", "2020Q1"]
    files = {name: (city / f"filings/jia/{name}.yaml").read_bytes() for name in names}
    late = files["filing"].replace(b"2020-06-30", b"2020-07-31")
    roster = (city / "units.yaml").read_text("utf-8").replace("  jia:\n", "  jiaxin:\n    前身: jia\n")
    moved: dict[str, bytes | None] = {f"filings/jia/{name}.yaml": None for name in names}
    moved |= {f"filings/jiaxin/{name}.yaml": raw for name, raw in (files | {"filing": late}).items()}
    add(
        city,
        commit("推迟", {"filings/jia/filing.yaml": late}, "2020-04-03 09:00"),
        commit("更名", {"units.yaml": roster.encode(), **moved}, "2020-05-15 09:00"),
    )
    found = record(xunbiao, "report", "--quarter", "2020Q1")
    assert (found["total"]["expected"], found["total"]["on_time"]) == (4, 2)
    assert [(each["unit"], each["days"]) for each in found["measures"]["slipped"]] == [("jiaxin", 31)]
    unit = next(each for each in found["units"] if each["unit"] == "jiaxin")
    assert (unit["arrived_on"], unit["flags"]) == ("2020-03-30", ["moved"])


def test_signals_come_from_the_checks(xunbiao: Run, city: Path) -> None:
    """A report that says word for word what the one before said is named for a person to check."""
    path = city / "filings/jia/2019Q4.yaml"
    text = path.read_text("utf-8").replace("完成率: 40", "完成率: 40\n    进展: 已完成方案起草并征求了三家单位意见。")
    same = text.replace("2019Q4", "2020Q1")
    add(
        city,
        commit("报", {"filings/jia/2019Q4.yaml": text.encode()}, "2020-04-03 09:00"),
        commit("再报", {"filings/jia/2020Q1.yaml": same.encode()}, "2020-04-04 09:00"),
    )
    found = record(xunbiao, "report", "--quarter", "2020Q1")
    assert {each["unit"] for each in found["signals"]} == {"jia"}
    assert all(each["code"].startswith(("XB3", "XB5")) for each in found["signals"])
    assert all("人工核查" in each["message"] for each in found["signals"])


@pytest.mark.usefixtures("city")
def test_report_may_overwrite(xunbiao: Run, tmp_path: Path) -> None:
    """-o writes the report, also in place of the last one."""
    file = tmp_path / "report.md"
    file.write_text("old", "utf-8")
    code, out, _ = xunbiao("report", "--quarter", "2020Q1", "--format", "md", "-o", str(file))
    assert (code, out) == (0, "")
    assert file.read_text("utf-8").startswith("# 某市对标活动2020年第一季度进展情况")


@pytest.mark.usefixtures("city")
@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("report", "--quarter", "2021Q3"), "不是本活动的季度。可用的季度：2019Q4"),
        (("report", "--format", "pdf"), "没有“pdf”格式"),
        (("report", "--as-of", "nowhere"), "找不到提交“nowhere”"),
        (("report", "--as-of", "--output=x"), "找不到提交“--output=x”"),
        (("report", "--as-of", "2019-01-01"), "到 2019-01-01 为止还没有任何提交"),
        (("report", "--summary", "--quarter", "2020Q1"), "不能再用 --quarter 2020Q1"),
        (("status", "某市甲"), "是不是：某市甲局"),
        (("status", "--format", "pdf"), "没有“pdf”格式"),
    ],
)
def test_trouble_is_one_line(xunbiao: Run, arguments: tuple[str, ...], said: str) -> None:
    """A wrong quarter, format, commit or unit ends with exit code 2 and one line that says what would do."""
    code, out, err = xunbiao(*arguments)
    assert (code, out) == (2, "")
    assert said in err
    assert err.count("\n") == 1


def test_without_a_repository(xunbiao: Run, city: Path) -> None:
    """`report` cannot say what was on time and names the remedy; `status` works, and says that arrival is unknown."""
    (city / ".git").rename(city / "elsewhere")
    code, _, err = xunbiao("report")
    assert (code, "git init" in err) == (2, True)
    code, out, _ = xunbiao("status")
    assert code == 0
    assert "没有 git 仓库，到达时间不明" in out
    assert record(xunbiao, "status")["knows_arrivals"] is False


def test_in_a_shallow_clone(xunbiao: Run, city: Path, tmp_path: Path) -> None:
    """A history that is cut would give wrong days, so neither command goes on."""
    cut = tmp_path / "cut"
    git(tmp_path, "clone", "--quiet", "--depth", "1", city.as_uri(), str(cut))
    for command in ("report", "status"):
        code, out, err = xunbiao(command, cwd=cut)
        assert (code, out) == (2, "")
        assert "git fetch --unshallow" in err


def test_before_the_first_commit(xunbiao: Run, city: Path) -> None:
    """`report` asks for a commit; to `status` everything in the folder is not submitted yet."""
    for path in (city / ".git").iterdir():
        path.rename(city / f"kept-{path.name}")
    git(city, "init", "--quiet", "-b", "main")
    code, _, err = xunbiao("report")
    assert (code, "还没有提交" in err) == (2, True)
    found = record(xunbiao, "status", "jia")
    assert {each["state"] for each in found["obligations"]} == {"draft", "missing"}


def test_status_names_the_next_step(xunbiao: Run, city: Path) -> None:
    """No file: new; a file: validate and submit; submitted: what comes next."""
    assert record(xunbiao, "status", "某市丙局")["next_commands"] == ["xunbiao new bing --quarter 2020Q1"]
    report = (city / "filings/jia/2020Q1.yaml").read_bytes()
    (city / "filings/bing/2020Q1.yaml").write_bytes(report)
    assert record(xunbiao, "status", "bing")["next_commands"] == [
        "xunbiao validate filings/bing/2020Q1.yaml",
        "xunbiao submit bing",
    ]
    (city / "filings/bing/2020Q1.yaml").unlink()
    add(city, commit("报", {"filings/bing/2020Q1.yaml": report}, "2020-04-09 09:00"))
    found = record(xunbiao, "status", "bing")
    assert found["next_commands"] == ["xunbiao new bing --quarter 2020Q2"]
    assert found["obligations"][2]["days_late"] == 9


@pytest.mark.usefixtures("city")
def test_the_next_step_works_from_where_it_is_typed(xunbiao: Run) -> None:
    """Called with -C, the command to type next has it as well."""
    found = record(xunbiao, "-C", "city", "status", "bing")
    assert found["next_commands"] == ["xunbiao -C city new bing --quarter 2020Q1"]


@pytest.mark.usefixtures("city")
def test_status_counts_what_report_counts(xunbiao: Run) -> None:
    """For a quarter that has fallen due both say the same five numbers."""
    report, status = record(xunbiao, "report", "--quarter", "2020Q1"), record(xunbiao, "status")
    document = next(each for each in status["documents"] if each["quarter"] == "2020Q1")
    assert {key: document[key] for key in report["total"]} == report["total"]


def test_reading_writes_nothing(xunbiao: Run, city: Path) -> None:
    """Neither command changes a file, the index or a ref."""

    def state() -> dict[str, tuple[float, int]]:
        return {str(path): (path.stat().st_mtime, path.stat().st_size) for path in city.rglob("*") if path.is_file()}

    before = state()
    for arguments in (("report",), ("status",), ("status", "jia"), ("report", "--as-of", "2020-03-31")):
        assert xunbiao(*arguments)[0] == 0
    assert state() == before


def test_days_are_those_of_the_campaign(xunbiao: Run, small: Small, city: Path) -> None:
    """In a campaign an hour east of China the report of 23:59 came in on the next day."""
    config = (city / "xunbiao.yaml").read_text("utf-8").replace("Asia/Shanghai", "Asia/Tokyo")
    assert small.arrivals["filings/shui/2020Q1.yaml"].first.arrived_at == moment("2020-03-31 23:59")
    add(city, commit("改时区", {"xunbiao.yaml": config.encode()}, "2020-04-05 09:00"))
    found = record(xunbiao, "report", "--quarter", "2020Q1")
    assert [each["unit"] for each in found["late"]] == ["yi", "shui"]
