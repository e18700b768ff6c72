"""Data written as YAML reads back as the same data."""

from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from xunbiao.source import mapping, parse, scalar

TEXT = st.text(st.characters(exclude_categories=["Cs", "Co", "Cn", "Cf", "Zl", "Zp"]), max_size=30)
NUMBER = st.integers(-(2**53), 2**53) | st.decimals(-(10**9), 10**9, places=3)


@given(TEXT | NUMBER)
def test_every_value_reads_back_as_itself(value: str | int | Decimal) -> None:
    """Quotes stand exactly where YAML 1.2 core would otherwise read something else."""
    parsed = parse(f"键: {scalar(value)}\n".encode())
    assert parsed.data == {"键": value} or any(finding.code in ("XB004", "XB002") for finding in parsed.findings)


@given(
    st.recursive(TEXT | st.none(), lambda inner: st.lists(inner, max_size=3) | st.dictionaries(TEXT, inner, max_size=3))
)
def test_every_structure_reads_back_as_itself(value: object) -> None:
    """Lists in mappings in lists: the block style keeps them apart."""
    lines = "\n".join(mapping({"键": value}))  # type: ignore[dict-item]
    parsed = parse(f"{lines}\n".encode())
    refused = any(finding.code in ("XB004", "XB002", "XB013", "XB014") for finding in parsed.findings)
    assert parsed.data == {"键": value} or refused
