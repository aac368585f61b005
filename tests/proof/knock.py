"""One request of which nothing remains: not in the database, not in the browser, not in the counters."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from django.core.cache import cache
from django.db import connection, transaction

BESIDES = {"privacy_trace", "privacy_traceend", "privacy_keyset", "django_session"}  # refusals are traced
CHANGES = re.compile(r'^\s*(?:INSERT INTO|UPDATE|DELETE FROM)\s+"?(\w+)"?', re.IGNORECASE)


def knock(browser: Any, method: str, path: str, *data: Any, **more: Any) -> Any:
    """The answer; everything is as it was before."""
    cookies = browser.cookies.output(header="")
    cache.clear()
    with transaction.atomic():
        answer = getattr(browser, method)(path, *data, **more)
        transaction.set_rollback(True)
    browser.cookies.clear()
    browser.cookies.load(cookies)
    return answer


@contextmanager
def rows_written() -> Iterator[list[str]]:
    """The tables that are written to, besides the trace and the session."""
    found: list[str] = []

    def listen(execute: Any, sql: str, params: Any, many: bool, context: Any) -> Any:
        answer = execute(sql, params, many, context)  # what the database refuses is not written
        change = CHANGES.match(sql)
        if change and change[1] not in BESIDES:
            found.append(change[1])
        return answer

    with connection.execute_wrapper(listen):
        yield found
