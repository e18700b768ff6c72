"""folder of filled forms with keys → how many fields `import` reads right, field by field.

    python bench/forms_accuracy.py FOLDER [--wrong]

Each NAME.docx stands beside NAME.expected.json: the form's labels with what a careful clerk reads there, items as
lists, dates as ISO or null, and `problems` as `path:code`. A closing 。 or ； does not count. A field is silently wrong
when it differs and no finding names its cell. Exit code 1 unless 97% are right and none is silently wrong.
"""

import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from xunbiao.check import open_folder
from xunbiao.forms import Draft, Setting, draft_filing, open_form
from xunbiao.forms.header import HEAD
from xunbiao.forms.labels import PLACES
from xunbiao.model.form import Refusal

REPOSITORY = Path(__file__).parents[1]
WANTED = 0.97
FORM_CODES = frozenset(
    {
        "missing",
        "blank",
        "template-left",
        "incomplete-date",
        "not-a-date",
        "impossible-date",
        "refers-elsewhere",
        "not-the-form",
    }
)


def main(folder: Path, only_wrong: bool) -> int:
    right = total = silent = 0
    for key in sorted(folder.glob("*.expected.json")):
        expected = json.loads(key.read_text(encoding="utf-8"))
        read, told = reading(key.with_name(key.name.removesuffix(".expected.json") + ".docx"))
        for field, wanted, got in fields(expected, read):
            same = tidy(wanted) == tidy(got)
            named = same or field in told or "" in told
            right, total, silent = right + same, total + 1, silent + (not named)
            if not (same and only_wrong):
                print(f"{'ok   ' if same else 'WRONG' if named else 'SILENTLY WRONG'} {key.name.split('.')[0]} {field}")
            if not same:
                print(f"      expected {wanted!r}\n      read     {got!r}")
    print(f"{right} of {total} fields right ({right / max(1, total):.1%}), {silent} silently wrong")
    return int(total == 0 or right < WANTED * total or silent > 0)


def reading(path: Path) -> tuple[dict[str, Any], set[str]]:
    """What was read, in the shape of a key, and the cells that findings name."""
    form = open_form(path.read_bytes())
    if isinstance(form, Refusal):
        return {"problems": [form.code]}, {""}
    workspace = open_folder(REPOSITORY)
    campaign = workspace.campaign
    draft = draft_filing(form, Setting(campaign, workspace.roster, campaign.filing_due))
    told = {".".join(map(str, each.path)) for each in draft.problems if each.path}
    return as_key(draft), told


def as_key(draft: Draft) -> dict[str, Any]:
    data: dict[str, Any] = {label: draft.data[label] for label in HEAD}
    for path in PLACES:
        value: Any = draft.data
        for part in path:
            value = value[part]
        at = data
        for part in path[:-1]:
            at = at.setdefault(str(part), {})
        at[str(path[-1])] = texts(value)
    problems = sorted(each.key for each in draft.problems if each.code in FORM_CODES)
    return {**data, "problems": problems}


def texts(value: Any) -> Any:
    if isinstance(value, list):
        return [entry["名称"] for entry in value]
    return [entry["内容"] for entry in value.values()] if isinstance(value, dict) else value


def fields(expected: dict[str, Any], read: dict[str, Any]) -> Iterator[tuple[str, Any, Any]]:
    for path in (*((label,) for label in HEAD), *PLACES, ("problems",)):
        wanted, got = look_up(expected, path), look_up(read, path)
        if path == ("problems",):
            yield "problems", sorted(wanted), sorted(got)
        elif wanted is not MISSING:
            yield ".".join(map(str, path)), wanted, None if got is MISSING else got


MISSING: Any = object()


def look_up(data: dict[str, Any], path: tuple[str | int, ...]) -> Any:
    value: Any = data
    for part in path:
        if not isinstance(value, dict) or part not in value:
            return MISSING
        value = value[part]
    return value


def tidy(value: Any) -> Any:
    if isinstance(value, list):
        return [tidy(each) for each in value]
    return value.rstrip("。；;") if isinstance(value, str) else value


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]), "--wrong" in sys.argv))
