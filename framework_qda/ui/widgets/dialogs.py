"""What dialogs share: a heading, a body, a row of buttons; and questions that name what they will do."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QDialogButtonBox,
    QFileDialog,
    QGridLayout,
    QLineEdit,
    QPushButton,
    QRadioButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from framework_qda.ui.style import em
from framework_qda.ui.widgets.labels import wrapped_label

_LAYING_OUT = (QEvent.Type.LayoutRequest, QEvent.Type.Show, QEvent.Type.Resize)


class _Page(QWidget):
    """What scrolls when there is too little room for its least height, not already for the height that it likes."""

    def heightForWidth(self, width: int) -> int:
        """Return the least height at a width."""
        layout = self.layout()
        return layout.totalMinimumHeightForWidth(width) if layout is not None else -1


class BodyArea(QScrollArea):
    """The body of a dialog that may be taller than the screen: it scrolls there, and nowhere else."""

    def __init__(self, body: QWidget) -> None:
        super().__init__()
        self.setFrameShape(QScrollArea.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setWidgetResizable(True)
        self.setWidget(body)
        self._body = body
        for part in (self.viewport(), body):
            part.setAutoFillBackground(False)

    def sizeHint(self) -> QSize:
        """Ask for room for all of the body."""
        return self._body.sizeHint()

    def minimumSizeHint(self) -> QSize:
        """Ask for the width that the body needs; the dialog sees to the height."""
        bar = self.verticalScrollBar().sizeHint().width()
        return QSize(self._body.minimumSizeHint().width() + bar, 0)


class PlainDialog(QDialog):
    """A dialog of words, a body, and buttons whose first says what will happen.

    The body of one that `is_tall` scrolls where the screen is too low for it.
    """

    def __init__(
        self,
        title: str,
        words: str = "",
        accept_words: str = "",
        parent: QWidget | None = None,
        *,
        is_tall: bool = False,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.setMinimumWidth(min(em(self, 34), self.screen().availableSize().width()))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(em(self, 1.4), em(self, 1.2), em(self, 1.4), em(self, 1.1))
        layout.setSpacing(em(self, 0.8))
        layout.addWidget(wrapped_label(title, "title"))
        if words:
            layout.addWidget(wrapped_label(words, "soft"))
        self.body = QVBoxLayout()
        self.body.setContentsMargins(0, 0, 0, 0)
        self.body.setSpacing(em(self, 0.6))
        self._area: BodyArea | None = None
        if is_tall:
            page = _Page()
            page.setLayout(self.body)
            self._area = BodyArea(page)
            layout.addWidget(self._area, 1)
        else:
            layout.addLayout(self.body, 1)
        self.problem = wrapped_label("", "error")
        self.problem.hide()
        layout.addWidget(self.problem)
        self.buttons = QDialogButtonBox()
        self.accept_button = QPushButton(accept_words or "Close")
        self.buttons.addButton(self.accept_button, QDialogButtonBox.ButtonRole.AcceptRole)
        if accept_words:
            self.buttons.addButton(QDialogButtonBox.StandardButton.Cancel)
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)
        layout.addSpacing(em(self, 0.4))
        layout.addWidget(self.buttons)
        self.accept_button.setDefault(True)  # only now: in its dialog, which gives that back when it loses the focus

    def showEvent(self, event: QShowEvent) -> None:
        """Stay within the screen, and let one button be the default wherever the focus goes."""
        self.resize(self.size().boundedTo(self.screen().availableSize()))
        for button in self.findChildren(QPushButton):
            button.setAutoDefault(button.isDefault())
        for kind in (QCheckBox, QRadioButton):
            for choice in self.findChildren(kind):
                choice.installEventFilter(self)
        super().showEvent(event)
        if self.focusWidget() is None:
            self._focus_body()

    def _focus_body(self) -> None:
        """Begin in the body where nobody has said where: the first that Tab reaches would be a button below it."""
        widget = self.buttons.nextInFocusChain()
        while widget is not None and widget is not self.buttons:
            if not self.buttons.isAncestorOf(widget) and self._is_reached_by_tab(widget):
                widget.setFocus(Qt.FocusReason.TabFocusReason)
                return
            widget = widget.nextInFocusChain()

    def _is_reached_by_tab(self, widget: QWidget) -> bool:
        takes_tab = bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus)
        return self.isAncestorOf(widget) and widget.isEnabled() and widget.isVisible() and takes_tab

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take Enter from what can be ticked: on some desktops it would tick, on others not."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and _is_enter(event):
            self.keyPressEvent(event)
            return True
        return super().eventFilter(watched, event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """On Enter press the button that has the focus, else the default one."""
        focused = self.focusWidget()
        if _is_enter(event) and isinstance(focused, QPushButton):
            focused.click()
        else:
            super().keyPressEvent(event)

    def event(self, event: QEvent) -> bool:
        """Keep room for broken lines: their height follows from the width, which Qt forgets in dialogs."""
        is_layout = event.type() in _LAYING_OUT
        answer = super().event(event)  # one kind of event deletes the dialog: nothing of it is asked after that
        if is_layout:
            self._keep_room()
        return answer

    def _keep_room(self) -> None:
        layout = self.layout()
        if layout is not None and layout.hasHeightForWidth():
            room, needed = self.screen().availableSize().height(), layout.totalMinimumHeightForWidth(self.width())
            if self._area is not None:
                rest = needed - self._area.minimumHeight()
                width = self._area.viewport().width()
                body = self.body.totalMinimumHeightForWidth(width) if self.body.hasHeightForWidth() else 0
                tall = max(body, self.body.totalMinimumSize().height())
                self._area.setMinimumHeight(max(0, min(tall, room - rest)))
                needed = rest + self._area.minimumHeight()
            self.setMinimumHeight(min(room, needed))

    def tell_problem(self, words: str) -> None:
        """Say in the dialog why it cannot go on; empty words take that back."""
        self.problem.setText(words)
        self.problem.setVisible(bool(words))


def _is_enter(event: QKeyEvent) -> bool:
    return event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class PathField(QWidget):
    """A path that can be typed or chosen. A bare name stands for a file in the folder that was shown last."""

    chosen = Signal()
    """Another place was typed or chosen."""

    def __init__(self, path: Path, filters: str, default_suffix: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._filters = filters
        self._suffix = default_suffix
        self._folder, self._name = path.parent.absolute(), path.name
        self.line = QLineEdit(str(self._folder / self._name))
        self.line.setAccessibleName("Where to put it")
        self.line.textEdited.connect(self._show_whole)
        self.line.textEdited.connect(self.chosen)
        self.line.editingFinished.connect(self._complete)
        self._whole = wrapped_label("", "soft")
        self._whole.hide()
        self.setFocusProxy(self.line)
        button = QPushButton("Choose…")
        button.setAutoDefault(False)
        button.clicked.connect(self.choose)
        layout = QGridLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setColumnStretch(0, 1)
        layout.addWidget(self.line, 0, 0)
        layout.addWidget(button, 0, 1)
        layout.addWidget(self._whole, 1, 0, 1, 2)

    @property
    def path(self) -> Path:
        """The whole path, with its folder and its ending; never one that depends on where the program was started."""
        path = self._folder / _expanded(self.line.text().strip())
        if path.is_dir():
            return path / self._name
        return path if path.suffix.lower() == self._suffix else Path(f"{path}{self._suffix}")

    def put(self, path: Path) -> None:
        """Show another path."""
        self._folder, self._name = path.parent, path.name
        self.line.setText(str(path))
        self._whole.hide()

    def rename(self, name: str) -> None:
        """Show another name in the same folder."""
        self.put(self.path.parent / name)

    def set_format(self, filters: str, suffix: str) -> None:
        """Give the path another ending; that of another format is replaced."""
        path = self.path
        self._filters, self._suffix = filters, suffix
        self.put(path.with_suffix(suffix))

    def choose(self) -> None:
        """Ask for a path; an existing file is asked about when the dialog goes on, not here."""
        options = QFileDialog.Option.DontConfirmOverwrite
        chosen, _ = QFileDialog.getSaveFileName(self, "Where to put it", str(self.path), self._filters, options=options)
        if chosen:
            self.line.setText(chosen)
            self.put(self.path)
            self.chosen.emit()

    def _show_whole(self) -> None:
        whole = str(self.path)
        self._whole.setText(f"This will be {whole}")
        self._whole.setVisible(whole != self.line.text())

    def _complete(self) -> None:
        self.put(self.path)


def _expanded(text: str) -> Path:
    """Read what was typed; `~` is one's own folder, and `~nobody` a name like any other."""
    try:
        return Path(text).expanduser()
    except RuntimeError:
        return Path(text)


class Question(PlainDialog):
    """Ask before something is done: the button that does it says so; Escape and Enter mean no."""

    def __init__(self, title: str, words: str, accept_words: str, parent: QWidget | None = None) -> None:
        super().__init__(title, words, accept_words, parent)
        self.words = words
        no = self.buttons.button(QDialogButtonBox.StandardButton.Cancel)
        self.accept_button.setAutoDefault(False)
        self.accept_button.setDefault(False)
        no.setDefault(True)
        no.setFocus()


def ask(parent: QWidget, title: str, words: str, accept_words: str) -> bool:
    """Ask a question and return whether it was answered with the button that does it."""
    question = Question(title, words, accept_words, parent)
    is_wanted = question.exec() == QDialog.DialogCode.Accepted
    question.deleteLater()
    return is_wanted


def tell(parent: QWidget | None, title: str, words: str | Sequence[str]) -> None:
    """Show a sentence, or a list of them, that somebody has to see before going on."""
    dialog = PlainDialog(title, parent=parent)
    for sentence in [words] if isinstance(words, str) else words:
        label = wrapped_label(sentence)
        label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        dialog.body.addWidget(label)
    dialog.exec()
    dialog.deleteLater()
