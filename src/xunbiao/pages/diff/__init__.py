"""Comparison → Page: filings beside the 30 practices: one unit's, all units', or all units' beside one practice."""

from xunbiao.pages.diff.everyone import build_for_all
from xunbiao.pages.diff.practice import build_for_practice
from xunbiao.pages.diff.references import build_references
from xunbiao.pages.diff.table import build_as_table
from xunbiao.pages.diff.unit import build_for_unit

__all__ = ["build_as_table", "build_for_all", "build_for_practice", "build_for_unit", "build_references"]
