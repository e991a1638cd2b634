import pytest

from framework_qda.ui.moving import neighbour_after


@pytest.mark.parametrize(
    ("record", "direction", "expected"),
    [
        ("a", -1, (False, None)),
        ("b", -1, (True, None)),
        ("c", -1, (True, "a")),
        ("a", 1, (True, "b")),
        ("c", 1, (False, None)),
    ],
)
def test_one_step_names_what_is_then_followed(record, direction, expected):
    assert neighbour_after(["a", "b", "c"], record, direction) == expected
