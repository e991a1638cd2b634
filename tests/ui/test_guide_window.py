import pytest
from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices

from framework_qda.ui.guide_window import GuideWindow
from framework_qda.ui.places import find_guide


@pytest.fixture
def browser(qtbot, window):
    guide = GuideWindow(find_guide(), window)
    with qtbot.waitExposed(guide):
        guide.show()
    qtbot.wait(200)  # the pictures are fitted once the width has settled
    return guide.browser


def picture_widths(browser):
    found = []
    block = browser.document().begin()
    while block.isValid():
        for formatted in block.textFormats():
            if formatted.format.isImageFormat():
                name = QUrl(formatted.format.toImageFormat().name())
                picture = browser.document().resource(2, browser.source().resolved(name))
                found.append(picture.width() / picture.devicePixelRatio())
        block = block.next()
    return found


def test_the_guide_begins_with_its_first_page(browser):
    assert browser.source().fileName() == "index.md"
    assert "Ten minutes" in browser.toPlainText()


def test_pictures_are_there_and_no_wider_than_the_page(browser):
    assert picture_widths(browser)
    assert all(100 < width <= browser.viewport().width() for width in picture_widths(browser))
    assert browser.horizontalScrollBar().maximum() == 0


def test_pictures_follow_the_width(browser, qtbot):
    before = picture_widths(browser)[0]
    browser.window().resize(500, 500)
    qtbot.waitUntil(lambda: picture_widths(browser)[0] < before)


def test_a_link_leads_to_its_page_and_back(browser):
    browser.anchorClicked.emit(QUrl("chart.md"))
    assert browser.source().fileName() == "chart.md"
    browser.backward()
    assert browser.source().fileName() == "index.md"


def test_a_link_leads_to_its_heading(browser):
    browser.go_to(QUrl("chart.md#the-star"))
    assert browser.verticalScrollBar().value() > 0


def test_a_link_to_elsewhere_is_left_to_the_system(browser, monkeypatch):
    asked = []
    monkeypatch.setattr(QDesktopServices, "openUrl", asked.append)
    browser.go_to(QUrl("https://example.org/"))
    assert asked == [QUrl("https://example.org/")]
    assert browser.source().fileName() == "index.md"


def test_the_menu_shows_one_guide_however_often_it_is_asked(window):
    for _ in range(2):
        window.menus.action("window.guide").trigger()
    guides = window.findChildren(GuideWindow)
    assert [guide.isVisible() for guide in guides] == [True]
