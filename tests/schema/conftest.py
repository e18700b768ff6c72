"""Reads YAML as any 1.2 core reader does, by a parser the project itself does not read with."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from ruamel.yaml import YAML
from ruamel.yaml.constructor import SafeConstructor


class Texts(SafeConstructor):
    """YAML 1.2 core values: a date is a text."""


Texts.add_constructor("tag:yaml.org,2002:timestamp", SafeConstructor.construct_yaml_str)


@pytest.fixture(scope="session")
def load() -> Callable[[Path], Any]:
    """Path → the plain data of the document there."""

    def read(path: Path) -> Any:
        yaml = YAML(typ="safe", pure=True)
        yaml.version = "1.2"
        yaml.Constructor = Texts
        return yaml.load(path.read_text(encoding="utf-8"))

    return read
