"""figures → words, where a figure stands in a sentence."""

from decimal import ROUND_HALF_UP, Decimal


def share_in_words(share: Decimal | None) -> str:
    """97.4%, never 100% before all is done; a dash where there is no share."""
    if share is None:
        return "—"
    percent = (share * 100).quantize(Decimal("0.1"), ROUND_HALF_UP)
    if percent == 100 and share < 1:
        percent -= Decimal("0.1")
    return f"{percent.normalize():f}%"
