"""Pages in a real browser, and what they must not do."""

from dataclasses import dataclass, field

import pytest


@dataclass
class Opened:
    """A page in the browser, and what it did that a page should not do."""

    page: object
    requests: list = field(default_factory=list)
    errors: list = field(default_factory=list)
    dialogs: list = field(default_factory=list)

    def __getattr__(self, name):
        return getattr(self.page, name)

    def text(self, selector):
        return self.page.locator(selector).inner_text()

    def click_middle(self):
        """Click the middle of the drawing, where what was brought into view stands."""
        self.page.wait_for_timeout(100)
        self.page.locator("#canvas canvas").click()

    def pixels(self, red, green, blue):
        """How many pixels of the drawing have exactly this colour."""
        return self.page.evaluate(
            """async ([r, g, b]) => {
              await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
              const canvas = document.querySelector('#canvas canvas');
              const { data } = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height);
              let count = 0;
              for (let i = 0; i < data.length; i += 4) {
                count += data[i] === r && data[i + 1] === g && data[i + 2] === b && data[i + 3] === 255;
              }
              return count;
            }""",
            [red, green, blue],
        )


@pytest.fixture
def open_page(browser, tmp_path):
    """Open HTML from a file, offline; whatever it asks for, logs or pops up fails the test at its end."""
    contexts = []
    pages = []

    def open_html(html, scheme="light", hash="", ready=True):
        path = tmp_path / f"page-{len(contexts)}.html"
        path.write_text(html, encoding="utf-8")
        context = browser.new_context(
            offline=True,
            color_scheme=scheme,
            reduced_motion="reduce",
            viewport={"width": 1280, "height": 800},
        )
        contexts.append(context)
        opened = Opened(context.new_page())
        pages.append(opened)
        page = opened.page
        own = (path.as_uri(), "data:")
        page.on("request", lambda r: None if r.url.startswith(own) else opened.requests.append(r.url))
        page.on("console", lambda m: opened.errors.append(m.text) if m.type == "error" else None)
        page.on("pageerror", lambda error: opened.errors.append(str(error)))
        page.on("dialog", lambda dialog: (opened.dialogs.append(dialog.message), dialog.dismiss()))
        page.goto(path.as_uri() + hash)
        if ready:
            page.wait_for_selector("html[data-ready]")
        return opened

    yield open_html
    for context in contexts:
        context.close()
    for opened in pages:
        assert (opened.requests, opened.errors, opened.dialogs) == ([], [], [])
