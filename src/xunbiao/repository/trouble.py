"""what git complains of → CannotGoOn: one line that says what is the matter and what to do."""

from pathlib import Path

from xunbiao.errors import CannotGoOn

_MOST_SHOWN = 200


def trouble(complaint: str, top: Path) -> CannotGoOn:
    """The first cause that a complaint of git names, in words a user can act on; else git's own first line."""
    for words, answer in _KNOWN:
        if any(word in complaint for word in words):
            return answer(top)
    first = _first_line(complaint)
    return CannotGoOn(f"git 无法继续：{first}", f"git cannot go on: {first}")


def no_repository(directory: Path) -> CannotGoOn:
    return CannotGoOn(
        f"{directory} 不在 git 仓库里。请在该文件夹运行 git init 并提交一次；validate 不需要 git。",
        f"{directory} is not in a git repository. Run git init there and commit once; validate works without git.",
    )


def bare(directory: Path) -> CannotGoOn:
    return CannotGoOn(
        f"{directory} 是裸仓库，没有工作区。请用 git clone 克隆后，在克隆出的文件夹里运行。",
        f"{directory} is a bare repository without a work tree. Clone it with git clone and run in the clone.",
    )


def shallow() -> CannotGoOn:
    return CannotGoOn(
        "这是浅克隆，历史不完整，得出的到达日期会有误。请运行 git fetch --unshallow；CI 中请设 fetch-depth: 0。",
        "This is a shallow clone: its history is cut, so dates of arrival would be wrong. "
        "Run git fetch --unshallow; in CI set fetch-depth: 0.",
    )


def busy() -> CannotGoOn:
    return CannotGoOn(
        "仓库正被另一个 git 程序使用（index.lock 存在）。请等它结束后重试；若确无程序在运行，请删除 .git/index.lock。",
        "Another git process is using the repository (index.lock is there). Wait and try again; "
        "if none is running, delete .git/index.lock.",
    )


def damaged(top: Path) -> CannotGoOn:
    return CannotGoOn(
        f"{top} 的仓库缺少对象或已损坏。请运行 git fsck 检查；若是部分克隆，请重新完整克隆。",
        f"The repository at {top} lacks objects or is damaged. Check it with git fsck; "
        "if it is a partial clone, clone it again in full.",
    )


def _foreign(top: Path) -> CannotGoOn:
    command = f"git config --global --add safe.directory {top}"
    return CannotGoOn(
        f"{top} 属于另一个用户，git 拒绝读取。确认可信后运行：{command}",
        f"{top} belongs to another user, so git refuses to read it. If you trust it, run: {command}",
    )


def _nameless(_top: Path) -> CannotGoOn:
    return CannotGoOn(
        "git 不知道你是谁。请先运行 git config --global user.name 姓名 和 git config --global user.email 邮箱。",
        "git does not know who you are. Run git config --global user.name NAME "
        "and git config --global user.email ADDRESS first.",
    )


_KNOWN = (
    (("dubious ownership", "unsafe repository"), _foreign),
    (("must be run in a work tree", "cannot use bare repository"), bare),
    (("not a git repository",), no_repository),
    (("Please tell me who you are", "auto-detection is disabled", "empty ident name"), _nameless),
    (("index.lock", "cannot lock ref"), lambda _top: busy()),
    (
        (
            "unable to read", "bad object", "corrupt", "could not fetch", "promisor", "missing blob", "inflate",
            "object file", "bad tree", "Could not read", "unable to parse", "transport '", "Failed to traverse",
        ),
        damaged,
    ),
)  # fmt: skip


def _first_line(complaint: str) -> str:
    """git's own words without its hints, and without control characters: a repository can put texts into them."""
    lines = [each for each in complaint.splitlines() if each.strip()]
    told = [each for each in lines if each.startswith(("fatal: ", "error: "))] or lines or ["?"]
    shown = "".join(each if each.isprintable() else f"\\x{ord(each):02x}" for each in told[0])
    return shown.removeprefix("fatal: ").removeprefix("error: ")[:_MOST_SHOWN]
