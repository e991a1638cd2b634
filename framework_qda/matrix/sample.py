"""The sample table of a report: who was interviewed in each case study, and which organisations took no part."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from framework_qda.matrix.rows import NO_CASE_STUDY, neutral_labels
from framework_qda.model import Attribute, AttributeValue, CaseStudy, Informant, Interview, Organisation
from framework_qda.project.reader import Reader


@dataclass(frozen=True, slots=True)
class SampleField:
    """Who was interviewed in one case study in organisations of one kind.

    `groups` has the roles of each interview, those of a joint one together; `is_declined` says that an organisation
    is known and took no part, `is_known` that there is any organisation.
    """

    groups: tuple[tuple[str, ...], ...] = ()
    informants: int = 0
    is_known: bool = False
    is_declined: bool = False

    @property
    def interviews(self) -> int:
        """How many interviews there were."""
        return len(self.groups)


@dataclass(frozen=True, slots=True)
class SampleRow:
    """A case study with its facts, in the order of the table's `facts`, and a field for each of its kinds."""

    label: str
    facts: tuple[str, ...]
    fields: tuple[SampleField, ...]


@dataclass(frozen=True, slots=True)
class SampleTable:
    """The sample: a row a case study, a field for each kind of organisation.

    `facts` are the labels of the attributes of case studies that are shown, `roles` counts informants by kind and role,
    `spread` the case studies by each of the attributes that tell nobody where they are.
    """

    kinds: tuple[str, ...]
    facts: tuple[str, ...]
    rows: tuple[SampleRow, ...]
    roles: Mapping[str, Mapping[str, int]]
    spread: Mapping[str, Mapping[str, int]]


NO_KIND = "Other interviews"
"""The heading of interviews whose organisation, or its kind, is not known."""


def build_sample_table(reader: Reader, hidden: Iterable[str] = (), *, is_public: bool = False) -> SampleTable:
    """Return the sample. `hidden` are the ids of attributes that tell where or who, left out of what is public.

    The public table has neutral labels in an order of its own, no facts and no roles in its rows.
    """
    people: dict[str, list[str]] = {}
    for informant in reader.all(Informant):
        people.setdefault(informant.interview_id, []).append(informant.role)
    organisations = reader.all(Organisation)
    kind_of = {each.id: each.kind for each in organisations}
    interviews = reader.all(Interview)
    kinds = tuple(dict.fromkeys(each.kind for each in organisations if each.kind))
    if any(not kind_of.get(each.organisation_id or "") for each in interviews):
        kinds = (*kinds, "")
    case_studies: list[CaseStudy | None] = [*reader.all(CaseStudy)]
    known = {each.id for each in case_studies if each}
    if any(each.case_study_id not in known for each in interviews):
        case_studies.append(None)
    attributes = [each for each in reader.attributes("case_study") if not (is_public and each.id in set(hidden))]
    values = _values(reader, attributes)

    def row(case_study: CaseStudy | None) -> SampleRow:
        key = case_study.id if case_study else None
        own = [each for each in interviews if (each.case_study_id if each.case_study_id in known else None) == key]
        there = [each for each in organisations if each.case_study_id == key]
        facts = tuple(values.get((each.id, key or ""), "") for each in attributes)
        fields = tuple(_field(kind, own, there, kind_of, people) for kind in kinds)
        return SampleRow(case_study.label if case_study else NO_CASE_STUDY, () if is_public else facts, fields)

    rows = [(case_study.id if case_study else None, row(case_study)) for case_study in case_studies]
    return SampleTable(
        tuple(kind or NO_KIND for kind in kinds),
        () if is_public else tuple(each.label for each in attributes),
        _neutral(rows) if is_public else tuple(each for _, each in rows),
        _roles(kinds, interviews, kind_of, people),
        _spread(attributes, values, [each.id for each in case_studies if each]),
    )


def _neutral(rows: Sequence[tuple[str | None, SampleRow]]) -> tuple[SampleRow, ...]:
    known = dict(rows)
    labels = neutral_labels(key for key, _ in rows)
    return tuple(
        SampleRow(
            label,
            (),
            tuple(
                SampleField(tuple(() for _ in each.groups), each.informants, each.is_known, each.is_declined)
                for each in known[key].fields
            ),
        )
        for key, label in labels.items()
    )


def _values(reader: Reader, attributes: Iterable[Attribute]) -> dict[tuple[str, str], str]:
    wanted = {each.id for each in attributes}
    return {
        (each.attribute_id, each.subject_id): each.value
        for each in reader.all(AttributeValue)
        if each.attribute_id in wanted and each.value
    }


def _field(
    kind: str,
    interviews: Iterable[Interview],
    organisations: Iterable[Organisation],
    kind_of: Mapping[str, str],
    people: Mapping[str, Sequence[str]],
) -> SampleField:
    held = [each for each in interviews if kind_of.get(each.organisation_id or "", "") == kind]
    there = [each for each in organisations if each.kind == kind]
    return SampleField(
        groups=tuple(tuple(role for role in people.get(each.id, ()) if role) for each in held),
        informants=sum(len(people.get(each.id, ())) for each in held),
        is_known=bool(there),
        is_declined=bool(there) and not held and not any(each.took_part for each in there),
    )


def _roles(
    kinds: Iterable[str],
    interviews: Iterable[Interview],
    kind_of: Mapping[str, str],
    people: Mapping[str, Sequence[str]],
) -> dict[str, dict[str, int]]:
    found: dict[str, Counter[str]] = {kind or NO_KIND: Counter() for kind in kinds}
    for interview in interviews:
        kind = kind_of.get(interview.organisation_id or "", "") or NO_KIND
        found[kind].update(role or "role not recorded" for role in people.get(interview.id, ()))
    return {kind: dict(sorted(roles.items(), key=lambda each: (-each[1], each[0]))) for kind, roles in found.items()}


def _spread(
    attributes: Iterable[Attribute], values: Mapping[tuple[str, str], str], case_studies: Sequence[str]
) -> dict[str, dict[str, int]]:
    found = {}
    for attribute in attributes:
        counts = Counter(values.get((attribute.id, key), "") for key in case_studies)
        known = [*attribute.choices, *sorted(value for value in counts if value and value not in attribute.choices)]
        shown = {value: counts[value] for value in known if counts[value]}
        if shown:
            found[attribute.label] = shown | ({"not recorded": counts[""]} if counts[""] else {})
    return found
