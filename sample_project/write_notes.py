"""Write the notes of an interview as a Word document, from plain text with one paragraph a line.

    python sample_project/write_notes.py I02.notes.txt sample_project/notes/I02.docx

A line reads `[00:12:05] R: ...`: time and speaker are optional, an empty line means nothing, and an aside of the
analyst is `[Analyst: ...]`. Running it again gives the same bytes. The Word documents are what the sample project is
built from; after this first writing they may be edited in Word like any others.
"""

import re
import sys
import zipfile
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path

from docx import Document as new_document
from docx.document import Document
from docx.enum.style import WD_STYLE_TYPE
from docx.oxml.ns import qn
from docx.shared import Cm, Pt, RGBColor
from docx.styles.styles import Styles
from docx.text.paragraph import Paragraph

LINE = re.compile(r"^(?P<time>\[\d\d:\d\d:\d\d\])?\s*(?:(?P<speaker>INT|R\d?):)?\s*(?P<words>.+)$")
KEPT_STYLES = ("Normal", "Default Paragraph Font", "No List")
GREY = RGBColor(0x70, 0x78, 0x80)
WRITTEN_AT = datetime(2012, 8, 1, 9, 0, tzinfo=UTC)


def write_notes(text: str, code: str, destination: Path) -> None:
    """Write notes with their times and speakers as a Word document without any personal metadata."""
    document = new_document()
    _set_page(document)
    _set_styles(document.styles)
    for line in filter(None, map(str.strip, text.splitlines())):
        _add_line(document, line)
    _clear_metadata(document, code)
    destination.write_bytes(_without_clock(document))


def _set_page(document: Document) -> None:
    """Set a page of A4."""
    section = document.sections[0]
    section.page_width, section.page_height = Cm(21.0), Cm(29.7)
    section.left_margin = section.right_margin = Cm(2.5)
    section.top_margin = section.bottom_margin = Cm(2.2)


def _set_styles(styles: Styles) -> None:
    """Keep no style but the body text, and make those for times, speakers, questions and asides."""
    for style in list(styles):
        if style.name not in KEPT_STYLES:
            style.delete()
    normal = styles["Normal"]
    normal.font.name, normal.font.size = "Calibri", Pt(11)
    normal.paragraph_format.space_after = Pt(6)
    normal.paragraph_format.line_spacing = 1.15
    language = normal.element.get_or_add_rPr().makeelement(qn("w:lang"), {qn("w:val"): "en-GB"})
    normal.element.get_or_add_rPr().append(language)
    question = styles.add_style("Notes Question", WD_STYLE_TYPE.PARAGRAPH)
    question.base_style = normal
    question.paragraph_format.space_before = Pt(6)
    question.paragraph_format.keep_with_next = True
    aside = styles.add_style("Notes Aside", WD_STYLE_TYPE.PARAGRAPH)
    aside.base_style = normal
    aside.font.italic, aside.font.color.rgb = True, GREY
    time = styles.add_style("Notes Time", WD_STYLE_TYPE.CHARACTER)
    time.font.size, time.font.color.rgb = Pt(9), GREY
    styles.add_style("Notes Speaker", WD_STYLE_TYPE.CHARACTER).font.bold = True


def _add_line(document: Document, line: str) -> Paragraph:
    """Add one paragraph; what stands in it is exactly the line, whatever its looks."""
    if line.startswith("[Analyst"):
        return document.add_paragraph(line, style="Notes Aside")
    match = LINE.match(line)
    if match is None:
        raise ValueError(f"not a line of notes: {line!r}")
    is_question = match["speaker"] == "INT"
    paragraph = document.add_paragraph(style="Notes Question" if is_question else "Normal")
    if match["time"]:
        paragraph.add_run(match["time"] + " ", style="Notes Time")
    if match["speaker"]:
        paragraph.add_run(match["speaker"] + ": ", style="Notes Speaker")
    paragraph.add_run(match["words"])
    return paragraph


def _clear_metadata(document: Document, code: str) -> None:
    """Leave no name, no clock and nothing of the library's template but its styles in the file."""
    properties = document.core_properties
    properties.author = properties.last_modified_by = properties.comments = properties.keywords = ""
    properties.title = f"Interview {code}"
    properties.created = properties.modified = WRITTEN_AT
    properties.revision = 1
    for owner in (document.part.package, document.part):
        for key, relation in list(owner.rels.items()):
            if relation.reltype.endswith(("/thumbnail", "/stylesWithEffects", "/customXml")):
                del owner.rels[key]


def _without_clock(document: Document) -> bytes:
    """Return the file's bytes with all times in the archive fixed, so that they are the same every time."""
    written, fixed = BytesIO(), BytesIO()
    document.save(written)
    with zipfile.ZipFile(written) as source, zipfile.ZipFile(fixed, "w", zipfile.ZIP_DEFLATED) as target:
        for name in sorted(source.namelist(), key=lambda name: (name != "[Content_Types].xml", name)):
            member = zipfile.ZipInfo(name, WRITTEN_AT.timetuple()[:6])
            target.writestr(member, source.read(name), zipfile.ZIP_DEFLATED)
    return fixed.getvalue()


if __name__ == "__main__":
    source_path, target_path = map(Path, sys.argv[1:3])
    write_notes(source_path.read_text(encoding="utf-8"), target_path.stem, target_path)
