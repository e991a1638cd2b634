"""The one row order of a project: interviews in bands of case studies."""

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Self

from framework_qda.matrix.facts import told_fact
from framework_qda.matrix.grid import Band, GridRow
from framework_qda.model import Attribute, CaseStudy, Informant, Interview, Organisation
from framework_qda.project.reader import Reader

NO_CASE_STUDY = "No case study"
"""The label of the last band: interviews that belong to no case study."""


@dataclass(frozen=True, slots=True)
class RowOrder:
    """The rows of every matrix, and the bands that gather them; each band's rows stand together."""

    rows: tuple[GridRow, ...]
    bands: tuple[Band, ...]

    def keep(self, interview_ids: Iterable[str]) -> Self:
        """Return the order with only these interviews in it; an empty band goes."""
        kept = frozenset(interview_ids)
        rows = tuple(row for row in self.rows if row.interview_id in kept)
        return type(self)(rows, place_bands(rows, self.bands))


@dataclass(frozen=True, slots=True)
class _Known:
    """What rows are made of, each read with one query."""

    organisations: Mapping[str, Organisation]
    informants: Mapping[str, list[Informant]]
    shown: tuple[Attribute, ...]
    values: Mapping[tuple[str, str], str]


def row_order(reader: Reader) -> RowOrder:
    """Return all interviews in the order of their case studies, those without one last."""
    case_studies = {each.id: each for each in reader.all(CaseStudy)}
    groups: dict[str | None, list[Interview]] = {case_study_id: [] for case_study_id in case_studies}
    groups[None] = []
    for interview in reader.all(Interview):
        groups[interview.case_study_id if interview.case_study_id in case_studies else None].append(interview)
    known = _read_known(reader)
    rows = tuple(_row(interview, key, known) for key, group in groups.items() for interview in group)
    bands = [_band(case_study, known) for case_study in (*case_studies.values(), None)]
    return RowOrder(rows, place_bands(rows, bands))


def rows_of(
    reader: Reader, interviews: Sequence[Interview], case_study: CaseStudy | None = None
) -> tuple[tuple[GridRow, ...], tuple[str, ...]]:
    """Return some interviews as rows, in their order, and what is known of a case study; nothing else is read.

    Of the case study all is told that is no mere yes or no, what is shown beside matrices first.
    """
    attributes = sorted(reader.all(Attribute), key=lambda each: not each.is_shown)
    informants = {each.id: reader.informants(each.id) for each in interviews}
    organisations = [reader.get(Organisation, each.organisation_id) for each in interviews]
    subjects = {each.id for each in (*interviews, *organisations, case_study) if each is not None}
    subjects |= {each.id for group in informants.values() for each in group}
    values = {(key, subject): value for subject in subjects for key, value in reader.attributes_of(subject).items()}
    shown = tuple(each for each in attributes if each.is_shown)
    known = _Known({each.id: each for each in organisations if each}, informants, shown, values)
    rows = tuple(_row(interview, interview.case_study_id, known) for interview in interviews)
    of_case = [each for each in attributes if each.level == "case_study" and each.kind != "yes_no"]
    told = [told_fact(each.label, _value_of(each, [case_study.id], known)) for each in of_case] if case_study else []
    return rows, tuple(dict.fromkeys(fact for fact in told if fact))


def place_bands(rows: tuple[GridRow, ...], bands: Iterable[Band]) -> tuple[Band, ...]:
    """Return the bands that have rows, with where each one's rows begin and how many they are.

    The rows must already stand together by case study, in the order of the bands.
    """
    first: dict[str | None, int] = {}
    count: dict[str | None, int] = {}
    for place, row in enumerate(rows):
        first.setdefault(row.case_study_id, place)
        count[row.case_study_id] = count.get(row.case_study_id, 0) + 1
    return tuple(
        Band(band.case_study_id, band.label, first[band.case_study_id], count[band.case_study_id], band.facts)
        for band in bands
        if band.case_study_id in first
    )


def neutral_labels(case_study_ids: Iterable[str | None]) -> dict[str | None, str]:
    """Return labels that name no area, `Case study A` and on, in an order that is not the project's.

    The order is always the same for the same case studies, so that two exports agree. `None` comes last.
    """
    known = list(case_study_ids)
    keys = sorted((key for key in known if key), key=lambda key: hashlib.sha256(key.encode()).hexdigest())
    labels: dict[str | None, str] = {key: f"Case study {_letters(place)}" for place, key in enumerate(keys)}
    if None in known:
        labels[None] = NO_CASE_STUDY
    return labels


def _letters(place: int) -> str:
    letters = ""
    while place >= 0:
        letters = chr(ord("A") + place % 26) + letters
        place = place // 26 - 1
    return letters


def _read_known(reader: Reader) -> _Known:
    informants: dict[str, list[Informant]] = {}
    for informant in reader.all(Informant):
        informants.setdefault(informant.interview_id, []).append(informant)
    shown = tuple(attribute for attribute in reader.all(Attribute) if attribute.is_shown)
    values = reader.values_of_attributes([attribute.id for attribute in shown])
    return _Known({each.id: each for each in reader.all(Organisation)}, informants, shown, values)


def _row(interview: Interview, case_study_id: str | None, known: _Known) -> GridRow:
    organisation = known.organisations.get(interview.organisation_id or "")
    informants = known.informants.get(interview.id, [])
    facts = {}
    for attribute in known.shown:
        if attribute.level == "case_study":
            continue
        if attribute.level == "informant":
            subjects = [informant.id for informant in informants]
        else:
            subjects = [interview.id] if attribute.level == "interview" else [organisation.id] if organisation else []
        if value := _value_of(attribute, subjects, known):
            facts[attribute.label] = value
    return GridRow(
        interview_id=interview.id,
        code=interview.code,
        case_study_id=case_study_id,
        organisation_kind=organisation.kind if organisation else "",
        roles=tuple(informant.role for informant in informants if informant.role),
        facts=facts,
    )


def _band(case_study: CaseStudy | None, known: _Known) -> Band:
    if case_study is None:
        return Band(None, NO_CASE_STUDY, 0, 0)
    of_case = (each for each in known.shown if each.level == "case_study")
    facts = (told_fact(each.label, _value_of(each, [case_study.id], known)) for each in of_case)
    return Band(case_study.id, case_study.label, 0, 0, tuple(fact for fact in facts if fact))


def _value_of(attribute: Attribute, subject_ids: Iterable[str], known: _Known) -> str:
    values = (known.values.get((attribute.id, subject_id), "") for subject_id in subject_ids)
    return ", ".join(dict.fromkeys(value for value in values if value))
