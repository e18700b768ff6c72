"""long work → a line on the terminal that says how much is done of how much: nothing in a pipe, nothing if it is quick.

What works below knows nothing of terminals: it calls `advance(done, total)`, as often as it likes.
"""

import os
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from shutil import get_terminal_size
from time import monotonic
from typing import TypeVar

Item = TypeVar("Item")

_PATIENCE = 1.0
"""Seconds that a person waits without wondering; what takes less shows nothing."""
_BETWEEN = 0.1


class Meter:
    """A line that is written over and over; no line at all where `what` is empty."""

    def __init__(self, what: str) -> None:
        self.shares = 1
        """Among how many processes the work is parted; numbers told by one of them then stand for all."""
        self._what = what
        self._due = monotonic() + _PATIENCE
        self._columns = 0
        self._process = os.getpid()

    def __call__(self, done: int, total: int) -> None:
        """Shows the numbers, now and then; processes that were forked meanwhile show nothing."""
        now = monotonic()
        if self._what and now >= self._due and os.getpid() == self._process:
            self._due = now + _BETWEEN
            self._show(f"{self._what} {done * self.shares:,}/{total * self.shares:,}")

    def clear(self) -> None:
        """Takes the line away, before something else is said."""
        if self._columns:
            self._show("")

    def _show(self, line: str) -> None:
        from xunbiao.formats.wrapping import width

        columns = width(line)
        if columns < get_terminal_size((80, 24)).columns:
            # Blanks, since not every console knows how to erase.
            sys.stderr.write("\r" + " " * self._columns + f"\r{line}")
            sys.stderr.flush()
            self._columns = columns


@contextmanager
def meter(what: str) -> Iterator[Meter]:
    """Shows on standard error, and only if that is a terminal, what is being done and the numbers that are told; the
    line is gone at the end of the block."""
    on_terminal = sys.stderr.isatty() and os.environ.get("TERM") != "dumb"
    made = Meter(what if on_terminal else "")
    try:
        yield made
    finally:
        made.clear()


def counted(items: Sequence[Item], advance: Meter) -> Iterator[Item]:
    """The items one by one, telling how many are done before each."""
    for number, item in enumerate(items):
        advance(number, len(items))
        yield item
