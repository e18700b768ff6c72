"""The same answers however Python is run, with little memory and without any network."""

import resource
import socket
import subprocess
import sys
from pathlib import Path

import pytest

from .conftest import Start

VARIANTS = {
    "optimised": (("-O",), {}),
    "twice optimised": (("-OO",), {}),
    "warnings": (("-W", "error"), {}),
    "development": ((), {"PYTHONDEVMODE": "1"}),
    "isolated": (("-P",), {}),
    "another seed": ((), {"PYTHONHASHSEED": "1"}),
    "yet another": ((), {"PYTHONHASHSEED": "4294967295"}),
    "no cached code": (("-B",), {}),
}


@pytest.fixture(scope="module")
def plain(start: Start) -> bytes:
    """What the check says ordinarily."""
    return start("validate", "--format", "json").communicate(timeout=120)[0]


EVERY_TIME = ("optimised", "warnings", "another seed")


@pytest.mark.parametrize(
    "name", [pytest.param(name, marks=() if name in EVERY_TIME else pytest.mark.slow) for name in VARIANTS]
)
def test_variants(name: str, start: Start, plain: bytes) -> None:
    """No option of the interpreter changes the answer or brings up a warning."""
    python, environment = VARIANTS[name]
    process = start("validate", "--format", "json", python=python, environment=environment)
    out, err = process.communicate(timeout=120)
    assert out == plain
    assert err.count(b"\n") == 1  # the note on the day of an example campaign


def test_little_memory(start: Start, plain: bytes) -> None:
    """Half a gigabyte of address space is plenty."""

    def limit() -> None:
        resource.setrlimit(resource.RLIMIT_AS, (512 << 20, 512 << 20))

    assert start("validate", "--format", "json", before=limit).communicate(timeout=120)[0] == plain


@pytest.mark.parametrize(
    "mebibytes", [32, 64, *(pytest.param(each, marks=pytest.mark.slow) for each in (24, 40, 48, 56, 80, 100))]
)
def test_far_too_little_memory(mebibytes: int, start: Start, plain: bytes) -> None:
    """Where memory is short the tool ends in trouble or gives its whole answer; it never answers half."""

    def limit() -> None:
        resource.setrlimit(resource.RLIMIT_AS, (mebibytes << 20, mebibytes << 20))

    process = start("validate", "--format", "json", before=limit)
    out, _ = process.communicate(timeout=120)
    assert (out == plain and process.returncode == 1) or (out == b"" and process.returncode != 0)


@pytest.mark.parametrize(
    "asked",
    ["socket.socket()", "socket.create_connection(('127.0.0.1', 9))", "socket.getaddrinfo('example.com', 80)"],
)
def test_no_network(asked: str, pytestconfig: pytest.Config) -> None:
    """All tests run without a socket of the internet, in their own process and in those that they start."""
    if pytestconfig.getoption("--network"):
        pytest.skip("the network was allowed")
    refused = subprocess.run([sys.executable, "-c", f"import socket; {asked}"], capture_output=True, check=False)
    assert b"OSError: no network in this test run" in refused.stderr
    with pytest.raises(OSError, match="no network"):
        eval(asked, {"socket": socket})


def test_modules_of_a_pull_request_are_not_imported(start: Start, campaign: Path) -> None:
    """A file in the campaign named like a library is not run by the command."""
    for name in ("jsonschema", "yaml", "typer", "sitecustomize"):
        (campaign / f"{name}.py").write_text("open('pwned', 'w')\n", encoding="utf-8")
    start("validate").communicate(timeout=120)
    assert not (campaign / "pwned").exists()
    for name in ("jsonschema", "yaml", "typer", "sitecustomize"):
        (campaign / f"{name}.py").unlink()
