"""Whatever a document says is shown as text and runs nothing."""

import pytest

from qigraph.facts import Entity
from qigraph.pages.network import network_page
from qigraph.pages.sources import Source
from tests.pages.facts import fact

pytestmark = pytest.mark.browser

HOSTILE = {
    "script": "<script>alert(1)</script>",
    "image": '"><img src=x onerror=alert(1)>',
    "end of script": "</script><script>alert(1)</script><!--",
    "comment": "<!--<script>",
    "link": "javascript:alert(1)",
    "template": "{{ 7 * 7 }}{% raw %}${alert(1)}",
    "separators": "line\u2028and\u2029paragraph",
    "nul": "a\x00b\x07c",
    "half of a pair": "\ud800 alone",
    "right to left": "المنظمة \u202eevil\u202c الدولية",
    "emoji": "👩‍🔬🏳️‍🌈 metrology",
    "percent": "%s%n%00&amp;&#60;script&#62;",
}


def page_about(text):
    thing = Entity(f"x/{text}", text, "Organisation", (text + " alias", "__proto__"))
    other = Entity("constructor", f"{text} too", "Network", ("prototype",))
    facts = [fact(thing, "memberOf", other, f"Quote: {text}", document=text, role=text)]
    return network_page(facts, text, [Source(text, text, text, text)])


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
def test_hostile_text_is_shown_and_runs_nothing(open_page, text):
    page = open_page(page_about(text))
    page.click_middle()
    shown = page.evaluate("document.querySelector('#panel blockquote').textContent")
    assert shown == f"Quote: {text}"
    page.click("#show-table")
    page.fill("#search", text[:5])
    page.wait_for_timeout(50)
    assert page.evaluate("document.querySelectorAll('body img, body iframe, body object').length") == 0
    assert page.evaluate("document.querySelectorAll('script').length") == 3
    assert (
        page.evaluate(
            "[...document.querySelectorAll('[href]')].filter(a => /^javascript/i.test(a.href)).length"
        )
        == 0
    )
    assert (page.requests, page.errors, page.dialogs) == ([], [], [])


def test_ten_thousand_characters_are_cut_until_asked_for(open_page):
    text = "<b>word</b> " * 833 + "ends"
    page = open_page(page_about(text))
    page.click_middle()
    quote = page.locator("#panel blockquote").first
    assert len(quote.inner_text()) < 700
    page.get_by_role("button", name="characters").click()
    assert quote.evaluate("element => element.textContent") == f"Quote: {text}"
    assert page.evaluate("document.documentElement.scrollWidth") <= 1280
    assert page.errors == []


def test_only_web_links_become_links(open_page):
    thing, other = Entity("a", "A", "Organisation"), Entity("b", "B", "Network")
    links = [
        "javascript:alert(1)",
        "data:text/html,x",
        "file:///etc/passwd",
        "https:///nohost",
        "//x.org",
        "http://ok.org",
    ]
    facts = [fact(thing, "memberOf", other, f"Sentence {n}", document=f"d{n}") for n in range(len(links))]
    page = open_page(
        network_page(facts, "Links", [Source(f"d{n}", link=link) for n, link in enumerate(links)])
    )
    assert page.evaluate("[...document.querySelectorAll('#panel a[target]')].map(a => a.href)") == [
        "http://ok.org/"
    ]


def test_the_policy_stops_a_script_that_gets_in(open_page):
    page = open_page(page_about("plain"))
    page.evaluate(
        "document.body.insertAdjacentHTML('beforeend', '<img src=\"data:,\" onerror=\"window.ran = 1\">')"
    )
    page.evaluate("""() => {
      const script = document.createElement('script');
      script.textContent = 'window.ran = 2';
      document.body.append(script);
    }""")
    page.wait_for_timeout(50)
    assert page.evaluate("window.ran") is None
    refused = [error for error in page.errors if "Content Security Policy" in error]
    assert len(refused) == len(page.errors) >= 2
    page.errors.clear()
