"""A project with notes, a row of four cells and a second row, and the desk that shows it."""

from dataclasses import dataclass

import pytest
from PySide6.QtGui import QTextCursor

from framework_qda import create_project
from framework_qda.model import (
    Informant,
    Interview,
    Notes,
    NotesParagraph,
    Statement,
    Subtopic,
    Theme,
)
from framework_qda.ui.chart.desk import ChartDesk
from framework_qda.ui.chart.notes_text import document_place
from framework_qda.ui.operations import Operations

PARAGRAPHS = (
    NotesParagraph("What happens when somebody forgets to tell you?", "INT", 1_300_000),
    NotesParagraph("Two forms got lost one winter 😀, nothing came of it but it shook them.", "R", 1_307_000),
    NotesParagraph("She’ll ring me, nine times out of ten I have, but it’s the tenth you do it for.", "", 1_390_000),
    NotesParagraph("Nobody compares the two lists."),
)


@dataclass
class Study:
    """What the tests know of the project."""

    project: object
    interviews: list[str]
    subtopics: list[str]

    def cell(self, row=0, column=0):
        return self.project.read.cell(self.interviews[row], self.subtopics[column])

    def chart(self, text, row=0, column=0, **values):
        statement = Statement(f"s{row}{column}", values.pop("kind", "summary"), text)
        return self.project.chart(self.interviews[row], self.subtopics[column], [statement], **values)


@pytest.fixture
def study(tmp_path):
    project = create_project(tmp_path / "study.fqda", title="A study", analyst_name="Ann Marsh")
    interviews = [project.add(Interview, code=f"I0{number}").new_id for number in (1, 2, 3)]
    project.add(Informant, interview_id=interviews[0], role="Named Nurse")
    subtopics = []
    for title, labels in (("Background", ("summary", "staffing")), ("Referral", ("forms", "other"))):
        theme_id = project.add(Theme, title=title).new_id
        subtopics += [
            project.add(Subtopic, theme_id=theme_id, label=label, definition=f"About {label}.").new_id
            for label in labels
        ]
    project.import_notes([(interviews[0], Notes("I01.txt", "00", PARAGRAPHS))])
    yield Study(project, interviews, subtopics)
    project.close()


class Bench:
    """The desk and what a person does at it."""

    def __init__(self, qtbot, study):
        self.qtbot = qtbot
        self.study = study
        self.operations = Operations(study.project)
        self.said = []
        self.operations.failed.connect(self.said.append)
        self.desk = ChartDesk()
        qtbot.addWidget(self.desk)
        self.operations.changed.connect(self.desk.show_changes)
        self.desk.resize(1200, 700)
        self.desk.set_project(study.project, self.operations)
        with qtbot.waitExposed(self.desk):
            self.desk.show()
        self.open(0, 0)

    @property
    def editor(self):
        return self.desk.panes.cell.editor

    @property
    def notes(self):
        return self.desk.panes.notes.view

    @property
    def words(self):
        return [statement.text for statement in self.editor.content()]

    def open(self, row, column):
        self.desk.open_cell(self.study.interviews[row], self.study.subtopics[column])

    def type(self, text):
        self.qtbot.keyClicks(self.editor, text)

    def press(self, key, modifier=None, widget=None):
        from PySide6.QtCore import Qt

        self.qtbot.keyClick(widget or self.editor, key, modifier or Qt.KeyboardModifier.NoModifier)

    def do(self, name):
        self.desk.actions_by_id[f"chart.{name}"].trigger()

    def select(self, words, line=None):
        """Select words in the notes."""
        for number, each in enumerate(self.notes.lines):
            if words in each.text and line in (None, number):
                block = self.notes.document().findBlockByNumber(number)
                start = each.text.index(words)
                cursor = self.notes.textCursor()
                cursor.setPosition(document_place(block, each, start))
                cursor.setPosition(document_place(block, each, start + len(words)), QTextCursor.MoveMode.KeepAnchor)
                self.notes.setTextCursor(cursor)
                return
        raise AssertionError(words)

    def shortcut(self, key, modifier, widget=None):
        """Press a key as the window system delivers it, with the shortcuts that it may mean."""
        from PySide6.QtTest import QTest

        QTest.keyClick(widget or self.editor, key, modifier)

    def reload_documents(self):
        return self.study.project.read.documents(self.study.interviews[0])


@pytest.fixture
def bench(qtbot, study):
    return Bench(qtbot, study)
