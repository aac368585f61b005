"""At most so many in a while for each of those who are known by name (pure: no request, no clock of its own)."""

import math
from collections import deque
from threading import Lock


class Quota:
    """Counts in this process: `most` in any `window` seconds for each name."""

    def __init__(self, most: int, window: float) -> None:
        self.most, self.window = most, window
        self._lock, self._of = Lock(), dict[str, deque[float]]()

    def clear(self) -> None:
        """Count anew."""
        with self._lock:
            self._of.clear()

    def ask(self, name: str, *, now: float) -> int:
        """Count one and give 0, or, when it is one too many, the whole seconds until the next one may come."""
        with self._lock:
            times = self._of.setdefault(name, deque())
            while times and not now - self.window < times[0] <= now:  # too long ago, or the clock went back
                times.popleft()
            if len(times) >= self.most:
                return math.ceil(times[0] + self.window - now)
            times.append(now)
            return 0
