"""What to look at is gathered by its kind, and keeps where it is."""

from framework_qda.model.notices import Notice, NoticeKind, NoticePlace, group_notices

CELLS = NoticeKind("cell tells", "cells tell")
PLACE = NoticePlace("I", "S")


def test_a_notice_is_a_sentence():
    assert Notice("Look at it.", CELLS) == "Look at it."


def test_kinds_are_counted_in_the_order_in_which_they_occur():
    sentences = ["First.", Notice("A1.", CELLS, PLACE), Notice("Alone."), Notice("A2.", CELLS)]
    groups = group_notices(sentences)
    assert [group.words for group in groups] == ["First.", "2 cells tell", "Alone."]
    assert [str(each) for each in groups[1].notices] == ["A1.", "A2."]
    assert groups[1].notices[0].place == PLACE


def test_one_of_a_kind_is_said_of_one():
    assert group_notices([Notice("A1.", CELLS)])[0].words == "1 cell tells"
