"""Statements that are carried by the mouse to another cell of their interview, and the picture of them."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QMimeData, QPoint, QRectF, Qt
from PySide6.QtGui import QDrag, QFontMetricsF, QPainter, QPixmap
from PySide6.QtWidgets import QApplication

from framework_qda.ui.style import colour, em

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from framework_qda.ui.cell_place import CellPlace

FORMAT = "application/x-framework-qda-carried"
WIDTH_EMS = 22
ELSEWHERE = "Statements stay with their interview: drop in the same row."
UNDECIDED = "This cell has two versions. Decide between them first."


@dataclass(frozen=True, slots=True)
class Carried:
    """Statements of one cell on their way."""

    project_id: str
    interview_id: str
    subtopic_id: str
    statement_ids: tuple[str, ...]

    @property
    def place(self) -> tuple[str, str]:
        """The ids of the interview and of the sub-topic of the cell that they come from."""
        return self.interview_id, self.subtopic_id


def carried_from(project_id: str, place: tuple[str, str] | CellPlace, statement_id: str) -> Carried:
    """Return one statement of a cell as it is carried."""
    return Carried(project_id, place[0], place[1], (statement_id,))


def is_far(start: QPoint, point: QPoint) -> bool:
    """Say whether the mouse has gone so far with its button down that something is meant to be carried."""
    return (point - start).manhattanLength() >= QApplication.startDragDistance()


def to_mime(carried: Carried) -> QMimeData:
    """Return what the system carries: nothing that another program or a field of words would take."""
    data = QMimeData()
    data.setData(FORMAT, QByteArray(json.dumps(asdict(carried)).encode()))
    return data


def carried_in(data: QMimeData, project_id: str = "") -> Carried | None:
    """Return the statements that are carried, if they are of this project; without one, of any."""
    if not data.hasFormat(FORMAT):
        return None
    try:
        found = json.loads(bytes(data.data(FORMAT).data()).decode())
        ids = tuple(str(each) for each in found.pop("statement_ids"))
        carried = Carried(statement_ids=ids, **{name: str(value) for name, value in found.items()})
    except (ValueError, KeyError, TypeError, AttributeError):
        # Another version of the program carries them: they are none of ours.
        return None
    return carried if ids and project_id in ("", carried.project_id) else None


def carry(source: QWidget, carried: Carried, words: str) -> None:
    """Let the mouse carry statements until its button is let go or Escape is pressed."""
    drag = QDrag(source)
    drag.setMimeData(to_mime(carried))
    drag.setPixmap(slip(source, words))
    drag.setHotSpot(QPoint(-em(source, 0.8), -em(source, 0.6)))
    drag.exec(Qt.DropAction.MoveAction)


def slip(source: QWidget, words: str) -> QPixmap:
    """Paint the first words of what is carried, as on a slip of paper."""
    pad, metrics = em(source, 0.5), QFontMetricsF(source.font())
    text = metrics.elidedText(" ".join(words.split()), Qt.TextElideMode.ElideRight, em(source, WIDTH_EMS))
    width, height = metrics.horizontalAdvance(text) + 2 * pad + 1, metrics.height() + pad
    ratio = source.devicePixelRatioF()
    picture = QPixmap(round(width * ratio), round(height * ratio))
    picture.setDevicePixelRatio(ratio)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    box = QRectF(0.5, 0.5, width - 1, height - 1)
    painter.setPen(colour("accent"))
    painter.setBrush(colour("surface"))
    painter.drawRoundedRect(box, pad / 2, pad / 2)
    painter.setFont(source.font())
    painter.setPen(colour("text"))
    painter.drawText(box, Qt.AlignmentFlag.AlignCenter, text)
    painter.end()
    return picture
