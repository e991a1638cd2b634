import docx
import pytest

from framework_qda.errors import ImportFileError
from framework_qda.io.notes_docx import read_docx_lines
from framework_qda.text.paragraphs import Line
from tests.io.docx_files import NAMESPACE, paragraphs, run, save, with_body


def lines_of(data):
    return read_docx_lines(data, "a.docx")[0]


def told_of(data):
    return read_docx_lines(data, "a.docx")[1]


def texts_of(data):
    return [line.text for line in lines_of(data)]


def table(*rows):
    document = docx.Document()
    made = document.add_table(len(rows), len(rows[0]))
    for row, cells in zip(made.rows, rows, strict=True):
        for cell, text in zip(row.cells, cells, strict=True):
            cell.text = text
    return save(document)


def test_paragraphs_and_line_breaks_are_lines():
    assert texts_of(paragraphs("One.", "", "Two.\nThree & four <b>.")) == ["One.", "Two.", "Three & four <b>."]


def test_how_far_a_line_is_bold_from_its_beginning_is_kept():
    data = paragraphs([("Blue:", True), (" well, ", False), ("never", True)])
    assert lines_of(data) == [Line("Blue: well, never", bold_length=5)]


def test_headings_and_lists_are_lines():
    document = docx.Document()
    document.add_heading("Staffing")
    document.add_paragraph("first", style="List Bullet")
    assert texts_of(save(document)) == ["Staffing", "first"]


def test_inserted_words_are_kept_and_deleted_ones_dropped_and_told():
    data = with_body(
        f"<w:p>{run('kept ')}<w:ins>{run('added ')}</w:ins><w:del><w:r><w:delText>gone</w:delText></w:r></w:del></w:p>"
    )
    lines, told = read_docx_lines(data, "a.docx")
    assert [line.text.strip() for line in lines] == ["kept added"]
    assert "1 insertion and 0 moved passages kept in their new place, 1 deletion left out" in told[0]


def test_a_moved_passage_stands_once_in_its_new_place():
    data = with_body(
        f"<w:p><w:moveFrom>{run('Moved.')}</w:moveFrom></w:p><w:p>{run('A.')}</w:p><w:p><w:moveTo>{run('Moved.')}</w:moveTo></w:p>"
    )
    assert texts_of(data) == ["A.", "Moved."]


def test_words_in_content_controls_are_read():
    assert texts_of(with_body(f"<w:sdt><w:sdtContent><w:p>{run('Inside.')}</w:p></w:sdtContent></w:sdt>")) == [
        "Inside."
    ]


def test_hidden_text_is_told_with_its_beginning():
    told = told_of(with_body(f"<w:p>{run('Seen. ')}{run('Do not quote her.', '<w:vanish/>')}</w:p>"))
    assert "hidden text (4 words, beginning “Do not quote her.”)" in told[0]


def test_text_that_is_marked_as_not_hidden_is_not_told():
    shown = run("Seen.", '<w:vanish w:val="0"/>')
    assert told_of(with_body(f"<w:p>{shown}</w:p>")) == []


def test_comments_are_left_out_and_told():
    document = docx.Document()
    paragraph = document.add_paragraph("She said so.")
    document.add_comment(paragraph.runs, text="really?", author="", initials="")
    lines, told = read_docx_lines(save(document), "a.docx")
    assert [line.text for line in lines] == ["She said so."]
    assert told == ["1 comment in the margin left out."]


def test_a_page_header_is_left_out_and_told():
    document = docx.Document()
    document.add_paragraph("Words.")
    document.sections[0].header.paragraphs[0].text = "Confidential"
    assert told_of(save(document)) == ["The page header or footer was left out: “Confidential”."]


def test_a_table_is_read_cell_by_cell():
    assert texts_of(table(("one", "two"), ("three", "four"))) == ["one", "two", "three", "four"]


def test_a_merged_cell_is_read_once():
    document = docx.Document()
    made = document.add_table(1, 2)
    made.cell(0, 0).merge(made.cell(0, 1)).text = "once"
    assert texts_of(save(document)) == ["once"]


def test_a_column_of_speakers_names_the_speaker_of_the_next_cell():
    data = table(("0:00:01", "INT", "Who?"), ("0:00:09", "R1:", "Me.\nAnd her."))
    assert lines_of(data) == [
        Line("0:00:01"),
        Line("Who?", speaker="INT"),
        Line("0:00:09"),
        Line("Me.", speaker="R1"),
        Line("And her."),
    ]


def test_a_column_of_unlike_words_is_no_column_of_speakers():
    assert {line.speaker for line in lines_of(table(("Staffing", "two"), ("Training", "none")))} == {""}


def test_a_table_inside_a_table_loses_no_words():
    document = docx.Document()
    cell = document.add_table(1, 1).cell(0, 0)
    cell.text = "outer"
    cell.add_table(1, 2).cell(0, 1).text = "inner"
    assert texts_of(save(document)) == ["outer", "inner"]


def test_a_picture_from_elsewhere_is_not_fetched(tmp_path):
    relationships = (
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" '
        'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/image" '
        f'Target="file://{tmp_path}/picture.png" TargetMode="External"/></Relationships>'
    )
    picture = (
        '<w:p><w:r><w:drawing><a:blip xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:r='
        '"http://schemas.openxmlformats.org/officeDocument/2006/relationships" r:link="r1"/></w:drawing></w:r></w:p>'
    )
    data = with_body(picture + f"<w:p>{run('Words.')}</w:p>", {"word/_rels/document.xml.rels": relationships})
    assert read_docx_lines(data, "a.docx")[1] == ["1 picture left out."]


@pytest.mark.parametrize("body", ["<w:p><w:r>", "<w:p><w:r><w:sym w:char='zz'/></w:r></w:p>"])
def test_a_document_that_word_would_not_write_is_told_to_be_damaged(body):
    with pytest.raises(ImportFileError, match="damaged"):
        lines_of(with_body(body))


def test_nesting_without_end_is_told_to_be_damaged():
    deep = "<w:sdt><w:sdtContent>" * 3_000 + f"<w:p>{run('x')}</w:p>" + "</w:sdtContent></w:sdt>" * 3_000
    with pytest.raises(ImportFileError, match="damaged"):
        lines_of(with_body(deep))


def test_a_footnote_comes_at_the_end_without_its_arrow():
    notes = (
        f'<w:footnotes {NAMESPACE}><w:footnote w:id="2"><w:p>{run("See the form.")}</w:p></w:footnote></w:footnotes>'
    )
    body = f'<w:p>{run("Words.")}<w:r><w:footnoteReference w:id="2"/></w:r></w:p>'
    lines, told = read_docx_lines(with_body(body, {"word/footnotes.xml": notes}), "a.docx")
    assert [line.text.strip() for line in lines] == ["Words.[1]", "See the form."]
    assert told == ["1 footnote put at the end."]
