"""``/`` and ``/network``: what people look at."""

import asyncio
import sys
import tempfile
from collections import OrderedDict
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import HTMLResponse, Response
from starlette.staticfiles import StaticFiles

from qigraph.pages import MANY
from qigraph.questions import questions
from qigraph.serving.service import service_of
from qigraph.stores.property_graph import child_environment

__all__ = ["Drawings", "files", "home"]

_SITE = Path(__file__).with_name("site")
_TEMPLATES = Environment(loader=FileSystemLoader(_SITE), autoescape=True, undefined=StrictUndefined)
_HOME = (
    "default-src 'none'; script-src 'self'; style-src 'self'; style-src-attr 'unsafe-inline'; connect-src 'self'; "
    "img-src data:; frame-ancestors 'none'; base-uri 'none'; form-action 'self'"
)
"""Attributes of style are let in because browsers write some themselves where one types."""

_NETWORK = "frame-ancestors 'none'; base-uri 'none'; form-action 'none'"
"""The page has a policy of its own inside, which lets nothing run but its own script."""

_OPTIONS = {"about": "--about", "depth": "--depth", "types": "--types", "as_of": "--as-of"}
_KEPT = 16
_PATIENCE = 60.0

files = StaticFiles(directory=_SITE / "static")
"""Scripts and style of the page."""


def home(request: Request) -> Response:
    """The questions, and an editor for both languages."""
    graph = service_of(request).published.graph()
    page = _TEMPLATES.get_template("home.html").render(
        title=graph.path.resolve().stem,
        manifest=graph.manifest,
        questions=questions(),
        large=graph.manifest.entities > MANY,
    )
    return HTMLResponse(page, headers={"Content-Security-Policy": _HOME, "Cache-Control": "no-cache"})


class Drawings:
    """The network page, drawn by a process of its own, as ``qigraph view`` does; the last ones are kept."""

    def __init__(self) -> None:
        self._one_at_a_time = asyncio.Lock()
        self._kept: OrderedDict[tuple[str, ...], bytes] = OrderedDict()

    async def network(self, request: Request) -> Response:
        """The network, or what lies around one entity."""
        graph = service_of(request).published.graph()
        asked = {name: value for name, value in request.query_params.items() if value}
        if unknown := sorted(set(asked) - set(_OPTIONS)):
            raise HTTPException(400, f"no parameter {unknown[0]!r}: there are {', '.join(_OPTIONS)}")
        if any("\0" in value for value in asked.values()):
            raise HTTPException(400, "a name has no character 0")
        if graph.manifest.entities > MANY and not asked.keys() & {"about", "types"}:
            message = f"{graph.manifest.entities} entities are too many to draw: name one, as in /network?about=BIPM"
            raise HTTPException(400, message)
        options = [f"{_OPTIONS[name]}={value}" for name, value in sorted(asked.items())]
        key = (graph.manifest.generation, *options)
        async with self._one_at_a_time:
            if key not in self._kept:
                self._kept[key] = await _drawn(graph.path, options)
                if len(self._kept) > _KEPT:
                    self._kept.popitem(last=False)
            self._kept.move_to_end(key)
            page = self._kept[key]
        response = service_of(request).answers.response(page, "text/html")
        response.headers["Content-Security-Policy"] = _NETWORK
        return response


async def _drawn(graph: Path, options: list[str]) -> bytes:
    with tempfile.TemporaryDirectory() as folder:
        page = Path(folder, "network.html")
        process = await asyncio.create_subprocess_exec(
            *(sys.executable, "-P", "-c", "from qigraph.cli import main; main()"),
            *("view", "-g", str(graph), "-o", str(page), *options),
            stdin=asyncio.subprocess.DEVNULL,
            stdout=asyncio.subprocess.DEVNULL,
            stderr=asyncio.subprocess.PIPE,
            env=child_environment(),
        )
        try:
            async with asyncio.timeout(_PATIENCE):
                _, said = await process.communicate()
        except BaseException as error:
            process.kill()
            if isinstance(error, TimeoutError):
                raise HTTPException(504, f"not drawn after {_PATIENCE:g} s: ask for less") from error
            raise
        if process.returncode != 0:
            line = (said.decode(errors="replace").strip().splitlines() or ["it could not be drawn"])[-1]
            status = {1: 400, 2: 400, 3: 404}.get(process.returncode or 0, 500)
            raise HTTPException(status, line.removeprefix("qigraph: ").removeprefix("Error: "))
        return page.read_bytes()
