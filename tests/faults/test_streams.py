"""Where the output goes: pipes that close, disks that are full, terminals that are narrow, dumb or know no Chinese."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from .conftest import SCRIPT, Start

SELDOM = {("validate", "--format", "json"), ("validate", "--format", "github"), ("catalogue",), ("validate", "--help")}
COMMANDS = (
    ("validate",),
    ("validate", "--format", "json"),
    ("validate", "--format", "github"),
    ("rule",),
    ("catalogue",),
    ("--help",),
    ("validate", "--help"),
)


OFTEN_AND_SELDOM = [
    pytest.param(each, marks=pytest.mark.slow if each in SELDOM else (), id=" ".join(each)) for each in COMMANDS
]


@pytest.mark.parametrize("words", OFTEN_AND_SELDOM)
def test_a_reader_that_leaves(start: Start, words: tuple[str, ...]) -> None:
    """Where only the first line is wanted (`| head -1`), the rest is not missed: 0, and no word about it."""
    read, write = os.pipe()
    os.set_inheritable(write, True)
    process = start(*words, stdout=write)
    os.close(write)
    assert os.read(read, 1)
    os.close(read)
    _, err = process.communicate(timeout=60)
    assert process.returncode in (0, 1)  # 1 where all that is wrong fits into the pipe before it closes
    assert b"Traceback" not in err
    assert b"Broken pipe" not in err


def test_nobody_reads(start: Start) -> None:
    """A pipe that was closed from the first ends with 0."""
    read, write = os.pipe()
    os.close(read)
    process = start("validate", stdout=write)
    os.close(write)
    _, err = process.communicate(timeout=60)
    assert process.returncode == 0
    assert err.count(b"\n") <= 1


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="there is no /dev/full")
@pytest.mark.parametrize("words", OFTEN_AND_SELDOM)
def test_a_full_disk(start: Start, words: tuple[str, ...]) -> None:
    """Output that cannot be written is said in one line, and ends with 2."""
    with open("/dev/full", "wb") as full:
        process = start(*words, stdout=full)
        _, err = process.communicate(timeout=60)
    lines = [line for line in err.decode().splitlines() if not line.startswith("示例活动")]
    assert (process.returncode, len(lines)) == (2, 1)
    assert lines[0].startswith("xunbiao: ")


def test_closed_streams(campaign: Path) -> None:
    """Without any stdout and stderr the exit code alone tells."""
    words = ["sh", "-c", 'exec "$0" validate >&- 2>&-', SCRIPT]
    assert subprocess.run(words, cwd=campaign, timeout=60, check=False).returncode == 1


ENVIRONMENTS = {
    "ascii": {"PYTHONIOENCODING": "ascii"},
    "gbk": {"PYTHONIOENCODING": "gbk"},
    "cp437": {"PYTHONIOENCODING": "cp437"},
    "latin-1": {"PYTHONIOENCODING": "latin-1"},
    "C": {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"},
    "POSIX": {"LC_ALL": "POSIX"},
    "no locale": {"LANG": "xx_XX.nonsense"},
    "one column": {"COLUMNS": "1"},
    "no columns": {"COLUMNS": "0"},
    "less than none": {"COLUMNS": "-5"},
    "columns": {"COLUMNS": "many"},
    "forty": {"COLUMNS": "40"},
    "dumb": {"TERM": "dumb"},
    "no colour": {"NO_COLOR": "1", "FORCE_COLOR": "1"},
    "colour": {"FORCE_COLOR": "1"},
    "colour in one column": {"FORCE_COLOR": "1", "COLUMNS": "1"},
    "unknown terminal": {"TERM": "nonsense", "FORCE_COLOR": "1"},
}


ASKED = (("validate", "filings/u00000"), ("rule", "XB201"), ("validate", "--help"))
EVERY_TIME = ("ascii", "gbk", "C", "one column", "no colour", "colour in one column")


@pytest.mark.parametrize(
    ("name", "words"),
    [
        pytest.param(
            name,
            words,
            id=f"{name} {' '.join(words)}",
            marks=() if name in EVERY_TIME and words == ASKED[0] else pytest.mark.slow,
        )
        for name in ENVIRONMENTS
        for words in ASKED
    ],
)
def test_odd_terminals(start: Start, name: str, words: tuple[str, ...]) -> None:
    """Whatever the terminal says of itself, what is to be said is said, and colours come only where they are wanted."""
    process = start(*words, environment=ENVIRONMENTS[name])
    out, err = process.communicate(timeout=60)
    assert process.returncode in (0, 1)
    assert out.strip()
    assert b"Traceback" not in out + err
    assert (b"\x1b[" in out) <= (name.startswith(("colour", "unknown")))


@pytest.mark.skipif(sys.platform == "win32", reason="there are no pseudo-terminals")
@pytest.mark.parametrize("columns", [1, 12, 80])
def test_a_real_terminal(campaign: Path, columns: int) -> None:
    """On a terminal, however narrow, the same lines are shown."""
    import fcntl
    import pty
    import struct
    import termios

    main, second = pty.openpty()
    fcntl.ioctl(second, termios.TIOCSWINSZ, struct.pack("HHHH", 24, columns, 0, 0))
    environment = {name: value for name, value in os.environ.items() if name != "COLUMNS"}
    process = subprocess.Popen(
        [SCRIPT, "validate", "filings/u00000"], cwd=campaign, stdout=second, stderr=second, env=environment
    )
    os.close(second)
    shown = b""
    try:
        while piece := os.read(main, 65536):
            shown += piece
    except OSError:  # how Linux says that the other side is closed
        pass
    os.close(main)
    assert process.wait(timeout=60) in (0, 1)
    assert b"Traceback" not in shown
    assert "略过".encode() in shown.replace(b"\r\n", b"")
