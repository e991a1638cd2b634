from framework_qda.io.sheet import Sheet, SheetColumn, SheetSection
from framework_qda.ui.printing.columns import group_columns


def sheet_of(*weights, sections=()):
    return Sheet("", columns=tuple(SheetColumn((), weight) for weight in weights), sections=sections)


def test_columns_that_fit_stand_side_by_side_and_fill_the_room():
    (group,) = group_columns(sheet_of(1, 3), 500, 100, 60)
    assert (group.first, group.count) == (0, 2)
    assert abs(group.head + sum(group.widths) - 500) < 1e-6
    assert group.widths[1] > group.widths[0] >= 100


def test_columns_that_do_not_fit_are_shared_out_evenly():
    groups = group_columns(sheet_of(*[1] * 7), 500, 100, 60)
    assert [(group.first, group.count) for group in groups] == [(0, 3), (3, 4)]


def test_a_theme_begins_on_pages_of_its_own_where_not_all_fit():
    sections = (SheetSection("1", 0, 2), SheetSection("2", 2, 5))
    groups = group_columns(sheet_of(*[1] * 7, sections=sections), 500, 100, 60)
    assert [(group.first, group.count) for group in groups] == [(0, 2), (2, 2), (4, 3)]


def test_the_heads_of_rows_have_the_same_width_on_all_pages():
    groups = group_columns(sheet_of(*[1] * 7), 500, 100, 60)
    assert len({group.head for group in groups}) == 1


def test_heads_have_at_most_half_of_the_room():
    (group,) = group_columns(sheet_of(4), 500, 100, 900)
    assert (group.head, group.widths) == (250, (250,))


def test_one_column_wider_than_the_room_still_has_it():
    (group,) = group_columns(sheet_of(1), 120, 100, 60)
    assert group.head + group.widths[0] == 120


def test_no_columns_are_no_group_of_columns():
    assert group_columns(sheet_of(), 500, 100, 60) == ()
