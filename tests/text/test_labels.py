import pytest

from framework_qda.text.labels import next_label


@pytest.mark.parametrize(
    ("existing", "expected"),
    [
        ([], "I01"),
        (["I01"], "I02"),
        (["I09"], "I10"),
        (["I03", "I01"], "I04"),
        (["Area 9"], "Area 10"),
        (["I01", "X7"], "X8"),
        (["i03", "I01"], "I04"),
        (["no number"], "I01"),
    ],
)
def test_the_next_label_counts_on_from_the_last(existing, expected):
    assert next_label(existing, "I01") == expected


def test_a_label_is_never_proposed_twice():
    assert next_label(["Theme"], "Theme") != "Theme"
