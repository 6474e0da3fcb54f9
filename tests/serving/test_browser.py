"""People and YASGUI ask in a real browser; nothing is loaded from elsewhere, and no policy is broken."""

import functools
import http.server
import re
import threading
from pathlib import Path

import pytest

from tests.serving.conftest import TEXTS, build
from tests.serving.running import running

YASGUI = Path(__file__).with_name("yasgui")
PAGE = """<!doctype html><title>YASGUI</title><link rel=icon href='data:,'><link rel=stylesheet href=yasgui.min.css>
<div id=yasgui></div><script src=yasgui.min.js></script>
<script>window.yasgui = new Yasgui(document.getElementById('yasgui'), {requestConfig: {endpoint: '%s'}});</script>"""

pytestmark = pytest.mark.browser


@pytest.fixture
def open_page(browser):
    """Open an address; what the page asks of others, logs as an error or pops up fails the test."""
    pages = []

    def open_address(url, allowed):
        page = browser.new_context(viewport={"width": 1280, "height": 800}).new_page()
        page.route(
            "http://prefix.cc/**", lambda route: route.fulfill(json={})
        )  # YASGUI looks prefixes up there
        wrong = []
        page.on(
            "request",
            lambda r: None if r.url.startswith((*allowed, "data:", "blob:")) else wrong.append(r.url),
        )
        page.on(
            "console", lambda m: wrong.append(m.text) if m.type == "error" and " 400 " not in m.text else None
        )
        page.on("pageerror", lambda error: wrong.append(str(error)))
        page.on("dialog", lambda dialog: (wrong.append(dialog.message), dialog.dismiss()))
        pages.append((page, wrong))
        page.goto(url)
        return page

    yield open_address
    for page, _ in pages:
        page.context.close()
    assert [wrong for _, wrong in pages] == [[]] * len(pages)


@pytest.fixture
def home(server, open_page):
    page = open_page(server.url + "/", [server.url])
    page.wait_for_selector("html[data-ready]")
    return page


def answer(page):
    page.wait_for_selector("#result :is(table, pre)")
    return page.inner_text("#result")


def write(page, query):
    page.locator("#editor .cm-content").click()
    page.keyboard.press("Control+a")
    page.keyboard.type(query)


def test_a_click_on_a_question_answers_it(home):
    home.click("#questions button[data-name=members]")
    assert "ILAC is a member of INetQI since 2006." in answer(home)
    assert home.inner_text("#status").startswith("2 rows")
    assert home.url.endswith("#question=members&language=sparql")


def test_parameters_are_filled_in(home):
    home.click("#questions button[data-name=members]")
    answer(home)
    home.fill("#parameters [name=on]", "2007")
    home.click("#run")
    home.locator("#status", has_text=re.compile("^1 row,")).wait_for()
    assert "2006" in answer(home)


def test_a_question_that_lacks_a_parameter_asks_for_it(home):
    home.evaluate("document.querySelector('#run').click()")
    answer(home)
    home.click("#questions button[data-name=members]")
    answer(home)
    home.fill("#parameters [name=network]", "")
    home.evaluate("document.querySelector('#parameters [name=network]').required = true")
    home.click("#run")
    assert home.inner_text("#status") == "fill in network"
    assert home.evaluate("document.activeElement.name") == "network"


def test_the_same_question_in_cypher(home):
    home.click("#questions button[data-name=members]")
    answer(home)
    home.check("[value=cypher]")
    assert "MATCH" in home.locator("#editor .cm-content").inner_text()
    home.click("#run")
    assert "ILAC is a member of INetQI since 2006." in answer(home)


@pytest.mark.parametrize(
    "language, query, shown",
    [
        ("sparql", 'SELECT (1 + 1 AS ?n) ("<b>x</b>" AS ?t) {}', "2\t<b>x</b>"),
        ("sparql", "ASK {}", "true"),
        (
            "sparql",
            "CONSTRUCT { id:bipm qi:memberOf ?n } WHERE { id:bipm qi:memberOf ?n }",
            "id:bipm qi:memberOf id:inetqi",
        ),
        ("cypher", "RETURN 1 + 1 AS n, '<b>x</b>' AS t", "2\t<b>x</b>"),
    ],
)
def test_a_query_of_ones_own_is_answered_on_control_enter(home, language, query, shown):
    home.check(f"[value={language}]")
    write(home, query)
    home.keyboard.press("Control+Enter")
    assert shown in answer(home)


def test_a_mistake_is_shown_with_its_place(home):
    write(home, "SELECT ?x WHERE ?y")
    home.click("#run")
    home.wait_for_selector("#status.bad")
    assert home.inner_text("#status").startswith("syntax error in line 1, column 17")


def test_a_link_opens_a_question(server, open_page):
    page = open_page(server.url + "/#question=founders&language=cypher", [server.url])
    page.wait_for_selector("html[data-ready]")
    assert page.is_checked("[value=cypher]")
    assert page.locator("#questions [aria-current=true]").get_attribute("data-name") == "founders"


def test_the_network_is_drawn(server, open_page):
    page = open_page(server.url + "/network?about=INetQI", [server.url])
    page.wait_for_selector("html[data-ready]")
    assert page.title() == "my – International Network on Quality Infrastructure"


@pytest.mark.parametrize(
    "query, status, message",
    [
        ("about=Nowhere", 404, "nothing named 'Nowhere'"),
        ("about=BIPM&depth=9", 400, "9 is not in the range"),
        ("about=-o", 404, "nothing named '-o'"),
        ("output=x", 400, "no parameter 'output'"),
    ],
)
def test_what_cannot_be_drawn_is_said(server, query, status, message):
    drawn = server.get("/network?" + query)
    assert (drawn.status_code, message in drawn.text) == (status, True), drawn.text


@pytest.mark.parametrize(
    "path", ["/static/../home.html", "/static/%2e%2e/home.html", "/static/", "/static/none.js"]
)
def test_only_the_files_of_the_page_are_served(server, path):
    assert server.get(path).status_code in (404, 405)


def test_the_page_has_no_barrier(home):
    from axe_playwright_python.sync_playwright import Axe

    home.click("#questions button[data-name=members]")
    answer(home)
    violations = Axe().run(home).response["violations"]
    assert [(found["id"], [node["target"] for node in found["nodes"]]) for found in violations] == []


def test_hostile_names_of_a_graph_are_text(tmp_path, open_page):
    folder = tmp_path / "<img src=x onerror=alert(1)>"
    folder.mkdir()
    graph = build(folder, TEXTS).rename(tmp_path / "<img src=x onerror=alert(1)>.qi")
    with running(graph) as server:
        page = open_page(server.url + "/", [server.url])
        page.wait_for_selector("html[data-ready]")
        assert page.inner_text("h1") == "<img src=x onerror=alert(1)>"


class _Quiet(http.server.SimpleHTTPRequestHandler):
    def log_message(self, *_):
        """Say nothing."""


@pytest.fixture
def site(tmp_path):
    """A web site of somebody else, with YASGUI on it."""
    for file in YASGUI.iterdir():
        (tmp_path / file.name).symlink_to(file)
    handler = functools.partial(_Quiet, directory=tmp_path)
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}", tmp_path / "index.html"
        server.shutdown()


def test_yasgui_on_another_site_asks_and_shows_the_rows(serve, site, open_page):
    origin, index = site
    server = serve("--cors", origin)
    index.write_text(PAGE % f"{server.url}/sparql")
    page = open_page(origin + "/index.html", [origin, server.url, "http://prefix.cc/"])
    page.wait_for_selector(".yasqe .CodeMirror")
    query = (
        "PREFIX qi: <https://w3id.org/qigraph/ontology#> SELECT ?who ?network { ?who qi:memberOf ?network }"
    )
    page.evaluate("query => yasgui.getTab().setQuery(query)", query)
    page.click(".yasqe_queryButton")
    page.wait_for_selector(".yasr .dataTable td a.iri")
    shown = page.inner_text(".yasr .dataTable")
    assert "id/bipm" in shown and "id/ilac" in shown
