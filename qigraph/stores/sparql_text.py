"""Reads the text of a SPARQL query as far as safety asks: binds parameters, refuses updates and SERVICE.

The engine has no switch for SERVICE, which would send data over the network, and binds variables only
where they are projected. So the text is split into tokens as the SPARQL grammar does, and only tokens are
looked at: never what stands in a string, an IRI or a comment. Where a ``<`` could begin an IRI or be a
comparison, and the two readings would differ on what is a comment or a string, the query is refused.
"""

import re
from collections.abc import Collection, Iterator, Mapping
from typing import Any

import pyoxigraph as ox

from qigraph.errors import QueryError, RefusedError

__all__ = ["chooses_graphs", "prepare", "undeclared_prefix"]

_TOKEN = re.compile(
    r"""
      (?P<comment> \#[^\r\n]*)
    | (?P<iri> <(?:[^<>"{}|^`\\\x00-\x20]|\\u[0-9A-Fa-f]{4}|\\U[0-9A-Fa-f]{8})*>)
    | (?P<string> \"{3}(?:\"{0,2}(?:[^"\\]|\\.))*\"{3} | '{3}(?:'{0,2}(?:[^'\\]|\\.))*'{3}
                | "(?:[^"\\\r\n]|\\.)*" | '(?:[^'\\\r\n]|\\.)*')
    | (?P<escape> \\.)
    | (?P<variable> [?$]\w+)
    | (?P<local> :[\w%-]*)
    | (?P<word> \w+)
    | (?P<mark> .)
    """,
    re.VERBOSE | re.DOTALL,
)
_ABSOLUTE = re.compile(r"<[A-Za-z][A-Za-z0-9+.-]*://")
_UPDATES = {"INSERT", "DELETE", "LOAD", "CLEAR", "DROP", "CREATE", "COPY", "MOVE", "ADD", "WITH"}


def prepare(query: str, params: Mapping[str, Any] | None = None) -> str:
    """The query with its parameters bound, if it only reads the graph.

    Parameters
    ----------
    query : str
        SPARQL 1.1 query. ``$name`` is a parameter where ``params`` has that name; ``?name`` never is.
    params : mapping of str to str, int, float or bool, optional
        Values; a string of the form ``<http://…>`` is an IRI, any other a plain literal.

    Raises
    ------
    QueryError
        If the query updates, calls SERVICE, or a parameter is not used or has no value.

    Examples
    --------
    >>> prepare("ASK { ?s ?p $name } # $name", {"name": 'the "BIPM"'})
    'ASK { ?s ?p "the \\\\"BIPM\\\\"" } # $name'
    """
    terms = {name: _term(name, value) for name, value in (params or {}).items()}
    tokens = list(_tokens(query))
    _refuse_updates(tokens)
    used = set()
    for index, (kind, text) in enumerate(tokens):
        if kind == "variable" and text[0] == "$" and text[1:] in terms:
            used.add(text[1:])
            tokens[index] = (kind, str(terms[text[1:]]))
    if unused := sorted(set(terms) - used):
        raise QueryError(f"the query has no parameter ${unused[0]}")
    return "".join(text for _, text in tokens)


def chooses_graphs(query: str) -> bool:
    """Whether a query says with FROM which graphs it reads.

    Examples
    --------
    >>> chooses_graphs("SELECT * FROM <u:g> { ?from a from:x } # FROM <u:h>")
    True
    >>> chooses_graphs("PREFIX from: <u:from> SELECT * { ?from a from:x, 'FROM'@from } # FROM <u:h>")
    False
    """
    before = ""
    for found in _TOKEN.finditer(query):
        kind, text = found.lastgroup, found.group()
        keyword = kind == "word" and before != "@" and not query.startswith(":", found.end())
        if keyword and text.upper() == "FROM":
            return True
        before = text
    return False


def undeclared_prefix(query: str, declared: Collection[str]) -> str | None:
    """The first prefix that a query uses and neither it nor ``declared`` declares, to explain a syntax error.

    Examples
    --------
    >>> undeclared_prefix("PREFIX a: <http://a/> ASK { a:b qi:c no:d }", {"qi"})
    'no'
    """
    known = set(declared)
    before = ""
    for found in _TOKEN.finditer(query):
        kind, text = found.lastgroup, found.group()
        name = re.search(r"[\w.-]*$", query[: found.start()])
        if kind == "local" and name is not None:
            if before.upper() == "PREFIX":
                known.add(name[0])
            elif name[0] not in known and name[0] != "_":
                return name[0]
        if kind == "word" and not query.startswith(":", found.end()):
            before = text
    return None


def _term(name: str, value: Any) -> ox.NamedNode | ox.Literal:
    if not isinstance(value, str | int | float):
        raise QueryError(f"parameter {name} must be a text or a number, not {value!r}")
    if isinstance(value, str) and re.fullmatch(r"<[^<>\s]+>", value):
        try:
            return ox.NamedNode(value[1:-1])
        except ValueError as error:
            raise QueryError(f"parameter {name} is not an IRI: {value}") from error
    return ox.Literal(value)


def _tokens(query: str) -> Iterator[tuple[str, str]]:
    declaring = ""
    for found in _TOKEN.finditer(query):
        kind, text = found.lastgroup or "", found.group()
        if kind == "iri" and declaring != "PREFIX :" and _is_ambiguous(query, found):
            raise QueryError(
                f"line {_line(query, found)}: {text} is ambiguous: write a full IRI, or a space after <"
            )
        # Anywhere in a bare word, because the engine's parser does not ask for a space around keywords.
        if kind == "word" and "SERVICE" in text.upper():
            raise RefusedError(
                f"queries are read-only and local: SERVICE is not allowed (line {_line(query, found)})"
            )
        declaring = _declaring(declaring, kind, text)
        yield kind, text


def _is_ambiguous(query: str, found: re.Match[str]) -> bool:
    """Whether what looks like an IRI may be a less-than sign before a comment or text, hiding what follows."""
    text = found.group()
    if _ABSOLUTE.match(text):
        return False
    rest_of_line = re.match(r"[^\r\n]*", query[found.end() :])
    assert rest_of_line is not None
    hidden = "#" in text and re.search(r"""['"\\]""", rest_of_line[0])
    return bool(hidden or re.search(r"['\\]|service", text, re.IGNORECASE))


def _declaring(before: str, kind: str, text: str) -> str:
    """How far the declaration of a prefix has come, after which an IRI cannot be a less-than sign."""
    if kind == "word" and text.upper() == "PREFIX":
        return "PREFIX"
    if kind == "mark" and text.isspace():
        return {"PREFIX": "PREFIX "}.get(before, before)
    if before == "PREFIX " and (kind == "word" or text in ".-"):
        return before
    return "PREFIX :" if before == "PREFIX " and text == ":" else ""


def _line(query: str, found: re.Match[str]) -> int:
    return query.count("\n", 0, found.start()) + 1


def _refuse_updates(tokens: list[tuple[str, str]]) -> None:
    skip_prefix = False
    for kind, text in tokens:
        word = text.upper()
        if kind == "word" and not skip_prefix and word not in ("PREFIX", "BASE", "VERSION"):
            if word in _UPDATES:
                raise RefusedError(f"queries are read-only: {word} is not allowed")
            return
        if kind == "word":
            skip_prefix = word == "PREFIX"
        elif kind == "local":
            skip_prefix = False
