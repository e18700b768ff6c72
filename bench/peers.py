"""a campaign folder → the commands that check its files: this tool, and what people would use instead.

The others are looked for in build/peers, where `make bench-peers` puts them, and then on the PATH. They get one schema
that picks the right one by 类型, so that each is one process, as this tool is.
"""

import json
import shutil
import sys
from collections.abc import Mapping
from pathlib import Path

HERE = Path(__file__).parent
PEERS = HERE.parent / "build" / "peers"
KINDS = {"filing": "申报表", "quarterly": "季度报告", "summary": "总结报告"}
SCHEMA = "any.schema.json"

OURS = "xunbiao"
NAMES = (
    "check-jsonschema",
    "yamllint",
    "ajv-cli",
    "Sourcemeta jsonschema",
    "PyYAML + jsonschema-rs",
    "ruamel + jsonschema",
)
MOST_ARGUMENTS = 20_000
"""Files that fit on one command line, for a tool that takes no folder."""


def write_schema(folder: Path) -> None:
    """Puts a schema for any of a unit's documents beside the campaign's files."""
    schemas = {kind: json.loads((folder / "schemas" / f"{kind}.schema.json").read_bytes()) for kind in KINDS}
    choice = [
        {
            "if": {"properties": {"类型": {"const": label}}, "required": ["类型"]},
            "then": {"$ref": schemas[kind]["$id"]},
        }
        for kind, label in KINDS.items()
    ]
    whole = {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": "urn:xunbiao:schema:any:1",
        "type": "object",
        "required": ["类型"],
        "properties": {"类型": {"enum": list(KINDS.values())}},
        "allOf": choice,
        "$defs": schemas,
    }
    (folder / SCHEMA).write_text(json.dumps(whole, ensure_ascii=False), encoding="utf-8")


def commands(folder: Path, day: str) -> Mapping[str, list[str]]:
    """The commands that are installed, by name, this tool's first; to be run in the folder."""
    files = [str(path.relative_to(folder)) for path in sorted((folder / "filings").glob("*/*.yaml"))]
    found = {OURS: [_installed("xunbiao"), "--today", day, "validate", "--format", "json"]}
    if len(files) <= MOST_ARGUMENTS:
        found["check-jsonschema"] = [_installed("check-jsonschema"), "--schemafile", SCHEMA, *files]
        found["yamllint"] = [_installed("yamllint"), "-d", "relaxed", "filings"]
        found["ruamel + jsonschema"] = [sys.executable, str(HERE / "scripts" / "ruamel_jsonschema.py"), SCHEMA]
    found["ajv-cli"] = [
        _installed("ajv"), "validate", "--spec=draft2020", "--strict=false", "-s", SCHEMA, "-d", "filings/**/*.yaml",
    ]  # fmt: skip
    found["Sourcemeta jsonschema"] = [
        _installed("sourcemeta"), "validate", SCHEMA, "filings", "--extension", ".yaml", "--continue",
    ]  # fmt: skip
    found["PyYAML + jsonschema-rs"] = [sys.executable, str(HERE / "scripts" / "pyyaml_jsonschema_rs.py"), SCHEMA]
    return {name: words for name, words in found.items() if words[0]}


def _installed(name: str) -> str:
    """Where a tool is; nothing if it is not installed."""
    node = PEERS / "node_modules" / ".bin"
    beside = Path(sys.executable).parent
    places = {"sourcemeta": node / "jsonschema", "ajv": node / "ajv", "yamllint": PEERS / "python" / "bin" / "yamllint"}
    wanted = places.get(name, beside / name)
    if wanted.exists():
        return str(wanted)
    return "" if name == "sourcemeta" else shutil.which(name) or ""  # another tool goes by the same name
