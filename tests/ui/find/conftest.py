"""A study with the word `ward` in texts of every kind, and the desk that finds it."""

import pytest

from framework_qda import create_project
from framework_qda.model import CaseStudy, Informant, Interview, Notes, NotesParagraph, Statement, Subtopic, Theme
from framework_qda.project.ids import cell_id
from framework_qda.text.anchors import make_anchor
from framework_qda.ui.find.desk import FindDesk
from framework_qda.ui.operations import Operations


class Study:
    """What the tests know of the project."""

    def __init__(self, path):
        self.project = create_project(path, title="A study", analyst_name="Ann Marsh")
        add = self.project.add
        self.areas = [add(CaseStudy, label=label).new_id for label in ("North", "South")]
        self.interviews = [add(Interview, code=f"I0{n}", case_study_id=self.areas[n % 2]).new_id for n in (0, 1, 2)]
        add(Informant, interview_id=self.interviews[0], role="Ward Sister")
        self.themes = [add(Theme, title=title).new_id for title in ("Background", "Referral")]
        self.columns = [add(Subtopic, theme_id=theme, label="other").new_id for theme in self.themes]
        for number, interview in enumerate(self.interviews):
            lines = (NotesParagraph(f"The ward {number} 😀 was shut."), NotesParagraph("Police came."))
            self.project.import_notes([(interview, Notes("n.txt", "00", lines))])
            statements = [Statement(f"s{number}", "summary", f"A ward, safeguarding {number}.")]
            self.project.chart(interview, self.columns[number % 2], statements)
        self.cell = (self.interviews[0], self.columns[0])
        self.project.comment("cell", cell_id(*self.cell), "Which ward?")
        self.project.conclude("subtopic", self.columns[0], [Statement("c", "summary", "Wards differ by ward.")])
        paragraph = self.project.read.paragraphs(self.project.read.documents(self.interviews[0])[0].id)[0]
        self.paragraph_id = paragraph.id
        anchor = make_anchor(paragraph.id, paragraph.text, 0, 8)
        self.extract_id = self.project.link(*self.cell, "s0", [anchor]).new_id


@pytest.fixture
def study(tmp_path):
    made = Study(tmp_path / "study.fqda")
    yield made
    made.project.close()


@pytest.fixture
def desk(qtbot, study):
    """Give a shown desk on the study."""
    made = FindDesk()
    made.resize(1200, 800)
    operations = Operations(study.project, made)
    operations.changed.connect(made.show_changes)
    qtbot.addWidget(made)
    with qtbot.waitExposed(made):
        made.show()
    made.activateWindow()
    made.set_project(study.project, operations)
    made.setFocus()
    yield made
    made.end()


@pytest.fixture
def search(qtbot, desk):
    """Give a function that types words and waits for the answer."""

    def look_for(words):
        desk.field.setText(words)
        qtbot.waitUntil(lambda: not desk.searcher.is_busy, timeout=5000)
        return desk

    return look_for
