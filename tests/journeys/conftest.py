"""A real browser (the system's Chromium) against a running Baken, and everything it asks of the network."""

import os
import shutil
from collections.abc import Callable, Iterator
from types import SimpleNamespace
from typing import Any

import pytest
from django.test import Client
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
WORDS = ["--no-sandbox", "--disable-background-networking", "--disable-component-update", "--disable-sync"]

os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"  # Playwright runs an event loop beside the tests


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """The browser; without one the test is left out with a plain line, but in CI it must be there."""
    if CHROMIUM is None:
        if os.environ.get("BAKEN_CI"):
            pytest.fail("Chromium is nodig: apt-get install chromium")
        pytest.skip("geen Chromium gevonden: de browsertests zijn overgeslagen")
    with sync_playwright() as playwright:
        found = playwright.chromium.launch(executable_path=CHROMIUM, args=WORDS)
        yield found
        found.close()


@pytest.fixture
def house(transactional_db: None, live_server: Any, settings: Any) -> SimpleNamespace:
    """A running Baken on http, with cookies that http allows."""
    settings.SESSION_COOKIE_NAME, settings.CSRF_COOKIE_NAME = "baken", "baken-form"
    settings.SESSION_COOKIE_SECURE = settings.CSRF_COOKIE_SECURE = settings.HTTPS = False
    settings.ALLOWED_HOSTS = ["localhost"]
    return SimpleNamespace(url=live_server.url)


@pytest.fixture
def visit(browser: Browser, house: SimpleNamespace) -> Iterator[Callable[..., Page]]:
    """Open a new browser: `visit()` or `visit(person)` signed in. At the end: no third party was asked, no script failed."""
    opened: list[BrowserContext] = []
    elsewhere: list[str] = []
    failed: list[str] = []

    def open_page(person: Any = None, **options: Any) -> Page:
        context = browser.new_context(base_url=house.url, locale="nl-NL", **options)
        opened.append(context)
        if person is not None:
            client = Client()
            client.force_login(person, backend="baken.accounts.backend.StaffBackend")
            context.add_cookies([{"name": "baken", "value": client.cookies["baken"].value, "url": house.url}])
        context.on(
            "request",
            lambda request: (
                None if request.url.startswith((house.url, "data:")) else elsewhere.append(request.url)
            ),
        )
        page = context.new_page()
        page.on("pageerror", lambda error: failed.append(str(error)))
        page.on(
            "console", lambda said: failed.append(said.text) if "Content Security Policy" in said.text else None
        )
        return page

    yield open_page
    for context in opened:
        context.close()
    assert elsewhere == []
    assert failed == []
