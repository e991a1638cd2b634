"""Build the sample project from its readable sources, through the program's public interface only.

`study.toml` holds the study, its people, areas, organisations, interviews and their further documents and recordings;
`framework.toml` the themes and sub-topics; `notes/I01.docx` ... the notes; `recordings/` the sound files, which are put
into a folder beside the project; `charting/I01.toml` ... what was charted from them; `stages.toml` how far
extracts have come on their way into print; `quotations.toml` what was edited for print; `comments.toml` what the
analysts remarked on each other's work. The project is the same on every build: its clock runs through the year
2012 as the study might have gone, and its ids are drawn from a fixed seed.
"""

import shutil
import tempfile
from collections.abc import Collection
from pathlib import Path
from random import Random

from framework_qda import create_project, open_project
from framework_qda.errors import ProjectFileError

from .desk import SampleDesk
from .hours import StudyClock, WorkingTime, in_hours
from .plan import moment_of, plan_work
from .quotations import read_segments
from .sources import HERE, RECORDINGS, SEED, SampleError, Sources, read_sources

__all__ = [
    "RECORDINGS",
    "SampleError",
    "Sources",
    "WorkingTime",
    "build",
    "in_hours",
    "moment_of",
    "plan_work",
    "read_segments",
    "read_sources",
]


def build(destination: Path, interviews: Collection[str] | None = None) -> Path:
    """Build the sample at `destination` and return its path.

    The study, its framework and all 28 interviews always stand there; `interviews` limits whose notes and charting
    come in (codes such as "I02"; None: all that there are). Raise ProjectFileError where a file stands already,
    and SampleError where evidence is not in the notes word for word.
    """
    destination = Path(destination)
    _refuse_to_overwrite(destination)
    with tempfile.TemporaryDirectory(dir=destination.parent, prefix=".sample-") as folder:
        unfinished = Path(folder) / destination.name
        sources = read_sources(interviews)
        _copy_recordings(sources, unfinished.parent)
        _build_at(unfinished, sources)
        _refuse_to_overwrite(destination)
        _copy_recordings(sources, destination.parent)
        # Copied, not moved: a copy is told apart when it is opened, so that nobody can undo the study's own history.
        shutil.copyfile(unfinished, destination)
        # Opened once while the other still stands: its place on the disk might otherwise be given to a later copy.
        open_project(destination, backs_up=False).close()
    return destination


def _refuse_to_overwrite(destination: Path) -> None:
    if destination.exists():
        raise ProjectFileError(
            f"“{destination}” exists already and was left as it is. "
            "Choose another name for the sample, or delete that file first."
        )


def _copy_recordings(sources: Sources, folder: Path) -> None:
    """Put the sound files where the project looks for them; those that are there already stay."""
    for recordings in sources.recordings.values():
        for recording in recordings:
            copy = folder / RECORDINGS / recording["file"]
            copy.parent.mkdir(exist_ok=True)
            if not copy.exists():
                shutil.copyfile(HERE / "recordings" / recording["file"], copy)


def _build_at(path: Path, sources: Sources) -> None:
    clock, random = StudyClock(), Random(SEED)
    lead = next(analyst for analyst in sources.study["analyst"] if analyst["part"] == "lead")
    with create_project(
        path,
        title=sources.study["study"]["title"],
        analyst_name=lead["name"],
        clock=clock,
        entropy=random.randbytes,
    ) as project:
        desk = SampleDesk(project, sources, clock, random.randbytes)
        with project.bundle():
            desk.set_up()
            for step in plan_work(sources):
                desk.do(step)
