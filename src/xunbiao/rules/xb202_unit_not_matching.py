"""填报单位与文件夹不符 / The unit named is not the one whose folder this is

为什么 / Why
    申报表由名录上的单位各填一份（主送）。填报单位写错，报送、通报和台账都会算到别的单位头上，或者谁也不算。
    Each unit on the roster files for itself. A wrong name here counts the filing for another unit, or for none.

反例 / Bad
    填报单位: 某市市场局

正例 / Good
    填报单位: 某市市场监督管理局
"""

from collections.abc import Iterator
from difflib import get_close_matches

from xunbiao.model.campaign import Roster, Unit
from xunbiao.model.diagnostic import Severity
from xunbiao.model.filing import Filing
from xunbiao.model.language import Phrase
from xunbiao.rules.organs import plain
from xunbiao.rules.rule import Context, Flag, rule


@rule(
    "XB202",
    "unit-not-matching",
    Severity.ERROR,
    on=Filing,
    clause="主送",
    rows=("R01", "R48"),
    zh="填报单位“{name}”{why}",
    en="the unit “{name}” {why}",
    hint_zh="请{todo}",
    hint_en="Please {todo}",
)
def check(filing: Filing, context: Context) -> Iterator[Flag]:
    folder, name = context.dossier.unit, filing.unit_name
    if not name or plain(name) in map(plain, folder.names):
        return
    named = context.roster.find(name)
    if named and named.id not in (folder.id, folder.formerly):
        yield ("填报单位",), {"name": name, "why": _elsewhere(folder), "todo": _move(folder, named)}
    elif not named and folder.id in context.roster.units:
        yield ("填报单位",), {"name": name, "why": _UNKNOWN, "todo": _rename(folder, name, context.roster)}


_UNKNOWN = Phrase("不在单位名录（units.yaml）里", "is not on the roster (units.yaml)")


def _elsewhere(folder: Unit) -> Phrase:
    if _is_nobodys(folder):
        return Phrase(f"与所在的文件夹 {folder.id} 不符", f"is not that of the folder {folder.id}")
    return Phrase(
        f"与所在的文件夹 {folder.id}（{folder.name}）不符", f"is not that of the folder {folder.id} ({folder.name})"
    )


def _is_nobodys(folder: Unit) -> bool:
    """Whether the folder is that of no unit on the roster, and so has no name but its own."""
    return folder.name == folder.id


def _move(folder: Unit, named: Unit) -> Phrase:
    if _is_nobodys(folder):
        return Phrase(f"移到 filings/{named.id}/", f"move it to filings/{named.id}/")
    return Phrase(
        f"改成“{folder.name}”；如果确实是{named.name}的申报表，移到 filings/{named.id}/",
        f"write “{folder.name}”; if this is the filing of {named.name}, move it to filings/{named.id}/",
    )


def _rename(folder: Unit, name: str, roster: Roster) -> Phrase:
    names = {each: unit for unit in roster for each in unit.names}
    near = [names[each] for each in get_close_matches(name, names, n=1, cutoff=0.75)]
    if near and near[0].id != folder.id:
        return Phrase(
            f"改成“{folder.name}”（是不是{near[0].name}？那要放到 filings/{near[0].id}/）",
            f"write “{folder.name}” (or is it {near[0].name}? That belongs in filings/{near[0].id}/)",
        )
    return Phrase(f"改成“{folder.name}”", f"write “{folder.name}”")
