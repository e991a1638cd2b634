"""Adding recordings to an interview and finding again those that were moved. Their files are read beside the window."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QObject

from framework_qda.errors import RefusedError
from framework_qda.model import Recording
from framework_qda.project import Project
from framework_qda.project.recordings import SoundFile, read_sound_file
from framework_qda.ui.words import count_words, join_words

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from framework_qda.ui.shell import Shell
    from framework_qda.ui.worker import Progress

SOUNDS = (
    "Sound and video (*.mp3 *.m4a *.m4b *.aac *.wav *.wave *.wma *.ogg *.oga *.opus *.flac *.amr *.3gp *.mp4 *.m4v "
    "*.mov *.avi *.mkv *.webm *.wmv *.aif *.aiff);;All files (*)"
)


class Read(NamedTuple):
    """A file that was read, or why it could not be."""

    path: Path
    sound: SoundFile | None
    problem: str = ""


class RecordingCommands(QObject):
    """Ask for sound files and note them in the project."""

    def __init__(self, window: Shell) -> None:
        super().__init__(window)
        self._window = window

    def add(self, interview_id: str) -> None:
        """Ask for sound files and add them to an interview."""
        from PySide6.QtWidgets import QFileDialog  # its enums take long to make

        if not self._can_write():
            return
        chosen, _ = QFileDialog.getOpenFileNames(
            self._window, "Add recordings", str(self._window.settings.folder), SOUNDS
        )
        if chosen:
            paths = [Path(each) for each in chosen]
            self._window.settings.folder = paths[0].parent
            words = f"Reading {count_words(len(paths), 'recording')}…"
            self._window.tasks.run(
                words, lambda progress: _read(paths, progress), lambda found: self._add(interview_id, found)
            )

    def locate(self, recording_id: str) -> None:
        """Ask where the file of a recording is now."""
        from PySide6.QtWidgets import QFileDialog  # its enums take long to make

        project = self._window.project
        if project is None or not self._can_write():
            return
        recording = project.read.get(Recording, recording_id)
        if recording is None:
            return
        chosen, _ = QFileDialog.getOpenFileName(
            self._window, f"Find {Path(recording.path).name}", str(self._window.settings.folder), SOUNDS
        )
        if chosen:
            path = Path(chosen)
            self._window.settings.folder = path.parent
            self._window.tasks.run(
                f"Reading {path.name}…",
                lambda progress: _read([path], progress),
                lambda found: self._relocate(recording_id, found[0]),
            )

    # -- within

    def _can_write(self) -> bool:
        operations = self._window.operations
        return operations is not None and operations.can_edit

    def _add(self, interview_id: str, found: Sequence[Read]) -> None:
        project, operations = self._window.project, self._window.operations
        if project is None or operations is None:
            return
        known = {each.sha256 for each in project.read.recordings(interview_id)}
        silent, problems = [], []
        for each in found:
            if each.sound is None:
                problems.append(each.problem)
                continue
            if each.sound.sha256 in known:
                problems.append(f"{each.path.name} is a recording of this interview already.")
                continue
            known.add(each.sound.sha256)
            operations.run(partial(Project.add_recording, interview_id=interview_id, path=each.path, sound=each.sound))
            if each.sound.length_ms is None:
                silent.append(each.path.name)
        if problems:
            self._window.tell_error(" ".join(problems))
        if silent:
            are, them = ("is", "it") if len(silent) == 1 else ("are", "them")
            self._window.tell(
                f"{join_words(silent)} {are} noted, but cannot be played on this computer. Remove {them} if {them} "
                "should not be there."
            )

    def _relocate(self, recording_id: str, found: Read) -> None:
        from framework_qda.ui.widgets.dialogs import ask

        project, operations = self._window.project, self._window.operations
        recording = project.read.get(Recording, recording_id) if project is not None else None
        if project is None or operations is None or recording is None:
            return
        if found.sound is None:
            self._window.tell_error(found.problem)
            return
        is_other = bool(recording.sha256) and recording.sha256 != found.sound.sha256
        words = (
            f"{found.path.name} is not the file that was noted for this recording. It may be a copy in another format, "
            "or the wrong file. Times are kept as they are."
        )
        if is_other and not ask(self._window, "Take another file?", words, "Take it"):
            return
        sound = found.sound
        operations.run(lambda project: project.relocate_recording(recording_id, found.path, sound=sound))
        self._find_others(found.path.parent)

    def _find_others(self, folder: Path) -> None:
        """Look for other recordings that are missing in the folder where one was found."""
        project = self._window.project
        if project is None:
            return
        wanted = {
            folder / Path(each.path).name: each
            for each in project.read.all(Recording)
            if each.sha256 and project.recording_file(each.id).problem and (folder / Path(each.path).name).is_file()
        }
        if wanted:
            self._window.tasks.run(
                f"Looking at {count_words(len(wanted), 'other file')} that may be here too…",
                lambda progress: _read(list(wanted), progress),
                lambda found: self._take_others(wanted, found),
            )

    def _take_others(self, wanted: Mapping[Path, Recording], found: Sequence[Read]) -> None:
        operations = self._window.operations
        if operations is None:
            return
        same = [each for each in found if each.sound is not None and each.sound.sha256 == wanted[each.path].sha256]
        for each in same:
            recording_id = wanted[each.path].id
            operations.run(
                partial(Project.relocate_recording, recording_id=recording_id, path=each.path, sound=each.sound)
            )
        if same:
            self._window.tell(f"Found there too: {join_words([wanted[each.path].title for each in same])}.")


def _read(paths: Sequence[Path], progress: Progress) -> list[Read]:
    """Read digests and lengths of files, in a worker; a file that cannot be read does not stop the others."""
    from framework_qda.ui.listening.decoding import read_length

    found = []
    for place, path in enumerate(paths):
        progress.step(place, len(paths))
        try:
            sound = read_sound_file(path)
        except RefusedError as error:
            found.append(Read(path, None, str(error)))
            continue
        if sound.length_ms is None:
            sound = replace(sound, length_ms=read_length(path, progress))
        found.append(Read(path, sound))
    return found
