"""An opened graph folder: entities, facts, documents, and queries on them."""

from collections.abc import Mapping
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

from qigraph.errors import InputError, NotFoundError
from qigraph.facts import Entity, Fact
from qigraph.graph import folder
from qigraph.graph.conflicts import conflicts
from qigraph.graph.lifetimes import dating
from qigraph.graph.selection import find, involves, select
from qigraph.rows import Rows

if TYPE_CHECKING:
    from networkx import MultiDiGraph

    from qigraph.questions import Question
    from qigraph.stores.client import Language

__all__ = ["Graph", "fact_rows", "open_graph"]


class Graph:
    """A graph folder, opened for reading. Nothing is read before it is asked for.

    Parameters
    ----------
    path : Path
        The folder.
    manifest : folder.Manifest
        What the folder says of itself.
    """

    def __init__(self, path: Path, manifest: folder.Manifest) -> None:
        self.path = path
        self.manifest = manifest

    @property
    def generation(self) -> Path:
        """Folder of the facts and stores that were current when the graph was opened."""
        return self.path / self.manifest.generation

    @property
    def documents(self) -> list[folder.Document]:
        """The documents it was built from, by name."""
        return self.manifest.documents

    @cached_property
    def entities(self) -> dict[str, Entity]:
        """Every entity by identifier, sorted."""
        return {entity.id: entity for entity in folder.read_entities(self.generation)}

    @cached_property
    def _facts(self) -> list[Fact]:
        return folder.read_facts(self.generation)

    def facts(
        self, as_of: str | None = None, relation: str | None = None, about: str | Entity | None = None
    ) -> list[Fact]:
        """Facts in a fixed order, all of them or those that meet the conditions.

        Parameters
        ----------
        as_of : str or None
            Only facts that may hold on this date: ``2012``, ``2012-06`` or ``2012-06-30``.
        relation : str or None
            Only facts of this relation, such as ``memberOf``.
        about : str, Entity or None
            Only facts whose subject or object has this name.

        Raises
        ------
        InputError
            If the date or the relation is none.
        NotFoundError
            If nothing has the name.
        """
        entity = self.find(about) if isinstance(about, str) else about
        return select(self._facts, as_of, relation, entity)

    def find(self, name: str) -> Entity:
        """The entity of that identifier, name, acronym or alias.

        Raises
        ------
        NotFoundError
            If there is none; the message names what comes near.
        """
        return find(self.entities, name)

    def text(self, document: str) -> str:
        """The characters of a document, into which the offsets of evidence point.

        Parameters
        ----------
        document : str
            Its name, as facts carry it.

        Raises
        ------
        NotFoundError
            If the graph has no document of that name.
        """
        for entry in self.documents:
            if entry.name == document:
                return folder.read_text(self.generation, entry)
        raise NotFoundError(f"no document {document!r} in {self.path}: see qigraph info")

    def explain(self, name: str, other: str | None = None, as_of: str | None = None) -> Rows:
        """The sentences behind an entity, or behind what joins two.

        Parameters
        ----------
        name : str
            Name, acronym or alias.
        other : str or None
            The same for the other end of an edge.
        as_of : str or None
            Only what may hold on this date.

        Returns
        -------
        Rows
            One row a piece of evidence.

        Raises
        ------
        NotFoundError
            If nothing has the name, or nothing joins the two.
        """
        first = self.find(name)
        facts = self.facts(as_of, about=first)
        if other is not None:
            second = self.find(other)
            facts = [fact for fact in facts if involves(fact, second)]
            if not facts:
                when = f" as of {as_of}" if as_of else ""
                raise NotFoundError(f"no fact joins {first.label} and {second.label} in this graph{when}")
        return fact_rows(facts, as_of)

    def known_as(self, name: str) -> Rows:
        """By what name each document knows an entity, and why these are one.

        Parameters
        ----------
        name : str
            Name, acronym or alias.

        Raises
        ------
        NotFoundError
            If nothing has the name.
        """
        from qigraph.graph.known_as import known_as

        entity = self.find(name)
        return known_as(self.generation, self.documents, entity, self.facts(about=entity))

    def single_source(self, as_of: str | None = None, relation: str | None = None) -> list[Fact]:
        """Facts that one document alone states, with whatever date; what rules derived is left out.

        Parameters
        ----------
        as_of, relation : str or None
            As for :meth:`facts`.
        """
        from qigraph.graph.single_source import single_source

        return single_source(self.facts(as_of, relation))

    def conflicts(self) -> Rows:
        """On what the documents disagree: one row a date or interval that one of them states."""
        return conflicts(self._facts)

    def sparql(self, query: str, params: Mapping[str, Any] | None = None, timeout: float = 30.0) -> Rows:
        """Run a SPARQL query; nothing can be changed by it.

        Parameters
        ----------
        query : str
            SELECT, ASK, CONSTRUCT or DESCRIBE.
        params : mapping or None
            Values of variables, by name; bound, never pasted into the query.
        timeout : float
            Seconds.

        Raises
        ------
        QueryError
            If the query is malformed, would write, or takes too long.
        """
        return self._query("sparql", query, params, timeout)

    def cypher(self, query: str, params: Mapping[str, Any] | None = None, timeout: float = 30.0) -> Rows:
        """Run a Cypher query; nothing can be changed by it.

        Parameters
        ----------
        query : str
            A reading query.
        params : mapping or None
            Values of ``$parameters``, by name.
        timeout : float
            Seconds.

        Raises
        ------
        QueryError
            If the query is malformed, would write, or takes too long.
        """
        return self._query("cypher", query, params, timeout)

    def ask(
        self,
        question: str,
        language: "Language" = "sparql",
        params: Mapping[str, str | int] | None = None,
        as_of: str | None = None,
        timeout: float = 30.0,
    ) -> Rows:
        """Answer one of the prepared questions (``docs/questions.md``).

        Parameters
        ----------
        question : str
            Its name: ``members``.
        language : {"sparql", "cypher"}
            Which of its two queries to run; the answer is the same.
        params : mapping or None
            Values of its parameters; entities by identifier, name, acronym or alias.
        as_of : str or None
            The date of the question, where it has one.
        timeout : float
            Seconds.

        Raises
        ------
        NotFoundError
            If there is no such question, or nothing of a name.
        InputError
            If the question has no such parameter or takes no date, or a value is missing or of the wrong kind.
        """
        from qigraph.questions import ask, with_date
        from qigraph.questions import question as find_question

        asked = find_question(question)
        given = self.identified(asked, with_date(asked, params or {}, as_of))
        return ask(self.generation, question, language, given, timeout)

    def identified(self, asked: "Question", params: Mapping[str, str | int]) -> dict[str, str | int]:
        """The parameters of a question with the identifiers of the things that they name.

        Parameters
        ----------
        asked : Question
        params : mapping
            Those given; of the others the defaults are looked up.

        Raises
        ------
        NotFoundError
            If nothing in the graph has a name.
        """
        given = dict(params)
        for parameter in asked.parameters:
            value = given.get(parameter.name, parameter.default)
            if parameter.kind == "entity" and value:
                given[parameter.name] = self.find(str(value)).id
            elif parameter.kind == "document" and value and value not in {d.name for d in self.documents}:
                raise NotFoundError(f"no document {value!r} in {self.path}: see qigraph info")
        return given

    def _query(
        self, language: "Language", query: str, params: Mapping[str, Any] | None, timeout: float
    ) -> Rows:
        store = self.generation / language
        if not store.is_dir():
            raise InputError(f"{self.path} has no {language} store: build it again with --fresh")
        from qigraph.stores.client import query as run

        return run(language, store, query, params, timeout)

    def to_networkx(self) -> "MultiDiGraph[str]":
        """The same as a networkx graph: a node an entity, an edge a fact, parallel edges kept.

        Dates that documents state (``established``) are attributes of their node: lists, sorted.
        """
        from qigraph.graph.network import to_networkx

        return to_networkx(self.entities.values(), self._facts)

    def __repr__(self) -> str:
        return f"Graph({str(self.path)!r})"


def fact_rows(facts: list[Fact], as_of: str | None = None) -> Rows:
    """One row a piece of evidence, in words for people.

    Parameters
    ----------
    facts : list of Fact
    as_of : str or None
        The date that was asked for; then column ``dating`` tells where a document gives no date, or a less precise one.
    """
    columns = [
        "subject",
        "relation",
        "object",
        "since",
        "until",
        *(["dating"] if as_of else []),
        "role",
        "document",
        "start",
        "stop",
        "quote",
        "rule",
    ]
    rows = [
        [
            fact.subject.label,
            fact.relation,
            fact.object_label,
            fact.interval.since,
            fact.interval.until,
            *([dating(fact, as_of)] if as_of else []),
            fact.role,
            evidence.document,
            evidence.start,
            evidence.stop,
            evidence.quote,
            evidence.rule,
        ]
        for fact in facts
        for evidence in fact.evidence
    ]
    return Rows(columns, rows)


def open_graph(path: str | Path) -> Graph:
    """Open a graph folder for reading.

    Parameters
    ----------
    path : str or Path
        The folder that a build wrote.

    Raises
    ------
    InputError
        If it is missing, is no graph folder, or was written in another format.
    """
    return Graph(Path(path), folder.read_manifest(Path(path)))
