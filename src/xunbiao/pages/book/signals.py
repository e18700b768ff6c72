"""Progress → 人工核查: what a person should look at (四（五）: 形式主义); never a verdict."""

from collections.abc import Sequence

from xunbiao.model.language import Language, Phrase
from xunbiao.model.page import Cell, Column, Sheet, Table
from xunbiao.model.progress import Basis, Progress
from xunbiao.pages.book.setting import set_up

NAME = Phrase("人工核查", "To check")


def sheet(progress: Progress, basis: Basis, language: Language) -> Sheet:
    columns = [
        Column(language("序号", "No.")),
        Column(language("填报单位", "Unit"), wide=True),
        Column(language("情况", "What"), wide=True),
        Column(language("规则", "Rule")),
        Column(language("文件", "File")),
        Column(language("行", "Line"), number=True),
    ]
    found = [(each.unit.name, one) for each in progress.units for one in each.signals]
    rows: list[Sequence[Cell]] = [
        [number, name, one.message.in_(language), one.code, one.path, one.line]
        for number, (name, one) in enumerate(found, 1)
    ]
    none = language("没有需要人工核查的情况。", "Nothing to check.")
    return set_up(progress, basis, NAME, language, [Table(columns, rows, none)])
