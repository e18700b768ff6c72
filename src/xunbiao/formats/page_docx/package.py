"""a document → the bytes of a .docx, which hang on what it says alone."""

import io
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from docx.document import Document as DocumentObject

_EPOCH = (1980, 1, 1, 0, 0, 0)


def pack(document: DocumentObject) -> bytes:
    """The parts in the library's order, all of one date."""
    stream, packed = io.BytesIO(), io.BytesIO()
    document.save(stream)
    with ZipFile(stream) as source, ZipFile(packed, "w", ZIP_DEFLATED) as target:
        for info in source.infolist():
            part = ZipInfo(info.filename, _EPOCH)
            part.compress_type, part.external_attr = ZIP_DEFLATED, 0o600 << 16
            target.writestr(part, source.read(info))
    return packed.getvalue()
