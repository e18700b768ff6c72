"""The wheel, installed where there is no repository, carries all that the tool needs."""

import os
import subprocess
import sys
import sysconfig
import venv
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel as it would be published, built with the tools that are installed."""
    out = tmp_path_factory.mktemp("wheel")
    command = [sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", str(out), str(ROOT)]
    built = subprocess.run(command, capture_output=True, text=True, check=False)
    assert built.returncode == 0, built.stdout + built.stderr
    return next(out.glob("*.whl"))


def scripts(environment: Path) -> Path:
    return environment / ("Scripts" if os.name == "nt" else "bin")


def run(environment: Path, cwd: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    clean = {name: value for name, value in os.environ.items() if not name.startswith(("GIT_", "PYTHON", "XUNBIAO_"))}
    command = [scripts(environment) / "xunbiao", *arguments]
    return subprocess.run(command, cwd=cwd, env=clean, capture_output=True, text=True, encoding="utf-8", check=False)


def assert_works(environment: Path, cwd: Path) -> None:
    """The main job from the installed tool alone."""
    version = run(environment, cwd, "--version")
    assert version.stdout.startswith("xunbiao 0."), version.stderr
    made = run(environment, cwd, "demo", "demo")
    assert made.returncode == 0, made.stderr
    report = run(environment, cwd, "-C", "demo", "report", "--quarter", "2020Q1", "--format", "json")
    assert report.returncode == 0, report.stderr
    practice = run(environment, cwd, "-C", "demo", "catalogue", "9")
    assert "一照多址" in practice.stdout


@pytest.mark.slow
def test_wheel_works_outside_the_repository(wheel: Path, tmp_path: Path) -> None:
    """With the libraries of this environment but without the project itself, everything is there."""
    environment = tmp_path / "env"
    venv.create(environment, with_pip=False, symlinks=os.name != "nt")
    pip = [sys.executable, "-m", "pip", "--python", str(scripts(environment) / "python")]
    installed = subprocess.run(
        [*pip, "install", "--no-deps", "--no-index", str(wheel)], capture_output=True, text=True, check=False
    )
    assert installed.returncode == 0, installed.stderr
    # A path line in a .pth file adds the libraries without this environment's own editable install of the project.
    site_packages = next(environment.glob("**/site-packages"))
    (site_packages / "libraries.pth").write_text(sysconfig.get_path("purelib") + "\n")
    assert_works(environment, tmp_path)


@pytest.mark.slow
def test_wheel_and_its_dependencies_install_into_an_empty_environment(wheel: Path, tmp_path: Path) -> None:
    """A user's `pip install` brings all libraries that the tool needs, and no test tool among them."""
    environment = tmp_path / "env"
    venv.create(environment, with_pip=True, symlinks=os.name != "nt")
    command = [scripts(environment) / "python", "-m", "pip", "install", "-q", "-c", ROOT / "constraints.txt", wheel]
    # The one test that needs the network: without the path by which all others are kept from it.
    allowed = {name: value for name, value in os.environ.items() if name != "PYTHONPATH"}
    installed = subprocess.run(command, env=allowed, capture_output=True, text=True, check=False)
    assert installed.returncode == 0, installed.stderr
    assert_works(environment, tmp_path)
