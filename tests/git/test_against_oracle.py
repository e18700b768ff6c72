"""A long random life of a campaign on branches, told by the tool and by a simple oracle that never sees git.

The oracle knows only what was done, in its own terms: it keeps each document as five plain fields, merges field by
field, and writes down what a supervisor should hear. The tool sees nothing but the repository.
"""

import random
import subprocess
from dataclasses import dataclass, field, replace
from datetime import date, datetime, timedelta
from pathlib import Path

import pytest

from xunbiao import audit, repository
from xunbiao.model.campaign import Campaign, Roster
from xunbiao.model.diagnostic import field_name
from xunbiao.model.document import Kind
from xunbiao.model.history import ChangeKind, NewCommit, Signature
from xunbiao.model.language import Phrase

START = datetime.fromisoformat("2019-10-22T09:00:00+08:00")
DUE = date(2019, 11, 20)
FIELDS = {
    "text": "对标方向.举措.J1.内容",
    "person": "对标方向.举措.J1.责任人",
    "deadline": "对标方向.举措.J1.时限",
    "target": "对标方向.目标.横向标杆单位.M1.指标.目标值",
}
Told = tuple[str, str, str, str, object, object, str, str, bool]


@dataclass(frozen=True)
class Doc:
    """A filing as far as this story goes; no person is an empty text."""

    text: str
    person: str
    deadline: str
    target: int
    readable: bool = True

    def yaml(self) -> bytes:
        colon = ":" if self.readable else "："
        return (
            f"对标方向{colon}\n  目标:\n    横向标杆单位:\n      M1:\n        内容: 办理时间\n        指标:\n"
            f"          维度: 时间\n          单位: 天\n          目标值: {self.target}\n  举措:\n    J1:\n"
            f"      内容: {self.text}\n      责任人: {self.person or '~'}\n      时限: {self.deadline}\n"
        ).encode()


@dataclass
class Branch:
    """A branch for one unit: where it started, what it holds, who last changed which field of it."""

    name: str
    unit: str
    base: Doc | None
    doc: Doc | None
    touched: dict[str, str] = field(default_factory=dict)
    maker: str = ""


@dataclass
class Life:
    """Chooses what happens next, makes the commits, and keeps the oracle's account."""

    dice: random.Random
    commits: list[NewCommit] = field(default_factory=list)
    told: list[Told] = field(default_factory=list)
    main: dict[str, Doc] = field(default_factory=dict)
    last_readable: dict[str, Doc] = field(default_factory=dict)
    past: dict[str, list[Doc]] = field(default_factory=dict)
    branches: list[Branch] = field(default_factory=list)
    renamed: dict[str, str] = field(default_factory=dict)
    number: int = 0

    def live(self, operations: int) -> None:
        self._commit({"xunbiao.yaml": b"x: 1\n"})
        for _ in range(operations):
            self.dice.choices(
                [
                    self.file,
                    self.edit,
                    self.branch,
                    self.work,
                    self.merge,
                    self.rename,
                    self.drop,
                    self.revert,
                    self.spoil,
                ],
                [3, 8, 5, 10, 5, 1, 1, 2, 1],
            )[0]()
        while self.branches:
            self.merge()

    # What can happen -------------------------------------------------------------------------------------------------

    def file(self) -> None:
        """A new unit, or one whose filing was deleted, files on main."""
        gone = [unit for unit in self.past if unit not in self.main and unit not in self.renamed and self._free(unit)]
        unit = self.dice.choice(gone) if gone and self.dice.random() < 0.5 else f"u{self._next()}"
        if self._free(unit):
            self._on_main({unit: self._fresh()})

    def edit(self) -> None:
        """A field or two of a filing change on main; what cannot be read is left to be mended first."""
        if unit := self._pick():
            doc = self.main[unit]
            changed = replace(doc, readable=True)
            for _ in range(self.dice.choice([1, 1, 2])):
                changed = self._altered(changed)
            self._on_main({unit: changed})

    def spoil(self) -> None:
        """A filing becomes unreadable."""
        if unit := self._pick(free=True):
            self._on_main({unit: replace(self.main[unit], readable=False, text=f"坏{self._next()}")})

    def revert(self) -> None:
        """A filing goes back to how it once was."""
        if unit := self._pick(free=True):
            self._on_main({unit: self.dice.choice(self.past[unit])})

    def drop(self) -> None:
        """A filing is deleted."""
        if unit := self._pick(free=True):
            self._on_main({unit: None})

    def rename(self) -> None:
        """A unit's folder gets another name, its filing unchanged or with a new target."""
        unit = self._pick(free=True)
        if unit is None or not self.main[unit].readable:
            return
        new, author = f"u{self._next()}", self._name()
        doc = self.main.pop(unit)
        self.main[new] = doc
        for store in (self.past, self.last_readable):
            store[new] = store.pop(unit)  # type: ignore[attr-defined, index]
        self.renamed[unit] = new
        at = self._commit({path(unit): None, path(new): doc.yaml()}, author)
        self._tell(new, path(new), "", "changed", path(unit), path(new), author, at)

    def branch(self) -> None:
        """Somebody starts to work on a unit of their own, or on a filing that main also changes."""
        unit = self._pick(free=True) if self.dice.random() < 0.7 else f"u{self._next()}"
        doc = self.main.get(unit) if unit else None
        if unit and (doc is None or doc.readable):
            self.branches.append(Branch(f"b{self._next()}", unit, doc, doc))

    def work(self) -> None:
        """A commit on a branch: a first filing, an altered field, or one put back to where the branch started."""
        if not self.branches:
            return
        branch, author = self.dice.choice(self.branches), self._name()
        if branch.doc is None:
            branch.doc, branch.maker = self._fresh(), author
        elif branch.base and self.dice.random() < 0.2:
            name = self.dice.choice(list(FIELDS))
            put_back = replace(branch.doc, **{name: getattr(branch.base, name)})
            if put_back == branch.doc:
                return
            branch.doc = put_back
            branch.touched[name] = author
        else:
            before = branch.doc
            branch.doc = self._altered(before)
            branch.touched |= {name: author for name in FIELDS if getattr(before, name) != getattr(branch.doc, name)}
        self._commit({path(branch.unit): branch.doc.yaml()}, author, branch=branch.name)

    def merge(self) -> None:
        """A branch reaches main: what it changed wins over what main did; now and then the merger adds something."""
        if not self.branches:
            return
        branch = self.branches.pop(self.dice.randrange(len(self.branches)))
        if branch.doc is None or (branch.doc == branch.base and not branch.touched):
            return
        merger, ours = f"合并{self._next()}", self.main.get(branch.unit)
        if ours is not None and not ours.readable:
            ours = self.last_readable[branch.unit]
        merged = branch.doc
        if ours and branch.base:
            theirs = {
                name: getattr(branch.doc, name)
                for name in FIELDS
                if getattr(branch.doc, name) != getattr(branch.base, name)
            }
            merged = replace(ours, **theirs)
        evil = ""
        if self.dice.random() < 0.25:
            before, merged = merged, self._altered(merged)
            evil = next(name for name in FIELDS if getattr(before, name) != getattr(merged, name))
        before_evil = branch.doc
        at = self._commit({path(branch.unit): merged.yaml()}, merger, merges=branch.name)
        if branch.base is None:
            self._tell(branch.unit, path(branch.unit), "", "created", None, None, branch.maker, at)
            if evil:
                self._tell_field(branch.unit, evil, before_evil, merged, merger, at)
        elif ours:
            for name in FIELDS:
                self._tell_field(
                    branch.unit, name, ours, merged, merger if name == evil else branch.touched.get(name, merger), at
                )
        self._keep(branch.unit, merged)

    # The account -----------------------------------------------------------------------------------------------------

    def _on_main(self, files: dict[str, Doc | None]) -> None:
        author = self._name()
        ((unit, doc),) = files.items()
        before, there = self.last_readable.get(unit), unit in self.main
        if doc == self.main.get(unit):
            return
        at = self._commit({path(unit): doc.yaml() if doc else None}, author)
        if doc is None:
            self._tell(unit, path(unit), "", "removed", None, None, author, at)
            del self.main[unit]
            return
        if not doc.readable:
            self._tell(unit, path(unit), "", "unreadable", None, "?", author, at)
            self.main[unit] = doc
            return
        if not there:
            self._tell(unit, path(unit), "", "created", None, None, author, at)
        if before:
            for name in FIELDS:
                self._tell_field(unit, name, before, doc, author, at)
        self._keep(unit, doc)

    def _keep(self, unit: str, doc: Doc) -> None:
        self.main[unit] = self.last_readable[unit] = doc
        self.past.setdefault(unit, []).append(doc)

    def _tell_field(self, unit: str, name: str, before: Doc, after: Doc, author: str, at: datetime) -> None:
        old, new = getattr(before, name), getattr(after, name)
        if old == new:
            return
        kind = "changed"
        if name == "person" and not (old and new):
            kind = "created" if new else "removed"
        elif name == "deadline" and new > old:
            kind = "slipped"
        elif name == "target":
            kind = "loosened" if new > old else "tightened"
        self._tell(unit, path(unit), FIELDS[name], kind, old or None, new or None, author, at)

    def _tell(
        self, unit: str, document: str, name: str, kind: str, old: object, new: object, author: str, at: datetime
    ) -> None:
        self.told.append((unit, document, name, kind, old, new, author, at.isoformat(), at.date() > DUE))

    # Odds and ends ---------------------------------------------------------------------------------------------------

    def _commit(self, files: dict[str, bytes | None], author: str = "收件人", **where: str) -> datetime:
        at = START + timedelta(hours=3 * len(self.commits))
        who = Signature(author, "a@example.cn", at)
        self.commits.append(NewCommit(who, who, "报送", files, **where))
        return at

    def _pick(self, *, free: bool = False) -> str | None:
        units = [unit for unit in self.main if not free or self._free(unit)]
        return self.dice.choice(units) if units else None

    def _free(self, unit: str) -> bool:
        return all(branch.unit != unit for branch in self.branches)

    def _next(self) -> int:
        self.number += 1
        return self.number

    def _name(self) -> str:
        return f"{self.dice.choice('甲乙丙丁戊')}{self._next()}"

    def _fresh(self) -> Doc:
        return Doc(f"做法{self._next()}", self._name(), f"2020-{self.dice.randint(1, 12):02d}-15", 1000 + self._next())

    def _altered(self, doc: Doc) -> Doc:
        """Another value in one field, one that was never there before."""
        unique = self._next()
        name = self.dice.choice(list(FIELDS))
        value: dict[str, object] = {
            "text": f"做法{unique}",
            "person": f"某{unique}" if not doc.person or self.dice.random() < 0.7 else "",
            "deadline": (date(2020, 1, 1) + timedelta(days=self.dice.choice([unique, 4000 - unique]))).isoformat(),
            "target": self.dice.choice([unique, 100_000 - unique]),
        }
        return replace(doc, **{name: value[name]})  # type: ignore[arg-type]


def path(unit: str) -> str:
    return f"filings/{unit}/filing.yaml"


def told_by_the_tool(top: Path) -> list[Told]:
    opened = repository.open_repository(top)
    campaign = Campaign("", "", "", date(2019, 10, 21), (), DUE, {}, date(2020, 12, 31))
    revisions = repository.revisions(opened, repository.head(opened))

    def versions(ids: list[str], kind: Kind) -> object:
        return audit.read_versions((raw for _, raw in repository.blobs(opened, ids, kind)), kind)

    return [
        (
            event.unit, event.document.path, field_name(event.change.path), str(event.change.kind), event.change.before,
            "?" if isinstance(event.change.after, Phrase) else event.change.after, event.commit.author,
            event.commit.arrived_at.isoformat(), event.after_deadline,
        )
        for event in audit.events(revisions, versions, campaign, Roster({}))  # type: ignore[arg-type]
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("seed", "operations"),
    [(1, 1_000), *(pytest.param(seed, 1_000, marks=pytest.mark.slow) for seed in range(2, 10))],
)
def test_the_tool_tells_what_the_oracle_saw(tmp_path: Path, seed: int, operations: int) -> None:
    """Edits, branches, merges fair and evil, renames, deletions, reverts, broken files: event by event the same."""
    life = Life(random.Random(seed))
    life.live(operations)
    top = tmp_path / "campaign"
    repository.write_commits(repository.create(top), life.commits)
    subprocess.run(["git", "-C", str(top), "fsck", "--strict", "--no-progress"], check=True, capture_output=True)
    # A unit renamed later goes by its last id, and events of one arrival stand in no order that would matter.
    final = life.renamed
    while any(new in final for new in final.values()):
        final = {old: final.get(new, new) for old, new in final.items()}
    expected = [(final.get(unit, unit), *rest) for unit, *rest in life.told]
    found = told_by_the_tool(top)
    assert len(expected) > operations / 2
    assert {kind for _, _, _, kind, *_ in expected} == set(ChangeKind)
    assert sum(author.startswith("合并") for *_, author, _, _ in expected) > operations / 200
    mine, theirs = sorted(map(repr, found)), sorted(map(repr, expected))
    assert [each for each in mine if each not in theirs] == [each for each in theirs if each not in mine]
    assert len(mine) == len(theirs)
    assert [each[7] for each in found] == sorted(each[7] for each in found)
