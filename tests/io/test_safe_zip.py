import io
import zipfile

import pytest

from framework_qda.errors import ImportFileError
from framework_qda.io import safe_zip
from framework_qda.io.safe_zip import check_zip


def zipped(members, compression=zipfile.ZIP_DEFLATED):
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", compression) as archive:
        for name, content in members:
            archive.writestr(name, content)
    return stream.getvalue()


DOCUMENT = ("word/document.xml", b"<w:document/>")


def test_an_ordinary_document_passes():
    check_zip(zipped([DOCUMENT, ("word/media/image1.png", b"\x89PNG")]), "a.docx")


def test_a_bomb_is_refused_by_what_it_declares():
    bomb = zipped([("word/document.xml", b" " * (30 << 20))])
    with pytest.raises(ImportFileError, match="unfolds to far more"):
        check_zip(bomb, "a.docx")


def test_too_much_text_is_refused(monkeypatch):
    monkeypatch.setattr(safe_zip, "MOST_XML_BYTES", 10)
    with pytest.raises(ImportFileError, match="its text unfolds"):
        check_zip(zipped([DOCUMENT]), "a.docx")


def test_too_large_a_whole_is_refused(monkeypatch):
    monkeypatch.setattr(safe_zip, "MOST_BYTES", 10)
    with pytest.raises(ImportFileError, match="it unfolds to more"):
        check_zip(zipped([DOCUMENT]), "a.docx")


def test_too_many_parts_are_refused():
    with pytest.raises(ImportFileError, match="2,001 parts"):
        check_zip(zipped([(f"m{n}", b"") for n in range(2_001)]), "a.docx")


@pytest.mark.parametrize("name", ["../../x", "/abs", "C:\\x", "a\\..\\b", "\\\\host\\x"])
def test_a_name_that_points_outside_is_refused(name):
    with pytest.raises(ImportFileError, match="points out"):
        check_zip(zipped([DOCUMENT, (name, b"")]), "a.docx")


def test_two_parts_of_one_name_are_refused():
    with pytest.raises(ImportFileError, match="same name"):
        check_zip(zipped([DOCUMENT, ("WORD/document.xml", b"<x/>")]), "a.docx")


ENTITIES = '<?xml version="1.0"?><!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]><x>&e;</x>'


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "utf-16-le"])
def test_a_document_type_is_refused_in_any_encoding(encoding):
    with pytest.raises(ImportFileError, match="document type declaration"):
        check_zip(zipped([("word/document.xml", ENTITIES.encode(encoding))]), "a.docx")


def test_a_document_type_across_two_blocks_is_found(monkeypatch):
    monkeypatch.setattr(safe_zip, "_CHUNK", 25)
    with pytest.raises(ImportFileError, match="document type declaration"):
        check_zip(zipped([("word/_rels/document.xml.rels", ENTITIES.encode())]), "a.docx")


def test_a_damaged_archive_gets_advice():
    whole = zipped([("word/document.xml", bytes(range(256)) * 40)])
    with pytest.raises(ImportFileError, match=r"damaged.*save it again"):
        check_zip(whole[: len(whole) // 2], "a.docx")


def test_a_forged_size_is_no_way_round():
    data = bytearray(zipped([("word/document.xml", b"<x>" + b"y" * 5_000 + b"</x>")]))
    place = data.find(b"PK\x01\x02")
    data[place + 24 : place + 28] = (10).to_bytes(4, "little")
    with pytest.raises(ImportFileError, match="damaged"):
        check_zip(bytes(data), "a.docx")
