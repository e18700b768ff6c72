"""bytes, edits → bytes: changes single values of a YAML document and leaves every other character as it is.

Comments, order, quotes, blank lines, a byte order mark and line ends stay, since only the lines of the value in
question are touched. Every edit is proved: the new text must read as the old data with the edit made, and so it must
for ruamel.yaml, an independent reader, so that no slip of our own gets into somebody's file.
"""

import copy
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from xunbiao import source
from xunbiao.errors import CannotGoOn
from xunbiao.model.diagnostic import Path, Span, field_name
from xunbiao.source import Data, Places, mapping, scalar, scalars

_NOTHING = re.compile("""^ *(?:""|'')""")
_BOM = b"\xef\xbb\xbf"


@dataclass(frozen=True, slots=True)
class Put:
    """A value at a path: in place of what is there, or as a new last entry of its mapping or list."""

    path: Path
    value: Data


@dataclass(frozen=True, slots=True)
class Drop:
    """A label with its value, or an entry of a list, taken away."""

    path: Path


Edit = Put | Drop


def edit(raw: bytes, edits: Sequence[Edit]) -> bytes:
    """A document with the edits made, in their order. Raises CannotGoOn where the file cannot be read, or an edit would
    change anything else."""
    if not edits:
        return raw
    parsed = source.parse(raw)
    if parsed.data is None:
        raise _cannot(edits[0].path)
    text, data = parsed.text, parsed.data
    for each in edits:
        data = _applied(data, each)
        text = _edited(text, each, data)
        if source.parse(text.encode()).data != data:
            raise _cannot(each.path)
    if not _is_witnessed(text, data):
        raise _cannot(edits[-1].path)
    return _as_before(raw, text)


def _is_witnessed(text: str, data: dict[str, Any]) -> bool:
    """Whether ruamel.yaml reads the same out of a text."""
    from ruamel.yaml import YAML
    from ruamel.yaml.error import YAMLError

    try:
        return _means(YAML(pure=True).compose(text), data)
    except YAMLError:
        return False


def _means(node: Any, value: Any) -> bool:
    """Whether a node of ruamel.yaml holds a value; a scalar is compared by its text."""
    if isinstance(value, dict):
        pairs = node.value if isinstance(node.value, list) else []
        return len(pairs) == len(value) and all(
            key.value in value and _means(each, value[key.value]) for key, each in pairs
        )
    if isinstance(value, list):
        return isinstance(node.value, list) and all(map(_means, node.value, value)) and len(node.value) == len(value)
    return bool((scalars.plain(node.value) if node.style is None else node.value) == value)


def _cannot(path: Path) -> CannotGoOn:
    name = field_name(path)
    return CannotGoOn(f"改不了 {name}：请在文件里手工修改。", f"Cannot change {name}: please edit the file by hand.")


def _as_before(raw: bytes, text: str) -> bytes:
    """The text with the line ends and the mark that the file had."""
    windows = raw.count(b"\r\n") * 2 > raw.count(b"\n")
    written = (text.replace("\n", "\r\n") if windows else text).encode()
    return _BOM + written if raw.startswith(_BOM) else written


def _applied(data: dict[str, Any], change: Edit) -> dict[str, Any]:
    """What the document is to say afterwards."""
    data = copy.deepcopy(data)
    *way, last = change.path
    at: Any = data
    for part, after in zip(way, change.path[1:], strict=True):
        if not isinstance(at, list) and at.get(part) is None:
            at[part] = [] if isinstance(after, int) else {}
        at = at[part]
    if isinstance(change, Drop):
        del at[last]
    elif isinstance(at, list) and last == len(at):
        at.append(_plain(change.value))
    else:
        at[last] = _plain(change.value)
    return data


def _plain(value: Any) -> Any:
    """A value as reading it back gives it: `key:` without anything is null."""
    if isinstance(value, Mapping):
        return {key: _plain(each) for key, each in value.items()}
    return [_plain(each) for each in value] if isinstance(value, Sequence) and not isinstance(value, str) else value


def _edited(text: str, change: Edit, data: dict[str, Any]) -> str:
    sheet = _Sheet(text.split("\n"), source.places(text))
    flow = sheet.flow_above(change.path)
    if flow is not None:
        # What is written on one line between brackets is written anew as lines of its own.
        sheet.replace_whole(flow, _at(data, flow))
    elif isinstance(change, Put):
        sheet.put(change.path, change.value)
    else:
        sheet.drop(change.path, empty=_at(data, change.path[:-1]))
    return "\n".join(sheet.lines)


def _at(data: Any, path: Path) -> Any:
    for part in path:
        data = data[part]
    return data


@dataclass(slots=True)
class _Sheet:
    """A text by its lines, and where everything stands in it; good for one change."""

    lines: list[str]
    places: Places

    def put(self, path: Path, value: Data) -> None:
        if not self._is_there(path):
            self._add(path, value)
        elif (written := _on_one_line(value)) is not None and self._is_one_line(path):
            self._replace_scalar(path, written)
        else:
            self.replace_whole(path, value)

    def drop(self, path: Path, empty: Any) -> None:
        if not empty:
            self.replace_whole(path[:-1], empty)
            return
        first, last = self._extent(path)
        column = self._column(path)
        if self.lines[first][:column].strip(" ") and isinstance(path[-1], str):
            raise _cannot(path)
        del self.lines[first : last + 1]

    def replace_whole(self, path: Path, value: Data) -> None:
        """A value with all its lines, by the same value as lines of its own; what stands before it stays."""
        first, last = self._extent(path)
        column = self._column(path)
        if isinstance(path[-1], int):
            begun, *rest = _entry(value, self._dash(path))
        else:
            begun, *rest = mapping({str(path[-1]): value}, " " * column)
            begun = self.lines[first][:column] + begun[column:]
        self.lines[first : last + 1] = [begun + self._comment_beside(path), *rest]

    def flow_above(self, path: Path) -> Path | None:
        """The outermost collection around a place that is written between brackets, if it holds anything."""
        for length in range(1, len(path)):
            span = self.places.values.get(path[:length])
            if span and self.lines[span.line - 1][span.column - 1 : span.column] in ("{", "["):
                return path[:length]
        return None

    def _add(self, path: Path, value: Data) -> None:
        parent = path[:-1]
        siblings = [each for each in self._paths() if each[:-1] == parent]
        if parent and not siblings:
            self.put(parent, [value] if isinstance(path[-1], int) else {str(path[-1]): value})
            return
        _, last = self._extent(siblings[-1])
        column = self._column(siblings[0])
        if isinstance(path[-1], int):
            lines = _entry(value, self._dash(siblings[0]))
        else:
            lines = mapping({str(path[-1]): value}, " " * column)
        self.lines[last + 1 : last + 1] = list(lines)

    def _replace_scalar(self, path: Path, written: str) -> None:
        span = self._span(path)
        if span is None:
            self._fill_in(path, written)
            return
        line = self.lines[span.line - 1]
        start, end = span.column - 1, span.end_column - 1
        self.lines[span.line - 1] = (line[:start] + written + line[end:]).rstrip()

    def _fill_in(self, path: Path, written: str) -> None:
        """After a label, or the dash of an entry, that has no value yet; a comment behind it stays."""
        key = self.places.keys.get(path)
        if key is None:
            raise _cannot(path)
        line = self.lines[key.line - 1]
        colon = line.index(":", key.end_column - 1) + 1
        # An empty text in quotes has no place of its own either.
        rest = _NOTHING.sub("", line[colon:])
        self.lines[key.line - 1] = f"{line[:colon]} {written}{rest}".rstrip()

    def _comment_beside(self, path: Path) -> str:
        """The comment, with its blanks, behind a value that begins beside its label, else that behind the label."""
        key, span = self.places.keys.get(path), self._span(path)
        if key and (span is None or span.line > key.line):
            rest = self.lines[key.line - 1][key.end_column :]
        elif span and self._ends_where_it_says(path, span):
            rest = self.lines[span.end_line - 1][span.end_column - 1 :]
        else:
            return ""
        return rest.rstrip() if rest.lstrip().startswith("#") else ""

    def _ends_where_it_says(self, path: Path, span: Span) -> bool:
        """A block ends, as libyaml counts, where the next thing begins; only brackets and scalars end by themselves."""
        begins = self.lines[span.line - 1][span.column - 1]
        return begins in "[{" or (begins not in "|>" and not any(each[:-1] == path for each in self._paths()))

    def _is_there(self, path: Path) -> bool:
        return path in self.places.keys or path in self.places.values

    def _is_one_line(self, path: Path) -> bool:
        """Whether a value is a scalar or an empty collection that begins and ends on the line of its label."""
        span = self._span(path)
        if span is None:
            return path in self.places.keys
        written = self.lines[span.line - 1][span.column - 1 : span.end_column - 1]
        key = self.places.keys.get(path)
        same_line = span.line == span.end_line and (key is None or key.line == span.line)
        return same_line and not any(each[:-1] == path for each in self._paths()) and written[:1] not in ("|", ">")

    def _span(self, path: Path) -> Span | None:
        return self.places.values.get(path)

    def _paths(self) -> Iterator[Path]:
        """All labels and entries, in the order of the text."""
        return (path for _, path in self._starts())

    def _starts(self) -> list[tuple[tuple[int, int], Path]]:
        entries = {path: span for path, span in self.places.values.items() if path and isinstance(path[-1], int)}
        spans = {**entries, **self.places.keys}
        return sorted(((span.line, span.column), path) for path, span in spans.items() if path)

    def _column(self, path: Path) -> int:
        span = self.places.keys.get(path) or self.places.values[path]
        return span.column - 1

    def _dash(self, entry: Path) -> int:
        """Where the dash of a list's entry stands."""
        span = self.places.values[entry]
        return self.lines[span.line - 1].rindex("-", 0, span.column - 1)

    def _extent(self, path: Path) -> tuple[int, int]:
        """The first and last line of a label or entry with all that belongs to it; comments that follow do not."""
        starts = self._starts()
        at = next(index for index, (_, each) in enumerate(starts) if each == path)
        first, column = starts[at][0]
        after = next((start for start, each in starts[at + 1 :] if each[: len(path)] != path), None)
        last = after[0] - 1 if after else len(self.lines)
        while last > first and self._is_outside(self.lines[last - 1], column):
            last -= 1
        return first - 1, last - 1

    @staticmethod
    def _is_outside(line: str, column: int) -> bool:
        """Whether a line at the end of a value is none of its own: blank, or a comment that is not set in deeper."""
        bare = line.lstrip(" ")
        return not bare.strip() or (bare.startswith("#") and len(line) - len(bare) <= column)


def _on_one_line(value: Data) -> str | None:
    """A scalar or an empty collection as it is written; None for what needs lines of its own."""
    if isinstance(value, Mapping):
        return None if value else "{}"
    if isinstance(value, Sequence) and not isinstance(value, str):
        return None if value else "[]"
    return scalar(value)


def _entry(value: Data, dash: int) -> Iterator[str]:
    """An entry of a list, as lines."""
    pad = " " * dash
    written = _on_one_line(value)
    first, *rest = [written] if written is not None or not isinstance(value, Mapping) else mapping(value)
    yield f"{pad}- {first or ''}".rstrip()
    yield from (f"{pad}  {line}" for line in rest)
