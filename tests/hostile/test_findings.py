"""Every hostile file gets its one finding, at its place, and hides none of the others."""

from collections.abc import Mapping
from typing import Any

import pytest

from .case import Case
from .conftest import CASES

LEAST = 300


@pytest.mark.parametrize("id_", [pytest.param(id_, id=f"{case.row}-{case.name}") for id_, case in CASES.items()])
def test_told_at_its_place(id_: str, findings: Mapping[str, list[dict[str, Any]]]) -> None:
    """What is wrong is told by its code, line and column; what is not wrong is not told."""
    case, told = CASES[id_], findings[id_]
    if case.code is None:
        assert not [each for each in told if each["code"] < "XB2"]
    else:
        assert (case.code, case.line, case.column) in {(each["code"], each["line"], each["column"]) for each in told}


def test_there_are_enough(cases: Mapping[str, Case]) -> None:
    """The corpus is as large as was promised, and no two cases are the same."""
    assert len({case.raw for case in cases.values()}) >= LEAST
    assert len({(case.row, case.name) for case in cases.values()}) == len(cases)


def test_one_reason_is_enough(findings: Mapping[str, list[dict[str, Any]]], cases: Mapping[str, Case]) -> None:
    """A file that cannot be read is told once, not once for every place that cannot be made sense of."""
    for id_, case in cases.items():
        if case.code in ("XB013", "XB014", "XB011", "XB019", "XB015"):
            refusals = [each for each in findings[id_] if each["code"] < "XB1" and each["severity"] == "error"]
            assert len(refusals) == 1, case.name
