"""Tags as they are shown: what each is called, and its place among those of its sub-topic."""

from collections import Counter

from framework_qda.matrix.grid import TagMark
from framework_qda.matrix.outline import framework_outline
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


def tag_choices(reader: Reader) -> list[tuple[str, str]]:
    """Return all tags as (id, words) to choose from: of any sub-topic, then `2.1 consent` in the framework's order.

    The numbers tell apart tags of one name in several sub-topics.
    """
    tags = reader.all(Tag)
    numbers = {column.subtopic_id: column.number for theme in framework_outline(reader) for column in theme.columns}
    general = [(tag.id, tag.label) for tag in tags if tag.subtopic_id is None]
    own = [
        (tag.id, f"{number} {tag.label}")
        for subtopic_id, number in numbers.items()
        for tag in tags
        if tag.subtopic_id == subtopic_id
    ]
    return general + own
