"""a document and what goes into it → the bytes of a .docx, which hang on what it says alone."""

import io
from collections.abc import Iterable
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from docx.document import Document as DocumentObject

_EPOCH = (1980, 1, 1, 0, 0, 0)
_MAIN = "word/document.xml"
_SECTION = b"<w:sectPr"


def pack(document: DocumentObject, body: Iterable[str]) -> bytes:
    """The document's parts in the library's order, all of one date; the elements go before its section, which ends it.

    They are written as they come, for the library would hold a tree of them all.
    """
    stream, packed = io.BytesIO(), io.BytesIO()
    document.save(stream)
    with ZipFile(stream) as source, ZipFile(packed, "w", ZIP_DEFLATED) as target:
        for info in source.infolist():
            part = ZipInfo(info.filename, _EPOCH)
            part.compress_type, part.external_attr = ZIP_DEFLATED, 0o600 << 16
            if info.filename == _MAIN:
                before, section, after = source.read(info).rpartition(_SECTION)
                with target.open(part, "w") as main:
                    main.write(before)
                    for each in body:
                        main.write(each.encode())
                    main.write(section + after)
            else:
                target.writestr(part, source.read(info))
    return packed.getvalue()
