"""The example campaign, replayed commit by commit without any of the code that reads campaigns."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
import yaml

from xunbiao.demo import campaign_commits
from xunbiao.model.history import NewCommit

Tree = dict[str, bytes]


@dataclass
class Arrival:
    """A file that changed on main, by whom and when; an author of what came on a branch is the branch's."""

    path: str
    before: bytes | None
    after: bytes | None
    at: datetime
    author: str
    committer: str
    written: datetime

    @property
    def was(self) -> Any:
        return plain(self.before) if self.before else None

    @property
    def now(self) -> Any:
        return plain(self.after) if self.after else None


@dataclass
class Replay:
    """The commits, the tree of main in the end, and everything that arrived on main, in order."""

    commits: list[NewCommit]
    main: Tree = field(default_factory=dict)
    branches: dict[str, Tree] = field(default_factory=dict)
    arrivals: list[Arrival] = field(default_factory=list)
    drafts: list[tuple[str, str, bytes]] = field(default_factory=list)
    """Branch, path and bytes of every version that was committed on a branch."""

    def of(self, unit: str, document: str) -> list[Arrival]:
        path = f"filings/{unit}/{document}.yaml"
        return [each for each in self.arrivals if each.path == path]

    def load(self, unit: str, document: str) -> Any:
        return plain(self.main[f"filings/{unit}/{document}.yaml"])

    @property
    def drafted(self) -> list[tuple[str, str, Any]]:
        """What was committed on branches, read."""
        return [(branch, path, plain(raw)) for branch, path, raw in self.drafts]

    @property
    def roster(self) -> Any:
        return plain(self.main["units.yaml"])

    @property
    def documents(self) -> dict[str, bytes]:
        return {path: raw for path, raw in self.main.items() if path.startswith("filings/")}

    def versions(self) -> Iterator[tuple[str, bytes]]:
        """Every version of every file of a unit, on branches too."""
        for commit in self.commits:
            for path, raw in commit.files.items():
                if raw is not None and path.startswith("filings/"):
                    yield path, raw


def plain(raw: bytes) -> Any:
    """The document with every value as the text that stands there."""
    return yaml.load(raw, Loader=yaml.CBaseLoader)


def at(document: Any, place: str) -> Any:
    """What stands at a dotted place, as text; None where nothing does."""
    for step in place.split("."):
        if isinstance(document, list):
            document = document[int(step)] if int(step) < len(document) else None
        elif isinstance(document, dict):
            document = document.get(step)
        else:
            return None
    return document if document is None or isinstance(document, str) else str(document)


def replay(commits: list[NewCommit]) -> Replay:
    told = Replay(commits)
    writers: dict[str, NewCommit] = {}
    for commit in commits:
        if commit.branch != "main":
            tree = told.branches.setdefault(commit.branch, dict(told.main))
            writers[commit.branch] = commit
            told.drafts += [(commit.branch, path, raw) for path, raw in commit.files.items() if raw]
            apply(tree, commit)
            continue
        branch = told.branches.pop(commit.merges) if commit.merges else {}
        for path, raw in commit.files.items():
            from_branch = commit.merges and branch.get(path) == raw
            writer = writers[commit.merges] if from_branch else commit
            told.arrivals.append(
                Arrival(
                    path,
                    told.main.get(path),
                    raw,
                    commit.committer.at,
                    writer.author.name,
                    commit.committer.name,
                    writer.author.at,
                )
            )
        apply(told.main, commit)
    return told


def apply(tree: Tree, commit: NewCommit) -> None:
    for path, raw in commit.files.items():
        if raw is None:
            del tree[path]
        else:
            tree[path] = raw


@pytest.fixture(scope="session")
def campaign() -> Replay:
    return replay(list(campaign_commits()))


@pytest.fixture(scope="session")
def planted() -> Any:
    return plain(Path(__file__).with_name("planted.yaml").read_bytes())


@pytest.fixture(scope="session")
def look() -> Any:
    """`at`, for the tests: what stands at a dotted place."""
    return at
