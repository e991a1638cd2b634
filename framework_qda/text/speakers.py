"""Who speaks, where a line of notes begins with it: `INT:`, `R1:`, `Named Nurse:`.

A label is only believed when it looks like one and either is a usual name for a speaker or comes again:
prose has colons too ("Note: …", "Two things: …").
"""

import re
from collections import Counter
from collections.abc import Iterable

LABEL_LENGTH = 40
LABEL_WORDS = 5
ABBREVIATION_LENGTH = 4
TIMES_SEEN = 3
"""How often an unknown label must begin a line before it is taken for a speaker."""

_LABEL = re.compile(
    rf"\s*(?P<label>[^\W\d_](?:[\w .'’/&-]{{0,{LABEL_LENGTH}}}?[\w.])?)"
    r"\s*(?:\([^()\n]{1,30}\)\s*)?:(?!//|\d)"
)
_USUAL = re.compile(
    r"""(?:
        int(?:erviewer)?\.? | interviewee | respondent | informant | participant | researcher | moderator | facilitator
      | observer | speaker | interpreter | translator | chair | all | both | group | unknown | voice | child | parent
      | mother | father | carer | patient | man | woman | male | female | mum | dad | colleague | analyst
      | int | ir | iv | iee | res | resp | part | mod | fac | spk | i | r | q | p | m | f | s
    )\ ?\#?\d{0,2}[a-z]?""",
    re.IGNORECASE | re.VERBOSE,
)
_ROLE = re.compile(
    r"^(?:deputy )?(?:head|director|lead|manager|chair) (?:of|for) |"
    r"\b(?:nurse|midwife|doctor|consultant|matron|sister|manager|head|lead|leader|officer|worker|director|deputy|"
    r"practitioner|coordinator|co-ordinator|teacher|visitor|paediatrician|physician|surgeon|therapist|psychologist|"
    r"psychiatrist|commissioner|clinician|registrar|administrator|adviser|advisor|interviewer|respondent|participant|"
    r"informant|interviewee|speaker)s?(?: ?\d{1,2})?$",
    re.IGNORECASE,
)
_FIELDS_AND_REMARKS = """
    note notes nb n.b p.s ps re ref date time place location mode duration length title subject topic theme themes
    example examples summary background comment comments key action actions aim aims objective follow-up present
    absent code area setting consent recording file page section part point points reason reasons result results
    conclusion context start end interview interviewed by from to cc see also and but so because however first second
    third finally one two three warning important update later earlier i.e e.g http https www tel phone email fax
    method version status quote quotes memo todo
"""
_NOT_A_SPEAKER = frozenset(_FIELDS_AND_REMARKS.split()) | {
    "follow up",
    "to do",
    "interviewed by",
    "interview date",
    "interview code",
    "start time",
    "end time",
}
_FIRST_WORDS_OF_PROSE = """
    the a an my our your his her their its this that these those one another every each some any no
"""
_DETERMINERS = frozenset(_FIRST_WORDS_OF_PROSE.split())
_JOINING_WORDS = "of and the for in at to de la van von with on &"
_SMALL_WORDS = frozenset(_JOINING_WORDS.split())


def match_label(text: str, start: int = 0) -> tuple[str, int] | None:
    """Return what looks like a speaker's label at `start` of a text and where it ends, colon included."""
    found = _LABEL.match(text, start)
    if found is None or not looks_like_label(found["label"]):
        return None
    return found["label"], found.end()


def looks_like_label(label: str) -> bool:
    """Say whether some words could name a speaker: few, each with a capital, none that opens a remark."""
    words = label.split()
    if not words or len(words) > LABEL_WORDS or len(label) > LABEL_LENGTH:
        return False
    if is_remark(label) or words[0].casefold() in _DETERMINERS:
        return False
    if _USUAL.fullmatch(label):
        return label[0].isupper() or len(label) <= ABBREVIATION_LENGTH
    if not words[0][0].isupper():
        return False
    return is_usual(label) or all(word[0].isupper() or word[0].isdigit() or word in _SMALL_WORDS for word in words)


def is_remark(label: str) -> bool:
    """Say whether the words open a remark or name a field of a form, such as "Note" or "Date"."""
    return label.casefold().rstrip(".") in _NOT_A_SPEAKER


def is_usual(label: str) -> bool:
    """Say whether the words are a usual name for a speaker: an abbreviation or a role."""
    return len(label) > 0 and (_USUAL.fullmatch(label) is not None or _ROLE.search(label) is not None)


def believe_labels(labels: Iterable[str], bold_labels: Iterable[str]) -> frozenset[str]:
    """Say which labels found at the beginning of a document's lines are speakers.

    `bold_labels` are those in bold type, which writers of transcripts use for nothing else there.
    """
    counted = Counter(labels)
    believed = {label for label, count in counted.items() if is_usual(label) or count >= TIMES_SEEN}
    return frozenset(believed | {label for label in bold_labels if not is_remark(label)})
