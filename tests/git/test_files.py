"""What a commit holds, and how the folder differs from it, read without running anything (threats C9, B6)."""

import os
from pathlib import Path

import pytest

from xunbiao import repository
from xunbiao.errors import CannotGoOn
from xunbiao.model.history import WorkState

from .conftest import History, Link, contents_at

FILE = "filings/scjgj/filing.yaml"
OTHER = "filings/fgw/filing.yaml"


def test_a_commits_files_are_those_of_the_campaign(history: History) -> None:
    """Configuration, roster, catalogue and filings are read; whatever else a repository holds is not."""
    mine = {"xunbiao.yaml": "x", "units.yaml": "u", "catalogue/P01.yaml": "p", FILE: "f", OTHER: "申报"}
    history.add({**mine, "README.md": "r", "secret/key": "k", "filings.yaml": "n"})
    opened = repository.open_repository(history.top)
    snapshot = repository.files_at(opened, history.tip)
    assert contents_at(opened, history.tip) == {path: text.encode() for path, text in mine.items()}
    assert snapshot.skipped == {}


def test_links_and_large_files_are_named_and_not_read(history: History) -> None:
    """A symbolic link, a submodule and a file of 300 KiB stand in `skipped` with the reason; nothing else is lost."""
    history.add({FILE: "a", OTHER: Link("/etc/passwd"), "filings/big/filing.yaml": b"x" * 300 * 1024})
    history.git("read-tree", "main")
    history.git("update-index", "--add", "--cacheinfo", f"160000,{history.tip},filings/sub")
    tree = history.git("write-tree")
    history.raw_commit(f"tree {tree}\nauthor a <a> 1574049600 +0800\ncommitter a <a> 1574049600 +0800\n\nx\n".encode())
    opened = repository.open_repository(history.top)
    snapshot = repository.files_at(opened, history.tip)
    assert contents_at(opened, history.tip) == {FILE: b"a"}
    assert {path: reason.en.split()[-1] for path, reason in snapshot.skipped.items()} == {
        OTHER: "followed",
        "filings/sub": "followed",
        "filings/big/filing.yaml": "read",
    }


def test_versions_come_in_the_order_asked_for(history: History) -> None:
    """One stream gives every version, also the empty, the binary, and one asked for twice; a large one is None."""
    contents = [b"", b"\n", b"a\0b\n\n", "标".encode(), b"y" * (256 * 1024), b"y" * (256 * 1024 + 1)]
    history.add({f"filings/u{i}/filing.yaml": raw for i, raw in enumerate(contents)})
    ids = [history.git("rev-parse", f"main:filings/u{i}/filing.yaml") for i in range(len(contents))]
    asked = [*ids, ids[2]]
    found = list(repository.blobs(repository.open_repository(history.top), asked))
    assert [each for each, _ in found] == asked
    assert [raw for _, raw in found] == [*contents[:-1], None, contents[2]]
    assert list(repository.blobs(repository.open_repository(history.top), [])) == []


def test_a_stream_may_be_left_early(history: History) -> None:
    """Who needs only the first of many versions leaves no process behind."""
    history.add({f"filings/u{i}/filing.yaml": f"{i}" * 10_000 for i in range(50)})
    ids = [history.git("rev-parse", f"main:filings/u{i}/filing.yaml") for i in range(50)]
    stream = repository.blobs(repository.open_repository(history.top), ids)
    assert next(stream) == (ids[0], b"0" * 10_000)
    stream.close()


def test_the_folder_is_compared_by_its_bytes(history: History) -> None:
    """Changed, new and deleted documents are told apart; what is the same is not named."""
    history.add({FILE: "a", OTHER: "b", "xunbiao.yaml": "x", "units.yaml": "u"})
    history.checkout()
    (history.top / OTHER).unlink()
    given = [(FILE, b"a2"), ("xunbiao.yaml", b"x"), ("filings/new/filing.yaml", b"n")]
    assert repository.worktree_changes(repository.open_repository(history.top), given) == {
        FILE: WorkState.CHANGED,
        "filings/new/filing.yaml": WorkState.NEW,
        OTHER: WorkState.DELETED,
    }


def test_windows_line_ends_are_no_change(history: History) -> None:
    """A file that was checked out with CR LF is the same document."""
    history.add({FILE: "a\nb\n"})
    opened = repository.open_repository(history.top)
    assert repository.worktree_changes(opened, [(FILE, b"a\r\nb\r\n")]) == {}
    assert repository.worktree_changes(opened, [(FILE, b"a\r\nc\r\n")]) == {FILE: WorkState.CHANGED}


def test_a_sha256_repository_is_read_too(tmp_path: Path) -> None:
    """Ids of 64 digits are as good as those of 40."""
    top = tmp_path / "sha256"
    top.mkdir()
    history = History(top)
    history.git("init", "--quiet", "--object-format=sha256")
    history.git("symbolic-ref", "HEAD", "refs/heads/main")
    history.add({FILE: "a"})
    history.checkout()
    opened = repository.open_repository(top)
    assert len(repository.head(opened)) == 64
    assert repository.worktree_changes(opened, [(FILE, b"a")]) == {}
    assert [len(each.files) for each in repository.revisions(opened, history.tip)] == [1]


def test_only_what_a_branch_changed_counts(history: History) -> None:
    """Since REV means since HEAD's history left REV's: what main did meanwhile is not the branch's change."""
    root = history.add({FILE: "a", OTHER: "b"})
    history.git("branch", "work", root)
    history.add({OTHER: "changed on main"})
    history.git("symbolic-ref", "HEAD", "refs/heads/work")
    work = history.commit({FILE: "changed on the branch"}, parents=[root])
    history.git("update-ref", "refs/heads/work", work)
    opened = repository.open_repository(history.top)
    given = [(FILE, b"changed on the branch"), (OTHER, b"b")]
    assert repository.changed_since(opened, "main", given) == {FILE: WorkState.CHANGED}
    assert repository.changed_since(opened, "work", given) == {}
    assert repository.changed_since(opened, "work", [*given, ("filings/n/filing.yaml", b"n")]) == {
        "filings/n/filing.yaml": WorkState.NEW
    }


def test_unrelated_history_is_compared_as_it_stands(history: History) -> None:
    """Two histories without a common commit are compared tree to tree."""
    history.add({FILE: "a"})
    other = history.commit({FILE: "b", OTHER: "c"}, parents=[])
    (history.top / "filings").mkdir()
    assert repository.changed_since(repository.open_repository(history.top), other, [(FILE, b"a")]) == {
        FILE: WorkState.CHANGED,
        OTHER: WorkState.DELETED,
    }


def test_since_an_unknown_commit_is_refused(history: History) -> None:
    """A base that is not in the repository is named in the one line."""
    history.add({FILE: "a"})
    with pytest.raises(CannotGoOn, match="origin/main"):
        repository.changed_since(repository.open_repository(history.top), "origin/main", [])


def test_some_files_of_a_commit(history: History) -> None:
    """A few files can be read by path; what is not there is left out."""
    history.add({FILE: "a", OTHER: "b"})
    opened = repository.open_repository(history.top)
    assert repository.read_files(opened, history.tip, [OTHER, "filings/x/filing.yaml"]) == {OTHER: b"b"}


@pytest.mark.skipif(os.name == "nt", reason="no file descriptors to count")
def test_no_process_and_no_descriptor_is_left_behind(history: History) -> None:
    """After many questions as many descriptors are open as before."""
    history.add({FILE: "a"})
    opened = repository.open_repository(history.top)
    blob = history.git("rev-parse", f"main:{FILE}")
    before = len(os.listdir("/proc/self/fd")) if Path("/proc/self/fd").exists() else 0
    for _ in range(5):
        list(repository.blobs(opened, [blob]))
        list(repository.revisions(opened, history.tip))
    assert (len(os.listdir("/proc/self/fd")) if before else 0) == before


def test_a_roster_may_be_large(history: History) -> None:
    """units.yaml alone grows with the number of units: in git, too, it may be as large as in the folder."""
    roster = b"# x\n" * 100 * 1024
    history.add({"units.yaml": roster, FILE: b"x" * 300 * 1024, OTHER: "a"})
    opened = repository.open_repository(history.top)
    assert contents_at(opened, history.tip) == {"units.yaml": roster, OTHER: b"a"}
    assert repository.read_files(opened, history.tip, ("units.yaml", FILE)) == {"units.yaml": roster}
    history.add({"units.yaml": b"x" * (8 * 1024 * 1024 + 1)})
    assert "units.yaml" in repository.files_at(opened, history.tip).skipped
