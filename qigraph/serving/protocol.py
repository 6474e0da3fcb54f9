"""Requests of the SPARQL 1.1 Protocol: what is asked, and of which graphs."""

from dataclasses import dataclass, field
from urllib.parse import parse_qsl

from starlette.exceptions import HTTPException
from starlette.requests import Request

from qigraph.serving.body import media_type, read_body

__all__ = ["METHODS", "Asked", "read"]

METHODS = ["GET", "HEAD", "POST"]
FORM = "application/x-www-form-urlencoded"
QUERY = "application/sparql-query"
_UPDATE = "this endpoint only reads: there is no update"


@dataclass(frozen=True, slots=True)
class Asked:
    """A query as a client sent it.

    Parameters
    ----------
    query : str or None
        The query; None where a GET asks for nothing at all.
    default_graphs, named_graphs : list of str
        IRIs.
    params : dict of str to str
        Values of the variables ``$name``: our own addition to the protocol.
    """

    query: str | None
    default_graphs: list[str] = field(default_factory=list)
    named_graphs: list[str] = field(default_factory=list)
    params: dict[str, str] = field(default_factory=dict)


async def read(request: Request) -> Asked:
    """What a request asks.

    Raises
    ------
    HTTPException
        If it is none of the three kinds of query that the protocol knows.
    """
    fields = _fields(request.scope["query_string"])
    if request.method != "POST":
        return _asked(fields, needed=bool(fields))
    kind = media_type(request)
    if kind == FORM:
        return _asked(fields + _fields(await read_body(request)), needed=True)
    if kind == QUERY:
        if any(name == "query" for name, _ in fields):
            raise HTTPException(400, "two queries: one in the address and one in the body")
        return _asked([("query", _text(await read_body(request))), *fields], needed=True)
    if kind == "application/sparql-update":
        raise HTTPException(403, _UPDATE)
    said = f"not {kind}" if kind else "and the request does not say what it is"
    raise HTTPException(
        415, f"the body must be {FORM} or {QUERY}, {said}", {"Accept-Post": f"{FORM}, {QUERY}"}
    )


def _asked(fields: list[tuple[str, str]], *, needed: bool) -> Asked:
    queries = [value for name, value in fields if name == "query"]
    if any(name == "update" for name, _ in fields):
        raise HTTPException(403, _UPDATE)
    if len(queries) > 1 or (needed and not queries):
        raise HTTPException(400, f"there must be one query, not {len(queries)}")
    return Asked(
        queries[0] if queries else None,
        [value for name, value in fields if name == "default-graph-uri"],
        [value for name, value in fields if name == "named-graph-uri"],
        {name[1:]: value for name, value in fields if name.startswith("$")},
    )


def _fields(encoded: bytes) -> list[tuple[str, str]]:
    try:
        return parse_qsl(
            encoded.decode("ascii"), keep_blank_values=True, errors="strict", max_num_fields=1000
        )
    except UnicodeDecodeError as error:
        raise HTTPException(400, "the request is not encoded as UTF-8") from error
    except ValueError as error:
        raise HTTPException(400, f"the request cannot be read: {error}") from error


def _text(body: bytes) -> str:
    try:
        return body.decode()
    except UnicodeDecodeError as error:
        raise HTTPException(400, "the query is not encoded as UTF-8") from error
