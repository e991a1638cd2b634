"""A list of painted rows."""

import pytest
from PySide6.QtCore import QStringListModel, Qt
from PySide6.QtTest import QTest

from framework_qda.ui.style import em
from framework_qda.ui.widgets.row_list import RowList


@pytest.fixture
def rows(qtbot):
    made = RowList()
    qtbot.addWidget(made)
    made.setModel(QStringListModel(list("abcde"), made))
    made.verticalHeader().setDefaultSectionSize(20)
    made.setCurrentIndex(made.model().index(0, 0))
    return made


def test_a_row_is_no_heading_any_more_where_others_are(rows):
    rows.fit_headings([0, 2], 4, 6)
    rows.fit_headings([0, 3], 4, 6)
    high = em(rows, 6)
    assert [rows.rowHeight(row) for row in range(5)] == [em(rows, 4), 20, 20, high, 20]


def test_a_letter_seeks_no_row(rows):
    QTest.keyClick(rows, Qt.Key.Key_D)
    assert rows.currentIndex().row() == 0
