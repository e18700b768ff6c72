"""Making a repository and a whole history, the same everywhere."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from xunbiao import repository
from xunbiao.errors import CannotGoOn
from xunbiao.model.history import NewCommit, Signature

from .conftest import NOON, History

FILE = "filings/scjgj/filing.yaml"


def commit(hours: int, files: dict[str, bytes | None], **more: str) -> NewCommit:
    author = Signature(more.pop("author", "李某"), "li@example.cn", NOON + timedelta(hours=hours))
    committer = Signature("收件人", "office@example.cn", NOON + timedelta(hours=hours + 1))
    return NewCommit(author, committer, more.pop("message", "报送"), files, **more)


def story() -> list[NewCommit]:
    return [
        commit(0, {"xunbiao.yaml": b"x\n", FILE: b"a\n", "filings/gsj/filing.yaml": "申报表\n".encode()}),
        commit(2, {FILE: b"b\n"}, branch="scjgj"),
        commit(3, {"filings/gsj/filing.yaml": None, "units.yaml": b"u\n"}),
        commit(4, {}, merges="scjgj", message="合并\n\n正文"),
    ]


def test_a_story_is_written_and_checked_out(tmp_path: Path) -> None:
    """Commits on main and on a branch, with deletions and a merge, end in a clean work tree on main."""
    made = repository.create(tmp_path / "示例")
    tip = repository.write_commits(made, story())
    history = History(tmp_path / "示例")
    assert history.git("log", "--format=%an %cn %s", "--first-parent") == "\n".join(
        ["李某 收件人 合并", "李某 收件人 报送", "李某 收件人 报送"]
    )
    assert history.git("status", "--porcelain") == ""
    assert history.git("branch", "--format=%(refname:short)") == "main"
    assert (tmp_path / "示例" / FILE).read_bytes() == b"b\n"
    assert not (tmp_path / "示例" / "filings" / "gsj").exists()
    assert repository.head(made) == tip
    assert history.git("log", "-1", "--format=%at %ai") == "1574064000 2019-11-18 16:00:00 +0800"


def test_equal_stories_get_equal_ids(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Neither the machine's clock nor its owner's settings show in the ids; the id is known beforehand."""
    first = repository.write_commits(repository.create(tmp_path / "one"), story())
    monkeypatch.setenv("TZ", "America/New_York")
    home = tmp_path / "home"
    home.mkdir()
    (home / ".gitconfig").write_text(
        "[user]\nname = x\nemail = y\n[core]\nautocrlf = true\neol = crlf\n[i18n]\ncommitEncoding = GBK\n"
        "[init]\ndefaultBranch = trunk\ndefaultObjectFormat = sha256\n[commit]\ngpgSign = true\n"
    )
    monkeypatch.setenv("HOME", str(home))
    assert repository.write_commits(repository.create(tmp_path / "two"), story()) == first
    assert (tmp_path / "two" / FILE).read_bytes() == b"b\n"


def test_a_repository_that_is_there_stays_as_it_is(history: History) -> None:
    """Creating where a repository is leaves its branch and its history alone."""
    history.add({FILE: "a"})
    history.git("branch", "--move", "main", "trunk")
    assert repository.head(repository.create(history.top)) == history.tip
    assert history.git("symbolic-ref", "--short", "HEAD") == "trunk"


def test_a_new_repository_has_no_hooks(tmp_path: Path) -> None:
    """Nothing of a template folder finds its way into a new campaign."""
    template = tmp_path / "template" / "hooks"
    template.mkdir(parents=True)
    (template / "pre-commit").write_text("#!/bin/sh\nexit 1\n")
    made = repository.create(tmp_path / "new")
    History(tmp_path / "new").git("config", "init.templateDir", str(tmp_path / "template"))
    assert not (made.top / ".git" / "hooks").exists()


def test_a_place_that_cannot_be_made_is_named(tmp_path: Path) -> None:
    """A file in the way is one clear line."""
    (tmp_path / "file").touch()
    with pytest.raises(CannotGoOn, match="Cannot make the folder"):
        repository.create(tmp_path / "file" / "campaign")


def test_writing_goes_on_from_what_is_there(tmp_path: Path) -> None:
    """A second story is told on top of the first one."""
    made = repository.create(tmp_path / "r")
    first = repository.write_commits(made, story()[:1])
    repository.write_commits(made, [commit(9, {FILE: b"later\n"})])
    assert History(tmp_path / "r").git("rev-parse", "main~1") == first
    assert (tmp_path / "r" / FILE).read_bytes() == b"later\n"


def test_a_campaign_in_a_subfolder_is_written_there(history: History) -> None:
    """Paths are those of the campaign, wherever its folder lies."""
    history.add({"README.md": "r"})
    history.checkout()
    (history.top / "市").mkdir()
    opened = repository.open_repository(history.top / "市")
    repository.write_commits(opened, [commit(0, {FILE: b"a\n", 'filings/a"\\b/x.yaml': b"q"})])
    assert (history.top / "市" / FILE).read_bytes() == b"a\n"
    assert (history.top / "市" / 'filings/a"\\b/x.yaml').read_bytes() == b"q"
    assert (history.top / "README.md").exists()


def test_a_time_without_a_zone_is_refused(tmp_path: Path) -> None:
    """Such a time would be another instant on another machine."""
    naive = Signature("李某", "a@b", datetime(2019, 11, 18))
    with pytest.raises(ValueError, match="time zone"):
        repository.write_commits(repository.create(tmp_path), [NewCommit(naive, naive, "x", {})])


def test_names_cannot_break_out_of_a_commit(tmp_path: Path) -> None:
    """Angle brackets and line feeds in a name or message stay inside their field."""
    made = repository.create(tmp_path)
    who = Signature("a<b>\ncommitter x <y> 0 +0000", "c>\nd", datetime(2020, 1, 1, tzinfo=UTC))
    message = "data 5\ncommit refs/heads/evil\n"
    repository.write_commits(made, [NewCommit(who, who, message, {FILE: b"data 3\nabc"})])
    (revision,) = repository.revisions(made, repository.head(made))
    assert (revision.commit.author, revision.commit.email) == ("abcommitter x y 0 +0000", "cd")
    assert History(tmp_path).git("branch", "--format=%(refname:short)") == "main"
