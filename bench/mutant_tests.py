"""Mutants by name → which of them the tests kill. Run by mutants.py in the folder it has laid out.

All tests of one package are collected once and run once, unchanged, in a process of their own: that gives each test's
time, and which functions each test calls. Then every mutant has a process that starts from what was collected, in
which no test has run yet, so that nothing remembered hides a mutant. It runs the tests that call its function, the
quick ones first, until one fails. A test that takes twenty times its time and a second more is without end. Now and
then the same tests run without the mutant, and have to pass.

What runs when a module is imported is no one test's: such a mutant has the tests of all functions of its module, and a
process in which nothing of the project has been imported. Of the rules, a mutant has the tests that name its code, not
the thousand that happen to check a document; so one may live that some other rule's test would kill.
"""

import json
import os
import re
import signal
import sys
import time
import traceback
from collections.abc import Callable, Iterable
from functools import partial
from itertools import pairwise
from pathlib import Path
from typing import Any

import mutmut.mutation.trampoline as trampoline
import pytest
from _pytest.runner import runtestprotocol
from mutmut.state import state

PACKAGE = sys.argv[1]
SOURCE = str(Path("src").resolve())  # absolute: some tests go to other folders
ARGUMENTS = ["-q", "-s", "--tb=native", "--import-mode=importlib", "-p", "no:cacheprovider", "--rootdir=."]
# What times a reader is left out: a busy machine would count as a killed mutant.
TIMES = "tests/wording/test_properties.py::test_time_is_linear", "tests/wording/test_properties.py::test_other_readers"
ARGUMENTS += ["--basetemp=tmp", *(f"--deselect={test}" for test in TIMES)]
NONE = "none"
CHECKED_EVERY = 20
LONGEST = 120  # seconds of processor time for a process that imports everything anew
KILLED, ENDLESS, SURVIVED, UNTESTED = "killed", "endless", "survived", "untested"


class Trial:
    """Takes the place of pytest's own loop over the tests."""

    def __init__(self, mutants: list[str]) -> None:
        self.mutants = mutants
        self.verdicts: dict[str, str] = {}

    def pytest_runtestloop(self, session: pytest.Session) -> bool:
        items = {item.nodeid: item for item in session.items if not item.get_closest_marker("slow")}
        clean = answer(lambda: clean_run(items.values()))
        for number, mutant in enumerate(self.mutants):
            tests = sorted(tests_of(mutant, clean), key=lambda test: clean["seconds"][test])
            run = [(items[test], clean["seconds"][test]) for test in tests]
            attempt = partial(survives, run) if is_called(mutant, clean) else partial(fresh, tests)
            if number % CHECKED_EVERY == 0 and verdict(partial(attempt, NONE)) != SURVIVED:
                sys.exit(f"The tests of {mutant} fail without it.")
            self.verdicts[mutant] = verdict(partial(attempt, mutant)) if tests else UNTESTED
        return True


def is_called(mutant: str, clean: dict[str, Any]) -> bool:
    """Whether any test calls the function; if none does, it works when its module is imported, or never."""
    function = mutant.partition("__mutmut_")[0]
    return any(function in called for called in clean["calls"].values())


def clean_run(items: Iterable[pytest.Item]) -> dict[str, Any]:
    """Runs every test on the project as it is: its processor time and the functions it calls."""
    trampoline.set_mutant_under_test("stats")
    os.environ["MUTMUT_DEPENDENCY_DEPTH"] = "-1"
    state()._stats.clear()
    seconds, calls = {}, {}
    for item, following in pairwise([*items, None]):
        begun = time.process_time()
        assert passes(item, following), f"{item.nodeid} fails without any mutant"
        seconds[item.nodeid] = time.process_time() - begun
        calls[item.nodeid] = sorted(state()._stats)
        state()._stats.clear()
    assert any(calls.values()), "the tests import another copy of the project"
    return {"seconds": seconds, "calls": calls}


def tests_of(mutant: str, clean: dict[str, Any]) -> list[str]:
    """The tests that a mutant has to pass."""
    function = mutant.partition("__mutmut_")[0]
    module = function.rpartition(".")[0]
    if code := re.search(r"\.(xb[0-9]{3})_", module):
        return [test for test in clean["seconds"] if code[1].upper() in test]
    calls = clean["calls"].items()
    called = [test for test, names in calls if function in names]
    beside = [test for test, names in calls if any(name.startswith(f"{module}.") for name in names)]
    return called or beside or list(clean["seconds"])


def passes(item: pytest.Item, following: pytest.Item | None) -> bool:
    return not any(report.failed for report in runtestprotocol(item, log=False, nextitem=following))


def survives(run: list[tuple[pytest.Item | None, float]], mutant: str) -> bool:
    """Runs the tests on a mutant until one fails."""
    trampoline.get_mutant_under_test = lambda: mutant
    for (item, seconds), (following, _) in pairwise([*run, (None, 0)]):
        signal.setitimer(signal.ITIMER_PROF, 1 + 20 * seconds)
        if not passes(item, following):
            return False
    return True


def fresh(tests: list[str], mutant: str) -> bool:
    """The same in a process that imports the project only now."""
    environment = {**os.environ, "MUTANT_UNDER_TEST": mutant, "PYTHONPATH": SOURCE}
    code = f"import sys, pytest; sys.exit(pytest.main({[*ARGUMENTS, '-x']!r} + sys.argv[1:]))"
    signal.setitimer(signal.ITIMER_PROF, LONGEST)
    os.execve(sys.executable, [sys.executable, "-c", code, *tests], environment)


def forked(work: Callable[[], None]) -> int:
    """Does something in a process of its own and waits for how it ends."""
    sys.stdout.flush()
    pid = os.fork()
    if pid == 0:
        with open(os.devnull, "w") as nowhere:
            os.dup2(nowhere.fileno(), 1)
            try:
                work()
            except Exception:
                traceback.print_exc()
            os._exit(70)
    return os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1])


def answer(work: Callable[[], dict[str, Any]]) -> dict[str, Any]:
    """What a process of its own finds out."""
    file = Path("answer.json")

    def tell() -> None:
        file.write_text(json.dumps(work()), encoding="utf-8")
        os._exit(0)

    if forked(tell):
        sys.exit("The tests fail without any mutant.")
    told: dict[str, Any] = json.loads(file.read_text(encoding="utf-8"))
    return told


def verdict(work: Callable[[], bool]) -> str:
    code = forked(lambda: os._exit(0 if work() else 1))
    return SURVIVED if code == 0 else ENDLESS if code in (-signal.SIGPROF, -signal.SIGXCPU) else KILLED


def main() -> None:
    sys.path.insert(0, SOURCE)
    os.environ["MUTANT_UNDER_TEST"] = ""
    trial = Trial(json.loads(Path("wanted.json").read_text(encoding="utf-8")))
    code = pytest.main([*ARGUMENTS, f"tests/{PACKAGE}"], plugins=[trial])
    if len(trial.verdicts) != len(trial.mutants):
        sys.exit(int(code) or 1)
    Path("verdicts.json").write_text(json.dumps(trial.verdicts), encoding="utf-8")


if __name__ == "__main__":
    main()
