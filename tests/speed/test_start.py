"""What is loaded to answer: help and version start at once, and a check loads only what it needs."""

import subprocess
import sys

import pytest

LIBRARIES = {
    "git",
    "hypothesis",
    "jinja2",
    "jsonschema",
    "jsonschema_rs",
    "lxml",
    "openpyxl",
    "pydantic",
    "referencing",
}
LIBRARIES |= {"docx", "ruamel", "ruamel.yaml", "yaml", "zoneinfo"}
OURS = ("catalogue", "check", "demo", "forms", "repository", "rules", "source", "wording")
HEAVY = LIBRARIES | {f"xunbiao.{name}" for name in OURS}

LOADED = """
import sys
from xunbiao.cli import main
sys.argv = ["xunbiao", *sys.argv[1:]]
out, sys.stdout = sys.stdout, open("/dev/null", "w")
try:
    main()
except SystemExit:
    pass
print(*sorted(sys.modules), file=out)
"""


def loaded(*words: str) -> set[str]:
    """The modules that a call has loaded by its end."""
    run = subprocess.run([sys.executable, "-c", LOADED, *words], capture_output=True, text=True, check=True)
    return set(run.stdout.split())


def test_version_loads_nothing() -> None:
    """The version is told without any command, library of rules or renderer."""
    found = loaded("--version")
    assert not found & (HEAVY | {"rich"})
    assert {name for name in found if name.startswith("xunbiao.commands.")} == {"xunbiao.commands.call"}


@pytest.mark.parametrize(
    "words", [("--help",), ("validate", "--help"), ("report", "--help"), ("-h",), ()], ids=" ".join
)
def test_help_loads_little(words: tuple[str, ...]) -> None:
    """Help loads what lays it out and what describes the commands; nothing that does their work."""
    assert not loaded(*words) & HEAVY


def test_a_command_loads_itself_alone() -> None:
    """Of the commands only the one that is called is loaded, wherever the global options stand."""
    for words in (
        ("--lang", "en", "rule", "--help"),
        ("rule", "--help", "--lang", "en"),
        ("-C", "/", "rule", "--help"),
    ):
        commands = {name for name in loaded(*words) if name.startswith("xunbiao.commands.")}
        assert commands - {"xunbiao.commands.completion"} == {"xunbiao.commands.call", "xunbiao.commands.rule"}


@pytest.mark.parametrize("format", ["json", "github", "sarif", "gitlab", "junit"])
def test_a_check_that_finds_nothing(format: str, corpus_of: str) -> None:
    """Files in order are read without the reference validator, git, pydantic, and without rich unless for people."""
    heavy = {
        "jsonschema",
        "referencing",
        "git",
        "pydantic",
        "rich",
        "ruamel.yaml",
        "openpyxl",
        "zoneinfo",
        "xunbiao.repository",
    }
    assert not loaded("-C", corpus_of, "--today", "2020-12-28", "validate", "--format", format) & heavy
