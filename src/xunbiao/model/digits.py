"""a number → the digits a reader sees: 7.5, 97.4%."""

from decimal import ROUND_HALF_UP, Decimal

_TENTH = Decimal("0.1")
# Beyond this, digits in full would be a page of zeros.
_LONGEST = 30


def percent(share: Decimal) -> str:
    """A share of 1 in percent with at most one decimal; never 100% before all is done, nor 0% after the first."""
    if not share.is_finite() or share.adjusted() > _LONGEST / 2:
        return number(share * 100) + "%"
    rounded = (share * 100).quantize(_TENTH, ROUND_HALF_UP)
    if rounded == 100 and share < 1:
        rounded -= _TENTH
    if rounded == 0 and share > 0:
        rounded = _TENTH
    return number(rounded) + "%"


def number(amount: int | Decimal) -> str:
    """A number in plain digits, no exponent and no idle zeros, unless it is too long to read so."""
    exact = Decimal(amount)
    if not exact.is_finite():
        return str(exact)
    if abs(exact.adjusted()) > _LONGEST:
        return f"{exact:.6e}"
    digits = format(exact, "f")
    digits = digits.rstrip("0").rstrip(".") if "." in digits else digits
    return "0" if digits == "-0" else digits
