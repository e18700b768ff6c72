"""A rule's docstring → its parts: title, why (in both languages), a bad and a good example."""

import re
import textwrap
from dataclasses import dataclass

from xunbiao.model.language import Phrase

WHY, BAD, GOOD = HEADINGS = ("为什么 / Why", "反例 / Bad", "正例 / Good")


@dataclass(frozen=True, slots=True)
class Documentation:
    """What a rule says of itself. Examples are YAML, or prose where a file's bytes are the matter; empty if missing."""

    title: Phrase
    why: Phrase
    bad: str
    good: str


def read(doc: str) -> Documentation:
    """A docstring with the headings 为什么 / Why, 反例 / Bad, 正例 / Good → its parts; what is missing stays empty."""
    title, *rest = doc.strip().split("\n")
    zh, _, en = title.partition(" / ")
    parts = dict.fromkeys(HEADINGS, "")
    heading = ""
    for line in rest:
        if line.strip() in HEADINGS:
            heading = line.strip()
        elif heading:
            parts[heading] += f"{line}\n"
    blocks = {name: textwrap.dedent(text).strip("\n") for name, text in parts.items()}
    return Documentation(Phrase(zh, en), _why(blocks[WHY]), blocks[BAD], blocks[GOOD])


def _why(text: str) -> Phrase:
    """Chinese lines, then English ones; lines are joined again as each script joins them."""
    lines = text.split("\n")
    english = next((index for index, line in enumerate(lines) if _is_english(line)), len(lines))
    return Phrase("".join(lines[:english]), " ".join(lines[english:]))


def _is_english(line: str) -> bool:
    return len(re.findall("[A-Za-z]", line)) > 2 * len(re.findall("[\u4e00-\u9fff]", line))
