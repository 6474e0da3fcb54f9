"""``/sparql``: the SPARQL 1.1 Protocol, for queries."""

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from qigraph.errors import QueryError
from qigraph.serving import protocol
from qigraph.serving.answers import status_of
from qigraph.serving.description import description
from qigraph.serving.negotiation import choose
from qigraph.serving.service import service_of
from qigraph.stores.sparql_results import GRAPHS, RESULTS

__all__ = ["sparql"]


async def sparql(request: Request) -> Response:
    """Answer a query; without one, tell what can be asked here."""
    service = service_of(request)
    accept = ", ".join(request.headers.getlist("accept"))
    asked = await protocol.read(request)
    if asked.query is None:
        return _described(request, accept)
    request.scope["query"] = asked.query
    media_types = (choose(accept, RESULTS), choose(accept, GRAPHS))
    if not any(media_types):
        raise _unacceptable([*RESULTS, *GRAPHS])
    try:
        media_type, body = await service.ask(
            "sparql",
            request,
            asked.query,
            dict(asked.params),
            media_types=media_types,
            default_graphs=asked.default_graphs,
            named_graphs=asked.named_graphs,
            base=str(request.url.replace(query="")),
        )
    except QueryError as error:
        raise HTTPException(status_of(error), str(error)) from error
    if media_type is None:
        raise _unacceptable(list(RESULTS if media_types[0] is None else GRAPHS))
    return service.answers.response(body, media_type)


def _described(request: Request, accept: str) -> Response:
    media_type = choose(accept, ["text/html", *GRAPHS] if "text/html" in accept else GRAPHS)
    if media_type == "text/html":
        return RedirectResponse("/", 303)
    if media_type is None:
        raise _unacceptable(list(GRAPHS))
    service = service_of(request)
    body = description(str(request.url.replace(query="")), GRAPHS[media_type])
    return service.answers.response(body, media_type)


def _unacceptable(offered: list[str]) -> HTTPException:
    return HTTPException(406, f"the answer can be had as {', '.join(dict.fromkeys(offered))}")
