"""Words of a project that tell where or who, found in what is to leave it."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from framework_qda.model import (
    Attribute,
    AttributeValue,
    CaseStudy,
    Informant,
    Interview,
    Notice,
    NoticeKind,
    NoticePlace,
    Organisation,
)
from framework_qda.project.reader import Reader
from framework_qda.quotes.attribution import is_identifying
from framework_qda.quotes.segments import anonymised_words
from framework_qda.text.telling import Telling

if TYPE_CHECKING:
    from framework_qda.quotes.printed import PrintedQuotation

TELLING = NoticeKind(
    "quotation holds an area, a code, a role or a name in its own words",
    "quotations hold an area, a code, a role or a name in their own words",
)
_PRONOUNS = frozenset(
    ("he", "she", "him", "her", "his", "hers", "they", "them", "their", "it", "its", "we", "us", "our")
)


def people_words(reader: Reader) -> list[str]:
    """Return what no attribution may say to the public: areas, organisations, codes, roles, dates, regions."""
    identifying = {each.id for each in reader.all(Attribute) if is_identifying(each)}
    return [
        *(each.label for each in reader.all(CaseStudy)),
        *(each.label for each in reader.all(Organisation)),
        *(word for each in reader.all(Interview) for word in (each.code, each.date)),
        *(word for each in reader.all(Informant) for word in (each.code, each.role)),
        *(each.value for each in reader.all(AttributeValue) if each.attribute_id in identifying),
    ]


def find_disclosures(reader: Reader, quotations: Sequence["PrintedQuotation"]) -> Iterator[str]:
    """Yield a sentence for each quotation whose own words name an area, a code, the speaker's role or a name.

    A name is what any quotation of the project has had anonymised.
    """
    everywhere = [each.label for each in reader.all(CaseStudy)]
    everywhere += [each.code for each in reader.all(Interview)]
    everywhere += _anonymised_names(reader)
    own: dict[str, list[str]] = {}
    for informant in reader.all(Informant):
        own.setdefault(informant.interview_id, []).append(informant.role)
        everywhere.append(informant.code)
    common = Telling(everywhere)
    for quotation in quotations:
        roles = Telling(own.get(quotation.interview_id, ()))
        found = {*common.names_in(quotation.text), *roles.names_in(quotation.text)}
        if found:
            words = ", ".join(f"“{word}”" for word in sorted(found))
            said = f"Quotation {quotation.number} holds {words} in its own words: read it before it leaves the project."
            yield Notice(said, TELLING, NoticePlace(quotation.interview_id, quotation.extract_ids[0], is_passage=True))


def _anonymised_names(reader: Reader) -> Iterator[str]:
    for quotation in reader.quotations():
        for words in anonymised_words(quotation.segments):
            # A “she” that tells the sex of somebody in one place tells nothing in others.
            if any(letter.isupper() for letter in words) and words.casefold() not in _PRONOUNS:
                yield words
