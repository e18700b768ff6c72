"""versions of a document → the reason its 调整说明 gives for a change."""

from collections.abc import Iterable
from typing import Any

from xunbiao.audit.versions import Version
from xunbiao.model.diagnostic import field_name
from xunbiao.model.filing import text
from xunbiao.model.history import Change


def entries(versions: Iterable[Version]) -> list[dict[str, Any]]:
    """What all versions together say under 调整说明, the latest last: an explanation may come after the change."""
    lists = (version.get("调整说明") for version in versions if isinstance(version, dict))
    return [each for found in lists if isinstance(found, list) for each in found if isinstance(each, dict)]


def reason_for(change: Change, explained: list[dict[str, Any]]) -> str:
    """The reason of the entry that names the field, in full or by the end of its name, and these values if any."""
    field = field_name(change.path)
    for entry in reversed(explained):
        named = text(entry.get("字段")).removeprefix(".")
        of_field = bool(named) and (field == named or field.endswith(f".{named}"))
        if of_field and _says(entry.get("原值"), change.before) and _says(entry.get("现值"), change.after):
            return text(entry.get("理由"))
    return ""


def _says(stated: Any, value: Any) -> bool:
    """Whether an entry's value is the change's; an entry that states none is for any."""
    return stated is None or not str(stated).strip() or str(stated).strip() == str(value).strip()
