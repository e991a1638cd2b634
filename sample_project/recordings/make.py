"""Speak the follow-up calls of the sample with a speech synthesiser, and write the notes with the times that result.

    python sample_project/recordings/make.py

This is the tool with which the recordings were made. Neither the build of the sample nor any test runs it: the sound
files and the notes that it wrote are kept, and are what the sample is built from. It needs espeak-ng and ffmpeg.

Each `I.. follow-up call.toml` holds the turns of a call. Every turn is spoken by the voice of its speaker; the turns
are joined with short silences to one .mp3, and the time of each in the notes is where it begins in the sound.
"""

import io
import subprocess
import tomllib
import wave
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

HERE = Path(__file__).parent
NOTES = HERE.parent / "notes"
SILENCE_MS = 450
BITRATE = "32k"
WORDS_OF_A_CUE = 9


@dataclass(frozen=True, slots=True)
class Turn:
    """A turn and where it is heard (ms); an aside of the analyst is not, and stands between two turns."""

    source: Mapping[str, Any]
    start_ms: int
    end_ms: int


def make_call(script: Path) -> None:
    """Write the sound and the notes of one call."""
    call = tomllib.loads(script.read_text(encoding="utf-8"))
    sound = io.BytesIO()
    turns = _speak(call, sound)
    mp3 = script.with_suffix(".mp3")
    plain = ("-map_metadata", "-1", "-fflags", "+bitexact", "-write_xing", "0", "-id3v2_version", "0")
    encode = ["ffmpeg", "-y", "-loglevel", "error", "-i", "-", "-ac", "1", "-b:a", BITRATE, *plain, str(mp3)]
    subprocess.run(encode, input=sound.getvalue(), check=True)
    notes = NOTES / call["notes"]
    lines = _as_vtt(turns, call["labels"]) if notes.suffix == ".vtt" else _as_text(turns)
    notes.write_text("\n\n".join(lines) + "\n", encoding="utf-8")


def _speak(call: Mapping[str, Any], sound: io.BytesIO) -> list[Turn]:
    """Write all turns as one .wav into `sound`, and say when each begins and ends."""
    turns: list[Turn] = []
    frames = bytearray()
    rate = 0
    for source in call["turn"]:
        start = _ms(len(frames), rate)
        if "said" in source:
            spoken, rate = _synthesise(source["said"], call["voice"][source["speaker"]])
            frames += spoken
        turns.append(Turn(source, start, _ms(len(frames), rate)))
        if "said" in source:
            frames += bytes(2 * (rate * SILENCE_MS // 1000))
    with wave.open(sound, "wb") as joined:
        joined.setnchannels(1)
        joined.setsampwidth(2)
        joined.setframerate(rate)
        joined.writeframes(bytes(frames))
    return turns


def _synthesise(words: str, voice: Mapping[str, Any]) -> tuple[bytes, int]:
    """Return the samples (16 bit, mono) of some words in a voice, and their rate."""
    said = subprocess.run(
        ["espeak-ng", "-v", voice["name"], "-p", str(voice["pitch"]), "-s", str(voice["speed"]), "--stdout", words],
        check=True,
        capture_output=True,
    ).stdout
    header = said.index(b"data") + 8  # written to a pipe, the header claims a length that is not the real one
    return said[header:], int.from_bytes(said[24:28], "little")


def _ms(sample_bytes: int, rate: int) -> int:
    return sample_bytes // 2 * 1000 // rate if rate else 0


def _as_text(turns: Sequence[Turn]) -> list[str]:
    """Return the call as an analyst's notes: time, speaker, words; in note form without the speaker."""
    lines = []
    for turn in turns:
        if "aside" in turn.source:
            lines.append(turn.source["aside"])
        elif "noted" in turn.source:
            lines.append(f"[{_clock(turn.start_ms)}] {turn.source['noted']}")
        else:
            lines.append(f"[{_clock(turn.start_ms)}] {turn.source['speaker']}: {turn.source['said']}")
    return lines


def _as_vtt(turns: Sequence[Turn], labels: Mapping[str, str]) -> list[str]:
    """Return the call as a recogniser writes it: a few words at a time."""
    return ["WEBVTT", *(cue for turn in turns for cue in _cues(turn, labels))]


def _cues(turn: Turn, labels: Mapping[str, str]) -> Iterator[str]:
    """Cut a turn into cues of a few words; where each begins is reckoned from the letters before it."""
    words = turn.source.get("heard", turn.source["said"]).split()
    length = len(" ".join(words))
    for place in range(0, len(words), WORDS_OF_A_CUE):
        before = len(" ".join(words[:place]))
        until = len(" ".join(words[: place + WORDS_OF_A_CUE]))
        start, end = (turn.start_ms + (turn.end_ms - turn.start_ms) * at // length for at in (before, until))
        said = " ".join(words[place : place + WORDS_OF_A_CUE])
        times = f"{_clock(start)}.{start % 1000:03} --> {_clock(end)}.{end % 1000:03}"
        yield f"{times}\n<v {labels[turn.source['speaker']]}>{said}"


def _clock(ms: int) -> str:
    return f"{ms // 3_600_000:02}:{ms // 60_000 % 60:02}:{ms // 1000 % 60:02}"


if __name__ == "__main__":
    for path in sorted(HERE.glob("*.toml")):
        make_call(path)
