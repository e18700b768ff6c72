"""`validate` and any other validator agree on the shape of a document: XB1xx are found exactly where schemas refuse."""

from pathlib import Path

import pytest

from xunbiao import schema, source
from xunbiao.model.document import Kind
from xunbiao.rules import all_rules

HERE = Path(__file__).parent
GOOD = sorted((HERE / "good").glob("*.yaml"))
BAD = sorted((HERE / "bad").glob("*.yaml"))


def findings(path: Path) -> list[str]:
    """The codes found on a file's shape; a file that is no mapping at all is refused before its schema is asked."""
    parsed = source.parse(path.read_bytes())
    if parsed.data is None:
        return [each.code for each in parsed.findings]
    return [each.code for each in schema.findings(Kind(path.stem.partition("-")[0]), parsed.data)]


@pytest.mark.parametrize("path", GOOD, ids=lambda path: path.stem)
def test_structurally_good_document_has_no_finding_on_its_shape(path: Path) -> None:
    """What check-jsonschema accepts with the same schema is accepted."""
    assert findings(path) == []


@pytest.mark.parametrize("path", BAD, ids=lambda path: path.stem)
def test_structurally_bad_document_is_refused_in_our_own_words(path: Path) -> None:
    """What check-jsonschema refuses is refused, each time by a rule that explains itself in both languages."""
    codes = findings(path)
    assert codes
    assert all(code.startswith(("XB1", "XB015")) for code in codes)
    hints = [all_rules()[code].hint for code in codes]
    assert all(hint.zh and hint.en for hint in hints)
