"""SARIF as its own schema wants it, for findings of every kind and names of every kind."""

import json
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft4Validator

from xunbiao.formats import render_diagnostics
from xunbiao.model.diagnostic import Diagnostic, Severity, Skipped, Span
from xunbiao.model.language import Language, Phrase

SCHEMA = json.loads((Path(__file__).parent / "schemas" / "sarif-2.1.0-rtm.5.json").read_bytes())
PATHS = (
    "filings/scjgj/filing.yaml",
    "filings/市监局/a b.yaml",
    "a%20b.yaml",
    "::error::.yaml",
    "x\n.yaml",
    "\udcff.yaml",
    "a#b?.yaml",
)


@pytest.fixture(scope="module")
def validator() -> Draft4Validator:
    Draft4Validator.check_schema(SCHEMA)
    return Draft4Validator(SCHEMA)


def log(diagnostics: list[Diagnostic], skipped: list[Skipped] | None = None) -> Any:
    """What the format makes of findings, as data."""
    text = render_diagnostics(
        diagnostics,
        "sarif",
        files_read=3,
        files_skipped=skipped or [],
        sources=lambda _path: [],
        language=Language.ZH,
        width=80,
        color=False,
    )
    return json.loads(text)


def found(path: str, severity: Severity, span: Span, field: str = "对标方向.举措.J1") -> Diagnostic:
    return Diagnostic(
        path, span, "XB201", "goal-not-above-baseline", severity, field, Phrase("甲", "a"), Phrase("", ""), "三"
    )


@pytest.mark.parametrize("path", PATHS, ids=ascii)
@pytest.mark.parametrize("severity", Severity)
@pytest.mark.parametrize("span", [Span(1, 1, 1, 1), Span(3, 5, 3, 9), Span(3, 5, 7, 1)], ids=str)
def test_findings(path: str, severity: Severity, span: Span, validator: Draft4Validator) -> None:
    """A finding of any weight, at any place, in a file of any name."""
    assert not [error.message for error in validator.iter_errors(log([found(path, severity, span)]))]


def test_nothing_found(validator: Draft4Validator) -> None:
    """A run that found nothing is a log too."""
    assert not list(validator.iter_errors(log([])))


def test_skipped_files(validator: Draft4Validator) -> None:
    """Files that were not looked at are notifications of the run."""
    skipped = [Skipped(path, Phrase("不是材料", "no document")) for path in PATHS]
    assert not [error.message for error in validator.iter_errors(log([], skipped))]


@pytest.mark.slow
def test_more_than_one_run_may_hold(validator: Draft4Validator) -> None:
    """What is more than a run may hold goes into further runs, of which each is whole."""
    many = [found(f"filings/a{number}/filing.yaml", Severity.HINT, Span(1, 1, 1, 2), "") for number in range(25_001)]
    data = log(many)
    assert [len(run["results"]) for run in data["runs"]] == [25_000, 1]
    for run in data["runs"]:
        run["results"] = run["results"][:50]  # the validator takes its time
    assert not [error.message for error in validator.iter_errors(data)]


def test_the_schema_does_refuse(validator: Draft4Validator) -> None:
    """A place before the first line, and a name of our own, are refused: the schema is really asked."""
    data = log([found("a.yaml", Severity.ERROR, Span(1, 1, 1, 2))])
    data["runs"][0]["results"][0]["locations"][0]["physicalLocation"]["region"]["startLine"] = 0
    data["runs"][0]["results"][0]["ours"] = 1
    assert len(list(validator.iter_errors(data))) == 2
