"""a table of units (xlsx, csv or yaml) → the text of units.yaml."""

import csv
import io
from collections.abc import Iterable, Mapping
from pathlib import Path

from xunbiao.errors import CannotGoOn
from xunbiao.source import Data, mapping

_COLUMNS = ("编号", "全称", "别名", "类别", "审批事项", "服务事项", "应报")
_YES = frozenset({"是", "有", "true", "yes", "1", "y", "√", "✓"})
_NO = frozenset({"否", "无", "false", "no", "0", "n", "", "×"})
_MOST_ROWS = 20_000


def read_roster_file(path: Path) -> str:
    """A roster file → units.yaml. YAML is taken as it is. Raises CannotGoOn for what is no such table."""
    suffix = path.suffix.lower()
    try:
        if suffix in (".yaml", ".yml"):
            return path.read_text(encoding="utf-8-sig")
        if suffix == ".csv":
            return _units_text(csv.reader(io.StringIO(_decode(path))), path)
        if suffix == ".xlsx":
            return _units_text(_workbook_rows(path), path)
    except (OSError, UnicodeDecodeError, csv.Error) as error:
        raise CannotGoOn(f"读不了单位名录 {path}：{error}。", f"Cannot read the roster {path}: {error}.") from error
    zh = f"单位名录要是 xlsx、csv 或 yaml 文件：{path}。"
    raise CannotGoOn(zh, f"A roster is an xlsx, csv or yaml file: {path}.")


def units_document(units: Mapping[str, Mapping[str, Data]]) -> str:
    """Units by id → the text of units.yaml."""
    head = ("# yaml-language-server: $schema=schemas/units.schema.json", "#")
    lesson = "# 单位名录：键是单位编号，也是 filings/ 下的文件夹名，定了就不改。应报：要报申报表的写 true。"
    body = mapping({"类型": "单位名录", "版本": 1, "单位": units})
    return "\n".join((*head, lesson, *body)) + "\n"


def _decode(path: Path) -> str:
    """Excel in China saves csv as GBK unless told otherwise."""
    raw = path.read_bytes()
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError:
        return raw.decode("gb18030")


def _workbook_rows(path: Path) -> Iterable[list[str]]:
    from zipfile import BadZipFile

    from openpyxl import load_workbook

    try:
        book = load_workbook(path, read_only=True, data_only=True)
        sheet = book.worksheets[0]
        rows = sheet.iter_rows(max_row=_MOST_ROWS, max_col=len(_COLUMNS) + 5, values_only=True)
        return [["" if cell is None else str(cell) for cell in row] for row in rows]
    except (BadZipFile, KeyError, ValueError, AttributeError, RuntimeError, IndexError) as error:
        zh = f"{path} 不是能读的 xlsx 文件。请在 Excel 或 WPS 里另存为 .xlsx。"
        raise CannotGoOn(zh, f"{path} is no readable xlsx file: save it as .xlsx in Excel or WPS.") from error


def _units_text(rows: Iterable[list[str]], path: Path) -> str:
    table = iter(rows)
    header = [cell.strip() for cell in next(table, [])]
    if "全称" not in header:
        known = "、".join(_COLUMNS)
        zh = f"{path} 的第一行要有表头，至少有“全称”一列；可用的列：{known}。"
        raise CannotGoOn(zh, f"The first row of {path} must name the columns, 全称 at least; known: {known}.")
    units: dict[str, dict[str, Data]] = {}
    for number, cells in enumerate(table, 2):
        row = {name: cell.strip() for name, cell in zip(header, cells, strict=False) if name in _COLUMNS}
        if row.get("全称"):
            id_ = row.get("编号") or f"dw{len(units) + 1:03}"
            if id_ in units:
                zh = f"{path} 第 {number} 行：编号 {id_} 重复。"
                raise CannotGoOn(zh, f"{path} row {number}: {id_} is there twice.")
            units[id_] = _unit(row, f"{path}:{number}")
    return units_document(units)


def _unit(row: Mapping[str, str], place: str) -> dict[str, Data]:
    aliases = [each.strip() for each in row.get("别名", "").replace("；", "、").replace("，", "、").split("、")]
    unit: dict[str, Data] = {"全称": row["全称"], "别名": [each for each in aliases if each]}
    if row.get("类别"):
        unit["类别"] = row["类别"]
    for label, default in (("审批事项", False), ("服务事项", False), ("应报", True)):
        unit[label] = _truth(row.get(label), default, f"{place} {label}")
    return unit


def _truth(cell: str | None, default: bool, place: str) -> bool:
    if cell is None:
        return default
    if cell.lower() in _YES | _NO:
        return cell.lower() in _YES
    raise CannotGoOn(f"{place}：“{cell}”请写“是”或“否”。", f"{place}: write 是 or 否 instead of “{cell}”.")
