"""What most would write first: ruamel.yaml's round-trip loader and a jsonschema validator that is made once."""

import json
import sys
from pathlib import Path

from jsonschema import Draft202012Validator
from ruamel.yaml import YAML

validator = Draft202012Validator(json.loads(Path(sys.argv[1]).read_bytes()))
loader = YAML()
wrong = 0
for path in sorted(Path("filings").glob("*/*.yaml")):
    for error in validator.iter_errors(loader.load(path.read_bytes())):
        wrong += 1
        print(path, error.json_path, error.message)
sys.exit(wrong > 0)
