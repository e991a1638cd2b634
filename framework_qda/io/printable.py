"""The gate that every text passes on its way into an export, so that no export fails over one character."""

import re

from framework_qda.text.clean import clean_text

# What XML cannot hold, or what `clean_text` takes out: nearly no text has any, so one search is all that it costs.
_SUSPECT = re.compile(
    "[\x00-\x08\x0b-\x0d\x0e-\x1f\x7f-\x9f\u2028\u2029\u202d\u202e\ud800-\udfff\ufdd0-\ufdef\ufeff\ufffe\uffff]"
)


class Printable:
    """Clean texts for one export and remember how many lost something on the way."""

    def __init__(self) -> None:
        self._count = 0

    def __call__(self, text: str) -> str:
        """Return the text without characters that a file cannot hold."""
        if not _SUSPECT.search(text):
            return text
        cleaned, told = clean_text(text)
        self._count += bool(told)
        return cleaned

    def warnings(self) -> list[str]:
        """Return a sentence if any text lost characters, for the person who asked for the export."""
        if not self._count:
            return []
        texts = "One text was" if self._count == 1 else f"{self._count} texts were"
        return [f"{texts} written without control characters that no office file can hold; the project keeps them."]
