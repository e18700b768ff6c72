"""sentences → what the tool reads out of them: figures, dates, persons, phones, and the words that say nothing."""

import sys
from datetime import UTC, date, datetime
from typing import Annotated

import typer

from xunbiao.commands.call import Call, call_of
from xunbiao.errors import CannotGoOn
from xunbiao.model.campaign import CHINA, Campaign


def read(
    context: typer.Context,
    text: Annotated[
        str,
        typer.Argument(metavar="TEXT", help="一句话；- 从标准输入读，每行一句｜A sentence; - reads lines from stdin"),
    ] = "-",
    format: Annotated[
        str, typer.Option("--format", "-f", metavar="FORMAT", help="text、md、json｜text, md, json")
    ] = "text",
) -> None:
    """读一句话：读出了哪些数量、日期、人名，为什么算空泛｜What is read out of a sentence, and why it counts as vague"""
    from xunbiao import wording
    from xunbiao.formats import json_line
    from xunbiao.pages import reading as page

    call = call_of(context)
    campaign = _campaign(call)
    today = _today(call, campaign)
    window = (campaign.first_day, campaign.last_day) if campaign else None
    area_code = campaign.area_code if campaign else None
    texts = [line.rstrip("\n") for line in sys.stdin] if text == "-" else [text]
    readings = (wording.read(each, today=today, window=window, area_code=area_code) for each in texts)
    if format == "json":
        for each in readings:
            sys.stdout.write(json_line(page.record(each)))
        return
    pairs = [(each, wording.is_vague(each.text)) for each in readings]
    call.show(page.build(pairs, call.language(campaign)), format)


def _campaign(call: Call) -> Campaign | None:
    """The campaign, whose dates fill in a missing year; a sentence can be read without one."""
    try:
        return call.workspace().campaign
    except CannotGoOn:
        return None


def _today(call: Call, campaign: Campaign | None) -> date:
    if campaign:
        return call.today(campaign)
    return call.day_asked or datetime.now(UTC).astimezone(CHINA).date()
