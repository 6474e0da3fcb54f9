"""The network page in a real browser."""

import pytest

from qigraph.pages.network import network_page
from qigraph.pages.sources import Source
from tests.pages.facts import BIPM, FACTS, INETQI, OIML, fact

pytestmark = pytest.mark.browser
BLUE = (0x00, 0x72, 0xB2)


def search(page, text):
    page.locator("#search").fill(text)
    page.locator("#search").press("Enter")


def test_opens_offline_without_a_request_or_an_error(open_page):
    page = open_page(network_page(FACTS, "Members"))
    assert page.title() == "Members"
    assert page.text("h1") == "Members"
    assert page.pixels(*BLUE) > 100
    assert (page.requests, page.errors) == ([], [])


def test_says_what_it_holds(open_page):
    page = open_page(network_page(FACTS, "Members"))
    assert page.text("#status") == "5 entities, 7 facts"
    assert "Dates from 1875 to 2022; 3 of 7 facts without a date." in page.text("footer")


def test_an_empty_graph_says_so(open_page):
    page = open_page(network_page([], "Nothing"))
    assert "holds no facts" in page.text("#nothing")
    page.click("#show-table")
    assert page.locator("tbody tr").count() == 0
    assert page.errors == []


def test_legend_counts_types_and_relations(open_page):
    page = open_page(network_page(FACTS, "Members"))
    entries = [" ".join(text.split()) for text in page.locator("#legend li").all_inner_texts()]
    assert entries[:4] == ["Organisation 2", "Network 1", "Goal 1", "Topic 1"]
    assert "member of 2" in entries
    assert entries[-2:] == ["stated 6", "derived 1"]


def test_legend_hides_a_type(open_page):
    page = open_page(network_page(FACTS, "Members"))
    page.get_by_label("Organisation").uncheck()
    assert page.text("#status") == "0 entities of 5, 0 facts of 7 shown"
    assert page.pixels(*BLUE) == 0
    page.click("#show-all")
    assert page.text("#status") == "5 entities, 7 facts"
    assert page.pixels(*BLUE) > 100


def test_legend_hides_a_relation_and_what_only_it_joins(open_page):
    page = open_page(network_page(FACTS, "Members"))
    page.get_by_label("addresses goal").uncheck()
    assert page.text("#status") == "4 entities of 5, 6 facts of 7 shown"


def test_legend_keeps_one_relation_alone(open_page):
    page = open_page(network_page(FACTS, "Members"))
    page.get_by_role("button", name="Show no relations").click()
    page.get_by_label("chairs").check()
    assert page.text("#status") == "2 entities of 5, 1 fact of 7 shown"


def test_legend_hides_what_is_derived(open_page):
    page = open_page(network_page(FACTS, "Members"))
    page.get_by_label("derived", exact=False).last.uncheck()
    assert page.text("#status") == "4 entities of 5, 6 facts of 7 shown"


@pytest.mark.parametrize("asked", ["BIPM", "bipm", "poids et mesures", "Bureau International"])
def test_search_finds_by_name_and_acronym(open_page, asked):
    page = open_page(network_page(FACTS, "Members"))
    search(page, asked)
    assert page.text("#panel h2") == BIPM.label
    assert "BIPM" in page.text("#panel")


@pytest.mark.parametrize("asked", ["metrologie legale", "MÉTROLOGIE LÉGALE", "Me\u0301trologie"])
def test_search_needs_no_accents(open_page, asked):
    page = open_page(network_page(FACTS, "Members"))
    search(page, asked)
    assert page.text("#panel h2") == OIML.label


def test_search_says_when_nothing_is_found(open_page):
    page = open_page(network_page(FACTS, "Members"))
    page.fill("#search", "zzz")
    assert page.text("#status") == "Nothing of that name"
    assert page.locator("#found").is_hidden()


def test_click_on_a_node_shows_its_facts_with_sentence_document_and_date(open_page):
    page = open_page(network_page(FACTS, "Members"))
    search(page, "BIPM")
    page.keyboard.press("Escape")
    page.locator("#panel .top").click()
    assert page.text("#panel h2") == "Every line has its sentence"
    page.click_middle()
    panel = page.text("#panel")
    assert page.text("#panel h2") == BIPM.label
    assert "The BIPM joined the network in 2018." in panel
    assert "minutes.txt, page 3, characters 10 to 46" in panel
    assert "2020 – 2022" in panel
    assert "first chair" in panel
    assert page.locator("#panel .tag").all_inner_texts() == ["derived"]


def test_facts_of_a_node_are_grouped_by_relation_read_from_its_side(open_page):
    page = open_page(network_page(FACTS, "Members"))
    search(page, "INetQI")
    assert page.locator("#panel h3").all_inner_texts() == ["members (2)", "chaired by (1)"]
    search(page, "BIPM")
    assert page.locator("#panel h3").all_inner_texts() == [
        "member of (1)",
        "established (1)",
        "cooperates with (1)",
        "chairs (1)",
        "works on (1)",
    ]


def test_click_on_an_edge_shows_its_bundled_facts(open_page):
    facts = [
        fact(BIPM, "memberOf", INETQI, "The BIPM joined.", "2018"),
        fact(BIPM, "chairs", INETQI, "The BIPM has the chair."),
    ]
    page = open_page(network_page(facts, "Two facts, one line"))
    page.click_middle()
    assert page.text("#panel h2") == "BIPM and INetQI"
    assert "2 facts between the two" in page.text("#panel")
    assert page.locator("#panel blockquote").all_inner_texts() == [
        "The BIPM has the chair.",
        "The BIPM joined.",
    ]


def test_documents_are_shown_by_title_and_linked(open_page):
    sources = [Source("minutes.txt", "Minutes of the plenary", "2021-05", "https://example.org/minutes")]
    page = open_page(network_page(FACTS, "Members", sources))
    link = page.get_by_role("link", name="Minutes of the plenary (2021-05)").first
    assert link.get_attribute("href") == "https://example.org/minutes"
    assert link.get_attribute("rel") == "noopener noreferrer"


def test_table_holds_the_same_facts_and_sorts(open_page):
    page = open_page(network_page(FACTS, "Members"))
    page.click("#show-table")
    assert page.locator("tbody tr").count() == len(FACTS)
    page.get_by_role("button", name="From").click()
    column = page.locator("tbody td:nth-child(4)")
    assert column.all_inner_texts() == ["1998-11-30", "2018", "2020", "", "", "", ""]
    page.get_by_role("button", name="From").click()
    assert column.all_inner_texts() == ["2020", "2018", "1998-11-30", "", "", "", ""]
    assert page.locator("th:nth-child(4)").get_attribute("aria-sort") == "descending"


def test_table_follows_the_legend(open_page):
    page = open_page(network_page(FACTS, "Members"))
    page.click("#show-table")
    page.get_by_label("member of").uncheck()
    assert page.locator("tbody tr").count() == len(FACTS) - 2


def test_the_address_keeps_the_view(open_page):
    html = network_page(FACTS, "Members")
    page = open_page(html)
    search(page, "INetQI")
    page.get_by_label("Topic").uncheck()
    page.click("#show-table")
    state = page.evaluate("location.hash")
    again = open_page(html, hash=state)
    assert again.text("#panel h2") == INETQI.label
    assert not again.get_by_label("Topic").is_checked()
    assert again.locator("#table").is_visible()


def test_an_address_that_names_nothing_is_ignored(open_page):
    page = open_page(network_page(FACTS, "Members"), hash="#about=__proto__&with=%00&without-type=Nothing")
    assert page.text("#status") == "5 entities, 7 facts"
    assert page.errors == []


def test_keyboard_alone_reaches_search_legend_views_panel_and_drawing(open_page):
    page = open_page(network_page(FACTS, "Members"))
    reached = set()
    for _ in range(60):
        page.keyboard.press("Tab")
        reached.add(
            page.evaluate(
                "() => { const e = document.activeElement;"
                " return e.id || e.dataset.filter || e.className || e.tagName.toLowerCase() }"
            )
        )
    assert reached >= {"search", "show-network", "show-table", "type", "relation", "origin", "fit", "name"}
    assert "vis-network" in reached


def test_keyboard_alone_walks_from_node_to_node(open_page):
    page = open_page(network_page(FACTS, "Members"))
    page.keyboard.press("Tab")
    page.keyboard.type("inet")
    page.keyboard.press("Enter")
    assert page.text("#panel h2") == INETQI.label
    page.locator("#panel a.name", has_text=OIML.label).first.focus()
    page.keyboard.press("Enter")
    assert page.text("#panel h2") == OIML.label
    assert page.evaluate("document.activeElement.id") == "panel"
    page.keyboard.press("Escape")
    assert page.text("#panel h2") == "Every line has its sentence"


def test_dark_and_light_differ(open_page):
    html = network_page(FACTS, "Members")
    grounds = {
        open_page(html, scheme).evaluate("getComputedStyle(document.body).backgroundColor")
        for scheme in ("light", "dark")
    }
    assert grounds == {"rgb(255, 255, 255)", "rgb(20, 23, 26)"}


def test_a_small_window_scrolls_instead_of_cutting(open_page):
    page = open_page(network_page(FACTS, "Members"))
    page.set_viewport_size({"width": 400, "height": 700})
    assert page.evaluate("document.documentElement.scrollWidth") <= 400
    assert page.locator("#canvas canvas").bounding_box()["width"] <= 400
