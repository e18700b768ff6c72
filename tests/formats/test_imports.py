"""What a format costs to load, and the one table it stands in."""

import subprocess
import sys

import pytest

from xunbiao.formats import DIAGNOSTIC_FORMATS, PAGE_FORMATS, render
from xunbiao.model.page import Page

LOADED = "import sys, xunbiao.formats as f, importlib; importlib.import_module(f'xunbiao.formats.{sys.argv[1]}'); "
LOADED += "print(*[name for name in ('rich', 'typer', 'jsonschema', 'ruamel', 'yaml') if name in sys.modules])"


@pytest.mark.parametrize("module", sorted({*PAGE_FORMATS.values(), *DIAGNOSTIC_FORMATS.values()}))
def test_only_text_loads_rich(module: str) -> None:
    """The formats for programs, files and CI load nothing heavy; those for the terminal load rich alone."""
    run = subprocess.run([sys.executable, "-c", LOADED, module], capture_output=True, text=True, check=True)
    assert run.stdout.split() == (["rich"] if module.endswith("_text") else [])


def test_an_unknown_format(sample_page: Page) -> None:
    """Only what stands in the table can be asked for."""
    with pytest.raises(KeyError):
        render(sample_page, "terminal", width=80, color=False)
