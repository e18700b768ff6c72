"""a made campaign → how long whole processes take on it: xunbiao beside what its users would pick instead.

    python bench/run.py [FILES ...] [--runs N]          (100 and 1,000 files, 3 runs each, by default)

The commands run in turn, A B A B …, so that a drift of the machine meets all alike; medians and ratios are printed as
the table that stands in docs/benchmarks.md. A peer that is not installed is said so. Nothing fails on a time.
"""

import argparse
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

import corpus

BIN = Path(sys.executable).parent


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("files", type=int, nargs="*", default=[100, 1_000])
    parser.add_argument("--runs", type=int, default=3)
    asked = parser.parse_args()
    print("| files | tool | wall s, median | against xunbiao | peak MiB |\n|---|---|---|---|---|")
    for files in asked.files:
        with tempfile.TemporaryDirectory() as scratch:
            folder = Path(scratch) / "campaign"
            corpus.write(folder, files)
            for row in measure(folder, files, asked.runs):
                print(row, flush=True)


def measure(folder: Path, files: int, runs: int) -> list[str]:
    """A row of the table for each tool."""
    commands = tools(folder)
    there = {name: command for name, command in commands.items() if shutil.which(command[0])}
    taken: dict[str, list[tuple[float, int]]] = {name: [] for name in there}
    for _ in range(runs):
        for name, command in there.items():
            taken[name].append(run(command, folder))
    seconds = {name: statistics.median(wall for wall, _ in each) for name, each in taken.items()}
    own = seconds["xunbiao validate, all rules"]
    rows = []
    for name in commands:
        if name not in there:
            rows.append(f"| {files:,} | {name} | not installed | | |")
            continue
        peak = max(peak for _, peak in taken[name]) // 1024
        rows.append(f"| {files:,} | {name} | {seconds[name]:.2f} | {seconds[name] / own:.1f} × | {peak} |")
    return rows


def tools(folder: Path) -> dict[str, Sequence[str]]:
    """What is compared, by name; the peers check the schema of the filings alone."""
    filings = [str(path) for path in sorted((folder / "filings").glob("*/filing.yaml"))]
    schema = str(corpus.ROOT / "schemas" / "filing.schema.json")
    return {
        "xunbiao validate, all rules": [str(BIN / "xunbiao"), "--today", corpus.TODAY, "validate", "-f", "json"],
        "check-jsonschema, filings only": [str(BIN / "check-jsonschema"), "--schemafile", schema, *filings],
        "yamllint, filings only": [str(BIN / "yamllint"), "-d", "relaxed", *filings],
    }


def run(command: Sequence[str], folder: Path) -> tuple[float, int]:
    """A whole process: seconds from start to end, and its peak memory in KiB by the system's own account."""
    start = time.monotonic()
    child = subprocess.Popen(command, cwd=folder, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    _, _, usage = os.wait4(child.pid, 0)
    child.returncode = 0
    return time.monotonic() - start, usage.ru_maxrss


if __name__ == "__main__":
    main()
