"""The fields of the forms of the Interviews desk, record by record."""

from collections.abc import Iterable, Sequence

from framework_qda.model import Analyst, Attribute, CaseStudy, Consent, Informant, Interview, Organisation, Record
from framework_qda.project.reader import Reader
from framework_qda.ui.interviews.outline import describe_organisation
from framework_qda.ui.widgets.fields import FieldSpec

RECORD_TYPES: dict[str, type[Record]] = {
    "case_study": CaseStudy,
    "organisation": Organisation,
    "interview": Interview,
    "informant": Informant,
}

NOUNS = {
    "case_study": "case study",
    "organisation": "organisation",
    "interview": "interview",
    "informant": "informant",
}

ATTRIBUTE = "attribute:"
"""Before the id of an attribute in the name of its field."""

ATTRIBUTE_KINDS = (
    ("choice", "choice from a list"),
    ("text", "words"),
    ("number", "number"),
    ("date", "date"),
    ("yes_no", "yes or no"),
)

_MODES = ("telephone", "face to face", "video call", "written")
_FIELD_OF_KIND = {"text": "line", "number": "line", "date": "date", "choice": "choice", "yes_no": "choice"}


def record_fields(reader: Reader, record: Record) -> list[FieldSpec]:
    """Return the fields of a record's own form, what nobody but the user can know first: codes go on by themselves."""
    match record:
        case CaseStudy():
            return [FieldSpec("label", "Name", hint="such as Area 4")]
        case Organisation():
            return [
                FieldSpec("kind", "Kind", "suggest", "such as trust or LA", _used(reader.all(Organisation), "kind")),
                FieldSpec("label", "Name", hint="a code name: no real one"),
                FieldSpec("took_part", "Took part", "flag", "gave at least one interview"),
                FieldSpec("case_study_id", "Case study", "choice", choices=case_study_choices(reader)),
            ]
        case Interview():
            return _interview_fields(reader, record)
        case Informant():
            return [
                FieldSpec("role", "Role", "suggest", "such as Named Nurse", _used(reader.all(Informant), "role")),
                FieldSpec("code", "Code", hint="never a name"),
            ]
    raise TypeError(f"no form for {type(record).__name__}")


def attribute_fields(attributes: Sequence[Attribute]) -> list[FieldSpec]:
    """Return a field for each attribute of a level."""
    return [
        FieldSpec(
            ATTRIBUTE + attribute.id,
            attribute.label or "Attribute without a name",
            _FIELD_OF_KIND.get(attribute.kind, "line"),
            hint="a number" if attribute.kind == "number" else "",
            choices=_attribute_choices(attribute),
        )
        for attribute in attributes
    ]


def clashing_name(reader: Reader, attribute: Attribute) -> str:
    """Return the field in the form of the attribute's level that bears the same name, or an empty text."""
    blank = {CaseStudy: CaseStudy(id=""), Organisation: Organisation(id=""), Interview: Interview(id="")}
    record = blank.get(RECORD_TYPES[attribute.level], Informant(id="", interview_id=""))
    own = [spec.label for spec in record_fields(reader, record)]
    others = [each.label for each in reader.all(Attribute) if each.level == attribute.level and each.id != attribute.id]
    name = attribute.label.strip().casefold()
    return next((label for label in (*own, *others) if name and label.strip().casefold() == name), "")


def case_study_choices(reader: Reader) -> tuple[tuple[str | None, str], ...]:
    """Return all case studies to choose from, and none."""
    return ((None, "—"), *((each.id, each.label or "no name") for each in reader.all(CaseStudy)))


def _interview_fields(reader: Reader, interview: Interview) -> list[FieldSpec]:
    organisations = [
        (each.id, describe_organisation(each))
        for each in (reader.organisations(interview.case_study_id) if interview.case_study_id else ())
    ]
    return [
        FieldSpec("code", "Code", hint="such as I09"),
        FieldSpec("case_study_id", "Case study", "choice", choices=case_study_choices(reader)),
        FieldSpec("organisation_id", "Organisation", "choice", choices=((None, "—"), *organisations)),
        FieldSpec("date", "Date", "date", "such as 2014-03-02"),
        FieldSpec("mode", "Mode", "suggest", "such as telephone", _words(_MODES)),
        FieldSpec("minutes", "Minutes", "number", "such as 60"),
        FieldSpec("consent", "Consent", "suggest", "such as given", _words(Consent)),
        FieldSpec("analysts", "Analysts", "several", choices=_analyst_choices(reader)),
    ]


def _analyst_choices(reader: Reader) -> tuple[tuple[str, str], ...]:
    return tuple((each.id, each.name or "no name") for each in reader.all(Analyst))


def _attribute_choices(attribute: Attribute) -> tuple[tuple[str, str], ...]:
    if attribute.kind == "yes_no":
        return (("", "—"), ("yes", "yes"), ("no", "no"))
    if attribute.kind == "choice":
        return (("", "—"), *((choice, choice) for choice in attribute.choices))
    return ()


def _used(records: Iterable[Record], field: str) -> tuple[tuple[str, str], ...]:
    return _words(sorted({value for each in records if (value := getattr(each, field))}))


def _words(values: Iterable[str]) -> tuple[tuple[str, str], ...]:
    return tuple((value, value) for value in values)
