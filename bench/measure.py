"""What the benchmarks share: medians over repetitions, and lines that set a figure beside its floor."""

import gc
import statistics
import time
from collections.abc import Callable


def seconds(action: Callable[[], object]) -> float:
    """Return how long one call takes, garbage collected before."""
    gc.collect()
    start = time.perf_counter()
    action()
    return time.perf_counter() - start


def median(values: list[float]) -> float:
    return statistics.median(values)


def percentile(values: list[float], part: float) -> float:
    """Return the value below which a part (0 to 1) of the values lies."""
    return sorted(values)[min(len(values) - 1, int(part * len(values)))]


def report(what: str, measured: float, floor: float, target: float, unit: str = "ms") -> None:
    """Print a figure, its floor of the same run, their ratio, and whether the target is met."""
    factor = {"ms": 1000.0, "s": 1.0, "us": 1e6}[unit]
    ratio = measured / floor
    verdict = "met" if ratio <= target else "MISSED"
    print(
        f"{what:<58} {measured * factor:10.2f} {unit}  floor {floor * factor:9.2f} {unit}"
        f"  ratio {ratio:5.2f}  at most {target:g}: {verdict}"
    )


def report_limit(what: str, measured: float, limit: float, unit: str = "s") -> None:
    """Print a figure beside the limit that it must not pass."""
    verdict = "met" if measured <= limit else "MISSED"
    print(f"{what:<58} {measured:10.3f} {unit}  at most {limit:g} {unit}: {verdict}")
