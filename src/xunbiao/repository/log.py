"""git log → Entries: one pass over the whole history, every commit with its parents and with what it changed.

`--pretty=raw` shows each commit as it is stored and, for a merge, once a parent with the parent's id, which no format
of one's own can do. Lines of a message are indented there and records end in NUL, so no text can pass for a record.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta, timezone
from io import BufferedReader
from itertools import groupby

from xunbiao.model.history import FileChange
from xunbiao.repository.place import Repository

_CHUNK = 1 << 16
_COMMIT = re.compile(rb"commit ([0-9a-f]{40,64})(?: \(from ([0-9a-f]{40,64})\))?(?=\n|$)")
_RAW = re.compile(rb":([0-7]{6}) ([0-7]{6}) ([0-9a-f]{40,64}) ([0-9a-f]{40,64}) [A-Z][0-9]*$")
_PERSON = re.compile(rb"([^<]*?) ?<([^>]*)>(.*)")
_TRAILER = re.compile(r"([A-Za-z][A-Za-z0-9-]{0,60}): *(.*)")
_LINKS = frozenset({b"120000", b"160000"})
_MOST_SHOWN = 200
_LATEST = datetime(9000, 1, 1, tzinfo=UTC).timestamp()

_ARGUMENTS = (
    "log", "--topo-order", "--reverse", "--full-history", "--sparse", "--raw", "-z", "-m", "--root", "--no-abbrev",
    "--no-renames", "--no-relative", "--no-ext-diff", "--no-textconv", "--no-show-signature", "--no-notes",
    "--no-mailmap", "--no-decorate", "--no-color", "-O/dev/null", "--pretty=raw",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Person:
    """Author or committer as a commit names them."""

    name: str
    email: str
    at: datetime


@dataclass(frozen=True, slots=True)
class Entry:
    """A commit with what it changed against each of its parents (against nothing: the key is empty)."""

    id: str
    parents: tuple[str, ...]
    author: Person
    committer: Person
    message: str
    against: Mapping[str, tuple[FileChange, ...]]

    @property
    def subject(self) -> str:
        return self.message.strip().partition("\n")[0][:_MOST_SHOWN]

    @property
    def first_changes(self) -> tuple[FileChange, ...]:
        """Against the first parent, or all that a root holds."""
        return self.against.get(self.parents[0] if self.parents else "", ())

    @property
    def trailers(self) -> dict[str, tuple[str, ...]]:
        """The `Key: value` lines of the last paragraph, if it holds nothing else."""
        lines = self.message.strip().rpartition("\n\n")[2].splitlines()[:50]
        pairs = [_TRAILER.fullmatch(line) for line in lines]
        found: dict[str, tuple[str, ...]] = {}
        for pair in pairs if "\n\n" in self.message.strip() and all(pairs) else ():
            if pair:
                found[pair[1]] = (*found.get(pair[1], ()), pair[2].strip()[:_MOST_SHOWN])
        return found


def read_log(repository: Repository, commit: str, paths: tuple[str, ...]) -> list[Entry]:
    """All that led to a commit (a full id), parents before children, with its changes to some paths of the campaign."""
    wanted = [repository.prefix + path for path in paths]
    with repository.git.stream(*_ARGUMENTS, commit, "--", *wanted) as answers:
        return list(_entries(_tokens(answers), repository.prefix))


def _tokens(stream: BufferedReader) -> Iterator[bytes]:
    """What stands between NULs."""
    rest = b""
    while chunk := stream.read1(_CHUNK):
        *whole, rest = (rest + chunk).split(b"\0")
        yield from whole
    if rest:
        yield rest


def _entries(tokens: Iterator[bytes], prefix: str) -> Iterator[Entry]:
    """Records of one commit, one a parent, follow each other."""
    for _, records in groupby(_records(tokens, prefix), key=lambda record: record[0][1]):
        together = list(records)
        yield _entry(together[0][1], {(found[2] or b"").decode(): tuple(changes) for found, _, changes in together})


def _records(tokens: Iterator[bytes], prefix: str) -> Iterator[tuple[re.Match[bytes], bytes, list[FileChange]]]:
    """A commit's first line, its text, and its changes against one parent."""
    found, text, changes = None, b"", list[FileChange]()
    for token in tokens:
        if token.startswith(b"commit "):
            if found:
                yield found, text, changes
            # The first change shares its token with the text: it is the last line, the only one that is not indented.
            text, _, token = token.rpartition(b"\n")
            found, changes = _COMMIT.match(text), []
        if change := _RAW.match(token):
            changes.append(_change(change, next(tokens, b""), prefix))
    if found:
        yield found, text, changes


def _change(raw: re.Match[bytes], path: bytes, prefix: str) -> FileChange:
    name = path.decode("utf-8", "backslashreplace").removeprefix(prefix)
    before, after = (_blob(raw[mode], raw[mode + 2]) for mode in (1, 2))
    return FileChange(name, before, after, link=raw[2] in _LINKS)


def _blob(mode: bytes, blob: bytes) -> str | None:
    return None if mode == b"000000" or mode in _LINKS else blob.decode()


def _entry(text: bytes, against: dict[str, tuple[FileChange, ...]]) -> Entry:
    header, _, message = text.partition(b"\n\n")
    fields = [line.partition(b" ")[::2] for line in header.split(b"\n")]
    parents = tuple(value.decode("ascii", "replace") for key, value in fields if key == b"parent")
    if "" in against and len(parents) == 1:
        against = {parents[0]: against[""]}
    values = dict(reversed(fields))
    return Entry(
        id=values[b"commit"][:64].split()[0].decode(),
        parents=parents,
        author=person(values.get(b"author", b"")),
        committer=person(values.get(b"committer", b"")),
        message="\n".join(line.removeprefix("    ") for line in decoded(message).split("\n")),
        against=against,
    )


def person(value: bytes) -> Person:
    """`NAME <EMAIL> SECONDS ZONE`, of which any part may be missing or mad."""
    found = _PERSON.match(value)
    if found is None:
        return Person(decoded(value)[:_MOST_SHOWN], "", _instant([]))
    return Person(decoded(found[1])[:_MOST_SHOWN], decoded(found[2])[:_MOST_SHOWN], _instant(found[3].split()))


def _instant(parts: list[bytes]) -> datetime:
    """Seconds since 1970 and a zone → an instant within 1970–9000, so that no later sum can overflow."""
    # Twenty digits are beyond every year; Python refuses to read some thousands.
    seconds = int(parts[0][:20]) if parts and parts[0].isdigit() else 0
    return datetime.fromtimestamp(min(seconds, _LATEST), _zone(parts[1] if len(parts) > 1 else b""))


def _zone(text: bytes) -> timezone:
    found = re.fullmatch(rb"([+-])([0-9]{2})([0-9]{2})", text)
    minutes = int(found[2]) * 60 + int(found[3]) if found else 0
    offset = minutes if found and found[1] == b"+" else -minutes
    return timezone(timedelta(minutes=offset)) if minutes <= 14 * 60 else UTC


def decoded(raw: bytes) -> str:
    """A commit's text: UTF-8 as git promises, else what old Chinese tools wrote; never an error."""
    for encoding in ("utf-8", "gb18030"):
        try:
            return raw.decode(encoding)
        except UnicodeDecodeError:
            continue
    return raw.decode("utf-8", "replace")
