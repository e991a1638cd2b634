"""Edit a project at random and say so after each action; run as a child that is killed at any moment."""

import random
import sys
from pathlib import Path

from framework_qda import open_project
from framework_qda.model import Interview, Notes, NotesParagraph, Statement, Subtopic, Theme
from framework_qda.project.ids import new_id


def edit(project, dice):
    interviews, subtopics = project.read.all(Interview), project.read.all(Subtopic)
    interview, subtopic = dice.choice(interviews), dice.choice(subtopics)
    words = " ".join(dice.choices(["the", "ward", "calls", "nobody", "on", "fridays"], k=40))
    kind = dice.random()
    if kind < 0.6:
        return project.chart(interview.id, subtopic.id, [Statement(new_id(), "summary", words)])
    if kind < 0.7:
        paragraphs = tuple(NotesParagraph(f"{words} {n}") for n in range(60))
        return project.import_notes([(interview.id, Notes("notes.txt", "0", paragraphs))])
    if kind < 0.8:
        return project.undo()
    if kind < 0.9:
        return project.add(Theme, title=words)
    project.back_up()
    return project.set_state(interview.id, subtopic.id, dice.choice(["charted", "in_progress"]))


def main():
    dice = random.Random(int(sys.argv[2]))
    project = open_project(Path(sys.argv[1]))
    while True:
        changes = edit(project, dice)
        if changes.action_id:
            sys.stdout.write(f"{changes.action_id}\n")
            sys.stdout.flush()


if __name__ == "__main__":
    main()
