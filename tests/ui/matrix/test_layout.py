from dataclasses import replace

import pytest
from PySide6.QtCore import QPointF
from PySide6.QtGui import QGuiApplication, QImage, QPainter

from framework_qda.matrix.grid import EvidenceRef, TagMark
from framework_qda.ui.matrix.layout import LONGEST, CellLayout, LayoutCache, empty_words, statement_runs
from framework_qda.ui.matrix.look import GridLook
from tests.ui.matrix.grids import NOTES, QUOTED, SENTENCES, cell, evidence, statement

WIDTH = 260.0


@pytest.fixture
def grid_look(look):
    return GridLook(QGuiApplication.font())


def test_a_narrow_column_makes_a_cell_taller(grid_look):
    made = cell(0, 0, "charted", statement(" ".join(SENTENCES)))
    assert CellLayout(made, WIDTH / 2, grid_look).height > CellLayout(made, WIDTH, grid_look).height * 1.5


def test_every_passage_has_a_chip_inside_the_cell(grid_look):
    made = cell(0, 0, "charted", statement(SENTENCES[0], "summary", evidence(1), evidence(2, start_ms=5000)))
    for times in (40, 12, 6, 3):
        width = grid_look.em * times
        layout = CellLayout(made, width, grid_look)
        assert [chip.evidence.paragraph_number for chip in layout.chips] == [1, 2]
        assert all(chip.rect.left() >= 0 and chip.rect.right() <= width for chip in layout.chips)
        assert all(chip.rect.bottom() <= layout.height + 2 for chip in layout.chips)


def tagged(*labels):
    marks = tuple(TagMark(label, place) for place, label in enumerate(labels))
    return replace(statement("Told.", "summary", evidence(1)), tags=marks)


def test_tags_are_written_behind_the_references(grid_look):
    words = "".join(run.text for run in statement_runs(tagged("consent", "pre birth"), grid_look))
    assert words.index("¶1") < words.index("#consent") < words.index("#pre\u00a0birth")


def test_a_tag_is_no_reference_to_be_clicked(grid_look):
    layout = CellLayout(cell(0, 0, "charted", tagged("consent")), WIDTH, grid_look)
    (pill,) = layout._pills
    assert len(layout.chips) == 1
    assert layout.evidence_at(pill.rect.center()) is None


def test_each_tag_is_painted_on_its_own_ground(grid_look):
    layout = CellLayout(cell(0, 0, "charted", tagged("consent", "ward")), WIDTH, grid_look)
    picture = QImage(int(WIDTH), int(layout.height) + 2, QImage.Format.Format_RGB32)
    picture.fill("white")
    painter = QPainter(picture)
    layout.draw(painter, 0, 0)
    painter.end()
    for pill in layout._pills:
        edge = picture.pixelColor(int(pill.rect.left()) + 2, int(pill.rect.center().y()))
        assert edge == grid_look.tag_back(pill.place)


def test_a_reference_that_fits_on_no_line_is_cut_short(grid_look):
    told = statement("Told.", "summary", evidence(2, start_ms=5000, is_starred=True))
    whole = "".join(run.text for run in statement_runs(told, grid_look))
    cut = "".join(run.text for run in statement_runs(told, grid_look, width=grid_look.em * 4))
    assert "0:00:05" in whole
    assert "…" in cut


def test_a_reference_is_never_broken_over_two_lines(grid_look):
    refs = [evidence(number, start_ms=60_000 * number, is_starred=number % 2 == 0) for number in range(1, 30)]
    layout = CellLayout(cell(0, 0, "charted", statement("Told.", "summary", *refs)), WIDTH, grid_look)
    assert len(layout.chips) == len(refs)


def test_chips_after_an_emoji_and_in_arabic_stand_where_their_words_are(grid_look):
    for text in ("🙂👨‍👩‍👧 seen", "تقرأ الممرضة القائمة"):
        layout = CellLayout(cell(0, 0, "charted", statement(text, "summary", evidence(7))), WIDTH, grid_look)
        chip = layout.chips[0]
        assert chip.rect.width() > grid_look.em
        assert layout.evidence_at(chip.rect.center()).paragraph_number == 7
        assert layout.evidence_at(QPointF(chip.rect.right() + 3, chip.rect.center().y())) is None


def test_own_words_and_quoted_words_are_italic(grid_look):
    own = statement_runs(statement(QUOTED[0], "own_words"), grid_look)
    mixed = statement_runs(statement(f"Wary: {QUOTED[1]}."), grid_look)
    assert all(run.style.fontItalic() for run in own)
    assert [bool(run.style and run.style.fontItalic()) for run in mixed] == [False, True, False]


def test_a_note_begins_with_its_mark(grid_look):
    assert statement_runs(statement(NOTES[0], "note"), grid_look)[0].text.lstrip("\u2066").startswith("Note")


def test_a_starred_passage_shows_its_star(grid_look):
    runs = statement_runs(statement("x", "summary", evidence(1, is_starred=True)), grid_look)
    assert any("★" in run.text for run in runs)


def test_a_lost_passage_is_not_shown_like_others(grid_look):
    lost = EvidenceRef("e", None, None, False, "")
    runs = statement_runs(statement("x", "summary", lost), grid_look)
    assert runs[-1].style == grid_look.chip_lost


@pytest.mark.parametrize(
    ("made", "words"),
    [
        (None, "not yet charted"),
        (cell(0, 0, "nothing_said"), "asked, nothing said"),
        (cell(0, 0, "not_applicable", statement("No ward.")), "not applicable"),
        (cell(0, 0, "charted", statement("x")), ""),
    ],
)
def test_an_empty_cell_says_why(made, words):
    assert empty_words(made, made.state if made else "not_charted") == words


def test_a_text_beyond_all_measure_is_cut_and_says_so(grid_look):
    runs = statement_runs(statement("a " * LONGEST), grid_look)
    assert "the whole text is on the Chart desk" in runs[0].text
    assert len(runs[0].text) < LONGEST + 100


def test_a_layout_is_kept_until_its_cell_or_width_changes(grid_look):
    cache, first = LayoutCache(), cell(0, 0, "charted", statement("x"))
    kept = cache.layout((0, 0), first, WIDTH, grid_look)
    assert cache.layout((0, 0), first, WIDTH, grid_look) is kept
    assert cache.layout((0, 0), first, WIDTH + 1, grid_look) is not kept
    assert cache.layout((0, 0), cell(0, 0, "charted", statement("y")), WIDTH, grid_look) is not kept


def test_the_cells_used_last_are_kept(grid_look):
    cache, made = LayoutCache(capacity=2), cell(0, 0, "charted", statement("x"))
    oldest = cache.layout((0, 0), made, WIDTH, grid_look)
    newer = cache.layout((1, 0), made, WIDTH, grid_look)
    cache.layout((2, 0), made, WIDTH, grid_look)
    assert cache.layout((1, 0), made, WIDTH, grid_look) is newer
    assert cache.layout((0, 0), made, WIDTH, grid_look) is not oldest
