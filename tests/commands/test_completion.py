"""What a shell offers while a command is typed."""

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from xunbiao import resources
from xunbiao.cli import COMMANDS

Run = Callable[..., subprocess.CompletedProcess[str]]


@pytest.fixture
def campaign(tmp_path: Path) -> Path:
    for name in ("xunbiao.yaml", "units.yaml"):
        (tmp_path / name).write_bytes(resources.read(name))
    return tmp_path


@pytest.fixture
def offered(xunbiao: Run, campaign: Path) -> Callable[..., list[str]]:
    """What bash is offered for the last word."""

    def ask(line: str, cwd: Path = campaign) -> list[str]:
        words = line.split(" ")
        asked = {"_XUNBIAO_COMPLETE": "complete_bash", "COMP_WORDS": line, "COMP_CWORD": str(len(words) - 1)}
        run = xunbiao(cwd=cwd, environment=asked)
        assert run.stderr == ""
        return run.stdout.split()

    return ask


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("xunbiao val", ["validate"]),
        ("xunbiao new scj", ["scjgj"]),
        ("xunbiao status 平顶山市市场", ["平顶山市市场监督管理局", "平顶山市市场监管局"]),
        ("xunbiao diff nobody", []),
        ("xunbiao report -q 2019", ["2019Q4"]),
        ("xunbiao new scjgj --quarter 2020Q3", ["2020Q3"]),
        ("xunbiao validate --select XB201,XB99", []),
        ("xunbiao validate --select XB301,XB201", ["XB301,XB201"]),
        ("xunbiao rule XB00", [f"XB00{number}" for number in range(1, 10)]),
        ("xunbiao catalogue P0", [f"P0{number}" for number in range(1, 10)]),
    ],
)
def test_offers(line: str, words: list[str], offered: Callable[..., list[str]]) -> None:
    """Commands, units by id or name, quarters, rules and practices are offered as far as they fit."""
    assert offered(line) == words


def test_every_command_is_offered(offered: Callable[..., list[str]]) -> None:
    """With nothing typed, all commands are."""
    assert set(offered("xunbiao ")) == {name for names in COMMANDS.values() for name in names}


def test_another_folder(
    offered: Callable[..., list[str]], campaign: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    """-C counts while typing, too; outside of any campaign nothing is offered and nothing is said."""
    elsewhere = tmp_path_factory.mktemp("elsewhere")
    assert offered(f"xunbiao -C {campaign} new scj", elsewhere) == ["scjgj"]
    assert offered("xunbiao new scj", elsewhere) == []


@pytest.mark.skipif(shutil.which("bash") is None, reason="there is no bash")
def test_bash_itself(campaign: Path) -> None:
    """What `--show-completion` prints makes a real bash offer the units that fit."""
    script = """
        eval "$(xunbiao --show-completion bash)"
        COMP_WORDS=(xunbiao new scj) COMP_CWORD=2
        _xunbiao_completion xunbiao
        echo "${COMPREPLY[@]}"
        complete -p xunbiao
    """
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    run = subprocess.run(
        ["bash", "--norc", "-c", script], cwd=campaign, env={**os.environ, "PATH": path}, capture_output=True, text=True
    )
    assert run.stdout.splitlines() == ["scjgj", "complete -o default -F _xunbiao_completion xunbiao"], run.stderr


def test_a_broken_campaign(offered: Callable[..., list[str]], campaign: Path) -> None:
    """A roster that cannot be read offers nothing, and no line of trouble gets into what is typed."""
    (campaign / "units.yaml").write_text("单位: [", encoding="utf-8")
    assert offered("xunbiao new s") == []
