"""code → what a rule checks, why, and a bad and a good example; without a code, all rules."""

from difflib import get_close_matches
from typing import TYPE_CHECKING, Annotated

import typer

from xunbiao.commands import completion
from xunbiao.commands.call import Call, call_of
from xunbiao.errors import CannotGoOn
from xunbiao.model.language import Language

if TYPE_CHECKING:
    from xunbiao.rules import Rule


def rule(
    context: typer.Context,
    code: Annotated[
        str,
        typer.Argument(
            metavar="CODE",
            autocompletion=completion.codes,
            help="规则代码或名称；不写就列出全部｜A rule’s code or name (all)",
        ),
    ] = "",
    format: Annotated[
        str, typer.Option("--format", "-f", metavar="FORMAT", help="text、md、json｜text, md, json")
    ] = "text",
) -> None:
    """看规则：查什么、为什么、怎么办、反例和正例｜What a rule checks, why, what to do, a bad and a good example"""
    from xunbiao.pages import rule as page
    from xunbiao.rules import all_rules

    call = call_of(context)
    language = _language(call)
    built = page.build(_find(code), language) if code else page.build_all(all_rules().values(), language)
    call.show(built, format)


def _find(asked: str) -> "Rule":
    """A rule by its code or name. Raises CannotGoOn with the nearest codes for any other text."""
    from xunbiao.rules import all_rules

    known = {name: rule for rule in all_rules().values() for name in (rule.code.lower(), rule.name)}
    wanted = asked.strip().lower()
    if wanted in known:
        return known[wanted]
    near = list(dict.fromkeys(known[name].code for name in get_close_matches(wanted, known, n=3, cutoff=0.6)))
    zh = f"是不是：{'、'.join(near)}？" if near else "全部规则：xunbiao rule"
    en = f"Did you mean {', '.join(near)}?" if near else "All rules: xunbiao rule"
    raise CannotGoOn(f"没有规则“{asked}”。{zh}", f"There is no rule “{asked}”. {en}")


def _language(call: Call) -> Language:
    """The campaign's language where there is one; a rule can be read anywhere."""
    try:
        return call.language(call.workspace().campaign)
    except CannotGoOn:
        return call.language()
