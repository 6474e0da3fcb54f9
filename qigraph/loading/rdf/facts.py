"""What RDF states: statements of the vocabulary as they are, other terms as a mapping has them."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import product
from typing import TYPE_CHECKING

import pyoxigraph as ox

from qigraph.errors import InputError
from qigraph.facts import Entity, Evidence, Fact, Interval, first_day, last_day, merge
from qigraph.loading.rdf.ends import Ends
from qigraph.loading.rdf.lines import Line, lines_of
from qigraph.loading.rdf.mapping import NodeRule, mapping_for, term
from qigraph.loading.rdf.paths import Paths
from qigraph.loading.rdf.things import Term, Things
from qigraph.reading.text import Text
from qigraph.stores.rdf_reading import nodes_of, read_fact, statements_in
from qigraph.stores.terms import PREFIXES, document_name

if TYPE_CHECKING:
    from qigraph.extraction import Extraction
    from qigraph.loading.registry import Registry

__all__ = ["check_known", "rdf_facts"]

MOST_NAMED = 4

_RDF_TYPE = PREFIXES["rdf"] + "type"
_STATEMENT = PREFIXES["qi"] + "Statement"
_EVIDENCE = PREFIXES["qi"] + "evidence"


def rdf_facts(text: Text, registry: "Registry") -> "Extraction":
    """The facts of an RDF document, and what no mapping knows.

    Parameters
    ----------
    text : Text
        As :func:`qigraph.loading.rdf.lines.as_text` wrote it; its recipe is a mapping of the user's own.
    registry : Registry

    Examples
    --------
    >>> from qigraph.loading.rdf.lines import as_text
    >>> from qigraph.loading.registry import Registry
    >>> data = b'''PREFIX s: <https://schema.org/> PREFIX : <https://example.org/>
    ... :lab a s:Organization ; s:name "Lakes Laboratory" ; s:foundingDate "1996" ; s:telephone "12" .'''
    >>> text = as_text("labs.ttl", ox.parse(data, format=ox.RdfFormat.TURTLE))
    >>> found = rdf_facts(text, Registry.empty())
    >>> [(fact.subject.label, fact.relation, fact.object) for fact in found.facts]
    [('Lakes Laboratory', 'established', '1996')]
    >>> [dropped.reason for dropped in found.dropped]
    ['no mapping for schema:telephone']
    """
    return _Reading(text, registry).run()


def check_known(text: Text) -> None:
    """Refuse RDF in which nothing could state a fact.

    Parameters
    ----------
    text : Text
        As for :func:`rdf_facts`.

    Raises
    ------
    InputError
        If no mapping knows a term of it; the message names the most frequent ones.
    """
    mapping = mapping_for(text.recipe)
    counts: Counter[str] = Counter()
    for line in lines_of(text):
        name = term(line.quad.predicate.value)
        is_class = name == _RDF_TYPE and isinstance(line.quad.object, ox.NamedNode)
        kind = term(line.quad.object.value) if is_class else ""  # type: ignore[union-attr]
        if name in mapping.triples or kind == _STATEMENT or kind in mapping.nodes:
            return
        counts[mapping.short(name)] += 1
    often = ", ".join(
        name for name, _ in sorted(counts.items(), key=lambda item: (-item[1], item[0]))[:MOST_NAMED]
    )
    raise InputError(
        f"{text.name}: no mapping reads RDF with these terms ({often or 'none'}): give one with --recipe, "
        "see docs/tables.md"
    )


class _Reading:
    def __init__(self, text: Text, registry: "Registry") -> None:
        self.text = text
        self.mapping = mapping_for(text.recipe)
        self.lines = lines_of(text)
        self.nodes = nodes_of(line.quad for line in self.lines)
        self.things = Things(self.lines, self.nodes, self.mapping, registry)
        self.ends = Ends(self.things)
        self.paths = Paths(self.lines)
        rules = (rule for rules in self.mapping.nodes.values() for rule in rules)
        self.steps = {name for rule in rules for path in rule.paths for _, name in path}
        self.out = self.paths.out
        self.facts: list[Fact] = []
        self.dropped: dict[int, tuple[str, str]] = {}
        self.used: set[int] = set()

    def run(self) -> "Extraction":
        from qigraph.extraction import Dropped, Extraction

        self._statements()
        stating = self._stating()
        self._node_facts(stating)
        self._triple_facts({node for node, _ in stating})
        self._left_over(self._beside([node for node, _ in stating]))
        dropped = [
            Dropped(
                reason, relation, line.start, line.stop, self.text.characters[line.start : line.stop], "rdf"
            )
            for line in self.lines
            if line.number in self.dropped
            for reason, relation in [self.dropped[line.number]]
        ]
        return Extraction(merge(self.facts), dropped)

    # Statements of the vocabulary, as an export has them

    def _statements(self) -> None:
        stated: set[tuple[str, ...]] = set()
        for iri in statements_in(self.nodes):
            node = ox.NamedNode(iri)
            mine = self.out[node] + [
                line for one in self.nodes[iri].get(_EVIDENCE, ()) for line in self.out[one]
            ]
            self.used |= {line.number for line in mine}
            try:
                self.facts.append(read_fact(iri, self.nodes, self._described))
            except InputError as error:
                self._drop(self.out[node][:1], str(error).removeprefix(f"the statement <{iri}> "), "")
                continue
            triple = (PREFIXES["rdf"] + name for name in ("subject", "predicate", "object"))
            stated.add(tuple(str(self.nodes[iri][name][0]) for name in triple))
        for line in self.lines:
            quad = line.quad
            about_document = isinstance(quad.subject, ox.NamedNode) and document_name(quad.subject.value)
            if about_document or (str(quad.subject), str(quad.predicate), str(quad.object)) in stated:
                self.used.add(line.number)

    def _described(self, node: ox.NamedNode) -> Entity:
        entity = self.things.described(node)
        if entity is None:
            raise ValueError(f"nothing describes <{node.value}>")
        return entity

    # Nodes that stand for a fact

    def _stating(self) -> list[tuple[Term, tuple[NodeRule, ...]]]:
        found = []
        for node in list(self.out):
            classes = self.things.classes(node)
            rules = [rule for name in classes for rule in self.mapping.nodes.get(name, ())]
            if not classes:
                told = set(self.things.said[node])
                rules = [
                    rule for rules in self.mapping.nodes.values() for rule in rules if rule.is_told_by(told)
                ]
            if rules and _STATEMENT not in classes:
                found.append((node, tuple(rules)))
        return found

    def _beside(self, stating: Iterable[Term]) -> set[Term]:
        """The nodes that stand for facts, and those that they are told with."""
        waiting, seen = list(stating), set(stating)
        while waiting:
            for line in self.out[waiting.pop()]:
                node = line.quad.object
                if term(line.quad.predicate.value) in self.steps and node not in seen:
                    seen.add(node)
                    waiting.append(node)
        return seen

    def _node_facts(self, stating: Sequence[tuple[Term, tuple[NodeRule, ...]]]) -> None:
        for node, rules in stating:
            self.facts += [fact for rule in rules for fact in self._of_node(node, rule)]
            self.used |= {
                line.number for line in self.out[node] if term(line.quad.predicate.value) == _RDF_TYPE
            }

    def _of_node(self, node: Term, rule: NodeRule) -> Iterator[Fact]:
        subjects, objects = (
            list(self.paths.follow(node, rule.subject)),
            list(self.paths.follow(node, rule.object)),
        )
        role, of_role = self.paths.role(node, rule, self.things)
        since, of_since = self.paths.date(node, rule.since)
        until, of_until = self.paths.date(node, rule.until)
        around = [*of_role, *of_since, *of_until]
        if since and until and last_day(until) < first_day(since):
            return self._drop(self.out[node][:1], "it ended before it began", rule.relations[0])
        for (subject, first), (target, second) in product(subjects, objects):
            lines = (*first, *second, *around)
            self.used |= {line.number for line in lines}
            ends = self.ends.of(subject, target, [(name, False) for name in rule.relations])
            if isinstance(ends, str):
                self._drop(first[-1:] or second[-1:], ends, rule.relations[0])
                continue
            one, relation, other = ends
            evidence = self._evidence(lines, rule.name)
            yield Fact(one, relation, other, Interval(since, until), evidence, role or None)

    # Triples that state a fact by themselves

    def _triple_facts(self, stating: set[Term]) -> None:
        told = [
            (line, relations)
            for line in self.lines
            if line.number not in self.used
            and (relations := self.mapping.triples.get(term(line.quad.predicate.value)))
            and not {line.quad.subject, line.quad.object} & stating
        ]
        for line, relations in told:
            self.ends.remember(line.quad.subject, line.quad.object, relations)
        for line, relations in told:
            ends = self.ends.of(line.quad.subject, line.quad.object, relations)
            if isinstance(ends, str):
                if term(line.quad.predicate.value) not in self.mapping.codes:
                    self._drop([line], ends, relations[0][0])
                continue
            subject, relation, target = ends
            self.used.add(line.number)
            evidence = self._evidence([line], self.mapping.short(term(line.quad.predicate.value)))
            self.facts.append(Fact(subject, relation, target, Interval(), evidence))

    # What is left

    def _left_over(self, beside: set[Term]) -> None:
        mapping = self.mapping
        naming = {*mapping.names, *mapping.also, *mapping.codes, *mapping.silent}
        for line in self.lines:
            name = term(line.quad.predicate.value)
            if line.number in self.used or line.number in self.dropped or name in naming:
                continue
            if name == _RDF_TYPE:
                kind = term(line.quad.object.value) if isinstance(line.quad.object, ox.NamedNode) else ""
                if kind not in mapping.classes and kind not in mapping.silent and kind not in mapping.nodes:
                    self._drop([line], f"no mapping for the class {mapping.short(kind)}", "")
            elif name not in mapping.triples and not (name in self.steps and line.quad.subject in beside):
                self._drop([line], f"no mapping for {mapping.short(name)}", "")

    def _drop(self, lines: Iterable[Line], reason: str, relation: str) -> None:
        for line in lines:
            self.dropped.setdefault(line.number, (reason, relation))

    def _evidence(self, lines: Iterable[Line], rule: str) -> tuple[Evidence, ...]:
        """A slice for each run of lines; what class a node has may stand between them."""
        runs: list[list[Line]] = []
        for line in sorted(set(lines), key=lambda line: line.number):
            between = self.lines[runs[-1][-1].number : line.number - 1] if runs else []
            if runs and all(term(one.quad.predicate.value) == _RDF_TYPE for one in between):
                runs[-1].append(line)
            else:
                runs.append([line])
        return tuple(
            Evidence(
                self.text.name,
                run[0].start,
                run[-1].stop,
                self.text.characters[run[0].start : run[-1].stop],
                f"rdf/{rule}",
                row=run[0].number,
            )
            for run in runs
        )
