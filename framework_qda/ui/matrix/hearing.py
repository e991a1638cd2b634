"""Hearing the passages of a cell beside the grid; what plays them is made when there is one to hear."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from framework_qda.matrix.listening import Listening, read_listening

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from framework_qda.matrix.grid import GridStatement
    from framework_qda.model import Extract
    from framework_qda.project import Project
    from framework_qda.ui.listening.player import Player
    from framework_qda.ui.settings import Settings
    from framework_qda.ui.widgets.evidence_panel import EvidencePanel

NOTHING_TO_HEAR = "Nothing of this cell can be heard: its passages have no recording."


class GridHearing(QObject):
    """Play the passages in the evidence panel."""

    hinted = Signal(str)

    def __init__(self, panel: EvidencePanel) -> None:
        super().__init__(panel)
        self._panel = panel
        self._project: Project | None = None
        self._settings: Settings | None = None
        self._player: Player | None = None
        self._listening = Listening()
        self._interview_id = ""
        self._is_old = False
        self._extracts: dict[str, Extract] = {}
        self.look_here: Callable[[], object] = lambda: None
        """Shows what the cell at hand rests on, also where the panel is hidden."""
        panel.play_requested.connect(self.play)

    def begin(self, project: Project, settings: Settings | None) -> None:
        """Play recordings of another project from now on."""
        self._project, self._settings = project, settings
        self._interview_id = ""
        if self._player is not None:
            self._player.begin(project, settings)

    def forget(self) -> None:
        """Read again what can be heard: notes or recordings may have changed."""
        self._is_old = True

    def show_cell(self, interview_id: str, statements: Sequence[GridStatement]) -> None:
        """Show which passages of a cell can be heard; what is heard of another interview ends."""
        if self._project is None:
            return
        reader = self._project.read
        if interview_id != self._interview_id or self._is_old:
            before = self._interview_id, self._listening.recordings
            self._interview_id, self._is_old = interview_id, False
            self._listening = read_listening(reader, interview_id) if interview_id else Listening()
            if self._player is not None and before != (interview_id, self._listening.recordings):
                self._player.stop()
                self._player.bar.hide()
        self._extracts = {}
        if self._listening.recordings:
            wanted = {ref.extract_id for statement in statements for ref in statement.evidence}
            self._extracts = reader.extracts_by_id(wanted)
        self._panel.show_playable(frozenset(self._listening.extracts(self._extracts.values())))

    def play(self, extract_id: str) -> None:
        """Play the stretch of a passage; while it is heard, pause."""
        extract = self._extracts.get(extract_id)
        stretch = self._listening.extract(extract) if extract is not None else None
        if stretch is None:
            self.hinted.emit(NOTHING_TO_HEAR)
            return
        player = self._ready_player()
        player.show_listening(self._listening)
        player.play_stretch(stretch)

    def play_here(self) -> None:
        """Play the chosen passage, else the first that can be heard; pause while something is heard."""
        if self._player is not None and self._player.sound.is_playing:
            self._player.pause()
            return
        self.look_here()
        heard = self._listening.extracts(self._extracts.values())
        chosen = self._panel.current_extract()
        order = [row.evidence.extract_id for row in self._panel.passages.evidence_model.rows if row.evidence]
        self.play(chosen if chosen in heard else next((each for each in order if each in heard), ""))

    def toggle(self) -> None:
        """Play on, or pause."""
        if self._player is not None:
            self._player.toggle()
        else:
            self.play_here()

    def back(self) -> None:
        """Go back two seconds."""
        if self._player is not None:
            self._player.back()

    def step_speed(self, direction: int) -> None:
        """Play one step faster (1) or slower (-1)."""
        if self._player is not None:
            self._player.step_speed(direction)

    def pause(self) -> None:
        """Pause: the desk is left."""
        if self._player is not None:
            self._player.pause()

    def _ready_player(self) -> Player:
        if self._player is None:
            from framework_qda.ui.listening.bar import PlayerBar
            from framework_qda.ui.listening.player import Player

            bar = PlayerBar("matrix")
            bar.more.hide()
            self._panel.put_below(bar)
            self._player = Player(bar)
            self._player.hinted.connect(self.hinted)
            if self._project is not None:
                self._player.begin(self._project, self._settings)
        return self._player
