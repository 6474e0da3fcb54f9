"""``/questions``: the prepared questions, and their answers as rows in JSON."""

import asyncio
import re
from typing import Any, get_args

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from qigraph.errors import InputError, NotFoundError
from qigraph.questions import Question, query_text, question, questions, read_values
from qigraph.serving.rows import read_object, send_rows
from qigraph.serving.service import service_of
from qigraph.stores.process import Language

__all__ = ["answer", "listing"]

_LANGUAGES: tuple[Language, ...] = get_args(Language)


def listing(_: Request) -> Response:
    """Every question with its parameters and both queries."""
    return JSONResponse({"questions": [_described(asked) for asked in questions()]})


def _described(asked: Question) -> dict[str, Any]:
    parameters = [
        {"name": p.name, "kind": p.kind, "default": p.default, "meaning": p.meaning} for p in asked.parameters
    ]
    texts = {language: query_text(asked, language) for language in _LANGUAGES}
    told = {"name": asked.name, "question": asked.text, "note": asked.note}
    return told | {"parameters": parameters, "queries": texts}


async def answer(request: Request) -> Response:
    """Answer a question with the parameters in the address; by POST also with another query of the same parameters."""
    if request.method == "POST":
        form = {"language": str, "parameters": dict, "query": str}
        sent = await read_object(request, form)
    else:
        parameters = dict(request.query_params)
        sent = {"language": parameters.pop("language", "sparql"), "parameters": parameters}
    language = sent.get("language", "sparql")
    if language not in _LANGUAGES:
        raise HTTPException(400, f"the language must be {' or '.join(_LANGUAGES)}")
    graph = service_of(request).published.graph()
    try:
        asked = question(request.path_params["name"])
        given = await asyncio.to_thread(graph.identified, asked, sent.get("parameters", {}))
        values = read_values(asked, given, language)
    except NotFoundError as error:
        raise HTTPException(404, str(error)) from error
    except InputError as error:
        raise HTTPException(400, str(error)) from error
    text = sent.get("query") or query_text(asked, language)
    used = {name: value for name, value in values.items() if re.search(rf"\${name}\b", text)}
    return await send_rows(language, request, text, used)
