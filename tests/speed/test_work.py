"""How much is done for so many files: no clock is looked at, only what is read, kept and started."""

import json
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from types import ModuleType

import pytest

from xunbiao import source
from xunbiao.check import Selection, check, check_keeping, open_folder, open_workspace
from xunbiao.check.sharing import Marks, shared
from xunbiao.check.spreading import spread
from xunbiao.errors import CannotGoOn
from xunbiao.model.diagnostic import Finding, Skipped
from xunbiao.model.document import DocumentKey
from xunbiao.source import limits
from xunbiao.workspace import FolderFiles, find_root, folder_files

TODAY = date(2020, 12, 28)


@dataclass(frozen=True, slots=True)
class Counted:
    """Files that count how often each is read."""

    files: FolderFiles
    reads: Counter[str] = field(default_factory=Counter)

    @property
    def place(self) -> str:
        return self.files.place

    @property
    def keys(self) -> tuple[DocumentKey, ...]:
        return self.files.keys

    @property
    def strays(self) -> tuple[tuple[str, Finding], ...]:
        return self.files.strays

    @property
    def skipped(self) -> tuple[Skipped, ...]:
        return self.files.skipped

    def read(self, path: str) -> bytes | Finding:
        self.reads[path] += 1
        return self.files.read(path)

    def read_all(self, paths: Sequence[str]) -> Iterator[bytes | Finding]:
        return map(self.read, paths)


@pytest.fixture
def counted(corpus_of: str) -> Counted:
    return Counted(folder_files(find_root(Path(corpus_of))))


def test_the_made_files_are_in_order(corpus_of: str) -> None:
    """What the benchmarks time is a check that finds no error."""
    found = check(open_folder(Path(corpus_of)), TODAY).diagnostics
    assert not [each for each in found if each.severity == "error"]


def test_each_document_is_read_once(counted: Counted) -> None:
    """A check of everything reads every document of a unit one time, where no two units share a text."""
    check(open_workspace(counted), TODAY, Selection(ignore=("XB5",)), processes=1)
    documents = {path: times for path, times in counted.reads.items() if path.startswith("filings/")}
    assert set(documents.values()) == {1}
    assert len(documents) == 60


def test_only_what_is_asked_for_is_read(counted: Counted) -> None:
    """Without rules across units, a check of one unit reads that unit's documents and no others."""
    selection = Selection(ignore=("XB5",), wants=lambda path: path.startswith("filings/u00003/"))
    check(open_workspace(counted), TODAY, selection, processes=1)
    assert {path.split("/")[1] for path in counted.reads if path.startswith("filings/")} == {"u00003"}


@pytest.mark.parametrize("processes", [1, 3])
def test_what_is_kept_of_each_unit(counted: Counted, processes: int) -> None:
    """A check can keep something of every unit: in the order of their folders, from whichever process, read once."""
    workspace = open_workspace(counted)
    checked, kept = check_keeping(workspace, TODAY, Selection(("XB3",)), lambda own: own.unit.id, processes)
    assert tuple(kept) == workspace.folders
    assert checked == check(workspace, TODAY, Selection(("XB3",)))
    if processes == 1:
        check_keeping(open_workspace(fresh := Counted(counted.files)), TODAY, Selection(("XB3",)), lambda own: own, 1)
        assert {times for path, times in fresh.reads.items() if path.startswith("filings/")} == {1}


@pytest.mark.parametrize("processes", [2, 3, 4, 7])
def test_any_number_of_processes_finds_the_same(corpus: ModuleType, processes: int, tmp_path: Path) -> None:
    """However the work is parted, the same is found, down to what units share and which waivers were of use."""
    corpus.write(tmp_path / "campaign", 40, faults=3)
    settings = tmp_path / "campaign" / "xunbiao.yaml"
    waiver = "规则:\n  豁免:\n    - 单位: u00002\n      规则: XB303\n      理由: 试\n      至: 2021-01-01\n"
    settings.write_text(settings.read_text(encoding="utf-8").replace("规则: {}\n", waiver), encoding="utf-8")
    workspace = open_folder(tmp_path / "campaign")
    assert check(workspace, TODAY, processes=processes) == check(workspace, TODAY, processes=1)


def test_parts_come_back_in_order() -> None:
    """What each process found is told in the order of the parts."""
    assert spread(lambda part: part * 10, 4) == [0, 10, 20, 30]


def test_trouble_in_a_part_is_trouble() -> None:
    """What a part raises, the whole raises, from whichever process."""

    def work(part: int) -> int:
        if part == 2:
            raise ValueError("part 2")
        return part

    with pytest.raises(ValueError, match="part 2"):
        spread(work, 3)


def test_a_part_that_dies_is_told() -> None:
    """A process that ends without a word is told in one sentence."""
    import os

    with pytest.raises(CannotGoOn, match="memory"):
        spread(lambda part: os._exit(3) if part else part, 2)


def test_marks_are_small() -> None:
    """A mark costs twelve bytes, and units that share some are found by them."""
    first, second = Marks(), Marks()
    first.add(0, [1 << 60, 7, 7])
    second.add(1, [9, 7])
    first.add(2, [1 << 60])
    assert shared([first, second]) == {1 << 60: [0, 2], 7: [0, 1]}
    bytes_ = sum(part.itemsize * len(part) for marks in (first, second) for part in (*marks.hashes, *marks.units))
    assert bytes_ == 12 * 5


def test_a_large_roster_is_read(corpus: ModuleType, tmp_path: Path) -> None:
    """The roster alone may hold thousands of units; a filing of that size is refused."""
    corpus.write(tmp_path / "campaign", 12)
    units = tmp_path / "campaign" / "units.yaml"
    more = "".join(f"  x{number}:\n    全称: 平顶山市{number}局\n    应报: false\n" for number in range(5000))
    units.write_text(units.read_text(encoding="utf-8") + more, encoding="utf-8")
    assert len(open_folder(tmp_path / "campaign").roster) == 5002
    assert source.parse(units.read_bytes()).data is None


def test_the_roster_has_its_limit_too(corpus: ModuleType, tmp_path: Path) -> None:
    """A roster that no province could have is refused before it is read."""
    corpus.write(tmp_path / "campaign", 6)
    units = tmp_path / "campaign" / "units.yaml"
    units.write_bytes(b"#" * (limits_of_roster() + 1))
    with pytest.raises(CannotGoOn, match="XB002"):
        open_folder(tmp_path / "campaign")


@pytest.mark.slow
def test_a_roster_of_too_many_units_is_refused(corpus: ModuleType, tmp_path: Path) -> None:
    """Ten thousand units are read; more than twenty thousand are too many, which one line says, with the limit."""
    corpus.write(tmp_path / "campaign", 6)
    units = tmp_path / "campaign" / "units.yaml"
    units.write_text("\n".join(corpus._roster(10_000)) + "\n", encoding="utf-8")
    assert len(open_folder(tmp_path / "campaign").roster) == 10_000
    units.write_text("\n".join(corpus._roster(21_500)) + "\n", encoding="utf-8")
    with pytest.raises(CannotGoOn, match=r"units.yaml.*XB002.*250000") as caught:
        open_folder(tmp_path / "campaign")
    assert "\n" not in caught.value.message.zh + caught.value.message.en


def limits_of_roster() -> int:
    from xunbiao.model.document import Kind

    return limits(Kind.UNITS).size


def test_json_of_a_check_is_whole(corpus_of: str, capsys: pytest.CaptureFixture[str]) -> None:
    """The command counts what it read: sixty documents, the settings and the roster."""
    from xunbiao.cli import main

    with pytest.raises(SystemExit):
        main(["-C", corpus_of, "--today", "2020-12-28", "validate", "--format", "json"])
    assert json.loads(capsys.readouterr().out)["files_read"] == 62
