"""documents about to be handed in → Page: which, and what has changed in them since they were last handed in."""

from collections.abc import Sequence
from dataclasses import dataclass

from xunbiao.model.campaign import Unit
from xunbiao.model.diagnostic import field_name
from xunbiao.model.document import DocumentKey
from xunbiao.model.history import Change, WorkState
from xunbiao.model.language import Language, Phrase
from xunbiao.model.page import Block, Column, Heading, Page, Paragraph, Table
from xunbiao.pages.change_cells import kind_cell, values_cell


@dataclass(frozen=True, slots=True)
class Draft:
    """A document that is new or changed; `changes` says how it differs from what was handed in before."""

    key: DocumentKey
    state: WorkState
    changes: Sequence[Change]


def build(unit: Unit, drafts: Sequence[Draft], language: Language, notes: Sequence[Phrase] = ()) -> Page:
    """What a unit is about to hand in; `notes` is what else will be said of it in git."""
    overview = Table(
        [
            Column(language("材料", "Document")),
            Column(language("文件", "File"), wide=True),
            Column(language("状态", "State")),
        ],
        [[each.key.phrase.in_(language), each.key.path, each.state.phrase.in_(language)] for each in drafts],
    )
    blocks: list[Block] = [overview, *(Paragraph(each.in_(language)) for each in notes)]
    for draft in drafts:
        if draft.state is WorkState.CHANGED:
            heading = language("与上次报送相比：", "Since it was last handed in: ") + draft.key.phrase.in_(language)
            blocks += [Heading(heading), _changes(draft.changes, language)]
    return Page(language(f"报送：{unit.name}", f"To be handed in: {unit.name}"), blocks, language)


def _changes(changes: Sequence[Change], language: Language) -> Table:
    return Table(
        [
            Column(language("变动", "What")),
            Column(language("字段", "Field"), wide=True),
            Column(language("由 → 至", "From → to"), wide=True),
        ],
        [[kind_cell(each, language), field_name(each.path), values_cell(each, language)] for each in changes],
        empty=language("内容没有变化，只是排版或注释不同。", "Only layout or comments differ."),
    )
