"""Reworded → HTML, which GitHub-flavoured Markdown takes as well: <del>旧</del>→<ins>新</ins>."""

from collections.abc import Callable

from xunbiao.model.page import Edit, Reworded

_ELEMENTS = {Edit.KEPT: "", Edit.REMOVED: "del", Edit.ADDED: "ins"}


def rewording(reworded: Reworded, escape: Callable[[str], str]) -> str:
    """An arrow between what went and what came in its place, for those who see no strokes or have it read out."""
    arrow = "→" if reworded.in_place else " → "
    told, last = "", Edit.KEPT
    for run in reworded.runs:
        name, text = _ELEMENTS[run.edit], escape(run.text)
        replaces = (last, run.edit) == (Edit.REMOVED, Edit.ADDED)
        told += (arrow if replaces else "") + (f"<{name}>{text}</{name}>" if name else text)
        last = run.edit
    return told
