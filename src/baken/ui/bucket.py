"""What everybody together may ask of something costly (pure): a few at once, and then one now and then."""

from threading import Lock


class Bucket:
    """`burst` at once, and `a_second` of them in the long run. Counts in this process."""

    def __init__(self, burst: int, a_second: float) -> None:
        self.burst, self.a_second = burst, a_second
        self._lock, self._level, self._at = Lock(), 0.0, 0.0

    def take(self, now: float) -> bool:
        """Whether one more may go on now; then it counts."""
        with self._lock:
            self._level = max(0.0, self._level - max(0.0, now - self._at) * self.a_second)
            self._at = now
            if self._level > self.burst - 1:
                return False
            self._level += 1
            return True
