from framework_qda.ui.words import count_words, for_menu, join_words, lower_first, sentence


def test_one_is_singular():
    assert count_words(1, "interview") == "1 interview"


def test_many_are_plural_with_thousands_told_apart():
    assert count_words(1204, "case study", "case studies") == "1,204 case studies"


def test_a_list_ends_in_and():
    assert join_words(["a", "", "b", "c"]) == "a, b and c"


def test_a_sentence_begins_small_within_a_menu():
    assert lower_first("Edit of I09") == "edit of I09"


def test_a_code_keeps_its_capital():
    assert lower_first("I09 charted") == "I09 charted"


def test_an_ampersand_of_a_user_is_no_mnemonic():
    assert for_menu("R&D") == "R&&D"


def test_words_become_a_sentence():
    assert (sentence("the passage is gone"), sentence("")) == ("The passage is gone.", "")
