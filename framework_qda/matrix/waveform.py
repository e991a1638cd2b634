"""The waveform of a recording: how loud it is, 20 times a second, one byte each."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Sequence

SampleKind: TypeAlias = Literal["B", "h", "i", "f"]
"""The format of samples as `memoryview` knows it."""
PER_SECOND = 20
_LOOKED_AT = 2500
"""How many samples of a second are looked at: enough for a picture, and some seconds less for a long file."""
_LOUDEST = {"B": 128.0, "h": 32768.0, "i": 2147483648.0, "f": 1.0}


class PeakMeter:
    """Take in samples, channels side by side, and keep the loudest of each twentieth of a second."""

    def __init__(self, rate: int, channels: int, kind: SampleKind) -> None:
        self._rate = max(1, rate)
        self._channels = max(1, channels)
        self._loudest = _LOUDEST[kind]
        self._middle = 128 if kind == "B" else 0
        # An odd step: one that divides the number of channels would look at one of them alone.
        self._step = max(1, self._rate * self._channels // _LOOKED_AT) | 1
        self._frames = 0
        self._found = bytearray()

    @property
    def length_ms(self) -> int:
        """How much was taken in, in ms."""
        return self._frames * 1000 // self._rate

    def add(self, samples: memoryview[int] | memoryview[float]) -> None:
        """Take in the samples that follow."""
        start, total = 0, len(samples)
        while start < total:
            place = self._frames * PER_SECOND // self._rate
            frames = -(-(place + 1) * self._rate // PER_SECOND) - self._frames
            end = min(total, start + max(1, frames) * self._channels)
            self._note(place, samples[start : end : self._step])
            self._frames += (end - start) // self._channels
            start = end

    def peaks(self) -> bytes:
        """Return what was found so far, 0 to 255."""
        return bytes(self._found)

    def _note(self, place: int, samples: memoryview[int] | memoryview[float]) -> None:
        loud = max(max(samples) - self._middle, self._middle - min(samples)) if len(samples) else 0.0
        value = min(255, round(255 * loud / self._loudest))
        if place < len(self._found):
            self._found[place] = max(self._found[place], value)
        else:
            self._found.extend(bytes(place - len(self._found)))
            self._found.append(value)


def columns_of(peaks: Sequence[int], length_ms: int, width: int) -> list[int]:
    """Return the loudest of each of `width` equal parts of a recording; what is not yet read is silent."""
    total = max(1, length_ms * PER_SECOND // 1000)
    found = []
    for place in range(width):
        start = place * total // width
        end = max(start + 1, (place + 1) * total // width)
        found.append(max(peaks[start:end], default=0))
    return found
