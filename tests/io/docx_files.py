"""Small Word documents for the tests of reading, some made by hand where python-docx cannot."""

import io
import zipfile
from collections.abc import Sequence

import docx

NAMESPACE = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


def save(document: object) -> bytes:
    """Return the bytes of a python-docx document."""
    stream = io.BytesIO()
    document.save(stream)
    return stream.getvalue()


def paragraphs(*texts: str | Sequence[tuple[str, bool]]) -> bytes:
    """Return a document with a paragraph a text; one given as (words, is bold) pairs has runs."""
    document = docx.Document()
    for text in texts:
        paragraph = document.add_paragraph()
        for words, is_bold in [(text, False)] if isinstance(text, str) else text:
            paragraph.add_run(words).bold = is_bold
    return save(document)


def with_body(body: str, extra: dict[str, str] | None = None) -> bytes:
    """Return a document with some raw WordprocessingML as its body, and further parts."""
    whole = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(paragraphs())) as old,
        zipfile.ZipFile(whole, "w", zipfile.ZIP_DEFLATED) as new,
    ):
        for member in old.infolist():
            if member.filename not in {"word/document.xml", *(extra or {})}:
                new.writestr(member, old.read(member))
        new.writestr("word/document.xml", f"<w:document {NAMESPACE}><w:body>{body}</w:body></w:document>")
        for name, content in (extra or {}).items():
            new.writestr(name, content)
    return whole.getvalue()


def run(text: str, properties: str = "") -> str:
    """Return the markup of a run."""
    marks = f"<w:rPr>{properties}</w:rPr>" if properties else ""
    return f'<w:r>{marks}<w:t xml:space="preserve">{text}</w:t></w:r>'
