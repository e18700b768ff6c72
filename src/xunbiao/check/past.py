"""Events → findings of the rules on history, each in the document as it is now."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from xunbiao import source
from xunbiao.check.reading import Found
from xunbiao.model.campaign import Unit
from xunbiao.model.diagnostic import START, Finding
from xunbiao.model.document import DocumentKey
from xunbiao.model.history import Event
from xunbiao.model.report import Dossier
from xunbiao.model.workspace import Workspace
from xunbiao.rules import Context, Rule


def event_findings(
    workspace: Workspace, events: Iterable[Event], rules: Sequence[Rule], today: date
) -> Iterator[Found]:
    """What the rules on events find; a field that is gone is shown at what held it, a document that is gone by its
    name alone. Documents are read only where something is found."""
    judging = [(rule, rule.check) for rule in rules if rule.on is Event and rule.check]
    texts: dict[str, str] = {}
    for event in events:
        key = DocumentKey(event.document.kind, event.unit, event.document.quarter)
        unit = workspace.roster.units.get(event.unit) or Unit(event.unit, event.unit, must_file=False)
        own = Dossier(unit, None, {}, None)
        context = Context(workspace.campaign, workspace.roster, workspace.catalogue, today, own, key)
        for rule, check in judging:
            for path, values in check(event, context):
                if key.path not in texts:
                    raw = workspace.files.read(key.path)
                    texts[key.path] = source.text(raw) if isinstance(raw, bytes) else ""
                text = texts[key.path]
                span = None if text else START
                yield key.path, text, Finding(rule.code, path, values, span, rule.at_key)
