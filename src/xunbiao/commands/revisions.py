"""git, Outlines → Revised: what measures name that has been rewritten since they named it.

What stood in `catalogue/` when a reference reached the main line is what its unit could read then; it is held beside
the practice in force now. Where the folder had no copy of a practice then, nothing can be said of it.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from xunbiao.errors import CannotGoOn
from xunbiao.model.document import DocumentKey, Kind
from xunbiao.model.filing import Item
from xunbiao.model.history import Revision
from xunbiao.model.practice import Catalogue, Practice

if TYPE_CHECKING:
    from xunbiao.catalogue import Outline, Revised
    from xunbiao.model.workspace import Workspace
    from xunbiao.repository import Repository

Blobs = Mapping[str, str]
"""The practices in a commit's `catalogue/`, by code: the ids of their blobs."""
Versions = Sequence[tuple[Blobs, str | None]]
"""A filing's versions, oldest first: the practices that lay beside each, and its blob (None: deleted)."""


def revised_references(
    workspace: "Workspace", outlines: Sequence["Outline"]
) -> "dict[str, tuple[Revised, ...]] | None":
    """By unit's id, for each that names anything revised; None where there is no whole git history to tell."""
    from xunbiao import repository

    try:
        opened = repository.open_repository(Path(workspace.files.place))
        history = repository.revisions(opened, repository.head(opened), ("filings", "catalogue"))
        versions = _versions(history, {unit.id: unit.formerly for unit in workspace.roster if unit.formerly})
    except CannotGoOn:
        return None
    ever = {blob for each in versions.values() for practices, _ in each for blob in practices.values()}
    known = _practices(opened, sorted(ever))
    if all(_same(each, workspace.catalogue) for each in known.values()):
        return {}
    revised: dict[str, tuple[Revised, ...]] = {}
    for each in outlines:
        own = versions.get(DocumentKey(Kind.FILING, each.unit.id).path, ())
        if each.naming and (found := tuple(_revised(each.naming, _since(opened, own), known, workspace.catalogue))):
            revised[each.unit.id] = found
    return revised


def _versions(history: Iterable[Revision], formerly: Mapping[str, str]) -> dict[str, list[tuple[Blobs, str | None]]]:
    """Every filing's versions by its path; a folder that was renamed keeps those from before."""
    practices: Blobs = {}
    versions: dict[str, list[tuple[Blobs, str | None]]] = {}
    for revision in history:
        practices = _after(practices, revision)
        for new, old in revision.moves(formerly).items():
            versions[new] = versions.pop(old, [])
        for change in revision.files:
            if change.path.startswith("filings/") and change.path.endswith("/filing.yaml"):
                versions.setdefault(change.path, []).append((practices, change.after))
    return versions


def _after(practices: Blobs, revision: Revision) -> Blobs:
    """The practices once a revision has arrived; the same object where it changes none."""
    from xunbiao.workspace import key_of

    changed = {
        key.unit: change.after
        for change in revision.files
        if change.path.startswith("catalogue/") and (key := key_of(change.path)) and key.kind is Kind.PRACTICE
    }
    if not changed:
        return practices
    return {code: blob for code, blob in {**practices, **changed}.items() if blob is not None}


def _practices(opened: "Repository", blobs: Sequence[str]) -> dict[str, Practice]:
    """By blob, those that can be read."""
    from xunbiao import repository, schema, source
    from xunbiao.model.practice import read_practice

    read = ((blob, source.parse(raw).data) for blob, raw in repository.blobs(opened, blobs) if raw is not None)
    return {blob: read_practice(data) for blob, data in read if data and schema.is_valid(Kind.PRACTICE, data)}


def _same(practice: Practice, catalogue: Catalogue) -> bool:
    """Whether a practice says now what it said then, as far as a reference to it goes."""
    now = catalogue.practices.get(practice.code)
    return now is not None and (now.version, now.title, now.elements) == (
        practice.version,
        practice.title,
        practice.elements,
    )


def _since(opened: "Repository", versions: Versions) -> dict[tuple[str, str], Blobs]:
    """For each measure's id and code that the last version names: the practices of the day when it came to name it."""
    from xunbiao import repository

    ids = [blob for _, blob in versions if blob is not None]
    contents = dict(repository.blobs(opened, ids))
    since: dict[tuple[str, str], Blobs] = {}
    for practices, blob in versions:
        named = _named(contents[blob]) if blob is not None else frozenset()
        if named is not None:
            since = {each: since.get(each, practices) for each in named}
    return since


def _named(raw: bytes | None) -> frozenset[tuple[str, str]] | None:
    """What each measure of a filing names; None for one that cannot be read, which changes nothing."""
    from xunbiao import schema, source
    from xunbiao.model.filing import read_filing

    data = source.parse(raw).data if raw is not None else None
    if data is None or not schema.is_valid(Kind.FILING, data):
        return None
    return frozenset((measure.id, code) for measure in read_filing(data).measures for code in measure.practices)


def _revised(
    naming: Sequence[Item], since: Mapping[tuple[str, str], Blobs], known: Mapping[str, Practice], catalogue: Catalogue
) -> "Iterator[Revised]":
    from xunbiao.catalogue import revised

    for measure in naming:
        for code in measure.practices:
            then = known.get(since.get((measure.id, code), {}).get(code.partition("-")[0], ""))
            found = revised(measure, code, then, catalogue) if then else None
            if found:
                yield found
