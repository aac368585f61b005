"""How long somebody has to wait before sending once more (pure: no request, no database, no clock of its own).

Who sends is known by a hash with a salt that lives in memory only and is thrown away every day. The address itself is
nowhere. A few sends are free; each one more doubles the wait. When all together send much, everybody waits a little.
"""

import hashlib
import hmac
import secrets
from collections import deque
from datetime import date
from threading import Lock

from baken.ui.bucket import Bucket

FREE = 5  # sends of one address in WINDOW before the first wait
WINDOW = 600.0
FIRST_WAIT, LONGEST_WAIT = 5, 300
BUSY, A_SECOND = 60, 5.0  # sends of everybody at once, and in the long run, above which everybody waits
BUSY_WAIT = 10
MOST_KNOWN = 50_000


class Pressure:
    """The counts of this process, since the salt was made."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._new_day(date.min)

    def clear(self) -> None:
        """Count anew."""
        with self._lock:
            self._new_day(date.min)

    def _new_day(self, today: date) -> None:
        self.day, self._salt = today, secrets.token_bytes(32)
        self._of: dict[bytes, deque[float]] = {}
        self._all = Bucket(BUSY, A_SECOND)
        self._used: set[str] = set()

    def ask(self, address: str, *, now: float, today: date) -> int:
        """Count one send and give the seconds to wait first; 0 is go on. An empty address counts only with everybody."""
        with self._lock:
            self._fresh(today)
            mine = self._count(address, now) if address else 0
            if mine > FREE:
                return int(min(LONGEST_WAIT, FIRST_WAIT * 2 ** min(mine - FREE - 1, 10)))
            return 0 if self._all.take(now) else BUSY_WAIT

    def _fresh(self, today: date) -> None:
        if today != self.day:
            self._new_day(today)

    def _count(self, address: str, now: float) -> int:
        if len(self._of) >= MOST_KNOWN:
            self._of.clear()
        who = hmac.new(self._salt, address.encode(), hashlib.sha256).digest()
        times = self._of.setdefault(who, deque(maxlen=FREE + 12))
        count = _recent(times, now, WINDOW) + 1
        times.append(now)
        return count

    def use(self, ticket: str, *, today: date) -> bool:
        """Whether this ticket was not used before; now it is."""
        with self._lock:
            self._fresh(today)
            fresh = ticket not in self._used
            self._used.add(ticket)
            return fresh


def _recent(times: "deque[float]", now: float, window: float) -> int:
    while times and not now - window < times[0] <= now:  # too long ago, or the clock went back
        times.popleft()
    return len(times)
