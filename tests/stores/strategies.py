"""Graphs of any shape for the laws of the stores."""

from hypothesis import strategies as st

from qigraph.facts import Entity, Evidence, Fact, Interval, merge
from qigraph.schema import RELATIONS, TYPES

TEXT = st.text(max_size=20) | st.sampled_from(
    ['say "no"', "two\nlines\r\n", "tab\tback\\slash", "é\u2028\U0001f600"]
)
DATES = st.one_of(
    st.none(),
    st.dates().map(lambda d: d.isoformat()[:4]),
    st.dates().map(lambda d: d.isoformat()[:7]),
    st.dates().map(lambda d: d.isoformat()),
)
IDS = st.from_regex(r"(event/|goal/|)[a-z0-9][a-z0-9.-]{0,6}", fullmatch=True) | st.sampled_from(
    ["goal/9", "goal/12.5", "goal/all", "person/zoë b%41"]
)
ENTITIES = st.builds(
    Entity,
    IDS,
    TEXT,
    st.sampled_from(TYPES),
    st.lists(TEXT, max_size=3, unique=True).map(lambda names: tuple(sorted(names))),
    st.lists(st.tuples(st.sampled_from(["ror", "wikidata", "cowState"]), TEXT), max_size=2, unique=True).map(
        lambda codes: tuple(sorted(codes))
    ),
)
POINTS = st.integers(-99, 99_999).map(lambda tenths: tenths / 10)
EVIDENCE = st.builds(
    Evidence,
    st.sampled_from(["a.txt", "reports/b c%20.pdf", "ü?#.html"]),
    st.integers(0, 10**6),
    st.integers(0, 10**6),
    TEXT,
    st.sampled_from(["", "member-list"]),
    st.none() | st.integers(1, 900),
    st.none() | st.tuples(POINTS, POINTS, POINTS, POINTS),
    st.none() | st.integers(1, 40_000),
    st.none() | TEXT,
)


@st.composite
def graphs(draw: st.DrawFn) -> tuple[list[Fact], dict[str, Entity]]:
    entities = {e.id: e for e in draw(st.lists(ENTITIES, min_size=2, max_size=5, unique_by=lambda e: e.id))}
    one_of = st.sampled_from(list(entities.values()))
    facts = draw(
        st.lists(
            st.builds(
                Fact,
                one_of,
                st.sampled_from(list(RELATIONS)),
                one_of | DATES.filter(bool),
                st.builds(Interval, DATES, DATES),
                st.lists(EVIDENCE, min_size=1, max_size=4).map(tuple),
                st.none() | TEXT.filter(bool),
                st.booleans(),
            ),
            max_size=6,
        )
    )
    return merge(facts), dict(sorted(entities.items()))
