"""`history` and `submit` as their users call them, on a real campaign in a real repository."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from xunbiao import cli, resources

from .conftest import History, Link

DATA = Path(__file__).parent / "data"
FILING = (DATA / "filing.yaml").read_text(encoding="utf-8")
REPORT = (DATA / "2020Q1.yaml").read_text(encoding="utf-8")
FILE = "filings/scjgj/filing.yaml"
TARGET = "对标方向.目标.纵向标杆单位.M1.指标.目标值"

Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def campaign(history: History) -> History:
    """The notice's own campaign with one filing, handed in in time."""
    history.add({name: resources.read(name) for name in ("xunbiao.yaml", "units.yaml")}, at="2019-11-01")
    history.add({FILE: FILING}, at="2019-11-18", author="王某")
    history.checkout()
    return history


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], campaign: History) -> Run:
    """Runs the tool on the campaign: exit code, standard output, standard error."""
    monkeypatch.setattr(cli, "COMMANDS", {"督查｜Audit": ("history", "submit")})

    def call(*words: str, folder: str = "", today: str = "2020-05-01") -> tuple[int, str, str]:
        with pytest.raises(SystemExit) as ended:
            cli.main(["-C", str(campaign.top / folder), "--today", today, *words])
        told = capsys.readouterr()
        return int(ended.value.code or 0), told.out, told.err

    return call


@pytest.fixture
def known(monkeypatch: pytest.MonkeyPatch) -> None:
    """A user whom git knows."""
    for role in ("AUTHOR", "COMMITTER"):
        monkeypatch.setenv(f"GIT_{role}_NAME", "李某")
        monkeypatch.setenv(f"GIT_{role}_EMAIL", "li@example.cn")


def weaker(text: str = FILING) -> str:
    """The filing with M1 lowered from 1 to 3 working days."""
    return text.replace("目标值: 1\n", "目标值: 3\n", 1)


def test_json_is_as_the_contract_says(campaign: History, run: Run) -> None:
    """One object an event, with exactly the contract's keys and what git knows for values."""
    branch = campaign.commit({FILE: weaker()}, at="2020-01-10", author="张某")
    campaign.merge(branch, files={FILE: weaker()}, at="2020-01-12")
    code, out, err = run("history", "scjgj", "--format", "json", "--kind", "loosened")
    assert (code, err) == (0, "")
    assert json.loads(out) == {
        "events": [
            {
                "commit": branch,
                "author": "张某",
                "authored_at": "2020-01-10T12:00:00+08:00",
                "arrived_at": "2020-01-12T12:00:00+08:00",
                "unit": "scjgj",
                "document": FILE,
                "field": TARGET,
                "kind": "loosened",
                "from": 1,
                "to": 3,
                "after_deadline": True,
            }
        ]
    }


def test_the_text_names_who_what_and_when(campaign: History, run: Run) -> None:
    """A supervisor finds unit, person, day, both values, the deadline and that nothing was explained."""
    campaign.add({FILE: weaker()}, at="2020-01-12", author="张某")
    code, out, _ = run("history", "市市场监管局")
    assert code == 0
    assert "平顶山市市场监督管理局" in out
    for said in ("目标降低", "1 → 3", "张某", "2020-01-12", "截止后", "无调整说明", "M1"):
        assert said in out
    code, out, _ = run("history", "--lang", "en")
    assert code == 0
    for said in ("loosened", "after the deadline", "no 调整说明"):
        assert said in out


@pytest.mark.parametrize(
    ("options", "kinds"),
    [
        ((), ["created", "loosened", "slipped"]),
        (("--field", "目标值"), ["loosened"]),
        (("--field", "J1"), ["slipped"]),
        (("--since", "2020-01-13"), ["slipped"]),
        (("--until", "2020-01-12"), ["created", "loosened"]),
        (("--since", "2020-01-12", "--until", "2020-01-12"), ["loosened"]),
        (("--kind", "created，slipped"), ["created", "slipped"]),
        (("fgw",), []),
    ],
)
def test_events_are_chosen(campaign: History, run: Run, options: tuple[str, ...], kinds: list[str]) -> None:
    """By field, by day of arrival, by kind, by unit."""
    campaign.add({FILE: weaker()}, at="2020-01-12")
    campaign.add({FILE: weaker().replace("时限: 2020-06-30", "时限: 2020-07-31")}, at="2020-01-13")
    code, out, _ = run("history", *options, "--format", "json")
    assert code == 0
    assert [each["kind"] for each in json.loads(out)["events"]] == kinds


def test_versions_nobody_can_read_are_told(campaign: History, run: Run) -> None:
    """A broken file, a bomb, a link and a giant in the history are events with a reason; the trail goes on."""
    bomb = "a: &a [x]\nb: &b [*a, *a]\n"
    giant = b"x" * (300 * 1024)
    for content in ("名称：甲\n", bomb, "[" * 40_000, b"\xd0\xce\xcf\xa2", Link("/etc/passwd"), giant, weaker()):
        campaign.add({FILE: content})
    code, out, _ = run("history", "--format", "json", "--lang", "en")
    events = json.loads(out)["events"]
    assert code == 0
    assert [each["kind"] for each in events] == ["created", *["unreadable"] * 6, "loosened"]
    assert (events[-1]["from"], events[-1]["to"]) == (1, 3)
    assert "root:" not in out
    assert "256 KiB" in events[6]["to"]
    assert "symbolic link" in events[5]["to"]


def test_the_roster_of_a_province_is_read(campaign: History, run: Run) -> None:
    """A roster may hold more than other documents, in history as in the folder; a giant of a roster may not."""
    units = resources.read("units.yaml").decode()
    many = "".join(
        f"  dw{number}:\n    全称: 平顶山市第{number}管理局\n    类别: 市直\n    应报: true\n"
        for number in range(5_000)
    )
    campaign.add({"units.yaml": units + many})
    campaign.add({"units.yaml": units + many.replace("第7管理局", "第7服务局")})
    campaign.add({"units.yaml": units + "# " * 5_000_000})
    code, out, _ = run("history", "--format", "json", "--lang", "en")
    told = [each for each in json.loads(out)["events"] if each["document"] == "units.yaml"]
    assert code == 0
    assert len((units + many).encode()) > 300 * 1024
    assert [(each["kind"], each["unit"]) for each in told[:2]] == [("created", "dw0"), ("created", "dw1")]
    assert [(each["kind"], each["field"], each["to"]) for each in told[5_000:]] == [
        ("changed", "单位.dw7.全称", "平顶山市第7服务局"),
        ("unreadable", "", "larger than 8192 KiB"),
    ]


def test_moves_are_followed_under_the_new_name(campaign: History, run: Run) -> None:
    """A unit's folder that was renamed is asked for by its new id, and its old events are there."""
    units = resources.read("units.yaml").decode().replace("\n  scjgj:\n", "\n  scjgj:\n    前身: gsj\n")
    campaign.add({"filings/gsj/2020Q1.yaml": REPORT}, at="2020-03-31")
    moved = {"filings/gsj/2020Q1.yaml": None, "filings/scjgj/2020Q1.yaml": REPORT, "units.yaml": units}
    campaign.add(moved, at="2020-04-10")
    campaign.checkout()
    _, out, _ = run("history", "scjgj", "--format", "json", "--since", "2020-01-01")
    told = [(each["document"], each["field"], each["kind"], each["to"]) for each in json.loads(out)["events"]]
    assert told == [
        ("filings/gsj/2020Q1.yaml", "", "created", None),
        ("filings/scjgj/2020Q1.yaml", "", "changed", "filings/scjgj/2020Q1.yaml"),
        ("units.yaml", "单位.scjgj.前身", "created", "gsj"),
    ]


def test_text_of_a_commit_is_never_markup(campaign: History, run: Run) -> None:
    """Names and texts of the history with escape sequences and markup come out harmless."""
    text = FILING.replace("联系人: 李某", '联系人: "[red]x[/red] ::error::y"')
    campaign.add({FILE: text}, author="\x1b[31m[bold]某\u202e")
    code, out, _ = run("history")
    assert code == 0
    assert "\x1b" not in out
    assert "\u202e" not in out
    assert "[red]x[/red]" in out
    assert "::error::" not in out


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("history", "--kind", "worse"), "loosened"),
        (("history", "--since", "yesterday"), "yesterday"),
        (("history", "市场局"), "Did you mean"),
        (("history", "--format", "pdf"), "pdf"),
        (("submit", "市场局"), "Did you mean"),
    ],
)
def test_wrong_words_end_in_one_line(run: Run, words: tuple[str, ...], said: str) -> None:
    """What cannot be understood is named, with what could be, and exit code 2."""
    code, out, err = run("--lang", "en", *words)
    assert (code, out) == (2, "")
    assert said in err
    assert err.count("\n") == 1


def test_without_history_the_remedy_is_named(campaign: History, run: Run, tmp_path: Path) -> None:
    """A campaign outside a repository, and one in a shallow clone, hear what to do."""
    campaign.git("clone", "--quiet", "--depth=1", f"file://{campaign.top}", str(tmp_path / "clone"))
    code, _, err = run("--lang", "en", "-C", str(tmp_path / "clone"), "history")
    assert code == 2
    assert "fetch-depth: 0" in err
    (campaign.top / ".git").rename(tmp_path / "away")
    for command in (("history",), ("submit", "scjgj")):
        code, _, err = run("--lang", "en", *command)
        assert code == 2
        assert "git init" in err


def test_rewritten_history_is_announced(campaign: History, run: Run) -> None:
    """Replace refs are read past, and stderr says that they exist."""
    other = campaign.commit({FILE: weaker()}, parents=[])
    campaign.git("replace", campaign.tip, other)
    code, out, err = run("history", "--format", "json", "--lang", "en")
    assert code == 0
    assert "replace refs" in err
    assert [each["kind"] for each in json.loads(out)["events"]] == ["created"]


@pytest.mark.usefixtures("known")
def test_submit_commits_one_units_files(campaign: History, run: Run) -> None:
    """What will be handed in is shown, then committed with its trailers; what else is staged or changed stays."""
    other = FILING.replace("平顶山市市场监督管理局", "平顶山市教育体育局")
    (campaign.top / FILE).write_text(FILING.replace("时限: 2020-06-30", "时限: 2020-07-31"), encoding="utf-8")
    (campaign.top / "filings/scjgj/2020Q1.yaml").write_text(REPORT, encoding="utf-8")
    (campaign.top / "filings/jtj").mkdir()
    (campaign.top / "filings/jtj/filing.yaml").write_text(other, encoding="utf-8")
    campaign.git("add", "filings/jtj/filing.yaml")
    code, out, _ = run("submit", "市市场监管局")
    assert code == 0
    for said in ("2020年第一季度报告", "时限推迟", "2020-06-30 → 2020-07-31", "已提交", "git push"):
        assert said in out
    assert campaign.git("show", "--name-only", "--format=%an%n%B", "HEAD").split("\n") == [
        "李某",
        "报送2020年第一季度报告、申报表：平顶山市市场监督管理局",
        "",
        "Xunbiao-Unit: scjgj",
        "Xunbiao-Document: 2020Q1",
        "Xunbiao-Document: filing",
        "",
        "",
        "filings/scjgj/2020Q1.yaml",
        FILE,
    ]
    assert campaign.git("status", "--porcelain") == "A  filings/jtj/filing.yaml"


@pytest.mark.usefixtures("known")
@pytest.mark.parametrize("folder", ["filings/scjgj", "filings"])
def test_submit_works_from_a_subfolder(campaign: History, run: Run, folder: str) -> None:
    """Called inside the campaign, wherever, it finds its way."""
    (campaign.top / FILE).write_text(FILING + "# 注\n", encoding="utf-8")
    code, out, _ = run("submit", "scjgj", folder=folder)
    assert code == 0
    assert "只是排版或注释不同" in out
    assert campaign.git("rev-list", "--count", "HEAD") == "3"


@pytest.mark.usefixtures("known")
def test_submit_works_in_a_linked_worktree(campaign: History, run: Run, tmp_path: Path) -> None:
    """In a second work tree the commit goes on its branch."""
    campaign.git("worktree", "add", "--quiet", "-b", "work", str(tmp_path / "second"))
    (tmp_path / "second" / FILE).write_text(FILING + "# 注\n", encoding="utf-8")
    code, _, _ = run("-C", str(tmp_path / "second"), "submit", "scjgj")
    assert code == 0
    assert campaign.git("rev-list", "--count", "work") == "3"
    assert campaign.git("rev-parse", "main") == campaign.tip


@pytest.mark.usefixtures("known")
def test_submit_with_an_error_commits_nothing(campaign: History, run: Run) -> None:
    """An error in the unit's files is shown with its place, and ends with 1."""
    broken = FILING.replace("目标值: 1\n", "目标值: 9\n", 1)
    (campaign.top / FILE).write_text(broken, encoding="utf-8")
    code, out, err = run("submit", "scjgj", "--lang", "en")
    assert code == 1
    assert "XB201" in out
    assert "nothing was committed" in err
    assert campaign.git("rev-parse", "HEAD") == campaign.tip


@pytest.mark.usefixtures("known")
def test_submit_is_not_stopped_by_other_units(campaign: History, run: Run) -> None:
    """A neighbour's broken file is the neighbour's business."""
    (campaign.top / "filings/jtj").mkdir()
    (campaign.top / "filings/jtj/filing.yaml").write_text("名称：坏\n", encoding="utf-8")
    (campaign.top / FILE).write_text(FILING + "# 注\n", encoding="utf-8")
    code, _, _ = run("submit", "scjgj")
    assert code == 0
    assert campaign.git("rev-parse", "HEAD~1") == campaign.tip


def test_a_dry_run_commits_nothing(campaign: History, run: Run) -> None:
    """It shows what would be handed in, and needs no identity."""
    (campaign.top / FILE).write_text(weaker(), encoding="utf-8")
    code, out, _ = run("submit", "scjgj", "--dry-run", "--lang", "en")
    assert code == 0
    assert "loosened" in out
    assert "nothing was committed" in out
    assert campaign.git("rev-parse", "HEAD") == campaign.tip


@pytest.mark.usefixtures("known")
def test_nothing_to_submit_is_said(campaign: History, run: Run) -> None:
    """Unchanged files, and a deleted one, hand in nothing; that the deletion is not handed in is said."""
    code, out, err = run("submit", "scjgj", "--lang", "en")
    assert (code, err) == (0, "")
    assert "nothing new" in out
    (campaign.top / FILE).unlink()
    code, out, err = run("submit", "scjgj", "--lang", "en")
    assert code == 0
    assert "git restore" in err
    assert campaign.git("rev-parse", "HEAD") == campaign.tip


def test_submit_without_an_identity_names_the_commands(campaign: History, run: Run) -> None:
    """Where git does not know the user, nothing is committed and the two commands are given."""
    (campaign.top / FILE).write_text(FILING + "# 注\n", encoding="utf-8")
    code, _, err = run("submit", "scjgj", "--lang", "en")
    assert code == 2
    assert "git config --global user.name" in err
    assert campaign.git("rev-parse", "HEAD") == campaign.tip


@pytest.mark.usefixtures("known")
def test_submit_before_the_campaign_itself_is_committed(campaign: History, run: Run) -> None:
    """A filing on top of a repository without xunbiao.yaml would be a report nobody can read."""
    campaign.add({"xunbiao.yaml": None})
    (campaign.top / FILE).write_text(FILING + "# 注\n", encoding="utf-8")
    code, _, err = run("submit", "scjgj", "--lang", "en")
    assert code == 2
    assert "Commit the campaign first" in err
