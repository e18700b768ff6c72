"""documents → one commit on top of HEAD that holds these paths and nothing else, whatever else is staged."""

import os
import tempfile
from collections.abc import Iterable, Mapping
from dataclasses import replace
from pathlib import Path

from xunbiao.errors import CannotGoOn
from xunbiao.repository import library
from xunbiao.repository.filters import without_filters
from xunbiao.repository.objects import with_line_feeds
from xunbiao.repository.place import Repository, commit_id
from xunbiao.repository.recipe import Git
from xunbiao.repository.signing import is_set, own_programs
from xunbiao.repository.trouble import busy

_NOTHING = "0" * 40
_UNDER_WAY = ("MERGE_HEAD", "CHERRY_PICK_HEAD", "REVERT_HEAD", "REBASE_HEAD")


def submitter(repository: Repository) -> str:
    """Who a commit would name as its author, `NAME <EMAIL>`. Raises CannotGoOn where git does not know."""
    return _identity(_writing(repository), "GIT_AUTHOR_IDENT")


def commit_paths(
    repository: Repository,
    files: Mapping[str, bytes],
    message: str,
    trailers: Iterable[tuple[str, str]] = (),
    author: str = "",
) -> str:
    """Commit these files (campaign-relative path → bytes) on top of HEAD and return the commit's full id.

    Nothing else goes into the commit, and what else is staged stays staged. No hook and no filter of the repository
    runs; lines end in LF in git, as everywhere. The author is git's own user, under the name `author` where one is
    given; where commits are to be signed (commit.gpgsign), this one is, with programs that the user's own settings
    name, never the repository's. Raises CannotGoOn on a detached HEAD, in the middle of a merge or rebase, while
    another git is at work, and where git does not know who the user is.
    """
    git = _writing(repository)
    branch = _branch(repository)
    for role in ("GIT_AUTHOR_IDENT", "GIT_COMMITTER_IDENT"):
        _identity(git, role)
    parent = commit_id(repository, "HEAD")
    changes = index_lines(git, files, repository.prefix)
    tree = tree_with(git, parent, changes)
    sign = is_set(git, "commit.gpgSign")
    named = {"GIT_AUTHOR_NAME": author} if author else {}
    signer = replace(git, settings=git.settings + own_programs(git), variables=named)
    commit = library.commit_tree(repository, signer, tree, parent, _message(message, trailers), sign=sign)
    # The index first: while another git holds it, nothing has happened yet.
    git.ask("update-index", "-z", "--index-info", given=changes)
    moved = git.try_("update-ref", "-m", f"submit: {message.splitlines()[0]}", branch, commit, parent or _NOTHING)
    if moved.code:
        raise _moved_on() if "but expected" in moved.complaint else busy()
    return commit


def _writing(repository: Repository) -> Git:
    """git for writing: a name and an address are the user's to give, never to be guessed from the machine."""
    return replace(repository.git, settings=("user.useConfigOnly=true", *without_filters(repository.git)))


def _branch(repository: Repository) -> str:
    answer = repository.git.try_("symbolic-ref", "--quiet", "HEAD")
    if answer.code:
        raise CannotGoOn(
            "当前不在任何分支上（HEAD 游离），提交会丢失。请先运行 git switch main。",
            "HEAD is detached, so the commit would belong to no branch. Run git switch main first.",
        )
    if any(_exists(repository, name) for name in (*_UNDER_WAY, "rebase-merge", "rebase-apply")):
        raise CannotGoOn(
            "合并或变基尚未完成。请先完成（git commit、git rebase --continue）或放弃（--abort）后再报送。",
            "A merge or rebase is under way. Finish it (git commit, git rebase --continue) or abort it first.",
        )
    return answer.out.decode("utf-8", "surrogateescape").strip()


def _exists(repository: Repository, name: str) -> bool:
    place = repository.git.ask("rev-parse", "--git-path", name).decode("utf-8", "surrogateescape").strip()
    return (repository.top / place).exists()


def _identity(git: Git, role: str) -> str:
    answer = git.ask("var", role).decode("utf-8", "replace")
    return answer.rpartition(">")[0] + ">"


def index_lines(git: Git, files: Mapping[str, bytes], prefix: str) -> bytes:
    """The files as `update-index --index-info` reads them; their bytes go into the repository on the way."""
    lines = []
    for path, raw in files.items():
        written = git.ask("hash-object", "-w", "--stdin", "--no-filters", given=with_line_feeds(raw))
        lines.append(b"100644 %s\t%s\0" % (written.strip(), os.fsencode(prefix + path)))
    return b"".join(lines)


def tree_with(git: Git, parent: str | None, changes: bytes) -> str:
    """HEAD's tree with the changes, made in an index of its own, so that the user's is not touched."""
    with tempfile.TemporaryDirectory(prefix="xunbiao-") as folder:
        own = replace(git, variables={"GIT_INDEX_FILE": str(Path(folder) / "index")})
        own.ask("read-tree", *([parent] if parent else ["--empty"]))
        own.ask("update-index", "-z", "--index-info", given=changes)
        return own.ask("write-tree").decode().strip()


def _message(message: str, trailers: Iterable[tuple[str, str]]) -> bytes:
    lines = "".join(f"{key}: {' '.join(value.split())}\n" for key, value in trailers)
    return f"{message.strip()}\n{lines and chr(10)}{lines}".encode()


def _moved_on() -> CannotGoOn:
    return CannotGoOn(
        "提交期间仓库已有新的提交。请再报送一次。", "Meanwhile somebody else committed here. Submit once more."
    )
