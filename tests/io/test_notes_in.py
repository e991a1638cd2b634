import hashlib
import time

import pytest

from framework_qda.errors import ImportFileError
from framework_qda.io import notes_in
from framework_qda.io.notes_in import count_words, guess_kind, notes_from_bytes, read_notes
from framework_qda.model import NotesParagraph as P
from tests.io.docx_files import paragraphs

TEXT = """[00:00:12] INT: You have read the sheet?

[00:00:20] R: Yes. Used to rely on the form.

"She'll ring me and say ..."

[Analyst: laughs here.]
"""
PARAGRAPHS = (
    P("You have read the sheet?", "INT", 12_000),
    P("Yes. Used to rely on the form.", "R", 20_000),
    P('"She\'ll ring me and say ..."'),
    P("[Analyst: laughs here.]"),
)


def put(folder, name, data):
    path = folder / name
    path.write_bytes(data)
    return path


def test_a_text_file_becomes_numbered_paragraphs(tmp_path):
    notes = read_notes(put(tmp_path, "I02.notes.txt", TEXT.encode()))
    assert (notes.paragraphs, notes.warnings) == (PARAGRAPHS, ())


def test_a_word_document_gives_the_same_paragraphs(tmp_path):
    notes = read_notes(put(tmp_path, "I02.docx", paragraphs(*TEXT.split("\n"))))
    assert (notes.paragraphs, notes.warnings) == (PARAGRAPHS, ())


def test_the_origin_is_kept_without_its_folder(tmp_path):
    path = put(tmp_path, "I02.notes.txt", TEXT.encode())
    notes = read_notes(str(path))
    assert (notes.file_name, notes.title) == ("I02.notes.txt", "I02.notes")
    assert notes.file_sha256 == hashlib.sha256(path.read_bytes()).hexdigest()


def test_a_word_document_is_known_by_what_it_holds(tmp_path):
    assert read_notes(put(tmp_path, "notes.txt", paragraphs("Words."))).paragraphs == (P("Words."),)


@pytest.mark.parametrize(
    ("name", "data", "words"),
    [
        ("a.docx", b"plain words", "not a Word document but plain text"),
        ("a.docx", b"<html><body>x</body></html>", "not a Word document: it is a web page"),
        ("a.docx", b"", "is empty"),
        ("a.txt", b"%PDF-1.4", "it is a PDF"),
        ("a.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "old Word file"),
        ("a.txt", b" \n \r\n\t", "holds no words"),
    ],
)
def test_a_file_that_is_not_what_it_claims_is_told_by_its_real_kind(tmp_path, name, data, words):
    with pytest.raises(ImportFileError, match=words):
        read_notes(put(tmp_path, name, data))


def test_a_file_that_is_gone_is_told(tmp_path):
    with pytest.raises(ImportFileError, match="not there any more"):
        read_notes(tmp_path / "gone.txt")


def test_a_folder_is_told(tmp_path):
    with pytest.raises(ImportFileError, match="is a folder"):
        read_notes(tmp_path)


def test_a_file_that_is_too_large_is_not_read(tmp_path, monkeypatch):
    monkeypatch.setattr(notes_in, "MOST_FILE_BYTES", 3)
    with pytest.raises(ImportFileError, match="larger than"):
        read_notes(put(tmp_path, "a.txt", b"words"))


def test_what_was_removed_is_told_once_for_the_whole_file():
    words = "word " * 30
    notes = notes_from_bytes(f"a\x00b {words}\n\nc\x07d {words}".encode(), "a.txt")
    assert [paragraph.text[:2] for paragraph in notes.paragraphs] == ["ab", "cd"]
    assert notes.warnings == ("2 control characters were removed.",)


def test_words_of_a_document_are_composed_and_cleaned():
    notes = notes_from_bytes(paragraphs([("Cafe\u0301:", True), (" a\u202eb", False)]), "a.docx")
    assert notes.paragraphs == (P("ab", "Caf\u00e9"),)


def test_times_that_go_backwards_are_among_the_warnings():
    assert notes_from_bytes(b"[0:00:09] a\n[0:00:05] b", "a.txt").warnings[0].startswith("A time goes backwards")


def test_joined_lines_are_told():
    text = "\n".join(f"word{n} and some more words so that it is long enough {n}" for n in range(9))
    assert "joined to paragraphs" in notes_from_bytes(text.encode(), "a.txt").warnings[0]


@pytest.mark.parametrize("ends", ["\r\n", "\r", "\n"])
def test_line_ends_of_any_system_are_read(ends):
    assert len(notes_from_bytes(f"one{ends}two{ends}{ends}three".encode(), "a.txt").paragraphs) == 3


@pytest.mark.parametrize(
    ("name", "kind"),
    [("I01_transcript.docx", "transcript"), ("Observation A&E.txt", "observation"), ("I01.notes.txt", "notes")],
)
def test_the_kind_is_guessed_from_the_name(name, kind):
    assert guess_kind(name) == kind


def test_words_are_counted_without_times_and_speakers():
    assert count_words(PARAGRAPHS[:2]) == 12


def test_ten_thousand_lines_are_read_in_a_moment():
    text = "\n\n".join(f"[{n // 360:02}:{n // 6 % 60:02}:{n % 6 * 10:02}] R: " + "word " * 20 for n in range(10_000))
    started = time.process_time()
    assert len(notes_from_bytes(text.encode(), "a.txt").paragraphs) == 10_000
    assert time.process_time() - started < 2
