"""The facts in stores: RDF for SPARQL, a property graph for Cypher, each behind a process of its own."""
