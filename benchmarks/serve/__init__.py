"""How a served graph holds under load: ``python -m benchmarks.serve GRAPH``."""
