"""Filing → the places of 附件2 that are to be filled in, and whether what stands there says anything."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from xunbiao.model.diagnostic import Path
from xunbiao.model.filing import BENCHMARK_KINDS, Filing, Item
from xunbiao.model.language import Phrase

_SAYS = re.compile(r"\w")
# Words that fill a place and say nothing; a form with them is as good as blank.
_PLACEHOLDER = re.compile(
    r"[（(\[【“]?(?:暂无|暂缺|暂未确定|暂定|未定|待定|待填|待补充|待补|待完善|待报|待明确|待确定|无|没有|略|空|"
    r"[XxＸｘ×某]{2,}|TBD|tbd|N/?A|n/?a|none|null|同上|同前|见上)[）)\]】”]?[。.]?"
)


@dataclass(frozen=True, slots=True)
class Cell:
    """A place to fill in: the way to it, its label for a user, and what stands there."""

    path: Path
    label: Phrase
    text: str


def is_blank(text: str) -> bool:
    """Whether a text shows nothing: empty, blanks, invisible characters. A dash or a slash does show."""
    return not text.strip("\u200b\u200c\u200d\u2060\ufeff \t\u3000")


def is_placeholder(text: str) -> bool:
    """Whether a text fills its place without saying anything: 待定, 无, ×××, —, /."""
    return not is_blank(text) and (not _SAYS.search(text) or _PLACEHOLDER.fullmatch(text) is not None)


def head_cells(filing: Filing) -> Iterator[Cell]:
    """The line above the table: 填报单位, 填报时间, 联系人, 联系电话."""
    values = (filing.unit_name, filing.filed_on, filing.contact, filing.phone)
    for label, english, value in zip(HEAD, _HEAD_EN, values, strict=True):
        yield Cell((label,), Phrase(label, english), value)


def item_cells(filing: Filing) -> Iterator[tuple[Path, Phrase, tuple[Item, ...]]]:
    """The cells of 目标, 差距, 亮点 and 举措 with the items in them: path, label for a user, items."""
    for label, items in (("目标", filing.alignment.goals), ("差距", filing.alignment.gaps)):
        for kind in BENCHMARK_KINDS:
            name = Phrase(f"对标方向·{label}（{kind}）", f"对标方向·{label} ({kind})")
            yield ("对标方向", label, kind), name, tuple(item for item in items if item.faces == kind)
    yield _cell("对标方向", "举措"), _label("对标方向", "举措"), filing.alignment.measures
    yield _cell("创标意向", "目标"), _label("创标意向", "目标"), filing.innovation.goals
    yield _cell("创标意向", "亮点"), _label("创标意向", "亮点"), filing.innovation.highlights
    yield _cell("创标意向", "举措"), _label("创标意向", "举措"), filing.innovation.measures


HEAD = ("填报单位", "填报时间", "联系人", "联系电话")
_HEAD_EN = ("填报单位 (unit)", "填报时间 (date)", "联系人 (contact)", "联系电话 (telephone)")


def _cell(part: str, label: str) -> Path:
    return (part, label)


def _label(part: str, label: str) -> Phrase:
    return Phrase(f"{part}·{label}", f"{part}·{label}")


def says_something(text: str) -> bool:
    """Whether a place is filled in with more than a placeholder, so that what stands there can be judged."""
    return not is_blank(text) and not is_placeholder(text)
