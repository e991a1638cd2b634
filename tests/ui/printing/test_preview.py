import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest

from framework_qda.ui.printing import preview as preview_module
from framework_qda.ui.printing.preview import PagePreview
from framework_qda.ui.printing.setting import set_pages
from framework_qda.ui.printing.setup import PageSetup
from tests.ui.printing.conftest import make_sheet


@pytest.fixture
def preview(qtbot):
    made = PagePreview()
    made.resize(400, 300)
    qtbot.addWidget(made)
    made.show_pages(set_pages("T", [make_sheet(12, 3, 300)], PageSetup(), QGuiApplication.font()))
    return made


def painted(preview, monkeypatch):
    numbers = []
    monkeypatch.setattr(preview_module, "paint_page", lambda _painter, _pages, number: numbers.append(number))
    preview.grab()
    return numbers


def test_only_pages_in_view_are_painted(preview, monkeypatch):
    assert preview.pages.count > 4
    assert painted(preview, monkeypatch) == [0, 1]


def test_keys_go_from_page_to_page(preview, qtbot):
    told = []
    preview.page_shown.connect(told.append)
    QTest.keyClick(preview, Qt.Key.Key_PageDown)
    QTest.keyClick(preview, Qt.Key.Key_End)
    QTest.keyClick(preview, Qt.Key.Key_Home)
    assert (told[0], told[-1], max(told)) == (1, 0, preview.pages.count - 1)


def test_the_page_in_view_stays_when_the_room_changes(preview):
    preview.go_to(3)
    preview.resize(700, 300)
    preview.grab()
    assert preview.current == 3


def test_nothing_ready_is_an_empty_ground(preview, monkeypatch):
    preview.show_pages(None)
    assert painted(preview, monkeypatch) == []
