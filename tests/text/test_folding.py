import sqlite3

import pytest
from hypothesis import given
from hypothesis import strategies as st

from framework_qda.text.folding import fold, tokens

LETTERS = "aZéÉüñçøßÅłŁœμЖйё中한अ9²½"
SIGNS = " .,-'’“”_&\n\t()"


@pytest.mark.parametrize(
    ("word", "folded"),
    [
        ("Résumé", "resume"),
        ("WARD", "ward"),
        ("naïve", "naive"),
        ("e\u0301", "e"),
        ("Łódź", "łodz"),
        ("Йод", "йод"),
        ("한국", "한국"),
    ],
)
def test_case_and_accents_are_folded(word, folded):
    assert fold(word) == folded


def test_words_are_given_with_their_places():
    text = "Don’t – the Café_2"
    assert [(each.word, text[each.start : each.end]) for each in tokens(text)] == [
        ("don", "Don"),
        ("t", "t"),
        ("the", "the"),
        ("cafe", "Café"),
        ("2", "2"),
    ]


def test_an_accent_alone_is_no_word():
    assert list(tokens("\u0301 ward")) == [("ward", 2, 6)]


@given(st.text(alphabet=LETTERS + SIGNS + "\u0301\u0308", max_size=40))
def test_words_are_those_of_the_search_index(text):
    connection = sqlite3.connect(":memory:")
    connection.execute("create virtual table t using fts5(text, tokenize='unicode61 remove_diacritics 2')")
    connection.execute("create virtual table v using fts5vocab(t, instance)")
    connection.execute("insert into t values (?)", (text,))
    indexed = [row[0] for row in connection.execute("select term from v order by offset")]
    connection.close()
    assert [each.word for each in tokens(text)] == indexed
