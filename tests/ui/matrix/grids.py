"""Matrices made by hand for tests, pictures and measurements: every kind of cell stands in one of them."""

from random import Random

from framework_qda.matrix.grid import (
    Band,
    EvidenceRef,
    GridCell,
    GridColumn,
    GridRow,
    GridStatement,
    MatrixGrid,
)

LABELS = (
    "How a worry is first noticed",
    "Confidence in what is noticed",
    "Who is told, and how soon",
    "Feedback after a referral",
    "Meetings between the two agencies, and who is missing from them",
    "summary",
)
SENTENCES = (
    "The duty doctor reads the last four visits before seeing a child.",
    "Nobody owns the form between Friday noon and Monday.",
    "She rings rather than writes, because a call is answered.",
    "Two wards still keep a book of their own.",
    "The list of open referrals is compared once a month.",
    "New staff are shown the screen in their first week and not again.",
    "He is sure of bruises and unsure of neglect.",
    "The council's team sends an answer in about half of the cases.",
    "Night staff ask the sister, and the sister asks the morning.",
    "A paper copy goes into the notes, whatever the system says.",
)
QUOTED = (
    "“you wait for the phone and the phone does not ring”",
    "“we only hear of it when something has gone wrong”",
    "“it is a good form if you have twenty minutes”",
)
NOTES = (
    "The same gap as in the two areas before; see the meetings.",
    "Speaks of the plan here, not of what is done.",
)
ROLES = ("Named Nurse", "Named Doctor", "Team Manager", "Service Manager", "Named Midwife")
STATES = ("charted", "charted", "reviewed", "in_progress", "charted", "not_charted", "nothing_said")


def evidence(
    number: int, *, start_ms: int | None = None, is_starred: bool = False, stage: str = "marked"
) -> EvidenceRef:
    text = f"… {SENTENCES[number % len(SENTENCES)]} Well, that is how I remember it, {number} years on."
    return EvidenceRef(f"extract-{number}", number, start_ms, is_starred, text, stage)


def statement(text: str, kind: str = "summary", *refs: EvidenceRef) -> GridStatement:
    return GridStatement(f"s-{abs(hash((text, kind, refs)))}", kind, text, refs)


def cell(row: int, column: int, state: str, *statements: GridStatement, is_conflicted: bool = False) -> GridCell:
    return GridCell(f"cell-{row}-{column}", f"i{row}", f"t{column}", state, statements, is_conflicted)


def random_statements(dice: Random) -> tuple[GridStatement, ...]:
    made = []
    for _ in range(dice.choice((1, 1, 2, 2, 3))):
        words = " ".join(dice.sample(SENTENCES, dice.choice((1, 2, 2, 3))))
        refs = [evidence(dice.randint(2, 60), start_ms=dice.choice((None, dice.randint(0, 3_600_000))))]
        if dice.random() < 0.3:
            refs.append(evidence(dice.randint(2, 60), is_starred=dice.random() < 0.5))
        made.append(statement(words, "summary", *refs))
    if dice.random() < 0.35:
        ref = evidence(dice.randint(2, 60), start_ms=dice.randint(0, 3_600_000), is_starred=True, stage="verified")
        made.append(statement(dice.choice(QUOTED), "own_words", ref))
    if dice.random() < 0.15:
        made.append(statement(dice.choice(NOTES), "note"))
    return tuple(made)


def make_grid(rows: int = 28, columns: int = 6, *, seed: int = 7, total_rows: int = 0) -> MatrixGrid:
    """Return a matrix with cells of every state, in bands of two or three interviews."""
    dice = Random(seed)
    cells = {}
    for row in range(rows):
        for column in range(columns):
            state = dice.choice(STATES)
            has_text = state in ("charted", "reviewed", "in_progress")
            made = cell(row, column, state, *(random_statements(dice) if has_text else ()))
            if state != "not_charted" or dice.random() < 0.5:
                cells[f"i{row}", f"t{column}"] = made
    return MatrixGrid(
        theme_id="theme-2",
        number="2",
        title="Noticing and telling",
        columns=tuple(make_column(number) for number in range(columns)),
        rows=tuple(make_row(number) for number in range(rows)),
        bands=make_bands(rows),
        cells=cells,
        total_rows=total_rows or rows,
    )


def make_column(number: int) -> GridColumn:
    label = LABELS[number % len(LABELS)]
    definition = "What first makes somebody look twice, and who that is. Not: what is done then."
    return GridColumn(f"t{number}", f"2.{number + 1}", label, definition, is_synthesis=label == "summary")


def make_row(number: int) -> GridRow:
    kind = "trust" if number % 3 else "LA"
    return GridRow(f"i{number}", f"I{number + 1:02}", f"c{number // 3}", kind, (ROLES[number % len(ROLES)],))


def make_bands(rows: int) -> tuple[Band, ...]:
    return tuple(
        Band(
            f"c{first // 3}", f"Area {first // 3 + 1}", first, min(3, rows - first), ("London borough", "hospital team")
        )
        for first in range(0, rows, 3)
    )


def make_mixed_grid() -> MatrixGrid:
    """Return five rows that look like the mock-up's, with right-to-left writing, emoji and a conflict."""
    rows = tuple(make_row(number) for number in range(5))
    cells = [
        cell(0, 0, "charted", statement(SENTENCES[0] + " " + SENTENCES[5], "summary", evidence(9))),
        cell(0, 1, "charted", statement(f"Wary: {QUOTED[1]}. {SENTENCES[6]}", "summary", evidence(11))),
        cell(0, 2, "nothing_said"),
        cell(1, 0, "reviewed", statement(SENTENCES[4], "summary", evidence(4, start_ms=372_000), evidence(5))),
        cell(
            1,
            1,
            "reviewed",
            statement(SENTENCES[6], "summary", evidence(7)),
            statement(QUOTED[0], "own_words", evidence(8, start_ms=700_000, is_starred=True)),
            statement(NOTES[0], "note"),
        ),
        cell(
            1,
            2,
            "charted",
            statement("تقرأ الممرضة القائمة كل صباح، ثم تتصل بالمكتب.", "summary", evidence(12, start_ms=61_000)),
        ),
        cell(
            2,
            0,
            "charted",
            statement("Reads faces 🙂 before forms; the family 👨‍👩‍👧 comes second.", "summary", evidence(3)),
        ),
        cell(2, 1, "in_progress", statement(SENTENCES[2], "summary", EvidenceRef("lost", None, None, False, ""))),
        cell(
            2,
            2,
            "in_progress",
            statement(f"{SENTENCES[3]} {SENTENCES[9]} {SENTENCES[1]}", "summary", evidence(12), evidence(13)),
            statement(QUOTED[2], "own_words", evidence(14, start_ms=1_390_000, is_starred=True)),
            statement(f"{SENTENCES[7]} {SENTENCES[8]}", "summary", evidence(15), evidence(17, start_ms=1_500_000)),
        ),
        cell(3, 0, "charted", statement(SENTENCES[8], "summary", evidence(2)), is_conflicted=True),
        cell(4, 1, "not_applicable", statement("No emergency department here.")),
        cell(4, 2, "not_asked"),
    ]
    return MatrixGrid(
        theme_id="theme-2",
        number="2",
        title="Noticing and telling",
        columns=tuple(make_column(number) for number in range(3)),
        rows=rows,
        bands=(
            Band("c0", "Area 3", 0, 2, ("London borough",)),
            Band("c1", "Area 4", 2, 3, ("Shire county", "hospital team")),
        ),
        cells={(c.interview_id, c.subtopic_id): c for c in cells},
        total_rows=28,
    )
