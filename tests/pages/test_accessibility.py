"""axe finds nothing to mend, in light and dark, in every view of the network page and in the report."""

import pytest

from qigraph.analysis.gaps import gaps
from qigraph.analysis.overlap import overlaps
from qigraph.graph.conflicts import conflicts
from qigraph.pages.network import network_page
from qigraph.pages.report import report
from tests.pages.facts import FACTS

pytestmark = pytest.mark.browser
Axe = pytest.importorskip("axe_playwright_python.sync_playwright").Axe


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_report_has_no_violation(open_page, scheme):
    html = report(FACTS, [], overlaps(FACTS), gaps(FACTS), conflicts(FACTS), "html")
    assert violations(open_page(html.decode(), scheme, ready=False)).startswith("Found 0")


def violations(opened):
    return Axe().run(opened.page).generate_report()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_network_page_has_no_violation(open_page, scheme):
    page = open_page(network_page(FACTS, "Members"), scheme)
    assert violations(page).startswith("Found 0")
    page.fill("#search", "i")
    assert violations(page).startswith("Found 0")
    page.press("#search", "Enter")
    assert violations(page).startswith("Found 0")
    page.click("#show-table")
    assert violations(page).startswith("Found 0")
