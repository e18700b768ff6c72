"""name → bytes of a file that comes with the tool: the schemas, the 30 practices, 平顶山's campaign and roster."""

from collections.abc import Iterator
from pathlib import Path

_PACKED = Path(__file__).parent / "_data"
# An editable install has no packed copy: there the files at the top of the repository are the ones.
_ROOT = _PACKED if _PACKED.is_dir() else Path(__file__).parents[2]


def read(name: str) -> bytes:
    """The bytes of a packed file, by its path in a campaign folder (`schemas/filing.schema.json`)."""
    return (_ROOT / name).read_bytes()


def names(folder: str, suffix: str) -> Iterator[str]:
    """The packed files of a folder (`catalogue`) that end in `suffix`, sorted, as paths that `read` takes."""
    return (f"{folder}/{path.name}" for path in sorted((_ROOT / folder).iterdir()) if path.name.endswith(suffix))
