"""Put a widget on the screen as the window would."""

from framework_qda.ui.operations import Operations


def show_desk(qtbot, desk, project, width=1200, height=800):
    """Give a desk a project, let changes reach it, show it, and return it."""
    qtbot.addWidget(desk)
    operations = Operations(project, desk)
    operations.changed.connect(desk.show_changes)
    desk.set_project(project, operations)
    return show(qtbot, desk, width, height)


def show(qtbot, widget, width, height):
    """Show a widget in a size and return it."""
    widget.resize(width, height)
    with qtbot.waitExposed(widget):
        widget.show()
    return widget
