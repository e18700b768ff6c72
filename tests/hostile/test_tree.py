"""A folder whose names and files are hostile: links, pipes, twins, names that are commands or no text at all."""

import json
import os
import re
import socket
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

import pytest

from xunbiao import resources
from xunbiao.formats import DIAGNOSTIC_FORMATS

from ..calling import call
from .case import BASE
from .test_outputs import is_unseen

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="Windows cannot hold these names")

NAMES = {
    "new\nline.yaml": "XB030",
    "e\x1b[31mscape.yaml": "XB030",
    "\u202elmay.yaml": "XB030",
    "::error::.yaml": "XB030",
    "##[error].yaml": "XB030",
    "%0A::error::x.yaml": "XB030",
    "a,line=5.yaml": "XB030",
    "[bold]甲.yaml": "XB030",
    "<script>.yaml": "XB030",
    "=1+1.yaml": "XB030",
    "-rf.yaml": "XB030",
    "Filing.yaml": "XB032",
    "FILING.YAML": "XB032",
    "filing.yml": "XB030",
    "2020q1.yaml": "XB030",
    "2020Q5.yaml": "XB030",
    " filing.yaml": "XB030",
}
LINKS = {
    "2019Q4.yaml": "/etc/passwd",
    "2020Q1.yaml": "../../.git/config",
    "2020Q2.yaml": "/proc/self/environ",
    "2020Q3.yaml": "/dev/zero",
    "summary.yaml": "summary.yaml",
    "dangling.yaml": "nowhere",
}
FOLDERS = (
    "Scjgj",
    "a b",
    "con",
    "nul",
    "a_b",
    "-a",
    "a" * 65,
    "市监局",
    "a\nb",
    "\x1b[31m",
    "café",
    "cafe\u0301",
)


@pytest.fixture(scope="module")
def tree(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A campaign of such names."""
    top = tmp_path_factory.mktemp("tree")
    for name in ("xunbiao.yaml", "units.yaml"):
        (top / name).write_bytes(resources.read(name))
    good = top / "filings" / "scjgj"
    good.mkdir(parents=True)
    (good / "filing.yaml").write_text(BASE, encoding="utf-8")
    for name in NAMES:
        (good / name).write_text(BASE, encoding="utf-8")
    (good / os.fsdecode(b"\xff\xfe.yaml")).write_text(BASE, encoding="utf-8")
    links = top / "filings" / "fgw"
    links.mkdir()
    for name, target in LINKS.items():
        (links / name).symlink_to(target)
    for name in FOLDERS:
        (top / "filings" / name).mkdir()
        (top / "filings" / name / "filing.yaml").write_text(BASE, encoding="utf-8")
    (top / "filings" / "linked").symlink_to("scjgj", target_is_directory=True)
    odd = top / "filings" / "jtj"
    (odd / "2019Q4.yaml").mkdir(parents=True)
    os.mkfifo(odd / "filing.yaml")
    with socket.socket(socket.AF_UNIX) as listener:
        here = Path.cwd()
        os.chdir(odd)  # a socket's path may be too long
        listener.bind("2020Q1.yaml")
        os.chdir(here)
    return top


def told(tree: Path, *words: str) -> subprocess.CompletedProcess[bytes]:
    return call(["validate", *words], cwd=tree)


@pytest.fixture(scope="module")
def codes(tree: Path) -> Mapping[str, set[str]]:
    """The codes that are told of each path."""
    found: dict[str, set[str]] = {}
    for each in json.loads(told(tree, "--format", "json").stdout)["diagnostics"]:
        found.setdefault(each["path"], set()).add(each["code"])
    return found


@pytest.mark.parametrize(("name", "code"), NAMES.items())
def test_names(name: str, code: str, codes: Mapping[str, set[str]]) -> None:
    """A name that is no document's is told, whatever it holds."""
    assert code in codes[f"filings/scjgj/{name}"]


@pytest.mark.parametrize("name", LINKS)
def test_links(name: str, codes: Mapping[str, set[str]]) -> None:
    """A link is told and never followed."""
    assert codes[f"filings/fgw/{name}"] == {"XB001"}


@pytest.mark.parametrize("name", ["filing.yaml", "2019Q4.yaml", "2020Q1.yaml"])
def test_no_files(name: str, codes: Mapping[str, set[str]]) -> None:
    """A pipe, a folder and a socket are told, and nobody waits for them."""
    assert codes[f"filings/jtj/{name}"] == {"XB001"}


@pytest.mark.parametrize("name", FOLDERS)
def test_folders(name: str, codes: Mapping[str, set[str]]) -> None:
    """A folder that no unit can have is told at what lies in it."""
    assert codes[f"filings/{name}/filing.yaml"] & {"XB031", "XB032"}


@pytest.mark.parametrize("format", DIAGNOSTIC_FORMATS)
def test_names_are_harmless_everywhere(format: str, tree: Path) -> None:
    """No name reaches a terminal or a CI runner as it is, and nothing of a link's target is shown."""
    ended = told(tree, "--format", format)
    assert (ended.returncode, ended.stderr.count(b"\n")) == (1, 1)
    text = ended.stdout.decode("utf-8")
    assert "root:" not in text
    assert {each for each in set(text) if is_unseen(each)} <= {"\n"}
    assert "##[" not in text
    assert format == "github" or not re.search(r"(?m)^\s*::", text)


def test_nothing_is_written(tree: Path) -> None:
    """Reading leaves the folder as it was."""
    before = sorted((str(path), path.lstat().st_mtime_ns) for path in tree.rglob("*"))
    told(tree)
    assert sorted((str(path), path.lstat().st_mtime_ns) for path in tree.rglob("*")) == before
