"""One thing that is wrong, and where."""

from collections.abc import Iterable
from dataclasses import dataclass

from qigraph.rows import Rows

__all__ = ["Finding", "as_rows"]


@dataclass(frozen=True, slots=True, order=True)
class Finding:
    """One thing that is wrong.

    Parameters
    ----------
    severity : {"error", "warning"}
    rule : str
        Name of the rule, or ``shape`` for one of ``ontology/shapes.ttl``.
    node : str
        IRI of what it is wrong with.
    problem : str
        What is wrong, in words.
    label : str or None
        What the node is called.
    document, quote : str or None
        The sentence that it comes from, and where that stands.
    """

    severity: str
    rule: str
    node: str
    problem: str
    label: str | None = None
    document: str | None = None
    quote: str | None = None


def as_rows(findings: Iterable[Finding]) -> Rows:
    """The findings as rows, in their order.

    Examples
    --------
    >>> as_rows([Finding("error", "missing-label", "urn:a", "has no label")]).records()[0]["rule"]
    'missing-label'
    """
    columns = ["severity", "rule", "node", "label", "problem", "document", "quote"]
    return Rows(columns, [[getattr(finding, column) for column in columns] for finding in findings])
