"""folder → the example campaign in a git repository, and what to try on it next."""

from collections.abc import Sequence
from pathlib import Path
from shlex import quote
from typing import Annotated

import typer

from xunbiao.commands.call import call_of, require_empty
from xunbiao.model.history import NewCommit
from xunbiao.model.language import Language


def demo(
    context: typer.Context,
    directory: Annotated[Path, typer.Argument(metavar="DIR", help="新文件夹｜The new folder")],
) -> None:
    """生成一个完整的示例活动，带全部历史｜Make a whole example campaign with its history"""
    from xunbiao import repository, writing
    from xunbiao.demo import campaign_commits

    call = call_of(context)
    folder = call.directory / directory
    require_empty(folder)
    commits = list(campaign_commits())
    with writing.whole_folder(folder) as unfinished:
        repository.write_commits(repository.create(unfinished), commits)
    call.put(_told(folder, commits, call.language()))


def _told(folder: Path, commits: Sequence[NewCommit], language: Language) -> str:
    """What was made, and three commands that show what it is good for."""
    from xunbiao.formats.escaping import visible

    paths = _standing(commits)
    units = len({path.split("/")[1] for path in paths})
    first, last = commits[0].committer.at.date(), commits[-1].committer.at.date()
    where = visible(str(folder))
    made = language(
        f"已在 {where} 生成示例活动：{units}个单位，{len(paths)}份材料，{len(commits)}次提交（{first} 至 {last}）。\n"
        "单位名称是真的，人名、电话、数字和事情都是虚构的。接着可以试：\n",
        f"An example campaign is in {where}: {units} units, {len(paths)} documents, {len(commits)} commits "
        f"({first} to {last}).\nThe units' names are real; persons, phones, figures and events are not. Try next:\n",
    )
    tries = ("validate", "report --quarter 2020Q1", "history qxj")
    return made + "".join(f"  xunbiao -C {visible(quote(str(folder)))} {each}\n" for each in tries)


def _standing(commits: Sequence[NewCommit]) -> set[str]:
    """The units' documents that stand at the end."""
    paths: set[str] = set()
    for commit in commits:
        written = {path for path, raw in commit.files.items() if raw is not None and path.startswith("filings/")}
        paths = (paths | written) - {path for path, raw in commit.files.items() if raw is None}
    return paths
