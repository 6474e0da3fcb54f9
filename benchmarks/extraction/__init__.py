"""Benchmarks of extraction: how fast it reads, how its time grows, and what each of its parts contributes."""
