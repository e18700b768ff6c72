"""`submit` for a form on paper, and `submit --push` to a remote that others push to as well."""

import hashlib
import json
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from xunbiao import cli, resources

from .conftest import History
from .test_hostile import hostile_settings

DATA = Path(__file__).parent / "data"
FILING = (DATA / "filing.yaml").read_text(encoding="utf-8")
FILE = "filings/scjgj/filing.yaml"
OTHER = "filings/fgw/filing.yaml"

Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def campaign(history: History) -> History:
    """The notice's own campaign; its filing lies in the folder, not yet in git."""
    settings = {name: resources.read(name).decode() for name in ("xunbiao.yaml", "units.yaml")}
    settings["xunbiao.yaml"] = settings["xunbiao.yaml"].replace("示例日期", "# 示例日期")
    history.add(settings, at="2019-11-01")
    history.checkout()
    (history.top / "filings" / "scjgj").mkdir(parents=True)
    (history.top / FILE).write_text(FILING, encoding="utf-8")
    return history


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], campaign: History) -> Run:
    """Runs the tool on the campaign as a coordinator: exit code, standard output, standard error."""
    for role in ("AUTHOR", "COMMITTER"):
        monkeypatch.setenv(f"GIT_{role}_NAME", "郭某")
        monkeypatch.setenv(f"GIT_{role}_EMAIL", "guo@example.cn")
        monkeypatch.setenv(f"GIT_{role}_DATE", "2019-11-25T09:00:00+08:00")

    def call(*words: str, today: str = "2019-11-25") -> tuple[int, str, str]:
        with pytest.raises(SystemExit) as ended:
            cli.main(["-C", str(campaign.top), "--today", today, *words])
        told = capsys.readouterr()
        return int(ended.value.code or 0), told.out, told.err

    return call


@pytest.fixture
def remote(campaign: History, tmp_path: Path) -> History:
    """A bare repository to which the campaign is pushed."""
    bare = tmp_path / "remote.git"
    subprocess.run(["git", "clone", "--quiet", "--bare", str(campaign.top), str(bare)], check=True)
    campaign.git("remote", "add", "origin", str(bare))
    return History(bare)


PAPER = ("--on-behalf-of", "李某（登记科）", "--received", "2019-11-20")


def test_a_form_on_paper_counts_from_the_day_it_came(campaign: History, run: Run, tmp_path: Path) -> None:
    """The commit says for whom, since when and on what proof; status, history and verify tell it as that word."""
    scan = tmp_path / "扫描件.pdf"
    scan.write_bytes(b"%PDF")
    code, out, _ = run("submit", "scjgj", *PAPER, "--attachment", str(scan))
    digest = hashlib.sha256(b"%PDF").hexdigest()
    assert code == 0
    assert "经办人的说法" in out
    assert campaign.git("log", "-1", "--format=%an <%ae>|%cn") == "李某（登记科） <guo@example.cn>|郭某"
    assert campaign.git("log", "-1", "--format=%(trailers:only)").splitlines() == [
        "Xunbiao-Unit: scjgj",
        "Xunbiao-Document: filing",
        "Xunbiao-On-Behalf-Of: 李某（登记科）",
        "Xunbiao-Received: 2019-11-20",
        f"Xunbiao-Attachment: sha256:{digest} 扫描件.pdf",
    ]
    told = json.loads(run("report", "--quarter", "2019Q4", "--format", "json")[1])
    assert '"received"' in json.dumps(told, default=str)
    assert "代录" in run("status", "scjgj")[1]
    events = json.loads(run("history", "scjgj", "--format", "json")[1])["events"]
    assert [each["after_deadline"] for each in events] == [False]
    assert "代录，登记收到 2019-11-20" in run("history", "scjgj")[1]
    notes = json.loads(run("verify", "--format", "json")[1])["notes"]
    assert [each["kind"] for each in notes] == ["on-behalf"]
    assert digest in notes[0]["message"]


def test_without_such_a_word_the_arrival_counts(run: Run) -> None:
    """The same form handed in through git five days after the deadline is late."""
    assert run("submit", "scjgj")[0] == 0
    events = json.loads(run("history", "scjgj", "--format", "json")[1])["events"]
    assert [each["after_deadline"] for each in events] == [True]


def test_a_day_after_the_arrival_makes_nothing_later(campaign: History, run: Run) -> None:
    """Arrival in git is proof enough that a form was there; a later day of receipt does not count."""
    message = "报送\n\nXunbiao-Unit: scjgj\nXunbiao-Document: filing\nXunbiao-Received: 2019-12-24\n"
    campaign.add({FILE: FILING}, at="2019-11-19", message=message)
    events = json.loads(run("history", "scjgj", "--format", "json")[1])["events"]
    assert [each["after_deadline"] for each in events] == [False]


@pytest.mark.parametrize("named", ["2019Q4", ""])
def test_the_word_is_for_the_documents_it_names(campaign: History, run: Run, named: str) -> None:
    """A commit that names another document, or none, brings no earlier day."""
    message = f"报送\n\nXunbiao-Document: {named or 'x'}\nXunbiao-Received: 2019-11-19\n"
    campaign.add({FILE: FILING}, at="2019-11-24", message=message)
    events = json.loads(run("history", "scjgj", "--format", "json")[1])["events"]
    assert [each["after_deadline"] for each in events] == [True]


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("--received", "2019-11-20"), "--on-behalf-of"),
        (("--on-behalf-of", "李某"), "--received"),
        (("--attachment", "x.pdf"), "--received"),
        (("--on-behalf-of", "李某", "--received", "2019-11-26"), "还没有到"),
        (("--on-behalf-of", "李某", "--received", "昨天"), "不是日期"),
        (("--on-behalf-of", "a <b@c>", "--received", "2019-11-20"), "只写姓名"),
        ((*PAPER, "--attachment", "missing.pdf"), "missing.pdf"),
    ],
)
def test_a_word_that_does_not_fit_commits_nothing(
    campaign: History, run: Run, words: tuple[str, ...], said: str
) -> None:
    """Whose form, since when and what proof are asked for together, and must be possible."""
    code, out, err = run("submit", "scjgj", *words)
    assert (code, out) == (2, "")
    assert said in err
    assert campaign.git("rev-parse", "main") == campaign.tip


def test_push_brings_the_commit_to_the_remote(campaign: History, remote: History, run: Run) -> None:
    """What is submitted is at the remote, and that is said."""
    code, out, _ = run("submit", "scjgj", "--push")
    assert code == 0
    assert "origin/main" in out
    assert remote.git("rev-parse", "main") == campaign.git("rev-parse", "main") != campaign.tip
    assert campaign.git("rev-parse", "origin/main") == campaign.git("rev-parse", "main")


def others(campaign: History, remote: History, files: dict[str, str]) -> str:
    """Somebody else pushes to the remote meanwhile."""
    theirs = campaign.commit(files, author="赵某", at="2019-11-22")
    campaign.git("push", "--quiet", str(remote.top), f"{theirs}:refs/heads/main")
    return theirs


def test_push_follows_other_units_work(campaign: History, remote: History, run: Run) -> None:
    """Where the remote has other units' new work, the commit is put on top, the folder follows, the draft stays."""
    theirs = others(campaign, remote, {OTHER: FILING})
    (campaign.top / "filings" / "scjgj" / "notes.txt").write_text("草稿\n")
    code, out, _ = run("submit", "scjgj", "--push")
    assert code == 0
    assert "接在它们之后" in out
    assert remote.git("rev-parse", "main") == campaign.git("rev-parse", "main")
    assert remote.git("rev-parse", "main^") == theirs
    assert remote.git("diff-tree", "-r", "--name-only", "main^", "main") == FILE
    assert remote.git("log", "-1", "--format=%an %(trailers:key=Xunbiao-Unit,valueonly)", "main") == "郭某 scjgj"
    assert (campaign.top / OTHER).read_text(encoding="utf-8") == FILING
    assert campaign.git("status", "--porcelain") == "?? filings/scjgj/notes.txt"


def test_push_never_overrides_the_same_units_work(campaign: History, remote: History, run: Run) -> None:
    """Where somebody changed the same unit's documents, nothing is pushed, the commit is kept, and the files named."""
    theirs = others(campaign, remote, {FILE: FILING.replace("李某", "周某")})
    code, _, err = run("submit", "scjgj", "--push")
    assert code == 2
    assert FILE in err
    assert remote.git("rev-parse", "main") == theirs
    assert campaign.git("log", "-1", "--format=%s").startswith("报送")


def test_push_leaves_uncommitted_changes_alone(campaign: History, remote: History, run: Run) -> None:
    """Where another unit's new work meets a changed file in the folder, nothing is overwritten."""
    others(campaign, remote, {"units.yaml": (campaign.top / "units.yaml").read_text(encoding="utf-8") + "# 新\n"})
    own = (campaign.top / "units.yaml").read_text(encoding="utf-8") + "# 我的\n"
    (campaign.top / "units.yaml").write_text(own, encoding="utf-8")
    code, _, err = run("submit", "scjgj", "--push")
    assert code == 2
    assert "未提交的改动" in err
    assert (campaign.top / "units.yaml").read_text(encoding="utf-8") == own


def test_push_with_other_commits_waiting_asks_for_a_person(campaign: History, remote: History, run: Run) -> None:
    """With further commits here and there the tool does not rebase on its own."""
    others(campaign, remote, {OTHER: FILING})
    campaign.add({"xunbiao.yaml": (campaign.top / "xunbiao.yaml").read_text(encoding="utf-8") + "# x\n"})
    campaign.git("reset", "--quiet", "--hard", "main")
    (campaign.top / FILE).parent.mkdir(parents=True, exist_ok=True)
    (campaign.top / FILE).write_text(FILING, encoding="utf-8")
    code, _, err = run("submit", "scjgj", "--push")
    assert code == 2
    assert "git pull --rebase" in err


def test_a_remote_that_refuses_is_quoted(campaign: History, remote: History, run: Run) -> None:
    """A protected branch ends in a word on merge requests; the commit is kept."""
    hook = remote.top / "hooks" / "pre-receive"
    hook.parent.mkdir(exist_ok=True)
    hook.write_text("#!/bin/sh\necho protected branch >&2\nexit 1\n")
    hook.chmod(0o755)
    code, _, err = run("submit", "scjgj", "--push")
    assert code == 2
    assert "合并请求" in err
    assert campaign.git("log", "-1", "--format=%s").startswith("报送")


@pytest.mark.parametrize("url", ["", "evil.git", "./evil.git", "ext::sh -c touch% marker", "--upload-pack=touch"])
def test_a_remote_that_is_none_gets_nothing(campaign: History, run: Run, url: str) -> None:
    """No remote, one inside the work tree, and one that would run a command are refused."""
    if url:
        subprocess.run(["git", "clone", "-q", "--bare", str(campaign.top), str(campaign.top / "evil.git")], check=True)
        hook = campaign.top / "evil.git" / "hooks" / "pre-receive"
        hook.parent.mkdir(exist_ok=True)
        hook.write_text(f"#!/bin/sh\ntouch {campaign.top}/marker\n")
        hook.chmod(0o755)
        campaign.git("config", "remote.origin.url", url)
    assert run("submit", "scjgj", "--push")[0] == 2
    assert not (campaign.top / "marker").exists()


def test_pushing_runs_nothing_of_the_repository(campaign: History, remote: History, run: Run, tmp_path: Path) -> None:
    """Hooks, filters, helpers and programs that a repository names stay silent, on a plain push and on a rebase."""
    marker = tmp_path / "marker"
    others(campaign, remote, {OTHER: FILING})
    hostile_settings(campaign, marker)
    campaign.git("config", "remote.origin.receivepack", str(campaign.top / ".git" / "evil"))
    campaign.git("config", "remote.origin.uploadpack", str(campaign.top / ".git" / "evil"))
    assert run("submit", "scjgj", "--push")[0] == 0
    assert (campaign.top / OTHER).read_text(encoding="utf-8") == FILING
    assert not marker.exists()
