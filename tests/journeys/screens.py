"""Screenshots of the main pages, phone and desktop, into docs/screens/ (`make screens`). Everybody on them is invented."""

import os
import shutil
import socket
import subprocess
import sys
import tempfile
import time
import urllib.request
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright

FOLDER = Path(__file__).resolve().parents[2] / "docs/screens"
SIZES = {"phone": {"width": 390, "height": 844}, "desktop": {"width": 1280, "height": 900}}
STORY = (
    "Man aan de balie, zijn baas heeft alle paspoorten. Ze slapen om de beurt in hetzelfde bed, dag en nacht in ploegen. "
    "Hij krijgt zijn loon pas als hij blijft werken."
)
PAGES = {
    "start": "/",
    "overview": "/overzicht/",
    "sign": "/signalen/gen-no-own-id/",
    "workplace": "/werkplekken/enforcement-boa/",
}
DESK = {"today": "/werk/", "inbox": "/werk/meldingen/"}
CASE = {
    "case-phase": "fase/",
    "case-records": "vastleggen/",
    "case-who": "wie/",
    "case-let-in": "wie/toelaten/",
    "case-plan": "plan/",
    "case-consent": "toestemming/",
    "case-consent-new": "toestemming/nieuw/",
    "case-close": "sluiten/",
}
COORDINATION = {"partners": "/werk/partners/", "my-work": "/werk/mijn-werk/", "year": "/werk/casussen/jaar/"}


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def _until_up(address: str) -> None:
    for _ in range(600):
        try:
            urllib.request.urlopen(f"{address}/gezond")
            return
        except OSError:
            time.sleep(0.5)
    raise SystemExit("de demo startte niet")


def _take(browser: Browser, address: str, size: str) -> None:
    page = browser.new_context(base_url=address, viewport=SIZES[size]).new_page()
    for name, path in PAGES.items():
        page.goto(path)
        page.screenshot(path=FOLDER / f"{name}-{size}.png")
    page.goto("/check/beschrijven/")
    page.get_by_label("Wat heb je gezien of gehoord?").fill(STORY)
    page.get_by_role("button", name="Bekijk wat het kan betekenen").click()
    page.screenshot(path=FOLDER / f"result-{size}.png", full_page=True)
    page.goto("/demo/")
    page.get_by_role("button", name="Amina").first.click()
    for name, path in DESK.items():
        page.goto(path)
        page.screenshot(path=FOLDER / f"{name}-{size}.png")
    page.locator("table a").first.click()
    page.screenshot(path=FOLDER / f"report-{size}.png", full_page=True)


def _take_cases(browser: Browser, address: str, size: str) -> None:
    """A case as who directs it sees it, and as a partner does."""
    for who, name in (("Chris", "case"), ("Tess", "case-partner")):
        page = browser.new_context(base_url=address, viewport=SIZES[size], locale="nl-NL").new_page()
        page.goto("/demo/")
        page.get_by_role("button", name=f"als {who}").click()
        page.goto("/werk/casussen/")
        if who == "Chris":
            page.screenshot(path=FOLDER / f"cases-{size}.png")
        page.locator("table.rows th a").first.click()
        page.wait_for_selector(".history")
        page.screenshot(path=FOLDER / f"{name}-{size}.png", full_page=True)
        own = page.url
        for other, tail in CASE.items() if who == "Chris" else ():
            page.goto(own + tail)
            page.screenshot(path=FOLDER / f"{other}-{size}.png", full_page=True)


def _take_coordination(browser: Browser, address: str) -> None:
    """Partners, one's own work, the year, and giving from a case up to the page that says what leaves."""
    page = browser.new_context(base_url=address, viewport=SIZES["desktop"], locale="nl-NL").new_page()
    page.goto("/demo/")
    page.get_by_role("button", name="als Chris").click()
    for name, path in COORDINATION.items():
        page.goto(path)
        page.screenshot(path=FOLDER / f"{name}-desktop.png", full_page=True)
    page.goto("/werk/partners/")
    page.get_by_role("link", name="Opvang Het Anker").click()
    page.screenshot(path=FOLDER / "partner-desktop.png", full_page=True)
    page.goto("/werk/casussen/")
    page.locator("table.rows th a").first.click()
    page.get_by_role("link", name="Geef iets uit deze casus").click()
    page.get_by_label("Aan wie?").select_option(label="Stichting De Brug (verzonnen)")
    page.get_by_label("Waarvoor?").select_option(label="Hulp geven")
    page.get_by_label("Toestemming van de persoon").check()
    page.get_by_role("button", name="Verder").click()
    page.get_by_label("Slachtoffer: Man van het spreekuur").check()
    page.get_by_label("Wonen en opvang").check()
    page.get_by_label("Waarom is delen nodig?").fill("Zonder dit weet De Brug niet wat hij wil. (verzonnen)")
    page.get_by_role("button", name="Bekijk wat er weggaat").click()
    page.screenshot(path=FOLDER / "case-give-desktop.png", full_page=True)


def _take_meeting(browser: Browser, address: str) -> None:
    """A meeting from its agenda to its minutes; it is led on one large screen."""
    page = browser.new_context(base_url=address, viewport=SIZES["desktop"], locale="nl-NL").new_page()

    def take(name: str) -> None:
        page.screenshot(path=FOLDER / f"{name}-desktop.png", full_page=True)

    page.goto("/demo/")
    page.get_by_role("button", name="als Chris").click()
    page.goto("/werk/overleg/")
    page.get_by_role("link", name="Casusoverleg Kustregio").click()
    own = page.url
    take("meeting")
    page.get_by_role("link", name="Begin het overleg").click()
    page.get_by_role("button", name="Begin").click()
    page.wait_for_url("**/openen/")
    take("meeting-door")
    page.get_by_role("button", name="Open de casus").click()
    page.wait_for_url("**/casus/*/")
    page.keyboard.press("g")
    page.keyboard.type("Bus van het pension. (verzonnen)")
    page.get_by_label("Aantekening").fill("Dinsdag is er een controle van de brandveiligheid. (verzonnen)")
    page.get_by_label("Nummer").fill("6")
    page.get_by_label("Wat is besloten, door wie?").fill("Controle, door de burgemeester. (verzonnen)")
    page.get_by_label("Wat moet er gebeuren?").first.fill("Belt de brandweer. (verzonnen)")
    page.get_by_label("Wie?", exact=True).first.fill("c")
    take("meeting-live")
    page.keyboard.press("Control+Enter")
    page.wait_for_url("**/slot/")
    take("meeting-end")
    page.goto(f"{own}verslag/")
    take("meeting-minutes")


def main() -> None:
    """Start a demo of its own, take every picture, and stop it."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    port = _free_port()
    with tempfile.TemporaryDirectory() as data:
        words = [sys.executable, "-m", "baken.config.cli", "demo", "--port", str(port), "--no-browser"]
        demo = subprocess.Popen(words, env={**os.environ, "BAKEN_DATA": data}, stdout=subprocess.DEVNULL)
        try:
            _until_up(f"http://127.0.0.1:{port}")
            with sync_playwright() as playwright:
                browser = playwright.chromium.launch(
                    executable_path=shutil.which("chromium"), args=["--no-sandbox"]
                )
                for size in SIZES:
                    _take(browser, f"http://127.0.0.1:{port}", size)
                    _take_cases(browser, f"http://127.0.0.1:{port}", size)
                _take_coordination(browser, f"http://127.0.0.1:{port}")
                _take_meeting(browser, f"http://127.0.0.1:{port}")
                browser.close()
        finally:
            demo.terminate()
            demo.wait()


if __name__ == "__main__":
    main()
