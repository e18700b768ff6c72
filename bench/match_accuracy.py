"""Labelled texts → how often the matcher finds the practices that a text draws upon, by level.

    python bench/match_accuracy.py [FILE] [-v] [--fit] [--compare]    (or DATA=FILE; the project's own set by default)

FILE is tab-separated with a header line: id, text, practices (numbers joined by commas, or - for none), level, note.
What the labels mean stands in tests/data/README.md.

top-1        Texts that draw upon something: the best match is one of the labelled practices.
top-3        Likewise: every labelled practice stands among the first three.
none         Texts that draw upon nothing. Recall: share of them for which nothing is suggested. Precision: of all texts
             for which nothing is suggested, those that do draw upon nothing.
suggested    All texts. Precision: share of the suggested practices that are labelled; recall: share of the labelled
             ones that are suggested. exact: texts whose suggestions are the labelled practices and no other.

What has been fitted to what: the weights of the words come out of the catalogue alone, in which no run of more than
eight characters of a labelled text stands (tests/catalogue/test_match_catalogue.py). The three constants that turn
evidence into a score are fitted to the project's own set; that set is therefore scored in ten parts, each with
constants fitted to the other nine. Another FILE is scored with the constants as shipped. `--fit` prints constants
fitted to all rows of FILE. `--compare` scores other ways of matching on the same rows.
"""

import argparse
import os
import sys
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from math import exp
from pathlib import Path
from time import process_time

from xunbiao.catalogue import SUGGESTED, Matcher, make
from xunbiao.catalogue.matcher import CONSTANTS, score
from xunbiao.check import open_folder

ROOT = Path(__file__).parent.parent
OWN_SET = ROOT / "tests" / "data" / "match.tsv"
PARTS = 10
LEVELS = ("easy", "medium", "hard")

Constants = tuple[float, float, float]
Standings = Sequence[tuple[float, float]]


@dataclass(frozen=True, slots=True)
class Row:
    id: str
    text: str
    practices: frozenset[str]
    level: str


@dataclass(frozen=True, slots=True)
class Answer:
    """A row with its practices ranked, and those that were suggested."""

    row: Row
    ranked: Sequence[str]
    suggested: frozenset[str]


def main() -> int:
    arguments = _arguments()
    rows = _rows(arguments.file)
    matcher = make(open_folder(ROOT).catalogue)
    own = arguments.file.resolve() == OWN_SET.resolve()
    standings = [matcher.standings(row.text) for row in rows]
    if arguments.fit:
        print("constants fitted to all rows:", tuple(round(each, 2) for each in fit(rows, standings, matcher.codes)))
        return 0
    answers = list(_in_parts(rows, standings, matcher.codes) if own else _as_shipped(rows, standings, matcher.codes))
    how = f"constants fitted in {PARTS} parts" if own else "constants as shipped"
    print(f"{arguments.file}: {len(rows)} texts, {how}\n")
    _print_table(answers)
    _print_speed(matcher, rows)
    if arguments.compare:
        import match_compare

        match_compare.print_all(rows, open_folder(ROOT).catalogue)
    if arguments.verbose:
        _print_misses(answers)
    return 0


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description="How often the matcher is right on labelled texts.")
    parser.add_argument("file", nargs="?", type=Path, default=_asked())
    parser.add_argument("-v", "--verbose", action="store_true", help="list the misses")
    parser.add_argument("--fit", action="store_true", help="print the constants that fit all rows")
    parser.add_argument("--compare", action="store_true", help="score other ways of matching too")
    return parser.parse_args()


def _asked() -> Path:
    """The file that DATA names if it has this bench's columns (`make accuracy DATA=FILE` is asked of two benches)."""
    asked = Path(os.environ.get("DATA") or OWN_SET)
    with asked.open(encoding="utf-8") as stream:
        return asked if "practices" in stream.readline().split("\t") else OWN_SET


def _rows(file: Path) -> list[Row]:
    header, *lines = file.read_text(encoding="utf-8").splitlines()
    names = header.split("\t")
    rows = []
    for line in lines:
        cells = dict(zip(names, line.split("\t"), strict=False))
        numbers = [] if cells["practices"].strip() == "-" else cells["practices"].split(",")
        practices = frozenset(f"P{int(number):02}" for number in numbers)
        rows.append(Row(cells["id"], cells["text"], practices, cells["level"]))
    return rows


def _as_shipped(rows: Sequence[Row], standings: Sequence[Standings], codes: Sequence[str]) -> Iterator[Answer]:
    return (_answer(row, each, codes, CONSTANTS) for row, each in zip(rows, standings, strict=True))


def _in_parts(rows: Sequence[Row], standings: Sequence[Standings], codes: Sequence[str]) -> Iterator[Answer]:
    """Each tenth of the rows scored with constants that were fitted to the other nine."""
    for part in range(PARTS):
        rest = [at for at in range(len(rows)) if at % PARTS != part]
        constants = fit([rows[at] for at in rest], [standings[at] for at in rest], codes)
        yield from (_answer(rows[at], standings[at], codes, constants) for at in range(part, len(rows), PARTS))


def _answer(row: Row, standings: Standings, codes: Sequence[str], constants: Constants) -> Answer:
    scores = {code: score(standing, constants) for code, standing in zip(codes, standings, strict=True)}
    suggested = frozenset(code for code, each in scores.items() if each >= SUGGESTED)
    return Answer(row, sorted(scores, key=lambda code: -scores[code]), suggested)


def fit(rows: Sequence[Row], standings: Sequence[Standings], codes: Sequence[str]) -> Constants:
    """Logistic regression on (strength, behind) of every practice in every row, by Newton's method."""
    cases = [
        ((1.0, strength, behind), float(code in row.practices))
        for row, each in zip(rows, standings, strict=True)
        for code, (strength, behind) in zip(codes, each, strict=True)
    ]
    constants = [0.0, 0.0, 0.0]
    for _ in range(15):
        slope = [-1e-3 * each for each in constants]
        curve = [[1e-3 * (i == j) for j in range(3)] for i in range(3)]
        for features, wanted in cases:
            guess = 1 / (1 + exp(-sum(a * b for a, b in zip(constants, features, strict=True))))
            for i in range(3):
                slope[i] += (wanted - guess) * features[i]
                for j in range(3):
                    curve[i][j] += guess * (1 - guess) * features[i] * features[j]
        constants = [a + b for a, b in zip(constants, _solved(curve, slope), strict=True)]
    return constants[0], constants[1], constants[2]


def _solved(matrix: list[list[float]], right: list[float]) -> list[float]:
    """The solution of three linear equations, by elimination."""
    rows = [[*line, value] for line, value in zip(matrix, right, strict=True)]
    for i in range(3):
        rows[i] = [each / rows[i][i] for each in rows[i]]
        for j in range(3):
            if j != i:
                rows[j] = [a - rows[j][i] * b for a, b in zip(rows[j], rows[i], strict=True)]
    return [line[-1] for line in rows]


def summary(answers: Sequence[Answer]) -> dict[str, tuple[int, int]]:
    """Each question: how many were right, of how many."""
    drawing = [each for each in answers if each.row.practices]
    nothing = [each for each in answers if not each.row.practices]
    silent = [each for each in answers if not each.suggested]
    right = sum(len(each.suggested & each.row.practices) for each in answers)
    return {
        "top-1": (sum(each.ranked[0] in each.row.practices for each in drawing), len(drawing)),
        "top-3": (sum(each.row.practices <= set(each.ranked[:3]) for each in drawing), len(drawing)),
        "none, recall": (sum(not each.suggested for each in nothing), len(nothing)),
        "none, precision": (sum(not each.row.practices for each in silent), len(silent)),
        "suggested, precision": (right, sum(len(each.suggested) for each in answers)),
        "suggested, recall": (right, sum(len(each.row.practices) for each in answers)),
        "exact": (sum(each.suggested == each.row.practices for each in answers), len(answers)),
    }


def _print_table(answers: Sequence[Answer]) -> None:
    groups = {"all": answers, **{level: [each for each in answers if each.row.level == level] for level in LEVELS}}
    summaries = {name: summary(group) for name, group in groups.items()}
    print(f"{'':22}" + "".join(f"{name:>18}" for name in summaries))
    for question in summaries["all"]:
        print(f"{question:22}" + "".join(_share(*summaries[name][question]) for name in summaries))


def _share(right: int, of: int) -> str:
    return f"{right / of:9.1%} {f'{right}/{of}':>8}" if of else f"{'–':>18}"


def _print_speed(matcher: Matcher, rows: Sequence[Row]) -> None:
    texts = [row.text for row in rows]
    mean = sum(map(len, texts)) / len(texts)
    suggest, read = (min(_time(function, texts) for _ in range(5)) for function in (matcher.suggested, matcher.read))
    print(f"\nper text of {mean:.0f} characters: {suggest:.0f} µs; with the three nearest {read:.0f} µs")


def _time(function: Callable[[str], object], texts: Sequence[str]) -> float:
    start = process_time()
    for text in texts:
        function(text)
    return (process_time() - start) / len(texts) * 1e6


def _print_misses(answers: Sequence[Answer]) -> None:
    for answer in answers:
        if answer.suggested != answer.row.practices:
            wanted, got = (", ".join(sorted(each)) or "-" for each in (answer.row.practices, answer.suggested))
            print(f"\n{answer.row.id} ({answer.row.level}) {answer.row.text}")
            print(f"  wanted {wanted}; suggested {got}; nearest {', '.join(answer.ranked[:3])}")


if __name__ == "__main__":
    sys.exit(main())
