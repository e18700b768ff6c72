"""`pytest --no-network`: the whole suite, and every Python that it starts, without any socket but local ones."""

import os
import socket
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

OFFLINE = Path(__file__).parent / "offline"


def pytest_addoption(parser: pytest.Parser) -> None:
    """Adds the option."""
    parser.addoption("--no-network", action="store_true", help="refuse every socket of the internet")


@pytest.fixture(scope="session", autouse=True)
def _offline(request: pytest.FixtureRequest) -> Iterator[None]:
    if not request.config.getoption("--no-network"):
        yield
        return
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("PYTHONPATH", os.pathsep.join(filter(None, [str(OFFLINE), os.environ.get("PYTHONPATH")])))
        patch.setattr(socket, "socket", _refusing(socket.socket))
        yield


def _refusing(real: type[socket.socket]) -> type[socket.socket]:
    """A socket that reaches no other machine."""

    class Local(real):  # type: ignore[misc, valid-type]
        def __init__(self, family: int = -1, *rest: Any, **named: Any) -> None:
            if family not in (getattr(socket, "AF_UNIX", None),) and "fileno" not in named:
                raise OSError("no network in this test run")
            super().__init__(family, *rest, **named)

    return Local
