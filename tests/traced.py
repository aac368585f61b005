"""Whatever a page reads of a record or changes stands on the trace (S14): every request of every test is watched.

A page that opens a sealed value, or writes a row, without a line of the trace makes its test fail right there. Since
every route is visited (S19), this holds for all of them.
"""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pytest
from django.db import connection
from django.db.models.signals import post_save

from baken.privacy.sealed import SealedText

WROTE = re.compile(r'^\s*(?:INSERT INTO|UPDATE|DELETE FROM)\s+"?(\w+)"?', re.IGNORECASE)
NO_RECORD = {
    "privacy_keyset", "privacy_trace", "privacy_traceend", "privacy_tracestart",  # the trace itself, and keys
    "django_session", "django_tasks_database_dbtaskresult",  # who is signed in here, and what waits for the worker
    "oversight_chaincheck",  # when the trace was checked: of nobody
    "links_linkseen",  # which links somebody saw: "links seen" stands on the trace
    "signals_traitlist", "signals_traittoken", "links_reportlink", "links_regionalhit",  # what Baken works out from a report
    "triage_savedfilter",  # a list that one keeps for oneself: urgency and status, no report
}  # fmt: skip
NO_CONTENT = {
    "accounts.User", "accounts.Invitation",  # names of colleagues
    "meetings.Meeting",  # how a meeting is called and where it is; what is said there stands in cases
    "coordination.Case.name",  # a working name without a person's name, as on every list
    "triage.SavedFilter",  # how one calls one's own list
    "signals.TraitList",  # what Baken compares to look for links: shown to nobody
    "care.TermConfirmation",  # where a municipality looked a term up: of nobody
    "sharing.GroundDecision",  # what the municipality decided about a ground: of nobody
}  # fmt: skip


@contextmanager
def watched() -> Iterator[tuple[set[str], set[str], list[Any]]]:
    """What is opened, what is written, and the lines of the trace that were added meanwhile."""
    from baken.privacy.models import Trace

    opened, written, lines = set[str](), set[str](), list[Any]()
    plain = SealedText.open

    def look(field: SealedText, instance: Any, value: bytes) -> Any:
        if value and not NO_CONTENT & {instance._meta.label, f"{instance._meta.label}.{field.attname}"}:
            opened.add(f"{instance._meta.label}.{field.attname}")
        return plain(field, instance, value)

    def listen(execute: Any, sql: str, params: Any, many: bool, context: Any) -> Any:
        answer = execute(sql, params, many, context)
        change = WROTE.match(sql)
        if change and change[1] not in NO_RECORD and context["cursor"].rowcount:
            written.add(change[1])
        return answer

    def add(instance: Any, **more: Any) -> None:
        lines.append(instance)

    post_save.connect(add, sender=Trace)
    SealedText.open = look  # type: ignore[method-assign]
    try:
        with connection.execute_wrapper(listen):
            yield opened, written, lines
    finally:
        post_save.disconnect(add, sender=Trace)
        SealedText.open = plain  # type: ignore[method-assign]


def lacking(line: Any) -> list[str]:
    """Which of the six elements of BIO2 8.15.01 this line lacks: who, what, which record, when, from where, result."""
    from baken.oversight.words import KINDS, VERBS
    from baken.privacy import spoken

    told = spoken.of(line.kind)
    lacks = [
        name for name in ("actor", "verb", "kind", "record", "on", "origin", "result") if not getattr(line, name)
    ]
    lacks += [f"no words for {line.verb}"] if line.verb not in VERBS | told.verbs else []
    return lacks + ([f"no words for {line.kind}"] if not told.name and line.kind not in KINDS else [])


class Traced:
    """The first middleware: what this page reads or changes must stand on the trace."""

    def __init__(self, get_response: Any) -> None:
        self.get_response = get_response

    def __call__(self, request: Any) -> Any:
        with watched() as (opened, written, lines):
            answer = self.get_response(request)
        silent = sorted(opened | written) if answer.status_code < 400 and not lines else []
        assert not silent, f"{request.method} {request.path} leaves no trace of {silent}"
        bare = [(str(each), name) for each in lines for name in lacking(each)]
        assert not bare, f"{request.method} {request.path} leaves half a line: {bare}"
        return answer


def pytest_configure(config: pytest.Config) -> None:
    from django.conf import settings

    settings.MIDDLEWARE = ["tests.traced.Traced", *settings.MIDDLEWARE]
