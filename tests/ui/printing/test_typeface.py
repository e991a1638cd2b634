import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication

from framework_qda.io.runs import Run, RunKind
from framework_qda.ui.printing.typeface import Typeface
from tests.reference import hostile


@pytest.fixture
def face(qapp):
    return Typeface(QGuiApplication.font(), 8)


def text_of(lines):
    return "".join(line.layout.text()[line.line.textStart() :][: line.line.textLength()] for line in lines)


def test_nothing_has_no_line(face):
    assert face.lines((), 500) == []


def test_words_are_broken_into_lines_and_none_is_lost(face):
    lines = face.lines([Run(RunKind.PLAIN, "word " * 50), Run(RunKind.OWN_WORDS, "said " * 50)], 800)
    assert len(lines) > 5
    assert text_of(lines) == "word " * 50 + "said " * 50


def test_narrower_is_taller(face):
    runs = [Run(RunKind.PLAIN, "word " * 50)]
    assert len(face.lines(runs, 400)) > len(face.lines(runs, 800))


def test_each_statement_has_its_own_direction(face):
    lines = face.lines([Run(RunKind.PLAIN, f"left\n{hostile.MIRRORED}")], 2000)
    ways = [line.layout.textOption().textDirection() for line in lines]
    assert ways == [Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft]


def test_statements_stand_a_little_apart(face):
    one, two = face.lines([Run(RunKind.PLAIN, "a\nb")], 2000)
    assert two.height - one.height == pytest.approx(face.gap)


def test_a_reference_is_not_broken_inside(face):
    (line,) = face.lines([Run(RunKind.REFERENCE, " (¶14, 0:23:10)")], 5000)
    assert "¶14,\u00a00:23:10" in line.layout.text()


def test_letters_are_counted_as_qt_does(face):
    (line,) = face.lines([Run(RunKind.STRONG, "🜚🜚"), Run(RunKind.NOTE, "n")], 5000)
    assert [(each.start, each.length) for each in line.layout.formats()] == [(0, 4), (4, 1)]


def test_the_size_scales_everything(qapp, face):
    larger = Typeface(QGuiApplication.font(), 16)
    assert larger.step == pytest.approx(2 * face.step)
