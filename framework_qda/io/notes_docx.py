"""Word documents as lines of notes: paragraphs, tables cell by cell, and what Word hides or tracks."""

import io
import re
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from html.parser import HTMLParser
from typing import IO
from xml.etree.ElementTree import Element, ParseError
from xml.parsers.expat import ExpatError

from defusedxml.common import DefusedXmlException
from defusedxml.ElementTree import iterparse

from framework_qda.errors import ImportFileError
from framework_qda.io.notes_table import read_table
from framework_qda.io.safe_zip import ZIP_ERRORS, check_zip
from framework_qda.text.paragraphs import Line

_DOCUMENT_PART = re.compile(r"word/document\d*\.xml")
_COMMENTS_PART = re.compile(r"word/comments\d*\.xml")
_MARGIN_PART = re.compile(r"word/(?:header|footer)\d*\.xml")
_PARAGRAPH_TAGS = frozenset(["p", "h1", "h2", "h3", "h4", "h5", "h6", "li"])
_TRACKED = frozenset(("ins", "del", "moveFrom"))
_BACK_TO_TEXT = ("#footnote-ref", "#endnote-ref")

_READ_ERRORS = (*ZIP_ERRORS, KeyError, IndexError, AttributeError, TypeError, ExpatError, RecursionError)
"""What mammoth raises for documents that are no proper Word documents: it checks nothing itself."""


def read_docx_lines(data: bytes, file_name: str) -> tuple[list[Line], list[str]]:
    """Return the lines of a Word document and sentences on what was kept, left out or hidden in it.

    Raises ImportFileError if the document is unsafe or damaged. Nothing that it refers to outside is opened.
    """
    import mammoth

    check_zip(data, file_name)
    try:
        told = _Findings.read(data).tell()
        converted = mammoth.convert_to_html(
            io.BytesIO(data),
            ignore_empty_paragraphs=False,
            include_embedded_style_map=False,
            external_file_access=False,
            convert_image=_leave_out_picture,
        )
    except (ParseError, DefusedXmlException, *_READ_ERRORS) as error:
        raise ImportFileError(
            f"“{file_name}” is damaged and cannot be read. Open it in your word processor, save it as a new .docx "
            "and import that."
        ) from error
    walker = _Walker()
    walker.feed(converted.value)
    walker.close()
    return walker.lines, told


def _leave_out_picture(_image: object) -> list[object]:
    return []


@dataclass(slots=True)
class _Findings:
    """What a Word document holds beside its plain text."""

    insertions: int = 0
    deletions: int = 0
    moves: int = 0
    comments: int = 0
    pictures: int = 0
    footnotes: int = 0
    hidden: str = ""
    margins: str = ""

    @classmethod
    def read(cls, data: bytes) -> "_Findings":
        """Look through the parts of a document that has been found safe."""
        findings = cls()
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            for name in archive.namelist():
                with archive.open(name) as stream:
                    if _DOCUMENT_PART.fullmatch(name):
                        findings._read_body(stream)
                    elif _COMMENTS_PART.fullmatch(name):
                        findings.comments += [_name(element) for element in _elements(stream)].count("comment")
                    elif _MARGIN_PART.fullmatch(name):
                        words = (element.text or "" for element in _elements(stream) if _name(element) == "t")
                        findings.margins = f"{findings.margins} {' '.join(words)}".strip()
        return findings

    def _read_body(self, stream: IO[bytes]) -> None:
        counters = {"ins": "insertions", "del": "deletions", "moveFrom": "moves", "footnoteReference": "footnotes"}
        counters |= {"endnoteReference": "footnotes", "blip": "pictures", "imagedata": "pictures"}
        hidden = []
        for element in _elements(stream):
            name = _name(element)
            if name == "r" and _is_hidden(element):
                hidden.append("".join(part.text or "" for part in element.iter() if _name(part) == "t"))
            elif name in counters and (name not in _TRACKED or len(element)):
                setattr(self, counters[name], getattr(self, counters[name]) + 1)
            if name in ("p", "tbl"):
                element.clear()
        self.hidden = " ".join(" ".join(hidden).split())

    def tell(self) -> list[str]:
        """Say in sentences what a person must know before the import."""
        told = []
        if self.deletions or self.insertions or self.moves:
            told.append(
                "The document has tracked changes: "
                f"{_count(self.insertions, 'insertion')} and {_count(self.moves, 'moved passage')} kept in their new "
                f"place, {_count(self.deletions, 'deletion')} left out."
            )
        if self.hidden:
            told.append(
                f"The document has hidden text ({_count(len(self.hidden.split()), 'word')}, beginning "
                f"“{self.hidden[:40]}”). It was read like the rest: take it out in Word if it should not come in."
            )
        if self.comments:
            told.append(f"{_count(self.comments, 'comment')} in the margin left out.")
        if self.pictures:
            told.append(f"{_count(self.pictures, 'picture')} left out.")
        if self.footnotes:
            told.append(f"{_count(self.footnotes, 'footnote')} put at the end.")
        if re.search(r"[^\W\d_]{2}", self.margins):
            told.append(f"The page header or footer was left out: “{self.margins[:60]}”.")
        return told


def _elements(stream: IO[bytes]) -> Iterator[Element]:
    return (element for _event, element in iterparse(stream, events=("end",), forbid_dtd=True))


def _name(element: Element) -> str:
    return element.tag.rpartition("}")[2]


def _is_hidden(run: Element) -> bool:
    for properties in run:
        if _name(properties) != "rPr":
            continue
        for mark in properties:
            if _name(mark) == "vanish":
                return not any(value in ("0", "false", "off") for value in mark.attrib.values())
    return False


def _count(number: int, noun: str) -> str:
    return f"{number:,} {noun}" + ("" if number == 1 else "s")


class _Walker(HTMLParser):
    """Turn mammoth's HTML into lines: one a paragraph, a line break or a paragraph of a cell."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.lines: list[Line] = []
        self._text: list[str] = []
        self._length = 0
        self._bold_depth = 0
        self._bold_length = 0
        self._table_depth = 0
        self._rows: list[list[list[Line]]] = []
        self._is_skipping = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Open a paragraph, a table or a stretch of bold type."""
        if tag in _PARAGRAPH_TAGS or tag == "br":
            self._end_line()
        elif tag == "strong":
            self._bold_depth += 1
        elif tag == "a":
            self._is_skipping = (dict(attrs).get("href") or "").startswith(_BACK_TO_TEXT)
        elif tag in ("table", "tr", "td", "th"):
            self._open_table_part(tag)

    def handle_endtag(self, tag: str) -> None:
        """Close what was opened; the outermost table is read when it is whole."""
        if tag in _PARAGRAPH_TAGS or tag in ("td", "th"):
            self._end_line()
        elif tag == "strong":
            self._bold_depth -= 1
        elif tag == "a":
            self._is_skipping = False
        elif tag == "table":
            self._table_depth -= 1
            if self._table_depth == 0:
                self.lines.extend(read_table(self._rows))
                self._rows = []

    def handle_data(self, data: str) -> None:
        """Take words, and note how far the line has been bold from its beginning."""
        if self._is_skipping:
            return
        if self._bold_depth and self._bold_length == self._length:
            self._bold_length += len(data)
        self._text.append(data)
        self._length += len(data)

    def close(self) -> None:
        """End the last line."""
        super().close()
        self._end_line()

    def _open_table_part(self, tag: str) -> None:
        if tag == "table":
            self._end_line()
            self._table_depth += 1
        elif self._table_depth == 1:
            if tag == "tr":
                self._rows.append([])
            elif self._rows:
                self._rows[-1].append([])

    def _end_line(self) -> None:
        line = Line("".join(self._text), self._bold_length)
        self._text, self._length, self._bold_length = [], 0, 0
        if not line.text.strip():
            return
        if self._table_depth and self._rows and self._rows[-1]:
            self._rows[-1][-1].append(line)
        else:
            self.lines.append(line)
