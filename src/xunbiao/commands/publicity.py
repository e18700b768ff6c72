"""export --public → the table of benchmarks and goals for publication, of one unit or all, in one file."""

from pathlib import Path

from xunbiao.commands.call import Call, unknown_format
from xunbiao.formats import OFFICE_FORMATS, PAGE_FORMATS
from xunbiao.model.campaign import Unit
from xunbiao.model.publicity import PublicFiling
from xunbiao.model.workspace import Workspace

FORMATS = (*OFFICE_FORMATS, *PAGE_FORMATS)
NAME = "寻标对象公示"


def publish(
    call: Call, workspace: Workspace, unit: Unit | None, format: str, output: Path | None, *, force: bool
) -> int:
    """Puts out the table; returns how many units have nothing that can be published. Office documents go into a file
    of their own name where none is given, as the forms do."""
    from xunbiao.pages import publicity as page

    if format not in FORMATS:
        raise unknown_format(format, dict.fromkeys(FORMATS))
    expected = [unit] if unit else [each for each in workspace.roster if each.must_file]
    published = [_published(workspace, each) for each in expected]
    missing = [each for each, found in zip(expected, published, strict=True) if found is None]
    built = page.build(
        workspace.campaign, [each for each in published if each], missing, call.language(workspace.campaign)
    )
    named = output or (Path(f"{NAME}.{format}") if format in OFFICE_FORMATS else None)
    call.show(built, format, named, force=force)
    if named:
        call.note(f"已写入 {named}", f"Wrote {named}", workspace.campaign)
    return len(missing)


def _published(workspace: Workspace, unit: Unit) -> PublicFiling | None:
    from xunbiao.check import dossier
    from xunbiao.progress import public_filing

    filing = dossier(workspace, unit.id).filing
    return public_filing(unit, filing, workspace.campaign) if filing else None
