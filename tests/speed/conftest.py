"""The made campaign of the benchmarks."""

import importlib.util
import sys
from pathlib import Path
from types import ModuleType

import pytest

PLACE = Path(__file__).parents[2] / "bench" / "corpus.py"


@pytest.fixture(scope="session")
def corpus() -> ModuleType:
    """The maker of campaigns, which lies outside the package."""
    spec = importlib.util.spec_from_file_location("corpus", PLACE)
    assert spec is not None
    assert spec.loader is not None
    made = importlib.util.module_from_spec(spec)
    sys.modules["corpus"] = made
    spec.loader.exec_module(made)
    return made


@pytest.fixture(scope="session")
def corpus_of(corpus: ModuleType, tmp_path_factory: pytest.TempPathFactory) -> str:
    """A campaign of sixty files in a folder."""
    folder = tmp_path_factory.mktemp("corpus") / "campaign"
    corpus.write(folder, 60)
    return str(folder)
