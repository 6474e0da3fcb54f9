"""Take the pictures of the network page that the README shows: ``make screenshots``."""

import shutil
import sys
from pathlib import Path

from playwright.sync_api import sync_playwright

PICTURES = {"network.png": "", "evidence.png": "#about=ilac&with=inetqi"}
"""File name of each picture, and the state of the page that it shows."""


def main(page: Path, folder: Path) -> None:
    """Open the page in each state and keep a picture of it."""
    browser = shutil.which("chromium") or shutil.which("google-chrome")
    if browser is None:
        raise SystemExit("no Chromium is installed: apt-get install chromium")
    folder.mkdir(parents=True, exist_ok=True)
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=browser, args=["--no-sandbox"])
        for name, state in PICTURES.items():
            tab = chromium.new_page(
                viewport={"width": 1100, "height": 680}, color_scheme="light", reduced_motion="reduce"
            )
            tab.goto(page.resolve().as_uri() + state)
            tab.wait_for_selector("html[data-ready]")
            tab.screenshot(path=folder / name)
            print(f"wrote {folder / name}")
        chromium.close()


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
