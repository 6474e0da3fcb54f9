"""The one family of errors that qigraph raises for what a user can mend; the command line prints each as one line."""

__all__ = [
    "InputError",
    "LimitError",
    "NotFoundError",
    "OverrunError",
    "QigraphError",
    "QueryError",
    "RefusedError",
]


class QigraphError(Exception):
    """Something a user can mend: the message says what, where and what to do.

    Examples
    --------
    >>> QigraphError.exit_code
    1
    """

    exit_code = 1


class InputError(QigraphError):
    """A document, table, graph folder or option value cannot be used."""


class QueryError(QigraphError):
    """A query has a syntax error, would write, took too long or returned too much."""


class RefusedError(QueryError):
    """A query would write, or reach outside the graph."""


class LimitError(QueryError):
    """A query needs more memory, or answers more, than it may."""


class OverrunError(LimitError):
    """A query took longer than it may."""


class NotFoundError(QigraphError):
    """Nothing of the name that was asked for is in the graph."""

    exit_code = 3
