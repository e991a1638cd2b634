"""Where words end: a stretch of a text that begins or ends inside a word is moved out to the word's border.

Scripts that are written without blanks (Chinese, Japanese, Thai and their neighbours) show no borders of words: there a
stretch ends between any two letters, though never between a letter and the marks upon it.
"""

import re
import unicodedata

_APOSTROPHES = "'’ʼ"
_JOINERS = "\u00ad\u200c\u200d\u2060"
_WITHOUT_BLANKS = re.compile(
    "[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u1950-\u19df\u1a20-\u1aaf\u1b00-\u1b7f\ua980-\ua9ff\uaa60-\uaa7f"
    "\u3005-\u3007\u3021-\u3029\u3031-\u303f\u3041-\u312f\u31a0-\u31ff\u3400-\u4dbf\u4e00-\u9fff\ua000-\ua4cf"
    "\uf900-\ufaff\uff66-\uff9f\U0001b000-\U0001b2ff\U00020000-\U0003ffff]"
)


def whole_words(text: str, start: int, end: int) -> tuple[int, int]:
    """Move the ends of a stretch (code points) outwards to the borders of words, and off the blanks around it.

    A stretch of nothing but blanks becomes empty.
    """
    while is_inside_word(text, start):
        start -= 1
    while is_inside_word(text, end):
        end += 1
    stretch = text[start:end]
    start += len(stretch) - len(stretch.lstrip())
    return start, start + len(stretch.strip())


def is_inside_word(text: str, place: int) -> bool:
    """Say whether a place has letters of one word on both sides of it."""
    if not 0 < place < len(text):
        return False
    before, after = text[place - 1], text[place]
    if _hangs_on(after):
        return not before.isspace()
    if before in _APOSTROPHES:
        return place > 1 and _is_letter(text[place - 2]) and _is_letter(after)
    if after in _APOSTROPHES:
        return _is_letter(before) and place + 1 < len(text) and _is_letter(text[place + 1])
    return _is_letter(before) and _is_letter(after)


def _hangs_on(sign: str) -> bool:
    return sign in _JOINERS or unicodedata.category(sign)[0] == "M"


def _is_letter(sign: str) -> bool:
    return (sign.isalnum() or _hangs_on(sign)) and not _WITHOUT_BLANKS.match(sign)
