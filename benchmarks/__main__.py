"""`make bench`: how long pages take, as ratios to a bare Django page with three queries, measured in turns in one process.

The pages are asked through the same WSGI application with all middleware, without a network between. Each round asks every
page once, in random order, so that what the machine does meanwhile hits all alike. Reports are invented.
"""

import os
import random
import statistics
import tempfile
import uuid
from collections.abc import Callable
from pathlib import Path
from typing import Any

from benchmarks.ask import ask, environ

REPORTS = 10_000
ROUNDS = 200
STORY = "De baas bewaart hun paspoorten. Ze slapen om de beurt in hetzelfde bed en krijgen geen loon."


def fill(reports: int = REPORTS) -> str:
    """So many reports for the focal officer of the demo; gives her cookie."""
    from baken.accounts.models import User
    from baken.home import demo
    from baken.signals.models import Report

    demo.fill()
    amina = User.objects.get(email__startswith="amina")
    first = Report.objects.filter(municipality=amina.municipality).first()
    assert first is not None
    names = [
        f.attname for f in first._meta.concrete_fields if f.attname not in {"id", "rank", "code_hash", "form_hash"}
    ]
    known = {name: getattr(first, name) for name in names}
    Report.objects.bulk_create(
        [Report(**known, code_hash=uuid.uuid4().hex, form_hash=uuid.uuid4().hex) for _ in range(reports)],
        batch_size=500,
    )
    return signed_in(amina)


def signed_in(user: Any) -> str:
    """The cookie of a browser in which this person of the demo is signed in."""
    from django.conf import settings
    from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY
    from django.contrib.sessions.backends.db import SessionStore

    from baken.accounts.session import DEMO_SIGN_IN

    session = SessionStore()
    session[SESSION_KEY], session[HASH_SESSION_KEY] = str(user.pk), user.get_session_auth_hash()
    session[BACKEND_SESSION_KEY] = "baken.accounts.backend.StaffBackend"
    session[DEMO_SIGN_IN] = True
    session.save()
    return f"{settings.SESSION_COOKIE_NAME}={session.session_key}"


ROW = (
    "<tr><td>{{ each.pk }}</td><td>{{ each.get_urgency_display }}</td><td>{{ each.main_type }}</td>"
    '<td>{{ each.setting }}</td><td>{{ each.received_on|date:"j F Y" }}</td><td>{{ each.get_status_display }}</td></tr>'
)


def bare(settings: Any) -> Any:
    """A list as Django's tutorial makes it: the same middleware, three queries as objects, a table of 25 rows with a date each."""
    from django.template import engines
    from django.urls import path

    from baken.accounts.models import Municipality, User
    from baken.config import urls
    from baken.signals.models import Report
    from baken.ui.public import public

    table = engines["django"].from_string(
        f"<h1>{{{{ n }}}}</h1><table>{{% for each in rows %}}{ROW}{{% endfor %}}</table>"
    )

    @public
    def page(request: Any) -> Any:
        from django.http import HttpResponse

        rows = list(Report.objects.order_by("pk")[:25])
        known = {"n": User.objects.count(), "m": list(Municipality.objects.all()), "rows": rows}
        return HttpResponse(table.render(known, request))

    urls.urlpatterns.insert(0, path("kaal/", page))


def measure(
    pages: dict[str, Callable[[], dict[str, Any]]], application: Any
) -> dict[str, tuple[list[float], int]]:
    """Milliseconds of each page, and its size, asked in turns."""
    took: dict[str, list[float]] = {name: [] for name in pages}
    sizes: dict[str, int] = {}
    for number in range(ROUNDS + 5):
        for name in random.sample(list(pages), len(pages)):
            seconds, sizes[name] = ask(application, pages[name]())
            if number >= 5:
                took[name].append(seconds * 1000)
    return {name: (took[name], sizes[name]) for name in pages}


def main() -> None:
    """Fill, measure, and print one line a page."""
    with tempfile.TemporaryDirectory() as data:
        os.environ.update(BAKEN_DATA=data, BAKEN_DEMO="ja")
        from baken.config import start

        start.ready(make_key=True)
        start.tables()
        start.files()
        from django.conf import settings
        from django.core.wsgi import get_wsgi_application

        cookie = fill()
        bare(settings)
        application = get_wsgi_application()
        from urllib.parse import urlencode

        body = urlencode({"text": STORY}).encode()
        pages = {
            "bare page, 3 queries": lambda: environ("/kaal/"),
            "home": lambda: environ("/"),
            "overview": lambda: environ("/overzicht/"),
            "check result": lambda: environ("/check/uitkomst/", body=body),
            f"inbox, {REPORTS} reports": lambda: environ("/werk/meldingen/", cookie=cookie),
        }
        found = measure(pages, application)
        plain = statistics.median(found["bare page, 3 queries"][0])
        print(f"{'page':24} {'median ms':>10} {'p95 ms':>8} {'a second':>9} {'x bare':>7} {'kB':>6}")
        for name, (took, size) in found.items():
            middle, late = statistics.median(took), sorted(took)[int(len(took) * 0.95)]
            line = f"{name:24} {middle:10.2f} {late:8.2f} {1000 / middle:9.0f} {middle / plain:7.2f} {size / 1024:6.1f}"
            print(line)
        from benchmarks import intake, visitors

        visitors.report(application, Path(data))
        intake.report(application)


if __name__ == "__main__":
    main()
