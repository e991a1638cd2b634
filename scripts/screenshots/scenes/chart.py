"""Pictures of the Chart desk."""

from collections.abc import Mapping
from dataclasses import replace

from PySide6.QtCore import QPoint
from PySide6.QtGui import QImage, QTextCursor

from framework_qda.matrix.reshaping import stale_places
from framework_qda.model import Subtopic
from framework_qda.ui.cell_place import CellPlace
from framework_qda.ui.chart.desk import ChartDesk
from framework_qda.ui.widgets.statement_menu import build_menu
from screenshots.camera import Picture, take, take_dialog, take_with_menu
from screenshots.stage import Scene, wait_for


def show_chart(scene: Scene) -> QImage:
    """Show a cell with statements of all kinds, beside the passage that one of them rests on."""
    scene.open("chart")
    scene.go_to("I02", "2.3")
    desk = scene.desk(ChartDesk)
    extract_id = scene.project.read.cell(*scene.cell("I02", "2.3")).content[0].evidence[0]
    desk.evidence.show_passage(extract_id, is_going=False)
    return take(scene.window)


def show_chart_player(scene: Scene) -> QImage:
    """Show a recording above its notes, at a paragraph that a cell rests on."""
    scene.open("chart")
    scene.go_to("I09", "3.5")
    desk = scene.desk(ChartDesk)
    desk.panes.notes.tabs.setCurrentIndex(1)
    player = desk.hearing.player
    player.toggle()
    wait_for(lambda: player.sound.position > 0 and bool(player.bar.waveform.peaks) and not player.is_reading)
    player.sound.pause(is_going_back=False)
    desk.hint.say("")  # no loudspeaker was found where pictures are drawn
    player.sound.seek(21_000)
    player.bar.show_playing(True)
    desk.panes.notes.view.gutter.show_heard(player.listening.paragraph_at(desk.panes.notes.document_id, 21_000))
    return take(scene.window)


def show_chart_link(scene: Scene) -> QImage:
    """Show a passage of the notes on its way into a statement."""
    scene.open("chart")
    scene.go_to("I05", "1.3")
    notes = scene.desk(ChartDesk).panes.notes.view
    words = "he will not take newly qualified"
    place, line = next((place, line) for place, line in enumerate(notes.lines) if words in line.text)
    start = line.text.index(words)
    notes.setFocus()
    notes.go_to_place(place, start, start + len(words))
    return take(scene.window)


def show_chart_states(scene: Scene) -> QImage:
    """Show the states that a cell can have."""
    scene.open("chart")
    scene.go_to("I02", "2.3")
    button = scene.desk(ChartDesk).panes.cell.state_button
    menu = button.menu()
    return take_with_menu(scene.window, menu, button.mapToGlobal(QPoint(0, button.height())))


def show_stale(scene: Scene) -> QImage:
    """Show a cell whose sub-topic has changed since it was charted, with the definition then and now."""
    scene.open("chart")
    read, desk = scene.project.read, scene.desk(ChartDesk)
    desk.go(next(CellPlace(*place) for each in read.all(Subtopic) for place in stale_places(read, each.id)))
    desk.march.compare_definitions()
    return take(scene.window)


def show_versions(scene: Scene) -> QImage:
    """Show the versions of a cell, the newest against the one before."""
    scene.open("chart")
    scene.go_to("I02", "2.3")
    place = scene.cell("I02", "2.3")
    first, *others = scene.project.read.cell(*place).content
    changed = replace(first, text=f"{first.text.rstrip('.')}, though never on the days of the other site.")
    scene.do(lambda project: project.chart(*place, [changed, *others]))
    return take_dialog(lambda: scene.trigger("chart.history"))


def show_spelling(scene: Scene) -> QImage:
    """Show a word that is in no dictionary, and what its menu offers."""
    scene.open("chart")
    scene.go_to("I02", "2.3")
    editor = scene.desk(ChartDesk).panes.cell.editor
    editor.moveCursor(QTextCursor.MoveOperation.Start)
    editor.insertPlainText("Recieved by fax. ")
    scene.window.spelling.dictionary.wake(is_urgent=True)
    wait_for(lambda: editor.spelling.next_word(0) is not None)
    word = editor.spelling.next_word(0)
    assert word is not None
    menu = build_menu(editor, word)
    wait_for(lambda: menu.actions()[0].isEnabled())
    place = editor.textCursor()
    place.setPosition(word.start)
    area = editor.cursorRect(place)
    return take_with_menu(scene.window, menu, editor.viewport().mapToGlobal(area.bottomRight()))


def show_chart_dark(scene: Scene) -> QImage:
    """Show the Chart desk in its dark colours."""
    scene.look.set_scheme("dark")
    return show_chart(scene)


PICTURES: Mapping[str, Picture] = {
    "chart": show_chart,
    "chart-player": show_chart_player,
    "chart-link": show_chart_link,
    "chart-states": show_chart_states,
    "chart-stale": show_stale,
    "versions": show_versions,
    "spelling": show_spelling,
    "chart-dark": show_chart_dark,
}
