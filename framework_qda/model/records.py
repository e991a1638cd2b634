"""The nouns of a Framework study as frozen records.

A record is what the project file says of one thing now. Its annotated fields are the registry from which
the state tables derive (`project/registry.py`). Empty text, not `None`, stands for what nobody has written.
"""

from dataclasses import dataclass
from enum import IntEnum, StrEnum

from framework_qda.model.content import (
    WEIGHT_SCALE,
    Anchors,
    CellState,
    Content,
    ExtractStage,
    QuotationStage,
    RevisionKind,
    Segments,
    WeightScale,
)
from framework_qda.model.fields import Flag, IdSet, Look, Number, Order, Owner, Reference, Text, Value, Width, Words


class Consent(StrEnum):
    """What an informant has agreed to; other words may stand in the field, these have consequences."""

    GIVEN = "given"
    NO_QUOTATION = "given, no quotation"
    """Takes part, but no quotation bank may hold a word of the interview."""
    WITHDRAWN = "withdrawn"


class Gone(IntEnum):
    """Whether a record has been deleted."""

    HERE = 0
    DELETED = 1
    CONTESTED = 2
    """Deleted by somebody who had not seen somebody else's edit: shown until a person decides."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """What all records share: an id, and whether they are deleted."""

    id: str
    gone: Gone = Gone.HERE


@dataclass(frozen=True, slots=True, kw_only=True)
class Study(Record):
    """What the project is about, and the house style of what leaves it."""

    title: Text = ""
    aims: Text = ""
    language: Value = "en-GB"
    attribution_template: Value = ""
    quotation_marks: Value = "single"
    guide_words_min: Number = 25
    guide_words_max: Number = 120
    weight_scale: WeightScale = WEIGHT_SCALE


@dataclass(frozen=True, slots=True, kw_only=True)
class Analyst(Record):
    """Somebody who works on the project."""

    name: Text = ""
    initials: Value = ""
    colour: Look = ""
    order: Order = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseStudy(Record):
    """The area or site that groups rows.

    `synopsis` is that of a project of the first format: shown until a `Synthesis` is written in its place.
    """

    label: Text = ""
    synopsis: Text = ""
    order: Order = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Organisation(Record):
    """An agency in a case study, which took part or did not."""

    case_study_id: Reference = None
    label: Text = ""
    kind: Value = ""
    took_part: Flag = True
    order: Order = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Interview(Record):
    """One conversation: one row of every matrix. `minutes` is its length."""

    case_study_id: Reference = None
    organisation_id: Reference = None
    code: Value = ""
    date: Value = ""
    mode: Value = ""
    minutes: Number = None
    consent: Value = ""
    analysts: IdSet = frozenset()
    order: Order = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Informant(Record):
    """Who spoke in an interview: a role and a code, never a name."""

    interview_id: Owner
    code: Value = ""
    role: Value = ""
    order: Order = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Attribute(Record):
    """A typed fact kept of every case study, organisation, interview or informant.

    `level` is the type name of its subjects, `kind` one of choice, text, number, date, yes_no.
    """

    level: Value = "case_study"
    label: Text = ""
    kind: Value = "choice"
    choices: Words = ()
    is_shown: Flag = False
    order: Order = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class AttributeValue(Record):
    """What an attribute says of one subject."""

    attribute_id: Owner
    subject_id: Owner
    value: Value = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Document(Record):
    """The notes, transcript or observation of an interview, and the file that it came from.

    `recording_id` is the recording that its times belong to: `None` where names and lengths tell, empty for none.
    """

    interview_id: Owner
    kind: Value = "notes"
    title: Text = ""
    file_name: Value = ""
    file_sha256: Value = ""
    recording_id: Reference = None
    order: Order = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Paragraph(Record):
    """A numbered paragraph of a document (¶14); `start_ms` is its place in the recording."""

    document_id: Owner
    number: Number = None
    speaker: Value = ""
    start_ms: Number = None
    text: Text = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Theme(Record):
    """A heading of the framework: one matrix. Its number is its place in the order."""

    title: Text = ""
    description: Text = ""
    order: Order = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Subtopic(Record):
    """One column of a matrix. Its number is its theme's and its place there (2.3).

    `survey` is what a survey found on the same question, kept beside the column with its source. A guide length that is
    `None` is that of the study.
    """

    theme_id: Reference = None
    label: Text = ""
    definition: Text = ""
    survey: Text = ""
    guide_words_min: Number = None
    guide_words_max: Number = None
    is_synthesis: Flag = False
    width: Width = None
    order: Order = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell(Record):
    """What is charted for one interview in one sub-topic.

    `settled` holds the ids of the revisions of the sub-topic under which the cell was charted or looked at again: one
    with words is stale while a revision is missing there. A deviant cell, or the only one of its kind, is kept in view.
    """

    interview_id: Owner
    subtopic_id: Owner
    state: Value = CellState.NOT_CHARTED
    content: Content = ()
    settled: IdSet = frozenset()
    is_deviant: Flag = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Tag(Record):
    """What some statements of a column are about, such as consent; without a sub-topic, of any column."""

    subtopic_id: Reference = None
    label: Text = ""
    colour: Look = ""
    order: Order = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Revision(Record):
    """A change of a sub-topic, after which what was charted before must be looked at again.

    `kind` is a `RevisionKind`; `reason` says what is different; `written_at` is ISO 8601 UTC.
    """

    subtopic_id: Owner
    kind: Value = RevisionKind.REDEFINED
    reason: Text = ""
    analyst_id: Reference = None
    written_at: Value = ""
    order: Order = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Synthesis(Record):
    """What is concluded in statements: of a case study its synopsis, of a sub-topic what its column says.

    `subject_type` is `case_study` or `subtopic`. The evidence of the statements names cells or statements in cells.
    """

    subject_id: Owner
    subject_type: Value = ""
    content: Content = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict(Record):
    """How the two agencies of a case study compare in a sub-topic: a `PairVerdict`, or empty text, and why."""

    case_study_id: Owner
    subtopic_id: Owner
    verdict: Value = ""
    note: Text = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Extract(Record):
    """A stretch of an interview's notes or recording and its verbatim text.

    `text` is the words as they stand in the notes when the extract is made. A star marks it for quotation.
    """

    interview_id: Owner
    anchors: Anchors = ()
    text: Text = ""
    start_ms: Number = None
    end_ms: Number = None
    stage: Value = ExtractStage.MARKED
    is_starred: Flag = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Quotation(Record):
    """What is printed of one or more extracts, edited. Its interview is that of its extracts.

    A fragment is run into text and is no block quotation. Without an attribution of its own it has the one
    that the study's template builds. `used_in` says where it is printed.
    """

    segments: Segments = ()
    is_fragment: Flag = False
    attribution: Text = ""
    used_in: Text = ""
    stage: Value = QuotationStage.EDITED
    order: Order = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Recording(Record):
    """A sound file of an interview, by reference: the file itself stays where it is.

    `path` is relative to the folder of the project where the file lies in it or below, with `/` on every system,
    else absolute; `length_ms` is `None` where it is not known.
    """

    interview_id: Owner
    title: Text = ""
    path: Value = ""
    sha256: Value = ""
    length_ms: Number = None
    order: Order = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Comment(Record):
    """A colleague's remark on a record of any type, or the reply to one; it hides with its subject.

    `subject_type` is the type name of the subject; `reply_to` is the id of the remark that a reply answers,
    and only a remark is resolved. `statement_id` names the statement of a cell that it is about, for a statement is no
    record of its own. `written_at` is ISO 8601 UTC.
    """

    subject_id: Owner
    subject_type: Value = ""
    statement_id: Value = ""
    text: Text = ""
    analyst_id: Reference = None
    written_at: Value = ""
    is_resolved: Flag = False
    reply_to: Reference = None
    order: Order = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class DictionaryWord(Record):
    """A word of the study's own dictionary, known to the whole team: a term, or a name, so that it can be erased.

    Its id tells nothing of the word; two people who add the same word make two records, which does no harm.
    """

    text: Text = ""


RECORD_TYPES: tuple[type[Record], ...] = (
    Study,
    Analyst,
    CaseStudy,
    Organisation,
    Interview,
    Informant,
    Attribute,
    AttributeValue,
    Document,
    Paragraph,
    Theme,
    Subtopic,
    Cell,
    Tag,
    Revision,
    Synthesis,
    Verdict,
    Extract,
    Quotation,
    Recording,
    Comment,
    DictionaryWord,
)
