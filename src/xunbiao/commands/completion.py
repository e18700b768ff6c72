"""what is being typed → how it may go on: units, quarters and rules, as the campaign at hand has them."""

from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from xunbiao.errors import CannotGoOn

if TYPE_CHECKING:
    from xunbiao.model.workspace import Workspace

Suggestion = tuple[str, str]
"""A word, and what a shell that shows such things may say of it."""


def units(context: typer.Context, incomplete: str) -> list[Suggestion]:
    """The units of the roster: by id, each with its 全称, or by 全称 or alias where the beginning of one is typed."""
    found = [unit for workspace in _campaign(context) for unit in workspace.roster]
    ids = [(unit.id, unit.name) for unit in found if unit.id.startswith(incomplete)]
    return ids or [(name, unit.id) for unit in found for name in unit.names if name.startswith(incomplete)]


def quarters(context: typer.Context, incomplete: str) -> list[Suggestion]:
    """The quarters that the campaign reports on."""
    found = [each for workspace in _campaign(context) for each in workspace.campaign.all_quarters]
    return [(str(each), each.phrase.zh) for each in found if str(each).startswith(incomplete)]


def codes(incomplete: str) -> list[Suggestion]:
    """The rules; of several codes parted by commas the last is completed."""
    from xunbiao.rules import all_rules

    before, comma, begun = incomplete.rpartition(",")
    found = [rule for code, rule in all_rules().items() if code.startswith(begun)]
    return [(f"{before}{comma}{rule.code}", rule.title.zh) for rule in found]


def practices(context: typer.Context, incomplete: str) -> list[Suggestion]:
    """The practices of the catalogue."""
    found = [each for workspace in _campaign(context) for each in workspace.catalogue.practices.values()]
    return [(each.code, each.title) for each in found if each.code.startswith(incomplete)]


def _campaign(context: typer.Context) -> "Iterator[Workspace]":
    """The campaign that the command line points to; none where there is none: a shell asks at any moment."""
    from xunbiao.check import open_folder

    folder = context.find_root().params.get("directory") or Path()
    with suppress(CannotGoOn, OSError):
        yield open_folder(Path(folder))
