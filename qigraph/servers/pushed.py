"""What a push did."""

from dataclasses import dataclass

__all__ = ["Pushed"]


@dataclass(frozen=True, slots=True)
class Pushed:
    """How many documents a push wrote, found unchanged, and took out.

    Parameters
    ----------
    written, unchanged, removed : int
        Documents.
    others : tuple of str
        Documents that the server holds and the graph does not.
    """

    written: int
    unchanged: int
    removed: int
    others: tuple[str, ...] = ()
