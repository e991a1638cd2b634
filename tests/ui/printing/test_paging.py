"""Pages: every line stands once, heads and bands are repeated, nothing sticks out of a page."""

from collections import Counter

from hypothesis import given
from hypothesis import strategies as st

from framework_qda.ui.printing.paging import FlowRow, Kind, Room, paginate

ROOM = Room(height=100, pad=1, mark=4)


def rows_of(*lines, bands=(), line=5.0):
    return [FlowRow(((line,), (line,) * count), bands) for count in lines]


def items(pages, kind):
    return [[item for item in page if item.kind is kind] for page in pages]


def test_rows_that_fit_stand_on_one_page_under_their_heads():
    (page,) = paginate(rows_of(2, 3), (), 10, ROOM)
    assert [(item.kind, item.top, item.height) for item in page] == [
        (Kind.HEADS, 0, 10),
        (Kind.ROW, 10, 12),
        (Kind.ROW, 22, 17),
    ]


def test_heads_are_repeated_on_every_page():
    pages = paginate(rows_of(*[6] * 12), (), 10, ROOM)
    assert len(pages) > 3
    assert all(page[0].kind is Kind.HEADS for page in pages)


def test_a_row_that_fits_the_next_page_is_not_broken_where_little_stays_empty():
    first, second = paginate(rows_of(13, 6), (), 10, ROOM)
    assert [item.goes_on for item in items([first], Kind.ROW)[0]] == [False]
    assert [item.number for item in items([second], Kind.ROW)[0]] == [1]


def test_a_row_is_broken_where_much_would_stay_empty():
    first, _second = paginate(rows_of(6, 14), (), 10, ROOM)
    assert [item.goes_on for item in items([first], Kind.ROW)[0]] == [False, True]


def test_a_row_taller_than_a_page_goes_on_and_says_so():
    pages = items(paginate(rows_of(50), (), 10, ROOM), Kind.ROW)
    assert [item.is_continued for (item,) in pages] == [False, True, True, True]
    assert [item.goes_on for (item,) in pages] == [True, True, True, False]


def test_a_band_that_goes_on_is_repeated_as_continued():
    rows = [FlowRow(((5.0,), (5.0,) * 12), (0,), frozenset({0} if not number else ())) for number in range(3)]
    bands = items(paginate(rows, (6,), 10, ROOM), Kind.BAND)
    assert [[(item.number, item.is_continued) for item in page] for page in bands] == [
        [(0, False)],
        [(0, True)],
        [(0, True)],
    ]


def test_a_band_stands_with_its_first_row():
    rows = [*rows_of(15), FlowRow(((5.0,), (5.0,)), (0,), frozenset({0}))]
    first, second = paginate(rows, (20,), 10, ROOM)
    assert not items([first], Kind.BAND)[0]
    assert [item.kind for item in second] == [Kind.HEADS, Kind.BAND, Kind.ROW]


def test_a_text_stands_above_the_heads():
    rows = [FlowRow(((5.0, 5.0),), is_text=True), *rows_of(1)]
    (page,) = paginate(rows, (), 10, ROOM)
    assert [item.kind for item in page] == [Kind.ROW, Kind.HEADS, Kind.ROW]


def test_nothing_makes_one_empty_page():
    assert paginate([], (), 10, ROOM) == ((),)


def test_a_line_taller_than_a_page_ends_all_the_same():
    rows = [FlowRow(((5.0,), (500.0, 5.0, 500.0)))]
    pages = items(paginate(rows, (), 10, ROOM), Kind.ROW)
    lines = [item.parts[1] for page in pages for item in page]
    assert [part for part in lines if part != (0, 0)] == [(0, 1), (1, 2), (2, 3)]


def test_heads_taller_than_a_page_end_all_the_same():
    assert items(paginate(rows_of(3), (), 120, ROOM), Kind.ROW)


heights = st.floats(0.5, 30)
fields = st.lists(st.lists(heights, max_size=40).map(tuple), min_size=1, max_size=3).map(tuple)


@st.composite
def flows(draw):
    """Rows in one or two levels of bands."""
    rows, band = [], -1
    for each in draw(st.lists(fields, max_size=8)):
        opens = frozenset({band + 1}) if band < 0 or draw(st.booleans()) else frozenset()
        band += len(opens)
        rows.append(FlowRow(each, (band,), opens, is_text=draw(st.booleans())))
    return rows, tuple(draw(heights) for _ in range(band + 1))


@given(flows())
def test_every_line_stands_exactly_once_and_in_order(flow):
    rows, bands = flow
    found: dict[tuple[int, int], list[int]] = {}
    for page in paginate(rows, bands, 12, ROOM):
        for item in page:
            if item.kind is Kind.ROW:
                for field, (first, end) in enumerate(item.parts):
                    found.setdefault((item.number, field), []).extend(range(first, end))
    for number, row in enumerate(rows):
        for field, lines in enumerate(row.fields):
            assert found[number, field] == list(range(len(lines)))


@given(flows())
def test_nothing_overlaps_and_nothing_sticks_out(flow):
    rows, bands = flow
    for page in paginate(rows, bands, 12, ROOM):
        top = 0.0
        for item in page:
            assert item.top >= top - 1e-6
            top = item.top + item.height
        assert top <= ROOM.height + 1e-6


@given(flows())
def test_each_band_is_opened_once(flow):
    rows, bands = flow
    opened = Counter(
        item.number
        for page in paginate(rows, bands, 12, ROOM)
        for item in page
        if item.kind is Kind.BAND and not item.is_continued
    )
    assert all(count == 1 for count in opened.values())
