"""OpenDocument texts as lines of notes: paragraphs, tables cell by cell, and what is hidden or tracked in them.

Source: OASIS Open Document Format 1.3, part 3, whose white space rules (section 6.1.2) are followed.
"""

import io
import re
import zipfile
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from xml.etree.ElementTree import ParseError

from defusedxml.common import DefusedXmlException
from defusedxml.ElementTree import DefusedXMLParser

from framework_qda.errors import ImportFileError
from framework_qda.io.notes_table import read_table
from framework_qda.io.safe_zip import ZIP_ERRORS, check_zip
from framework_qda.text.paragraphs import Line

MOST_SPACES = 1_000
"""How many blanks one element may stand for."""

_BODY = "content.xml"
_MANIFEST = "META-INF/manifest.xml"
_LOCKED = b"encryption-data"
_PARAGRAPHS = frozenset(["p", "h"])
_LEFT_OUT = frozenset(["tracked-changes", "annotation", "object", "binary-data", "note-citation"])
"""Elements whose words are no words of the text: deleted passages, comments, numbers of footnotes."""
_DESCRIPTIONS = ("svg-compatible:1.0}title", "svg-compatible:1.0}desc")
_BOLD_BY_NAME = "Strong_20_Emphasis"
_COUNTED = frozenset(["insertion", "deletion", "annotation", "image", "note"])
_BLANKS = re.compile(r"[ \t\r\n]+")


def read_odt_lines(data: bytes, file_name: str) -> tuple[list[Line], list[str]]:
    """Return the lines of an OpenDocument text and sentences on what was kept, left out or hidden in it.

    Raises ImportFileError if the document is unsafe, damaged or locked. Nothing that it refers to is opened.
    """
    check_zip(data, file_name)
    walker = _Walker()
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            if _MANIFEST in archive.namelist() and _LOCKED in archive.read(_MANIFEST):
                raise ImportFileError(f"“{file_name}” is locked with a password. Save it without one and import that.")
            parser = DefusedXMLParser(target=walker, forbid_dtd=True)
            parser.feed(archive.read(_BODY))
            parser.close()
    except (ParseError, DefusedXmlException, KeyError, *ZIP_ERRORS) as error:
        raise ImportFileError(
            f"“{file_name}” is damaged and cannot be read. Open it in your word processor, save it as a new .odt "
            "and import that."
        ) from error
    return walker.lines + walker.footnotes, walker.tell()


@dataclass(slots=True)
class _Paragraph:
    """A paragraph that is being read; one can stand in another, in a frame."""

    is_bold: bool = False
    is_hidden: bool = False
    text: list[str] = field(default_factory=list)
    length: int = 0
    bold_length: int = 0
    ends_blank: bool = True

    def add(self, words: str, is_bold: bool) -> None:
        """Add words, and note how far the paragraph has been bold from its beginning."""
        if is_bold and self.bold_length == self.length:
            self.bold_length += len(words)
        self.text.append(words)
        self.length += len(words)
        self.ends_blank = words.endswith((" ", "\t", "\n"))


class _Walker:
    """Take the elements of `content.xml` one after the other, as a parser finds them, and gather lines."""

    def __init__(self) -> None:
        self.lines: list[Line] = []
        self.footnotes: list[Line] = []
        self._open: list[str] = []
        self._skipped_from = 0
        self._counts: Counter[str] = Counter()
        self._style = ""
        self._bold_styles = {_BOLD_BY_NAME}
        self._hidden_styles: set[str] = set()
        self._hidden: list[str] = []
        self._paragraphs: list[_Paragraph] = []
        self._spans: list[str] = []
        self._bold_depth = 0
        self._hidden_depth = 0
        self._notes = 0
        self._tables: list[list[list[list[Line]]]] = []

    # -- what the parser calls

    def start(self, tag: str, attributes: Mapping[str, str]) -> None:
        """Open an element."""
        name = tag.rpartition("}")[2]
        self._open.append(name)
        if name in _COUNTED:
            self._counts[name] += 1
        if self._skipped_from:
            return
        if name in _LEFT_OUT or tag.endswith(_DESCRIPTIONS):
            self._skipped_from = len(self._open)
        elif name in ("style", "text-properties"):
            self._read_style(name, {key.rpartition("}")[2]: value for key, value in attributes.items()})
        else:
            self._open_part(name, {key.rpartition("}")[2]: value for key, value in attributes.items()})

    def data(self, data: str) -> None:
        """Take words; blanks and line ends count as one blank, as the format has it."""
        if self._skipped_from or not self._paragraphs:
            return
        words = _BLANKS.sub(" ", data)
        if self._paragraphs[-1].ends_blank:
            words = words.removeprefix(" ")
        self._add(words)

    def end(self, tag: str) -> None:
        """Close an element."""
        name = tag.rpartition("}")[2]
        if self._skipped_from:
            self._skipped_from = 0 if self._skipped_from == len(self._open) else self._skipped_from
        elif name in _PARAGRAPHS:
            self._end_paragraph()
        elif name == "span":
            self._change_depth(self._spans.pop(), -1)
        elif name == "note":
            self._notes -= 1
        elif name == "table":
            self._end_table()
        self._open.pop()

    def close(self) -> None:
        """End; all that was opened has been closed, or the parser would have complained."""

    def tell(self) -> list[str]:
        """Say in sentences what a person must know before the import."""
        counts = self._counts
        told = []
        if counts["insertion"] or counts["deletion"]:
            told.append(
                f"The document has tracked changes: {_count(counts['insertion'], 'insertion')} kept, "
                f"{_count(counts['deletion'], 'deletion')} left out."
            )
        hidden = " ".join(" ".join(self._hidden).split())
        if hidden:
            told.append(
                f"The document has hidden text ({_count(len(hidden.split()), 'word')}, beginning “{hidden[:40]}”). It "
                "was read like the rest: take it out in your word processor if it should not come in."
            )
        if counts["annotation"]:
            told.append(f"{_count(counts['annotation'], 'comment')} in the margin left out.")
        if counts["image"]:
            told.append(f"{_count(counts['image'], 'picture')} left out.")
        if counts["note"]:
            told.append(f"{_count(counts['note'], 'footnote')} put at the end.")
        return told

    # -- parts

    def _read_style(self, name: str, attributes: Mapping[str, str]) -> None:
        if name == "style":
            self._style = attributes.get("name", "")
        elif attributes.get("font-weight") in ("bold", "700", "800", "900"):
            self._bold_styles.add(self._style)
        if attributes.get("display") == "none" and name == "text-properties":
            self._hidden_styles.add(self._style)

    def _open_part(self, name: str, attributes: Mapping[str, str]) -> None:
        style = attributes.get("style-name", "")
        if name in _PARAGRAPHS:
            self._paragraphs.append(_Paragraph(style in self._bold_styles, style in self._hidden_styles))
        elif name == "span":
            self._spans.append(style)
            self._change_depth(style, 1)
        elif name == "note":
            self._notes += 1
        elif name == "table":
            self._tables.append([])
        elif name == "table-row" and self._tables:
            self._tables[-1].append([])
        elif name in ("table-cell", "covered-table-cell") and self._tables and self._tables[-1]:
            self._tables[-1][-1].append([])
        else:
            self._add_sign(name, attributes)

    def _change_depth(self, style: str, by: int) -> None:
        """Count in how many stretches of bold or of hidden type the words stand."""
        self._bold_depth += by * (style in self._bold_styles)
        self._hidden_depth += by * (style in self._hidden_styles)

    def _add_sign(self, name: str, attributes: Mapping[str, str]) -> None:
        """Add what stands for blanks and breaks."""
        if not self._paragraphs:
            return
        if name == "s":
            count = attributes.get("c", "1")
            self._add(" " * min(int(count) if count.isdecimal() else 1, MOST_SPACES))
        elif name == "tab":
            self._add("\t")
        elif name == "line-break":
            paragraph = self._paragraphs.pop()
            self._keep(paragraph)
            self._paragraphs.append(_Paragraph(paragraph.is_bold, paragraph.is_hidden))

    def _add(self, words: str) -> None:
        paragraph = self._paragraphs[-1]
        if words:
            paragraph.add(words, paragraph.is_bold or self._bold_depth > 0)
        if paragraph.is_hidden or self._hidden_depth > 0:
            self._hidden.append(words)

    def _end_paragraph(self) -> None:
        self._keep(self._paragraphs.pop())

    def _keep(self, paragraph: _Paragraph) -> None:
        line = Line("".join(paragraph.text), paragraph.bold_length)
        if not line.text.strip():
            return
        if self._notes:
            self.footnotes.append(line)
        elif self._tables and self._tables[-1] and self._tables[-1][-1]:
            self._tables[-1][-1][-1].append(line)
        else:
            self.lines.append(line)

    def _end_table(self) -> None:
        """Read a table when it is whole; one within a cell gives its lines to that cell."""
        lines = read_table(self._tables.pop())
        outer = self._tables[-1] if self._tables else []
        if outer and outer[-1]:
            outer[-1][-1].extend(lines)
        else:
            self.lines.extend(lines)


def _count(number: int, noun: str) -> str:
    return f"{number:,} {noun}" + ("" if number == 1 else "s")
