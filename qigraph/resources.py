"""Where the vocabulary, the loading rules and the questions are, installed or run from a checkout."""

from pathlib import Path

__all__ = ["resource"]

_PACKAGE = Path(__file__).parent
_ROOTS = (_PACKAGE / "data", _PACKAGE.parent)


def resource(name: str) -> Path:
    """Path of a file or folder below ``ontology/``, ``loaders/`` or ``queries/``.

    Parameters
    ----------
    name : str
        Relative path with forward slashes, such as ``"ontology/topics.ttl"``.

    Raises
    ------
    FileNotFoundError
        If the installation lacks it.

    Examples
    --------
    >>> resource("ontology").is_dir()
    True
    """
    for root in _ROOTS:
        if (path := root / name).exists():
            return path
    raise FileNotFoundError(f"this installation of qigraph lacks {name}: install it again")
