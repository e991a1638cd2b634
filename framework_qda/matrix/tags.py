"""Tags as they are shown: what each is called, and its place among those of its sub-topic."""

from collections import Counter

from framework_qda.matrix.grid import TagMark
from framework_qda.model import Tag
from framework_qda.project.reader import Reader


def tag_marks(reader: Reader) -> dict[str, TagMark]:
    """Return how all tags are shown, by their ids.

    A sub-topic's own tags count from 0; those of any sub-topic count from -1 down, so that no tag that a sub-topic
    gets changes the look of theirs.
    """
    seen: Counter[str | None] = Counter()
    marks = {}
    for tag in reader.all(Tag):
        number = seen[tag.subtopic_id]
        seen[tag.subtopic_id] += 1
        marks[tag.id] = TagMark(tag.label, -1 - number if tag.subtopic_id is None else number)
    return marks
