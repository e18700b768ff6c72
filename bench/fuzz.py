"""any bytes → findings, and nothing else: minutes of damaged, mixed and made-up files through the whole check.

    python bench/fuzz.py [MINUTES] [--seed N]

Half of the inputs are known files, cut, mixed and bitten by a mutator of bytes; half are texts and data that hypothesis
makes up. Each is read, checked with all rules beside its unit's other documents, and told in every format. What must
hold: nothing is raised, nothing takes a second, what is refused is told, every place lies in the file, every format is
harmless. An input that breaks this is kept in build/fuzz/, shown, and ends the run with 1.
"""

import argparse
import sys
import time
import traceback
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path
from random import Random

from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from xunbiao import resources, source
from xunbiao.check import check, open_workspace
from xunbiao.formats import DIAGNOSTIC_FORMATS, render_diagnostics
from xunbiao.model.language import Language
from xunbiao.workspace import MemoryFiles

ROOT = Path(__file__).parents[1]
KEPT = ROOT / "build" / "fuzz"
TODAY = date(2020, 12, 28)
SLOWEST = 1.0
"""Seconds of processor time that no file may take, small as they all are."""

NAMES = ("filing", "2019Q4", "2020Q1", "2020Q2", "2020Q3", "summary")
SCRAPS = (
    b"\xef\xbb\xbf",
    b"\xff",
    b"\xc3",
    b"\xed\xa0\x80",
    b"\xf3\xa0\x81\x81",
    *tuple(
        scrap.encode()
        for scrap in (
            *(
                "：",
                "，",
                "“",
                "《",
                "〔2020〕",
                "５",
                "\u3000",
                "𠀀",
                "\u202e",
                "\u200b",
                "\u2028",
                "\x85",
                "\x00",
                "\x1b[31m",
            ),
            *(
                "&a ",
                "*a",
                "!!x ",
                "<<: ",
                "%YAML",
                "---\n",
                "...\n",
                "\t",
                " #x",
                "? ",
                "- ",
                "| ",
                ">-\n",
                "\r",
                "\r\n",
            ),
            *("[", "]", "{", "}", '"', "'", ":", ": ", "~", "null", "true", "\\", "\\x00", "\\ud800", "@", "::error::"),
            *("1e400", "0o17", "99999999999999999999", ".nan", "-0", "2020-02-30", "100%", "由5个", "至"),
        )
    ),
)
WORDS = st.text(
    st.sampled_from("一二三四五个工作日由至减少到％%〔〕号、，。2020年月日-—:：\"'#&*[]{}\n \t\\张某科室"), max_size=40
)
VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | WORDS | st.text(max_size=20),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(WORDS | st.text(max_size=8), inner, max_size=4),
    max_leaves=12,
)


class Broken(AssertionError):  # noqa: N818  what must hold is broken; nothing erred
    """What must hold did not."""


class Trial:
    """One campaign into which any bytes are put, and the count of what came of them."""

    def __init__(self) -> None:
        settings_ = {name: resources.read(name) for name in ("xunbiao.yaml", "units.yaml")}
        self.base = {name: (ROOT / "tests" / "rules" / "base" / f"{name}.yaml").read_bytes() for name in NAMES}
        self.files = {**settings_, **{f"filings/scjgj/{name}.yaml": raw for name, raw in self.base.items()}}
        self.workspace = open_workspace(MemoryFiles("fuzz", self.files))
        self.codes: Counter[str] = Counter()
        self.inputs = self.refused = 0
        self.slowest = 0.0

    def run(self, raw: bytes, name: str) -> None:
        """Reads, checks and tells one input. Raises Broken, or whatever the tool raised."""
        parsed = source.parse(raw)
        if (parsed.data is None) != bool(parsed.refusals):
            raise Broken("data and refusals do not go together")
        took = self._timed(raw, name)
        if took > SLOWEST:  # what made the machine wait once does not do so again
            took = min(took, *(self._timed(raw, name) for _ in range(3)))
        self.inputs += 1
        self.refused += parsed.data is None
        self.slowest = max(self.slowest, took)
        if took > SLOWEST:
            raise Broken(f"{took:.2f} s")

    def _timed(self, raw: bytes, name: str) -> float:
        began = time.process_time()
        self._whole(raw, name)
        return time.process_time() - began

    def _whole(self, raw: bytes, name: str) -> None:
        path = f"filings/scjgj/{name}.yaml"
        files = MemoryFiles("fuzz", {**self.files, path: raw})
        checked = check(replace(self.workspace, files=files), TODAY, processes=1)
        lines = source.text(raw).split("\n")
        most = max(len(lines), raw.count(b"\n") + raw.count(b"\r") + 1)
        for each in checked.diagnostics:
            self.codes[each.code] += 1
            if each.path == path and not (1 <= each.span.line <= most and each.span.column >= 1):
                raise Broken(f"{each.code} at {each.span}, of {most} lines")
        for format in DIAGNOSTIC_FORMATS:
            text = render_diagnostics(
                checked.diagnostics,
                format,
                files_read=checked.files_read,
                files_skipped=(),
                sources=lambda _path: lines,
                language=Language.ZH,
                width=80,
                color=False,
            )
            if not text.replace("\n", "").replace("\u3000", "").isprintable():
                raise Broken(f"{format} holds what cannot be seen")


def mutants(trial: Trial, random: Random) -> Iterator[tuple[bytes, str]]:
    """Known files: most with some values exchanged, so that all rules see them, some with bytes bitten."""
    while True:
        name = random.choice(NAMES)
        raw = trial.base[random.choice(NAMES) if random.random() < 0.1 else name]
        for _ in range(random.choice((1, 1, 2, 3, 8))):
            raw = exchanged(trial, raw, random) if random.random() < 0.7 else bitten(raw, random)
        yield raw, name


def exchanged(trial: Trial, raw: bytes, random: Random) -> bytes:
    """A file with one value changed for another's, for a scrap, for several on end, or with a line gone or doubled."""
    lines = raw.split(b"\n")
    at = random.randrange(len(lines))
    label, colon, value = lines[at].partition(b": ")
    others = random.choice(list(trial.base.values())).split(b"\n")
    other = random.choice(others).partition(b": ")[2]
    match random.randrange(6):
        case 0:
            del lines[at]
        case 1:
            lines.insert(at, random.choice(lines))
        case 2:
            lines[at] = label + colon + other
        case 3:
            lines[at] = label + colon + random.choice(SCRAPS) + value
        case 4:
            lines[at] = label + colon + (value + other) * random.choice((1, 2, 30))
        case _:
            cut = value.decode("utf-8", "ignore")
            lines[at] = label + colon + cut[: random.randrange(len(cut) + 1)].encode()
    return b"\n".join(lines)


def bitten(raw: bytes, random: Random) -> bytes:
    """A file with bytes taken out, put in, changed, or copied from elsewhere in it."""
    bytes_ = bytearray(raw)
    at = random.randrange(len(raw) + 1)
    match random.randrange(4):
        case 0:
            del bytes_[at : at + random.choice((1, 2, 3, 20, 200))]
        case 1:
            bytes_[at:at] = random.choice(SCRAPS) * random.choice((1, 1, 1, 2, 40))
        case 2 if raw:
            bytes_[at % len(raw)] = random.randrange(256)
        case _:
            start = random.randrange(len(raw) + 1)
            bytes_[at:at] = raw[start : start + random.choice((1, 10, 100, 1000))]
    return bytes(bytes_)


def made_up(trial: Trial, seconds: float) -> None:
    """What hypothesis thinks of, for so long: bytes, texts, and data under the labels that a document has."""
    until = time.monotonic() + seconds
    labels = sorted(
        {line.split(":")[0].strip(" -") for raw in trial.base.values() for line in raw.decode().splitlines()}
    )
    labelled = st.dictionaries(st.sampled_from(labels) | WORDS, VALUES, max_size=6)
    documents = labelled.map(lambda data: "\n".join(source.mapping(_plain(data))).encode("utf-8", "surrogatepass"))

    @settings(
        max_examples=400, deadline=None, database=None, phases=[Phase.generate], suppress_health_check=list(HealthCheck)
    )
    @given(st.binary(max_size=300) | documents | documents | WORDS.map(str.encode) | documents, st.sampled_from(NAMES))
    def tried(raw: bytes, name: str) -> None:
        if time.monotonic() < until:
            attempt(trial, raw, name)

    tried()


def _plain(data: object) -> object:
    """Data as the writer takes it: floats as their texts."""
    if isinstance(data, dict):
        return {key: _plain(value) for key, value in data.items()}
    if isinstance(data, list):
        return [_plain(each) for each in data]
    return str(data) if isinstance(data, float) else data


def attempt(trial: Trial, raw: bytes, name: str) -> None:
    """One input; the run ends at one that breaks something, and it is kept."""
    try:
        trial.run(raw, name)
    except Exception:
        KEPT.mkdir(parents=True, exist_ok=True)
        kept = KEPT / f"{int(time.time())}-{name}.yaml"
        kept.write_bytes(raw)
        traceback.print_exc()
        print(f"kept in {kept.relative_to(ROOT)}", file=sys.stderr)
        sys.exit(1)


def main() -> None:
    """The command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("minutes", type=float, nargs="?", default=1.0)
    parser.add_argument("--seed", type=int, default=int(time.time()))
    asked = parser.parse_args()
    print(f"seed {asked.seed}, {asked.minutes:g} minutes", flush=True)
    trial = Trial()
    until = time.monotonic() + asked.minutes * 60
    inputs = mutants(trial, Random(asked.seed))
    while time.monotonic() < until:
        for _ in range(400):
            attempt(trial, *next(inputs))
            if time.monotonic() > until:
                break
        made_up(trial, until - time.monotonic())
    print(f"{trial.inputs} inputs, {trial.refused} of them refused, the slowest {trial.slowest:.2f} s; nothing broke")
    print(", ".join(f"{code} {count}" for code, count in sorted(trial.codes.items())))


if __name__ == "__main__":
    main()
