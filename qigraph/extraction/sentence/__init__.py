"""Sentences: what frames, verbs and nouns state, and whether it is asserted."""
