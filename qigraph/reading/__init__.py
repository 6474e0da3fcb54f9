"""From files to texts: which files are documents, what encoding they are in, and which are refused.

A new format is a new suffix in :data:`MEDIA_TYPES` and, where its bytes are not text, a new file here with a function
``characters``, which runs in a process of its own.
"""

from qigraph.reading.documents import LARGEST, MEDIA_TYPES, read
from qigraph.reading.files import collect, document_names, passed_over
from qigraph.reading.text import Text

__all__ = ["LARGEST", "MEDIA_TYPES", "Text", "collect", "document_names", "passed_over", "read"]
