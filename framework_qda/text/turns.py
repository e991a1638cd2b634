"""From the short pieces of a recogniser or of captions to paragraphs that can be read and cited."""

from collections.abc import Iterable
from dataclasses import dataclass

from framework_qda.model import NotesParagraph

WORDS_ENOUGH = 40
"""A paragraph of so many words ends with the next sentence: long enough to read, short enough for its time to help."""

WORDS_AT_MOST = 120
"""Where no sentence ends, as recognisers without punctuation write, a paragraph ends after so many words."""

PAUSE_MS = 3_000
"""A silence of so long after a sentence ends a paragraph."""

_SENTENCE_ENDS = (".", "?", "!", "…", "。", "？", "！", "؟", "।")
_AFTER_THE_END = "\"'”’»)]"


@dataclass(frozen=True, slots=True)
class Turn:
    """Some words that one speaker said at a stretch: when they began and ended (integer ms, None: not known).

    `is_new` says that the file marks a change of speaker here, whether or not it names the new one.
    """

    text: str
    speaker: str = ""
    start_ms: int | None = None
    end_ms: int | None = None
    is_new: bool = False


def join_turns(turns: Iterable[Turn]) -> tuple[NotesParagraph, ...]:
    """Join what one speaker says into paragraphs that end where a sentence does, each with its first time.

    A paragraph ends with its speaker; with a sentence, once it has `WORDS_ENOUGH` or a silence follows; and in any
    case at `WORDS_AT_MOST`, between two pieces. No word is added, dropped or moved.
    """
    paragraphs: list[NotesParagraph] = []
    held: list[Turn] = []
    for turn in turns:
        if held and _ends_before(held, turn):
            paragraphs.append(_join(held))
            held = []
        held.append(turn)
    if held:
        paragraphs.append(_join(held))
    return tuple(paragraphs)


def _ends_before(held: list[Turn], turn: Turn) -> bool:
    if turn.is_new or turn.speaker not in ("", held[0].speaker):
        return True
    words = sum(len(each.text.split()) for each in held)
    if held[-1].text.rstrip(_AFTER_THE_END).endswith(_SENTENCE_ENDS):
        return words >= WORDS_ENOUGH or _is_pause(held[-1], turn)
    return words >= WORDS_AT_MOST


def _is_pause(before: Turn, after: Turn) -> bool:
    if before.end_ms is None or after.start_ms is None:
        return False
    return after.start_ms - before.end_ms >= PAUSE_MS


def _join(held: list[Turn]) -> NotesParagraph:
    return NotesParagraph(" ".join(each.text for each in held), held[0].speaker, held[0].start_ms)
