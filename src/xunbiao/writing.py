"""bytes → file, whole or not at all: a crash, a full disk or a second writer never leaves half a file behind."""

import glob
import os
import shutil
import stat
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from xunbiao.errors import CannotGoOn

_ABANDONED = 3600
"""Seconds after which nobody writes a temporary file any more."""


def create(path: Path, content: bytes) -> None:
    """Writes a file that must not exist yet. Raises CannotGoOn if it does, or where it cannot be written."""
    _write(path, content, overwrite=False)


def replace(path: Path, content: bytes) -> None:
    """Writes a file in place of what was there; until the last moment the old content stays.

    Raises CannotGoOn where it cannot be written, and where what is there is no regular file: the super-user could
    put a file in the place of a device or a link.
    """
    _write(path, content, overwrite=True)


@contextmanager
def whole_folder(path: Path) -> Iterator[Path]:
    """A folder to be filled, whose content comes into place only when all of it is there; an empty one may be there.

    Raises CannotGoOn where it cannot be made. Whoever is killed meanwhile leaves a folder of another name behind.
    """
    try:
        place = path if path.exists() else path.parent
        place.mkdir(parents=True, exist_ok=True)
        own = Path(tempfile.mkdtemp(prefix=f".{path.resolve().name}.", suffix=".tmp", dir=place))
    except OSError as error:
        raise CannotGoOn(
            f"无法建立文件夹 {path}：{error.strerror}", f"Cannot make the folder {path}: {error.strerror}"
        ) from error
    try:
        yield own
        if path.exists():
            for each in own.iterdir():
                each.rename(path / each.name)
        else:
            own.chmod(0o777 & ~_umask())
            own.rename(path)
    except OSError as error:
        raise CannotGoOn(f"写不了 {path}：{error.strerror}。", f"Cannot write {path}: {error.strerror}.") from error
    finally:
        shutil.rmtree(own, ignore_errors=True)


def _write(path: Path, content: bytes, overwrite: bool) -> None:
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        if overwrite and os.path.lexists(path) and not stat.S_ISREG(path.lstat().st_mode):
            raise CannotGoOn(f"{path} 不是普通文件，没有改动它。", f"{path} is no regular file and was left alone.")
        _write_beside(path, content, overwrite)
    except FileExistsError as error:
        zh = f"{path} 已经存在，没有改动它。"
        raise CannotGoOn(zh, f"{path} exists already and was left alone.") from error
    except OSError as error:
        reason = os.strerror(error.errno) if error.errno else str(error)
        raise CannotGoOn(f"写不了 {path}：{reason}。", f"Cannot write {path}: {reason}.") from error


def _write_beside(path: Path, content: bytes, overwrite: bool) -> None:
    """By way of a temporary file in the same folder, so that putting it in place is one step of the file system."""
    mode = path.stat().st_mode & 0o777 if overwrite and path.exists() else 0o666 & ~_umask()
    _remove_leftovers(path)
    descriptor, name = tempfile.mkstemp(prefix=f".{path.name}.", suffix=".tmp", dir=path.parent)
    try:
        with os.fdopen(descriptor, "wb") as stream:
            stream.write(content)
            stream.flush()
            os.fsync(stream.fileno())
        os.chmod(name, mode)
        _put_in_place(name, path, overwrite)
    finally:
        with suppress(FileNotFoundError):
            os.unlink(name)
    _settle(path.parent)


def _remove_leftovers(path: Path) -> None:
    """Temporary files for this very file whose writer was killed; a younger one may still be written by another."""
    for left in path.parent.glob(f".{glob.escape(path.name)}.*.tmp"):
        with suppress(OSError):
            if time.time() - left.lstat().st_mtime > _ABANDONED:
                left.unlink()


def _put_in_place(name: str, path: Path, overwrite: bool) -> None:
    if overwrite:
        os.replace(name, path)
    else:
        _link_anew(name, path)


def _link_anew(name: str, path: Path) -> None:
    """A hard link fails where the name is taken, which a rename would not; some file systems know no links."""
    try:
        os.link(name, path)
    except FileExistsError:
        raise
    except OSError:
        os.close(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL))
        os.replace(name, path)


def _settle(folder: Path) -> None:
    """What was put in place stays there when the power fails; not every system lets a folder be opened for that."""
    with suppress(OSError):
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask
