"""Repository → GitPython, for what writes objects: commits and tags. Reading goes through `recipe`.

GitPython runs git too, with the settings of whatever repository it opens. So it gets the recipe's settings and
environment, is told where git is, and is only ever given full ids, names that we made, and texts on standard input.
It is imported here and nowhere else, since reading commands should not wait for it.
"""

import os
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from xunbiao.repository.place import Repository
from xunbiao.repository.recipe import SECONDS, Git
from xunbiao.repository.trouble import trouble

if TYPE_CHECKING:
    from git import Repo


def commit_tree(repository: Repository, git: Git, tree: str, parent: str | None, message: bytes, *, sign: bool) -> str:
    """A commit object on top of a parent, or a first one; returns its full id. Raises CannotGoOn."""
    parents = {"p": parent} if parent else {}
    with _writing(repository, git) as repo, _text(message) as given:
        made: str = repo.git.commit_tree(tree, istream=given, gpg_sign=sign, kill_after_timeout=SECONDS, **parents)
        return made.strip()


def create_tag(repository: Repository, git: Git, name: str, commit: str, message: bytes, *, sign: bool) -> None:
    """An annotated tag, signed or not; never moves one that is there. Raises CannotGoOn."""
    kind: Mapping[str, Any] = {"sign": True} if sign else {"annotate": True, "no_sign": True}
    with _writing(repository, git) as repo, _text(message) as given:
        # `-F -` is what the library calls unsafe: a file that somebody else names. Ours is standard input.
        repo.create_tag(
            name, commit, F="-", cleanup="verbatim", istream=given, kill_after_timeout=SECONDS,
            allow_unsafe_options=True, **kind,
        )  # fmt: skip


@contextmanager
def _writing(repository: Repository, git: Git) -> Iterator["Repo"]:
    """The repository in the library's hands, under the recipe; git's own complaint becomes CannotGoOn."""
    with _environment(git.environment | {"GIT_PYTHON_GIT_EXECUTABLE": git.program, "GIT_PYTHON_REFRESH": "quiet"}):
        from git import Repo, refresh
        from git.exc import GitCommandError, GitError

        refresh(git.program)
        try:
            with Repo(repository.top) as repo:
                repo.git.set_persistent_git_options(c=list(git.all_settings), no_replace_objects=True)
                yield repo
        except GitCommandError as error:
            raise trouble(str(error.stderr).strip().removeprefix("stderr: '").rstrip("'"), repository.top) from None
        except GitError as error:
            raise trouble(str(error), repository.top) from None


@contextmanager
def _environment(wanted: Mapping[str, str]) -> Iterator[None]:
    """Only these variables for a while: the library hands down whatever the process has, GIT_DIR of a hook included."""
    before = dict(os.environ)
    try:
        os.environ.clear()
        os.environ.update(wanted)
        yield
    finally:
        os.environ.clear()
        os.environ.update(before)


@contextmanager
def _text(message: bytes) -> Iterator[Any]:
    with tempfile.TemporaryFile() as given:
        given.write(message)
        given.seek(0)
        yield given
