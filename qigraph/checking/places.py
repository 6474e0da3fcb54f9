"""Finds the name of a node, and a sentence that it comes from."""

import pyoxigraph as ox

from qigraph.stores.terms import PREFIXES, document_name

__all__ = ["Places"]

_SENTENCE = """
SELECT ?node ?document ?quote {
  { ?node oa:exact ?quote }
  UNION { ?node qi:evidence/oa:exact ?quote ; prov:wasDerivedFrom ?document }
  UNION { ?s rdf:subject|rdf:object ?node ; qi:evidence/oa:exact ?quote ; prov:wasDerivedFrom ?document }
} ORDER BY ?document ?quote LIMIT 1
"""
_LABEL = """
SELECT ?node ?label { ?node skos:prefLabel|rdfs:label ?label } ORDER BY DESC(LANG(?label) = "en") ?label LIMIT 1
"""


class Places:
    """Names and sentences by node.

    Parameters
    ----------
    store : pyoxigraph.Store
    """

    def __init__(self, store: ox.Store) -> None:
        self._store = store
        self._prologue = "".join(f"PREFIX {name}: <{iri}>\n" for name, iri in PREFIXES.items())
        self._known: dict[str, tuple[str | None, str | None, str | None]] = {}

    def of(self, node: str) -> tuple[str | None, str | None, str | None]:
        """Label, document and quote; None for what there is not.

        Parameters
        ----------
        node : str
            IRI.
        """
        if node not in self._known:
            label = self._first(_LABEL, node)
            sentence = self._first(_SENTENCE, node)
            quote = sentence.get("quote")
            document = document_name(sentence["document"]) if sentence.get("document") else None
            self._known[node] = label.get("label"), document, quote
        return self._known[node]

    def _first(self, query: str, node: str) -> dict[str, str]:
        if node.startswith("_:"):
            return {}
        found = self._store.query(
            self._prologue + query,
            substitutions={ox.Variable("node"): ox.NamedNode(node)},
        )
        assert isinstance(found, ox.QuerySolutions)
        names = [variable.value for variable in found.variables if variable.value != "node"]
        row = next(iter(found), None)
        values = {name: row[name] for name in names} if row is not None else {}
        return {n: v.value for n, v in values.items() if isinstance(v, ox.NamedNode | ox.Literal)}
