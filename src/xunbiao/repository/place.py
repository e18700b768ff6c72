"""folder → Repository: where the campaign lies in which work tree, and what its names of commits stand for."""

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from xunbiao.errors import CannotGoOn
from xunbiao.model.language import Phrase
from xunbiao.repository.recipe import Git, find_git
from xunbiao.repository.trouble import bare, damaged, no_repository, shallow


@dataclass(frozen=True, slots=True)
class Repository:
    """A git work tree and the campaign in it: `prefix` is the way from the top to the campaign folder, `` or `a/b/`."""

    git: Git
    directory: Path
    prefix: str
    is_shallow: bool

    @property
    def top(self) -> Path:
        return self.git.top


def find_top(directory: Path) -> Path | None:
    """The work tree that holds a folder: the nearest folder above with a `.git`; None if there is none.

    Looked for here and not by git, which would stop at a bare repository that lies in the tree as mere files.
    """
    directory = directory.resolve()
    return next((each for each in (directory, *directory.parents) if (each / ".git").exists()), None)


def open_repository(directory: Path) -> Repository:
    """The repository around a campaign folder.

    Raises CannotGoOn without git, outside a repository, in a bare one and in one that belongs to somebody else.
    """
    program = find_git()
    directory = directory.resolve()
    top = find_top(directory)
    if top is None:
        raise (
            bare(directory)
            if (directory / "HEAD").is_file() and (directory / "objects").is_dir()
            else (no_repository(directory))
        )
    git = Git(program, top)
    inside, is_shallow = git.ask("rev-parse", "--is-inside-work-tree", "--is-shallow-repository").split()
    if inside != b"true":
        raise bare(top)
    below = directory.relative_to(top).as_posix()
    return Repository(git, directory, "" if below == "." else f"{below}/", is_shallow == b"true")


def resolve(repository: Repository, rev: str) -> str:
    """The full id of the commit that a user's name for it stands for. Raises CannotGoOn for what names none."""
    found = commit_id(repository, rev) if rev and rev.isprintable() else None
    if found is None:
        shown = "".join(each if each.isprintable() else "?" for each in rev)[:100]
        cut = (
            Phrase("（浅克隆，历史不完整）", " (this is a shallow clone)") if repository.is_shallow else Phrase("", "")
        )
        raise CannotGoOn(
            f"找不到提交“{shown}”{cut.zh}：请给出提交号、标签或分支名，可用 git log --oneline 查看。",
            f"No commit “{shown}”{cut.en}: give an id, tag or branch; git log --oneline lists them.",
        )
    return found


def head(repository: Repository) -> str:
    """The full id of HEAD. Raises CannotGoOn while nothing has been committed, and where HEAD's commit is lost."""
    found = commit_id(repository, "HEAD")
    if found is None and repository.git.try_("rev-parse", "--verify", "--quiet", "HEAD").code == 0:
        raise damaged(repository.top)
    if found is None:
        raise CannotGoOn(
            "仓库里还没有提交。请先提交一次：git add -A && git commit -m 建立活动",
            'Nothing has been committed yet. Commit once: git add -A && git commit -m "Start the campaign"',
        )
    return found


def commit_id(repository: Repository, rev: str) -> str | None:
    """The commit's full id, or None. From here on only ids go to git, so that no name can be taken for an option."""
    arguments = ("rev-parse", "--verify", "--quiet", "--end-of-options", f"{rev}^{{commit}}")
    answer = repository.git.try_(*arguments)
    found = answer.out.strip().decode("ascii", "replace")
    is_id = len(found) in (40, 64) and all(each in "0123456789abcdef" for each in found)
    return found if answer.code == 0 and is_id else None


def last_arrived_by(repository: Repository, rev: str, instant: datetime) -> str | None:
    """The last commit on the first-parent line of `rev` (a full id) that had arrived by an instant; None before all."""
    require_whole_history(repository)
    listing = repository.git.ask("log", "--first-parent", "--no-decorate", "--no-color", "--format=%H %ct", rev)
    for line in listing.decode("ascii", "replace").splitlines():
        commit, _, seconds = line.partition(" ")
        if seconds.isdecimal() and int(seconds) <= instant.timestamp():
            return commit
    return None


def require_whole_history(repository: Repository) -> None:
    """Raises CannotGoOn in a shallow clone, whose dates of arrival and first versions would be wrong."""
    if repository.is_shallow:
        raise shallow()


def rewritings(repository: Repository) -> tuple[Phrase, ...]:
    """What makes git show this repository's history otherwise than it is stored; we read past it, and say so."""
    found = []
    if repository.git.ask("for-each-ref", "--count=1", "--format=%(objectname)", "refs/replace/"):
        found.append(
            Phrase(
                "仓库里有替换引用（refs/replace），git log 看到的历史可能不同；这里按原始对象读取。",
                "The repository has replace refs, so git log may tell another history; the stored objects were read.",
            )
        )
    common = repository.git.ask("rev-parse", "--git-common-dir").decode("utf-8", "surrogateescape").strip()
    if (repository.top / common / "info" / "grafts").is_file():
        found.append(
            Phrase(
                "仓库里有嫁接文件（info/grafts），git log 看到的历史可能不同；这里按原始对象读取。",
                "The repository has a grafts file, so git log may tell another history; the stored objects were read.",
            )
        )
    return tuple(found)
