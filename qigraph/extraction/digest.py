"""Whether extraction is still what it was: a digest of all that it rests on."""

import hashlib
from functools import cache
from pathlib import Path

from qigraph.resources import resource

__all__ = ["rules_digest"]


@cache
def rules_digest() -> str:
    """Digest of the code and the rules that extraction rests on: what was read under the same need not be read again.

    Examples
    --------
    >>> len(rules_digest())
    64
    """
    digest = hashlib.sha256()
    package = Path(__file__).parent
    folders = [package, package.parent / "loading", package.parent / "reading"]
    files = [path for folder in folders for path in folder.rglob("*.py")]
    files += [package.parent / name for name in ("facts.py", "names.py", "schema.py")]
    for name in ("loaders", "ontology"):
        files += [path for path in resource(name).rglob("*") if path.suffix in (".yaml", ".ttl")]
    for path in sorted(files, key=lambda path: (path.parent.name, path.name)):
        digest.update(path.name.encode())
        digest.update(path.read_bytes())
    return digest.hexdigest()
