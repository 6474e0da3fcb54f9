"""``/cypher``: queries in Cypher, answered as rows in JSON."""

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

from qigraph.serving.rows import read_object, send_rows

__all__ = ["cypher"]


async def cypher(request: Request) -> Response:
    """Answer ``{"query": "MATCH …", "parameters": {…}}``."""
    sent = await read_object(request, {"query": str, "parameters": dict})
    if "query" not in sent:
        raise HTTPException(400, "the body must have a query")
    return await send_rows("cypher", request, sent["query"], sent.get("parameters", {}))
