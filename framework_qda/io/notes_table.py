"""Tables of a document as lines of notes, with the speakers that a column of them names."""

from framework_qda.text.paragraphs import Line
from framework_qda.text.speakers import TIMES_SEEN, is_usual, looks_like_label


def read_table(rows: list[list[list[Line]]]) -> list[Line]:
    """Read a table cell by cell; a column of speakers names the speaker of the cell after it."""
    column = _find_speakers(rows)
    lines: list[Line] = []
    for row in rows:
        has_speaker = column is not None and column < len(row) and bool(row[column]) and any(row[column + 1 :])
        speaker = row[column][0].text.strip().rstrip(":").strip() if has_speaker and column is not None else ""
        for place, cell in enumerate(row):
            if has_speaker and place == column:
                continue
            for line in cell:
                is_first_after = bool(speaker) and column is not None and place > column
                lines.append(Line(line.text, line.bold_length, speaker if is_first_after else ""))
                speaker = "" if is_first_after else speaker
    return lines


def _find_speakers(rows: list[list[list[Line]]]) -> int | None:
    """Return the first column whose cells are all labels, usual ones or the same ones again and again."""
    width = max((len(row) for row in rows), default=0)
    for column in range(width - 1):
        cells = [row[column] for row in rows if column < len(row) - 1 and row[column]]
        labels = [cell[0].text.strip().rstrip(":").strip() for cell in cells if len(cell) == 1]
        if not labels or len(labels) < len(cells) or not all(looks_like_label(label) for label in labels):
            continue
        distinct = set(labels)
        if all(is_usual(label) for label in distinct) or len(labels) >= TIMES_SEEN * len(distinct):
            return column
    return None
