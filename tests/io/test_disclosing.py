"""What public sheets still tell."""

import pytest

from framework_qda.io.disclosing import TELLING_CELLS, TELLING_PLACES, find_in_sheets
from framework_qda.io.runs import Run, RunKind
from framework_qda.io.sheet import Sheet, SheetCell, SheetColumn, SheetRow
from framework_qda.matrix.neutral import NeutralNames

NAMES = NeutralNames({}, {}, {"Area 4": "Case study C", "I16": "A1", "A1": "B2"})


def plain(words, kind=RunKind.PLAIN):
    return (Run(kind, words),)


def sheet(above="", cell=(), source=None):
    return Sheet(
        title="Theme 1",
        columns=(SheetColumn(plain("1.1 Forms")),),
        rows=(SheetRow(plain("A1"), (SheetCell(cell, source=source),)),),
        intro=(plain(above),),
    )


def test_a_real_name_above_the_table_is_told():
    (notice,) = find_in_sheets([sheet(above="As in Area 4 and i16.")], NAMES)
    assert notice == (
        "Theme 1, the text above the table holds “Area 4”, “I16” in its own words: read it before it leaves."
    )
    assert (notice.kind, notice.place) == (TELLING_PLACES, None)


def test_one_in_a_cell_leads_there():
    (notice,) = find_in_sheets([sheet(cell=plain("I16 said so"), source=("i", "s"))], NAMES)
    assert notice.startswith("Theme 1, A1, 1.1 Forms holds “I16”")
    assert (notice.kind, tuple(notice.place)) == (TELLING_CELLS, ("i", "s", False))


@pytest.mark.parametrize(
    "cell",
    [plain("as [A1] said"), plain(" (A1 2.3)", RunKind.REFERENCE), plain("nobody")],
    ids=["a neutral name that is another's real code", "a reference", "nothing"],
)
def test_neutral_names_are_not_told(cell):
    assert find_in_sheets([sheet(cell=cell)], NAMES) == []
