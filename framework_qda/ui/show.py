"""Show the window and nothing before it is needed: importing this loads nothing of Qt."""

import gc
from pathlib import Path


def show_window(project: Path | None) -> None:
    """Show the window until it is closed, then end the process: SystemExit carries the exit code."""
    gc.disable()  # loading makes no garbage; later the window collects it in its own thread (garbage.py)
    # The toolkit takes a tenth of a second to load: commands that need no window do not wait for it.
    from framework_qda.ui.app import run

    raise SystemExit(run(project))
