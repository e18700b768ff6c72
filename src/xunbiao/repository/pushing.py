"""commit → remote: pushes the branch; where the remote has moved on, puts the commit on top of others' work.

This is the one place that talks to a network. Programs for it (ssh, credential helpers) come from the user's own
settings; the repository says only where the remote is, and a remote inside the work tree is refused, since pushing to
a folder runs the hooks that lie there.
"""

import os
import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from xunbiao.errors import CannotGoOn
from xunbiao.repository import library
from xunbiao.repository.committing import index_lines, tree_with
from xunbiao.repository.filters import without_filters
from xunbiao.repository.objects import entries
from xunbiao.repository.place import Repository, commit_id
from xunbiao.repository.recipe import Git
from xunbiao.repository.signing import is_set, own_programs, own_setting
from xunbiao.repository.trouble import trouble

_ATTEMPTS = 3
_REMOTE = re.compile(r"[A-Za-z0-9_][A-Za-z0-9_./-]*")
_BEHIND = ("fetch first", "non-fast-forward", "stale info", "cannot lock ref", "failed to update ref")
_PROTOCOLS = "https:http:ssh:file"
_PUSH = ("push", "--porcelain", "--no-verify", "--receive-pack=git-receive-pack")
_SETTINGS = ("protocol.allow=user", "push.recurseSubmodules=no", "push.gpgSign=false", "push.followTags=false")


@dataclass(frozen=True, slots=True)
class Pushed:
    """Where a commit went, and its id there: another one where it was put on top of others' work."""

    remote: str
    branch: str
    commit: str
    was_rebased: bool


@dataclass(frozen=True, slots=True)
class _Target:
    remote: str
    branch: str
    reference: str

    @property
    def tracking(self) -> str:
        return f"refs/remotes/{self.remote}/{self.reference.removeprefix('refs/heads/')}"


def push(repository: Repository, commit: str, files: Mapping[str, bytes], folder: str) -> Pushed:
    """Push the branch whose tip is `commit` (a full id), which holds `files` in `folder` (campaign-relative).

    Where the remote has moved on by what lies outside `folder` alone, the commit is made anew on top of that, and the
    folder follows. Raises CannotGoOn, leaving the commit where it is, where somebody else changed the same folder,
    where other commits wait to be pushed, and where the remote refuses or cannot be reached.
    """
    target = _target(repository)
    git = _networked(repository)
    first = commit
    for _ in range(_ATTEMPTS):
        refspec = f"{commit}:{target.reference}"
        answer = git.try_(*_PUSH, target.remote, refspec)
        if answer.code == 0:
            repository.git.try_("update-ref", target.tracking, commit)
            return Pushed(target.remote, target.reference.removeprefix("refs/heads/"), commit, commit != first)
        said = answer.complaint + answer.out.decode("utf-8", "replace")
        if not any(word in said for word in _BEHIND):
            raise _refused(target, said, repository)
        theirs = _fetched(repository, git, target)
        commit = _on_top(repository, target, commit, theirs, files, folder)
    raise CannotGoOn(
        "远程一直有新的提交，没有上传成功；提交已保存在本地，请稍后再运行 git push。",
        "The remote keeps moving; nothing was pushed. The commit is kept here: run git push later.",
    )


def _target(repository: Repository) -> _Target:
    """Where the current branch is pushed to: its upstream, else the same name at origin."""
    git = repository.git
    branch = git.ask("symbolic-ref", "HEAD").decode("utf-8", "surrogateescape").strip()
    short = branch.removeprefix("refs/heads/")
    remote = _setting(git, f"branch.{short}.remote") or "origin"
    reference = _setting(git, f"branch.{short}.merge") or branch
    url = _setting(git, f"remote.{remote}.url") if _REMOTE.fullmatch(remote) else ""
    if not url or not reference.startswith("refs/heads/"):
        raise CannotGoOn(
            "还没有设远程仓库，无法上传。请先运行 git remote add origin 地址；提交已保存在本地。",
            "There is no remote to push to: run git remote add origin URL first. The commit is kept here.",
        )
    if _is_inside(repository, url):
        raise CannotGoOn(
            f"远程 {remote} 指向工作区内部，不予上传。", f"The remote {remote} lies in the work tree itself."
        )
    return _Target(remote, branch, reference)


def _is_inside(repository: Repository, url: str) -> bool:
    """Whether a remote is a folder of this very work tree; `host:path` and `scheme://` are none."""
    path = url.removeprefix("file://")
    if "://" in path or ":" in path.partition("/")[0]:
        return False
    place = Path(os.path.realpath(repository.top / path))
    return place.is_relative_to(os.path.realpath(repository.top))


def _setting(git: Git, name: str) -> str:
    return git.try_("config", "--get", name).out.decode("utf-8", "surrogateescape").strip()


def _networked(repository: Repository) -> Git:
    """git that may reach a network, with the user's own programs for it and nobody else's."""
    own = repository.git
    helpers = own.try_("config", "--global", "--includes", "--get-all", "credential.helper").out.decode().split("\n")
    # An empty helper forgets all that were named before it, those of the repository included.
    settings = (*_SETTINGS, "credential.helper=", *(f"credential.helper={each}" for each in helpers if each))
    variables = {
        "GIT_ALLOW_PROTOCOL": _PROTOCOLS,
        "GIT_SSH_COMMAND": os.environ.get("GIT_SSH_COMMAND") or own_setting(own, "core.sshCommand") or "ssh",
        "GIT_ASKPASS": os.environ.get("GIT_ASKPASS", "") or own_setting(own, "core.askPass"),
    }
    return replace(own, settings=settings, variables=variables)


def _fetched(repository: Repository, git: Git, target: _Target) -> str:
    refspec = f"+{target.reference}:{target.tracking}"
    options = ("--no-tags", "--no-recurse-submodules", "--no-auto-gc", "--upload-pack=git-upload-pack")
    git.ask("fetch", "--quiet", *options, target.remote, refspec)
    return commit_id(repository, target.tracking) or ""


def _on_top(
    repository: Repository, target: _Target, commit: str, theirs: str, files: Mapping[str, bytes], folder: str
) -> str:
    """The commit made anew on top of theirs; the branch, the index and the folder follow."""
    git = repository.git
    base = commit_id(repository, f"{commit}^") or ""
    if not base or git.try_("merge-base", "--is-ancestor", base, theirs).code:
        raise CannotGoOn(
            "远程有新的提交，本地也还有别的提交没有上传，不能自动合并。请先运行 git pull --rebase，再运行 git push。",
            "The remote has moved on, and other commits wait here as well: run git pull --rebase, then git push.",
        )
    before, after = ({each.path: each.blob for each in entries(repository, id_, (folder,))} for id_ in (base, theirs))
    if before != after:
        changed = sorted(path for path in {*before, *after} if before.get(path) != after.get(path))
        raise CannotGoOn(
            f"别人已经改过本单位的材料：{'、'.join(changed)}。没有上传；提交已保存在本地。"
            "请先运行 git pull，核对两边的改动，再上传。",
            f"Somebody else has changed this unit's documents: {', '.join(changed)}. Nothing was pushed; the commit is "
            "kept here. Run git pull, look at both sides, then push.",
        )
    made = _made_anew(repository, commit, theirs, files)
    plain = replace(git, settings=without_filters(git))
    moved = plain.try_("read-tree", "-m", "-u", commit, made)
    if moved.code:
        raise CannotGoOn(
            "远程有其他单位的新材料，与文件夹里未提交的改动冲突。没有上传；"
            "请先处理那些改动，再运行 git pull --rebase 和 git push。",
            "Other units' new work meets uncommitted changes in this folder. Nothing was pushed: settle them, then run "
            "git pull --rebase and git push.",
        )
    git.ask("update-ref", "-m", "submit: on top of others' work", target.branch, made, commit)
    return made


def _made_anew(repository: Repository, commit: str, theirs: str, files: Mapping[str, bytes]) -> str:
    """The same author, date and message, with the same files, on another parent."""
    git = repository.git
    raw = git.ask("cat-file", "commit", commit)
    header, _, message = raw.partition(b"\n\n")
    found = re.search(rb"^author (.*) <(.*)> (\d+ [+-]\d{4})$", header, re.MULTILINE)
    name, email, at = (part.decode("utf-8", "replace") for part in found.groups()) if found else ("", "", "")
    variables = {"GIT_AUTHOR_NAME": name, "GIT_AUTHOR_EMAIL": email, "GIT_AUTHOR_DATE": f"@{at}"} if found else {}
    tree = tree_with(git, theirs, index_lines(git, files, repository.prefix))
    signer = replace(git, settings=("user.useConfigOnly=true", *own_programs(git)), variables=variables)
    sign = is_set(git, "commit.gpgSign")
    return library.commit_tree(repository, signer, tree, theirs, message, sign=sign)


def _refused(target: _Target, said: str, repository: Repository) -> CannotGoOn:
    """The remote's own word: a protected branch, no rights, no such host."""
    if "[remote rejected]" in said or "protected" in said:
        return CannotGoOn(
            f"远程不接受直接上传到 {target.reference.removeprefix('refs/heads/')}（多半是受保护分支）。"
            "提交已保存在本地：请新建分支上传（git push origin HEAD:refs/heads/分支名），再发起合并请求。",
            f"The remote takes no direct push to {target.reference.removeprefix('refs/heads/')} (a protected branch?). "
            "The commit is kept here: push it to a branch of its own and open a merge request.",
        )
    return trouble(said, repository.top)
