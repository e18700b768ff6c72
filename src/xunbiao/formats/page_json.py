"""Page → JSON: the page's record, as the contract has it."""

from xunbiao.formats.json_writing import json_document
from xunbiao.formats.screen import Screen
from xunbiao.model.page import Page


def render(page: Page, _screen: Screen) -> str:
    return json_document(page.record)
