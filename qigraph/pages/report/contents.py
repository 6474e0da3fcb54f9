"""What the graph itself holds: extent, organisations, coverage of topics and goals, disagreements."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence

from qigraph.facts import Entity, Evidence, Fact
from qigraph.names import short_name
from qigraph.pages.report.model import Cell, Paragraph, Section, Table
from qigraph.pages.report.sources import Sources
from qigraph.pages.wording import relation_words
from qigraph.rows import Rows
from qigraph.schema import ACTORS, RELATIONS, TOPICS, TYPES

__all__ = ["coverage", "disagreements", "entities_of", "extent", "organisations", "years"]

_NAMED = 6


def entities_of(facts: Iterable[Fact]) -> dict[str, Entity]:
    """Every entity that the facts name, by identifier, sorted."""
    found = {end.id: end for fact in facts for end in (fact.subject, fact.object) if isinstance(end, Entity)}
    return dict(sorted(found.items()))


def years(facts: Iterable[Fact]) -> tuple[str, str] | None:
    """The first and the last year that any fact names."""
    dates = [fact.interval.since for fact in facts] + [fact.interval.until for fact in facts]
    dates += [fact.object for fact in facts if isinstance(fact.object, str)]
    known = sorted(date[:4] for date in dates if date)
    return (known[0], known[-1]) if known else None


def extent(facts: Sequence[Fact], sources: Sources) -> Section:
    """How much was read, and what was found in it."""
    types = Counter(entity.type for entity in entities_of(facts).values())
    relations = Counter(fact.relation for fact in facts)
    by_document = Counter(name for fact in facts for name in fact.documents)
    undated = sum(
        not (fact.interval.since or fact.interval.until or isinstance(fact.object, str)) for fact in facts
    )
    single = sum(len(fact.documents) == 1 for fact in facts)
    text = (
        f"{undated} of {len(facts)} facts carry no date, and {single} rest on one document alone. "
        "A fact counts where a document states it; what no document here says is not in the graph."
    )
    read = tuple(
        (sources.number(name), sources.titles[sources.number(name) - 1], by_document[name])
        for name in sorted(by_document, key=sources.number)
    )
    return Section(
        "What the graph holds",
        (
            Paragraph(text),
            Table("Documents", ("Source", "Document", "Facts"), read),
            Table("Entities", ("Type", "Count"), tuple((t, types[t]) for t in TYPES if types[t])),
            Table(
                "Facts",
                ("Relation", "Count"),
                tuple((relation_words(r), relations[r]) for r in RELATIONS if relations[r]),
            ),
        ),
    )


def organisations(facts: Sequence[Fact]) -> Section:
    """One row an organisation, network or body, with what is known of it."""
    members: Counter[str] = Counter()
    belongs: Counter[str] = Counter()
    known: Counter[str] = Counter()
    documents: defaultdict[str, set[str]] = defaultdict(set)
    for key, names in _by_key(facts, "memberOf").items():
        belongs[key[0]] += 1
        members[names[1]] += 1
    for fact in facts:
        for end in {fact.subject.id, fact.object_id}:
            known[end] += 1
            documents[end].update(fact.documents)
    actors = [entity for entity in entities_of(facts).values() if entity.type in ACTORS]
    actors.sort(key=lambda e: (ACTORS.index(e.type), e.label.casefold(), e.id))
    rows: tuple[tuple[Cell, ...], ...] = tuple(
        (
            entity.label,
            ", ".join(entity.aliases[:3]),
            entity.type,
            members[entity.id],
            belongs[entity.id],
            known[entity.id],
            len(documents[entity.id]),
        )
        for entity in actors
    )
    columns = ("Name", "Also", "Type", "Members", "Member of", "Facts", "Documents")
    if not rows:
        return Section("Organisations, networks and bodies", (Paragraph("The graph names none."),))
    return Section("Organisations, networks and bodies", (Table("What is known of each", columns, rows),))


def _by_key(facts: Sequence[Fact], relation: str) -> dict[tuple[str, str], tuple[str, str]]:
    """Subject and object of each fact of one relation; a membership with two dates is one membership."""
    pairs = ((fact.subject.id, fact.object_id) for fact in facts if fact.relation == relation)
    return {pair: pair for pair in pairs}


def coverage(facts: Sequence[Fact]) -> Section:
    """Who works on which topic and goal, and which have one or nobody."""
    topics = _holders(facts, "worksOn")
    goals = _holders(facts, "addressesGoal")
    named = {label.casefold() for label in topics}
    uncovered = [topic for topic in TOPICS if topic.casefold() not in named]
    blocks: list[Paragraph | Table] = []
    if topics:
        blocks.append(Table("Topics, by how many work on them", _COVERAGE, _coverage_rows(topics)))
    if uncovered:
        text = "Topics of the fixed list that no document here gives to anyone: " + ", ".join(uncovered)
        blocks.append(Paragraph(f"{text}. That is what was read, not what is done."))
    if goals:
        blocks.append(Table("Goals, by how many address them", _COVERAGE, _coverage_rows(goals)))
    missing = [str(n) for n in range(1, 18) if f"SDG {n}" not in goals]
    if goals and missing:
        blocks.append(
            Paragraph(f"Sustainable Development Goals that nobody here names: {', '.join(missing)}.")
        )
    if not goals:
        blocks.append(Paragraph("No document here ties anyone to a Sustainable Development Goal."))
    return Section("Coverage of topics and goals", tuple(blocks))


_COVERAGE = ("Name", "Count", "Who")


def _holders(facts: Sequence[Fact], relation: str) -> dict[str, dict[str, Entity]]:
    found: dict[str, dict[str, Entity]] = {}
    for fact in facts:
        if fact.relation == relation:
            found.setdefault(fact.object_label, {})[fact.subject.id] = fact.subject
    return found


def _coverage_rows(holders: dict[str, dict[str, Entity]]) -> tuple[tuple[Cell, ...], ...]:
    rows = []
    for label, who in sorted(holders.items(), key=lambda item: (-len(item[1]), item[0])):
        names = [short_name(who[key]) for key in sorted(who)]
        rest = f" and {len(names) - _NAMED} more" if len(names) > _NAMED else ""
        rows.append((label, len(names), ", ".join(names[:_NAMED]) + rest))
    return tuple(rows)


def disagreements(conflicts: Rows, sources: Sources) -> Section:
    """What documents state with dates that cannot both be right; nothing is decided for the reader."""
    heading = "What the documents disagree on"
    if not conflicts.rows:
        return Section(heading, (Paragraph("No two documents here name dates that cannot both be right."),))
    rows: list[tuple[Cell, ...]] = []
    for record in conflicts.records():
        evidence = Evidence(record["document"], record["start"], record["stop"], record["quote"])
        matter = " ".join(
            part for part in (record["subject"], relation_words(record["relation"]), record["object"]) if part
        )
        rows.append((matter, record["date"], sources.quote(evidence)))
    text = (
        "Both sides are shown. Which is right is not decided here: a document may be wrong, or may speak of "
        "something else, such as an agreement signed again."
    )
    table = Table("Statements that cannot both be right", ("Matter", "Date", "Sentence"), tuple(rows))
    return Section(heading, (Paragraph(text), table))
