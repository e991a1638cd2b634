"""What others changed since somebody last looked, as a line of what is to be done."""

from __future__ import annotations

from typing import TYPE_CHECKING

from framework_qda.matrix.board import Spot, Todo
from framework_qda.matrix.reviewing import Since, read_review

if TYPE_CHECKING:
    from framework_qda.matrix.reviewing import Question
    from framework_qda.project.overview import Overview

CHANGED = "changed"


def changed_todo(overview: Overview, question: Question) -> tuple[Todo, ...]:
    """Return the line, or nothing where there is nothing to look at; it leads to the Review desk. For a worker."""
    spots = tuple(Spot(*item.place) for item in read_review(overview, question).items)
    noun = "cell" if len(spots) == 1 else "cells"
    # Who has never looked is asked on the Review desk since when.
    words = "changed by others" if question.since is Since.EVER else "changed since you last looked"
    return (Todo(CHANGED, f"{noun} {words}", spots, len(spots)),) if spots else ()
