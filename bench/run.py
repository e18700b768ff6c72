"""made campaigns → how long whole processes take on them, this tool's beside those of what people would use instead.

    python bench/run.py [FILES …] [--runs N] [--write]      (1, 228, 1,000 and 10,000 files unless told)

All commands run in turn in one go, so that a slow moment strikes all alike; figures are medians, and the ratio is what
counts. A peer that is not installed is named and left out (`make bench-peers` installs them). `--write` puts the tables
between the marks of docs/benchmarks.md. Nothing here fails on a time; a command that finds fault with the faultless
files does fail it, since then it is not the same work that was timed.
"""

import argparse
import os
import platform
import sys
import tempfile
from collections.abc import Iterator, Mapping
from pathlib import Path

import corpus
import peers
from timing import Series, in_turn

PAGE = Path(__file__).parents[1] / "docs" / "benchmarks.md"
BEGIN, END = "<!-- bench: begin -->", "<!-- bench: end -->"
SIZES = (1, 228, 1_000, 10_000)


def main() -> None:
    """The command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("files", type=int, nargs="*", default=SIZES)
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--write", action="store_true")
    asked = parser.parse_args()
    print(machine())
    sections, failed = [], False
    for files in asked.files:
        with tempfile.TemporaryDirectory() as scratch:
            measured = measure(Path(scratch) / "campaign", files, asked.runs)
        failed |= any(usage.code for series in measured.values() for usage in series.usages)
        sections.append("\n".join(table(files, measured)))
        print(f"\n{sections[-1]}", flush=True)
    if asked.write:
        write("\n\n".join([machine(), *sections]))
    sys.exit(failed)


def measure(folder: Path, files: int, runs: int) -> Mapping[str, Series]:
    """Every command that is installed, on a campaign of so many files."""
    corpus.write(folder, files)
    peers.write_schema(folder)
    return in_turn(peers.commands(folder, corpus.TODAY), folder, runs)


def table(files: int, measured: Mapping[str, Series]) -> Iterator[str]:
    """What was measured, the fastest first, as lines of Markdown."""
    own = measured[peers.OURS].wall
    runs = len(measured[peers.OURS].usages)
    yield f"### {files:,} file{'s' if files > 1 else ''}, {runs} run{'s' if runs > 1 else ''} each"
    yield ""
    yield "| tool | wall s (least–most) | processor s | peak MiB | its wall time ÷ ours |"
    yield "|---|---|---|---|---|"
    for name, series in sorted(measured.items(), key=lambda each: each[1].wall):
        shown = f"**{name}**" if name == peers.OURS else name
        note = "" if not any(usage.code for usage in series.usages) else " (found fault: not comparable)"
        once = " (one run)" if len(series.usages) < runs else ""
        least, most = series.spread
        wall = f"{series.wall:.3g} ({least:.3g}–{most:.3g}){once}"
        yield f"| {shown}{note} | {wall} | {series.cpu:.3g} | {series.peak:.0f} | {series.wall / own:.2f} |"
    for name in sorted(set(peers.NAMES) - set(measured)):
        yield f"| {name} | not installed, or too many files for its command line | | | |"


def machine() -> str:
    """What the figures were taken on."""
    cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count()
    return f"{platform.system()} {platform.machine()}, {cores} processors, Python {platform.python_version()}."


def write(text: str) -> None:
    """Puts the tables where the page has its marks."""
    page = PAGE.read_text(encoding="utf-8")
    before, _, rest = page.partition(BEGIN)
    after = rest.partition(END)[2]
    PAGE.write_text(f"{before}{BEGIN}\n{text}\n{END}{after}", encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
