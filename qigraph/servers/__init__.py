"""Servers that people run: Neo4j, and anything that speaks SPARQL 1.1."""
