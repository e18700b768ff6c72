"""Packed files → the campaign folder as the coordinator sets it up, and its roster after a unit is renamed."""

from dataclasses import dataclass, replace

from xunbiao import resources
from xunbiao.demo.profile import Profile

_README = """# 示例活动

这是一份示例，用来试用 xunbiao。单位名称是真的，人名、电话、数字和事情都是虚构的，与任何单位的实际工作无关。

- `xunbiao.yaml`、`units.yaml`：活动设置和单位名录
- `filings/单位编号/`：申报表、各季度报告、总结报告
- `catalogue/`：30项典型做法
- `schemas/`：给编辑器用的格式说明

所有命令都以2020年4月10日为“今天”；往后各季度的材料也在里面，好看到活动的全过程。可以先试：

    xunbiao validate
    xunbiao report --quarter 2020Q1
    xunbiao history
"""

_GITIGNORE = """# 报告和导出的文件由 xunbiao 生成，不进仓库
/out/
*.tmp
~$*
.DS_Store
Thumbs.db
"""

_EDITORCONFIG = """root = true

[*]
charset = utf-8
end_of_line = lf
insert_final_newline = true
indent_style = space
indent_size = 2
"""


@dataclass(frozen=True, slots=True)
class Renaming:
    """A unit that gets another name and id on a day."""

    at: str
    old_id: str
    old_name: str
    id: str
    name: str
    short: str


RENAMING = Renaming(
    "2020-05-15 10:00",
    "zwdsj",
    "平顶山市政务服务和大数据管理局",
    "xzspj",
    "平顶山市行政审批和政务信息管理局",
    "市行政审批局",
)


def files() -> dict[str, bytes]:
    """The files of the first commit: everything of a campaign folder but the filings."""
    packed = [*resources.names("schemas", ".json"), *resources.names("catalogue", ".yaml")]
    return {
        ".editorconfig": _EDITORCONFIG.encode(),
        ".gitignore": _GITIGNORE.encode(),
        "README.md": _README.encode(),
        "units.yaml": resources.read("units.yaml"),
        "xunbiao.yaml": _marked(resources.read("xunbiao.yaml")),
        **{name: resources.read(name) for name in packed},
    }


def _marked(config: bytes) -> bytes:
    """The packed configuration under a name that says what it is."""
    lines = config.decode().split("\n")
    return "\n".join(f"{line}（示例）" if line.startswith("名称: ") else line for line in lines).encode()


def renamed(profile: Profile) -> Profile:
    """The profile of the renamed unit, from the day on which it is."""
    if profile.id != RENAMING.old_id:
        return profile
    return replace(profile, id=RENAMING.id, name=RENAMING.name, short=RENAMING.short)


def renamed_roster(roster: bytes) -> bytes:
    """The roster with the unit under its new id and 全称, its old 全称 as the first alias, and its 前身."""
    before, head, rest = roster.decode().partition(f"  {RENAMING.old_id}:\n")
    body, *others = _blocks(rest)
    lines = [_renamed_line(line) for line in body.split("\n") if line.strip() != f"- {RENAMING.name}"]
    return "".join((before, head.replace(RENAMING.old_id, RENAMING.id), "\n".join(lines), *others)).encode()


def _blocks(rest: str) -> tuple[str, str]:
    """The lines that belong to a unit, and all that follow."""
    lines = rest.splitlines(keepends=True)
    count = next((number for number, line in enumerate(lines) if not line.startswith("    ")), len(lines))
    return "".join(lines[:count]), "".join(lines[count:])


def _renamed_line(line: str) -> str:
    match line.strip().split(":")[0]:
        case "全称":
            return f"    全称: {RENAMING.name}"
        case "别名":
            return f"{line}\n      - {RENAMING.old_name}"
        case "应报":
            return f"{line}\n    前身: {RENAMING.old_id}"
        case _:
            return line
