"""an official document's own blocks → the lines they read, the same in every format but for looks."""

from collections.abc import Sequence

from xunbiao.model.language import Language
from xunbiao.model.page import Addressees, Annex, AnnexNote, Signature
from xunbiao.model.period import written_out


def salutation(block: Addressees, language: Language) -> str:
    """各县（市、区）人民政府，市各有关单位："""
    return language("，", ", ").join(block.names) + language("：", ":")


def signature_lines(block: Signature, language: Language) -> Sequence[str]:
    """Name and day, a line each; a name that nobody gave is left out."""
    return [*filter(None, [block.name]), written_out(block.day).in_(language)]


def annex_note_lines(block: AnnexNote, language: Language) -> Sequence[str]:
    """附件：1.…, then 2.… in a line of its own; without numbers where there is one alone."""
    label = language("附件：", "Annex: " if len(block.titles) == 1 else "Annexes: ")
    if len(block.titles) == 1:
        return [label + block.titles[0]]
    numbered = [f"{at}.{language('', ' ')}{title}" for at, title in enumerate(block.titles, 1)]
    return [label + numbered[0], *numbered[1:]] if numbered else []


def annex_mark(block: Annex, language: Language) -> str:
    """附件1, or 附件 where there is one alone."""
    if block.number is None:
        return language("附件", "Annex")
    return language(f"附件{block.number}", f"Annex {block.number}")
