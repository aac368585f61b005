"""10,000 hostile requests a minute against a running server: how much longer do the pages of others take (S9)?

By hand: python -m benchmarks.hammer [seconds]. First without, then from one address, then each from another one: reports,
codes and passwords by turns. Somebody else opens pages meanwhile, one after the other.
"""

import http.client
import statistics
import sys
import tempfile
import threading
import time
import urllib.parse
from collections import Counter
from pathlib import Path

from tests.proof.office import Office

from benchmarks.flood import form

PER_MINUTE, WORKERS = 10_000, 12
TOKEN = "a" * 32  # who attacks brings a cookie and the same token
PAGES = ["/", "/hulp/", "/contact/", "/melden/", "/overzicht/"]


def ask(line: http.client.HTTPConnection, path: str, told: dict[str, str] | None, address: str) -> int:
    """One request on an open line; the status, or 0 when the line broke."""
    headers = {"X-Forwarded-For": address, "X-Forwarded-Proto": "http", "Cookie": f"baken-form={TOKEN}"}
    body = urllib.parse.urlencode(told) if told else None
    if told:
        headers["Content-Type"] = "application/x-www-form-urlencoded"
    try:
        line.request("POST" if told else "GET", path, body, headers)
        answer = line.getresponse()
        answer.read()
        return answer.status
    except (OSError, http.client.HTTPException):
        line.close()
        return 0


def hostile(number: int) -> tuple[str, dict[str, str]]:
    """A report, a code or a password, by turns."""
    made_up = {
        "login": f"iemand-{number % 500}@havenstad.example",
        "password": "verkeerd-wachtwoord",
        "csrfmiddlewaretoken": TOKEN,
    }
    ways: list[tuple[str, dict[str, str]]] = [
        ("/melden/", form(number, "troep")), ("/melding/", {"code": f"{number:020d}"}), ("/aanmelden/", made_up)
    ]  # fmt: skip
    return ways[number % 3]


def hammer(port: int, until: float, worker: int, told: Counter[int], *, many: bool) -> None:
    """One of WORKERS hands."""
    line, number, start = http.client.HTTPConnection("127.0.0.1", port, timeout=60), worker, time.monotonic()
    while (now := time.monotonic()) < until:
        due = start + number * 60 / PER_MINUTE
        if due > now:
            time.sleep(due - now)
        address = f"10.{number // 62500 % 250}.{number // 250 % 250}.{number % 250}" if many else "203.0.113.7"
        told[ask(line, *hostile(number + (500_000 if many else 0)), address)] += 1
        number += WORKERS


def opened(port: int, until: float) -> list[float]:
    """The times (ms) of pages that somebody else opens, four a second."""
    line, took = http.client.HTTPConnection("127.0.0.1", port, timeout=60), list[float]()
    while time.monotonic() < until:
        began = time.perf_counter()
        status = ask(line, PAGES[len(took) % len(PAGES)], None, "198.51.100.1")
        took.append((time.perf_counter() - began) * 1000)
        assert status == 200, status
        time.sleep(0.25)
    return took


def measure(port: int, seconds: float, kind: str) -> None:
    """Hammer in this way for so long, and print what became of it."""
    until, told = time.monotonic() + seconds, Counter[int]()
    hands = [
        threading.Thread(
            target=hammer, args=(port, until, worker, told), kwargs={"many": kind == "many addresses"}
        )
        for worker in range(WORKERS if kind != "nobody" else 0)
    ]
    for each in hands:
        each.start()
    took = opened(port, until)
    for each in hands:
        each.join()
    p95 = statistics.quantiles(took, n=20)[-1]
    print(
        f"{kind:15} {sum(told.values())} hostile requests {dict(told)}; {len(took)} pages: "
        f"median {statistics.median(took):.1f} ms, p95 {p95:.1f} ms",
        flush=True,
    )


def main() -> None:
    """One server, three times."""
    seconds = float(sys.argv[1]) if len(sys.argv) > 1 else 60.0
    with tempfile.TemporaryDirectory() as folder:
        office = Office(Path(folder), workers=1)
        office.environment |= {"BAKEN_BEHIND_PROXY": "ja", "BAKEN_HTTPS": "nee"}
        office.start()
        try:
            for kind in ("nobody", "one address", "many addresses", "nobody"):
                measure(office.port, seconds, kind)
        finally:
            office.kill()


if __name__ == "__main__":
    main()
