"""The kinds of field that a form can have: each shows a value, takes one, and says when one is finished."""

from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QObject, QSignalBlocker, QStringListModel, Qt, QTimer, Signal
from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QComboBox,
    QCompleter,
    QLineEdit,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from framework_qda.ui.widgets.field_values import NotAValueError, parse_date, parse_number
from framework_qda.ui.widgets.field_widgets import LinesEdit, QuietCombo, UndoPasser, restyle

Choices = Sequence[tuple[Any, str]]


@dataclass(frozen=True, slots=True)
class FieldSpec:
    """One line of a form.

    `kind` is one of line, text, words (a list), number, date, flag, choice (one of `choices`), several (any of
    them) or suggest (free words, with `choices` offered). `choices` are (value, words) pairs. `hint` stands in an
    empty field.
    """

    name: str
    label: str
    kind: str = "line"
    hint: str = ""
    choices: Choices = ()
    lines: int = 3
    is_locked: bool = False


PAUSE_MS = 4000
"""After so long without a key what has been typed is told: a crash takes no more than that."""
AT_LATEST_MS = 4000
"""After so long it is told to somebody who types on without a pause, too."""


class FieldHandle(QObject):
    """A field of a form, whatever its kind. `finished` carries a value that differs from the one shown.

    Words are told at a pause in the typing too. `visit` stays the same object until the field is left.
    """

    finished = Signal(object)
    refused = Signal(str)
    """Why what stands in the field cannot be its value; empty when it can be again."""
    left = Signal()
    """The visit of the field has ended, and its value is told."""

    def __init__(self, spec: FieldSpec, parent: QWidget) -> None:
        super().__init__(parent)
        self.spec = spec
        self._pause = QTimer(self, singleShot=True, interval=PAUSE_MS)
        self._pause.timeout.connect(self.keep)
        self._at_latest = QTimer(self, singleShot=True, interval=AT_LATEST_MS)
        self._at_latest.timeout.connect(self.keep)
        self.visit: object = object()
        self.widget = self.make_widget(parent)
        self.widget.setAccessibleName(spec.label)
        self.widget.setObjectName(spec.name)
        self.shown: Any = None
        self._before: Any = None

    def make_widget(self, parent: QWidget) -> QWidget:
        """Make the widget and connect its end of editing to `finish()`."""
        raise NotImplementedError

    def put(self, value: object) -> None:
        """Write a value into the widget without telling anybody."""
        raise NotImplementedError

    def take(self) -> object:
        """Read the value from the widget; raise NotAValueError if it is none."""
        raise NotImplementedError

    def show(self, value: object, *, is_other: bool = False) -> None:
        """Show a value, unless somebody is just typing another one over the same; `is_other`: of another record."""
        if value == self.shown and self.is_edited() and not is_other:
            return
        is_there_already = self.holds(value) and not is_other
        self.shown = value
        with QSignalBlocker(self.widget):
            if is_there_already:
                self.settle()
            else:
                self._stop()
                self.visit = object()
                self.put(value)
        self.refused.emit("")

    def holds(self, value: object) -> bool:
        """Say whether the widget holds a value already."""
        try:
            return bool(self.shown is not None and self.take() == value)
        except NotAValueError:
            return False

    def settle(self) -> None:
        """Forget the typing that led to the value: undoing it is now the business of the project."""

    def is_edited(self) -> bool:
        """Whether the widget holds something else than the value shown last."""
        try:
            return bool(self.take() != self.shown)
        except NotAValueError:
            return True

    def unsaved_words(self) -> str:
        """Return the words in the widget; none where it holds something else."""
        with suppress(NotAValueError):
            value = self.take()
            return value if isinstance(value, str) else ""
        return ""

    def finish(self) -> None:
        """Tell the value if it is another one than shown; a value that cannot be is refused and stays visible."""
        try:
            value = self.take()
        except NotAValueError as error:
            self.refused.emit(str(error))
            return
        self.refused.emit("")
        self._tell(value)
        self.visit = object()
        self.left.emit()

    def follow_typing(self) -> None:
        """Wait for a pause from now on, but not too long."""
        self._pause.start()
        if not self._at_latest.isActive():
            self._at_latest.start()

    def _stop(self) -> None:
        self._pause.stop()
        self._at_latest.stop()

    def keep(self) -> None:
        """Tell the value while somebody types, if it is one as far as it goes."""
        if QApplication.activePopupWidget() is not None:  # suggestions, which must not change under the hand
            self._pause.start()
            return
        with suppress(NotAValueError):
            self._tell(self.take())

    def _tell(self, value: object) -> None:
        self._stop()
        if value != self.shown:
            self._before, self.shown = self.shown, value
            self.finished.emit(value)

    def take_back(self) -> None:
        """Count what was told last as not told: it could not be written, and is told again when the field is left."""
        self.shown = self._before

    def end(self) -> None:
        """Tell nothing more: the widget is about to go."""
        self.blockSignals(True)
        self._stop()
        self.deleteLater()

    def set_spec(self, spec: FieldSpec) -> None:
        """Take other choices; kind and name stay."""
        if spec != self.spec:
            has_other_choices = spec.choices != self.spec.choices
            self.spec = spec
            if has_other_choices:
                with QSignalBlocker(self.widget):
                    self.show_choices()

    def show_choices(self) -> None:
        """Offer the choices of the spec."""

    def set_enabled(self, is_enabled: bool) -> None:
        """Allow or forbid editing."""
        self.widget.setEnabled(is_enabled and not self.spec.is_locked)


class LineField(FieldHandle):
    """One line of words; `parse` turns them into the value."""

    parse: Callable[[str], object] = staticmethod(str.strip)

    def make_widget(self, parent: QWidget) -> QWidget:
        """Make a line edit with its suggestions."""
        line = QLineEdit(parent)
        line.setPlaceholderText(self.spec.hint)
        line.editingFinished.connect(self.finish)
        line.textEdited.connect(self.follow_typing)
        line.installEventFilter(UndoPasser(line))
        if self.spec.kind == "suggest":
            completer = QCompleter([words for _, words in self.spec.choices], line)
            completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
            completer.setFilterMode(Qt.MatchFlag.MatchContains)
            line.setCompleter(completer)
        return line

    def show_choices(self) -> None:
        """Offer other words."""
        completer = self._line.completer()
        model = completer.model() if completer else None
        if isinstance(model, QStringListModel):
            model.setStringList([words for _, words in self.spec.choices])

    def set_enabled(self, is_enabled: bool) -> None:
        """Allow or forbid editing; what may not be edited can still be selected and copied."""
        self._line.setReadOnly(not is_enabled or self.spec.is_locked)
        restyle(self._line)

    @property
    def _line(self) -> QLineEdit:
        assert isinstance(self.widget, QLineEdit)
        return self.widget

    def put(self, value: object) -> None:
        """Write the value."""
        self._line.setText("" if value is None else str(value))
        self._line.setCursorPosition(0)

    def settle(self) -> None:
        """Forget the line's own undo; the cursor stays where it is."""
        place = self._line.cursorPosition()
        self._line.setText(self._line.text())
        self._line.setCursorPosition(place)

    def take(self) -> object:
        """Read the value."""
        return type(self).parse(self._line.text())


class NumberField(LineField):
    """A whole number or nothing."""

    parse = staticmethod(parse_number)


class DateField(LineField):
    """A day, a month or a year in ISO form, or nothing."""

    parse = staticmethod(parse_date)

    def finish(self) -> None:
        """Tell the date, and write it in its one form."""
        super().finish()
        if not self.is_edited():
            with QSignalBlocker(self.widget):
                self.put(self.shown)


class TextField(FieldHandle):
    """Words over some lines."""

    def make_widget(self, parent: QWidget) -> QWidget:
        """Make a text edit as high as its text, within bounds."""
        edit = LinesEdit(self.spec.lines, parent)
        edit.setPlaceholderText(self.spec.hint)
        edit.left.connect(self.finish)
        edit.textChanged.connect(self.follow_typing)
        edit.installEventFilter(UndoPasser(edit))
        return edit

    def set_enabled(self, is_enabled: bool) -> None:
        """Allow or forbid editing; what may not be edited can still be scrolled, selected and copied."""
        self._edit.setReadOnly(not is_enabled or self.spec.is_locked)
        restyle(self._edit)

    @property
    def _edit(self) -> QPlainTextEdit:
        assert isinstance(self.widget, QPlainTextEdit)
        return self.widget

    def settle(self) -> None:
        """Forget the text's own undo; the cursor stays where it is."""
        self._edit.document().clearUndoRedoStacks()

    def put(self, value: object) -> None:
        """Write the value."""
        self._edit.setPlainText(str(value or ""))

    def take(self) -> object:
        """Read the value."""
        return self._edit.toPlainText().strip()


class WordListField(TextField):
    """A list of words, one a line."""

    def put(self, value: object) -> None:
        """Write the value."""
        self._edit.setPlainText("\n".join(value) if isinstance(value, tuple) else "")

    def take(self) -> object:
        """Read the value: a tuple without repetitions."""
        lines = (" ".join(line.split()) for line in self._edit.toPlainText().splitlines())
        return tuple(dict.fromkeys(line for line in lines if line))


class FlagField(FieldHandle):
    """Yes or no."""

    def make_widget(self, parent: QWidget) -> QWidget:
        """Make a check box whose words are the field's hint."""
        box = QCheckBox(self.spec.hint, parent)
        box.toggled.connect(lambda _is_on: self.finish())
        return box

    @property
    def _box(self) -> QCheckBox:
        assert isinstance(self.widget, QCheckBox)
        return self.widget

    def put(self, value: object) -> None:
        """Write the value."""
        self._box.setChecked(bool(value))

    def take(self) -> object:
        """Read the value."""
        return self._box.isChecked()


class ChoiceField(FieldHandle):
    """One of some values; one that is not among them is shown as well."""

    def make_widget(self, parent: QWidget) -> QWidget:
        """Make the list."""
        combo = QuietCombo(parent)
        combo.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        combo.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        combo.setMinimumContentsLength(8)
        _fill(combo, self.spec.choices)
        combo.currentIndexChanged.connect(lambda _place: self.finish())
        return combo

    @property
    def _combo(self) -> QComboBox:
        assert isinstance(self.widget, QComboBox)
        return self.widget

    def show_choices(self) -> None:
        """Offer other choices; the one that is shown stays."""
        self._combo.clear()
        _fill(self._combo, self.spec.choices)
        self.put(self.shown)

    def put(self, value: object) -> None:
        """Write the value."""
        place = self._place_of(value)
        if place < 0:
            self._combo.addItem(str(value or "—"), value)
            place = self._combo.count() - 1
        self._combo.setCurrentIndex(place)

    def take(self) -> object:
        """Read the value."""
        return self._combo.currentData()

    def _place_of(self, value: object) -> int:
        places = (place for place in range(self._combo.count()) if self._combo.itemData(place) == value)
        return next(places, -1)


class SeveralField(FieldHandle):
    """Any number of some values, with a box to tick for each; the value is a frozenset.

    What is in the value and not among the choices has no box and stays in it.
    """

    def make_widget(self, parent: QWidget) -> QWidget:
        """Make the boxes."""
        page = QWidget(parent)
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self._boxes: dict[object, QCheckBox] = {}
        self._others: frozenset[object] = frozenset()
        self._make_boxes(page)
        return page

    def _make_boxes(self, page: QWidget) -> None:
        for value, words in self.spec.choices:
            box = QCheckBox(words.replace("&", "&&"), page)
            box.toggled.connect(lambda _is_on: self.finish())
            self._boxes[value] = box
            column = page.layout()
            assert column is not None
            column.addWidget(box)
            box.show()  # at once, not with the next event: Tab passes over what is not shown yet
        if self._boxes:
            page.setFocusProxy(next(iter(self._boxes.values())))

    def show_choices(self) -> None:
        """Offer other choices; what is ticked stays so."""
        for box in self._boxes.values():
            box.hide()
            box.deleteLater()
        self._boxes = {}
        self._make_boxes(self.widget)
        self.put(self.shown)

    def put(self, value: object) -> None:
        """Write the value."""
        ticked = value if isinstance(value, frozenset) else frozenset()
        self._others = ticked.difference(self._boxes)
        for each, box in self._boxes.items():
            with QSignalBlocker(box):
                box.setChecked(each in ticked)

    def take(self) -> object:
        """Read the value."""
        return self._others.union(value for value, box in self._boxes.items() if box.isChecked())


def _fill(combo: QComboBox, choices: Choices) -> None:
    for value, words in choices:
        combo.addItem(words, value)


FIELD_KINDS: dict[str, type[FieldHandle]] = {
    "line": LineField,
    "suggest": LineField,
    "number": NumberField,
    "date": DateField,
    "text": TextField,
    "words": WordListField,
    "flag": FlagField,
    "choice": ChoiceField,
    "several": SeveralField,
}
