"""Whether two things that should take as long do: Welch's t over pairs that take turns (S8: below 4.5 is the same)."""

import gc
import random
import statistics
import time
from collections.abc import Callable, Sequence

SAME = 4.5
KEPT = 0.9  # beside all times, the quickest nine in ten: what else the machine does is in the slowest


def t_of(one: Sequence[float], other: Sequence[float]) -> float:
    """How many standard errors the two means lie apart."""
    spread = statistics.variance(one) / len(one) + statistics.variance(other) / len(other)
    return abs(statistics.mean(one) - statistics.mean(other)) / spread**0.5


def told_apart(one: Callable[[], object], other: Callable[[], object], pairs: int) -> float:
    """The larger t of all times and of the quickest. The two take turns in random order; the first tenth only warms up."""
    took: dict[Callable[[], object], list[float]] = {one: [], other: []}
    gc.disable()
    try:
        for number in range(pairs + pairs // 10):
            if number % 100 == 0:
                gc.collect()  # between the pairs, so that it falls in nobody's time
            for act in random.sample([one, other], 2):
                began = time.perf_counter()
                act()
                took[act].append(time.perf_counter() - began)
    finally:
        gc.enable()
    first, second = (each[-pairs:] for each in took.values())
    limit = statistics.quantiles(first + second, n=100)[round(100 * KEPT) - 1]
    quick = [[each for each in times if each <= limit] for times in (first, second)]
    return max(t_of(first, second), t_of(*quick))
