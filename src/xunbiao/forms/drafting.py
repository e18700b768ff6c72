"""Draft → the text of a filing whose comments teach, say what was read out of the form, and keep what has no field."""

import re
import textwrap
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from xunbiao.forms.filing import Draft
from xunbiao.model.diagnostic import Path
from xunbiao.model.language import Language, Phrase
from xunbiao.source import scalar

Lessons = Mapping[Path, Phrase]
"""What is taught above a label, by the way to it without ids: 举措 of 对标方向 is ("对标方向", "举措")."""

_WIDTH = 100
_MOST_KEPT = 20_000
_SENTENCE = re.compile(r"(?<=。)(?=.)|(?<=[.] )(?=[A-Z])")
_BENCHMARK = {"纵向标杆单位": ("名称", "地区", "好在哪"), "横向标杆单位": ("名称", "好在哪")}


def filing_text(draft: Draft, head: Sequence[str], lessons: Lessons, language: Language) -> str:
    """The whole file. `head` are the comment lines at its top."""
    writer = _Writer(draft, lessons, language)
    return "\n".join(line.rstrip() for line in (*head, *writer.lines(draft.data, ()), *writer.leftovers())) + "\n"


class _Writer:
    """Goes through the data in its order; every lesson is given once, where its label first comes."""

    def __init__(self, draft: Draft, lessons: Lessons, language: Language) -> None:
        self._draft = draft
        self._lessons = dict(lessons)
        self._language = language

    def lines(self, data: Mapping[str, Any], path: Path) -> Iterator[str]:
        pad = "  " * len(path)
        for key, value in data.items():
            here = (*path, key)
            yield from self._comments(here, pad)
            yield from self._entry(f"{pad}{scalar(key)}:", value, here)

    def leftovers(self) -> Iterator[str]:
        if not self._draft.leftovers:
            return
        yield ""
        yield from comment(
            self._language("表上还有下面这些话，没有归到哪一格：", "The form also says, in no cell of its own:")
        )
        room = _MOST_KEPT
        for text in self._draft.leftovers:
            yield from comment(f"- {text[:room]}")
            if len(text) > room:
                yield from comment(
                    self._language("（后面的太长，请看原件。）", "(Too long to keep: see the form itself.)")
                )
                return
            room -= len(text)

    def _comments(self, path: Path, pad: str) -> Iterator[str]:
        lesson = self._lessons.pop(_without_ids(path), None)
        for phrase in (*((lesson,) if lesson else ()), *self._draft.notes.get(path, ())):
            yield from comment(phrase.in_(self._language), pad)

    def _entry(self, head: str, value: Any, path: Path) -> Iterator[str]:
        if isinstance(value, Mapping) and value:
            yield head
            yield from self.lines(value, path)
        elif path[:1] == ("寻标对象",) and isinstance(value, Sequence) and not isinstance(value, str):
            yield head
            for entry in value or [{}]:
                yield from self._benchmark(entry, path)
        elif isinstance(value, Sequence) and not isinstance(value, str):
            yield f"{head} []"
        else:
            yield head if isinstance(value, Mapping) else f"{head} {scalar(value)}"

    def _benchmark(self, entry: Mapping[str, Any], path: Path) -> Iterator[str]:
        """A unit with the labels that the form has no place for; a blank one where none is named."""
        pad, mark = "    ", "- "
        for label in _BENCHMARK[str(path[-1])]:
            yield from self._comments((*path, label), f"{pad}  ")
            yield f"{pad}{mark}{label}: {scalar(entry.get(label))}"
            mark = "  "


def comment(text: str, pad: str = "") -> Iterator[str]:
    """A text as comment lines, a sentence a line; line breaks inside it are folded, so that none of it becomes YAML."""
    for sentence in _SENTENCE.split(" ".join(text.split())):
        yield from (f"{pad}# {line}" for line in textwrap.wrap(sentence, _WIDTH))


def _without_ids(path: Path) -> Path:
    """A path to an item as the lessons name it: ids left out."""
    return tuple(part for part in path if not re.fullmatch("[A-Z]+[0-9]+", str(part)))
