"""Writing a file for people: whole or not at all."""

import os
import tempfile
from pathlib import Path

from qigraph.errors import InputError

__all__ = ["check_writable", "write_whole"]


def check_writable(path: Path) -> None:
    """Refuse a place that cannot be written to, before work is done for it.

    Raises
    ------
    InputError
        If the folder is missing or may not be written to, or the path is a folder.
    """
    folder = path.parent
    if path.is_dir():
        raise InputError(f"{path} is a folder: name a file in it")
    if not folder.is_dir():
        raise InputError(f"no folder {folder}: make it, or write elsewhere")
    if not _may(folder, os.W_OK | os.X_OK) or (path.exists() and not _may(path, os.W_OK)):
        raise InputError(f"{path} may not be written: change its permissions, or write elsewhere")


def _may(path: Path, mode: int) -> bool:
    # The effective user writes, while os.access asks for the real one unless told.
    return os.access(path, mode, effective_ids=os.access in os.supports_effective_ids)


def write_whole(path: Path, content: bytes) -> None:
    """Write beside the file and put it in its place at the end: a reader never finds half of it.

    Raises
    ------
    InputError
        If the place cannot be written to.

    Examples
    --------
    >>> folder = Path(tempfile.mkdtemp())
    >>> write_whole(folder / "page.html", b"<!doctype html>")
    >>> [path.name for path in folder.iterdir()]
    ['page.html']
    """
    check_writable(path)
    # A link is written through, so that it still is a link afterwards.
    path = path.resolve()
    try:
        handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name[:100]}-")
    except OSError as error:
        raise InputError(f"{path} cannot be written: {error.strerror}") from error
    beside = Path(name)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        umask = os.umask(0)
        os.umask(umask)
        beside.chmod(path.stat().st_mode & 0o777 if path.exists() else 0o666 & ~umask)
        beside.replace(path)
    except OSError as error:
        raise InputError(f"{path} cannot be written: {error.strerror}") from error
    finally:
        beside.unlink(missing_ok=True)
