"""What qigraph ships and what joins documents: registry, topics and goals, and the resolution of names."""
