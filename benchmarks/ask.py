"""One request through a WSGI application, without a network between; used for Baken and for what it is measured beside."""

import io
import sys
import time
from typing import Any


def environ(path: str, *, cookie: str = "", body: bytes = b"") -> dict[str, Any]:
    path, _, query = path.partition("?")
    return {
        "REQUEST_METHOD": "POST" if body else "GET", "PATH_INFO": path, "QUERY_STRING": query, "SERVER_NAME": "127.0.0.1",
        "SERVER_PORT": "80", "SERVER_PROTOCOL": "HTTP/1.1", "wsgi.input": io.BytesIO(body), "wsgi.errors": sys.stderr,
        "wsgi.url_scheme": "http", "HTTP_ACCEPT_ENCODING": "gzip", "CONTENT_LENGTH": str(len(body)), "HTTP_COOKIE": cookie,
        "CONTENT_TYPE": "application/x-www-form-urlencoded",
    }  # fmt: skip


def ask(application: Any, asked: dict[str, Any]) -> tuple[float, int]:
    """Seconds and bytes of one answer. Raises AssertionError when it is not 200."""
    status: list[str] = []
    began = time.perf_counter()
    answer = application(asked, lambda told, headers: status.append(told))
    size = sum(len(part) for part in answer)
    answer.close()
    took = time.perf_counter() - began
    assert status[0].startswith("200"), (asked["PATH_INFO"], status)
    return took, size
