"""folder, city → a new campaign in a git repository: settings, roster, schemas, practices, CI and editor files."""

from datetime import UTC, date, datetime
from pathlib import Path
from typing import Annotated

import typer

from xunbiao.commands.call import Call, call_of, require_empty
from xunbiao.errors import CannotGoOn
from xunbiao.model.campaign import CHINA
from xunbiao.model.language import Language


def init(
    context: typer.Context,
    directory: Annotated[Path, typer.Argument(metavar="DIR", help="新文件夹｜The new folder")],
    city: Annotated[str, typer.Option("--city", metavar="NAME", help="城市，如 某某市｜The city")] = "本市",
    name: Annotated[str, typer.Option("--name", metavar="NAME", help="活动名称｜The campaign's name")] = "",
    host: Annotated[str, typer.Option("--host", metavar="NAME", help="主办单位｜Who runs it")] = "",
    issued: Annotated[
        str | None, typer.Option("--issued", metavar="DATE", help="方案印发日期（默认今天）｜The notice's date (today)")
    ] = None,
    roster: Annotated[
        Path | None, typer.Option("--roster", metavar="FILE", help="单位名录 xlsx、csv、yaml｜The roster")
    ] = None,
) -> None:
    """新建一个活动文件夹｜Start a campaign in a new folder"""
    from xunbiao.scaffold import Start, campaign_files, read_roster_file

    call = call_of(context)
    folder = call.directory / directory
    require_empty(folder)
    language = call.language()
    units = read_roster_file(call.directory / roster) if roster else ""
    files = campaign_files(Start(city, _issued(call, issued), language, name, host, units))
    _require_readable(files)
    committed = _write(folder, dict(files), language)
    for line in _next_steps(folder, language, committed=committed, own_roster=bool(roster)):
        print(line)


def _issued(call: Call, text: str | None) -> date:
    from xunbiao.calendar import parse_day

    return parse_day(text) if text else call.day_asked or datetime.now(UTC).astimezone(CHINA).date()


def _require_readable(files: object) -> None:
    """A roster with mistakes is refused before anything is written."""
    from xunbiao.check import open_workspace
    from xunbiao.workspace import MemoryFiles

    open_workspace(MemoryFiles("init", files))  # type: ignore[arg-type]  # a mapping of bytes


def _write(folder: Path, files: dict[str, bytes], language: Language) -> bool:
    """Writes everything, in a git repository, and commits it if git knows who the user is."""
    from xunbiao import repository, writing

    made = repository.create(folder)
    for path, content in files.items():
        writing.create(folder / path, content)
    try:
        repository.submitter(made)
    except CannotGoOn:
        return False
    repository.commit_paths(made, files, language("建立活动文件夹", "Start the campaign"))
    return True


def _next_steps(folder: Path, language: Language, *, committed: bool, own_roster: bool) -> list[str]:
    lines = [language(f"已在 {folder} 建立活动文件夹。", f"A campaign is set up in {folder}.")]
    if not committed:
        lines += [
            language(
                "git 还不知道您是谁，文件已写好、还没有提交。请先运行：",
                "git does not know who you are yet: the files are there, uncommitted. First run:",
            ),
            '  git config --global user.name "' + language("姓名", "NAME") + '"',
            '  git config --global user.email "' + language("邮箱", "E-MAIL") + '"',
        ]
    roster = (
        ""
        if own_roster
        else language("；units.yaml 里先列了三个单位，请换成实际的名录", "; units.yaml lists three units to begin with")
    )
    return [
        *lines,
        language("接下来：", "Next:"),
        language(
            f"  1. 核对 xunbiao.yaml 里的名称和日期{roster}；", f"  1. check names and dates in xunbiao.yaml{roster};"
        ),
        f"  2. cd {folder}",
        "  3. xunbiao new fgw" if not own_roster else language("  3. xunbiao new 单位编号", "  3. xunbiao new UNIT"),
    ]
