"""git history of many files → how long `xunbiao history` takes, against git alone and against GitPython.

    python bench/history.py [--files N] [--commits N] [--folder DIR]

The floor is what git itself needs: one log of the whole history, and the bytes of every version through one stream.
GitPython's `iter_commits` is asked for some paths only, and its time for all of them is worked out from that. Processor
time (of all processes together) is told beside the time on the wall, which says little on a machine that others use.
"""

import argparse
import os
import re
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from datetime import datetime, timedelta
from pathlib import Path
from random import Random

import corpus

from xunbiao import repository
from xunbiao.model.history import NewCommit, Signature

FILES, COMMITS, EDITS = 10_000, 2_000, 8
"""The notice of one province, and each commit changing so many files."""

XUNBIAO = str(Path(sys.executable).with_name("xunbiao"))

_SAMPLE = 20
_FIGURE = re.compile(rb"(\xe5\xae\x8c\xe6\x88\x90\xe7\x8e\x87|\xe7\x9b\xae\xe6\xa0\x87\xe5\x80\xbc): (\d+)")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--files", type=int, default=FILES)
    parser.add_argument("--commits", type=int, default=COMMITS)
    parser.add_argument("--folder", type=Path)
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as made:
        folder = asked.folder or Path(made) / "campaign"
        if not folder.exists():
            build(folder, asked.files, asked.commits)
        for name, value in measure(folder).items():
            print(f"{name:42} {value:10,.2f}")


def build(folder: Path, files: int, commits: int) -> None:
    """A campaign with a history in which figures are changed, the same every time."""
    corpus.write(folder, files)
    opened = repository.create(folder)
    repository.write_commits(opened, _commits(folder, commits))


def _commits(folder: Path, commits: int) -> Iterator[NewCommit]:
    at = datetime.fromisoformat("2019-11-01T09:00:00+08:00")
    who = Signature("某某", "x@example.cn", at)
    state = {each.relative_to(folder).as_posix(): each.read_bytes() for each in folder.rglob("*.yaml")}
    yield NewCommit(who, who, "开始\n", dict(state))
    random, paths = Random(7), sorted(path for path in state if path.startswith("filings/"))
    for number in range(commits):
        changed = {}
        for path in random.sample(paths, EDITS):
            changed[path] = state[path] = _edited(state[path], random)
        who = Signature("某某", "x@example.cn", at + timedelta(hours=number + 1))
        yield NewCommit(who, who, "修改\n", changed)


def _edited(raw: bytes, random: Random) -> bytes:
    """One figure of a document, changed."""
    found = list(_FIGURE.finditer(raw))
    if not found:
        return raw + b"# +\n"
    one = random.choice(found)
    return raw[: one.start(2)] + str(random.randint(1, 99)).encode() + raw[one.end(2) :]


def measure(folder: Path) -> dict[str, float]:
    opened = repository.open_repository(folder)
    head = repository.head(opened)
    versions = [
        change.after
        for revision in repository.revisions(opened, head)
        for change in revision.files
        if change.after is not None
    ]
    floor, floor_cpu = _best(lambda: _floor(folder, versions))
    own, own_cpu = _best(lambda: _run(XUNBIAO, "-C", str(folder), "history", "--format", "json"))
    paths = sorted(each.relative_to(folder).as_posix() for each in folder.glob("filings/*/*.yaml"))
    sample = Random(3).sample(paths, min(_SAMPLE, len(paths)))
    library = _best(lambda: _library(folder, sample))[0] * len(paths) / len(sample)
    return {
        "files": len(paths),
        "versions": len(versions),
        "floor: log and all blobs, s": floor,
        "xunbiao history, s": own,
        "xunbiao history / floor": own / floor,
        "floor, processor s": floor_cpu,
        "xunbiao history, processor s": own_cpu,
        "the same, ratio": own_cpu / floor_cpu,
        "GitPython iter_commits, all paths, s (est.)": library,
        "GitPython / xunbiao history": library / own,
    }


def _floor(folder: Path, versions: list[str]) -> None:
    """git alone, its output thrown away."""
    log = ("git", "-C", str(folder), "log", "--raw", "-z", "--no-renames", "--root", "-m", "--format=%H %at %an")
    subprocess.run(log, check=True, stdout=subprocess.DEVNULL)
    batch = ("git", "-C", str(folder), "cat-file", "--batch", "--buffer")
    asked = "".join(f"{each}\n" for each in versions).encode()
    subprocess.run(batch, input=asked, check=True, stdout=subprocess.DEVNULL)


def _library(folder: Path, paths: list[str]) -> None:
    from git import Repo

    with Repo(folder) as repo:
        for path in paths:
            for commit in repo.iter_commits(paths=path):
                (commit.tree / path).data_stream.read()


def _run(*command: str) -> None:
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)


def _best(work: Callable[[], object]) -> tuple[float, float]:
    """Of three runs the shortest time on the wall, and the least processor time of the processes that were started."""
    walls, processors = [], []
    for _ in range(3):
        start, before = time.perf_counter(), os.times()
        work()
        after = os.times()
        walls.append(time.perf_counter() - start)
        processors.append(after.children_user + after.children_system - before.children_user - before.children_system)
    return min(walls), min(processors)


if __name__ == "__main__":
    if not shutil.which("git"):
        sys.exit("no git")
    main()
