"""A random sample of mutants of `rules/` and `wording/` → how many of them the tests kill, part by part.

    make mutants                                     # 400 of each part
    make mutants SAMPLE=all PARTS="rules wording"    # every mutant of these parts

The mutants are mutmut's. It changes what stands inside functions without decorators, and so neither our rules, which
are decorated, nor what a module works out when it is imported: thresholds, tables, patterns and what a rule declares.
So its sources are prepared in a copy first, with the same meaning: `@rule(…) def check` becomes a plain function with
`check = …(check)` behind it, and `NAME = value` becomes a call of a function that returns the value. What then runs
the tests of each mutant is mutant_tests.py. `make mutants` brings a Python that has mutmut and what our tests need.
"""

import argparse
import json
import random
import shutil
import subprocess
import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path

import libcst as cst
from mutmut.mutation.file_mutation import mutate_file_contents

ROOT = Path(__file__).parent.parent
WORK = ROOT / "build" / "mutants"
COPIED = ("src", "catalogue", "schemas", "xunbiao.yaml", "units.yaml", "tests")
PARTS = {
    "rules": "rules/: what functions do, the checks among them",
    "wording": "wording/: what functions do",
    "declared": "rules/: what rules declare (severity, clause, message, hint)",
    "tables": "rules/ and wording/: thresholds, tables and patterns of modules",
}
DECLARED, VALUE = "_declaration_of_", "_value_of_"
SETTINGS = """[tool.pytest.ini_options]
markers = ["slow: minutes rather than seconds"]
filterwarnings = ["error"]
"""


class Plain(cst.CSTTransformer):
    """A module → the same module with what it works out when it is imported inside functions."""

    def leave_Module(self, original_node: cst.Module, updated_node: cst.Module) -> cst.Module:  # noqa: ARG002, N802
        return updated_node.with_changes(body=[new for old in updated_node.body for new in _plain(old)])


def _plain(statement: cst.CSTNode) -> list[cst.CSTNode]:
    """One statement of a module → the statements that stand for it."""
    match statement:
        case cst.FunctionDef(decorators=[_, *_]):
            return _undecorated(statement)
        case cst.SimpleStatementLine(body=[cst.Assign(targets=[cst.AssignTarget(target=cst.Name())]) as assigned]):
            name = cst.ensure_type(assigned.targets[0].target, cst.Name).value
        case cst.SimpleStatementLine(body=[cst.AnnAssign(target=cst.Name(), value=cst.BaseExpression()) as assigned]):
            name = cst.ensure_type(assigned.target, cst.Name).value
        case _:
            return [statement]
    if name.startswith("__"):
        return [statement]
    prefix = DECLARED if isinstance(assigned.value, cst.Call) and "rule(" in _text(assigned.value) else VALUE
    called = assigned.with_changes(value=cst.parse_expression(f"{prefix}{name}()"))
    return [_returning(prefix + name, assigned.value), statement.with_changes(body=[called])]


def _undecorated(function: cst.FunctionDef) -> list[cst.CSTNode]:
    name = function.name.value
    made: list[cst.CSTNode] = [function.with_changes(decorators=[])]
    for each in reversed(function.decorators):
        text = _text(each.decorator)
        if text.startswith("rule("):
            made.insert(0, _returning(DECLARED + name, each.decorator))
            text = f"{DECLARED}{name}()"
        made += cst.parse_module(f"{name} = {text}({name})\n").body
    return made


def _returning(name: str, value: cst.BaseExpression) -> cst.FunctionDef:
    made = cst.ensure_type(cst.parse_statement(f"def {name}():\n    return 0\n"), cst.FunctionDef)
    line = cst.ensure_type(made.body.body[0], cst.SimpleStatementLine)
    return made.with_changes(body=made.body.with_changes(body=[line.with_changes(body=[cst.Return(value)])]))


def _text(node: cst.CSTNode) -> str:
    return cst.Module([]).code_for_node(node)


def lay_out() -> list[str]:
    """Copies the project and puts all mutants into the copy, next to what they mutate; their names, in order."""
    for name in COPIED:
        source, target = ROOT / name, WORK / name
        if source.is_dir():
            shutil.rmtree(target, ignore_errors=True)
            shutil.copytree(source, target, ignore=shutil.ignore_patterns("__pycache__"))
        else:
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(source, target)
    (WORK / "pyproject.toml").write_text(SETTINGS, encoding="utf-8")
    packages = [WORK / "src" / "xunbiao" / package for package in ("rules", "wording")]
    return [name for package in packages for path in sorted(package.rglob("*.py")) for name in _mutate(path)]


def _mutate(path: Path) -> Iterator[str]:
    """Writes a module's mutants into it. What was made of the same text before is taken from there."""
    before = path.read_text(encoding="utf-8")
    kept = WORK / "made" / f"{path.relative_to(WORK / 'src')}.json"
    made = json.loads(kept.read_text(encoding="utf-8")) if kept.is_file() else {}
    if made.get("of") != before:
        mutated = mutate_file_contents(str(path), cst.parse_module(before).visit(Plain()).code)
        made = {"of": before, "code": mutated.code, "names": list(mutated.mutant_names)}
        kept.parent.mkdir(parents=True, exist_ok=True)
        kept.write_text(json.dumps(made), encoding="utf-8")
    path.write_text(made["code"], encoding="utf-8")
    module = ".".join(path.relative_to(WORK / "src").with_suffix("").parts).removesuffix(".__init__")
    return (f"{module}.{name}" for name in made["names"])


def part_of(mutant: str) -> str:
    """Which part a mutant belongs to."""
    if f".x_{DECLARED}" in mutant:
        return "declared"
    return "tables" if f".x_{VALUE}" in mutant else mutant.split(".")[1]


def sampled(mutants: Iterable[str], part: str, size: int | None, seed: int) -> list[str]:
    """So many mutants of a part, the same for the same seed; None for all."""
    every = sorted(each for each in mutants if part_of(each) == part)
    return every if size is None else random.Random(seed).sample(every, min(size, len(every)))


def tried(mutants: list[str]) -> dict[str, str]:
    """Runs the tests of each mutant → killed, survived, endless or untested."""
    verdicts: dict[str, str] = {}
    for package in ("rules", "wording"):
        own = [each for each in mutants if each.startswith(f"xunbiao.{package}.")]
        if own:
            (WORK / "wanted.json").write_text(json.dumps(own), encoding="utf-8")
            command = [sys.executable, Path(__file__).with_name("mutant_tests.py"), package]
            with (WORK / "log.txt").open("w", encoding="utf-8") as log:
                subprocess.run(command, cwd=WORK, check=True, stdout=log, stderr=subprocess.STDOUT)
            verdicts |= json.loads((WORK / "verdicts.json").read_text(encoding="utf-8"))
    return verdicts


def main() -> None:
    """Lays out, samples, tries and tells."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--sample", default="400", help="mutants of each part, or all")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--parts", nargs="+", choices=PARTS, default=list(PARTS))
    asked = parser.parse_args()
    every = lay_out()
    in_all = Counter(map(part_of, every))
    for part in asked.parts:
        verdicts = tried(sampled(every, part, None if asked.sample == "all" else int(asked.sample), asked.seed))
        counts = Counter(verdicts.values())
        died = counts["killed"] + counts["endless"]
        print(f"{PARTS[part]}\n    {100 * died / len(verdicts):.1f}% die: {counts['killed']} killed, "
              f"{counts['endless']} without end, {counts['survived']} survived, {counts['untested']} without a test; "
              f"{len(verdicts)} of {in_all[part]}, seed {asked.seed}", flush=True)  # fmt: skip
        alive = sorted(name for name, verdict in verdicts.items() if verdict in ("survived", "untested"))
        (WORK / f"survivors-{part}.txt").write_text("".join(f"{name}\n" for name in alive), encoding="utf-8")


if __name__ == "__main__":
    main()
