"""``/cypher``: queries in Cypher, answered as rows in JSON."""

import json
from typing import Any

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

from qigraph.errors import QueryError
from qigraph.serving.answers import status_of
from qigraph.serving.body import media_type, read_body
from qigraph.serving.negotiation import choose
from qigraph.serving.service import service_of

__all__ = ["JSON", "cypher"]

JSON = "application/json"
_FORM = '{"query": "MATCH …", "parameters": {…}}'


async def cypher(request: Request) -> Response:
    """Answer a query with ``columns`` and ``rows``."""
    if media_type(request) != JSON:
        raise HTTPException(415, f"the body must be {JSON}: {_FORM}", {"Accept-Post": JSON})
    if choose(request.headers.get("accept"), [JSON]) is None:
        raise HTTPException(406, f"the answer can be had as {JSON}")
    query, parameters = _read(await read_body(request))
    request.scope["query"] = query
    service = service_of(request)
    try:
        kind, body = await service.ask("cypher", request, query, parameters)
    except QueryError as error:
        raise HTTPException(status_of(error), str(error)) from error
    assert kind is not None
    return service.answers.response(body, kind)


def _read(body: bytes) -> tuple[str, dict[str, Any]]:
    try:
        asked = json.loads(body)
    except (ValueError, RecursionError) as error:
        raise HTTPException(400, f"the body is not JSON: {error}") from error
    if not isinstance(asked, dict) or not isinstance(asked.get("query"), str):
        raise HTTPException(400, f"the body must be {_FORM}")
    if unknown := sorted(set(asked) - {"query", "parameters"}):
        raise HTTPException(400, f"the body has {unknown[0]!r}, which is not known: it must be {_FORM}")
    parameters = asked.get("parameters") or {}
    if not isinstance(parameters, dict):
        raise HTTPException(400, f"the parameters must be an object: {_FORM}")
    return asked["query"], parameters
