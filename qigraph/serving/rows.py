"""Answers as rows in JSON: what /cypher and /questions send."""

import json
from collections.abc import Mapping
from typing import Any

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

from qigraph.errors import QueryError
from qigraph.serving.answers import status_of
from qigraph.serving.body import media_type, read_body
from qigraph.serving.negotiation import choose
from qigraph.serving.service import service_of
from qigraph.stores.process import Language

__all__ = ["read_object", "send_rows"]

_JSON = "application/json"


async def read_object(request: Request, form: Mapping[str, type]) -> dict[str, Any]:
    """The JSON object in the body.

    Parameters
    ----------
    request : Request
    form : mapping
        What it may have, and of which type.

    Raises
    ------
    HTTPException
        If it is no such object.
    """
    if media_type(request) != _JSON:
        raise HTTPException(415, f"the body must be {_JSON}", {"Accept-Post": _JSON})
    try:
        sent = json.loads(await read_body(request))
    except (ValueError, RecursionError) as error:
        raise HTTPException(400, f"the body is not JSON: {error}") from error
    if not isinstance(sent, dict):
        raise HTTPException(400, f"the body must be a JSON object with {' and '.join(form)}")
    for name, value in sent.items():
        if name not in form:
            raise HTTPException(
                400, f"the body has {name!r}, which is not known: it may have {', '.join(form)}"
            )
        if not isinstance(value, form[name]):
            raise HTTPException(400, f"{name} has the wrong type in the body")
    return sent


async def send_rows(language: Language, request: Request, query: str, params: dict[str, Any]) -> Response:
    """Run a query and send its ``columns`` and ``rows``.

    Raises
    ------
    HTTPException
        If the query fails, or the client does not take JSON.
    """
    if choose(request.headers.get("accept"), [_JSON]) is None:
        raise HTTPException(406, f"the answer can be had as {_JSON}")
    request.scope["query"] = query
    service = service_of(request)
    try:
        _, body = await service.ask(language, request, query, params)
    except QueryError as error:
        raise HTTPException(status_of(error), str(error)) from error
    return service.answers.response(body, _JSON)
