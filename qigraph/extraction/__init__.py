"""From the text of a document to the facts that it states, each with its exact slice."""

from qigraph.extraction.extract import Dropped, Extraction, extract, rules_digest

__all__ = ["Dropped", "Extraction", "extract", "rules_digest"]
