"""Pictures of widgets, menus and dialogs, and the small files that they are kept in."""

from collections import Counter
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QPoint, QRect, Qt, QTimer
from PySide6.QtGui import QColor, QImage, QImageWriter, QPainter
from PySide6.QtWidgets import QApplication, QDialog, QMenu, QWidget

from framework_qda.ui.widgets.dialogs import PathField
from screenshots.stage import Scene, settle

Picture = Callable[[Scene], QImage]

MOST_BYTES = 250_000
COLOURS = 256
LINE = QColor("#c9ced3")
"""The frame around a dialog, which brings no border of its own."""
SHOWN_FOLDER = Path("/home/ann/studies")
"""The folder that dialogs show in place of the temporary one."""


def take(widget: QWidget) -> QImage:
    """Take the picture of a widget."""
    settle()
    return widget.grab().toImage()


def take_with_menu(window: QWidget, menu: QMenu, place: QPoint) -> QImage:
    """Take the picture of a window with a menu that is shown at a place of the screen."""
    menu.popup(place)
    settle()
    picture = take(window)
    painter = QPainter(picture)
    painter.drawPixmap(window.mapFromGlobal(menu.pos()), menu.grab())
    painter.end()
    menu.hide()
    return picture


def take_dialog(ask: Callable[[], object], prepare: Callable[[QDialog], object] = lambda _dialog: None) -> QImage:
    """Take the picture of the dialog that `ask` shows, in a thin frame; the dialog is then cancelled."""
    taken: list[QImage] = []

    def shoot() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, QDialog)
        try:
            for field in dialog.findChildren(PathField):
                field.line.setText(str(SHOWN_FOLDER / Path(field.line.text()).name))
                field.line.setCursorPosition(0)
            prepare(dialog)
            taken.append(take(dialog))
        finally:
            dialog.reject()

    QTimer.singleShot(0, shoot)
    ask()
    settle()
    framed = taken[0]
    painter = QPainter(framed)
    painter.setPen(LINE)
    painter.drawRect(QRect(0, 0, framed.width() - 1, framed.height() - 1))
    painter.end()
    return framed


def with_few_colours(picture: QImage) -> QImage:
    """Return a picture in its 256 most frequent colours: letters need no more, and the file is half as large."""
    picture = picture.convertToFormat(QImage.Format.Format_RGB32)
    counted = Counter(memoryview(picture.constBits()).cast("I"))
    table = [colour for colour, _ in counted.most_common(COLOURS)]
    return picture.convertToFormat(QImage.Format.Format_Indexed8, table, Qt.ImageConversionFlag.ThresholdDither)


def write(picture: QImage, path: Path) -> None:
    """Write a picture as a small PNG; fail if it is too large for a guide."""
    writer = QImageWriter(str(path), b"png")
    writer.setCompression(100)
    if not writer.write(with_few_colours(picture)):
        raise OSError(f"{path} could not be written: {writer.errorString()}")
    size = path.stat().st_size
    if size > MOST_BYTES:
        raise ValueError(f"{path.name} has {size:,} bytes, more than {MOST_BYTES:,}")
    print(f"{path.name}: {picture.width()} x {picture.height()}, {size / 1000:.0f} kB")
