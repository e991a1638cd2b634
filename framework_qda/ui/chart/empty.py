"""What the Chart desk shows while there is nothing to chart."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from framework_qda.ui.style import em, set_role
from framework_qda.ui.widgets.labels import wrapped_label

NO_ROWS = "Charting needs an interview: it is the row that the cells belong to."
NO_COLUMNS = "Charting needs a framework: themes, and sub-topics as their columns."


class EmptyPage(QWidget):
    """Say what is missing, and offer the first step."""

    desk_wanted = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = wrapped_label("", "soft")
        self._interviews = self._make_button("Go to Interviews", "interviews")
        self._framework = self._make_button("Go to Framework", "framework")
        layout = QVBoxLayout(self)
        layout.addStretch(1)
        layout.addWidget(wrapped_label("Nothing to chart yet", "title"))
        layout.addWidget(self._words)
        for button in (self._interviews, self._framework):
            layout.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
        layout.addStretch(2)
        layout.setContentsMargins(em(self, 6), em(self, 2), em(self, 6), em(self, 2))
        layout.setSpacing(em(self, 0.8))

    def show_missing(self, *, has_rows: bool, has_columns: bool) -> None:
        """Say what is missing."""
        parts = ["" if has_rows else NO_ROWS, "" if has_columns else NO_COLUMNS]
        self._words.setText("\n".join(part for part in parts if part))
        self._interviews.setVisible(not has_rows)
        self._framework.setVisible(not has_columns)

    def _make_button(self, words: str, desk: str) -> QPushButton:
        button = QPushButton(words)
        set_role(button, "primary")
        button.clicked.connect(lambda _checked=False: self.desk_wanted.emit(desk))
        return button
