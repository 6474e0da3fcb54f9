"""Downloads known sources from their publishers, for users who have a network; nothing else in qigraph needs one."""

from qigraph.fetching.fetch import Fetched, fetch
from qigraph.fetching.sources import Source, known_sources

__all__ = ["Fetched", "Source", "fetch", "known_sources"]
