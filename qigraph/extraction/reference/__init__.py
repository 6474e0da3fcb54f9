"""Reference: what a document is about, what "it" and "the workshop" stand for, and what nameless things are called."""
