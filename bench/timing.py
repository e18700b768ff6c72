"""command → what it took: wall and processor seconds and peak memory of a whole process, as the system counts them."""

import os
import subprocess
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median

LONG = 20.0
"""Seconds from which on one run of a command must do."""


@dataclass(frozen=True, slots=True)
class Usage:
    """One run: `peak` is the largest of the processes that the command waited for, in MiB; `code` is how it ended."""

    wall: float
    cpu: float
    peak: float
    code: int


@dataclass(frozen=True, slots=True)
class Series:
    """Several runs of one command."""

    usages: tuple[Usage, ...]

    @property
    def wall(self) -> float:
        return median(each.wall for each in self.usages)

    @property
    def spread(self) -> tuple[float, float]:
        """The fastest and the slowest run."""
        return min(each.wall for each in self.usages), max(each.wall for each in self.usages)

    @property
    def cpu(self) -> float:
        return median(each.cpu for each in self.usages)

    @property
    def peak(self) -> float:
        return max(each.peak for each in self.usages)


def in_turn(commands: Mapping[str, Sequence[str]], folder: Path, runs: int) -> Mapping[str, Series]:
    """Every command in turn, round after round, so that a slow moment of the machine strikes all alike.

    The first round is not counted, but for commands that take long, of which one run must do.
    """
    taken: dict[str, list[Usage]] = {name: [] for name in commands}
    for turn in range(runs + 1):
        for name, command in commands.items():
            before = taken[name]
            if before and before[0].wall > LONG:
                continue
            usage = measure(command, folder)
            taken[name] = [usage] if turn < 2 else [*before, usage]
    return {name: Series(tuple(usages)) for name, usages in taken.items()}


def measure(command: Sequence[str], folder: Path) -> Usage:
    """Runs a command with nothing to read and nobody to read what it prints; Python may keep compiled modules, as it
    does for users."""
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    began = time.perf_counter()
    process = subprocess.Popen(
        command,
        cwd=folder,
        env=environment,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    _, status, used = os.wait4(process.pid, 0)
    wall = time.perf_counter() - began
    process.returncode = os.waitstatus_to_exitcode(status)  # it was waited for here
    kilobytes = used.ru_maxrss / (1024 if os.uname().sysname == "Darwin" else 1)
    return Usage(wall, used.ru_utime + used.ru_stime, kilobytes / 1024, process.returncode)
