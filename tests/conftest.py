"""The whole suite, and every Python that it starts, runs without any socket but local ones; `--network` allows them."""

import gc
import importlib.util
import os
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import settings

from . import effort
from .calling import call

OFFLINE = Path(__file__).parent / "offline"

settings.load_profile(effort.QUICK)


def pytest_addoption(parser: pytest.Parser) -> None:
    """Adds the option."""
    parser.addoption("--network", action="store_true", help="allow sockets of the internet")


def pytest_collection_finish() -> None:
    """Thousands of tests are kept to the end: to look through them again and again for garbage takes long."""
    gc.collect()
    gc.freeze()


@pytest.fixture(scope="session")
def example(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The example campaign, made once for all worker processes: to be read, never to be written into."""
    own = tmp_path_factory.getbasetemp()
    shared = (own.parent if "PYTEST_XDIST_WORKER" in os.environ else own) / "example"
    if not shared.exists():
        assert call(["demo", own / "example-of-mine"], cwd=own).returncode == 0
        with suppress(OSError):  # another worker was faster
            (own / "example-of-mine").rename(shared)
    return shared


@pytest.fixture(scope="session", autouse=True)
def _offline(request: pytest.FixtureRequest) -> Iterator[None]:
    if request.config.getoption("--network"):
        yield
        return
    spec = importlib.util.spec_from_file_location("offline", OFFLINE / "sitecustomize.py")
    assert spec is not None
    assert spec.loader is not None
    spec.loader.exec_module(importlib.util.module_from_spec(spec))
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("PYTHONPATH", os.pathsep.join(filter(None, [str(OFFLINE), os.environ.get("PYTHONPATH")])))
        yield
