"""Trend → a drawing within a line of HTML: a bar for each time, and the figures for who cannot see it."""

from decimal import Decimal

from xunbiao.formats.escaping import web
from xunbiao.formats.values import shares
from xunbiao.model.page import Trend

_STEP, _BAR, _TOP = 8, 6, 20
# A bar for none of the way is still to be seen.
_LEAST = 1


def trend_drawing(trend: Trend) -> str:
    """Inline SVG with the figures as its name and as its tooltip."""
    told = web(shares(trend))
    bars = "".join(_bar(at * _STEP, share) for at, share in enumerate(trend.shares) if share is not None)
    size = f'width="{len(trend.shares) * _STEP}" height="{_TOP}"'
    return f'<svg class="trend" {size} role="img" aria-label="{told}"><title>{told}</title>{bars}</svg>'


def _bar(left: int, share: Decimal) -> str:
    height = max(_LEAST, round(float(max(Decimal(0), min(Decimal(1), share))) * _TOP))
    return (
        f'<rect class="track" x="{left}" width="{_BAR}" height="{_TOP}"/>'
        f'<rect class="fill" x="{left}" y="{_TOP - height}" width="{_BAR}" height="{height}"/>'
    )
