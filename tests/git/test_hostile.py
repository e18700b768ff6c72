"""What a repository may try: names, settings, rewritten and forged history (threats C1, C2, C4, C7, C10)."""

import os
import subprocess
from pathlib import Path

import pytest

from xunbiao import repository
from xunbiao.errors import CannotGoOn
from xunbiao.model.history import Commit

from .conftest import NOON, History, contents_at

FILE = "filings/scjgj/filing.yaml"


@pytest.fixture
def marker(tmp_path: Path) -> Path:
    return tmp_path / "marker"


def only_commit(history: History) -> Commit:
    opened = repository.open_repository(history.top)
    (revision,) = repository.revisions(opened, repository.head(opened))
    return revision.commit


@pytest.mark.parametrize(
    "rev",
    [
        "--output=pwn", "-n", "--", "", " ", "HEAD\nHEAD", "HEAD\0x", "nosuch", "\udcff", ":(exclude)*", "HEAD:filings",
        "0" * 40, "deadbeef", "main..main", "^main", "\x1b[31m",
    ],
)  # fmt: skip
def test_a_rev_that_names_no_commit_is_refused(history: History, rev: str) -> None:
    """Options, ranges, trees, ids of nothing and control characters are no commits, and nothing is written."""
    history.add({FILE: "a"})
    with pytest.raises(CannotGoOn) as caught:
        repository.resolve(repository.open_repository(history.top), rev)
    assert caught.value.message.zh.isprintable()
    assert not (history.top / "pwn").exists()


def test_a_branch_named_like_an_option_is_only_a_branch(history: History) -> None:
    """A branch called --output=pwn, which git itself would take for an option, is resolved as a name."""
    tip = history.add({FILE: "a"})
    history.git("update-ref", "refs/heads/--output=pwn", tip)
    opened = repository.open_repository(history.top)
    assert repository.resolve(opened, "refs/heads/--output=pwn") == tip
    assert repository.resolve(opened, "--output=pwn") == tip
    assert not (history.top / "pwn").exists()


@pytest.mark.parametrize("rev", ["main", "HEAD", "main~1", "v1", "@", "refs/heads/main"])
def test_names_of_commits_become_full_ids(history: History, rev: str) -> None:
    """Branches, tags and their ancestors are resolved to the commit's full id."""
    first = history.add({FILE: "a"})
    second = history.add({FILE: "b"})
    history.git("-c", "user.name=a", "-c", "user.email=a", "tag", "-a", "-m", "x", "v1", second)
    assert repository.resolve(repository.open_repository(history.top), rev) == (first if rev == "main~1" else second)


def test_paths_are_never_patterns(history: History) -> None:
    """A folder named like pathspec magic is a folder, and a campaign in it sees nothing else."""
    history.add({f":(glob)**/{FILE}": "a", f"x/{FILE}": "b"})
    history.checkout()
    opened = repository.open_repository(history.top / ":(glob)**")
    assert contents_at(opened, history.tip) == {FILE: b"a"}
    assert [each.path for each in next(repository.revisions(opened, history.tip)).files] == [FILE]


def test_chinese_and_odd_paths_arrive_as_they_are(history: History) -> None:
    """core.quotepath would escape Chinese names; quotes, tabs and line feeds in names break nothing."""
    paths = {"filings/市监局/申报表.yaml", "filings/a\tb/x.yaml", 'filings/a"b/x.yaml', FILE}
    history.git("config", "core.quotePath", "true")
    history.add({path: path for path in paths if "\t" not in path and '"' not in path})
    state = history.git("ls-tree", "-r", "-z", "main")
    assert "市监局" in state
    blob = history.git("rev-parse", f"main:{FILE}")
    history.git("read-tree", "main")
    for odd in paths:
        history.git("update-index", "--add", "--cacheinfo", f"100644,{blob},{odd}")
    tree = history.git("write-tree")
    history.raw_commit(
        f"tree {tree}\nauthor 李某 <a@b> 1574049600 +0800\ncommitter 李某 <a@b> 1574049600 +0800\n\nx\n".encode()
    )
    opened = repository.open_repository(history.top)
    assert {each.path for each in next(repository.revisions(opened, history.tip)).files} == paths
    assert set(repository.files_at(opened, history.tip).files) == paths


def hostile_settings(history: History, marker: Path) -> None:
    """Every setting and file of a repository by which git could be made to run a program."""
    script = history.top / ".git" / "evil"
    script.write_text(f"#!/bin/sh\necho $0 $* >> {marker}\nexit 0\n")
    script.chmod(0o755)
    hooks = history.top / ".git" / "evil-hooks"
    for name in (
        "pre-commit", "commit-msg", "prepare-commit-msg", "post-commit", "reference-transaction", "post-index-change",
        "post-checkout", "fsmonitor-watchman", "update", "pre-auto-gc", "post-rewrite", "applypatch-msg",
    ):  # fmt: skip
        for folder in (hooks, history.top / ".git" / "hooks"):
            folder.mkdir(exist_ok=True)
            (folder / name).write_bytes(script.read_bytes())
            (folder / name).chmod(0o755)
    evil = str(script)
    for name, value in {
        "core.fsmonitor": evil, "core.hooksPath": str(hooks), "core.pager": evil, "core.editor": evil,
        "core.sshCommand": evil, "core.askPass": evil, "core.gitProxy": evil, "core.alternateRefsCommand": evil,
        "diff.external": evil, "diff.evil.command": evil, "diff.evil.textconv": evil, "diff.orderFile": "/nonexistent",
        "filter.evil.clean": evil, "filter.evil.smudge": evil, "filter.evil.process": evil,
        "gpg.program": evil, "gpg.openpgp.program": evil, "gpg.ssh.program": evil, "gpg.x509.program": evil,
        "gpg.ssh.defaultKeyCommand": evil, "log.showSignature": "true", "log.mailmap": "true", "log.follow": "true",
        "log.decorate": "full", "log.diffMerges": "off", "log.showRoot": "false", "color.ui": "always",
        "diff.renames": "copies", "diff.relative": "true", "diff.noprefix": "true", "core.quotePath": "true",
        "i18n.logOutputEncoding": "UTF-16", "i18n.commitEncoding": "GBK", "format.pretty": "oneline",
        "pager.log": evil, "credential.helper": evil, "merge.evil.driver": evil, "uploadpack.packObjectsHook": evil,
        "alias.log": f"!{evil}", "alias.cat-file": f"!{evil}", "gc.auto": "1", "core.attributesFile": "/nonexistent",
        "trace2.eventTarget": str(marker), "sequence.editor": evil, "interactive.diffFilter": evil,
    }.items():  # fmt: skip
        history.git("config", name, value)
    (history.top / ".git" / "info").mkdir(exist_ok=True)
    (history.top / ".git" / "info" / "attributes").write_text("* filter=evil diff=evil merge=evil\n")
    (history.top / ".gitattributes").write_text("* filter=evil diff=evil merge=evil\n")


def test_no_setting_of_a_repository_runs_when_reading(history: History, marker: Path) -> None:
    """Monitors, hooks, filters, pagers, external diffs and signature programs of a repository stay silent."""
    history.add({FILE: "a\n", "xunbiao.yaml": "x\n"})
    side = history.commit({"filings/fgw/filing.yaml": "b\n"})
    history.merge(side, files={"filings/fgw/filing.yaml": "b\n", FILE: "evil\n"})
    history.checkout()
    hostile_settings(history, marker)
    opened = repository.open_repository(history.top)
    commit = repository.resolve(opened, "main")
    told = list(repository.revisions(opened, commit))
    repository.arrivals(opened, commit)
    contents = contents_at(opened, commit)
    assert repository.worktree_changes(opened, [*contents.items(), (FILE, b"new\n")])
    repository.changed_since(opened, "main~1", contents.items())
    repository.rewritings(opened)
    repository.last_arrived_by(opened, commit, NOON)
    assert not marker.exists()
    assert [[each.path for each in revision.files] for revision in told] == [
        [FILE, "xunbiao.yaml"],
        ["filings/fgw/filing.yaml", FILE],
    ]
    subprocess.run(["git", "-C", str(history.top), "status"], capture_output=True, check=False)
    assert marker.exists(), "git alone would have run them"


def test_no_setting_of_a_repository_runs_when_submitting(
    history: History, marker: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The same when a commit is made: a person's identity comes from that person's own settings."""
    history.add({FILE: "a\n"})
    history.checkout()
    hostile_settings(history, marker)
    for role in ("AUTHOR", "COMMITTER"):
        monkeypatch.setenv(f"GIT_{role}_NAME", "李某")
        monkeypatch.setenv(f"GIT_{role}_EMAIL", "li@example.cn")
    opened = repository.open_repository(history.top)
    commit = repository.commit_paths(opened, {FILE: b"b\n"}, "报送", [("Xunbiao-Unit", "scjgj")])
    assert not marker.exists()
    assert repository.head(opened) == commit
    assert contents_at(opened, commit) == {FILE: b"b\n"}
    text = subprocess.run(
        ["git", "-C", str(history.top), "cat-file", "commit", commit], capture_output=True, check=True
    ).stdout
    assert "报送\n\nXunbiao-Unit: scjgj\n".encode() in text
    assert b"encoding" not in text


def test_replace_refs_and_grafts_hide_nothing(history: History) -> None:
    """The stored history is told, and that git would tell another is said."""
    first = history.add({FILE: "a"})
    history.add({FILE: "b"})
    history.add({FILE: "c"})
    opened = repository.open_repository(history.top)
    assert repository.rewritings(opened) == ()
    other = history.commit({FILE: "z"}, parents=[])
    history.git("replace", first, other)
    (history.top / ".git" / "info").mkdir(exist_ok=True)
    (history.top / ".git" / "info" / "grafts").write_text(f"{history.tip}\n")
    assert len(history.git("log", "--format=%H").split()) == 1
    assert len(list(repository.revisions(opened, history.tip))) == 3
    assert [each.en.partition(" has ")[2][:8] for each in repository.rewritings(opened)] == ["replace ", "a grafts"]


def test_a_forged_commit_graph_is_not_believed(history: History) -> None:
    """The commit-graph file, a cache that anyone can write, does not shorten the history."""
    history.add({FILE: "a"})
    history.add({FILE: "b"})
    history.git("commit-graph", "write", "--reachable")
    graph = history.top / ".git" / "objects" / "info" / "commit-graph"
    graph.chmod(0o644)
    raw = graph.read_bytes()
    at = raw.rindex(bytes.fromhex(history.git("rev-parse", "main^{tree}"))) + 20
    forged = raw[:at] + (0x70000000).to_bytes(4, "big") + raw[at + 4 :]
    graph.write_bytes(forged)
    assert len(history.git("log", "--format=%H", ok=False).split()) < 2, "git alone believes it"
    assert len(list(repository.revisions(repository.open_repository(history.top), history.tip))) == 2


@pytest.mark.parametrize(
    ("stamp", "year"),
    [
        ("1574049600 +0800", 2019), ("99999999999999999 +0800", 9000), ("-5 +0800", 1970), ("1574049600 +9999", 2019),
        ("1574049600 nonsense", 2019), ("nonsense", 1970), ("", 1970), ("99999999999999999999999999 -1200", 8999),
        ("253402300799 +1400", 9000), ("0 -1400", 1969),
    ],
)  # fmt: skip
def test_forged_dates_never_stop_the_reading(history: History, stamp: str, year: int) -> None:
    """A date of any size and zone, or none at all, becomes an instant within 1970 to 9000."""
    history.add({FILE: "a"})
    tree = history.git("rev-parse", "main^{tree}")
    history.raw_commit(f"tree {tree}\nauthor 李某 <a@b> {stamp}\ncommitter 李某 <a@b> {stamp}\n\nx\n".encode())
    commit = only_commit(history)
    assert commit.authored_at.year == commit.arrived_at.year == year
    commit.arrived_at.astimezone(NOON.tzinfo)


@pytest.mark.parametrize(
    ("author", "name", "email"),
    [
        ("李某 <li@example.cn>", "李某", "li@example.cn"),
        ("李某 <>", "李某", ""),
        ("李某", "李某", ""),
        ("<>", "", ""),
        ("\x1b[31m红\x1b[0m <\x1fa\x1e>", "\x1b[31m红\x1b[0m", "\x1fa\x1e"),
        ("a" * 5000 + " <b>", "a" * 200, "b"),
    ],
)
def test_odd_authors_are_read_within_limits(history: History, author: str, name: str, email: str) -> None:
    """Missing addresses, control characters and endless names are data like any other, cut to a length."""
    history.add({FILE: "a"})
    tree = history.git("rev-parse", "main^{tree}")
    stamp = "1574049600 +0800"
    history.raw_commit(f"tree {tree}\nauthor {author} {stamp}\ncommitter {author} {stamp}\n\nx\n".encode())
    commit = only_commit(history)
    assert (commit.author.removesuffix(f" {stamp}"), commit.email) == (name, email)


@pytest.mark.parametrize(
    ("encoding", "declared"), [("gbk", "encoding GBK\n"), ("gb18030", ""), ("utf-8", "encoding nonsense\n")]
)
def test_a_commit_in_gbk_is_read(history: History, encoding: str, declared: str) -> None:
    """Old Chinese tools wrote GBK, with or without saying so; a nonsense encoding is passed over."""
    history.add({FILE: "a"})
    tree = history.git("rev-parse", "main^{tree}")
    who = "李某 <a@b> 1574049600 +0800"
    text = f"tree {tree}\nauthor {who}\ncommitter {who}\n{declared}\n市监局报送\n"
    history.raw_commit(text.encode(encoding))
    commit = only_commit(history)
    assert (commit.author, commit.subject) == ("李某", "市监局报送")


def test_a_message_cannot_pass_for_a_commit(history: History) -> None:
    """Headers, messages and names that look like git's own output stay texts."""
    history.add({FILE: "a"})
    fake = f":100644 100644 {'1' * 40} {'2' * 40} M\tfilings/x/filing.yaml"
    tree = history.git("rev-parse", "main^{tree}")
    history.raw_commit(
        (
            f"tree {tree}\nauthor 李某 <a@b> 1574049600 +0800\ncommitter 李某 <a@b> 1574049600 +0800\n{fake}\n"
            f"parent {'3' * 40}\n\ncommit {'4' * 40}\ntree x\n\n{fake}\n\x1f\x1e\n    {fake}"
        ).encode()
    )
    commit = only_commit(history)
    assert commit.subject == f"commit {'4' * 40}"
    assert commit.id == history.tip


def test_an_empty_message_is_no_trouble(history: History) -> None:
    """Commits without a word are commits; the change behind the header is found all the same."""
    history.add({FILE: "a"}, message="")
    history.add({FILE: "b"}, message="\n\n")
    opened = repository.open_repository(history.top)
    told = list(repository.revisions(opened, history.tip))
    assert [(each.commit.subject, len(each.files)) for each in told] == [("", 1), ("", 1)]


def test_a_mailmap_renames_nobody(history: History) -> None:
    """A .mailmap in the tree, which could put a change in another's name, is not heeded."""
    mailmap = "张某 <z@example.cn> <李某@example.cn>\n"
    history.add({FILE: "a", ".mailmap": mailmap}, author="李某")
    history.checkout()
    history.git("config", "log.mailmap", "true")
    assert history.git("log", "--format=%aN") == "张某"
    assert only_commit(history).author == "李某"


def test_reading_writes_nothing(history: History) -> None:
    """No command that reads changes a byte under .git."""
    history.add({FILE: "a"})
    history.checkout()
    before = {path: path.stat().st_mtime_ns for path in (history.top / ".git").rglob("*")}
    os.utime(history.top / FILE, (1, 1)) if (history.top / FILE).exists() else None
    opened = repository.open_repository(history.top)
    list(repository.revisions(opened, history.tip))
    repository.worktree_changes(opened, [(FILE, b"b")])
    repository.changed_since(opened, "main", [])
    assert {path: path.stat().st_mtime_ns for path in (history.top / ".git").rglob("*")} == before


def test_writing_the_index_runs_no_filter(history: History, marker: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Files as young as the index are not read through a repository's filters when a commit is made."""
    history.add({FILE: "a\n", "xunbiao.yaml": "x\n"})
    history.checkout()
    for name in (FILE, "xunbiao.yaml"):
        os.utime(history.top / name, (4_000_000_000, 4_000_000_000))
    history.git("update-index", "--refresh")
    hostile_settings(history, marker)
    for role in ("AUTHOR", "COMMITTER"):
        monkeypatch.setenv(f"GIT_{role}_NAME", "李某")
        monkeypatch.setenv(f"GIT_{role}_EMAIL", "li@example.cn")
    repository.commit_paths(repository.open_repository(history.top), {"filings/fgw/filing.yaml": b"b\n"}, "报送")
    assert not marker.exists()
