"""Tests of what the window shows while no project is open."""

from pathlib import Path

from PySide6.QtWidgets import QLabel, QPushButton

from framework_qda.ui.recent_projects import RecentProject
from framework_qda.ui.style import Look
from framework_qda.ui.window import MainWindow

RECENT = [RecentProject(Path("/studies/Winter beds.fqda"), "Winter beds")]


def rows_of(window: MainWindow) -> list[QPushButton]:
    return [button for button in window.welcome.findChildren(QPushButton) if button.property("role") == "row"]


def test_title_and_path_of_a_recent_project_stand_whole_below_each_other(window, qtbot):
    window.welcome.show_recent(RECENT)
    qtbot.wait(20)
    title, path = rows_of(window)[0].findChildren(QLabel)
    assert not title.geometry().intersects(path.geometry())
    assert path.geometry().bottom() < rows_of(window)[0].height()
    assert path.height() >= path.fontMetrics().height()


def test_no_button_is_cut_when_the_window_is_zoomed(window, qtbot, look: Look):
    look.set_zoom(200)
    qtbot.wait(20)
    buttons = [button for button in window.welcome.findChildren(QPushButton) if button.text()]
    assert all(button.width() >= button.sizeHint().width() for button in buttons)
