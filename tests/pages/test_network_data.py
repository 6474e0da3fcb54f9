"""What the network page is built from, without a browser."""

import hashlib
import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from qigraph.facts import Entity
from qigraph.pages.appearance import LOOKS, SHAPES
from qigraph.pages.layout import positions
from qigraph.pages.network import network_page
from qigraph.pages.network_data import network_data, node_name
from qigraph.schema import TYPES
from tests.pages.facts import BIPM, FACTS, INETQI, OIML, fact


def data_block(page):
    return json.loads(re.search(r'<script type="application/json" id="data">(.*?)</script>', page, re.S)[1])


def test_every_type_has_a_look_of_its_own_without_colour():
    assert set(LOOKS) == set(TYPES)
    assert len({(look.shape, look.hollow) for look in LOOKS.values()}) == len(TYPES)
    assert {look.shape for look in LOOKS.values()} <= set(SHAPES)


def test_facts_between_two_nodes_share_one_edge_whatever_their_direction():
    data = network_data(
        [
            fact(BIPM, "memberOf", INETQI, "a"),
            fact(INETQI, "cooperatesWith", BIPM, "b"),
            fact(OIML, "memberOf", INETQI, "c"),
        ]
    )
    assert sorted(len(edge["facts"]) for edge in data.edges) == [1, 2]


def test_dates_are_facts_but_not_nodes():
    data = network_data([fact(BIPM, "established", "1875", "It was set up in 1875.")])
    assert [node["entity"] for node in data.nodes] == ["bipm"]
    assert data.records["facts"][0]["literal"] == "1875"


def test_a_fact_about_oneself_draws_no_edge():
    assert network_data([fact(BIPM, "memberOf", BIPM, "x")]).edges == []


def test_a_quote_stands_once_in_the_page():
    facts = [fact(who, "memberOf", INETQI, "Members are the BIPM and the OIML.") for who in (BIPM, OIML)]
    assert network_page(facts, "t").count("Members are the BIPM and the OIML.") == 1


@pytest.mark.parametrize(
    ("label", "aliases", "short"),
    [
        ("International Organization for Standardization", ("ISO", "Isos"), "ISO"),
        ("SDG 9", (), "SDG 9"),
        ("Joint Committee on Everything under the Sun", (), "Joint Committee on Ever…"),
        ("A name\nwith a break", (), "A name with a break"),
    ],
)
def test_short_names(label, aliases, short):
    assert node_name(Entity("x", label, "Organisation", aliases), {}) == short


def test_of_several_acronyms_the_one_that_the_sentences_use_is_drawn():
    oecd = Entity(
        "oecd", "Organisation for Economic Co-operation and Development", "Organisation", ("OCDE", "OECD")
    )
    facts = [fact(oecd, "memberOf", INETQI, "The OECD, with others, joined.")]
    assert [node["short"] for node in network_data(facts).nodes] == ["INetQI", "OECD"]


def test_the_page_is_the_same_byte_for_byte_whatever_the_hash_seed_and_the_order():
    code = (
        "import sys, hashlib; from tests.pages.facts import FACTS;"
        "from qigraph.pages.network import network_page; facts = FACTS[::int(sys.argv[1])];"
        "print(hashlib.sha256(network_page(facts, 't').encode()).hexdigest())"
    )
    digests = {
        subprocess.run(
            [sys.executable, "-c", code, step],
            env={**os.environ, "PYTHONHASHSEED": seed},
            cwd=Path(__file__).parents[2],
            capture_output=True,
            text=True,
            check=True,
        ).stdout.strip()
        for seed, step in [("1", "1"), ("2", "-1")]
    }
    assert digests == {hashlib.sha256(network_page(FACTS, "t").encode()).hexdigest()}


def test_the_page_names_no_other_place_but_in_licence_notes():
    page = network_page(FACTS, "t")
    own = page[: page.index("/**\n * vis-network")] + page[page.rindex("<script>") :]
    assert re.findall(r"https?://", own.replace("/^https?:", "")) == []
    assert "sourceMappingURL" not in page


@given(st.text(max_size=200), st.text(max_size=200))
@settings(max_examples=40, deadline=None)
def test_any_text_comes_back_from_the_data_block(label, quote):
    page = network_page([fact(Entity("x", label, "Organisation"), "established", "1999", quote)], quote)
    data = data_block(page)
    assert data["nodes"][0]["name"] == label
    assert data["records"]["quotes"] == [quote]


edges = st.integers(1, 30).flatmap(
    lambda n: st.tuples(
        st.just(n), st.lists(st.tuples(st.integers(0, n - 1), st.integers(0, n - 1)), max_size=60)
    )
)


@given(edges)
@settings(max_examples=40, deadline=None)
def test_no_two_nodes_stand_on_one_spot(graph):
    count, pairs = graph
    placed = positions(count, pairs, [8.0] * count)
    assert len(placed) == count == len(set(placed))


def test_members_of_a_community_stand_together():
    clusters = [[(10 * k + i, 10 * k + j) for i in range(10) for j in range(i)] for k in range(3)]
    pairs = [pair for cluster in clusters for pair in cluster] + [(0, 10), (10, 20)]
    placed = positions(30, pairs, [8.0] * 30)

    def distance(a, b):
        return ((placed[a][0] - placed[b][0]) ** 2 + (placed[a][1] - placed[b][1]) ** 2) ** 0.5

    inside = max(distance(i, j) for i in range(10) for j in range(10))
    assert inside < min(distance(i, j) for i in range(1, 10) for j in range(21, 30))
