"""work that can be parted → the results of its parts, each in a process of its own where the system can fork.

Children send back what they found and nothing else. They end with their parent: when it is interrupted or terminated,
and, should it be killed, as soon as they write to it.
"""

import gc
import os
import pickle
import signal
import sys
from collections.abc import Callable
from contextlib import suppress
from typing import Any, TypeVar

from xunbiao.errors import CannotGoOn

Result = TypeVar("Result")

MOST_PROCESSES = 4
FILES_A_PROCESS = 100
"""Below that a process costs more than it saves."""


def processes_for(files: int) -> int:
    """Into how many processes so many files should be parted on this machine; 1 where the system does not fork well."""
    if sys.platform not in ("linux", "freebsd"):
        return 1  # Windows cannot fork, and a forked process on macOS may not use all of the system's libraries
    return max(1, min(MOST_PROCESSES, len(os.sched_getaffinity(0)), files // FILES_A_PROCESS))


def spread(work: Callable[[int], Result], parts: int) -> list[Result]:
    """`work(part)` for each part in order: the first one here, the others beside it. Raises what they raise."""
    if parts > 1:
        # What there is by now stays for good: collections need not look at it, and forked memory stays shared.
        gc.freeze()
    children: list[tuple[int, int]] = []
    try:
        for part in range(1, parts):
            children.append(_start(work, part))
        results = [work(0)]
        while children:
            results.append(_finish(*children.pop(0)))
        return results
    finally:
        for process, pipe in children:
            _end(process, pipe)


def spread_over(work: Callable[[int, int], Result], size: int) -> list[Result]:
    """`work(part, parts)` for each part, in as many processes as a number of things to be done is worth."""
    parts = processes_for(size)
    return spread(lambda part: work(part, parts), parts)


def _start(work: Callable[[int], object], part: int) -> tuple[int, int]:
    """A forked process that does a part; its number and the pipe on which the result comes."""
    incoming, outgoing = os.pipe()
    process = os.fork()
    if process:
        os.close(outgoing)
        return process, incoming
    code = 1
    try:
        signal.signal(signal.SIGTERM, signal.SIG_DFL)
        with os.fdopen(outgoing, "wb") as stream:
            pickle.dump(_outcome(work, part), stream, pickle.HIGHEST_PROTOCOL)
        code = 0
    finally:
        # Not as a process usually ends: what the parent had not yet written must not be written twice.
        os._exit(code)


def _outcome(work: Callable[[int], object], part: int) -> tuple[object, BaseException | None]:
    try:
        return work(part), None
    except Exception as error:
        return None, error


def _finish(process: int, pipe: int) -> Any:
    result, error, is_whole = None, None, False
    with os.fdopen(pipe, "rb") as stream, suppress(EOFError, pickle.UnpicklingError):
        # Read as it comes: a result as bytes and as objects at once would take its room twice.
        result, error = pickle.load(stream)
        is_whole = True
    _, status = os.waitpid(process, 0)
    if status or not is_whole:
        raise CannotGoOn(
            "有一个检查进程中途被系统结束了，多半是内存不够。请关掉别的程序再试。",
            "The system ended one of the checking processes, most likely for want of memory. Please try again.",
        )
    if error is not None:
        raise error
    return result


def _end(process: int, pipe: int) -> None:
    os.close(pipe)
    with suppress(ProcessLookupError):
        os.kill(process, signal.SIGTERM)
    with suppress(ChildProcessError):
        os.waitpid(process, 0)
