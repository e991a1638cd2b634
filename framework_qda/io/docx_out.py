"""The quote bank as a Word document with real styles, headings and a contents list.

Paragraphs are written as XML in batches: added one by one through the library, their time grows with the
square of their number.
"""

from collections.abc import Iterator
from itertools import count
from pathlib import Path

import docx
from docx.document import Document

from framework_qda.io import docx_parts as parts
from framework_qda.io import docx_styles as styles
from framework_qda.io.atomic import replacing
from framework_qda.io.printable import Printable
from framework_qda.model import Study
from framework_qda.quotes.bank import QuoteBank, QuoteSection, QuoteSubsection
from framework_qda.quotes.printed import PrintedQuotation


def export_quotes(bank: QuoteBank, study: Study, path: Path | str) -> list[str]:
    """Write a quote bank as a .docx file and return sentences on what was changed on the way.

    What stood at `path` stays until the new file is complete. Raises ExportError if it cannot be written.
    """
    printable = Printable()
    with replacing(Path(path)) as temporary:
        document = docx.Document()
        parts.clean_package(document, printable(study.title))
        styles.set_up_styles(document)
        parts.number_pages(document)
        parts.append(document, _Body(document, printable).paragraphs(bank, study))
        document.save(str(temporary))
    return printable.warnings()


class _Body:
    """Make the paragraphs of the document as XML."""

    def __init__(self, document: Document, printable: Printable) -> None:
        self._ids = {style.name: style.style_id for style in document.styles}
        self._clean = printable
        self._places = count()

    def paragraphs(self, bank: QuoteBank, study: Study) -> Iterator[str]:
        """Yield them from the title to the last quotation."""
        yield self._paragraph(styles.TITLE, self._run(study.title.strip() or "Quotations"))
        yield self._paragraph(styles.SUBTITLE, self._run(_subtitle(bank)))
        if not bank.sections:
            hint = "No quotations yet. Mark a passage with a star, and it will be printed here."
            yield self._paragraph(styles.COUNT, self._run(hint))
            return
        yield self._paragraph(styles.CONTENTS, self._run("Contents"))
        yield from self._contents(bank)
        for section in bank.sections:
            yield from self._section(section)

    def _section(self, section: QuoteSection) -> Iterator[str]:
        yield self._heading(0, section.heading)
        yield self._paragraph(styles.COUNT, self._run(f"n = {section.count}"), is_with_next=True)
        for part in section.subsections:
            if part.heading:
                yield self._heading(1, part.heading)
                yield self._paragraph(styles.COUNT, self._run(_count(part)), is_with_next=True)
            for quotation in part.quotations:
                yield from self._quotation(quotation)
            for pointer in part.also:
                words = f"See also quotation {pointer.number} under {pointer.heading}."
                yield self._paragraph(styles.POINTER, self._run(words))

    def _quotation(self, quotation: PrintedQuotation) -> Iterator[str]:
        style = styles.FRAGMENT if quotation.is_fragment else styles.QUOTATION
        yield self._paragraph(style, self._run(quotation.text))
        pieces = [self._run(quotation.attribution)] if quotation.attribution else []
        where = "; ".join(quotation.references)
        place = f"{quotation.number} · {where}" if where else str(quotation.number)
        pieces.append(self._run(f"{'  ' if pieces else ''}[{place}]", styles.REFERENCE))
        yield self._paragraph(styles.ATTRIBUTION, "".join(pieces))

    # -- the contents list: a field, so that Word can renew it, whose result is there from the start

    def _contents(self, bank: QuoteBank) -> Iterator[str]:
        begin = (
            '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
            '<w:r><w:instrText xml:space="preserve"> TOC \\o "1-2" \\h \\z \\u </w:instrText></w:r>'
            '<w:r><w:fldChar w:fldCharType="separate"/></w:r>'
        )
        end = '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
        entries = list(_entries(bank))
        for place, (level, heading, number) in enumerate(entries):
            runs = f"{self._run(heading)}<w:r><w:tab/></w:r>{self._run(f'n = {number}')}"
            link = f'<w:hyperlink w:anchor="{_bookmark(place)}">{runs}</w:hyperlink>'
            content = f"{begin if not place else ''}{link}{end if place == len(entries) - 1 else ''}"
            yield self._paragraph(styles.CONTENTS_LEVELS[level], content)

    def _heading(self, level: int, heading: str) -> str:
        place = next(self._places)
        content = (
            f'<w:bookmarkStart w:id="{place}" w:name="{_bookmark(place)}"/>'
            f'{self._run(heading)}<w:bookmarkEnd w:id="{place}"/>'
        )
        return self._paragraph(styles.HEADINGS[level], content)

    # -- XML

    def _paragraph(self, style: str, content: str, *, is_with_next: bool = False) -> str:
        keep = "<w:keepNext/>" if is_with_next else ""
        return f'<w:p><w:pPr><w:pStyle w:val="{self._ids[style]}"/>{keep}</w:pPr>{content}</w:p>'

    def _run(self, text: str, style: str = "") -> str:
        look = f'<w:rStyle w:val="{self._ids[style]}"/>' if style else ""
        return parts.run(self._clean(text), look)


def _bookmark(place: int) -> str:
    # Word takes names that begin so for its own entries of a contents list, and renews them with it.
    return f"_Toc{900_000_000 + place}"


def _entries(bank: QuoteBank) -> Iterator[tuple[int, str, int]]:
    """Yield level, heading and n of each heading, in the order in which they are written."""
    for section in bank.sections:
        yield 0, section.heading, section.count
        for part in section.subsections:
            if part.heading:
                yield 1, part.heading, len(part.quotations)


def _subtitle(bank: QuoteBank) -> str:
    grouped = "theme and sub-topic" if bank.group_by == "theme" else "case study"
    profile = "" if bank.is_public else " · internal: names areas, codes and roles"
    return f"Quotations by {grouped} · n = {bank.count}{profile}"


def _count(part: QuoteSubsection) -> str:
    elsewhere = len(part.also)
    return f"n = {len(part.quotations)}{f', and {elsewhere} printed elsewhere' if elsewhere else ''}"
