import time

import pytest

from framework_qda.errors import ImportFileError
from framework_qda.io.file_types import describe_type
from framework_qda.io.notes_in import notes_from_bytes
from framework_qda.io.notes_odt import MOST_SPACES, read_odt_lines
from framework_qda.model import NotesParagraph as P
from tests.io.odt_files import with_parts, with_text


def texts_of(body, styles=""):
    return [line.text for line in read_odt_lines(with_text(body, styles), "a.odt")[0]]


def told_of(body, styles=""):
    return read_odt_lines(with_text(body, styles), "a.odt")[1]


def test_an_opendocument_text_is_known_by_what_it_says():
    assert describe_type(with_text("")) == "odt"
    assert describe_type(with_parts({}, "application/vnd.oasis.opendocument.spreadsheet")).startswith("an OpenDocument")


def test_paragraphs_with_times_and_speakers_become_notes():
    body = "<text:h>Notes</text:h><text:p>[00:00:12] INT: Well?</text:p><text:p/><text:p>R: Yes.</text:p>"
    notes = notes_from_bytes(with_text(body), "I03 notes.odt")
    assert notes.paragraphs == (P("Notes"), P("Well?", "INT", 12_000), P("Yes.", "R"))
    assert notes.warnings == ()


def test_it_is_read_whatever_its_name():
    assert notes_from_bytes(with_text("<text:p>Yes.</text:p>"), "a.docx").paragraphs == (P("Yes."),)


def test_blanks_are_those_of_the_format():
    body = "<text:p> one\n  <text:span> two</text:span><text:s text:c='2'/>three<text:tab/>four</text:p>"
    assert texts_of(body) == ["one two  three\tfour"]


def test_a_line_break_ends_a_line():
    assert texts_of("<text:p>one<text:line-break/>two</text:p>") == ["one", "two"]


def test_lists_and_sections_give_their_paragraphs():
    body = (
        "<text:section><text:list><text:list-item><text:p>one</text:p></text:list-item></text:list></text:section>"
        "<text:p>two</text:p>"
    )
    assert texts_of(body) == ["one", "two"]


BOLD = '<style:style style:name="T1"><style:text-properties fo:font-weight="bold"/></style:style>'


def test_a_bold_speaker_without_a_colon_is_one():
    notes = notes_from_bytes(
        with_text('<text:p><text:span text:style-name="T1">Named Nurse</text:span> Yes.</text:p>', BOLD), "a.odt"
    )
    assert notes.paragraphs == (P("Yes.", "Named Nurse"),)


def test_deleted_words_and_comments_are_left_out_and_told():
    body = (
        "<text:tracked-changes><text:changed-region><text:deletion><text:p>gone</text:p></text:deletion>"
        "</text:changed-region><text:changed-region><text:insertion/></text:changed-region></text:tracked-changes>"
        "<text:p>kept<text:change/><office:annotation><text:p>a remark</text:p></office:annotation> and so</text:p>"
    )
    assert texts_of(body) == ["kept and so"]
    assert told_of(body) == [
        "The document has tracked changes: 1 insertion kept, 1 deletion left out.",
        "1 comment in the margin left out.",
    ]


def test_hidden_words_are_read_and_told():
    styles = '<style:style style:name="T2"><style:text-properties text:display="none"/></style:style>'
    body = '<text:p>seen <text:span text:style-name="T2">not seen</text:span></text:p>'
    assert texts_of(body, styles) == ["seen not seen"]
    assert "hidden text (2 words, beginning “not seen”)" in told_of(body, styles)[0]


def test_pictures_are_left_out_with_their_descriptions():
    body = (
        "<text:p>a<draw:frame><draw:image/><svg:title>logo</svg:title><svg:desc>blue</svg:desc></draw:frame>b</text:p>"
    )
    assert texts_of(body) == ["ab"]
    assert told_of(body) == ["1 picture left out."]


def test_footnotes_stand_at_the_end():
    body = (
        "<text:p>one<text:note><text:note-citation>1</text:note-citation><text:note-body><text:p>see below</text:p>"
        "</text:note-body></text:note> more</text:p><text:p>two</text:p>"
    )
    assert texts_of(body) == ["one more", "two", "see below"]
    assert told_of(body) == ["1 footnote put at the end."]


def test_words_in_a_frame_are_paragraphs_of_their_own():
    body = "<text:p>one<draw:frame><draw:text-box><text:p>boxed</text:p></draw:text-box></draw:frame> more</text:p>"
    assert texts_of(body) == ["boxed", "one more"]


def cell(words):
    return f"<table:table-cell><text:p>{words}</text:p></table:table-cell>"


def test_a_table_with_speakers_names_them():
    rows = "".join(
        f"<table:table-row>{cell(who)}{cell(said)}</table:table-row>" for who, said in (("INT", "Well?"), ("R", "Yes."))
    )
    notes = notes_from_bytes(with_text(f"<table:table>{rows}</table:table>"), "a.odt")
    assert notes.paragraphs == (P("Well?", "INT"), P("Yes.", "R"))


def test_a_table_in_a_cell_stays_in_its_place():
    inner = f"<table:table><table:table-row>{cell('two')}</table:table-row></table:table>"
    cells = f"<table:table-cell><text:p>one</text:p>{inner}</table:table-cell>{cell('three')}"
    table = f"<table:table><table:table-row>{cells}</table:table-row></table:table>"
    assert texts_of(table) == ["one", "two", "three"]


# -- hostile files

DOCTYPE = '<!DOCTYPE x [<!ENTITY a "lol"><!ENTITY b SYSTEM "file:///etc/passwd">]>'


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (with_text("<text:p>&a;</text:p>", before=DOCTYPE), "document type declaration"),
        (with_text("<text:p/>", extra={"META-INF/manifest.xml": f"{DOCTYPE}<x/>"}), "document type declaration"),
        (with_text("<text:p>x</text:p>", extra={"../../x.xml": "<x/>"}), "points out of the document"),
        (with_text("<text:p>" + "a" * (8 << 20) + "</text:p>"), "far more than a document holds"),
        (with_text("<text:p>x</wrong>"), "is damaged"),
        (with_text("<text:p>x</text:p>")[:-40], "a damaged archive"),
        (with_parts({}), "is damaged"),
        (with_text("", extra={"META-INF/manifest.xml": "<m><encryption-data/></m>"}), "locked with a password"),
        (with_text("<text:p> </text:p>"), "holds no words"),
        (b"plain words", "not an OpenDocument text but plain text"),
    ],
    ids=["entity", "entity in the manifest", "outside", "bomb", "not XML", "cut short", "no content", "locked",
         "no words", "plain text"],
)  # fmt: skip
def test_a_document_that_is_not_sound_is_refused_in_words(data, words):
    with pytest.raises(ImportFileError, match=words):
        notes_from_bytes(data, "a.odt")


def test_blanks_without_number_are_not_made():
    assert len(texts_of("<text:p>a<text:s text:c='999999999'/>b</text:p>")[0]) == MOST_SPACES + 2
    assert texts_of("<text:p>a<text:s text:c='-5'/>b</text:p>") == ["a b"]


def test_repeated_columns_are_not_made():
    row = '<table:table-row><table:table-cell table:number-columns-repeated="99999999"/></table:table-row>'
    assert texts_of(f"<table:table>{row}</table:table><text:p>x</text:p>") == ["x"]


def test_deep_nesting_is_read_in_a_moment():
    deep = 20_000
    body = "<text:p>" + "<text:span text:style-name='T1'>a" * deep + "</text:span>" * deep + "</text:p>"
    started = time.process_time()
    assert texts_of(body, BOLD) == ["a" * deep]
    assert time.process_time() - started < 2
