"""Long work says on a terminal how far it is, and nowhere else."""

import os
import pty
import re
import subprocess
import sys
from pathlib import Path

import pytest

WORK = """
import os, time
from xunbiao.commands.meter import counted, meter
with meter("检查单位") as advance:
    advance.shares = 2
    for _ in counted(range(%(steps)d), advance):
        time.sleep(0.1)
"""
FORKED = """
import os, time
from xunbiao.commands.meter import meter
with meter("检查单位") as advance:
    time.sleep(1.1)
    if os.fork() == 0:
        advance(1, 2)
        os._exit(0)
    os.wait()
"""
IMPATIENT = """
from xunbiao.commands import meter
meter._PATIENCE = 0
from xunbiao.cli import main
main()
"""
"""The tool with a line from the first moment on, since how long the work takes is the machine's affair."""


def on_terminal(*command: str, columns: str = "80", term: str = "xterm") -> str:
    """What a command writes to its standard error where that is a terminal."""
    main, second = pty.openpty()
    environment = {**os.environ, "COLUMNS": columns, "TERM": term}
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=second, env=environment)
    os.close(second)
    written = b""
    while True:
        try:
            chunk = os.read(main, 4096)
        except OSError:  # how a terminal tells that nobody writes to it any more
            break
        if not chunk:
            break
        written += chunk
    os.close(main)
    assert process.wait() == 0
    return written.decode()


def test_numbers_are_shown_and_taken_away() -> None:
    """After a second the line says how much is done of how much, for all processes together; in the end it is gone."""
    said = on_terminal(sys.executable, "-c", WORK % {"steps": 14})
    lines = [line.strip() for line in said.split("\r") if line.strip()]
    assert lines
    assert all(re.fullmatch("检查单位 [0-9]*[02468]/28", line) for line in lines)
    assert re.search(r"\r {14}\r$", said)
    assert "\n" not in said


def test_what_is_quick_shows_nothing() -> None:
    """Work of less than a second is not worth a line."""
    assert on_terminal(sys.executable, "-c", WORK % {"steps": 3}) == ""


@pytest.mark.slow
@pytest.mark.parametrize(("columns", "term"), [("10", "xterm"), ("80", "dumb")])
def test_no_terminal_for_it(columns: str, term: str) -> None:
    """A terminal that is too narrow for the line or cannot go back on it gets none."""
    assert on_terminal(sys.executable, "-c", WORK % {"steps": 13}, columns=columns, term=term) == ""


def test_a_pipe_gets_nothing() -> None:
    """What is not a terminal stays free of it."""
    done = subprocess.run([sys.executable, "-c", WORK % {"steps": 13}], capture_output=True, check=True)
    assert (done.stdout, done.stderr) == (b"", b"")


@pytest.mark.slow
def test_forked_processes_show_nothing() -> None:
    """Only the process that began the work writes to the terminal."""
    assert on_terminal(sys.executable, "-c", FORKED) == ""


@pytest.mark.parametrize(
    "words",
    [("validate", "--select", "XB3"), ("diff", "--all", "--format", "json"), ("export", "--all", "--format", "docx")],
    ids=" ".join,
)
def test_commands_say_how_far_they_are(words: tuple[str, ...], tmp_path: Path) -> None:
    """What may take long shows units done of all."""
    corpus = Path(__file__).parents[2] / "bench" / "corpus.py"
    subprocess.run([sys.executable, str(corpus), str(tmp_path / "c"), "600"], check=True)
    out = ["-o", str(tmp_path / "out")] if words[0] == "export" else []
    said = on_terminal(
        sys.executable, "-c", IMPATIENT, "-C", str(tmp_path / "c"), "--today", "2020-12-28", *words, *out
    )
    assert re.search(r"\r\S+ [0-9]+/100", said)
