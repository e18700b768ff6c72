"""Filing → the bytes of a .docx (Annex 2 cell for cell) or, through LibreOffice, of a .pdf.

The bytes depend on the filing alone: whatever a library puts in of its own, the time and its own name, is set here.
"""

import io
import os
import shutil
import subprocess
import tempfile
from datetime import UTC, datetime
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from xunbiao.errors import CannotGoOn
from xunbiao.forms.filled import Filled
from xunbiao.model.campaign import Campaign

_EPOCH = (1980, 1, 1, 0, 0, 0)
_PATIENCE = 180
_FONTS = Path(__file__).with_name("fonts.conf")


def form_title(campaign: Campaign) -> str:
    """营商环境“寻标、对标、创标”活动申报表: the campaign's name without the city's."""
    return f"{campaign.name.removeprefix(campaign.city)}申报表"


def write_docx(filled: Filled, campaign: Campaign) -> bytes:
    """The form as a .docx; the same filing always gives the same bytes."""
    from xunbiao.forms.layout import lay_out

    document = lay_out(filled, form_title(campaign))
    properties = document.core_properties
    day = datetime.combine(campaign.issued, datetime.min.time(), UTC)
    properties.created = properties.modified = day
    properties.author = properties.last_modified_by = filled.head["填报单位"]
    properties.title, properties.comments, properties.revision = form_title(campaign), "", 1
    stream = io.BytesIO()
    document.save(stream)
    return _repacked(stream.getvalue())


def _repacked(raw: bytes) -> bytes:
    """The same parts in the same order, all of one date, without the thumbnail of the library's own template."""
    packed = io.BytesIO()
    with ZipFile(io.BytesIO(raw)) as source, ZipFile(packed, "w", ZIP_DEFLATED) as target:
        for info in source.infolist():
            part = ZipInfo(info.filename, _EPOCH)
            part.compress_type, part.external_attr = ZIP_DEFLATED, 0o600 << 16
            target.writestr(part, source.read(info))
    return packed.getvalue()


def write_pdf(docx: bytes) -> bytes:
    """A .docx as pages. Raises CannotGoOn where there is no LibreOffice, or it does not manage."""
    office = shutil.which("soffice") or shutil.which("libreoffice")
    if office is None:
        raise CannotGoOn(
            "没有找到 LibreOffice（soffice），不能生成 PDF。"
            "请安装 LibreOffice，或用 --format docx 导出后在 Word、WPS 里另存为 PDF。",
            "No LibreOffice (soffice) here to make a PDF: "
            "install it, or export with --format docx and save as PDF in Word.",
        )
    with tempfile.TemporaryDirectory(prefix="xunbiao-") as folder:
        return _converted(office, Path(folder), docx)


def _converted(office: str, folder: Path, docx: bytes) -> bytes:
    """By a LibreOffice with a profile of its own, so that one that is open on the screen is in nobody's way."""
    (folder / "form.docx").write_bytes(docx)
    profile = (folder / "profile").as_uri()
    command = [office, f"-env:UserInstallation={profile}", "--headless", "--norestore", "--convert-to", "pdf"]
    try:
        subprocess.run(
            [*command, "--outdir", str(folder), str(folder / "form.docx")],
            env={**os.environ, "FONTCONFIG_FILE": str(_FONTS)},
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            timeout=_PATIENCE,
            check=True,
        )
        return (folder / "form.pdf").read_bytes()
    except (OSError, subprocess.SubprocessError) as error:
        raise CannotGoOn(
            "LibreOffice 没有生成 PDF。请用 --format docx 导出后在 Word、WPS 里另存为 PDF。",
            "LibreOffice made no PDF: export with --format docx and save as PDF in Word.",
        ) from error
