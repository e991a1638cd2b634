import pytest

from framework_qda.matrix.facts import told_fact


@pytest.mark.parametrize(
    ("value", "told"),
    [
        ("6", "Known since: 6"),
        ("1.5", "Known since: 1.5"),
        ("6, 9", "Known since: 6, 9"),
        ("2014-03", "Known since: 2014-03"),
        ("yes", "Known since: yes"),
        ("no", "Known since: no"),
        ("grant", "grant"),
        ("15 beds", "15 beds"),
        ("", ""),
    ],
)
def test_a_value_that_says_nothing_by_itself_is_told_with_its_name(value, told):
    assert told_fact("Known since", value) == told
