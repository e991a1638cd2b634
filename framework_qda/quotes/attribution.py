"""Attributions built by a template over attributes, so that they are spelt one way and identify nobody.

A template such as `{organisation kind}, {service model}` names attributes by their labels, in any case of
letters, and a few things that every interview has.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from framework_qda.errors import ExportError
from framework_qda.model import Attribute, AttributeValue, CaseStudy, Informant, Interview, Organisation
from framework_qda.project.reader import Reader

ORGANISATION_KIND = "organisation kind"

INTERNAL_NAMES = ("case study", "organisation", "interview", "date", "informant", "role")
"""What a template may name in the internal profile only: each narrows down who spoke."""

# An attribute called after one of these says where, when or who, whatever its values are.
_IDENTIFYING = re.compile(
    r"\b(?:regions?|county|counties|town|city|postcode|role|code|date|sex|gender)\b|\b(?:area|place|site|name|age)$",
    re.IGNORECASE,
)
_FIELD = re.compile(r"\{([^{}]*)\}")
_SEPARATORS = r"[\s,;:–—·/|-]"
_UNKNOWN = "\ufdd3"


@dataclass(frozen=True, slots=True)
class Attributions:
    """The attribution of each interview; `template` is the one they were built by."""

    template: str
    by_interview: Mapping[str, str]

    def of(self, interview_id: str) -> str:
        """Return an interview's attribution, empty where nothing of what the template names is known."""
        return self.by_interview.get(interview_id, "")


def build_attributions(reader: Reader, *, is_public: bool = True) -> Attributions:
    """Return the attribution of every interview by the study's template.

    Raises ExportError if the template names something that does not exist or that the profile does not allow,
    or if a value that it would print is itself an area, a code or a role of the project.
    """
    attributes = reader.all(Attribute)
    template = template_in_force(reader)
    check_template(template, attributes, is_public=is_public)
    names = {_name(name) for name in _FIELD.findall(template)}
    facts = _read_facts(reader, [each for each in attributes if _name(each.label) in names])
    built: dict[str, str] = {}
    for interview in reader.all(Interview):
        values = {name: facts.value(interview, name) for name in names}
        if is_public:
            facts.refuse_identifying(values)
        built[interview.id] = fill_template(template, values)
    return Attributions(template, built)


def template_in_force(reader: Reader) -> str:
    """Return the study's template, or the one that stands for it while there is none."""
    has_kinds = any(each.kind for each in reader.all(Organisation))
    own = reader.study().attribution_template.strip()
    return own or default_template(reader.all(Attribute), has_kinds=has_kinds)


def default_template(attributes: Iterable[Attribute], *, has_kinds: bool = True) -> str:
    """Return the template for a study without one: the organisation's kind and what groups the case studies.

    That is the first shown choice attribute of case studies whose name does not say where, when or who. Where no
    organisation has a kind, it stands alone, or else the first other choice that tells nobody.
    """
    found = [each for each in attributes if each.kind == "choice" and each.label.strip() and not is_identifying(each)]
    grouping = [each.label for each in found if each.level == "case_study" and each.is_shown][:1]
    if not has_kinds and found:
        return f"{{{(grouping or [found[0].label])[0]}}}"
    return ", ".join(f"{{{name}}}" for name in (ORGANISATION_KIND, *grouping))


def check_template(template: str, attributes: Iterable[Attribute], *, is_public: bool = True) -> None:
    """Raise ExportError, saying what may stand there, if a template cannot be used in a profile."""
    known = list(attributes)
    allowed = names_for_template(known, is_public=is_public)
    advice = f"It may name: {', '.join(allowed)}. Change the template in the study's settings; nothing was written."
    if set("{}") & set(_FIELD.sub("", template)):
        raise ExportError(f"The attribution template “{template}” has a brace without its other half. {advice}")
    for name in _FIELD.findall(template):
        if _name(name) in map(_name, allowed):
            continue
        if _name(name) in map(_name, names_for_template(known, is_public=False)):
            reason = "which narrows down who spoke and has no place in the public profile"
        else:
            reason = "which is no attribute of this project"
        raise ExportError(f"The attribution template names {{{name.strip()}}}, {reason}. {advice}")


def is_identifying(attribute: Attribute) -> bool:
    """Say whether an attribute's kind or name tells that it narrows down who spoke: a region, a role, a date."""
    return attribute.kind == "date" or bool(_IDENTIFYING.search(attribute.label.strip()))


def names_for_template(attributes: Iterable[Attribute], *, is_public: bool = True) -> list[str]:
    """Return the names that a template may use in a profile, as they are written."""
    labels = [
        each.label
        for each in attributes
        if each.label.strip() and not (is_public and (is_identifying(each) or _name(each.label) in INTERNAL_NAMES))
    ]
    return list(dict.fromkeys([ORGANISATION_KIND, *sorted(labels), *(() if is_public else INTERNAL_NAMES)]))


def fill_template(template: str, values: Mapping[str, str]) -> str:
    """Put values (by lower-case name) into a template; what is unknown goes with the separator beside it."""
    text = _FIELD.sub(lambda found: values.get(_name(found[1]), "") or _UNKNOWN, template)
    text = re.sub(rf"^{_SEPARATORS}*(?:{_UNKNOWN}{_SEPARATORS}*)+", "", text)
    text = re.sub(rf"{_SEPARATORS}*{_UNKNOWN}", "", text)
    return " ".join(text.split())


@dataclass(frozen=True, slots=True)
class _Facts:
    """What is known of each interview and of those around it."""

    case_studies: Mapping[str, CaseStudy]
    organisations: Mapping[str, Organisation]
    informants: Mapping[str, list[Informant]]
    attributes: Mapping[str, list[Attribute]]
    values: Mapping[tuple[str, str], str]
    identifying: frozenset[str]

    def value(self, interview: Interview, name: str) -> str:
        """Return what a name of the template stands for; several informants' values are joined."""
        for attribute in self.attributes.get(name, []):
            subjects = self._subjects(interview, attribute.level)
            values = dict.fromkeys(self.values.get((attribute.id, each), "") for each in subjects)
            if any(values):
                return " and ".join(value for value in values if value)
        return self._own_value(interview, name)

    def refuse_identifying(self, values: Mapping[str, str]) -> None:
        """Raise ExportError if a value is an area, a code or a role of this project, whatever it is called."""
        for name, value in values.items():
            if _name(value) in self.identifying:
                raise ExportError(
                    f"The attribution would print “{value}” for {{{name}}}, which is an area, a code or a role of this "
                    "project. Nothing was written; take it out of the template or use the internal profile."
                )

    def _subjects(self, interview: Interview, level: str) -> list[str]:
        if level == "informant":
            return [each.id for each in self.informants.get(interview.id, [])]
        subjects = {"case_study": interview.case_study_id, "organisation": interview.organisation_id}
        return [subjects.get(level, interview.id) or ""]

    def _own_value(self, interview: Interview, name: str) -> str:
        case_study = self.case_studies.get(interview.case_study_id or "")
        organisation = self.organisations.get(interview.organisation_id or "")
        informants = self.informants.get(interview.id, [])
        values = {
            ORGANISATION_KIND: organisation.kind if organisation else "",
            "case study": case_study.label if case_study else "",
            "organisation": organisation.label if organisation else "",
            "interview": interview.code,
            "date": interview.date,
            "informant": " and ".join(each.code for each in informants if each.code),
            "role": " and ".join(each.role for each in informants if each.role),
        }
        return values.get(name, "")


def _read_facts(reader: Reader, attributes: list[Attribute]) -> _Facts:
    informants: dict[str, list[Informant]] = {}
    for informant in reader.all(Informant):
        informants.setdefault(informant.interview_id, []).append(informant)
    by_name: dict[str, list[Attribute]] = {}
    for attribute in attributes:
        by_name.setdefault(_name(attribute.label), []).append(attribute)
    case_studies = reader.all(CaseStudy)
    people = [each for group in informants.values() for each in group]
    words = [
        *(each.label for each in case_studies),
        *(each.code for each in reader.all(Interview)),
        *(word for each in people for word in (each.code, each.role)),
    ]
    wanted = {attribute.id for attribute in attributes}
    return _Facts(
        case_studies={each.id: each for each in case_studies},
        organisations={each.id: each for each in reader.all(Organisation)},
        informants=informants,
        attributes=by_name,
        values={
            (each.attribute_id, each.subject_id): each.value
            for each in reader.all(AttributeValue)
            if each.attribute_id in wanted
        },
        identifying=frozenset(_name(word) for word in words if word.strip()),
    )


def _name(text: str) -> str:
    return " ".join(text.split()).casefold()
