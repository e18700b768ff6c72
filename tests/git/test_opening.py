"""Which repositories are opened, and what is said of those that cannot be (threats C3, C5, C6)."""

import os
import shutil
import subprocess
from pathlib import Path

import pytest

from xunbiao import repository
from xunbiao.errors import CannotGoOn

from .conftest import History, contents_at

FILE = "filings/scjgj/filing.yaml"


def tell_history(directory: Path) -> None:
    opened = repository.open_repository(directory)
    list(repository.revisions(opened, repository.head(opened)))


def refusal(directory: Path) -> str:
    with pytest.raises(CannotGoOn) as caught:
        tell_history(directory)
    message = caught.value.message
    assert caught.value.exit_code == 2
    assert "\n" not in message.zh + message.en
    return message.en


def test_the_campaign_may_lie_in_a_subfolder(history: History) -> None:
    """Paths are told relative to the campaign folder, wherever it lies in the repository."""
    history.add({f"市/{FILE}": "a", "other.txt": "b", FILE: "c"})
    history.checkout()
    opened = repository.open_repository(history.top / "市")
    snapshot = repository.files_at(opened, repository.head(opened))
    assert contents_at(opened, snapshot.id) == {FILE: b"a"}
    assert [change.path for each in repository.revisions(opened, snapshot.id) for change in each.files] == [FILE]


def test_a_worktree_is_a_repository(history: History, tmp_path: Path) -> None:
    """A linked work tree, whose .git is a file, is read like any other."""
    history.add({FILE: "a"})
    history.checkout()
    history.git("worktree", "add", "--quiet", "--detach", str(tmp_path / "second"))
    opened = repository.open_repository(tmp_path / "second")
    assert repository.head(opened) == history.tip


def test_a_submodule_is_a_repository_of_its_own(history: History, tmp_path: Path) -> None:
    """A campaign inside a submodule is read from the submodule, not from the repository around it."""
    history.add({FILE: "a"})
    outer = History(tmp_path / "outer")
    outer.top.mkdir()
    outer.git("init", "--quiet")
    outer.git("-c", "protocol.file.allow=always", "submodule", "--quiet", "add", str(history.top), "campaign")
    opened = repository.open_repository(outer.top / "campaign")
    assert repository.head(opened) == history.tip


def test_a_detached_head_can_be_read(history: History) -> None:
    """Reading needs a commit, not a branch."""
    history.add({FILE: "a"})
    history.git("checkout", "--quiet", "--detach", "main")
    assert repository.head(repository.open_repository(history.top)) == history.tip


def test_without_git_the_remedy_is_named(history: History, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """A machine without git hears where to get it."""
    monkeypatch.setenv("PATH", str(tmp_path))
    assert "install it" in refusal(history.top)


def test_git_in_a_relative_folder_of_path_is_not_run(
    history: History, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """A program called git in the current folder, which a repository could bring, is never run."""
    (tmp_path / "git").write_text("#!/bin/sh\n")
    (tmp_path / "git").chmod(0o755)
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("PATH", os.pathsep.join([".", ""]))
    assert "install it" in refusal(history.top)


def test_outside_a_repository_the_remedy_is_named(tmp_path: Path) -> None:
    """A plain folder is told apart from a repository."""
    assert "not in a git repository" in refusal(tmp_path)


def test_an_empty_git_folder_is_no_repository(tmp_path: Path) -> None:
    """A folder named .git alone makes no repository."""
    (tmp_path / ".git").mkdir()
    assert "not in a git repository" in refusal(tmp_path)


def test_a_bare_repository_is_named_as_such(history: History, tmp_path: Path) -> None:
    """A server's repository without work tree is refused with the advice to clone it."""
    history.add({FILE: "a"})
    subprocess.run(["git", "clone", "--quiet", "--bare", str(history.top), str(tmp_path / "bare")], check=True)
    assert "bare repository" in refusal(tmp_path / "bare")
    history.git("config", "core.bare", "true")
    assert "bare repository" in refusal(history.top)


def test_a_repository_without_commits_is_named_as_such(history: History) -> None:
    """An unborn branch has no history to tell."""
    assert "Commit once" in refusal(history.top)


def test_a_shallow_clone_is_refused_for_history(history: History, tmp_path: Path) -> None:
    """Where history is cut, dates of arrival would be wrong: it is said, with the remedy, but files can be read."""
    history.add({FILE: "a"})
    history.add({FILE: "b"})
    origin = f"file://{history.top}"
    subprocess.run(["git", "clone", "--quiet", "--depth=1", origin, str(tmp_path / "clone")], check=True)
    assert "fetch-depth: 0" in refusal(tmp_path / "clone")
    opened = repository.open_repository(tmp_path / "clone")
    assert contents_at(opened, repository.head(opened)) == {FILE: b"b"}


@pytest.mark.skipif(os.name == "nt" or os.geteuid() != 0, reason="only root can give a folder to somebody else")
def test_somebody_elses_repository_is_named_as_such(history: History) -> None:
    """git's refusal of a foreign repository becomes the command that trusts it."""
    history.add({FILE: "a"})
    for path in (history.top, history.top / ".git"):
        os.chown(path, 12345, 12345)
    assert f"safe.directory {history.top}" in refusal(history.top)


def test_variables_of_a_hook_do_not_mislead(history: History, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """GIT_DIR and its like, which git sets for a hook, do not make us read another repository."""
    history.add({FILE: "a"})
    other = History(tmp_path / "other")
    other.top.mkdir()
    other.git("init", "--quiet")
    monkeypatch.setenv("GIT_DIR", str(other.top / ".git"))
    monkeypatch.setenv("GIT_WORK_TREE", str(other.top))
    monkeypatch.setenv("GIT_INDEX_FILE", str(other.top / ".git" / "index"))
    assert repository.head(repository.open_repository(history.top)) == history.tip


def test_a_bare_repository_among_the_files_is_not_entered(history: History, tmp_path: Path) -> None:
    """A folder of the tree that looks like a bare repository, with a configuration of its own, is just files."""
    inner = history.top / "filings" / "scjgj"
    marker = tmp_path / "marker"
    for name in ("objects", "refs"):
        (inner / name).mkdir(parents=True)
    (inner / "HEAD").write_text("ref: refs/heads/main\n")
    (inner / "config").write_text(f'[core]\nbare = false\nworktree = {inner}\nfsmonitor = "touch {marker}"\n')
    history.add({FILE: "a"})
    assert repository.head(repository.open_repository(inner)) == history.tip
    assert not marker.exists()


def test_a_missing_object_is_named_as_damage(history: History) -> None:
    """A lost blob ends with advice to check the repository, not with a traceback or with silence."""
    history.add({FILE: "a" * 100})
    blob = history.git("rev-parse", f"main:{FILE}")
    loose = history.top / ".git" / "objects" / blob[:2] / blob[2:]
    loose.unlink()
    opened = repository.open_repository(history.top)
    with pytest.raises(CannotGoOn, match="git fsck"):
        contents_at(opened, history.tip)


def test_a_corrupt_object_is_named_as_damage(history: History) -> None:
    """A blob whose bytes rotted ends with the same advice."""
    history.add({FILE: "a" * 100})
    blob = history.git("rev-parse", f"main:{FILE}")
    loose = history.top / ".git" / "objects" / blob[:2] / blob[2:]
    loose.chmod(0o644)
    loose.write_bytes(loose.read_bytes()[:-9] + b"123456789")
    opened = repository.open_repository(history.top)
    with pytest.raises(CannotGoOn, match="git fsck"):
        contents_at(opened, history.tip)


def test_a_lost_commit_is_named_as_damage(history: History) -> None:
    """History that breaks off is not told as if it were whole."""
    first = history.add({FILE: "a"})
    history.add({FILE: "b"})
    (history.top / ".git" / "objects" / first[:2] / first[2:]).unlink()
    opened = repository.open_repository(history.top)
    with pytest.raises(CannotGoOn, match="git fsck"):
        list(repository.revisions(opened, history.tip))


def test_a_head_whose_commit_is_lost_is_named_as_damage(history: History) -> None:
    """Nobody is told to commit for the first time where the last commit is gone."""
    tip = history.add({FILE: "a"})
    (history.top / ".git" / "objects" / tip[:2] / tip[2:]).unlink()
    with pytest.raises(CannotGoOn, match="git fsck"):
        repository.head(repository.open_repository(history.top))


def test_a_partial_clone_fetches_nothing(history: History, tmp_path: Path) -> None:
    """Where blobs were left on the server, nothing is fetched and no program of the remote's settings runs."""
    history.add({FILE: "a"})
    history.git("config", "uploadpack.allowFilter", "true")
    origin, clone = f"file://{history.top}", tmp_path / "clone"
    subprocess.run(["git", "clone", "--quiet", "--no-checkout", "--filter=blob:none", origin, str(clone)], check=True)
    marker = tmp_path / "marker"
    partial = History(clone)
    partial.git("config", "remote.origin.url", f"ext::sh -c touch% {marker}")
    partial.git("config", "protocol.ext.allow", "always")
    opened = repository.open_repository(clone)
    with pytest.raises(CannotGoOn, match="partial clone"):
        contents_at(opened, history.tip)
    assert not marker.exists()
    partial.git("cat-file", "-p", f"main:{FILE}", ok=False)
    assert marker.exists(), "git alone would have run it"


def test_another_git_at_work_does_not_hinder_reading(history: History) -> None:
    """An index.lock is no business of commands that read."""
    history.add({FILE: "a"})
    history.checkout()
    (history.top / ".git" / "index.lock").touch()
    opened = repository.open_repository(history.top)
    assert repository.worktree_changes(opened, [(FILE, b"a")]) == {}
    assert len(list(repository.revisions(opened, history.tip))) == 1


def test_a_moved_git_folder_is_found(history: History, tmp_path: Path) -> None:
    """A .git file that points elsewhere is followed, as git does."""
    history.add({FILE: "a"})
    shutil.move(history.top / ".git", tmp_path / "elsewhere")
    (history.top / ".git").write_text(f"gitdir: {tmp_path / 'elsewhere'}\n")
    assert repository.head(repository.open_repository(history.top)) == history.tip
