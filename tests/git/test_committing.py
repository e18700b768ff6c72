"""One unit's files in one commit, and nothing else touched."""

from pathlib import Path

import pytest

from xunbiao import repository
from xunbiao.errors import CannotGoOn

from .conftest import History

FILE = "filings/scjgj/filing.yaml"
OTHER = "filings/fgw/filing.yaml"


@pytest.fixture
def ready(history: History, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> History:
    """A campaign with two filings, checked out, and a person whom git knows."""
    history.add({FILE: "a\n", OTHER: "b\n", "xunbiao.yaml": "x\n"})
    history.checkout()
    home = tmp_path / "home"
    home.mkdir()
    (home / ".gitconfig").write_text("[user]\nname = 李某\nemail = li@example.cn\n")
    monkeypatch.setenv("HOME", str(home))
    return history


def commit(history: History, files: dict[str, bytes] | None = None, folder: str = "") -> str:
    opened = repository.open_repository(history.top / folder)
    return repository.commit_paths(opened, files or {FILE: b"new\n"}, "报送", [("Xunbiao-Unit", "scjgj")])


def changed(history: History) -> list[str]:
    return history.git("diff-tree", "--no-commit-id", "--name-only", "-r", "-z", "HEAD").split("\0")[:-1]


def test_only_the_given_files_are_committed(ready: History) -> None:
    """What else is staged stays staged, what is changed stays changed, and the submitted file is clean."""
    (ready.top / FILE).write_text("new\n")
    (ready.top / OTHER).write_text("staged\n")
    (ready.top / "note.txt").write_text("staged too\n")
    ready.git("add", OTHER, "note.txt")
    (ready.top / "xunbiao.yaml").write_text("unstaged\n")
    id_ = commit(ready)
    assert ready.git("rev-parse", "main") == id_
    assert ready.git("rev-parse", "main~1") == ready.tip
    assert changed(ready) == [FILE]
    states = ready.git("status", "--porcelain").split("\n")
    assert sorted(each.strip() for each in states) == sorted([f"M  {OTHER}", "A  note.txt", "M xunbiao.yaml"])
    assert (ready.top / FILE).read_text() == "new\n"


def test_author_message_and_trailers_are_written(ready: History) -> None:
    """The commit is the user's own, in UTF-8, its trailers in a last paragraph that git reads as such."""
    commit(ready)
    assert ready.git("log", "-1", "--format=%an <%ae> %s") == "李某 <li@example.cn> 报送"
    assert ready.git("log", "-1", "--format=%(trailers:only)") == "Xunbiao-Unit: scjgj"
    assert repository.submitter(repository.open_repository(ready.top)) == "李某 <li@example.cn>"


def test_a_trailer_stays_on_its_line(ready: History) -> None:
    """A line feed in a value cannot start a trailer of its own."""
    opened = repository.open_repository(ready.top)
    repository.commit_paths(opened, {FILE: b"n\n"}, "报送", [("Xunbiao-Unit", "a\nXunbiao-Unit: b"), ("X", "y")])
    (*_, last) = repository.revisions(opened, repository.head(opened))
    assert last.commit.trailers == {"Xunbiao-Unit": ("a Xunbiao-Unit: b",), "X": ("y",)}


def test_new_files_and_several_at_once(ready: History) -> None:
    """A first report and a changed filing go into one commit."""
    commit(ready, {FILE: b"new\n", "filings/scjgj/2019Q4.yaml": "季报\n".encode()})
    assert changed(ready) == ["filings/scjgj/2019Q4.yaml", FILE]


def test_a_campaign_in_a_subfolder_commits_there(history: History, ready: History) -> None:
    """Called in a subfolder of a repository, the paths are those of the campaign."""
    history.add({f"市/{FILE}": "a\n"})
    history.checkout()
    commit(ready, folder="市")
    assert changed(ready) == [f"市/{FILE}"]


def test_a_linked_worktree_commits_to_its_own_branch(ready: History, tmp_path: Path) -> None:
    """In a second work tree the commit goes on that tree's branch; the first one is not touched."""
    ready.git("worktree", "add", "--quiet", "-b", "work", str(tmp_path / "second"))
    id_ = repository.commit_paths(repository.open_repository(tmp_path / "second"), {FILE: b"new\n"}, "报送")
    assert ready.git("rev-parse", "work") == id_
    assert ready.git("rev-parse", "main") == ready.tip
    assert ready.git("status", "--porcelain") == ""


def test_lines_end_in_lf_in_git(ready: History) -> None:
    """A file written on Windows is committed with LF, as .gitattributes would have it."""
    commit(ready, {FILE: b"a\r\nb\r\n"})
    assert ready.git("cat-file", "blob", f"HEAD:{FILE}") == "a\nb"


def test_the_first_commit_of_all(tmp_path: Path, ready: History) -> None:
    """On an unborn branch the commit has no parent."""
    made = repository.create(tmp_path / "new")
    id_ = repository.commit_paths(made, {"xunbiao.yaml": b"x\n"}, "建立活动")
    assert repository.head(made) == id_
    assert History(tmp_path / "new").git("rev-list", "--count", "main") == "1"
    assert ready.git("rev-parse", "main") == ready.tip


def refusal(history: History) -> str:
    with pytest.raises(CannotGoOn) as caught:
        commit(history)
    assert history.git("rev-parse", "main") == history.tip
    return caught.value.message.en


def test_without_a_name_nothing_is_committed(ready: History, tmp_path: Path) -> None:
    """Nobody submits as root@localhost: the two commands that set a name are given."""
    (tmp_path / "home" / ".gitconfig").write_text("[user]\nname = 李某\n")
    assert "user.email" in refusal(ready)
    (tmp_path / "home" / ".gitconfig").write_text("[user]\nemail = li@example.cn\n")
    assert "user.name" in refusal(ready)


def test_on_a_detached_head_nothing_is_committed(ready: History) -> None:
    """A commit that belongs to no branch would be lost."""
    ready.git("checkout", "--quiet", "--detach")
    assert "git switch main" in refusal(ready)


def test_in_the_middle_of_a_merge_nothing_is_committed(ready: History) -> None:
    """A merge or rebase is finished or aborted first."""
    (ready.top / ".git" / "MERGE_HEAD").write_text(f"{ready.tip}\n")
    assert "merge or rebase" in refusal(ready)
    (ready.top / ".git" / "MERGE_HEAD").unlink()
    (ready.top / ".git" / "rebase-merge").mkdir()
    assert "merge or rebase" in refusal(ready)


def test_while_another_git_is_at_work_nothing_is_committed(ready: History) -> None:
    """A lock on the index or on the branch is named, and nothing has happened."""
    lock = ready.top / ".git" / "index.lock"
    lock.touch()
    assert "index.lock" in refusal(ready)
    lock.unlink()
    lock = ready.top / ".git" / "refs" / "heads" / "main.lock"
    lock.touch()
    assert "Another git process" in refusal(ready)


def signer(folder: Path, name: str, *, works: bool = True) -> Path:
    """A program that signs as gpg does, and tells that it was run."""
    program = folder / name
    status = "echo '[GNUPG:] SIG_CREATED D' >&2; echo '-----BEGIN PGP SIGNATURE-----'" if works else "exit 1"
    program.write_text(f"#!/bin/sh\ncat >/dev/null\ntouch {folder / name}.ran\n{status}\n")
    program.chmod(0o755)
    return program


def test_commits_are_signed_where_the_user_signs(ready: History, tmp_path: Path) -> None:
    """commit.gpgSign is heeded, with the program of the user's own settings, not with the repository's."""
    mine, theirs = signer(tmp_path, "mine"), signer(tmp_path, "theirs")
    config = tmp_path / "home" / ".gitconfig"
    config.write_text(config.read_text() + f"[commit]\ngpgSign = true\n[gpg]\nprogram = {mine}\n")
    ready.git("config", "gpg.program", str(theirs))
    ready.git("config", "gpg.openpgp.program", str(theirs))
    commit(ready)
    assert "gpgsig -----BEGIN PGP SIGNATURE-----" in ready.git("cat-file", "commit", "HEAD")
    assert (tmp_path / "mine.ran").exists()
    assert not (tmp_path / "theirs.ran").exists()


def test_a_signature_that_fails_commits_nothing(ready: History, tmp_path: Path) -> None:
    """Who wants signed commits gets no unsigned one."""
    config = tmp_path / "home" / ".gitconfig"
    program = signer(tmp_path, "broken", works=False)
    config.write_text(config.read_text() + f"[commit]\ngpgSign = true\n[gpg]\nprogram = {program}\n")
    assert "sign" in refusal(ready)


def test_a_branch_that_moved_meanwhile_is_not_overwritten(ready: History, monkeypatch: pytest.MonkeyPatch) -> None:
    """Somebody else's commit between reading and writing stays; the user is asked to submit once more."""
    opened = repository.open_repository(ready.top)
    from xunbiao.repository import committing

    real = committing.own_programs
    moved: list[str] = []

    def meanwhile(git: object) -> object:
        moved.append(ready.add({OTHER: "theirs\n"}))
        return real(git)  # type: ignore[arg-type]

    monkeypatch.setattr(committing, "own_programs", meanwhile)
    with pytest.raises(CannotGoOn, match="Submit once more"):
        repository.commit_paths(opened, {FILE: b"new\n"}, "报送")
    assert ready.git("rev-parse", "main") == moved[0]
