import io
import zipfile

import pytest

from framework_qda.io.file_types import describe_type
from tests.io.docx_files import paragraphs


def zip_with(name):
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        archive.writestr(name, "x")
    return stream.getvalue()


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"", "empty"),
        (b"plain words\r\n", "text"),
        ("wörter".encode("utf-16"), "text"),
        ("wörter".encode("utf-16-le"), "text"),
        (b"caf\xe9", "text"),
        (b"%PDF-1.7", "a PDF"),
        (b"{\\rtf1", "a rich text file (.rtf)"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an old Word file (.doc) or one that is locked with a password"),
        (b"SQLite format 3\x00", "a database, perhaps a Framework QDA project"),
        (b"<!DOCTYPE html><html>", "a web page"),
        (b"\xef\xbb\xbf<?xml version='1.0'?>", "an XML file"),
        (b"\x00\x00\x00\x18ftypM4A ", "a sound recording or a film"),
        (b"ID3\x03", "a sound recording"),
        (bytes(range(256)), "a file of an unknown kind, not text"),
        (b"PK\x03\x04 cut short", "a damaged archive or document"),
        (zip_with("xl/workbook.xml"), "an Excel workbook"),
        (zip_with("notes.txt"), "an archive (.zip)"),
        (zip_with("word/document2.xml"), "docx"),
    ],
)
def test_a_file_is_told_by_its_bytes(data, words):
    assert describe_type(data) == words


def test_a_document_of_a_word_processor_is_a_docx():
    assert describe_type(paragraphs("x")) == "docx"
