"""Every route and every template is visited (S19): a run of the whole suite fails when one never was.

What was visited is noted while the tests run, in each process, and put together at the end.
"""

from pathlib import Path
from typing import Any

import pytest
from django.test.signals import template_rendered

ROOT = Path(__file__).resolve().parents[1]
ROUTES: set[str] = set()
TEMPLATES: set[str] = set()


class Visits:
    """The last middleware: notes a route whose page is really reached."""

    def __init__(self, get_response: Any) -> None:
        self.get_response = get_response

    def __call__(self, request: Any) -> Any:
        return self.get_response(request)

    def process_view(self, request: Any, view: Any, args: Any, kwargs: Any) -> None:
        ROUTES.add(request.resolver_match.view_name)


def _rendered(template: Any, **more: Any) -> None:
    TEMPLATES.add("".join(template.name or ""))  # a plain string: names of includes are marked as safe ones


def all_templates() -> set[str]:
    """Every template of the house, by the name pages use."""
    found = ROOT.glob("src/baken/*/templates/**/*.*")
    return {str(path).split("/templates/", 1)[1] for path in found if path.is_file()}


def never_visited() -> list[str]:
    """Routes and templates that nothing came by."""
    from tests.proof.addresses import every_route

    return sorted((every_route() - ROUTES) | (all_templates() - TEMPLATES))


def pytest_configure(config: pytest.Config) -> None:
    from django.conf import settings

    settings.MIDDLEWARE = [*settings.MIDDLEWARE, "tests.visited.Visits"]
    template_rendered.connect(_rendered, weak=False)


@pytest.hookimpl(optionalhook=True)
def pytest_testnodedown(node: Any, error: object) -> None:
    """A process of xdist is ready: take over what it visited."""
    told = getattr(node, "workeroutput", {})
    ROUTES.update(told.get("routes", []))
    TEMPLATES.update(told.get("templates", []))


@pytest.hookimpl(trylast=True)
def pytest_sessionfinish(session: pytest.Session) -> None:
    config = session.config
    if hasattr(config, "workeroutput"):
        config.workeroutput.update(routes=sorted(ROUTES), templates=sorted(TEMPLATES))
        return
    chosen = config.option.keyword or config.option.markexpr or config.option.collectonly
    if chosen or config.args != config.getini("testpaths") or session.exitstatus != 0:
        return
    if left := never_visited():
        print(f"\nS19: niet één test kwam langs {', '.join(left)}")
        session.exitstatus = pytest.ExitCode.TESTS_FAILED
