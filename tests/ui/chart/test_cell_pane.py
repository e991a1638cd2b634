"""The cell in panes of any size and zoom: nothing is cut, nothing keeps the room of before."""

from PySide6.QtWidgets import QApplication

from framework_qda.model import Statement


def settle(bench):
    for _ in range(4):
        QApplication.processEvents()


def test_the_heading_gives_back_the_room_that_it_took_at_a_larger_zoom(bench, look):
    heading = bench.desk.panes.cell.heading
    before = heading.height()
    look.set_zoom(200)
    settle(bench)
    assert heading.height() > before
    look.set_zoom(100)
    settle(bench)
    assert heading.height() == before


def test_a_long_cell_is_seen_whole_and_only_the_pane_scrolls(bench, study):
    study.chart("Told of every referral by copy, and asks for the list. " * 30)
    bench.open(0, 1)
    bench.open(0, 0)
    bench.desk.resize(900, 450)
    settle(bench)
    assert bench.editor.verticalScrollBar().maximum() == 0
    assert bench.desk.panes.room.cell_area.verticalScrollBar().maximum() > 0


def test_nothing_of_the_cell_is_cut_in_a_small_window_at_the_largest_zoom(bench, look, study):
    bench.desk.show_changes(study.chart("Told of every referral by copy.", state="nothing_said"))
    look.set_zoom(200)
    bench.desk.resize(850, 540)
    settle(bench)
    area = bench.desk.panes.room.cell_area
    assert bench.desk.panes.cell.width() <= area.viewport().width()
    assert bench.desk.width() == 850


def test_a_long_past_of_a_cell_never_makes_its_pane_wider_than_its_view(bench, look, study):
    project, place = study.project, (study.interviews[0], study.subtopics[0])
    study.chart("Told of every referral by copy.")
    project.accept([place])
    bench.operations.run(lambda each: each.chart(*place, [Statement("s", "summary", "Other words.")]))
    past, area = bench.desk.panes.cell.past, bench.desk.panes.room.cell_area
    assert past.text().startswith("changed since accepted by AM ")
    look.set_zoom(200)
    for width in (1000, 850):
        bench.desk.resize(width, 540)
        settle(bench)
        assert bench.desk.panes.cell.width() <= area.viewport().width()
        assert past.geometry().right() <= past.parentWidget().width()
    assert past.text() == "3 versions"
    assert past.accessibleName().startswith("changed since")
    look.set_zoom(100)
    bench.desk.resize(1400, 800)
    settle(bench)
    assert past.text().startswith("changed since accepted by AM ")
