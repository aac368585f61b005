"""1,000 junk posts a minute against a running server, and people who really report meanwhile: do they get through, how soon?

By hand: python -m benchmarks.flood [seconds]. Twice: the junk comes from one address, and each from another one.
Every person comes from an address of their own, waits as long as the page says, and presses the button again.
"""

import html
import http.client
import re
import statistics
import sys
import tempfile
import threading
import time
import urllib.parse
from pathlib import Path

from tests.proof.office import Office

PER_MINUTE, PEOPLE_EVERY = 1_000, 4.0
STORY = "De baas bewaart de paspoorten van de mannen. Zij slapen op matrassen en krijgen geen loon. "
FIELD = re.compile(r'type="hidden" name="(\w+)" value="([^"]*)"')


def post(port: int, told: dict[str, str], address: str) -> tuple[int, str]:
    """The status and the page."""
    line = http.client.HTTPConnection("127.0.0.1", port, timeout=120)
    headers = {"Content-Type": "application/x-www-form-urlencoded", "X-Forwarded-For": address}
    line.request("POST", "/melden/", urllib.parse.urlencode(told), headers)
    answer = line.getresponse()
    page = answer.read().decode()
    line.close()
    return answer.status, page


def form(number: int, who: str) -> dict[str, str]:
    """One report, ready to be sent."""
    return {
        "story": STORY * (1 if who == "mens" else 8), "municipality": "havenstad", "who": "anonymous",
        "form": f"{who}-{number:06d}-{'x' * 20}", "step": "check", "go": "send",
    }  # fmt: skip


def person(port: int, number: int, took: list[float]) -> None:
    """Send one real report and wait as asked; how long it took from the first press to the code."""
    began, address = time.monotonic(), f"198.51.{number // 250}.{number % 250 + 1}"
    status, page = post(port, form(number, "mens"), address)
    while status == 429:
        kept = {name: html.unescape(value) for name, value in FIELD.findall(page)}
        seconds = re.search(r"Wacht (\d+)", page)
        time.sleep(int(seconds[1]) if seconds else 1)
        status, page = post(port, kept, address)
    if status == 200 and 'id="meldcode"' in page:
        took.append(time.monotonic() - began)


def storm(port: int, seconds: float, *, many: bool) -> None:
    """Flood for so long, and print what became of the junk and of the people."""
    until, junk, took = time.monotonic() + seconds, [], list[float]()
    start = time.monotonic()

    def flood(worker: int, workers: int = 8) -> None:
        number = worker
        while (now := time.monotonic()) < until:
            due = start + number * 60 / PER_MINUTE
            if due > now:
                time.sleep(due - now)
            address = f"10.{number // 62500 % 250}.{number // 250 % 250}.{number % 250}" if many else "203.0.113.7"
            junk.append(post(port, form(number + (500_000 if many else 0), "troep"), address)[0])
            number += workers

    threads = [threading.Thread(target=flood, args=(worker,)) for worker in range(8)]
    for number in range(int(seconds / PEOPLE_EVERY)):
        late = number * PEOPLE_EVERY
        one = threading.Timer(late, person, args=(port, number + (500 if many else 0), took))
        threads.append(one)
    for each in threads:
        each.start()
    for each in threads:
        each.join()
    sent = int(seconds / PEOPLE_EVERY)
    print(
        f"{'many addresses' if many else 'one address':15} junk {len(junk)} in {time.monotonic() - start:.0f} s, stored "
        f"{junk.count(200)}, told to wait {junk.count(429)}; people {len(took)} of {sent} got their code, "
        f"median {statistics.median(took):.2f} s, slowest {max(took):.2f} s"
    )


def main() -> None:
    """Start a server with its own data, twice."""
    seconds = float(sys.argv[1]) if len(sys.argv) > 1 else 60.0
    for many in (False, True):
        with tempfile.TemporaryDirectory() as folder:
            office = Office(Path(folder), workers=1)
            office.environment["BAKEN_BEHIND_PROXY"] = "ja"
            office.start()
            try:
                storm(office.port, seconds, many=many)
            finally:
                office.kill()


if __name__ == "__main__":
    main()
