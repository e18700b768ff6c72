"""words → what `xunbiao` said to them, in this process: to start Python takes longer than most commands.

What is the process itself's, such as signals, pipes, memory and options of the interpreter, is tried on processes.
"""

import io
import os
import signal
import subprocess
import sys
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path

from xunbiao.cli import main


def call(
    words: Sequence[str | Path],
    *,
    cwd: Path,
    environment: Mapping[str, str] | None = None,
    given: bytes = b"",
) -> subprocess.CompletedProcess[bytes]:
    """The exit code and the bytes on both streams; the environment is the test run's own, without git's and the
    tool's variables, and with what is given."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("GIT_", "XUNBIAO_"))}
    streams = [io.TextIOWrapper(io.BytesIO(each), encoding="utf-8") for each in (given, b"", b"")]
    _, out, err = streams
    with _surroundings(cwd, {**kept, **(environment or {})}, streams):
        code = _code(words)
    out.flush()
    err.flush()
    raw = (each.buffer.getvalue() for each in (out, err))  # type: ignore[attr-defined]
    return subprocess.CompletedProcess(list(words), code, *raw)


def call_text(
    words: Sequence[str | Path], *, cwd: Path, environment: Mapping[str, str] | None = None, given: str = ""
) -> subprocess.CompletedProcess[str]:
    """The same with texts, as `subprocess.run(text=True)` gives them."""
    ended = call(words, cwd=cwd, environment=environment, given=given.encode())
    out, err = (io.TextIOWrapper(io.BytesIO(raw), encoding="utf-8").read() for raw in (ended.stdout, ended.stderr))
    return subprocess.CompletedProcess(ended.args, ended.returncode, out, err)


def _code(words: Sequence[str | Path]) -> int:
    try:
        main([str(word) for word in words])
    except SystemExit as ended:
        return int(ended.code or 0)
    raise AssertionError("a command ends by leaving the process")


@contextmanager
def _surroundings(cwd: Path, environment: Mapping[str, str], streams: Sequence[io.TextIOWrapper]) -> Iterator[None]:
    """Another folder, other variables and other streams, for a while."""
    before = dict(os.environ), Path.cwd(), (sys.stdin, sys.stdout, sys.stderr), signal.getsignal(signal.SIGTERM)
    _set(environment)
    os.chdir(cwd)
    sys.stdin, sys.stdout, sys.stderr = streams
    try:
        yield
    finally:
        variables, folder, (sys.stdin, sys.stdout, sys.stderr), handler = before
        _set(variables)
        os.chdir(folder)
        signal.signal(signal.SIGTERM, handler)


def _set(environment: Mapping[str, str]) -> None:
    os.environ.clear()
    os.environ.update(environment)
