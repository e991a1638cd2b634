import pytest

from framework_qda.text.direction import is_right_to_left


@pytest.mark.parametrize(
    ("text", "is_mirrored"), [("שלום", True), ("(1990) مرحبا", True), ("a שלום", False), ("12", False), ("", False)]
)
def test_the_first_strong_letter_decides(text, is_mirrored):
    assert is_right_to_left(text) is is_mirrored
