"""Names: where a document names something, and of which type it is."""
