"""The same answers however Python is run, with little memory and without any network."""

import os
import resource
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


@pytest.mark.parametrize("name", VARIANTS)
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


@pytest.mark.parametrize("mebibytes", [24, 32, 40, 48, 56, 64, 80, 100])
def test_far_too_little_memory(mebibytes: int, start: Start, plain: bytes) -> None:
    """Where memory is short the tool ends in trouble or gives its whole answer; it never answers half."""

    def limit() -> None:
        resource.setrlimit(resource.RLIMIT_AS, (mebibytes << 20, mebibytes << 20))

    process = start("validate", "--format", "json", before=limit)
    out, _ = process.communicate(timeout=120)
    assert (out == plain and process.returncode == 1) or (out == b"" and process.returncode != 0)


OFFLINE = Path(__file__).parents[1] / "offline"


@pytest.mark.parametrize(
    "words",
    [("validate", "--format", "json"), ("validate", "--format", "sarif"), ("catalogue",), ("rule",)],
    ids=" ".join,
)
def test_no_network(start: Start, words: tuple[str, ...]) -> None:
    """Nothing is ever looked up elsewhere: without sockets all is as with them."""
    path = os.pathsep.join(filter(None, [str(OFFLINE), os.environ.get("PYTHONPATH")]))
    offline = start(*words, environment={"PYTHONPATH": path})
    out, _ = offline.communicate(timeout=120)
    assert offline.returncode in (0, 1)
    assert out == start(*words).communicate(timeout=120)[0]


def test_modules_of_a_pull_request_are_not_imported(start: Start, campaign: Path) -> None:
    """A file in the campaign named like a library is not run by the command."""
    for name in ("jsonschema", "yaml", "typer", "sitecustomize"):
        (campaign / f"{name}.py").write_text("open('pwned', 'w')\n", encoding="utf-8")
    start("validate").communicate(timeout=120)
    assert not (campaign / "pwned").exists()
    for name in ("jsonschema", "yaml", "typer", "sitecustomize"):
        (campaign / f"{name}.py").unlink()
