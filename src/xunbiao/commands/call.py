"""global options → what every command starts from: a campaign, a day, a language, and where to show the result."""

import os
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from difflib import get_close_matches
from pathlib import Path
from shutil import get_terminal_size
from typing import TYPE_CHECKING

import typer

from xunbiao.errors import CannotGoOn
from xunbiao.formats import OFFICE_FORMATS, PAGE_FORMATS, render, render_office
from xunbiao.model.language import Language

if TYPE_CHECKING:
    # Every command comes by here, --help too: what a command needs is loaded by that command.
    from xunbiao.model.campaign import Campaign, Unit
    from xunbiao.model.page import Page
    from xunbiao.model.period import Quarter
    from xunbiao.model.workspace import Workspace

PIPE_WIDTH = 120
"""Columns of a text that goes to a file or a pipe, where there is no screen to ask."""


@dataclass(frozen=True, slots=True)
class Call:
    """How the tool was called: the folder (-C), and the language and the day that were asked for, if any."""

    directory: Path = Path()
    language_asked: Language | None = None
    day_asked: date | None = None

    def workspace(self) -> "Workspace":
        """The campaign that the folder belongs to. Raises CannotGoOn if there is none or it cannot be read."""
        from xunbiao.check import open_folder

        return open_folder(self.directory)

    def today(self, campaign: "Campaign") -> date:
        """The day by which everything is judged; an example campaign's own day is announced on stderr."""
        from xunbiao.calendar import today

        day = today(campaign, self.day_asked)
        if day == campaign.example_day and self.day_asked is None:
            self.note(f"示例活动，以 {day} 为今天。", f"An example campaign: today is {day}.", campaign)
        return day

    def language(self, campaign: "Campaign | None" = None) -> Language:
        """As asked (--lang, XUNBIAO_LANG), else the campaign's, else Chinese."""
        return self.language_asked or (campaign.language if campaign else Language.ZH)

    def note(self, zh: str, en: str, campaign: "Campaign | None" = None) -> None:
        """Something to know that is no result: it goes to stderr."""
        from xunbiao.formats.escaping import terminal

        print(terminal(self.language(campaign)(zh, en)), file=sys.stderr)

    def show(self, page: "Page", format: str = "text", output: Path | None = None, *, force: bool = False) -> None:
        """Renders a page to stdout, or whole into a file. Raises CannotGoOn for an unknown format, for an office
        document that would go to a screen, and for a file that is there already, unless forced."""
        if format in OFFICE_FORMATS:
            self._put_bytes(render_office(page, format), format, output, force=force)
            return
        if format not in PAGE_FORMATS:
            raise unknown_format(format, PAGE_FORMATS)
        text = render(page, format, width=page_width(output), color=use_color(output))
        self.put(text, output, force=force)

    def put(self, text: str, output: Path | None = None, *, force: bool = False) -> None:
        """Writes a finished text to stdout, or whole into a file."""
        if output is None:
            sys.stdout.write(text)
        else:
            _write(output, text.encode(), force=force)

    def _put_bytes(self, raw: bytes, format: str, output: Path | None, *, force: bool) -> None:
        if output is not None:
            _write(output, raw, force=force)
        elif sys.stdout.isatty():
            zh = f"{format} 要写进文件：请加 -o 文件名.{format}。"
            raise CannotGoOn(zh, f"{format} goes into a file: add -o NAME.{format}.")
        else:
            sys.stdout.buffer.write(raw)


def _write(output: Path, content: bytes, *, force: bool) -> None:
    from xunbiao import writing

    if force:
        writing.replace(output, content)
    elif output.exists():
        zh = f"{output} 已经存在，没有改动它。要覆盖请加 --force。"
        raise CannotGoOn(zh, f"{output} exists already and was left alone; --force overwrites it.")
    else:
        writing.create(output, content)


def call_of(context: typer.Context) -> Call:
    """What the global options said."""
    call = context.find_root().obj
    return call if isinstance(call, Call) else Call()


def find_unit(workspace: "Workspace", name: str) -> "Unit":
    """A unit by id, 全称 or alias. Raises CannotGoOn with the nearest names for any other text."""
    unit = workspace.roster.find(name.strip())
    if unit is not None:
        return unit
    names = [each for unit in workspace.roster for each in (unit.id, *unit.names)]
    near = get_close_matches(name, names, n=3, cutoff=0.5)
    zh = f"是不是：{'、'.join(near)}？" if near else "单位名录在 units.yaml。"
    en = f"Did you mean {', '.join(near)}?" if near else "The roster is in units.yaml."
    raise CannotGoOn(f"单位名录里没有“{name}”。{zh}", f"No unit “{name}” on the roster. {en}")


def parse_quarter(campaign: "Campaign", text: str) -> "Quarter":
    """A quarter that the campaign reports on, such as 2020Q1. Raises CannotGoOn for any other text."""
    from xunbiao.model.period import Quarter

    quarter = Quarter.parse(text.strip().upper())
    if quarter in campaign.all_quarters and quarter is not None:
        return quarter
    known = "、".join(str(each) for each in campaign.all_quarters)
    zh = f"“{text}”不是本活动的季度。可用的季度：{known}。"
    raise CannotGoOn(zh, f"“{text}” is no quarter of this campaign. Quarters: {known}.")


def require_empty(folder: Path) -> None:
    """Raises CannotGoOn where a new folder would meet something that is there already."""
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        zh = f"{folder} 已有内容，没有改动它。请换一个新的文件夹名。"
        raise CannotGoOn(zh, f"{folder} is not empty and was left alone: name a new folder.")


def unknown_format(format: str, known: Mapping[str, object]) -> CannotGoOn:
    names = "、".join(known)
    return CannotGoOn(f"没有“{format}”格式。可用的格式：{names}。", f"There is no format “{format}”. Formats: {names}.")


def page_width(output: Path | None = None) -> int:
    """Columns for a text: the terminal's, or those of a file or a pipe; COLUMNS is heeded in either."""
    asked_or_screen = sys.stdout.isatty() or "COLUMNS" in os.environ
    return get_terminal_size((80, 24)).columns if output is None and asked_or_screen else PIPE_WIDTH


def use_color(output: Path | None = None) -> bool:
    """Whether stdout takes colours: NO_COLOR and FORCE_COLOR are heeded, a file and a pipe take none."""
    if os.environ.get("NO_COLOR"):
        return False
    if os.environ.get("FORCE_COLOR"):
        return True
    return output is None and sys.stdout.isatty() and os.environ.get("TERM") != "dumb"
