"""What every Word document of the program is made of: XML in batches, page numbers, a package without a name in it."""

from collections.abc import Iterable
from datetime import UTC, datetime
from itertools import islice
from xml.sax.saxutils import escape

from docx.document import Document
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

_BATCH = 2000


def append(document: Document, elements: Iterable[str]) -> None:
    """Append paragraphs and tables, given as XML, to a document."""
    section = document.element.body.sectPr
    stream = iter(elements)
    while batch := list(islice(stream, _BATCH)):
        fragment = parse_xml(f"<w:body {nsdecls('w')}>{''.join(batch)}</w:body>")
        for element in list(fragment):
            section.addprevious(element)


def run(text: str, properties: str = "") -> str:
    """Return a run of clean text as XML; a line end in it breaks the line."""
    look = f"<w:rPr>{properties}</w:rPr>" if properties else ""
    lines = escape(text).replace("\t", " ").split("\n")
    pieces = "<w:br/>".join(f'<w:t xml:space="preserve">{line}</w:t>' for line in lines)
    return f"<w:r>{look}{pieces}</w:r>"


def number_pages(document: Document) -> None:
    """Put `3 of 12` at the foot of every page."""
    footer = document.sections[0].footer
    fields = "".join(
        f'{before}<w:fldSimple w:instr=" {code} "><w:r><w:t>1</w:t></w:r></w:fldSimple>'
        for before, code in (("", "PAGE"), ('<w:r><w:t xml:space="preserve"> of </w:t></w:r>', "NUMPAGES"))
    )
    paragraph = parse_xml(
        f'<w:p {nsdecls("w")}><w:pPr><w:pStyle w:val="Footer"/><w:jc w:val="right"/></w:pPr>{fields}</w:p>'
    )
    body = footer._element
    for element in list(body):
        body.remove(element)
    body.append(paragraph)


def clean_package(document: Document, title: str) -> None:
    """Leave nobody's name, program or picture of the stock template in the file."""
    facts = document.core_properties
    facts.author = facts.last_modified_by = facts.comments = facts.keywords = facts.subject = facts.category = ""
    facts.title = title[:255]
    facts.created = facts.modified = datetime.now(UTC).replace(tzinfo=None)
    facts.revision = 1
    relations = document.part.package.rels
    for key in [key for key, each in relations.items() if each.reltype == RELATIONSHIP_TYPE.THUMBNAIL]:
        del relations[key]
