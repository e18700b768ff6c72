"""a cell's text → the label of the form that it is, however it is spaced, broken over lines or worded."""

import re

from xunbiao.model.diagnostic import Path
from xunbiao.model.filing import HORIZONTAL, VERTICAL

SEEKING, ALIGNMENT, INNOVATION = "寻标对象", "对标方向", "创标意向"
PLACES: tuple[Path, ...] = (
    (SEEKING, VERTICAL), (SEEKING, HORIZONTAL),
    (ALIGNMENT, "目标", VERTICAL), (ALIGNMENT, "目标", HORIZONTAL),
    (ALIGNMENT, "差距", VERTICAL), (ALIGNMENT, "差距", HORIZONTAL),
    (ALIGNMENT, "举措"), (ALIGNMENT, "时限"),
    (INNOVATION, "目标"), (INNOVATION, "亮点"), (INNOVATION, "举措"), (INNOVATION, "时限"),
)  # fmt: skip
"""The form's cells below the line with 填报单位, in its order."""
_LONGEST_LABEL = 16
_SECTIONS = {
    **dict.fromkeys(("寻标对象", "寻标", "标杆对象", "学习标杆"), SEEKING),
    **dict.fromkeys(("对标方向", "对标", "对标内容", "对标工作"), ALIGNMENT),
    **dict.fromkeys(("创标意向", "创标", "创标方向", "创标内容", "创标工作"), INNOVATION),
}
_PREFIX = "(?:工作|主要|具体|对标|创标|存在|存在的|完成|改进|创新|特色)?"
_LABELS = {
    "目标": re.compile(f"{_PREFIX}目标(?:任务)?"),
    "差距": re.compile(f"{_PREFIX}(?:主要)?差距(?:分析|不足)?"),
    "举措": re.compile(f"{_PREFIX}(?:举措|措施)"),
    "时限": re.compile(f"{_PREFIX}(?:时限|期限)|完成时间"),
    "亮点": re.compile(f"{_PREFIX}亮点(?:特色)?"),
    VERTICAL: re.compile("纵向(?:标杆)?(?:单位)?(?:名称)?"),
    HORIZONTAL: re.compile("横向(?:标杆)?(?:单位)?(?:名称)?"),
}
_LABEL_AND_TEXT = re.compile(
    r"\s*(目\s*标|差\s*距|举\s*措|时\s*限|亮\s*点|[纵横]向标杆单位)\s*[:：](?=.*\S)", re.DOTALL
)
_NOT_LETTERS = re.compile(r"[\s:：、。.．*＊]+|[（(][^）)]{0,12}[）)]|^[一二三四五六七1-7][、.．]")


def label_of(text: str) -> str | None:
    """The label that a cell holds, however it is spaced or broken over lines."""
    if len(text) > 4 * _LONGEST_LABEL:
        return None
    bare = _NOT_LETTERS.sub("", text)
    if not bare or len(bare) > _LONGEST_LABEL:
        return None
    return _SECTIONS.get(bare) or next((label for label, form in _LABELS.items() if form.fullmatch(bare)), None)


def split_label(text: str) -> tuple[str | None, str]:
    """A label and what follows it in the same cell (时限：2020年…); no label where none is typed before the words."""
    found = _LABEL_AND_TEXT.match(text)
    return (label_of(found[1]), text[found.end() :]) if found else (None, text)


def is_section(word: str) -> bool:
    return word in (SEEKING, ALIGNMENT, INNOVATION)
