"""What the READMEs show is what a user gets: every command in them is run, in order, in an empty folder."""

import os
import re
import shlex
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
BLOCK = re.compile(r"(?:<!-- file: (?P<file>\S+) -->\n)?```(?P<kind>\w+)\n(?P<text>.*?)^```", re.DOTALL | re.MULTILINE)
ENVIRONMENT = {
    "PATH": f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}",
    "GIT_AUTHOR_NAME": "李某",
    "GIT_AUTHOR_EMAIL": "li@example.cn",
    "GIT_COMMITTER_NAME": "李某",
    "GIT_COMMITTER_EMAIL": "li@example.cn",
    "GIT_CONFIG_GLOBAL": os.devnull,
    "GIT_CONFIG_SYSTEM": os.devnull,
    "COLUMNS": "80",
}


@dataclass(frozen=True)
class Step:
    """A command with the output shown below it, or a file that the reader is told to fill in."""

    command: str = ""
    output: str = ""
    file: str = ""
    text: str = ""


def steps(readme: str) -> list[Step]:
    """Commands and files of a README in the order in which a reader meets them."""
    found = []
    for block in BLOCK.finditer((ROOT / readme).read_text(encoding="utf-8")):
        if block["file"]:
            found.append(Step(file=block["file"], text=block["text"]))
        elif block["kind"] == "console":
            for part in re.split(r"^\$ ", block["text"], flags=re.MULTILINE)[1:]:
                command, _, output = part.partition("\n")
                found.append(Step(command, output))
    return found


def run(command: str, cwd: Path) -> subprocess.CompletedProcess[str]:
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("GIT_", "XUNBIAO_"))}
    words = shlex.split(command)
    return subprocess.run(
        words, cwd=cwd, env=kept | ENVIRONMENT, capture_output=True, text=True, encoding="utf-8", check=False
    )


@pytest.mark.parametrize("readme", ["README.md", pytest.param("README.zh-CN.md", marks=pytest.mark.slow)])
def test_every_command_runs_and_prints_what_is_shown(readme: str, tmp_path: Path) -> None:
    """`make` and `pip` lines aside, which set up the tool itself; a `…` line stands for what was left out."""
    cwd = tmp_path
    todo = steps(readme)
    assert sum(step.command.startswith("xunbiao ") for step in todo) >= 8
    for step in todo:
        if step.file:
            (cwd / step.file).write_text(step.text, encoding="utf-8")
        elif step.command.startswith("cd "):
            cwd = cwd / step.command.removeprefix("cd ")
        elif step.command.startswith("xunbiao "):
            result = run(step.command, cwd)
            assert result.returncode == 0, f"{step.command}\n{result.stdout}{result.stderr}"
            assert_shown(step.output, result.stdout)
        else:
            assert step.command.startswith(("make ", "pip ", "git clone ")), step.command


def assert_shown(shown: str, printed: str) -> None:
    """Each stretch between `…` lines stands in the output, in order."""
    place = 0
    for stretch in re.split(r"^…\n", shown, flags=re.MULTILINE):
        at = printed.find(stretch.strip("\n"), place)
        assert at >= 0, f"not printed:\n{stretch}\n--- printed:\n{printed}"
        place = at + len(stretch.strip("\n"))
