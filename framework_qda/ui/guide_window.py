"""The user guide in a window of the program: pages with their pictures, links, and the way back."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QSize, Qt, QTimer, QUrl
from PySide6.QtGui import QDesktopServices, QImage, QTextBlock, QTextDocument
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QTextBrowser, QVBoxLayout, QWidget

from framework_qda.ui.enter_key import press_button
from framework_qda.ui.style import em, set_icon, set_role

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtGui import QKeyEvent, QResizeEvent

_NO_WORD = re.compile(r"[^\w\- ]")
_SETTLING_MS = 120


class GuideWindow(QWidget):
    """Show the guide beside the work; it belongs to the window that it was asked from and goes with it."""

    def __init__(self, first_page: Path, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Window)
        self.setWindowTitle("User guide")
        self.browser = GuideBrowser()
        self._first = QUrl.fromLocalFile(str(first_page))
        back = QPushButton("Back")
        set_icon(back, "ph.arrow-left")
        back.setEnabled(False)
        back.clicked.connect(self.browser.backward)
        self.browser.backwardAvailable.connect(back.setEnabled)
        contents = QPushButton("Contents")
        set_icon(contents, "ph.list-bullets")
        contents.clicked.connect(lambda: self.browser.go_to(self._first))
        bar = QFrame()
        set_role(bar, "bar")
        row = QHBoxLayout(bar)
        row.addWidget(back)
        row.addWidget(contents)
        row.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(bar)
        column.addWidget(self.browser, 1)
        room = self.screen().availableSize()
        self.resize(QSize(em(self, 62), em(self, 54)).boundedTo(room * 0.9))
        self.browser.go_to(self._first)
        self.browser.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Press the focused button on Enter."""
        if not press_button(self, event):
            super().keyPressEvent(event)


class GuideBrowser(QTextBrowser):
    """Show pages in Markdown, their pictures no wider than the page."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setAccessibleName("User guide")
        self.setOpenLinks(False)
        self.anchorClicked.connect(self.go_to)
        self.document().setDocumentMargin(em(self, 1.6))
        self._settling = QTimer(self, singleShot=True, interval=_SETTLING_MS)
        self._settling.timeout.connect(self._fit_pictures)

    def go_to(self, link: QUrl) -> None:
        """Show a page, or a heading on it; what is no page opens in whatever this machine shows it with."""
        link = self.source().resolved(link)
        if not link.isLocalFile():
            QDesktopServices.openUrl(link)
            return
        page = link.adjusted(QUrl.ComponentFormattingOption(QUrl.UrlFormattingOption.RemoveFragment.value))
        if page != self.source():
            self.setSource(page, QTextDocument.ResourceType.MarkdownResource)
        heading = self._find_heading(link.fragment())
        if heading is not None:
            top = self.document().documentLayout().blockBoundingRect(heading).top()
            self.verticalScrollBar().setValue(round(top))

    def loadResource(self, kind: int, name: QUrl | str) -> Any:  # noqa: ANN401 (Qt's own signature)
        """Load a picture in the size that it is shown in; leave everything else to Qt."""
        if kind != QTextDocument.ResourceType.ImageResource.value:
            return super().loadResource(kind, name)
        picture = QImage(self.source().resolved(QUrl(name)).toLocalFile())
        room = self.viewport().width() - 2 * round(self.document().documentMargin()) - em(self, 1)
        if room <= 0 or picture.width() <= room:
            return picture
        ratio = self.devicePixelRatioF()
        scaled = picture.scaledToWidth(round(room * ratio), Qt.TransformationMode.SmoothTransformation)
        scaled.setDevicePixelRatio(ratio)
        return scaled

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the pictures once the width has settled."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._settling.start()

    def _fit_pictures(self) -> None:
        bar = self.verticalScrollBar()
        share = bar.value() / max(1, bar.maximum())
        self.reload()
        bar.setValue(round(share * bar.maximum()))

    def _find_heading(self, anchor: str) -> QTextBlock | None:
        block = self.document().begin()
        while anchor and block.isValid():
            if block.blockFormat().headingLevel() and _anchor_of(block.text()) == anchor:
                return block
            block = block.next()
        return None


def _anchor_of(heading: str) -> str:
    """Return the anchor that links use for a heading: small letters, dashes for blanks, no other signs."""
    return _NO_WORD.sub("", heading.lower()).replace(" ", "-")
