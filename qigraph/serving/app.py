"""The application: which address is answered by what."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.middleware.cors import CORSMiddleware
from starlette.requests import Request
from starlette.responses import JSONResponse, PlainTextResponse, Response
from starlette.routing import BaseRoute, Mount, Route
from starlette.types import ASGIApp

from qigraph.safe_text import visible
from qigraph.serving import protocol
from qigraph.serving.cypher import cypher
from qigraph.serving.engine import GoneError
from qigraph.serving.guard import Guard
from qigraph.serving.pages import Drawings, files, home
from qigraph.serving.prepared import answer, listing
from qigraph.serving.service import Service, service_of
from qigraph.serving.settings import Settings
from qigraph.serving.sparql import sparql

__all__ = ["application"]


def _routes() -> list[BaseRoute]:
    return [
        Route("/", home),
        Mount("/static", files),
        Route("/network", Drawings().network),
        Route("/questions", listing),
        Route("/questions/{name}", answer, methods=protocol.METHODS),
        Route("/sparql", sparql, methods=protocol.METHODS),
        Route("/cypher", cypher, methods=["POST"]),
        Route("/health", _health),
    ]


def application(path: Path, settings: Settings) -> ASGIApp:
    """The server as an ASGI application.

    Parameters
    ----------
    path : Path
        The graph folder.
    settings : Settings
        What whoever starts it chose.

    Raises
    ------
    InputError
        If the folder is no graph.
    """
    service = Service.of(path, settings)

    @asynccontextmanager
    async def lifespan(_: Starlette) -> AsyncIterator[None]:
        service.engines["sparql"].warm()
        try:
            yield
        finally:
            for engine in service.engines.values():
                engine.close()

    shared = Middleware(
        CORSMiddleware,
        allow_origins=settings.cors,
        allow_methods=protocol.METHODS,
        allow_headers=["Accept", "Content-Type"],
        max_age=3600,
    )
    app = Starlette(
        routes=_routes(),
        middleware=[shared] if settings.cors else [],
        exception_handlers={HTTPException: _failed, GoneError: _gone},  # type: ignore[dict-item]
        lifespan=lifespan,
    )
    app.state.service = service
    return Guard(app, settings.names, bool(settings.cors))


def _health(request: Request) -> Response:
    published = service_of(request).published
    manifest = published.graph().manifest
    if published.fault is not None:
        return JSONResponse({"status": "failing", "error": visible(published.fault)}, 503)
    counts = {"documents": len(manifest.documents), "entities": manifest.entities, "facts": manifest.facts}
    return JSONResponse({"status": "ok", "generation": manifest.generation} | counts)


def _failed(request: Request, error: HTTPException) -> Response:
    """One line that says what was wrong, in JSON where rows would be."""
    message = visible(error.detail)
    if request.url.path.startswith(("/cypher", "/questions")):
        return JSONResponse({"error": message}, error.status_code, error.headers)
    return PlainTextResponse(message + "\n", error.status_code, error.headers)


def _gone(request: Request, _: Exception) -> Response:
    return Response(status_code=400)
