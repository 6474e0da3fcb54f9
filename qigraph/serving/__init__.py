"""``qigraph serve``: a graph published read-only over HTTP, to SPARQL clients, to Cypher and to people."""
