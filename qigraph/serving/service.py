"""What all parts of the server share: the graph, the engines, the settings."""

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from starlette.exceptions import HTTPException
from starlette.requests import Request

from qigraph.errors import QueryError
from qigraph.serving.answers import RETRY, Answers, client_of
from qigraph.serving.engine import Engine
from qigraph.serving.places import BusyError
from qigraph.serving.published import Published
from qigraph.serving.settings import Settings
from qigraph.stores.process import Language

__all__ = ["Service", "service_of"]

_UNSENT = 500_000_000


@dataclass(frozen=True, slots=True)
class Service:
    """A published graph, and what answers questions on it."""

    settings: Settings
    published: Published
    engines: dict[Language, Engine]
    answers: Answers

    @classmethod
    def of(cls, path: Path, settings: Settings) -> "Service":
        """Publish a graph folder.

        Raises
        ------
        InputError
            If it is none.
        """
        languages: tuple[Language, ...] = ("sparql", "cypher")
        engines = {language: Engine(language, settings) for language in languages}
        return cls(settings, Published(path), engines, Answers(_UNSENT))

    async def ask(
        self, language: Language, request: Request, query: str, params: dict[str, Any], **more: Any
    ) -> tuple[str | None, bytes]:
        """Run a query on the current generation of the graph, as :meth:`Engine.ask` does.

        Raises
        ------
        QueryError
            If the query fails.
        HTTPException
            503 if there is no room for it.
        """
        if self.answers.full:
            raise HTTPException(503, "too many answers wait for slow clients: try again", RETRY)
        engine, client = self.engines[language], client_of(request)
        store = self.published.graph().generation / language
        try:
            try:
                return await engine.ask(store, query, params, client, **more)
            except QueryError:
                now = self.published.graph().generation / language
                if now == store or store.is_dir():
                    raise
                return await engine.ask(now, query, params, client, **more)
        except BusyError as error:
            raise HTTPException(503, "too many queries wait: try again in a few seconds", RETRY) from error


def service_of(request: Request) -> Service:
    """The service that a request came to."""
    service: Service = request.app.state.service
    return service
