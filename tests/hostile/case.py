"""What a hostile case is: a filing with one thing wrong, and what must be said of it, and where."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

MARK = "¶"
"""Stands in a text where the finding must point; it is taken out before the file is written."""

BASE = """\
类型: 申报表
版本: 1
填报单位: 平顶山市市场监督管理局
填报时间: 2019-11-18
联系人: 李某
联系电话: 0375-2660011
寻标对象:
  纵向标杆单位:
    - 名称: 上海市长宁区市场监督管理局
      好在哪: 1个工作日办结。
对标方向:
  目标:
    纵向标杆单位:
      M1:
        内容: 办理时间由5个工作日压缩至1个工作日。
        指标:
          名称: 办理时间
          维度: 时间
          单位: 工作日
          现状值: 5
          目标值: 1
  举措:
    J1:
      内容: 2020年6月30日前取消分支机构执照1项。
      责任人: 张某
      时限: 2020-06-30
"""


@dataclass(frozen=True, slots=True)
class Case:
    """A file's bytes, the row of the threat list it stands for, and the code and place that must be told.

    No code: the file is as good as any other and nothing may be said of its reading.
    """

    row: str
    name: str
    raw: bytes
    code: str | None
    line: int = 1
    column: int = 1


def whole(row: str, name: str, code: str | None, text: str, encode: Callable[[str], bytes] = str.encode) -> Case:
    """A file that holds a text, of which the mark (or, without one, the beginning) is the place."""
    before = text.partition(MARK)[0] if MARK in text else ""
    line = before.count("\n") + 1
    column = len(before) - (before.rfind("\n") + 1) + 1
    return Case(row, name, encode(text.replace(MARK, "", 1)), code, line, column)


def instead(row: str, name: str, code: str | None, label: str, value: str) -> Case:
    """The base with another value under a label, or with whole lines in its place where the value brings its label."""
    old = next(line for line in BASE.splitlines() if line.lstrip(" -").startswith(f"{label}:"))
    indent = old[: len(old) - len(old.lstrip(" -"))]
    return whole(row, name, code, BASE.replace(old, f"{indent}{label}: {value}", 1))


def added(row: str, name: str, code: str | None, line: str) -> Case:
    """The base with a line at its end, at the outermost level."""
    return whole(row, name, code, BASE + line + "\n")


def each(values: dict[str, str], make: Callable[[str, str], Case]) -> Iterator[Case]:
    """A case for every name and value."""
    return (make(name, value) for name, value in values.items())
