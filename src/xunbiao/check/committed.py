"""commit → Files: a campaign as git has it; names are held, bytes come through one stream as they are asked for."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from xunbiao import repository
from xunbiao.model.diagnostic import Finding, Skipped
from xunbiao.model.document import DocumentKey
from xunbiao.repository import Repository
from xunbiao.workspace import MISSING, key_of


@dataclass(frozen=True, slots=True)
class CommitFiles:
    """The files of a campaign as a commit has them, by their blobs."""

    repository: Repository
    place: str
    keys: tuple[DocumentKey, ...]
    blobs: Mapping[str, str]

    @property
    def strays(self) -> tuple[tuple[str, Finding], ...]:
        return ()

    @property
    def skipped(self) -> tuple[Skipped, ...]:
        return ()

    def read(self, path: str) -> bytes | Finding:
        (found,) = self.read_all([path])
        return found

    def read_all(self, paths: Sequence[str]) -> Iterator[bytes | Finding]:
        contents = repository.contents(self.repository, [self.blobs[path] for path in paths if path in self.blobs])
        for path in paths:
            yield next(contents) if path in self.blobs else MISSING
        next(contents, None)  # to its end, where it is seen whether git failed


def commit_files(opened: Repository, commit: str) -> CommitFiles:
    """What a commit (a full id) holds of a campaign; links, submodules and large files are left out."""
    blobs = repository.files_at(opened, commit).files
    keys = tuple(key for path in sorted(blobs) if (key := key_of(path)))
    return CommitFiles(opened, commit[:12], keys, blobs)
