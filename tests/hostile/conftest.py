"""A campaign whose every filing is a hostile case, and what each command says of it."""

import json
import os
import subprocess
import sys
from collections.abc import Callable, Mapping
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from xunbiao import resources

from . import reading, words
from .case import Case

SCRIPT = Path(sys.executable).with_name("xunbiao")
CASES = {f"h{number:03d}": case for number, case in enumerate([*reading.cases(), *words.cases()])}
Run = Callable[..., subprocess.CompletedProcess[bytes]]


@pytest.fixture(scope="session")
def cases() -> Mapping[str, Case]:
    """The cases by the id of the unit whose filing they are."""
    return CASES


@pytest.fixture(scope="session")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The campaign, in a git repository, with every file committed."""
    top = tmp_path_factory.mktemp("hostile")
    (top / "xunbiao.yaml").write_bytes(resources.read("xunbiao.yaml"))
    roster = "".join(f"  {id_}:\n    全称: 平顶山市{id_}局\n    应报: true\n" for id_ in CASES)
    (top / "units.yaml").write_text(f"类型: 单位名录\n版本: 1\n单位:\n{roster}", encoding="utf-8")
    for id_, case in CASES.items():
        folder = top / "filings" / id_
        folder.mkdir(parents=True)
        (folder / "filing.yaml").write_bytes(case.raw)
    for words_ in (["init", "-q", "-b", "main"], ["add", "."], ["commit", "-q", "-m", "材料"]):
        git = ["git", "-c", "user.name=a", "-c", "user.email=a@b", "-c", "core.autocrlf=false", "-C", str(top), *words_]
        subprocess.run(git, check=True, capture_output=True)
    return top


@pytest.fixture(scope="session")
def run(hostile: Path) -> Run:
    """`xunbiao ARGUMENTS` in that campaign, as a CI job would call it; bytes as they come."""

    def call(*arguments: str, environment: Mapping[str, str] | None = None) -> subprocess.CompletedProcess[bytes]:
        kept = {name: value for name, value in os.environ.items() if not name.startswith(("GIT_", "XUNBIAO_"))}
        return subprocess.run(
            [SCRIPT, *arguments],
            cwd=hostile,
            env={**kept, "CI": "true", **(environment or {})},
            stdin=subprocess.DEVNULL,
            capture_output=True,
            timeout=300,
            check=False,
        )

    return call


@pytest.fixture(scope="session")
def told(run: Run) -> Run:
    """The same for what only reads: asked once in the same words."""
    return cache(run)


@pytest.fixture(scope="session")
def findings(told: Run) -> Mapping[str, list[dict[str, Any]]]:
    """What `validate --format json` says of each unit's filing."""
    found: dict[str, list[dict[str, Any]]] = {id_: [] for id_ in CASES}
    for each in json.loads(told("validate", "--format", "json").stdout)["diagnostics"]:
        found[each["path"].split("/")[1]].append(each)
    return found
