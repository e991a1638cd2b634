"""Small OpenDocument texts for the tests of reading, made by hand."""

import io
import zipfile

MIMETYPE = "application/vnd.oasis.opendocument.text"
_NAMES = "urn:oasis:names:tc:opendocument:xmlns"
NAMESPACES = " ".join(
    f'xmlns:{prefix}="{_NAMES}:{name}"'
    for prefix, name in (
        ("office", "office:1.0"),
        ("text", "text:1.0"),
        ("table", "table:1.0"),
        ("style", "style:1.0"),
        ("draw", "drawing:1.0"),
        ("fo", "xsl-fo-compatible:1.0"),
        ("svg", "svg-compatible:1.0"),
    )
)


def with_text(body: str, styles: str = "", before: str = "", extra: dict[str, str] | None = None) -> bytes:
    """Return a document with some raw markup as its text, automatic styles, and further parts.

    `before` stands in front of the root element.
    """
    content = (
        f'<?xml version="1.0" encoding="UTF-8"?>{before}<office:document-content {NAMESPACES}>'
        f"<office:automatic-styles>{styles}</office:automatic-styles>"
        f"<office:body><office:text>{body}</office:text></office:body></office:document-content>"
    )
    return with_parts({"content.xml": content, **(extra or {})})


def with_parts(parts: dict[str, str], mimetype: str = MIMETYPE) -> bytes:
    """Return an OpenDocument file with these parts."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("mimetype", mimetype, zipfile.ZIP_STORED)
        for name, content in parts.items():
            archive.writestr(name, content)
    return stream.getvalue()
