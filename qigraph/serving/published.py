"""The graph that is published: whichever generation is current when a query comes."""

from pathlib import Path

from qigraph.errors import InputError
from qigraph.graph import Graph, open_graph
from qigraph.graph.folder import MANIFEST
from qigraph.serving.log import log

__all__ = ["Published"]


class Published:
    """A graph folder, opened again when it has been built anew.

    Parameters
    ----------
    path : Path
        The folder.

    Raises
    ------
    InputError
        If it is no graph folder.

    Attributes
    ----------
    fault : str or None
        Why the folder could not be read when it had changed.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        self._stamp = _stamp(path)
        self._graph = open_graph(path)
        self.fault: str | None = None

    def graph(self) -> Graph:
        """The current generation; the former one while the folder cannot be read."""
        stamp = _stamp(self.path)
        if stamp != self._stamp:
            self._stamp = stamp
            try:
                self._graph, self.fault = open_graph(self.path), None
                log("generation", generation=self._graph.manifest.generation)
            except InputError as error:
                self.fault = str(error)
                log("generation", level="error", error=self.fault)
        return self._graph


def _stamp(path: Path) -> tuple[int, int, int] | None:
    """What changes when the manifest is replaced."""
    try:
        status = (path / MANIFEST).stat()
    except OSError:
        return None
    return status.st_ino, status.st_mtime_ns, status.st_size
