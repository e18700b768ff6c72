"""What lies in a campaign folder, on a real disk: documents are found, strange things are told, nothing is followed."""

import os
import socket
import threading
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from xunbiao.errors import CannotGoOn
from xunbiao.model.diagnostic import Finding
from xunbiao.model.document import DocumentKey, Kind
from xunbiao.model.period import Quarter
from xunbiao.workspace import FolderFiles, MemoryFiles, find_root, folder_files, is_unit_id, key_of

SECRET = "secret-content-of-another-file"
as_anyone = pytest.mark.skipif(hasattr(os, "geteuid") and os.geteuid() == 0, reason="root may read everything")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A campaign folder with one unit's filing and two reports."""
    root = tmp_path / "campaign"
    unit = root / "filings" / "scjgj"
    unit.mkdir(parents=True)
    for path in (root / "xunbiao.yaml", root / "units.yaml", unit / "filing.yaml", unit / "2020Q1.yaml"):
        path.write_text(f"名: {path.name}\n", encoding="utf-8")
    (unit / "summary.yaml").write_text("类型: 总结报告\n", encoding="utf-8")
    (tmp_path / "outside.yaml").write_text(SECRET, encoding="utf-8")
    return root


@pytest.fixture
def strays(folder: Path) -> Callable[[], dict[str, str]]:
    """Reads the folder anew: what is strange in it, path → code; of twins, what each is by itself."""
    return lambda: {path: each.code for path, each in folder_files(folder).strays if each.code != "XB032"}


def why(found: bytes | Finding) -> str:
    """The reason why a file was not read."""
    assert isinstance(found, Finding)
    assert found.code == "XB001"
    phrase = found.values["why"]
    return f"{phrase.zh} {phrase.en}"  # type: ignore[attr-defined]


def test_documents_are_found_in_order(folder: Path) -> None:
    """Every document is found by its place, sorted by path, and read as it is."""
    files = folder_files(folder)
    assert files.keys == (
        DocumentKey(Kind.QUARTERLY, "scjgj", Quarter(2020, 1)),
        DocumentKey(Kind.FILING, "scjgj"),
        DocumentKey(Kind.SUMMARY, "scjgj"),
        DocumentKey(Kind.UNITS),
        DocumentKey(Kind.CAMPAIGN),
    )
    assert files.read("filings/scjgj/filing.yaml") == "名: filing.yaml\n".encode()
    assert files.strays == ()
    assert files.skipped == ()


def test_paths_and_keys_belong_together(folder: Path) -> None:
    """A document's key gives the path at which it was found."""
    for key in folder_files(folder).keys:
        assert key_of(key.path) == key
        assert (folder / key.path).is_file()


@pytest.mark.parametrize(
    "target",
    ["/etc/passwd", "../../../outside.yaml", "../../../.git/config", "/proc/self/environ", "/dev/zero", "gone"],
)
def test_links_are_never_followed(folder: Path, target: str) -> None:
    """A link in a document's place is told as a link; nothing of what it points to is read."""
    link = folder / "filings" / "scjgj" / "2020Q2.yaml"
    link.symlink_to(target)
    files = folder_files(folder)
    assert DocumentKey(Kind.QUARTERLY, "scjgj", Quarter(2020, 2)) in files.keys
    found = files.read("filings/scjgj/2020Q2.yaml")
    assert "符号链接" in why(found)
    assert SECRET not in why(found)


def test_links_in_a_circle(folder: Path) -> None:
    """A link to itself is a link like others."""
    loop = folder / "filings" / "scjgj" / "2020Q2.yaml"
    loop.symlink_to("2020Q2.yaml")
    assert "符号链接" in why(folder_files(folder).read("filings/scjgj/2020Q2.yaml"))


@pytest.mark.parametrize(
    "name", ["filings/fgw", "filings/scjgj/other.yaml", "filings/scjgj/notes.txt", "catalogue/P31.yaml"]
)
def test_links_are_told_wherever_they_lie(folder: Path, name: str) -> None:
    """A linked unit, a linked stray and a linked practice are told; no linked folder is entered."""
    (folder / name).parent.mkdir(exist_ok=True)
    (folder / name).symlink_to(folder / "filings" / "scjgj")
    files = folder_files(folder)
    assert [key.unit for key in files.keys if key.path.startswith("filings/fgw")] == []
    told = dict(files.strays).get(name) or files.read(name)
    assert "符号链接" in why(told)


@pytest.mark.parametrize("name", ["filings", "catalogue"])
def test_linked_top_folders_are_told(folder: Path, name: str, strays: Callable[[], dict[str, str]]) -> None:
    """A linked filings/ or catalogue/ does not look like an empty one."""
    target = folder.parent / "elsewhere"
    (folder / name).rename(target) if (folder / name).exists() else target.mkdir()
    (folder / name).symlink_to(target)
    assert strays() == {name: "XB001"}


def test_pipes_do_not_hang(folder: Path) -> None:
    """A named pipe in a document's place is told at once, though nobody writes to it."""
    os.mkfifo(folder / "filings" / "scjgj" / "2020Q2.yaml")
    answers: list[bytes | Finding] = []
    reader = threading.Thread(
        target=lambda: answers.append(folder_files(folder).read("filings/scjgj/2020Q2.yaml")), daemon=True
    )
    start = time.monotonic()
    reader.start()
    reader.join(5)
    assert time.monotonic() - start < 5
    assert "普通文件" in why(answers[0])


def test_sockets_and_folders_are_no_documents(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A socket and a folder in a document's place are told."""
    monkeypatch.chdir(folder / "filings" / "scjgj")  # a socket's path must be short
    with socket.socket(socket.AF_UNIX) as listener:
        listener.bind("2020Q2.yaml")
        (folder / "filings" / "scjgj" / "2020Q3.yaml").mkdir()
        files = folder_files(folder)
        assert why(files.read("filings/scjgj/2020Q2.yaml"))
        assert "普通文件" in why(files.read("filings/scjgj/2020Q3.yaml"))


@as_anyone
def test_a_file_without_permission(folder: Path) -> None:
    """A file that may not be read is told as such."""
    path = folder / "filings" / "scjgj" / "filing.yaml"
    path.chmod(0)
    assert "权限" in why(folder_files(folder).read("filings/scjgj/filing.yaml"))


@as_anyone
def test_a_folder_without_permission(folder: Path, strays: Callable[[], dict[str, str]]) -> None:
    """A unit's folder that may not be listed does not look like an empty one."""
    unit = folder / "filings" / "scjgj"
    unit.chmod(0)
    try:
        assert strays() == {"filings/scjgj": "XB001"}
    finally:
        unit.chmod(0o755)


def test_a_file_in_a_folders_place(folder: Path, strays: Callable[[], dict[str, str]]) -> None:
    """A file named catalogue is told; a file beside the units is skipped or told by its name."""
    (folder / "catalogue").write_text("x", encoding="utf-8")
    (folder / "filings" / "readme.txt").write_text("x", encoding="utf-8")
    (folder / "filings" / "scjgj.yaml").write_text("x", encoding="utf-8")
    assert strays() == {"catalogue": "XB001", "filings/scjgj.yaml": "XB030"}
    assert [each.path for each in folder_files(folder).skipped] == ["filings/readme.txt"]


def test_a_missing_file(folder: Path) -> None:
    """A file that is gone by the time it is read is told, not raised."""
    files = folder_files(folder)
    (folder / "filings" / "scjgj" / "filing.yaml").unlink()
    assert why(files.read("filings/scjgj/filing.yaml"))


def test_a_file_too_large_is_not_read(folder: Path) -> None:
    """Size is looked at first; a huge sparse file costs nothing."""
    path = folder / "filings" / "scjgj" / "filing.yaml"
    with path.open("wb") as stream:
        stream.truncate(1 << 40)
    found = folder_files(folder).read("filings/scjgj/filing.yaml")
    assert isinstance(found, Finding)
    assert found.code == "XB002"


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("filings/scjgj/2020q1.yaml", "XB030"),
        ("filings/scjgj/2020Q5.yaml", "XB030"),
        ("filings/scjgj/20201.yaml", "XB030"),
        ("filings/scjgj/filing.yml", "XB030"),
        ("filings/scjgj/申报表.yaml", "XB030"),
        ("filings/scjgj/filing.YAML", "XB030"),
        ("filings/scjgj/filing .yaml", "XB030"),
        ("filings/scjgj/con.yaml", "XB030"),
        ("filings/scjgj/a\nb.yaml", "XB030"),
        ("filings/scjgj/\x1b[31mred.yaml", "XB030"),
        ("filings/scjgj/::error::x.yaml", "XB030"),
        ("filings/scjgj/%0A,line=1.yaml", "XB030"),
        ("filings/scjgj/\u202egnp.yaml", "XB030"),
        ("filings/scjgj/[bold]x.yaml", "XB030"),
        ("filings/scjgj/-rf.yaml", "XB030"),
        ("filings/Scjgj2/filing.yaml", "XB031"),
        ("filings/市场监管局/filing.yaml", "XB031"),
        ("filings/a_b/2020Q1.yaml", "XB031"),
        ("filings/-rf/filing.yaml", "XB031"),
        ("filings/con/filing.yaml", "XB031"),
        ("filings/a./filing.yaml", "XB031"),
        ("catalogue/P1.yaml", "XB030"),
        ("catalogue/p09.yaml", "XB030"),
    ],
)
def test_names_that_are_none(folder: Path, name: str, code: str, strays: Callable[[], dict[str, str]]) -> None:
    """Whatever the name, a YAML file that is no document is told by its path."""
    (folder / name).parent.mkdir(exist_ok=True)
    (folder / name).write_text("x: 1\n", encoding="utf-8")
    assert strays()[name] == code
    assert all(key.path != name for key in folder_files(folder).keys)


def test_names_that_are_not_utf8(folder: Path) -> None:
    """A name of odd bytes is told, and can be shown without an error."""
    path = os.fsencode(folder / "filings" / "scjgj") + b"/\xff\xfe.yaml"
    with open(path, "wb") as stream:
        stream.write(b"x: 1\n")
    ((name, finding),) = folder_files(folder).strays
    assert finding.code == "XB030"
    assert name.encode("utf-8", "backslashreplace")


def test_other_files_are_skipped_and_hidden_ones_ignored(folder: Path) -> None:
    """What does not look like a document is listed as skipped; dot files are nobody's business."""
    for name in ("说明.docx", "notes.txt", ".filing.yaml.swp", ".draft.yaml"):
        (folder / "filings" / "scjgj" / name).write_text("x", encoding="utf-8")
    (folder / "filings" / "scjgj" / "attachments").mkdir()
    files = folder_files(folder)
    assert [each.path for each in files.skipped] == [
        "filings/scjgj/attachments",
        "filings/scjgj/notes.txt",
        "filings/scjgj/说明.docx",
    ]
    assert files.strays == ()


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("filings/scjgj/filing.yaml", "filings/scjgj/Filing.yaml"),
        ("filings/scjgj/2020Q1.yaml", "filings/scjgj/2020q1.yaml"),
        ("filings/scjgj/filing.yaml", "filings/SCJGJ/filing.yaml"),
        ("filings/scjgj/Caf\u00e9.yaml", "filings/scjgj/Cafe\u0301.yaml"),
    ],
)
def test_twins_are_told_at_the_one_that_is_no_document(folder: Path, first: str, second: str) -> None:
    """Names that are one on other systems are told at the stranger of the two, with the other named."""
    for name in (first, second):
        (folder / name).parent.mkdir(exist_ok=True)
        (folder / name).write_text("x: 1\n", encoding="utf-8")
    twins = [
        (path, finding.values["other"]) for path, finding in folder_files(folder).strays if finding.code == "XB032"
    ]
    assert twins == [(second, first)]


@pytest.mark.parametrize("id_", ["scjgj", "fgw", "a", "a1", "gx-q", "x" * 64, "com10"])
def test_unit_ids(id_: str) -> None:
    """Lower-case words joined by hyphens are ids."""
    assert is_unit_id(id_)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "A",
        "1a",
        "-a",
        "a-",
        "a--b",
        "a_b",
        "a.b",
        "a/b",
        "../../x",
        "/abs",
        "C:\\x",
        ".git",
        "con",
        "nul",
        "com1",
        "lpt9",
        "a\n",
        "a ",
        "市",
        "ａ",
        "x" * 65,
        "-rf",
        "a" * 300,
    ],
)
def test_what_is_no_unit_id(text: str) -> None:
    """Paths, options, device names, other scripts and long texts are no ids."""
    assert not is_unit_id(text)


@pytest.mark.parametrize(
    "path",
    [
        "filings/../x/filing.yaml",
        "/filings/scjgj/filing.yaml",
        "filings/scjgj/sub/filing.yaml",
        "filings/filing.yaml",
        "x.yaml",
    ],
)
def test_paths_that_lead_to_no_document(path: str) -> None:
    """Only the places of the contract hold documents."""
    assert key_of(path) is None


def test_the_root_is_found_from_below(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A campaign is found from any folder inside it, as a repository is."""
    assert find_root(folder / "filings" / "scjgj") == folder
    monkeypatch.chdir(folder / "filings")
    assert find_root(Path()) == folder


def test_no_campaign(tmp_path: Path) -> None:
    """Outside a campaign the tool cannot go on, and says how to begin one."""
    with pytest.raises(CannotGoOn) as caught:
        find_root(tmp_path)
    assert caught.value.exit_code == 2
    for phrase in (caught.value.message.zh, caught.value.message.en):
        assert "xunbiao.yaml" in phrase
        assert "xunbiao init" in phrase


def test_files_in_memory_behave_like_those_on_disk(folder: Path) -> None:
    """The same files give the same documents whether they lie in a folder or in memory."""
    on_disk = folder_files(folder)
    contents = {key.path: on_disk.read(key.path) for key in on_disk.keys}
    assert all(isinstance(raw, bytes) for raw in contents.values())
    in_memory = MemoryFiles("memory", {path: raw for path, raw in contents.items() if isinstance(raw, bytes)})
    assert in_memory.keys == on_disk.keys
    assert in_memory.read("filings/scjgj/filing.yaml") == on_disk.read("filings/scjgj/filing.yaml")
    assert why(in_memory.read("filings/gone/filing.yaml"))


def test_nothing_is_written(folder: Path) -> None:
    """Listing and reading leaves the folder as it was."""

    def state() -> set[tuple[str, int, int]]:
        return {(str(each), each.stat().st_mtime_ns, each.stat().st_size) for each in folder.rglob("*")}

    before = state()
    files: FolderFiles = folder_files(folder)
    for key in files.keys:
        files.read(key.path)
    assert state() == before
