"""What the window shows while no project is open: what can be begun, and what was open before."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QScrollArea, QVBoxLayout, QWidget

from framework_qda.ui.recent_projects import RecentProject
from framework_qda.ui.style import em, set_icon, set_role
from framework_qda.ui.widgets.labels import ElidedLabel, plain_label, wrapped_label


class _RecentRow(QPushButton):
    """A button of two lines, as high as they are: a style sheet forgets a height that is only set."""

    def sizeHint(self) -> QSize:
        """Ask for the room of the lines."""
        layout = self.layout()
        return layout.sizeHint() if layout is not None else super().sizeHint()

    def minimumSizeHint(self) -> QSize:
        """Ask for the height of the lines; they may be cut at the right."""
        return QSize(super().minimumSizeHint().width(), self.sizeHint().height())


class Welcome(QScrollArea):
    """New, open, sample; below them the projects of before.

    It is built when it is first shown: a window that opens on a project never shows it.
    """

    new_requested = Signal()
    open_requested = Signal()
    sample_requested = Signal()
    recent_requested = Signal(Path)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWidgetResizable(True)
        self.setFrameShape(QScrollArea.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._projects: Sequence[RecentProject] = ()
        self._column: QWidget | None = None

    def show_recent(self, projects: Sequence[RecentProject]) -> None:
        """List the projects of before."""
        self._projects = projects
        if self._column is not None:
            self._fill_recent()

    def showEvent(self, event: QShowEvent) -> None:
        """Build what is shown."""
        if self._column is None:
            self._build()
        super().showEvent(event)

    def _build(self) -> None:
        page = QWidget(self.viewport())
        self.setWidget(page)
        outer = QHBoxLayout(page)
        outer.addStretch(1)
        self._column = QWidget(page)
        outer.addWidget(self._column, 6)
        outer.addStretch(1)
        self._layout = QVBoxLayout(self._column)
        self._layout.setContentsMargins(em(self, 1), em(self, 4), em(self, 1), em(self, 2))
        self._layout.setSpacing(em(self, 0.5))
        self._layout.addWidget(plain_label("Framework QDA", "title"))
        self._layout.addWidget(
            wrapped_label(
                "Chart your interviews into thematic matrices, with every summary resting on what somebody said. "
                "A study is one project file on your own computer; everything you finish is saved at once.",
                "soft",
            )
        )
        self._layout.addSpacing(em(self, 1))
        self._layout.addLayout(self._make_buttons())
        self._layout.addSpacing(em(self, 1.6))
        self._heading = plain_label("Recent projects", "heading")
        self._layout.addWidget(self._heading)
        self._recent = QVBoxLayout()
        self._recent.setSpacing(em(self, 0.1))
        self._layout.addLayout(self._recent)
        self._layout.addStretch(1)
        self._fill_recent()
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the font."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange) and hasattr(self, "_column"):
            self._fit()

    def _fit(self) -> None:
        if self._column is not None:
            self._column.setMaximumWidth(em(self, 44))

    def _fill_recent(self) -> None:
        while (item := self._recent.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        for project in self._projects:
            self._recent.addWidget(self._make_row(project))
        if not self._projects:
            self._recent.addWidget(
                wrapped_label(
                    "None yet. To look around first, open the sample: an invented study, mostly charted.", "soft"
                )
            )

    def _make_buttons(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(em(self, 0.7))
        for words, icon_name, signal, role in (
            ("New project…", "ph.plus", self.new_requested, "primary"),
            ("Open…", "ph.folder-open", self.open_requested, ""),
            ("Open sample…", "ph.books", self.sample_requested, ""),
        ):
            button = QPushButton(words)
            set_icon(button, icon_name, "on_accent" if role else "text_soft")
            if role:
                set_role(button, role)
            button.clicked.connect(signal)
            row.addWidget(button)
        row.addStretch(1)
        return row

    def _make_row(self, project: RecentProject) -> QPushButton:
        title = project.title or project.path.stem
        button = _RecentRow()
        set_role(button, "row")
        button.setAccessibleName(f"Open {title}, {project.path}")
        button.clicked.connect(lambda: self.recent_requested.emit(project.path))
        layout = QVBoxLayout(button)
        layout.setContentsMargins(em(self, 0.6), em(self, 0.4), em(self, 0.6), em(self, 0.4))
        layout.setSpacing(0)
        for words, role in ((title, "heading"), (str(project.path), "soft")):
            label = ElidedLabel(role)
            label.setText(words)
            label.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
            layout.addWidget(label)
        return button
