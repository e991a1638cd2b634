"""The bar that plays a recording: play, time, waveform, speed, back, and which recording it is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QActionGroup, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QMenu, QPushButton, QToolButton, QVBoxLayout, QWidget

from framework_qda.text.timecodes import format_timecode
from framework_qda.ui.keymap import current_keymap
from framework_qda.ui.keys import COMMANDS, describe
from framework_qda.ui.listening.sound import SPEEDS
from framework_qda.ui.listening.waveform import Waveform
from framework_qda.ui.style import em, set_icon, set_role
from framework_qda.ui.widgets.labels import plain_label, set_plain_tip, wrapped_label
from framework_qda.ui.words import for_menu

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from framework_qda.model import Recording

NARROW, NARROWEST = 24, 18
"""In em: below these widths the button that goes back, and that of the speed, are left to their keys."""


class PlayerBar(QFrame):
    """Show what is played and tell what is wanted; it plays nothing itself. `group` names the desk of its keys."""

    play_pressed = Signal()
    back_pressed = Signal()
    speed_chosen = Signal(int)
    recording_chosen = Signal(str)
    """A recording for these notes; an empty text: none of them."""
    locate_requested = Signal()
    add_requested = Signal()

    def __init__(self, group: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        set_role(self, "bar")
        self._group = group
        self.play = self._button("ph.play-fill", "Play", lambda: self.play_pressed.emit())
        self.time = plain_label(format_timecode(0))
        self.waveform = Waveform()
        self.speed = QToolButton()
        self.speed.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.speed.setMenu(QMenu(self.speed))
        self.back = self._button("", "Back two seconds", lambda: self.back_pressed.emit())
        self.back.setText("−2 s")
        self.more = self._button("ph.dots-three-vertical", "Recording of these notes", lambda: self.more.showMenu())
        self.more.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.more.setMenu(QMenu(self.more))
        self.problem = wrapped_label("", "soft")
        self.locate = QPushButton("Find the file…")
        self.locate.clicked.connect(lambda _checked=False: self.locate_requested.emit())
        self._is_playing = False
        self._build()
        self._fill_speeds()
        current_keymap().changed.connect(self._show_keys)
        self.show_speed(100)
        self._show_keys()
        self.show_problem("")

    # -- what is shown

    def show_position(self, position: int) -> None:
        """Show the place that is heard."""
        words = format_timecode(position)
        if words != self.time.text():
            self.time.setText(words)
        self.waveform.show_position(position)

    def show_playing(self, is_playing: bool) -> None:
        """Show whether it plays."""
        self._is_playing = is_playing
        set_icon(self.play, "ph.pause-fill" if is_playing else "ph.play-fill", "accent_text")
        self._show_keys()

    def show_speed(self, speed: int) -> None:
        """Show how fast it plays."""
        self.speed.setText(f"{speed} %")
        self.speed.setAccessibleName(f"Speed {speed} %")
        for action in self.speed.menu().actions():
            action.setChecked(action.data() == speed)

    def show_problem(self, words: str, tip: str = "", *, can_locate: bool = False) -> None:
        """Say why nothing can be played, in place of the waveform; an empty text: it can."""
        has_problem = bool(words)
        self.problem.setText(words)
        set_plain_tip(self.problem, tip)
        self._trouble.setVisible(has_problem)
        self.locate.setVisible(can_locate)
        for part in (self.play, self.time, self.waveform):
            part.setVisible(not has_problem)
        self._leave_out()

    def show_recordings(self, recordings: Sequence[Recording], current: str, *, can_edit: bool) -> None:
        """Offer the recordings of an interview, the one of these notes checked."""
        menu = self.more.menu()
        menu.clear()
        group = QActionGroup(menu)
        for key, words in [*((each.id, each.title or each.path) for each in recordings), ("", "None of them")]:
            action = menu.addAction(for_menu(words))
            action.setCheckable(True)
            action.setChecked(key == current)
            action.setEnabled(can_edit)
            action.triggered.connect(lambda _checked=False, key=key: self.recording_chosen.emit(key))
            group.addAction(action)
        menu.addSeparator()
        if current:
            locate = menu.addAction("Find the file again…")
            locate.setEnabled(can_edit)
            locate.triggered.connect(lambda _checked=False: self.locate_requested.emit())
        add = menu.addAction("Add a recording…")
        add.setEnabled(can_edit)
        add.triggered.connect(lambda _checked=False: self.add_requested.emit())
        names = {each.id: each.title or each.path for each in recordings}
        self.more.setAccessibleName(f"Recording of these notes: {names.get(current, 'none')}")

    # -- Qt

    def changeEvent(self, event: QEvent) -> None:
        """Follow the font."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange and hasattr(self, "_row"):
            self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave out what a narrow pane has no room for."""
        super().resizeEvent(event)
        self._leave_out()
        is_narrow = self.width() < em(self, NARROW)
        self._words.setDirection(QBoxLayout.Direction.TopToBottom if is_narrow else QBoxLayout.Direction.LeftToRight)

    # -- within

    def _button(self, icon_name: str, words: str, pressed: Callable[[], object]) -> QToolButton:
        button = QToolButton()
        button.setAccessibleName(words)
        button.setToolTip(words)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        if icon_name:
            set_icon(button, icon_name, "accent_text" if icon_name == "ph.play-fill" else "text_soft")
        button.clicked.connect(lambda _checked=False: pressed())
        return button

    def _fill_speeds(self) -> None:
        for speed in SPEEDS:
            action = self.speed.menu().addAction(f"{speed} %")
            action.setData(speed)
            action.setCheckable(True)
            action.triggered.connect(lambda _checked=False, speed=speed: self.speed_chosen.emit(speed))

    def _show_keys(self) -> None:
        play = f"{self._group}.play"
        words = "Pause" if self._is_playing else "Play"
        self.play.setAccessibleName(words)
        self.play.setToolTip(describe(play).replace(COMMANDS[play].words, words))
        self.back.setToolTip(describe(f"{self._group}.play_back"))
        self.speed.setToolTip(f"Speed. {describe(f'{self._group}.slower')}, {describe(f'{self._group}.faster')}")

    def _leave_out(self) -> None:
        for part, least in ((self.back, NARROW), (self.speed, NARROWEST)):
            part.setVisible(not self.problem.text() and self.width() >= em(self, least))

    def _build(self) -> None:
        self._trouble = QWidget()
        self._words = QBoxLayout(QBoxLayout.Direction.LeftToRight, self._trouble)
        self._words.setContentsMargins(0, 0, 0, 0)
        self._words.addWidget(self.problem, 1)
        self._words.addWidget(self.locate)
        self._row = QHBoxLayout()
        for part in (self.play, self.time):
            self._row.addWidget(part)
        self._row.addWidget(self.waveform, 1)
        self._row.addWidget(self._trouble, 1)
        for part in (self.speed, self.back, self.more):
            self._row.addWidget(part)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(self._row)
        self._fit()

    def _fit(self) -> None:
        side = em(self, 0.6)
        self._row.setContentsMargins(side, em(self, 0.3), side, em(self, 0.3))
        self._row.setSpacing(em(self, 0.5))
        for button in (self.play, self.more):
            button.setIconSize(QSize(em(self, 1.1), em(self, 1.1)))
